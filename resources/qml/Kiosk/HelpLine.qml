import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

// One way to make the screen easier to use: the drawing that is on its button, its name, and what it does.
RowLayout {
    id: line

    required property string drawing
    required property string name
    required property string sentence
    property bool isWanted: true
    property bool isLarge: false
    property real stretch: 1
    property real highest: 1.4 * implicitHeight

    spacing: Theme.gap

    Rectangle {
        implicitWidth: Theme.icon * (line.isLarge ? 2 : 1.6)
        implicitHeight: implicitWidth
        radius: Theme.radius
        color: Theme.primaryTint

        Drawing {
            anchors.centerIn: parent
            name: line.drawing
        }
    }
    ColumnLayout {
        spacing: 0

        PlainLabel {
            Layout.fillWidth: true
            text: line.name
            font.pixelSize: line.isLarge ? Theme.lead : Theme.body
            font.weight: Font.DemiBold
            lineHeight: 1.1
        }
        PlainLabel {
            Layout.fillWidth: true
            text: line.sentence
            color: Theme.inkSoft
            font.pixelSize: line.isLarge ? Theme.body : Theme.small
            lineHeight: 1.12
        }
    }
}
