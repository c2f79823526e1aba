pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts

// Five faces in a row, bad on the left and good on the right.
RowLayout {
    id: faces

    required property var choices
    property string namePrefix: "face"
    property int longestWord: 1
    property real faceLimit: Theme.face * 1.45
    readonly property real faceExtent: Math.min(faces.faceLimit, (faces.width - 4 * faces.spacing) / 5 - Theme.gap)
    signal chosen(string code)

    spacing: Math.ceil(Theme.pixelsPerMillimetre * 3.2)
    uniformCellSizes: true

    Repeater {
        model: faces.choices

        FaceButton {
            required property int index
            required property string code
            required property string label
            required property bool chosen

            objectName: faces.namePrefix + "-" + code
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: 1
            step: Math.min(5, Math.max(1, index + 1))
            text: label
            longestWord: faces.longestWord
            isChosen: chosen
            faceExtent: faces.faceExtent
            onClicked: faces.chosen(code)
        }
    }
}
