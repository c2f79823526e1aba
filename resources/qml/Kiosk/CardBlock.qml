import QtQuick
import Kiosk.Controls

// One block of a card's text: a heading, a paragraph, or an item with its mark.
Item {
    id: block

    required property string kind
    required property string text
    required property string mark
    required property string icon
    required property string spokenLanguage
    required property real size
    readonly property bool isHeading: block.kind === "heading"
    // Not asked of the label: what is not shown now is not visible either, and must be as high as when it is.
    readonly property bool hasMark: block.mark !== ""
    readonly property bool isLead: block.kind === "lead"
    // In plain language every thought stands for itself: larger, and with air around it.
    readonly property bool isPlain: block.kind === "plain"
    property bool goesOn: false
    readonly property real above: block.isHeading || (block.isPlain && !block.goesOn) ? Theme.gap : 0

    readonly property real gap: Theme.gapSmall * 1.5

    // Anchors and no layout: a layout tells its height a turn later, and a card has a hundred blocks.
    implicitHeight: block.above + Math.max(words.implicitHeight, block.isHeading ? icon.height : 0)

    Drawing {
        id: icon

        anchors.left: parent.left
        anchors.verticalCenter: words.verticalCenter
        visible: block.isHeading
        name: block.icon
    }
    PlainLabel {
        id: sign

        anchors.left: parent.left
        y: block.above
        width: Math.max(Theme.icon, sign.implicitWidth)
        visible: block.hasMark
        text: block.mark
        color: Theme.primary
        font.pixelSize: block.size
        font.weight: Font.Bold
        horizontalAlignment: Text.AlignHCenter
    }
    PlainLabel {
        id: words

        readonly property string spokenLanguage: block.spokenLanguage

        anchors.left: block.isHeading ? icon.right : block.hasMark ? sign.right : parent.left
        anchors.leftMargin: block.isHeading || block.hasMark ? block.gap : 0
        anchors.right: parent.right
        y: block.above + (block.isHeading ? Math.max(0, (icon.height - words.implicitHeight) / 2) : 0)
        text: block.text
        color: block.isHeading ? Theme.primary : Theme.ink
        font.pixelSize: block.size * (block.isPlain ? 1.25 : block.isHeading || block.isLead ? 1.2 : 1)
        font.weight: block.isHeading ? Font.DemiBold : block.isLead ? Font.Medium : Font.Normal
        lineHeight: block.isPlain ? 1.35 : Theme.lineHeight
        Accessible.role: block.isHeading ? Accessible.Heading : Accessible.StaticText
    }
}
