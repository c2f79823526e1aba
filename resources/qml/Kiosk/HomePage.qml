import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// The whole offer in one look: five faces for those who leave, the catalogue for those who come.
Item {
    id: sheet

    required property HomeViewModel home
    readonly property bool isPortrait: sheet.height > sheet.width

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: faces.y + faces.height * 0.42
        color: Theme.primary
    }
    HomeHead {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.topMargin: sheet.isPortrait ? Theme.margin : Theme.gap
        home: sheet.home
        isPortrait: sheet.isPortrait
    }
    ColumnLayout {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.bottom: faces.top
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.bottomMargin: sheet.isPortrait ? Theme.gapLarge : Theme.gap
        spacing: Theme.gapSmall

        PlainLabel {
            objectName: "question"
            Layout.fillWidth: true
            Layout.fillHeight: true
            text: sheet.home.question
            color: Theme.inkOnPrimary
            font.pixelSize: sheet.isPortrait ? Theme.display * 1.25 : Theme.title * 0.95
            font.weight: Font.Bold
            verticalAlignment: Text.AlignVCenter
            lineHeight: 1.12
        }
        PlainLabel {
            Layout.fillWidth: true
            visible: sheet.isPortrait
            text: qsTr("Please touch one of the faces")
            color: Theme.inkOnPrimarySoft
            font.pixelSize: Theme.lead
        }
    }
    Surface {
        id: faces

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: foot.top
        anchors.leftMargin: sheet.isPortrait ? Theme.gap : Theme.margin
        anchors.rightMargin: sheet.isPortrait ? Theme.gap : Theme.margin
        anchors.bottomMargin: sheet.isPortrait ? Theme.gapLarge : Theme.gap
        height: rating.implicitHeight + 2 * Theme.gapSmall

        RatingScale {
            id: rating

            anchors.fill: parent
            anchors.margins: Theme.gapSmall
            faceLimit: Math.min(Theme.face * 1.45, sheet.height * 0.193)
            choices: sheet.home.choices
            longestWord: sheet.home.longestWord
            onChosen: code => sheet.home.rate(code)
        }
    }
    HomeFoot {
        id: foot

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        anchors.bottomMargin: sheet.isPortrait ? Theme.gapLarge : Theme.gap
        home: sheet.home
        isPortrait: sheet.isPortrait
    }
}
