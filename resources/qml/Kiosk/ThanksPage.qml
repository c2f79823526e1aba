import QtQuick
import Kiosk
import Kiosk.Controls

// The receipt: everything is safely kept.
Sheet {
    id: sheet

    required property ThanksViewModel thanks
    required property int secondsLeft
    signal finished

    // Where there is no room the words are enough: they say thank you, and that everything is kept.
    Notice {
        property int compactness: 0
        property bool isWanted: compactness < 2
        property real stretch: 1
        property real widest: (sheet.isPortrait ? 240 : 280) * Theme.millimetre

        isPortrait: sheet.isPortrait && !sheet.isTight
        isDrawn: !sheet.isTight
        drawing: "thanks"
        title: qsTr("Done!")
    }
    PlainLabel {
        property real widest: (sheet.isPortrait ? 240 : 280) * Theme.millimetre

        property real stretch: sheet.isTight ? 1 : 0
        property int compactness: 0

        text: sheet.thanks.thanks
        verticalAlignment: Text.AlignVCenter
        color: Theme.inkSoft
        font.pixelSize: compactness === 2 ? Theme.small : sheet.isTight ? Theme.body : Theme.lead
        horizontalAlignment: Text.AlignHCenter
    }
    Item {
        property bool isWanted: !sheet.isTight
        property real stretch: 1

        implicitHeight: 0
    }
    PlainLabel {
        property bool isWanted: !sheet.isTight

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
