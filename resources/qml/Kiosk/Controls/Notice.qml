import QtQuick
import QtQuick.Layouts

// A whole page's message: a large drawing, a title, a sentence.
ColumnLayout {
    id: notice

    required property string drawing
    required property string title
    property string sentence: ""
    property bool isFilled: true
    property bool isPortrait: true

    spacing: notice.isPortrait ? Theme.gapLarge : Theme.gap

    Item {
        Layout.fillHeight: true
    }
    Rectangle {
        Layout.alignment: Qt.AlignHCenter
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
    }
    PlainLabel {
        Layout.fillWidth: true
        visible: notice.sentence !== ""
        text: notice.sentence
        color: Theme.inkSoft
        font.pixelSize: Theme.lead
        horizontalAlignment: Text.AlignHCenter
    }
    Item {
        Layout.fillHeight: true
    }
}
