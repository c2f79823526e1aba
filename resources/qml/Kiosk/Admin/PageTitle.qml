import QtQuick
import Kiosk.Controls

// What a page of the area is about.
PlainLabel {
    property bool isPinned: true
    property bool staysWithNext: true

    font.pixelSize: Theme.title
    font.weight: Font.Bold
    lineHeight: 1.1
    Accessible.role: Accessible.Heading
}
