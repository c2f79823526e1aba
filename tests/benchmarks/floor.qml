import QtQuick

Rectangle {
    width: 1080
    height: 1920
    color: "white"

    Text {
        anchors.centerIn: parent
        text: "floor"
    }
}
