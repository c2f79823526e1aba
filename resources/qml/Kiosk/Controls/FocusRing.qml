import QtQuick

// Where the keyboard stands: yellow between two dark edges, of which one stands out from every colour.
Rectangle {
    id: ring

    readonly property real edge: Math.round(Theme.ring / 4)

    anchors.fill: parent
    anchors.margins: -Theme.ring
    color: "transparent"
    border.color: Theme.focusEdge
    border.width: Theme.ring
    radius: Theme.radius + Theme.ring

    Rectangle {
        anchors.fill: parent
        anchors.margins: ring.edge
        color: "transparent"
        border.color: Theme.focus
        border.width: Theme.ring - 2 * ring.edge
        radius: ring.radius - ring.edge
    }
}
