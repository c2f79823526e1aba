import QtQuick

// Where the keyboard stands: yellow with a dark edge, visible on every colour.
Rectangle {
    id: ring

    anchors.fill: parent
    anchors.margins: -Theme.ring
    color: "transparent"
    border.color: Theme.focusEdge
    border.width: Theme.ring
    radius: Theme.radius + Theme.ring

    Rectangle {
        anchors.fill: parent
        anchors.margins: Theme.hair * 2
        color: "transparent"
        border.color: Theme.focus
        border.width: Theme.ring - Theme.hair * 2
        radius: ring.radius - Theme.hair * 2
    }
}
