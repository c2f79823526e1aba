import QtQuick
import Kiosk.Controls

// The program's own and the office's words, in the type of a desk.
PlainLabel {
    font.pixelSize: Desk.body
    lineHeight: 1.15
}
