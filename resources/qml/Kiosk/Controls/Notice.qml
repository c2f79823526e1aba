import QtQuick
import QtQuick.Layouts

// What a whole page says: a large drawing and a title.
ColumnLayout {
    id: notice

    required property string drawing
    required property string title
    property bool isFilled: true
    property bool isPortrait: true
    property bool isDrawn: true

    spacing: notice.isPortrait ? Theme.gapLarge : Theme.gap

    Item {
        Layout.fillHeight: true
    }
    Rectangle {
        Layout.alignment: Qt.AlignHCenter
        visible: notice.isDrawn
        implicitWidth: Theme.face
        implicitHeight: Theme.face
        radius: width / 2
        color: notice.isFilled ? Theme.primary : Theme.primaryTint

        Drawing {
            anchors.centerIn: parent
            name: notice.drawing
            colour: notice.isFilled ? Theme.inkOnPrimary : Theme.primary
            extent: Theme.face * 0.56
        }
    }
    PlainLabel {
        Layout.fillWidth: true
        text: notice.title
        font.pixelSize: notice.isPortrait ? Theme.display : Theme.title
        font.weight: Font.Bold
        horizontalAlignment: Text.AlignHCenter
        lineHeight: 1.1
        Accessible.role: Accessible.Heading
    }
}
