import QtQuick
import Kiosk.Controls

// Words of a card; they can be selected with the mouse and copied.
TextEdit {
    id: words

    required property string plain

    readOnly: true
    selectByMouse: true
    activeFocusOnTab: false
    wrapMode: TextEdit.Wrap
    color: Theme.ink
    selectionColor: Theme.primary
    selectedTextColor: Theme.inkOnPrimary
    font.family: Theme.family
    font.pixelSize: Desk.body
    Accessible.role: Accessible.StaticText
    Accessible.name: words.plain
}
