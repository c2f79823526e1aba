import QtQuick
import QtQuick.Templates as T

// Text that is never markup and never cut. A Label, because a bare Text is not in the accessibility tree.
T.Label {
    id: label

    // A screen reader is told at once when these words change.
    property bool isLive: false
    // Qt puts the leading of a line below it: half of it goes above, or words sit too high beside a drawing.
    readonly property real halfLeading: Math.max(0, Math.round((label.lineHeight - 1) * 0.6 * label.font.pixelSize))

    topPadding: label.halfLeading
    bottomPadding: -label.halfLeading
    color: Theme.ink
    linkColor: Theme.primary
    font.family: Theme.family
    font.pixelSize: Theme.body
    lineHeight: Theme.lineHeight
    wrapMode: Text.WordWrap
    textFormat: Text.PlainText
    Accessible.name: label.text.replace(/\u00ad/g, "")
}
