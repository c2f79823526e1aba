import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// Whose question it is, how many there are, and what is asked.
Rectangle {
    id: head

    required property SurveyViewModel survey
    required property string officeName
    required property bool isPortrait

    implicitHeight: content.implicitHeight + band.height + (head.isPortrait ? 2 : 1) * Theme.gapLarge
    color: Theme.primary

    OfficeBand {
        id: band

        width: parent.width
        officeName: head.officeName
        isPortrait: head.isPortrait
    }
    ColumnLayout {
        id: content

        anchors.fill: parent
        anchors.topMargin: band.height
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.bottomMargin: head.isPortrait ? Theme.gapLarge : Theme.gap
        spacing: head.isPortrait ? Theme.gapLarge : Theme.gap

        GridLayout {
            Layout.fillWidth: true
            columns: head.isPortrait ? 1 : 2
            columnSpacing: Theme.gapLarge
            rowSpacing: Theme.gap

            PlainLabel {
                objectName: "progress"
                text: qsTr("Question %1 of %2").arg(head.survey.step).arg(head.survey.steps)
                color: Theme.inkOnPrimarySoft
                wrapMode: Text.NoWrap
            }
            ProgressSteps {
                Layout.fillWidth: true
                step: head.survey.step
                steps: head.survey.steps
            }
        }
        PlainLabel {
            objectName: "question"
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: head.survey.question
            color: Theme.inkOnPrimary
            font.pixelSize: head.isPortrait ? Theme.display * 1.1 : Theme.title * 0.95
            font.weight: Font.Bold
            verticalAlignment: Text.AlignVCenter
            lineHeight: 1.12
        }
    }
}
