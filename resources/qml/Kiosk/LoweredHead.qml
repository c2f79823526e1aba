import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

// What is left above a lowered screen: whose terminal this is, where there is room to say it.
Rectangle {
    id: head

    required property string officeName

    color: Theme.head

    ColumnLayout {
        anchors.centerIn: parent
        visible: Theme.isNamedAbove
        width: parent.width - 4 * Theme.margin
        spacing: Theme.gapLarge

        OfficeMark {
            Layout.alignment: Qt.AlignHCenter
            extent: Theme.iconLarge * 2
        }
        PlainLabel {
            Layout.fillWidth: true
            text: head.officeName
            color: Theme.inkOnHead
            font.pixelSize: Theme.title
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignHCenter
        }
    }
}
