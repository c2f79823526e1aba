import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// The receipt: everything is safely kept.
Item {
    id: sheet

    required property ThanksViewModel thanks
    required property int secondsLeft
    required property string officeName
    readonly property bool isPortrait: sheet.height > sheet.width
    signal finished

    OfficeBand {
        id: band

        width: parent.width
        officeName: sheet.officeName
        isPortrait: sheet.isPortrait
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.topMargin: band.height + Theme.gap
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.bottomMargin: sheet.isPortrait ? Theme.margin : Theme.gapLarge
        spacing: Theme.gap

        Notice {
            Layout.fillWidth: true
            Layout.fillHeight: true
            isPortrait: sheet.isPortrait
            Layout.maximumWidth: (sheet.isPortrait ? 240 : 280) * Theme.millimetre
            Layout.alignment: Qt.AlignHCenter
            drawing: "thanks"
            title: qsTr("Done!")
            sentence: sheet.thanks.thanks
        }
        PlainLabel {
            objectName: "countdown"
            Layout.alignment: Qt.AlignHCenter
            text: qsTr("Back to the home page in %n s", "", sheet.secondsLeft)
            color: Theme.inkSoft
        }
        ActionButton {
            objectName: "finish"
            Layout.alignment: Qt.AlignHCenter
            Layout.minimumWidth: 80 * Theme.millimetre
            Layout.preferredHeight: Theme.targetLarge
            isPrimary: true
            text: qsTr("Finish")
            onClicked: sheet.finished()
        }
    }
}
