import QtQuick
import Kiosk
import Kiosk.Controls

// The receipt: everything is safely kept.
Sheet {
    id: sheet

    required property ThanksViewModel thanks
    required property int secondsLeft
    signal finished

    Notice {
        property real stretch: 1
        property real widest: (sheet.isPortrait ? 240 : 280) * Theme.millimetre

        isPortrait: sheet.isPortrait
        isDrawn: !sheet.isTight
        drawing: "thanks"
        title: qsTr("Done!")
    }
    PlainLabel {
        property real widest: (sheet.isPortrait ? 240 : 280) * Theme.millimetre

        text: sheet.thanks.thanks
        color: Theme.inkSoft
        font.pixelSize: sheet.isTight ? Theme.body : Theme.lead
        horizontalAlignment: Text.AlignHCenter
    }
    Item {
        property bool isWanted: !sheet.isTight
        property real stretch: 1

        implicitHeight: 0
    }
    PlainLabel {
        objectName: "countdown"
        text: qsTr("Back to the home page in %n s", "", sheet.secondsLeft)
        color: Theme.inkSoft
        horizontalAlignment: Text.AlignHCenter
    }
    ActionButton {
        property real widest: Math.max(80 * Theme.millimetre, implicitWidth)

        objectName: "finish"
        implicitHeight: Math.max(Theme.targetLarge, implicitContentHeight + topPadding + bottomPadding)
        isPrimary: true
        text: qsTr("Finish")
        onClicked: sheet.finished()
    }
}
