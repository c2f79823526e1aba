pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// The answers of a list, one below another or in two columns.
GridLayout {
    id: grid

    required property SurveyViewModel survey
    required property bool isPortrait
    readonly property bool isDense: !grid.isPortrait && answers.count > 4

    readonly property bool isOneRow: !grid.isPortrait && answers.count <= grid.columns
    readonly property real leastHeight: grid.isDense ? Theme.target : Theme.targetLarge * (grid.isOneRow ? 1.6 : 1.2)

    columns: grid.isPortrait ? 1 : grid.isDense || answers.count === 3 ? 3 : 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap
    uniformCellWidths: true
    uniformCellHeights: !grid.isPortrait && !grid.isDense

    Repeater {
        id: answers

        model: grid.survey.choices

        ChoiceButton {
            required property string code
            required property string label
            required property bool chosen

            objectName: "answer-" + code
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.minimumHeight: Math.max(grid.leastHeight, implicitHeight)
            font.pixelSize: grid.isDense ? Theme.body : Theme.lead
            text: label
            isToggle: grid.survey.isMultiple
            isChosen: chosen
            onClicked: grid.survey.choose(code)
        }
    }
}
