import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// Why the list is short: what it is narrowed to, and the way back to all cards.
Rectangle {
    id: chosen

    required property FiltersViewModel filters

    implicitHeight: content.implicitHeight
    color: Theme.primaryTint

    RowLayout {
        id: content

        anchors.fill: parent
        anchors.leftMargin: 2 * Desk.gap
        spacing: Desk.gap

        DeskLabel {
            objectName: "chosenFilters"
            Layout.fillWidth: true
            text: chosen.filters.summary
            font.pixelSize: Desk.small
            font.weight: Font.DemiBold
        }
        DeskButton {
            objectName: "clearFilters"
            Layout.margins: Desk.gapSmall
            drawing: "close"
            text: qsTr("All cards")
            onClicked: chosen.filters.clear()
        }
    }
}
