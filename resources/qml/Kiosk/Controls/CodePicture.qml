import QtQuick

// A QR code on white, a whole number of pixels a module: at least a millimetre, and as large as `room` allows.
Rectangle {
    id: code

    required property string picture
    required property int modules
    required property real room
    readonly property real module: Math.max(Math.ceil(Theme.millimetre), Math.floor(code.room / Math.max(1, code.modules)))

    implicitWidth: code.module * code.modules
    implicitHeight: code.implicitWidth
    color: "#ffffff"

    Image {
        anchors.centerIn: parent
        width: code.implicitWidth
        height: code.implicitHeight
        smooth: false
        sourceSize: Qt.size(code.implicitWidth, code.implicitHeight)
        source: code.picture
    }
}
