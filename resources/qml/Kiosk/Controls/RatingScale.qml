pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// Five faces, bad first and good last: in a row with their words, below one another where words are large and there is
// height, or in a row with the words of both ends where there is neither.
GridLayout {
    id: faces

    required property var choices
    required property list<string> words
    required property int longestLabel
    required property string firstLabel
    required property string lastLabel
    required property real room
    required property real tallest
    property string namePrefix: "face"
    property bool isNumbered: false
    property bool isDense: false
    property real faceLimit: Theme.face * 1.45
    property real wordMost: Theme.body
    // How wide a letter is, as a share of its size.
    readonly property real letter: LayoutMirroring.enabled ? 0.72 : 0.6
    readonly property real cell: (faces.width - 4 * Theme.between) / 5
    // Lines below a face, a number before the words, and lines that are not filled: four fifths of them are.
    readonly property int lines: Math.ceil((faces.longestLabel + 3) / (0.8 * Math.floor(faces.cell / (faces.letter * Theme.small))))
    readonly property bool isHighEnough: faces.tallest >= Theme.faceLeast + 2 * Theme.gap + Theme.gapSmall + faces.lines * 1.1 * Theme.small
    // Words may be a little smaller rather than break; seen from 600 mm they are still large at 200 %.
    readonly property real longestWord: faces.words.reduce((longest, word) => Math.max(longest, metrics.advanceWidth(word) / metrics.font.pixelSize), 0.1)
    readonly property real wordLimit: 0.98 * (faces.cell - 2 * Theme.line) / faces.longestWord
    readonly property bool isWhole: faces.wordLimit >= 0.93 * Theme.small
    // A word of more letters than ten breaks at a hyphen.
    readonly property bool isRoomyRow: faces.isHighEnough && (faces.isWhole || faces.cell >= faces.letter * Theme.small * 10)
    readonly property bool isList: !faces.isRoomyRow && faces.room > 5 * (Theme.faceLeast + 2 * Theme.gapSmall + Theme.between)
    readonly property bool isBrief: !faces.isRoomyRow && !faces.isList
    readonly property real faceExtent: Math.floor(faces.isList || faces.isBrief ? Theme.faceLeast : Math.max(Theme.faceLeast, Math.min(faces.faceLimit, faces.cell - Theme.gap)))
    // The words of both ends too.
    readonly property real longestEnd: Math.max(metrics.advanceWidth("1: " + faces.firstLabel), metrics.advanceWidth("5: " + faces.lastLabel)) / metrics.font.pixelSize
    readonly property real endLimit: 0.98 * ((faces.width - Theme.between) / 2 - Theme.gap) / (Theme.small * faces.longestEnd)
    readonly property real endSize: LayoutMirroring.enabled ? 0.8 * Theme.small : Math.floor(Theme.small * (faces.endLimit >= 0.93 ? Math.min(1, faces.endLimit) : 1))
    signal chosen(string code)

    columns: faces.isList ? 1 : 5
    columnSpacing: Theme.between
    rowSpacing: faces.isBrief ? Theme.line : Theme.between
    uniformCellWidths: true

    FontMetrics {
        id: metrics

        font.family: Theme.family
        font.pixelSize: Theme.small
        font.weight: Font.Medium
    }
    Repeater {
        model: faces.choices

        FaceButton {
            required property int index
            required property string code
            required property string label
            required property string breaking
            required property bool chosen

            objectName: faces.namePrefix + "-" + code
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            step: Math.min(5, Math.max(1, index + 1))
            text: faces.isWhole || faces.isList ? label : breaking
            isRow: faces.isList
            isBrief: faces.isBrief
            // Before large words a number takes a line more: their place in the row is their number.
            isNumbered: faces.isNumbered && !(faces.isDense && Theme.textScale > 1)
            isDense: faces.isDense && !faces.isList
            wordSize: faces.isRoomyRow ? (faces.isWhole ? Math.floor(Math.min(faces.wordMost, faces.wordLimit)) : Theme.small) : faces.isBrief ? Theme.small : Theme.body
            isChosen: chosen
            faceExtent: faces.faceExtent
            onClicked: faces.chosen(code)
        }
    }
    RowLayout {
        Layout.columnSpan: 5
        Layout.fillWidth: true
        Layout.leftMargin: Theme.gap
        Layout.rightMargin: Theme.gap
        // The ring around a face comes over them, never they over it.
        z: -1
        visible: faces.isBrief
        spacing: Theme.between

        PlainLabel {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            text: "1: " + faces.firstLabel
            font.pixelSize: faces.endSize
            lineHeight: 1.05
        }
        PlainLabel {
            Layout.fillWidth: true
            Layout.preferredWidth: 1
            Layout.alignment: Qt.AlignTop
            text: "5: " + faces.lastLabel
            font.pixelSize: faces.endSize
            horizontalAlignment: Text.AlignRight
            lineHeight: 1.05
        }
    }
}
