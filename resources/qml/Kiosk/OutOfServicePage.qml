import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

// Answers cannot be kept just now: said calmly, with what still works.
Item {
    id: sheet

    required property string officeName
    readonly property bool isPortrait: sheet.height > sheet.width
    signal catalogueOpened

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
            objectName: "outOfService"
            Layout.fillWidth: true
            Layout.fillHeight: true
            isPortrait: sheet.isPortrait
            Layout.maximumWidth: (sheet.isPortrait ? 240 : 295) * Theme.millimetre
            Layout.alignment: Qt.AlignHCenter
            drawing: "pause"
            isFilled: false
            title: qsTr("Ratings are temporarily unavailable")
            sentence: qsTr("We are sorry. Please try again in a moment. The service catalogue still works.")
        }
        ActionButton {
            objectName: "catalogueMeanwhile"
            Layout.alignment: Qt.AlignHCenter
            Layout.preferredHeight: Theme.targetLarge
            isPrimary: true
            drawing: "catalogue"
            text: qsTr("Service catalogue")
            onClicked: sheet.catalogueOpened()
        }
    }
}
