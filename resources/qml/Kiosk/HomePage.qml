import QtQuick
import Kiosk
import Kiosk.Controls

// The whole offer in one look: five faces for those who leave, the catalogue for those who come.
Sheet {
    id: sheet

    required property HomeViewModel home
    required property bool isNumbered
    signal helpOpened
    readonly property bool isRoomy: !sheet.isTight

    hasBand: false
    headBottom: faces.visible ? faces.y + faces.height * 0.42 : question.visible ? question.y + question.height + Theme.gap : head.visible ? head.y + head.height + Theme.gap : 0

    HomeHead {
        id: head

        property bool isWanted: sheet.isRoomy

        home: sheet.home
        isPortrait: sheet.isPortrait
    }
    PlainLabel {
        id: question

        property bool staysWithNext: true
        property real stretch: sheet.isTight ? 0 : 1

        objectName: "question"
        text: sheet.home.question
        color: Theme.inkOnHead
        font.pixelSize: sheet.isTight ? (text.length > 75 ? Theme.small : Theme.lead) : sheet.isPortrait ? (Theme.textScale > 1.5 ? Theme.title * 1.1 : Theme.display * (Theme.textScale === 1 ? 1.25 : 1)) : Theme.title * 0.95
        font.weight: Font.Bold
        verticalAlignment: Text.AlignVCenter
        lineHeight: 1.12
        Accessible.role: Accessible.Heading
    }
    PlainLabel {
        property bool isWanted: sheet.isPortrait && sheet.isRoomy && Theme.textScale === 1
        property bool staysWithNext: true

        text: qsTr("Please touch one of the faces")
        color: Theme.inkOnHeadSoft
        font.pixelSize: Theme.lead
    }
    Surface {
        id: faces

        implicitHeight: rating.implicitHeight + 2 * rating.anchors.margins

        RatingScale {
            id: rating

            anchors.fill: parent
            anchors.margins: sheet.isTight ? Theme.line : Theme.gapSmall
            room: sheet.height * 0.55
            tallest: sheet.tallest - 2 * rating.anchors.margins
            faceLimit: Math.min(Theme.face * 1.45, sheet.height * 0.193)
            choices: sheet.home.choices
            longestWord: sheet.home.longestWord
            longestLabel: sheet.home.longestLabel
            firstLabel: sheet.home.firstLabel
            lastLabel: sheet.home.lastLabel
            isNumbered: sheet.isNumbered
            onChosen: code => sheet.home.rate(code)
        }
    }
    HomeFoot {
        property bool isWanted: sheet.isRoomy

        home: sheet.home
        isPortrait: sheet.isPortrait
        onHelpOpened: sheet.helpOpened()
    }
}
