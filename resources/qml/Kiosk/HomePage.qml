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
    readonly property list<real> questionSizes: sheet.isTight ? [Theme.lead, Theme.lead, Theme.small] : sheet.isPortrait ? [Theme.display * 1.25, Theme.title * 1.1, Theme.lead] : [Theme.title * 0.95, Theme.lead, Theme.body]
    columns: sheet.isPortrait || sheet.isTight ? 1 : 2
    headBottom: faces.visible ? faces.y + faces.height * 0.42 : question.visible ? question.y + question.height + Theme.gap : head.visible ? head.y + head.height + Theme.gap : 0

    HomeHead {
        id: head

        property bool isWanted: sheet.isRoomy

        home: sheet.home
        isPortrait: sheet.isPortrait
    }
    HeadLabel {
        id: question

        property bool staysWithNext: true
        property bool isPinned: !head.isWanted
        property real stretch: 1

        text: sheet.home.question
        color: Theme.inkOnHead
        sizes: sheet.questionSizes
    }
    PlainLabel {
        property int compactness: 0
        property bool isWanted: sheet.isPortrait && sheet.isRoomy && compactness === 0
        property bool staysWithNext: true

        text: qsTr("Please touch one of the faces")
        color: Theme.inkOnHeadSoft
        font.pixelSize: Theme.lead
    }
    Surface {
        id: faces

        property real stretch: sheet.isTight ? 0.5 : 0
        property real highest: implicitHeight + 2 * Theme.gapLarge

        implicitHeight: rating.implicitHeight + 2 * rating.anchors.margins

        RatingScale {
            id: rating

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            anchors.margins: sheet.isTight ? Theme.line : Theme.gapSmall
            room: sheet.height * 0.55
            tallest: sheet.tallest - 2 * rating.anchors.margins
            faceLimit: Math.min(Theme.face * 1.45, sheet.height * 0.193)
            choices: sheet.home.choices
            words: sheet.home.words
            longestLabel: sheet.home.longestLabel
            firstLabel: sheet.home.firstLabel
            lastLabel: sheet.home.lastLabel
            isNumbered: sheet.isNumbered
            isDense: sheet.isTight
            onChosen: code => sheet.home.rate(code)
        }
    }
    // It says again what the page of help says.
    PlainLabel {
        property bool isCell: true
        property int compactness: 0
        // Beside the tile it takes no height of its own.
        property bool isWanted: sheet.isRoomy && (compactness < 2 || sheet.columns > 1)

        text: sheet.home.intro
        color: Theme.inkSoft
        font.pixelSize: sheet.isPortrait ? Theme.body : Theme.small
        horizontalAlignment: sheet.isPortrait ? Text.AlignHCenter : Text.AlignLeft
    }
    // The strip leads there too.
    LinkTile {
        property bool isCell: true
        property int compactness: 0
        property bool isWanted: sheet.isRoomy || (sheet.height > 130 * Theme.millimetre && compactness === 0)

        objectName: "catalogue"
        implicitHeight: Math.max(implicitContentHeight + topPadding + bottomPadding, Theme.target * (!sheet.isPortrait ? 1 : Theme.textScale > 1 ? 1.2 : 2.2))
        drawing: "catalogue"
        drawingExtent: sheet.isPortrait ? Theme.iconLarge : Theme.icon
        nameSize: sheet.isPortrait ? (Theme.textScale > 1 ? Theme.lead : Theme.title) : Theme.lead
        text: qsTr("How do I settle my matter?")
        sentence: sheet.isPortrait && Theme.textScale < 2 ? qsTr("Service catalogue: documents, fees, deadlines, places") : ""
        onClicked: sheet.home.openCatalogue()
    }
    ActionButton {
        property int compactness: 0
        property bool isWanted: sheet.isPortrait && sheet.isRoomy && compactness === 0

        objectName: "help"
        drawing: "question"
        text: qsTr("How to use this screen")
        onClicked: sheet.helpOpened()
    }
    PlainLabel {
        property int compactness: 0
        property bool isWanted: sheet.isPortrait && sheet.isRoomy && compactness === 0

        text: qsTr("%1, tel. %2").arg(sheet.home.address).arg(sheet.home.telephone)
        color: Theme.inkSoft
        font.pixelSize: Theme.small
        horizontalAlignment: Text.AlignHCenter
    }
}
