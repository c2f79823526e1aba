pragma ComponentBehavior: Bound

import QtQuick

// What is asked: as high as it must be, and written as large as the room that it is given allows.
Item {
    id: head

    required property string text
    required property color color
    // From the largest to the smallest, by how close everything must stand.
    required property list<real> sizes
    property int compactness: 0
    readonly property real leastLineHeight: head.compactness === 2 ? 0.92 : 1.12
    // Of the sizes between the largest and the one that must be, the first that has room.
    readonly property real size: head.compactness === 0 || head.height >= largest.implicitHeight ? head.sizes[0] : head.height >= larger.implicitHeight ? larger.size : head.compactness === 1 || head.height >= middle.implicitHeight ? head.sizes[1] : head.sizes[2]

    implicitHeight: least.implicitHeight

    component Measure: PlainLabel {
        required property real size

        width: head.width
        visible: false
        text: head.text
        font.pixelSize: size
        font.weight: Font.Bold
        lineHeight: 1.12
    }
    Measure {
        id: largest

        size: head.sizes[0]
    }
    Measure {
        id: larger

        size: Math.round((head.sizes[0] + head.sizes[1]) / 2)
    }
    Measure {
        id: middle

        size: head.sizes[1]
    }
    Measure {
        id: least

        size: head.sizes[head.compactness]
        lineHeight: head.leastLineHeight
    }
    PlainLabel {
        objectName: "question"
        anchors.fill: parent
        text: head.text
        color: head.color
        font.pixelSize: head.size
        font.weight: Font.Bold
        verticalAlignment: Text.AlignVCenter
        lineHeight: head.size === head.sizes[head.compactness] ? head.leastLineHeight : 1.12
        Accessible.role: Accessible.Heading
    }
}
