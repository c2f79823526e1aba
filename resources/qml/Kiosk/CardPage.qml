pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Controls

// How to settle one matter: its name, a few facts, then what people ask, in the order in which they ask it.
Item {
    id: page

    required property CardViewModel card
    required property string officeName
    required property FilmViewModel film
    readonly property bool isPortrait: page.height > page.width
    // On a wide panel the name and the facts stand beside the text and stay in sight.
    readonly property real size: page.isPortrait ? Theme.body : Theme.small * 1.06
    readonly property size paper: Qt.size(sheet.content.width, sheet.content.height - 1.5 * Theme.target)
    readonly property bool isTwofold: page.width > 300 * Theme.millimetre * Theme.textScale && !page.isPortrait

    onPaperChanged: page.card.setPaper(page.paper.width, page.paper.height, page.size, Theme.family)
    onSizeChanged: page.card.setPaper(page.paper.width, page.paper.height, page.size, Theme.family)

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: side.visible ? side.width + 2 * Theme.margin - Theme.gap : 0
        height: parent.height
        color: Theme.surface
    }
    CardSide {
        id: side

        x: Theme.margin
        y: sheet.isBanded ? Math.round(13 * Theme.millimetre) + Theme.gap : Theme.gap
        width: Math.round(page.width * 0.3)
        readonly property string recording: sheet.recorded

        visible: page.isTwofold
        card: page.card
    }
    Sheet {
        id: sheet

        anchors.fill: parent
        officeName: page.officeName
        subject: page.card.code
        recorded: sheet.page === 1 ? page.card.recording : ""
        spacing: Theme.gapSmall
        columns: sheet.width > 230 * Theme.millimetre * Theme.textScale ? Math.max(1, facts.count) : 1
        inset: page.isTwofold ? side.width + Theme.margin : 0

        PlainLabel {
            property bool isWanted: !page.isTwofold
            property bool isPinned: true
            property bool staysWithNext: true

            objectName: "cardName"
            text: page.card.name
            font.pixelSize: page.isPortrait ? Theme.title * 1.1 : Theme.body
            font.weight: Font.Bold
            lineHeight: 1.1
            Accessible.role: Accessible.Heading
        }
        Badge {
            property bool isWanted: !page.isTwofold && page.card.isToConfirm
            property real widest: implicitWidth

            text: qsTr("To be confirmed")
        }
        ActionButton {
            property bool isWanted: page.film.isOffered

            objectName: "signFilm"
            drawing: "sign"
            text: qsTr("Film in Polish Sign Language (PJM)")
            onClicked: page.film.open()
        }
        Repeater {
            id: facts

            model: page.card.facts

            CardFact {
                property bool isWanted: !page.isTwofold
                property bool isCell: true

                isPortrait: true
            }
        }
        Repeater {
            model: page.card.blocks

            CardBlock {
                required property bool staysWithNext

                size: page.size
            }
        }
    }
}
