import QtQuick

// One step of a scale: a face told by its shape, with its word below and its place in the row.
TouchButton {
    id: control

    required property int step
    property int longestWord: 1
    property bool isChosen: false
    property real faceExtent: Theme.face
    readonly property bool isLit: control.isChosen || control.down
    readonly property real wordInset: control.width > control.faceExtent * 1.5 ? Theme.gapSmall : 0

    implicitHeight: Theme.gap * 3 + control.faceExtent + words.implicitHeight
    padding: 0
    leftInset: -Theme.line * 2
    rightInset: -Theme.line * 2
    checked: control.isChosen
    Accessible.checked: control.isChosen

    background: Rectangle {
        radius: Theme.radiusLarge
        color: control.isLit ? Theme.primary : "transparent"
    }

    contentItem: Item {
        Image {
            id: face

            anchors.top: parent.top
            anchors.topMargin: Theme.gap
            anchors.horizontalCenter: parent.horizontalCenter
            width: control.faceExtent
            height: control.faceExtent
            sourceSize: Qt.size(control.faceExtent, control.faceExtent)
            source: "image://drawing/face-" + control.step
        }
        Rectangle {
            anchors.fill: face
            anchors.margins: -Theme.line * 1.5
            visible: control.isLit
            radius: width / 2
            color: "transparent"
            border.color: Theme.inkOnPrimary
            border.width: Theme.line * 1.5
        }
        PlainLabel {
            id: words

            anchors.top: face.bottom
            anchors.topMargin: Theme.gap
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.leftMargin: control.wordInset
            anchors.rightMargin: control.wordInset
            text: control.text
            color: control.isLit ? Theme.inkOnPrimary : Theme.ink
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Math.min(Theme.body, width / (0.55 * control.longestWord))
            font.weight: Font.Medium
            font.letterSpacing: -0.1 * Theme.millimetre
            lineHeight: 1.1
            Accessible.ignored: true
        }
    }
}
