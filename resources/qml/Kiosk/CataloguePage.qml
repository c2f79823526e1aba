pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// The groups of the catalogue as large tiles.
Sheet {
    id: sheet

    required property CatalogueViewModel catalogue
    // Standing panels: what is touched lies low, what is read above it.
    readonly property bool hasLowSearch: sheet.isPortrait && !sheet.isTight
    signal searchOpened

    columns: sheet.isPortrait ? 1 : sheet.wideColumns
    isUniform: !sheet.isTight

    RowLayout {
        property bool staysWithNext: true
        property bool isPinned: true

        spacing: Theme.gap

        PlainLabel {
            Layout.fillWidth: true
            text: sheet.catalogue.title
            font.pixelSize: sheet.isPortrait ? Theme.display : Math.max(Theme.title, Theme.body * 1.1)
            font.weight: Font.Bold
            lineHeight: 1.1
            Accessible.role: Accessible.Heading
        }
        SearchButton {
            visible: !sheet.hasLowSearch
            hasWord: sheet.width > 190 * Theme.millimetre * Theme.textScale
            onClicked: sheet.searchOpened()
        }
    }
    PlainLabel {
        property bool isWanted: sheet.isPortrait
        property bool staysWithNext: true

        text: qsTr("What is your matter about?")
        color: Theme.inkSoft
        font.pixelSize: Theme.lead
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
        model: sheet.catalogue.groups

        LinkTile {
            id: tile

            required property string key
            required property string name
            required property string description
            required drawing
            required property string spokenLanguage
            property bool isCell: true
            property real stretch: 1
            property real highest: Theme.target * (sheet.isPortrait ? 2.8 : 2.1)

            objectName: "group-" + tile.key
            text: tile.name
            isDense: sheet.isTight
            nameSize: sheet.isTight ? Theme.body : sheet.isPortrait ? Theme.lead : Theme.body * 1.1
            drawingExtent: sheet.isPortrait ? Theme.iconLarge : Theme.icon
            sentence: sheet.isPortrait ? tile.description : ""
            onClicked: sheet.catalogue.open(tile.key)
        }
    }
}
