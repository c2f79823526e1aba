import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

// The office's own band at the top of every page.
Rectangle {
    id: band

    required property string officeName
    property bool isPortrait: true

    implicitHeight: Math.round((band.isPortrait ? 18 : 13) * Theme.millimetre)
    color: Theme.primary

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        spacing: Theme.gap

        Drawing {
            name: "building"
            colour: Theme.inkOnPrimary
        }
        PlainLabel {
            Layout.fillWidth: true
            text: band.officeName
            color: Theme.inkOnPrimary
            font.weight: Font.DemiBold
        }
    }
}
