import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// What can be done with a film: pause, play, from the beginning, and its words where they have no place of their own.
GridLayout {
    id: controls

    required property FilmViewModel film
    required property FilmTextViewModel filmText
    required property bool isRow
    required property bool hasWords
    required property bool canHideText
    // Nine letters, such as "Abspielen", some 0.56 of their size wide.
    readonly property real wordWidth: controls.hasWords ? 9.3 * 0.56 * Theme.small + Theme.gapSmall : 0
    readonly property real buttonWidth: Math.max(Theme.targetLarge, controls.wordWidth)
    readonly property real buttonHeight: Math.max(Theme.targetLarge, controls.hasWords ? Theme.icon + 1.3 * Theme.small + Theme.gapSmall : 0)

    columns: controls.isRow ? 3 : 1
    columnSpacing: Theme.between
    rowSpacing: Theme.between
    uniformCellWidths: true
    uniformCellHeights: true

    StripButton {
        objectName: "playFilm"
        Layout.minimumWidth: controls.buttonWidth
        Layout.preferredHeight: controls.buttonHeight
        drawing: controls.film.isPlaying ? "pause" : "play"
        wordSize: controls.hasWords ? Theme.small : 0
        text: controls.film.isPlaying ? qsTr("Pause the film") : qsTr("Play the film")
        word: controls.film.isPlaying ? qsTr("Pause", "short: at most nine letters") : qsTr("Play", "short: at most nine letters")
        onClicked: controls.film.togglePlaying()
    }
    StripButton {
        objectName: "restartFilm"
        Layout.minimumWidth: controls.buttonWidth
        Layout.preferredHeight: controls.buttonHeight
        drawing: "again"
        wordSize: controls.hasWords ? Theme.small : 0
        text: qsTr("Restart the film")
        word: qsTr("Restart", "short: at most nine letters")
        onClicked: controls.film.restart()
    }
    StripButton {
        objectName: "filmText"
        Layout.minimumWidth: controls.buttonWidth
        Layout.preferredHeight: controls.buttonHeight
        visible: controls.canHideText
        drawing: "document"
        wordSize: controls.hasWords ? Theme.small : 0
        text: qsTr("Text of the film")
        word: qsTr("Text", "short: at most nine letters")
        checkable: true
        checked: controls.filmText.isShown
        onClicked: controls.filmText.toggle()
    }
}
