import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

// Whose screen this is.
RowLayout {
    id: head

    required property string officeName
    required property color ink
    required property bool isPortrait

    spacing: Theme.gap

    Drawing {
        name: "building"
        colour: head.ink
        extent: head.isPortrait ? Theme.iconLarge : Theme.icon
    }
    PlainLabel {
        Layout.fillWidth: true
        text: head.officeName
        color: head.ink
        font.pixelSize: head.isPortrait ? Theme.lead : Theme.body
        font.weight: Font.DemiBold
        lineHeight: 1.1
    }
}
