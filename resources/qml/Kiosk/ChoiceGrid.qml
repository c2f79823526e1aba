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

    columns: grid.isPortrait ? 1 : grid.isDense ? 3 : 2
    columnSpacing: Theme.gap
    rowSpacing: Theme.gap
    uniformCellWidths: true

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
            Layout.minimumHeight: grid.isDense ? Theme.target : Theme.targetLarge
            font.pixelSize: grid.isDense ? Theme.body : Theme.lead
            text: label
            isToggle: grid.survey.isMultiple
            isChosen: chosen
            onClicked: grid.survey.choose(code)
        }
    }
}
