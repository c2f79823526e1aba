pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// The groups of the catalogue as large tiles.
Item {
    id: sheet

    required property CatalogueViewModel catalogue
    required property string officeName
    readonly property bool isPortrait: sheet.height > sheet.width

    OfficeBand {
        id: band

        width: parent.width
        officeName: sheet.officeName
        isPortrait: sheet.isPortrait
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.topMargin: band.height + (sheet.isPortrait ? Theme.margin : Theme.gap)
        anchors.bottomMargin: sheet.isPortrait ? Theme.gapLarge : Theme.gap
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        spacing: sheet.isPortrait ? Theme.gapLarge : Theme.gap

        PlainLabel {
            Layout.fillWidth: true
            text: sheet.catalogue.title
            font.pixelSize: sheet.isPortrait ? Theme.display : Theme.title
            font.weight: Font.Bold
            lineHeight: 1.1
        }
        PlainLabel {
            Layout.fillWidth: true
            visible: sheet.isPortrait
            text: qsTr("What is your matter about?")
            color: Theme.inkSoft
            font.pixelSize: Theme.lead
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: sheet.isPortrait ? implicitHeight : Number.POSITIVE_INFINITY
            columns: sheet.isPortrait ? 1 : 2
            columnSpacing: Theme.gap
            rowSpacing: Theme.gap
            uniformCellWidths: true
            uniformCellHeights: true

            Repeater {
                model: sheet.catalogue.groups

                LinkTile {
                    id: tile

                    required property string key
                    required property string name
                    required property string description
                    required drawing

                    objectName: "group-" + tile.key
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.minimumHeight: tile.implicitHeight
                    Layout.preferredHeight: Math.max(tile.implicitHeight, sheet.isPortrait ? Theme.target * 2.8 : 0)
                    Layout.maximumHeight: Math.max(tile.implicitHeight, Theme.target * (sheet.isPortrait ? 2.8 : 2.1))
                    text: tile.name
                    nameSize: sheet.isPortrait ? Theme.lead : Theme.body * 1.1
                    drawingExtent: sheet.isPortrait ? Theme.iconLarge : Theme.icon
                    sentence: sheet.isPortrait ? tile.description : ""
                    onClicked: sheet.catalogue.open(tile.key)
                }
            }
        }
        Item {
            visible: sheet.isPortrait
            Layout.fillHeight: true
        }
        PageTurner {
            Layout.fillWidth: true
            page: sheet.catalogue.pager.page
            pages: sheet.catalogue.pager.pages
            previousText: qsTr("Previous page")
            nextText: qsTr("Next page")
            placeText: qsTr("%1 of %2").arg(sheet.catalogue.pager.page).arg(sheet.catalogue.pager.pages)
            onPrevious: sheet.catalogue.pager.previous()
            onNext: sheet.catalogue.pager.next()
        }
    }
}
