import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

// The office's own band at the top of every page.
Rectangle {
    id: band

    required property string officeName
    property bool isPortrait: true

    implicitHeight: Math.max(row.implicitHeight + Theme.gap, Math.round((band.isPortrait ? 18 : 13) * Theme.millimetre))
    color: Theme.head

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        spacing: Theme.gap

        OfficeMark {}
        PlainLabel {
            Layout.fillWidth: true
            text: band.officeName
            color: Theme.inkOnHead
            font.weight: Font.DemiBold
        }
    }
}
