import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

// One block of a card's text: a heading, a paragraph, or an item with its mark. Keeps its place when it is not shown.
Item {
    id: block

    required property string kind
    required property string text
    required property string mark
    required property string icon
    required property bool isEnding
    required property bool isShown
    required property bool isPortrait
    readonly property real size: block.isPortrait ? Theme.body : Theme.small
    readonly property bool isHeading: block.kind === "heading"
    readonly property bool isLead: block.kind === "lead"
    readonly property real below: block.isEnding ? (block.isPortrait ? Theme.gapLarge : Theme.gap) : 0

    implicitHeight: row.implicitHeight + block.below + Theme.gapSmall

    RowLayout {
        id: row

        width: parent.width
        visible: block.isShown
        spacing: Theme.gapSmall * 1.5

        Drawing {
            visible: block.isHeading
            name: block.icon
        }
        PlainLabel {
            Layout.alignment: Qt.AlignTop
            Layout.minimumWidth: Theme.icon
            visible: block.mark !== ""
            text: block.mark
            color: Theme.primary
            font.pixelSize: block.size
            font.weight: Font.Bold
            lineHeight: block.isPortrait ? Theme.lineHeight : 1.14
            horizontalAlignment: Text.AlignHCenter
        }
        PlainLabel {
            Layout.fillWidth: true
            text: block.text
            color: block.isHeading ? Theme.primary : Theme.ink
            font.pixelSize: block.isHeading || block.isLead ? block.size * 1.2 : block.size
            font.weight: block.isHeading ? Font.DemiBold : block.isLead ? Font.Medium : Font.Normal
            lineHeight: block.isPortrait ? Theme.lineHeight : 1.14
            Accessible.role: block.isHeading ? Accessible.Heading : Accessible.StaticText
        }
    }
}
