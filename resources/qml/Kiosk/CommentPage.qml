pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Controls

// Asks for a comment when every answer is saved: first whether one wants to write, then a field and its keys.
Sheet {
    id: sheet

    required property CommentViewModel comment
    required property KeyboardViewModel keyboard
    readonly property bool isAsking: !sheet.comment.isWriting
    readonly property bool isRoomy: sheet.isPortrait && !sheet.isTight
    // Where there is room, the question and what it warns of are seen while one writes.
    readonly property bool isQuestionShown: sheet.isAsking || sheet.isRoomy
    readonly property list<real> questionSizes: !sheet.isAsking ? [Theme.title, Theme.lead, Theme.body] : sheet.isTight ? [Theme.lead, Theme.body, Theme.small] : sheet.isPortrait ? [Theme.display, Theme.title, Theme.lead] : [Theme.title, Theme.lead, Theme.body]
    // Above the keys stand the field, two keys high where there is room, and below them one row of keys.
    readonly property size key: Qt.size(Theme.target, sheet.isRoomy ? Theme.targetLarge : Theme.target)
    readonly property size room: Qt.size(sheet.width - 2 * Theme.between, sheet.content.height - sheet.key.height - Theme.between)

    hasBand: sheet.isQuestionShown
    edge: sheet.isAsking ? sheet.isTight ? Theme.between : sheet.isPortrait ? Theme.gapLarge : Theme.gap : Theme.between
    spacing: sheet.isAsking && !sheet.isTight ? Theme.gap : Theme.between
    subject: sheet.isAsking ? "asking" : "writing"
    headBottom: sheet.isQuestionShown && question.visible ? question.y + question.height + sheet.spacing * (sheet.isTight ? 0.3 : sheet.isAsking ? 1 : 0.6) : 0
    onRoomChanged: sheet.keyboard.setRoom(sheet.room, sheet.key, Theme.between, 0)
    onKeyChanged: sheet.keyboard.setRoom(sheet.room, sheet.key, Theme.between, 0)

    PlainLabel {
        property bool isWanted: sheet.isAsking && !sheet.isTight

        objectName: "answersSaved"
        text: qsTr("Your answers have been saved. One more question, if you like:")
        color: Theme.inkOnHeadSoft
    }
    HeadLabel {
        id: question

        property bool isWanted: sheet.isQuestionShown
        property bool staysWithNext: true
        property real stretch: sheet.isAsking && sheet.isPortrait ? 3 : 1
        property real highest: sheet.height * (sheet.isAsking ? 0.5 : 1)

        text: sheet.comment.question
        color: Theme.inkOnHead
        sizes: sheet.questionSizes
    }
    Item {
        property bool isWanted: sheet.isQuestionShown && !sheet.isTight

        implicitHeight: Theme.gapSmall
    }
    ActionButton {
        property bool isWanted: sheet.isAsking
        property int beside: 2
        property bool isCell: true

        objectName: "skip"
        text: qsTr("Skip")
        font.pixelSize: sheet.isTight ? Theme.body : Theme.lead
        implicitHeight: Math.max(Theme.targetLarge * (sheet.isRoomy ? 1.4 : 1), implicitContentHeight + topPadding + bottomPadding)
        onClicked: sheet.comment.skip()
    }
    ActionButton {
        property bool isWanted: sheet.isAsking
        property int beside: 2
        property bool isCell: true

        objectName: "write"
        drawing: "keyboard"
        text: qsTr("Write")
        font.pixelSize: sheet.isTight ? Theme.body : Theme.lead
        implicitHeight: Math.max(Theme.targetLarge * (sheet.isRoomy ? 1.4 : 1), implicitContentHeight + topPadding + bottomPadding)
        onClicked: sheet.comment.write()
    }
    Item {
        property bool isWanted: sheet.isAsking && !sheet.isTight
        property real stretch: 2

        implicitHeight: Theme.gapSmall
    }
    CommentField {
        property bool isWanted: !sheet.isAsking
        property real stretch: 2
        property real highest: 100 * Theme.millimetre * Theme.textScale

        comment: sheet.comment
        leastHeight: sheet.key.height
    }
    Keyboard {
        property bool isWanted: !sheet.isAsking

        keyboard: sheet.keyboard
        room: sheet.room.width
        keyHeight: sheet.key.height
    }
    CommentKeys {
        property bool isWanted: !sheet.isAsking

        comment: sheet.comment
        keyHeight: sheet.key.height
    }
}
