pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// The matters of one group.
Sheet {
    id: sheet

    required property GroupViewModel group
    // Standing panels: what is touched lies low, what is read above it.
    readonly property bool hasLowSearch: sheet.isPortrait && !sheet.isTight
    signal searchOpened
    readonly property bool isRoomy: !sheet.isTight && (sheet.isPortrait || cards.count <= 4)

    subject: sheet.group.key
    columns: sheet.isPortrait ? 1 : sheet.wideColumns
    isUniform: !sheet.isPortrait && !sheet.isTight
    spacing: Theme.gap

    RowLayout {
        property bool staysWithNext: true
        property bool isPinned: true

        spacing: Theme.gapLarge

        Drawing {
            name: sheet.group.icon
            extent: sheet.isPortrait ? Theme.iconLarge : Theme.icon
        }
        PlainLabel {
            Layout.fillWidth: true
            text: sheet.group.name
            font.pixelSize: sheet.isPortrait ? Theme.title * 1.15 : Math.max(Theme.title * 0.9, Theme.body * 1.1)
            font.weight: Font.Bold
            lineHeight: 1.1
            Accessible.role: Accessible.Heading
        }
        SearchButton {
            visible: !sheet.hasLowSearch
            hasWord: sheet.width > 250 * Theme.millimetre * Theme.textScale
            onClicked: sheet.searchOpened()
        }
    }
    PlainLabel {
        property bool isWanted: text !== "" && !sheet.isTight && (sheet.isPortrait || cards.count <= 2)
        property bool staysWithNext: true

        text: sheet.group.description
        color: Theme.inkSoft
    }
    Item {
        property bool isWanted: sheet.hasLowSearch
        property bool staysWithNext: true
        property real stretch: 1

        implicitHeight: 0
    }
    SearchButton {
        property bool isWanted: sheet.hasLowSearch
        property bool staysWithNext: true

        hasWord: true
        onClicked: sheet.searchOpened()
    }
    Repeater {
        id: cards

        model: sheet.group.cards

        LinkTile {
            id: row

            required property string code
            required property string name
            required property string summary
            required property string spokenLanguage
            property bool isCell: true
            property real stretch: 1
            property real highest: Theme.target * 2.8

            objectName: "card-" + row.code
            text: row.name
            isDense: sheet.isTight
            nameSize: sheet.isPortrait && !sheet.isTight ? Theme.lead : Theme.body
            sentence: sheet.isRoomy ? row.summary : ""
            onClicked: sheet.group.open(row.code)
        }
    }
}
