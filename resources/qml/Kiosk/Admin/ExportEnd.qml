import QtQuick
import Kiosk
import Kiosk.Controls

// How the export ended: what lies there now, or why nothing does and what can be done.
Sheet {
    id: sheet

    required property ExportViewModel exporting
    readonly property bool isDone: sheet.exporting.step === "done"
    readonly property bool hasFailed: sheet.exporting.step === "failed"

    officeName: ""
    hasBand: false
    subject: sheet.exporting.step

    Notice {
        property real stretch: sheet.isTight ? 0 : 1

        isPortrait: sheet.isPortrait
        isDrawn: !sheet.isTight
        isFilled: sheet.isDone
        drawing: sheet.isDone ? "check" : sheet.hasFailed ? "warning" : "pause"
        title: sheet.isDone ? qsTr("The file is written") : sheet.hasFailed ? qsTr("Nothing was written") : qsTr("Cancelled: nothing was written")
    }
    PlainLabel {
        property bool isWanted: text !== ""

        objectName: "exportResult"
        text: sheet.isDone ? sheet.exporting.result : sheet.exporting.trouble
        font.weight: Font.DemiBold
        wrapMode: Text.Wrap
        horizontalAlignment: Text.AlignHCenter
    }
    PlainLabel {
        property bool isWanted: text !== ""

        objectName: "exportAdvice"
        text: sheet.exporting.advice
        color: Theme.inkSoft
        horizontalAlignment: Text.AlignHCenter
    }
    Item {
        property real stretch: 1
        property bool isWanted: !sheet.isTight

        implicitHeight: 0
    }
    foot: ActionButton {
        objectName: "exportAgain"
        drawing: "back"
        text: qsTr("Back to the choices")
        onClicked: sheet.exporting.goBack()
    }
}
