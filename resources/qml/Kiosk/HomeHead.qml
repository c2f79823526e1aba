import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// Whose terminal this is, unless that stands above a lowered screen, and when the office is open today.
GridLayout {
    id: head

    required property HomeViewModel home
    required property bool isPortrait

    columnSpacing: Theme.gap
    rowSpacing: 0

    OfficeMark {
        Layout.row: 0
        Layout.column: 0
        visible: !Theme.isNamedAbove
        extent: head.isPortrait ? Theme.iconLarge : Theme.icon
    }
    PlainLabel {
        Layout.row: 0
        Layout.column: 1
        Layout.fillWidth: true
        visible: !Theme.isNamedAbove
        text: head.home.officeName
        color: Theme.inkOnHead
        font.pixelSize: head.isPortrait ? Theme.lead : Theme.body
        font.weight: Font.DemiBold
        lineHeight: 1.1
    }
    PlainLabel {
        Layout.row: Theme.textScale > 1 ? 1 : 0
        Layout.column: Theme.textScale > 1 ? 1 : 2
        text: head.home.isOpenToday ? qsTr("Open today %1").arg(head.home.hoursToday) : qsTr("Closed today")
        color: Theme.inkOnHead
        font.pixelSize: head.isPortrait ? Theme.body : Theme.small
        font.weight: Font.Medium
        horizontalAlignment: Theme.textScale > 1 ? Text.AlignLeft : Text.AlignRight
        wrapMode: Text.NoWrap
    }
}
