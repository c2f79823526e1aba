import QtQuick
import Kiosk
import Kiosk.Admin
import Kiosk.Controls

// Where the data go, in which format, of which questionnaire and time.
Sheet {
    id: sheet

    required property ExportViewModel exporting

    officeName: ""
    hasBand: false
    columns: sheet.isPortrait ? 1 : sheet.narrowColumns > 1 ? 2 : 1
    spacing: Theme.between
    finishText: qsTr("Write the file")
    canFinish: sheet.exporting.canExport
    onFinishing: sheet.exporting.begin()

    PageTitle {
        text: qsTr("Take the data out")
    }
    FieldButton {
        objectName: "pick-target"
        name: qsTr("Where to")
        value: sheet.exporting.target
        onClicked: sheet.exporting.pick("target")
    }
    FieldButton {
        objectName: "pick-format"
        name: qsTr("Format")
        value: sheet.exporting.format
        onClicked: sheet.exporting.pick("format")
    }
    FieldButton {
        objectName: "pick-questionnaire"
        name: qsTr("Questionnaire")
        value: sheet.exporting.questionnaire
        onClicked: sheet.exporting.pick("questionnaire")
    }
    FieldButton {
        objectName: "pick-first"
        name: qsTr("First period")
        value: sheet.exporting.first
        onClicked: sheet.exporting.pick("first")
    }
    FieldButton {
        objectName: "pick-last"
        name: qsTr("Last period")
        value: sheet.exporting.last
        onClicked: sheet.exporting.pick("last")
    }
    PlainLabel {
        text: qsTr("The file holds single responses without time or order. Treat it as the office's data.")
        color: Theme.inkSoft
        font.pixelSize: Theme.small
    }
    PlainLabel {
        property bool isWanted: sheet.exporting.isEmpty

        objectName: "nothingCollected"
        text: qsTr("Nothing has been collected yet.")
        font.weight: Font.DemiBold
    }
    Item {
        property bool isForOnePage: true
        property real stretch: 1

        implicitHeight: 0
    }
    ActionButton {
        // On several pages the last one has it.
        property bool isForOnePage: true

        objectName: "beginExport"
        isPrimary: true
        drawing: "stick"
        text: qsTr("Write the file")
        enabled: sheet.exporting.canExport
        onClicked: sheet.exporting.begin()
    }
}
