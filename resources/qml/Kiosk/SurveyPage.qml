pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// One question a screen: what is asked above, every answer below.
Item {
    id: sheet

    required property SurveyViewModel survey
    required property string officeName
    readonly property bool isPortrait: sheet.height > sheet.width

    ColumnLayout {
        anchors.fill: parent
        anchors.bottomMargin: sheet.isPortrait ? Theme.gapLarge : Theme.gap
        spacing: sheet.isPortrait ? Theme.gapLarge : Theme.gap

        SurveyHead {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: sheet.isPortrait ? sheet.height : implicitHeight
            survey: sheet.survey
            officeName: sheet.officeName
            isPortrait: sheet.isPortrait
        }
        Item {
            visible: !sheet.isPortrait
            Layout.fillHeight: true
        }
        Surface {
            Layout.fillWidth: true
            Layout.leftMargin: sheet.isPortrait ? Theme.gap : Theme.margin
            Layout.rightMargin: sheet.isPortrait ? Theme.gap : Theme.margin
            visible: sheet.survey.isRating
            implicitHeight: faces.implicitHeight + 2 * Theme.gapSmall

            RatingScale {
                id: faces

                anchors.fill: parent
                anchors.margins: Theme.gapSmall
                namePrefix: "answer"
                faceLimit: Math.min(Theme.face * 1.45, sheet.height * 0.20)
                choices: sheet.survey.faces
                longestWord: sheet.survey.longestWord
                onChosen: code => sheet.survey.choose(code)
            }
        }
        ChoiceGrid {
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            visible: !sheet.survey.isRating
            survey: sheet.survey
            isPortrait: sheet.isPortrait
        }
        Item {
            visible: !sheet.isPortrait
            Layout.fillHeight: true
        }
        SurveyActions {
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.leftMargin: Theme.margin
            Layout.rightMargin: Theme.margin
            survey: sheet.survey
        }
    }
}
