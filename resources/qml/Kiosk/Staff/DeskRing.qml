import QtQuick
import Kiosk.Controls

// Where the keyboard stands: dark on the outside, yellow within, so that one of them stands out from every ground.
Rectangle {
    anchors.fill: parent
    color: "transparent"
    border.color: Theme.focusEdge
    border.width: Desk.line
    radius: Desk.radius

    Rectangle {
        anchors.fill: parent
        anchors.margins: Desk.line
        color: "transparent"
        border.color: Theme.focus
        border.width: Desk.line
        radius: Desk.radius / 2
    }
}
