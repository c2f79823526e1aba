pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// The matters of one group.
Item {
    id: sheet

    required property GroupViewModel group
    required property string officeName
    readonly property bool isPortrait: sheet.height > sheet.width
    readonly property bool isRoomy: sheet.isPortrait || cards.count <= 4
    readonly property bool isSparse: cards.count <= 2

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

        RowLayout {
            Layout.fillHeight: false
            spacing: Theme.gapLarge

            Drawing {
                name: sheet.group.icon
                extent: sheet.isPortrait ? Theme.iconLarge : Theme.icon
            }
            PlainLabel {
                Layout.fillWidth: true
                text: sheet.group.name
                font.pixelSize: sheet.isPortrait ? Theme.title * 1.15 : Theme.title * 0.9
                font.weight: Font.Bold
                lineHeight: 1.1
            }
        }
        PlainLabel {
            Layout.fillWidth: true
            visible: text !== "" && (sheet.isPortrait || sheet.isSparse)
            text: sheet.group.description
            color: Theme.inkSoft
            font.pixelSize: Theme.body
        }
        GridLayout {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.maximumHeight: sheet.isRoomy ? implicitHeight : Number.POSITIVE_INFINITY
            columns: sheet.isPortrait ? 1 : 2
            columnSpacing: Theme.gap
            rowSpacing: Math.ceil(3.2 * Theme.millimetre)
            uniformCellWidths: true
            uniformCellHeights: !sheet.isPortrait

            Repeater {
                id: cards

                model: sheet.group.cards

                LinkTile {
                    id: row

                    required property string code
                    required property string name
                    required property string summary

                    objectName: "card-" + row.code
                    Layout.fillWidth: true
                    Layout.fillHeight: true
                    Layout.minimumHeight: row.implicitHeight
                    Layout.preferredHeight: Math.max(row.implicitHeight, sheet.isPortrait ? Theme.target * 2.8 : 0)
                    Layout.maximumHeight: Math.max(row.implicitHeight, Theme.target * (sheet.isPortrait ? 2.8 : sheet.isRoomy ? 6 : 1.6))
                    text: row.name
                    nameSize: sheet.isPortrait ? Theme.lead : Theme.body
                    sentence: sheet.isRoomy ? row.summary : ""
                    onClicked: sheet.group.open(row.code)
                }
            }
        }
        Item {
            Layout.fillHeight: true
            visible: sheet.isRoomy && cards.count <= 5
        }
        PageTurner {
            Layout.fillWidth: true
            page: sheet.group.pager.page
            pages: sheet.group.pager.pages
            previousText: qsTr("Previous page")
            nextText: qsTr("Next page")
            placeText: qsTr("%1 of %2").arg(sheet.group.pager.page).arg(sheet.group.pager.pages)
            onPrevious: sheet.group.pager.previous()
            onNext: sheet.group.pager.next()
        }
    }
}
