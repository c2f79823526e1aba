import QtQuick

// One step of a scale: a face told by its shape, with its word and its place in the row. Its word stands below it, or
// beside it (`isRow`), or only its number (`isBrief`).
TouchButton {
    id: control

    required property int step
    property bool isRow: false
    property bool isBrief: false
    property bool isNumbered: false
    property bool isDense: false
    property real wordSize: Theme.body
    property bool isChosen: false
    property real faceExtent: Theme.face
    readonly property bool isLit: control.isChosen || control.down
    readonly property color wordColour: control.isLit ? Theme.inkOnPrimary : Theme.ink
    readonly property real inset: control.isBrief || control.isDense ? Theme.gapSmall / 2 : Theme.gap
    readonly property string words: control.isBrief ? control.step : control.isNumbered ? control.step + ". " + control.text : control.text

    implicitHeight: control.isRow ? Math.max(control.faceExtent + 2 * Theme.gapSmall, words.implicitHeight + 2 * Theme.gapSmall) : 2 * control.inset + Theme.gapSmall / (control.isBrief ? 2 : 1) + control.faceExtent + words.implicitHeight
    padding: 0
    checked: control.isChosen
    Accessible.checked: control.isChosen

    background: Rectangle {
        radius: Theme.radiusLarge
        color: control.isLit ? Theme.primary : "transparent"
    }

    contentItem: Item {
        Image {
            id: face

            x: control.isRow ? (control.mirrored ? parent.width - width - Theme.gap : Theme.gap) : (parent.width - width) / 2
            y: control.isRow ? (parent.height - height) / 2 : control.inset
            width: control.faceExtent
            height: control.faceExtent
            scale: control.isLit && control.inset >= Theme.gap ? 1.05 : 1
            sourceSize: Qt.size(control.faceExtent, control.faceExtent)
            source: "image://drawing/face-" + control.step + (Theme.isHighContrast ? "/000000" : "/1d2733")

            Behavior on scale {
                NumberAnimation {
                    duration: Theme.quick
                }
            }
        }
        Rectangle {
            anchors.centerIn: face
            width: face.width * face.scale + Theme.line * (control.inset < Theme.gap ? 2 : 3)
            height: width
            visible: control.isLit
            radius: width / 2
            color: "transparent"
            border.color: Theme.inkOnPrimary
            border.width: Theme.line * 1.5
        }
        PlainLabel {
            id: words

            x: control.isRow && !control.mirrored ? face.width + 3 * Theme.gap : Theme.line
            y: control.isRow ? (parent.height - height) / 2 : face.y + face.height + Theme.gapSmall / (control.isBrief ? 2 : 1)
            width: parent.width - (control.isRow ? face.width + 4 * Theme.gap : 2 * Theme.line)
            text: control.words
            color: control.wordColour
            horizontalAlignment: control.isRow ? Text.AlignLeft : Text.AlignHCenter
            font.pixelSize: control.wordSize
            font.weight: Font.Medium
            lineHeight: 1.1
            Accessible.ignored: true
        }
    }
}
