import QtQuick
import QtQuick.Layouts
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
    readonly property bool isLead: block.kind === "lead"
    // In plain language every thought stands for itself: larger, and with air around it.
    readonly property bool isPlain: block.kind === "plain"
    property bool goesOn: false
    readonly property real above: block.isHeading || (block.isPlain && !block.goesOn) ? Theme.gap : 0

    implicitHeight: row.implicitHeight + block.above

    RowLayout {
        id: row

        y: block.above
        width: parent.width
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
            horizontalAlignment: Text.AlignHCenter
        }
        PlainLabel {
            readonly property string spokenLanguage: block.spokenLanguage

            Layout.fillWidth: true
            text: block.text
            color: block.isHeading ? Theme.primary : Theme.ink
            font.pixelSize: block.size * (block.isPlain ? 1.25 : block.isHeading || block.isLead ? 1.2 : 1)
            font.weight: block.isHeading ? Font.DemiBold : block.isLead ? Font.Medium : Font.Normal
            lineHeight: block.isPlain ? 1.35 : Theme.lineHeight
            Accessible.role: block.isHeading ? Accessible.Heading : Accessible.StaticText
        }
    }
}
