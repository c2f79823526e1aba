pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// How to settle one matter: its name and a few facts always in sight, the rest in pages.
Item {
    id: sheet

    required property CardViewModel card
    required property string officeName
    readonly property bool isPortrait: sheet.height > sheet.width

    OfficeBand {
        id: band

        width: parent.width
        officeName: sheet.officeName
        isPortrait: sheet.isPortrait
    }
    GridLayout {
        anchors.fill: parent
        anchors.topMargin: band.height + (sheet.isPortrait ? Theme.gapLarge : Theme.gap)
        anchors.bottomMargin: Theme.gap
        anchors.leftMargin: Theme.margin
        anchors.rightMargin: Theme.margin
        columnSpacing: Theme.gapLarge
        rowSpacing: Theme.gap

        ColumnLayout {
            Layout.row: 0
            Layout.column: 0
            Layout.fillWidth: true
            Layout.fillHeight: false
            Layout.preferredWidth: sheet.isPortrait ? -1 : 4
            Layout.alignment: Qt.AlignTop
            spacing: Theme.gap

            CardTitle {
                Layout.fillWidth: true
                card: sheet.card
                isPortrait: sheet.isPortrait
            }
            CardFacts {
                Layout.fillWidth: true
                card: sheet.card
                isPortrait: sheet.isPortrait
            }
        }
        Surface {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.preferredWidth: sheet.isPortrait ? -1 : 9.4
            Layout.row: sheet.isPortrait ? 1 : 0
            Layout.column: sheet.isPortrait ? 0 : 1
            Layout.rowSpan: sheet.isPortrait ? 1 : 2

            CardBlocks {
                anchors.fill: parent
                anchors.leftMargin: Theme.gapLarge
                anchors.rightMargin: Theme.gapLarge
                anchors.topMargin: sheet.isPortrait ? Theme.gapLarge : Theme.gapSmall * 1.5
                anchors.bottomMargin: sheet.isPortrait ? Theme.gapSmall : Theme.gapSmall / 2
                card: sheet.card
                isPortrait: sheet.isPortrait
            }
        }
        PageTurner {
            Layout.row: sheet.isPortrait ? 2 : 1
            Layout.column: 0
            Layout.fillWidth: true
            Layout.preferredWidth: sheet.isPortrait ? -1 : 4
            Layout.alignment: Qt.AlignBottom
            isNarrow: !sheet.isPortrait
            page: sheet.card.pager.page
            pages: sheet.card.pager.pages
            previousText: qsTr("Previous page")
            nextText: sheet.isPortrait ? qsTr("Next page") : qsTr("Next")
            placeText: qsTr("%1 of %2").arg(sheet.card.pager.page).arg(sheet.card.pager.pages)
            onPrevious: sheet.card.pager.previous()
            onNext: sheet.card.pager.next()
        }
    }
}
