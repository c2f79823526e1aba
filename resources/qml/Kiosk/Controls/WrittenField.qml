import QtQuick

// Text of several lines that is being written, with a caret behind its last letter: of long texts the end is seen.
Rectangle {
    id: field

    required property string text
    required property string hint
    // How much more may be written, in words.
    required property string remaining
    required property bool isNearlyFull
    readonly property bool hasRoomBelow: field.height > 30 * Theme.millimetre * Theme.textScale
    readonly property real size: field.height > 45 * Theme.millimetre * Theme.textScale ? Theme.lead : Theme.body

    radius: Theme.radius
    color: Theme.surface
    border.color: Theme.primary
    border.width: Theme.line
    clip: true

    Item {
        id: sight

        anchors.top: parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: field.hasRoomBelow ? count.top : parent.bottom
        anchors.margins: Theme.gapSmall
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        clip: true

        PlainLabel {
            id: words

            readonly property real line: words.implicitHeight / Math.max(1, words.lineCount)

            objectName: "written"
            width: parent.width
            // Whole lines only.
            y: -words.line * Math.max(0, (field.text === "" ? 0 : words.lineCount) - Math.floor(sight.height / words.line))
            // A bar for a caret, where the next letter comes.
            text: field.text === "" ? field.hint : field.text + "\u2502"
            color: field.text === "" ? Theme.inkSoft : Theme.ink
            font.pixelSize: field.size
            wrapMode: Text.Wrap
            lineHeight: 1.1
            Accessible.name: field.text === "" ? field.hint : field.text
        }
    }
    // Where there is no room for it, it is told before there is no more room in the text.
    Rectangle {
        id: count

        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.gapSmall
        visible: field.hasRoomBelow || field.isNearlyFull
        width: told.implicitWidth + 2 * Theme.gapSmall
        height: told.implicitHeight
        color: field.color

        PlainLabel {
            id: told

            objectName: "charactersLeft"
            anchors.centerIn: parent
            text: field.remaining
            color: Theme.inkSoft
            font.pixelSize: Theme.small
            wrapMode: Text.NoWrap
            lineHeight: 1
        }
    }
}
