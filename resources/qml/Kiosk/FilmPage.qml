import QtQuick
import Kiosk
import Kiosk.Controls

// A card in Polish Sign Language: the film as large as the page allows, its buttons, and all that is signed in words.
Item {
    id: page

    required property FilmViewModel film
    required property FilmTextViewModel filmText
    readonly property bool isPortrait: page.height > page.width
    readonly property bool isTwofold: !page.isPortrait && page.width > 300 * Theme.millimetre * Theme.textScale
    readonly property bool hasWords: page.isPortrait || page.width > 190 * Theme.millimetre * Theme.textScale
    // Standing, the words have their place below the film, unless large text leaves none.
    readonly property real filmHeight: Math.round(page.width * 9 / 16)
    readonly property bool isBelow: page.isPortrait && page.height - page.filmHeight - controls.buttonHeight - 2 * Theme.gap > 75 * Theme.millimetre * Theme.textScale
    readonly property bool isTogether: page.isBelow || page.isTwofold
    readonly property bool isBeside: page.isTwofold && page.filmText.isShown && !page.film.hasFailed
    readonly property bool hasText: page.film.hasFailed || page.filmText.isShown || page.isBelow
    readonly property bool hasFilm: !page.film.hasFailed && (!page.filmText.isShown || page.isTogether)
    readonly property real size: page.isPortrait ? Theme.body : Theme.small * 1.06
    readonly property real side: page.isBeside ? Math.round(page.width * 0.42) : controls.buttonWidth

    Binding {
        target: page.film
        property: "hasRoomForBoth"
        value: page.isTogether
    }
    Rectangle {
        anchors.fill: words
        visible: page.hasText
        color: Theme.surface
    }
    Rectangle {
        id: frame

        readonly property real room: page.isBelow ? page.filmHeight : page.isPortrait ? page.height - controls.buttonHeight - 2 * Theme.gap : page.height - 2 * Theme.between

        x: page.isPortrait ? 0 : Theme.between
        y: (page.isPortrait ? 0 : Theme.between) + (page.isBeside ? 0 : Math.round((frame.room - frame.height) / 2))
        width: page.isPortrait ? page.width : page.width - page.side - 3 * Theme.between
        height: Math.min(frame.room, Math.round(frame.width * 9 / 16))
        visible: page.hasFilm
        color: Theme.black

        FilmScreen {
            objectName: "filmScreen"
            anchors.fill: parent
            player: page.film.player
            Accessible.role: Accessible.Animation
            Accessible.name: qsTr("Film in Polish Sign Language")
        }
        PlainLabel {
            anchors.centerIn: parent
            width: parent.width - 2 * Theme.margin
            visible: page.film.isSlow
            text: qsTr("One moment, please…")
            color: Theme.inkOnHead
            horizontalAlignment: Text.AlignHCenter
        }
    }
    FilmControls {
        id: controls

        x: page.isPortrait ? Theme.margin : page.width - page.side - Theme.between
        y: !page.isPortrait ? Theme.between : page.isBelow ? page.filmHeight + Theme.gap : page.height - controls.buttonHeight - Theme.gap
        width: page.isPortrait ? page.width - 2 * Theme.margin : page.side
        visible: !page.film.hasFailed
        film: page.film
        filmText: page.filmText
        isRow: page.isPortrait || page.isBeside
        hasWords: page.hasWords
        canHideText: !page.isBelow
    }
    FilmText {
        id: words

        readonly property real beginning: page.isBelow || page.isBeside ? controls.y + controls.buttonHeight + Theme.gap : 0

        x: page.isBeside ? controls.x - Theme.between : 0
        y: page.film.hasFailed ? 0 : words.beginning
        width: page.isBeside ? page.side + 2 * Theme.between : page.isPortrait || page.film.hasFailed ? page.width : controls.x - Theme.between
        height: (page.isPortrait && !page.isBelow && !page.film.hasFailed ? controls.y - Theme.gap : page.height) - y
        visible: page.hasText
        filmText: page.filmText
        hasFailed: page.film.hasFailed
        hasHeading: page.hasWords
        size: page.size
    }
}
