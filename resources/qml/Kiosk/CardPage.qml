pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// How to settle one matter: its name, a few facts, then what people ask, in the order in which they ask it.
Item {
    id: page

    required property CardViewModel card
    required property RelatedViewModel related
    required property CardCodeViewModel code
    required property string officeName
    required property bool hasFilm
    readonly property bool isPortrait: page.height > page.width
    // What can be done with the card stands at the bottom of every page, beside the text, or in it where room is short.
    readonly property bool hasFoot: page.isPortrait && !sheet.isTight
    readonly property bool isAside: page.isTwofold && side.hasTools
    readonly property real footHeight: foot.isWanted ? foot.implicitHeight + Theme.between : 0
    // On a wide panel the name and the facts stand beside the text and stay in sight.
    readonly property real size: page.isPortrait ? Theme.body : Theme.small * 1.06
    readonly property real room: sheet.content.height - 1.5 * Theme.target - page.footHeight
    readonly property bool isTwofold: page.width > 300 * Theme.millimetre * Theme.textScale && !page.isPortrait
    readonly property var paper: page.visible ? [sheet.content.width, page.room, page.size, Theme.family] : null
    signal filmOpened

    onPaperChanged: page.paper && page.card.setPaper(...page.paper) // not while nobody sees it: larger text asks often

    Rectangle {
        x: side.visible ? side.width + 2 * Theme.margin - Theme.gap : 0
        width: parent.width - x
        height: parent.height
        color: Theme.surface
    }
    CardSide {
        id: side

        readonly property string recording: sheet.recorded

        x: Theme.margin
        y: sheet.isBanded ? Math.round(13 * Theme.millimetre) + Theme.gap : Theme.gap
        width: Math.round(page.width * 0.3)
        visible: page.isTwofold
        card: page.card
        code: page.code
        hasFilm: page.hasFilm
        room: page.height - side.y - Theme.gap
        onFilmOpened: page.filmOpened()
    }
    Sheet {
        id: sheet

        anchors.fill: parent
        officeName: page.officeName
        subject: page.card.openings + (page.card.isPlain ? " plain" : "")
        // What was recorded is the full card, from its beginning.
        recorded: sheet.page === 1 && !page.card.isPlain ? page.card.recording : ""
        spacing: Theme.gapSmall
        columns: sheet.width > 230 * Theme.millimetre * Theme.textScale ? Math.max(1, facts.count) : 1
        inset: page.isTwofold ? side.width + Theme.margin : 0
        foot: CardTools {
            id: foot

            property bool isWanted: page.hasFoot && foot.count > 0

            card: page.card
            code: page.code
            hasFilm: page.hasFilm
            onFilmOpened: page.filmOpened()
        }

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
        GridLayout {
            id: mark

            property bool isWanted: !page.isTwofold && page.card.isToConfirm

            Badge {
                Layout.maximumWidth: mark.width
                text: qsTr("Not confirmed yet")
            }
        }
        Repeater {
            id: facts

            model: page.card.facts

            CardFact {
                property bool isWanted: !page.isTwofold
                property bool isCell: true

                isPortrait: !sheet.isTight
            }
        }
        CardTools {
            id: inText

            property bool isWanted: inText.count > 0 && !page.hasFoot && !page.isAside

            card: page.card
            code: page.code
            hasFilm: page.hasFilm
            onFilmOpened: page.filmOpened()
        }
        Repeater {
            model: page.card.blocks

            CardBlock {
                required property bool staysWithNext
                required goesOn

                size: page.size
            }
        }
        CardBlock {
            property bool isWanted: page.related.isOffered
            property bool staysWithNext: true

            kind: "heading"
            text: qsTr("Related matters")
            mark: ""
            icon: "catalogue"
            spokenLanguage: ""
            size: page.size
        }
        Repeater {
            model: page.related.cards

            RelatedTile {
                id: tile

                isDense: sheet.isTight
                onClicked: page.related.open(tile.code)
            }
        }
    }
}
