import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// How many questions there are, and which one this is.
GridLayout {
    id: progress

    required property SurveyViewModel survey
    required property bool isPortrait

    columns: progress.isPortrait ? 1 : 2
    columnSpacing: Theme.gapLarge
    rowSpacing: Theme.gap

    PlainLabel {
        objectName: "progress"
        isLive: true
        text: qsTr("Question %1 of %2").arg(progress.survey.step).arg(progress.survey.steps)
        color: Theme.inkOnHeadSoft
        wrapMode: Text.NoWrap
    }
    ProgressSteps {
        Layout.fillWidth: true
        step: progress.survey.step
        steps: progress.survey.steps
    }
}
