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

    spacing: Theme.gap

    Rectangle {
        Layout.alignment: Qt.AlignTop
        implicitWidth: Theme.icon * 1.6
        implicitHeight: Theme.icon * 1.6
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
            font.weight: Font.DemiBold
            lineHeight: 1.1
        }
        PlainLabel {
            Layout.fillWidth: true
            text: line.sentence
            color: Theme.inkSoft
            font.pixelSize: Theme.small
            lineHeight: 1.12
        }
    }
}
