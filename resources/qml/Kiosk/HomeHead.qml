import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// Whose terminal this is, and when the office is open today.
RowLayout {
    id: head

    required property HomeViewModel home
    required property bool isPortrait

    spacing: Theme.gap

    Drawing {
        name: "building"
        colour: Theme.inkOnPrimary
        extent: head.isPortrait ? Theme.iconLarge : Theme.icon
    }
    PlainLabel {
        Layout.fillWidth: true
        text: head.home.officeName
        color: Theme.inkOnPrimary
        font.pixelSize: head.isPortrait ? Theme.lead : Theme.body
        font.weight: Font.DemiBold
        lineHeight: 1.1
    }
    PlainLabel {
        text: head.home.isOpenToday ? qsTr("Open today %1").arg(head.home.hoursToday) : qsTr("Closed today")
        color: Theme.inkOnPrimary
        font.pixelSize: head.isPortrait ? Theme.body : Theme.small
        font.weight: Font.Medium
        horizontalAlignment: Text.AlignRight
        wrapMode: Text.NoWrap
    }
}
