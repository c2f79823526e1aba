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
            objectName: "written"
            width: parent.width
            height: parent.height
            verticalAlignment: implicitHeight > height ? Text.AlignBottom : field.hasRoomBelow ? Text.AlignTop : Text.AlignVCenter
            // A bar for a caret, where the next letter comes.
            text: field.shown + (field.text === "" && field.shown !== "" ? "" : "\u2502")
            color: field.text === "" ? Theme.inkSoft : Theme.ink
            font.pixelSize: field.size
            wrapMode: Text.Wrap
            lineHeight: 1.1
            Accessible.name: field.text === "" ? field.hint : field.text
            Accessible.description: field.remaining
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
