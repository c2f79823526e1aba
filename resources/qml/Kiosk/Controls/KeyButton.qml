import QtQuick

// A key of the on-screen keyboard: one large letter.
TouchButton {
    id: control

    padding: 0
    // A key cannot grow with the text: its letter is as large as it can be from the beginning.
    font.pixelSize: Math.round(control.height * (control.text.length > 1 ? 0.34 : 0.52))

    background: Rectangle {
        radius: Theme.radius
        color: control.down ? Theme.primary : Theme.surface
        border.color: Theme.edgeTarget
        border.width: Theme.hair
    }
    contentItem: PlainLabel {
        text: control.text
        color: control.down ? Theme.inkOnPrimary : Theme.ink
        font.pixelSize: control.font.pixelSize
        font.weight: Font.Medium
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        wrapMode: Text.NoWrap
        lineHeight: 1
        Accessible.ignored: true
    }
}
