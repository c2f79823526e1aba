import QtQuick

// What has been typed, with a caret behind the last letter. Of long words the end is seen: there one is typing.
Rectangle {
    id: field

    required property string text
    required property string hint
    property bool hasCaret: true
    property real size: Theme.lead

    implicitHeight: Math.max(Theme.target, words.implicitHeight + 2 * Theme.gapSmall)
    radius: Theme.radius
    color: Theme.surface
    border.color: Theme.primary
    border.width: Theme.line

    Drawing {
        id: glass

        anchors.left: parent.left
        anchors.leftMargin: Theme.gap
        anchors.verticalCenter: parent.verticalCenter
        name: "search"
    }
    Item {
        id: sight

        anchors.left: glass.right
        anchors.right: parent.right
        anchors.margins: Theme.gap
        height: parent.height
        clip: true

        PlainLabel {
            id: words

            readonly property real beyond: Math.max(0, words.implicitWidth + caret.width + Theme.hair - sight.width)

            // The hint stands behind the caret.
            readonly property real before: field.text === "" && field.hasCaret ? caret.width + Theme.line : 0

            objectName: "typed"
            x: LayoutMirroring.enabled ? sight.width - width + words.beyond - words.before : words.before - words.beyond
            anchors.verticalCenter: parent.verticalCenter
            // A space at the end moves the caret.
            text: field.text === "" ? field.hint : field.text.replace(/ $/, "\u00a0")
            color: field.text === "" ? Theme.inkSoft : Theme.ink
            font.pixelSize: field.text === "" ? Math.min(field.size, Theme.body) : field.size
            wrapMode: Text.NoWrap
            lineHeight: 1
            Accessible.name: field.text === "" ? field.hint : field.text
            Accessible.description: field.text === "" ? "" : field.hint
        }
        Rectangle {
            id: caret

            x: field.text === "" ? (LayoutMirroring.enabled ? sight.width - width : 0) : LayoutMirroring.enabled ? words.x - width : words.x + words.implicitWidth
            anchors.verticalCenter: parent.verticalCenter
            visible: field.hasCaret
            width: Theme.line
            height: Math.round(field.size * 1.2)
            color: Theme.primary
        }
    }
}
