import QtQuick

// A sheet of paper: white, rounded, a little above the ground.
Rectangle {
    id: surface

    property real depth: Theme.line
    property color shade: Theme.shade

    color: Theme.surface
    radius: Theme.radiusLarge
    border.color: Theme.edge
    border.width: Theme.hair

    Rectangle {
        z: -1
        anchors.fill: parent
        anchors.topMargin: surface.depth
        anchors.bottomMargin: -surface.depth
        radius: surface.radius
        color: surface.shade
    }
}
