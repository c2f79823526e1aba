pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Controls

// One question a screen: what is asked above, every answer below.
Sheet {
    id: sheet

    required property SurveyViewModel survey
    required property bool isNumbered
    readonly property bool isFewWide: !sheet.isPortrait && answers.count <= sheet.columns
    // The question as large as there is room for, by how close everything must stand.
    readonly property list<real> questionSizes: sheet.isTight ? [Theme.lead, Theme.body, Theme.small] : sheet.isPortrait ? [Theme.display * 1.1, Theme.title * 1.1, Theme.lead] : [Theme.title * 0.95, Theme.lead, Theme.body]
    // The quieter ways past a question, and the way on where several answers are allowed: in one row or one by one.
    readonly property int actions: 1 + (sheet.survey.notApplicable !== "" ? 1 : 0) + (sheet.survey.isMultiple ? 1 : 0)
    readonly property int actionsBeside: sheet.content.width > sheet.actions * 75 * Theme.millimetre * Theme.textScale ? sheet.actions : 1

    subject: sheet.survey.key
    nextText: qsTr("More answers")
    shortNextText: qsTr("More", "answers")
    finishText: !sheet.survey.isMultiple ? "" : sheet.survey.chosenCount > 0 ? qsTr("Confirm (%1)").arg(sheet.survey.chosenCount) : qsTr("Confirm")
    canFinish: sheet.survey.canConfirm
    onFinishing: sheet.survey.confirm()
    onIsFinishingChanged: sheet.survey.setConfirming(sheet.isFinishing)
    columns: sheet.isPortrait ? 1 : Math.min(sheet.narrowColumns, answers.count > 4 || answers.count === 3 ? 3 : 2)
    isUniform: !sheet.isPortrait && sheet.columns > 1
    headBottom: question.visible ? question.y + question.height + sheet.spacing * (sheet.isTight ? 0.3 : 0.5) : 0

    SurveyProgress {
        property bool isPinned: true
        property bool isWanted: !sheet.isTight

        survey: sheet.survey
        isPortrait: sheet.isPortrait
    }
    HeadLabel {
        id: question

        property bool isPinned: true
        property bool staysWithNext: true
        property real stretch: sheet.isPortrait ? 4 : 1
        property real highest: sheet.height * 0.5

        text: sheet.survey.question
        color: Theme.inkOnHead
        sizes: sheet.questionSizes
    }
    Item {
        property bool isPinned: true
        property real stretch: 1
        property bool isWanted: !sheet.isTight

        implicitHeight: Theme.gapSmall
    }
    Surface {
        property bool isWanted: sheet.survey.isRating

        property real stretch: sheet.isTight ? 0.5 : 0
        property real highest: implicitHeight + 2 * Theme.gapLarge

        implicitHeight: faces.implicitHeight + 2 * faces.anchors.margins

        RatingScale {
            id: faces

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: sheet.isTight ? Theme.line : Theme.gapSmall
            namePrefix: "answer"
            room: sheet.height * 0.55
            wordMost: sheet.isTight && Theme.textScale === 1 ? Theme.small : Theme.body
            tallest: sheet.tallest - 2 * faces.anchors.margins
            faceLimit: Math.min(Theme.face * 1.45, sheet.height * 0.2)
            choices: sheet.survey.faces
            words: sheet.survey.words
            longestLabel: sheet.survey.longestLabel
            firstLabel: sheet.survey.firstLabel
            lastLabel: sheet.survey.lastLabel
            isNumbered: sheet.isNumbered
            isDense: sheet.isTight
            onChosen: code => sheet.survey.choose(code)
        }
    }
    Repeater {
        id: answers

        model: sheet.survey.choices

        ChoiceButton {
            required property int index
            required property string code
            required property string label
            required property bool chosen
            property bool isWanted: !sheet.survey.isRating
            property bool isCell: true
            property real stretch: 2
            property real highest: Theme.targetLarge * (sheet.isFewWide ? 1.8 : 1.4)

            objectName: "answer-" + code
            font.pixelSize: answers.count > 6 || sheet.isTight ? Theme.body : Theme.lead
            text: sheet.isNumbered && index < 9 ? (index + 1) + ". " + label : label
            isToggle: sheet.survey.isMultiple
            isChosen: chosen
            isDense: sheet.isTight
            onClicked: sheet.survey.choose(code)
        }
    }
    Item {
        property real stretch: 1
        property bool isWanted: !sheet.isTight && !sheet.isPortrait

        implicitHeight: 0
    }
    ActionButton {
        property bool isCell: true
        property int beside: sheet.actionsBeside

        objectName: "decline"
        text: qsTr("I prefer not to answer")
        checked: sheet.survey.isDeclined
        onClicked: sheet.survey.decline()
    }
    ActionButton {
        property bool isCell: true
        property int beside: sheet.actionsBeside
        property bool isWanted: sheet.survey.notApplicable !== ""

        objectName: "notApplicable"
        text: sheet.survey.notApplicable
        checked: sheet.survey.isNotApplicable
        onClicked: sheet.survey.chooseNotApplicable()
    }
    ActionButton {
        property bool isCell: true
        property int beside: sheet.actionsBeside
        property bool isForOnePage: true
        property bool isWanted: sheet.survey.isMultiple

        objectName: "confirm"
        isPrimary: true
        enabled: sheet.survey.canConfirm
        text: qsTr("Confirm")
        drawing: "check"
        onClicked: sheet.survey.confirm()
    }
}
