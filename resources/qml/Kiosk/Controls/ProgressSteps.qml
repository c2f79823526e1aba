import QtQuick

// How far one has come: a bar beside the words that say the same.
Rectangle {
    id: bar

    required property int step
    required property int steps

    implicitHeight: Theme.gapSmall
    radius: height / 2
    color: Theme.headTrack
    Accessible.ignored: true

    Rectangle {
        width: Math.max(parent.height, parent.width * bar.step / Math.max(1, bar.steps))
        height: parent.height
        radius: parent.radius
        color: Theme.inkOnHead
    }
}
