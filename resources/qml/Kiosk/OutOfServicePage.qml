import QtQuick
import Kiosk.Controls

// Answers cannot be kept just now: said calmly, with what still works.
Sheet {
    id: sheet

    signal catalogueOpened

    Notice {
        property real stretch: sheet.isTight ? 0 : 1
        property real widest: (sheet.isPortrait ? 240 : 295) * Theme.millimetre

        objectName: "outOfService"
        isPortrait: sheet.isPortrait
        isDrawn: !sheet.isTight
        drawing: "pause"
        isFilled: false
        title: qsTr("Ratings are temporarily unavailable")
    }
    PlainLabel {
        property real widest: (sheet.isPortrait ? 240 : 280) * Theme.millimetre

        text: qsTr("We are sorry. Please try again in a moment.")
        color: Theme.inkSoft
        font.pixelSize: sheet.isTight ? Theme.body : Theme.lead
        horizontalAlignment: Text.AlignHCenter
    }
    PlainLabel {
        property real widest: (sheet.isPortrait ? 240 : 295) * Theme.millimetre

        text: qsTr("The service catalogue still works.")
        color: Theme.inkSoft
        font.pixelSize: sheet.isTight ? Theme.body : Theme.lead
        horizontalAlignment: Text.AlignHCenter
    }
    Item {
        property bool isWanted: !sheet.isTight
        property real stretch: 1

        implicitHeight: 0
    }
    ActionButton {
        property real widest: implicitWidth
        // The strip leads there too.
        property bool isForOnePage: true

        objectName: "catalogueMeanwhile"
        implicitHeight: Math.max(Theme.targetLarge, implicitContentHeight + topPadding + bottomPadding)
        isPrimary: true
        drawing: "catalogue"
        text: qsTr("Service catalogue")
        onClicked: sheet.catalogueOpened()
    }
}
