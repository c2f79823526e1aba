pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Admin
import Kiosk.Controls

// The list of one choice.
Sheet {
    id: sheet

    required property ExportViewModel exporting
    readonly property var titles: ({ "target": qsTr("Where to"), "format": qsTr("Format"), "questionnaire": qsTr("Questionnaire"), "first": qsTr("First period"), "last": qsTr("Last period") })

    officeName: ""
    hasBand: false
    subject: sheet.exporting.field
    columns: sheet.isPortrait ? 1 : sheet.narrowColumns > 1 ? 2 : 1
    spacing: Theme.between

    PageTitle {
        text: sheet.titles[sheet.exporting.field]
    }
    PlainLabel {
        property bool isWanted: sheet.exporting.field === "target"

        text: qsTr("A stick that you plug in appears here by itself.")
        color: Theme.inkSoft
        font.pixelSize: Theme.small
    }
    Repeater {
        model: sheet.exporting.rows

        ChoiceButton {
            id: choice

            required property string code
            required property string label
            required property bool chosen
            property bool isCell: true

            objectName: "choice-" + choice.code
            text: choice.label
            isChosen: choice.chosen
            isDense: true
            onClicked: sheet.exporting.choose(choice.code)
        }
    }
    Item {
        property bool isForOnePage: true
        property real stretch: 1

        implicitHeight: 0
    }
    ActionButton {
        // On several pages one goes back by choosing.
        property bool isForOnePage: true

        objectName: "exportBack"
        drawing: "back"
        text: qsTr("Back")
        onClicked: sheet.exporting.goBack()
    }
}
