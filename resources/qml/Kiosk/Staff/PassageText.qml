import QtQuick
import Kiosk.Controls

// Words of a card, as the view-model has marked them up; they can be selected with the mouse and copied.
TextEdit {
    id: words

    required property string plain

    readOnly: true
    selectByMouse: true
    activeFocusOnTab: false
    // Never another one: a row that is used again would show the source of what it had before.
    textFormat: TextEdit.RichText
    wrapMode: TextEdit.Wrap
    color: Theme.ink
    selectionColor: Theme.primary
    selectedTextColor: Theme.inkOnPrimary
    font.family: Theme.family
    font.pixelSize: Desk.body
    Accessible.role: Accessible.StaticText
    Accessible.name: words.plain
}
