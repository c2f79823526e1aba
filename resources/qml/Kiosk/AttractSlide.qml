pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

// One slide: a drawing and few large words. It fades in and out; where motion is not wanted it is there at once.
Item {
    id: slide

    required property string kind
    required property string drawing
    required property string heading
    required property string title
    required property string sentence
    required property var details
    required property int faces
    required property color ink
    required property bool isPortrait
    readonly property real sentenceSize: slide.isPortrait ? Theme.title : Theme.isCompact ? Theme.body : Theme.lead
    readonly property bool isLong: slide.title.length > 180
    // A question of three lines leaves less to its faces.
    readonly property bool isFull: slide.kind === "faces" && slide.title.length > 90 && Theme.isCompact
    // Few words stand large, many still fit on the smallest panel.
    readonly property real titleSize: slide.isLong ? (slide.isPortrait ? Theme.title * 1.2 : Theme.isCompact ? Theme.body : Theme.lead) : slide.title.length > 90 ? (slide.isPortrait ? Theme.title * 1.4 : slide.isFull ? Theme.body * 1.15 : Theme.title) : slide.isPortrait ? Theme.display * 1.3 : Theme.isCompact ? Theme.title : Theme.display

    visible: slide.opacity > 0

    // The one before has gone when the next one comes: words never lie on words.
    Behavior on opacity {
        id: fading

        SequentialAnimation {
            PauseAnimation {
                duration: fading.targetValue === 1 ? Theme.fade : 0
            }
            NumberAnimation {
                duration: Theme.fade
            }
        }
    }

    GridLayout {
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        columns: slide.isPortrait ? 1 : 2
        columnSpacing: Theme.margin * 2
        rowSpacing: Theme.margin * 1.5

        Rectangle {
            visible: slide.drawing !== "" && !(slide.isLong && Theme.isCompact)
            implicitWidth: slide.isPortrait ? Theme.face * 2 : Math.min(Theme.face * 1.8, slide.height * 0.6)
            implicitHeight: implicitWidth
            radius: width / 2
            color: "transparent"
            border.color: slide.ink
            border.width: Theme.line

            Drawing {
                anchors.centerIn: parent
                name: slide.drawing
                colour: slide.ink
                extent: parent.width * 0.56
            }
        }
        ColumnLayout {
            Layout.columnSpan: slide.drawing === "" && !slide.isPortrait ? 2 : 1
            spacing: slide.isPortrait ? Theme.gapLarge : Theme.gap

            PlainLabel {
                Layout.fillWidth: true
                visible: slide.heading !== ""
                text: slide.heading
                color: slide.ink
                font.pixelSize: slide.sentenceSize
            }
            PlainLabel {
                objectName: "slideTitle"
                Layout.fillWidth: true
                text: slide.title
                color: slide.ink
                font.pixelSize: slide.titleSize
                font.weight: Font.Bold
                lineHeight: 1.15
            }
            AttractFaces {
                Layout.fillWidth: true
                Layout.topMargin: slide.isPortrait ? Theme.margin : 0
                Layout.bottomMargin: Layout.topMargin
                visible: slide.kind === "faces"
                faces: slide.faces
                room: slide.height * (slide.isFull ? 0.7 : 1)
            }
            PlainLabel {
                objectName: "slideSentence"
                Layout.fillWidth: true
                visible: slide.sentence !== ""
                text: slide.sentence
                color: slide.ink
                font.pixelSize: slide.kind === "closed" ? slide.sentenceSize * 1.15 : slide.sentenceSize
            }
            Repeater {
                model: slide.details

                RowLayout {
                    id: detail

                    required property var modelData

                    Layout.fillWidth: true
                    spacing: Theme.gap

                    Drawing {
                        name: detail.modelData.drawing
                        colour: slide.ink
                    }
                    PlainLabel {
                        Layout.fillWidth: true
                        text: detail.modelData.words
                        color: slide.ink
                        font.pixelSize: slide.isPortrait ? Theme.title * 0.9 : slide.sentenceSize
                    }
                }
            }
        }
    }
}
