import QtQuick
import QtQuick.Templates as T
import Kiosk.Controls

// The words that are searched for. Letters typed anywhere in the window come here.
T.TextField {
    id: field

    implicitHeight: Math.round(Desk.target * 1.2)
    leftPadding: Desk.icon + 3 * Desk.gap
    rightPadding: Desk.gap
    verticalAlignment: TextInput.AlignVCenter
    color: Theme.ink
    selectionColor: Theme.primary
    selectedTextColor: Theme.inkOnPrimary
    font.family: Theme.family
    font.pixelSize: Math.round(Desk.body * 1.1)
    maximumLength: 200
    selectByMouse: true
    T.ContextMenu.menu: null
    Accessible.name: field.placeholderText

    background: Rectangle {
        radius: Desk.radius
        color: Theme.surface
        border.color: Theme.primary
        border.width: Desk.line

        DeskRing {
            visible: field.activeFocus
        }
        Drawing {
            x: 2 * Desk.gap
            anchors.verticalCenter: parent.verticalCenter
            name: "search"
            extent: Desk.icon
        }
    }

    PlainLabel {
        x: field.leftPadding
        width: field.width - field.leftPadding - field.rightPadding
        anchors.verticalCenter: parent.verticalCenter
        visible: field.text === "" && field.preeditText === ""
        text: field.placeholderText
        color: Theme.inkSoft
        font.pixelSize: Desk.body
        lineHeight: 1
        wrapMode: Text.NoWrap
        elide: Text.ElideRight
        Accessible.ignored: true
    }
}
