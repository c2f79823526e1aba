import QtQuick

// Text of several lines that is being written, with a caret behind its last letter.
Rectangle {
    id: field

    required property string text
    // In its place while there is no text, where there is room for it.
    required property string hint
    // How much more may be written, in words: always seen where there is room, else when there is little left.
    required property string remaining
    required property bool isNearlyFull
    readonly property bool hasRoomBelow: field.height > 36 * Theme.millimetre * Theme.textScale
    // Two lines of small letters rather than one of larger ones: so one sees what one has written.
    readonly property bool hasTwoSmallLines: sight.height >= 2.8 * Theme.small && sight.height < 2.8 * Theme.body
    readonly property real size: field.hasRoomBelow ? Theme.lead : field.hasTwoSmallLines ? Theme.small : Theme.body
    readonly property string shown: field.text !== "" ? field.text : measure.implicitHeight <= sight.height ? field.hint : ""
    // Letters of which one may be sure that they fit.
    readonly property int roomForLetters: Math.floor(sight.width / (0.6 * field.size)) * Math.floor(sight.height / (1.4 * field.size))

    radius: Theme.radius
    color: Theme.surface
    border.color: Theme.primary
    border.width: Theme.line

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
            id: measure

            width: parent.width
            visible: false
            text: field.hint
            font.pixelSize: field.size
            lineHeight: 1.1
        }
        PlainLabel {
            id: words

            property point end: Qt.point(0, 0)

            objectName: "written"
            y: implicitHeight > sight.height ? sight.height - implicitHeight : field.hasRoomBelow ? 0 : Math.round((sight.height - implicitHeight) / 2)
            // The hint stands behind the caret.
            x: field.text === "" ? Theme.gapSmall : 0
            width: parent.width - x
            // A space at the end moves the caret.
            text: field.shown.replace(/ $/, "\u00a0")
            color: field.text === "" ? Theme.inkSoft : Theme.ink
            font.pixelSize: field.size
            wrapMode: Text.Wrap
            lineHeight: 1.1
            onLineLaidOut: line => words.end = Qt.point(line.x + line.implicitWidth, line.y)
            Accessible.name: field.text === "" ? field.hint : field.text
            Accessible.description: field.remaining
        }
        Rectangle {
            x: field.text === "" ? 0 : Math.min(words.end.x + Theme.hair, sight.width - width)
            y: words.y + (field.text === "" ? 0 : words.end.y)
            width: Theme.line
            height: Math.round(field.size * 1.2)
            color: Theme.primary
        }
    }
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
