import QtQuick

// One of the program's own drawings, in one colour. Decoration: whatever it says is also said in words.
Item {
    id: drawing

    required property string name
    property color colour: Theme.primary
    property real extent: Theme.icon

    implicitWidth: drawing.extent
    implicitHeight: drawing.extent

    Image {
        anchors.fill: parent
        mirror: drawing.LayoutMirroring.enabled && ["back", "forward", "chevron"].includes(drawing.name)
        sourceSize: Qt.size(drawing.extent, drawing.extent)
        source: drawing.name === "" ? "" : "image://drawing/" + drawing.name + "/" + drawing.colour.toString().slice(-6)
    }
}
