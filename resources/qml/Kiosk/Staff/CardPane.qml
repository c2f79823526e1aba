pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// The right: one card with everything in it.
FocusScope {
    id: pane

    required property StaffCardViewModel card
    required property StaffSearchViewModel search
    required property DeskViewModel desk
    required property StaffPrintingViewModel printing
    property bool isAlone: false
    readonly property int turns: pane.desk.turns
    readonly property int openings: pane.card.openings
    readonly property int jumps: pane.card.jumps
    // On a low screen the facts go up with the text: otherwise nothing would be left for it.
    readonly property bool isLow: pane.height < 38 * Desk.body

    onActiveFocusChanged: if (pane.activeFocus) { pane.desk.notice("card"); }
    onTurnsChanged: if (pane.desk.pane === "card") { list.forceActiveFocus(Qt.ShortcutFocusReason); }
    onOpeningsChanged: list.positionViewAtBeginning()
    onJumpsChanged: list.positionViewAtIndex(pane.card.target, ListView.Center)

    Rectangle {
        anchors.fill: parent
        color: Theme.surface

        Rectangle {
            width: Desk.hair
            height: parent.height
            color: Theme.edgeTarget
        }
    }
    ColumnLayout {
        anchors.fill: parent
        anchors.leftMargin: Desk.hair
        visible: pane.card.code !== ""
        spacing: 0

        DeskTools {
            Layout.fillWidth: true
            card: pane.card
            desk: pane.desk
            printing: pane.printing
            leadsBack: pane.isAlone
        }
        CardHead {
            Layout.fillWidth: true
            visible: !pane.isLow
            card: pane.card
        }
        DeskList {
            id: list

            objectName: "card"
            Layout.fillWidth: true
            Layout.fillHeight: true
            focus: true
            model: pane.card.passages
            bottomMargin: Desk.gapLarge
            Accessible.role: Accessible.Pane
            Accessible.name: pane.card.name
            Keys.onDownPressed: list.bar.increase()
            Keys.onUpPressed: list.bar.decrease()
            Keys.onPressed: event => list.bar.position = pane.desk.scrolled(event.key, list.bar.position, list.bar.size)

            header: CardHead {
                width: list.width
                height: pane.isLow ? implicitHeight : 0
                visible: pane.isLow
                card: pane.card
                onHeightChanged: list.positionViewAtBeginning()
            }
            delegate: PassageRow {
                width: list.width
                onLinkOpened: code => pane.search.goTo(code)
            }

            DeskRing {
                visible: list.activeFocus
            }
        }
    }
    DeskLabel {
        anchors.centerIn: parent
        visible: pane.card.code === ""
        text: qsTr("No card is chosen.")
        color: Theme.inkSoft
    }
}
