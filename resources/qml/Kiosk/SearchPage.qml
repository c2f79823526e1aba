pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// The search: a field on top, what it finds below it, and the keys at the bottom, where everybody reaches them.
Sheet {
    id: sheet

    required property SearchViewModel search
    required property KeyboardViewModel keyboard
    signal catalogueOpened
    readonly property bool isTyping: !sheet.search.isShowingResults
    readonly property bool isRoomy: sheet.isPortrait && !sheet.isTight
    readonly property size room: Qt.size(sheet.width - 2 * Theme.between, sheet.content.height)
    readonly property size key: Qt.size(Theme.target, sheet.isRoomy ? Theme.targetLarge : Theme.target)
    // What is between field and keys takes a gap of its own: only where there is one to spare.
    readonly property real rows: 1 + sheet.keyboard.keyRows + (sheet.keyboard.hasSpaceBelow ? 1 : 0)
    readonly property bool hasSpare: sheet.content.height >= sheet.rows * (sheet.key.height + Theme.between)
    // A line that says what was found, and a name of three lines.
    readonly property real tile: 1.5 * Theme.body + 3.4 * Theme.lead + 3 * Theme.gap

    hasBand: sheet.isPortrait
    edge: sheet.isRoomy ? Theme.gap : Theme.between
    spacing: Theme.between
    subject: sheet.isTyping ? "" : sheet.search.typed
    columns: sheet.isPortrait ? 1 : sheet.wideColumns
    onRoomChanged: sheet.keyboard.setRoom(sheet.room, sheet.key, Theme.between, sheet.tile)
    onKeyChanged: sheet.keyboard.setRoom(sheet.room, sheet.key, Theme.between, sheet.tile)
    onTileChanged: sheet.keyboard.setRoom(sheet.room, sheet.key, Theme.between, sheet.tile)

    SearchField {
        property bool isPinned: true
        property bool staysWithNext: true

        search: sheet.search
        hasSpace: !sheet.keyboard.hasSpaceBelow
    }
    SearchMessage {
        property bool isWanted: !sheet.isTyping
        property bool staysWithNext: !sheet.isTight

        search: sheet.search
    }
    PlainLabel {
        property bool isWanted: !sheet.isTyping && sheet.search.isReady && sheet.search.typed !== "" && sheet.search.count === 0

        text: qsTr("Please try another word, look in the catalogue or ask a member of staff.")
        color: Theme.inkSoft
    }
    ActionButton {
        property bool isWanted: !sheet.isTyping && sheet.search.isReady && sheet.search.count === 0
        property real widest: sheet.isTight ? sheet.width : 200 * Theme.millimetre

        objectName: "catalogueInstead"
        isPrimary: true
        drawing: "catalogue"
        text: qsTr("Service catalogue")
        onClicked: sheet.catalogueOpened()
    }
    Repeater {
        model: sheet.isTyping ? null : sheet.search.results

        ResultTile {
            id: result

            property bool isCell: true

            isDense: sheet.isTight
            nameSize: sheet.isRoomy ? Theme.lead : Theme.body
            isDetailed: sheet.isRoomy
            onClicked: sheet.search.open(result.code)
        }
    }
    Item {
        property bool isWanted: sheet.isTyping && sheet.hasSpare
        property real stretch: 1

        PagedColumn {
            anchors.fill: parent
            visible: sheet.isTyping && sheet.keyboard.hasPreviews
            spacing: Theme.between
            // Whole tiles only, as many as there is room for: the others are on no page that can be turned to.
            turner: Item {}

            SearchMessage {
                property bool staysWithNext: true

                search: sheet.search
            }
            Repeater {
                model: sheet.isTyping && sheet.keyboard.hasPreviews ? sheet.search.results : null

                ResultTile {
                    id: preview

                    nameSize: Theme.body
                    isDetailed: sheet.isRoomy
                    onClicked: sheet.search.open(preview.code)
                }
            }
        }
    }
    Keyboard {
        property bool isWanted: sheet.isTyping

        keyboard: sheet.keyboard
        room: sheet.room.width
        keyHeight: sheet.key.height
    }
    RowLayout {
        property bool isWanted: sheet.isTyping && sheet.keyboard.hasSpaceBelow

        spacing: Theme.between

        ActionButton {
            objectName: "space"
            Layout.fillWidth: true
            Layout.preferredWidth: 3
            padding: 0
            drawing: "space"
            text: qsTr("Space")
            onClicked: sheet.search.press(" ")
        }
        ActionButton {
            objectName: "showResults"
            Layout.fillWidth: true
            Layout.preferredWidth: 4
            padding: 0
            enabled: sheet.search.typed !== ""
            isPrimary: sheet.search.count > 0
            isDrawingLast: true
            drawing: "forward"
            text: sheet.search.typed === "" ? qsTr("Show results") : qsTr("Show results (%1)").arg(sheet.search.count)
            onClicked: sheet.search.showResults()
        }
    }
}
