pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// Digits as on a telephone, one to take back, one to confirm.
GridLayout {
    id: pad

    required property PinViewModel pin
    property real keyExtent: Theme.target

    columns: 3
    columnSpacing: Theme.between
    rowSpacing: Theme.between
    uniformCellWidths: true
    uniformCellHeights: true

    Repeater {
        model: [1, 2, 3, 4, 5, 6, 7, 8, 9]

        KeyButton {
            required property int modelData

            objectName: "digit-" + modelData
            Layout.preferredWidth: pad.keyExtent * 1.3
            Layout.preferredHeight: pad.keyExtent
            text: modelData
            enabled: pad.pin.canType
            onClicked: pad.pin.press(modelData)
        }
    }
    ActionButton {
        objectName: "eraseDigit"
        Layout.preferredWidth: pad.keyExtent * 1.3
        Layout.preferredHeight: pad.keyExtent
        drawing: "erase"
        enabled: pad.pin.canType && pad.pin.count > 0
        Accessible.name: qsTr("Take the last digit back")
        onClicked: pad.pin.erase()
    }
    KeyButton {
        objectName: "digit-0"
        Layout.preferredWidth: pad.keyExtent * 1.3
        Layout.preferredHeight: pad.keyExtent
        text: "0"
        enabled: pad.pin.canType
        onClicked: pad.pin.press(0)
    }
    ActionButton {
        objectName: "enterPin"
        Layout.preferredWidth: pad.keyExtent * 1.3
        Layout.preferredHeight: pad.keyExtent
        isPrimary: true
        drawing: "check"
        enabled: pad.pin.canEnter
        Accessible.name: qsTr("Confirm")
        onClicked: pad.pin.confirm()
    }
}
