import QtQuick

// The least that can move: what the window system and the renderer cost.
Rectangle {
    id: ground

    property bool moved: false

    color: "white"

    Rectangle {
        x: ground.moved ? 40 : 0
        y: 200
        width: 300
        height: 300
        color: "black"

        Behavior on x {
            NumberAnimation {
                duration: 180
            }
        }
    }
}
