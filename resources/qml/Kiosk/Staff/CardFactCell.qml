import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

// One thing that is asked on the telephone.
RowLayout {
    id: cell

    required property string icon
    required property string label
    required property string text

    spacing: Desk.gap

    Drawing {
        Layout.alignment: Qt.AlignTop
        Layout.topMargin: Desk.gapSmall
        name: cell.icon
        extent: Math.round(1.5 * Desk.body)
    }
    ColumnLayout {
        Layout.fillWidth: true
        Layout.alignment: Qt.AlignTop
        spacing: 0

        DeskLabel {
            Layout.fillWidth: true
            text: cell.label
            color: Theme.inkSoft
            font.pixelSize: Desk.small
            Accessible.ignored: true
        }
        DeskLabel {
            objectName: "fact-" + cell.icon
            Layout.fillWidth: true
            text: cell.text
            font.weight: Font.DemiBold
            maximumLineCount: 4
            elide: Text.ElideRight
            Accessible.name: cell.label + ": " + cell.text
        }
    }
}
