pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Controls

// The left: what the list can be narrowed to.
FocusScope {
    id: pane

    required property FiltersViewModel filters
    required property DeskViewModel desk
    readonly property int turns: pane.desk.turns

    onActiveFocusChanged: if (pane.activeFocus) { pane.desk.notice("filters"); }
    onTurnsChanged: if (pane.desk.pane === "filters") { list.forceActiveFocus(Qt.ShortcutFocusReason); }

    Rectangle {
        anchors.fill: parent
        color: Theme.background

        Rectangle {
            anchors.right: parent.right
            width: Desk.hair
            height: parent.height
            color: Theme.edgeTarget
        }
    }
    DeskList {
        id: list

        objectName: "filters"
        anchors.fill: parent
        anchors.rightMargin: Desk.hair
        topMargin: Desk.gapSmall
        bottomMargin: Desk.gap
        focus: true
        model: pane.filters.rows
        currentIndex: 1
        Accessible.name: qsTr("Filters")
        Keys.onDownPressed: list.currentIndex = pane.filters.beside(list.currentIndex, 1)
        Keys.onUpPressed: list.currentIndex = pane.filters.beside(list.currentIndex, -1)
        Keys.onSpacePressed: pane.filters.turnRow(list.currentIndex)
        Keys.onReturnPressed: pane.filters.turnRow(list.currentIndex)
        Keys.onEnterPressed: pane.filters.turnRow(list.currentIndex)

        delegate: FilterRow {
            width: list.width
            hasKeyboard: ListView.isCurrentItem && list.activeFocus
            onClicked: { list.currentIndex = index; pane.filters.turnRow(index); list.forceActiveFocus(Qt.MouseFocusReason); }
        }
    }
}
