pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// The middle: what is typed, and the cards that were found.
FocusScope {
    id: pane

    required property StaffSearchViewModel search
    required property FiltersViewModel filters
    required property DeskViewModel desk
    property bool offersFilters: false
    property bool isAlone: false
    readonly property int turns: pane.desk.turns
    readonly property int searches: pane.desk.searches

    onActiveFocusChanged: if (pane.activeFocus) { pane.desk.notice("list"); }
    onTurnsChanged: if (pane.desk.pane === "list") { field.forceActiveFocus(Qt.ShortcutFocusReason); }
    onSearchesChanged: field.selectAll()

    Rectangle {
        anchors.fill: parent
        color: Theme.surface
    }
    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        SearchBox {
            id: field

            objectName: "searchField"
            Layout.fillWidth: true
            Layout.margins: Desk.gap
            Layout.bottomMargin: Desk.gapSmall
            focus: true
            placeholderText: qsTr("Search in all fields")
            text: pane.search.typed
            onTextEdited: pane.search.write(field.text)
            Keys.onPressed: event => event.accepted = pane.desk.takes(event.text) || pane.search.travel(event.key, false)
            Keys.onDownPressed: { list.forceActiveFocus(Qt.TabFocusReason); pane.search.step(1); }
            Keys.onReturnPressed: pane.desk.enter("card")
            Keys.onEnterPressed: pane.desk.enter("card")
        }
        RowLayout {
            Layout.fillWidth: true
            Layout.leftMargin: 2 * Desk.gap
            Layout.rightMargin: Desk.gap
            Layout.bottomMargin: Desk.gapSmall
            spacing: Desk.gap

            DeskLabel {
                isLive: true

                objectName: "told"
                Layout.fillWidth: true
                text: pane.search.told
                color: Theme.inkSoft
                font.pixelSize: Desk.small
            }
            DeskButton {
                objectName: "openFilters"
                visible: pane.offersFilters
                drawing: "filter"
                text: qsTr("Filters")
                onClicked: pane.desk.enter("filters")
            }
        }
        ChosenFilters {
            Layout.fillWidth: true
            visible: pane.filters.isSet
            filters: pane.filters
        }
        DeskList {
            id: list

            objectName: "results"
            Layout.fillWidth: true
            Layout.fillHeight: true
            model: pane.search.results
            currentIndex: pane.search.current
            Accessible.name: pane.search.told
            Keys.onDownPressed: pane.search.step(1)
            Keys.onUpPressed: pane.search.current > 0 ? pane.search.step(-1) : field.forceActiveFocus(Qt.BacktabFocusReason)
            Keys.onReturnPressed: pane.desk.enter("card")
            Keys.onEnterPressed: pane.desk.enter("card")
            Keys.onPressed: event => event.accepted = pane.search.travel(event.key, true)

            delegate: ResultRow {
                width: list.width
                isChosen: ListView.isCurrentItem
                hasKeyboard: ListView.isCurrentItem && list.activeFocus
                onClicked: { pane.search.choose(index); list.forceActiveFocus(Qt.MouseFocusReason); pane.desk.pick(pane.isAlone); }
                onDoubleClicked: pane.desk.enter("card")
            }
        }
    }
    NothingFound {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Desk.gapLarge, 24 * Desk.body)
        visible: pane.search.count === 0
        filters: pane.filters
    }
}
