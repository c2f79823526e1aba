import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// What to do where no card was found.
ColumnLayout {
    id: nothing

    required property FiltersViewModel filters

    spacing: Desk.gapLarge

    Drawing {
        Layout.alignment: Qt.AlignHCenter
        name: "search"
        colour: Theme.edgeStrong
        extent: 4 * Desk.body
    }
    DeskLabel {
        objectName: "nothing"
        Layout.fillWidth: true
        text: nothing.filters.isSet ? qsTr("No card is found with these filters.") : qsTr("No card is found. Try another word, or only its beginning.")
        horizontalAlignment: Text.AlignHCenter
    }
    DeskButton {
        Layout.alignment: Qt.AlignHCenter
        visible: nothing.filters.isSet
        drawing: "close"
        text: qsTr("Search all cards")
        onClicked: nothing.filters.clear()
    }
}
