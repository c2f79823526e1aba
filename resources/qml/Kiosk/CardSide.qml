import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// Beside the text of a card: what it is about, what most people came to know, and what else can be done with it.
Item {
    id: side

    required property CardViewModel card
    required property CardCodeViewModel code
    required property real room
    property bool hasFilm: false
    // A long name leaves no room for them: they then stand in the text.
    readonly property bool hasTools: tools.count > 0 && tools.y + tools.implicitHeight <= side.room
    signal filmOpened

    ColumnLayout {
        id: words

        width: parent.width
        spacing: Theme.gap

        CardTitle {
            Layout.fillWidth: true
            card: side.card
            isPortrait: false
        }
        CardFacts {
            Layout.fillWidth: true
            card: side.card
            isPortrait: false
        }
    }
    CardTools {
        id: tools

        y: words.implicitHeight + Theme.gapLarge
        width: parent.width
        visible: side.hasTools
        card: side.card
        code: side.code
        hasFilm: side.hasFilm
        isStacked: true
        onFilmOpened: side.filmOpened()
    }
}
