pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Controls

// The keys, each in its place; wider than the column it stands in, because eleven keys need the whole panel.
Item {
    id: board

    required property KeyboardViewModel keyboard
    required property real room
    required property real keyHeight
    readonly property real keyWidth: Math.min(1.6 * Theme.target, Math.floor((board.room + Theme.between) / board.keyboard.keysInARow - Theme.between))
    readonly property real wholeWidth: board.keyboard.keysInARow * (board.keyWidth + Theme.between) - Theme.between

    implicitHeight: board.keyboard.keyRows * (board.keyHeight + Theme.between) - Theme.between

    Item {
        x: Math.round((board.width - width) / 2)
        width: board.wholeWidth
        height: parent.height

        Repeater {
            model: board.keyboard.keys

            KeyButton {
                id: key

                required property string code
                required property string label
                required property int row
                required property real column

                objectName: "key-" + key.code
                x: Math.round(key.column * (board.keyWidth + Theme.between))
                y: key.row * (board.keyHeight + Theme.between)
                width: board.keyWidth
                height: board.keyHeight
                text: key.label
                Accessible.name: key.code === "more" ? key.label + ", " + qsTr("Other letters and digits") : key.label
                onClicked: board.keyboard.press(key.code)
            }
        }
    }
}
