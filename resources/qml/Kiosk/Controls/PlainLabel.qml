import QtQuick
import QtQuick.Templates as T

// Text that is never markup and never cut. A Label, because a bare Text is not in the accessibility tree.
T.Label {
    color: Theme.ink
    linkColor: Theme.primary
    font.family: Theme.family
    font.pixelSize: Theme.body
    lineHeight: Theme.lineHeight
    wrapMode: Text.WordWrap
    textFormat: Text.PlainText
}
