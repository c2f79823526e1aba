import QtQuick
import Kiosk
import Kiosk.Admin
import Kiosk.Controls

// Close the program or start it again, each only after a yes.
Sheet {
    id: sheet

    required property ProgramViewModel program
    readonly property bool isAsking: sheet.program.asked !== ""
    readonly property bool isRestart: sheet.program.asked === "restart"

    officeName: ""
    hasBand: false
    subject: sheet.program.asked
    columns: sheet.isPortrait ? 1 : sheet.narrowColumns > 1 ? 2 : 1
    spacing: Theme.between

    PageTitle {
        text: !sheet.isAsking ? qsTr("Program") : sheet.isRestart ? qsTr("Start the program again?") : qsTr("Close the program?")
    }
    PlainLabel {
        property bool isWanted: sheet.isAsking

        text: sheet.isRestart ? qsTr("The screen goes dark for a few seconds. Nothing that was collected is lost.") : qsTr("Visitors can no longer rate or look up anything until somebody starts it. Nothing that was collected is lost.")
    }
    LinkTile {
        property bool isCell: true
        property bool isWanted: !sheet.isAsking

        objectName: "restartProgram"
        drawing: "again"
        text: qsTr("Start again")
        sentence: qsTr("The program ends and its supervisor starts it anew.")
        onClicked: sheet.program.ask("restart")
    }
    LinkTile {
        property bool isCell: true
        property bool isWanted: !sheet.isAsking

        objectName: "closeProgram"
        drawing: "power"
        text: qsTr("Close the program")
        sentence: qsTr("It stays closed until somebody starts it.")
        onClicked: sheet.program.ask("close")
    }
    ActionButton {
        property bool isCell: true
        property bool isWanted: sheet.isAsking

        objectName: "confirmEnd"
        isPrimary: true
        text: sheet.isRestart ? qsTr("Yes, start again") : qsTr("Yes, close")
        onClicked: sheet.program.confirm()
    }
    ActionButton {
        property bool isCell: true
        property bool isWanted: sheet.isAsking

        objectName: "keepRunning"
        text: qsTr("No, leave it running")
        onClicked: sheet.program.forget()
    }
}
