pragma ComponentBehavior: Bound

import QtQml
import QtQuick
import Kiosk
import Kiosk.Controls

// The staff's window: filters, the list and the card side by side, as many of them as there is room for.
Window {
    id: root

    required property DeskViewModel desk
    required property FiltersViewModel filters
    required property StaffSearchViewModel search
    required property StaffCardViewModel card
    required property StaffAddressViewModel address
    required property StaffPrintingViewModel printing
    required property string officeName
    readonly property bool isVeiled: root.desk.overlay !== ""
    readonly property bool hasFilters: root.width >= 80 * Desk.body
    readonly property bool hasBoth: root.width >= 58 * Desk.body
    readonly property bool isReading: root.desk.pane === "card"
    readonly property real listWidth: Math.round(Math.min(32 * Desk.body, Math.max(24 * Desk.body, root.width * 0.28)))

    title: qsTr("Okienko – staff")
    visible: true
    color: Theme.background
    minimumWidth: 480
    minimumHeight: 320

    Binding {
        target: Theme
        property: "textScale"
        value: root.desk.textScale
    }
    Instantiator {
        model: root.desk.shortcuts

        Shortcut {
            required property string action
            required property var combinations

            sequences: combinations
            onActivated: root.desk.perform(action)
        }
    }
    FocusScope {
        id: stage

        anchors.fill: parent
        enabled: !root.isVeiled
        focus: true
        Keys.onPressed: event => event.accepted = root.search.typeOn(event.text, root.isReading)

        StaffHead {
            id: head

            width: parent.width
            desk: root.desk
            officeName: root.officeName
        }
        FilterPane {
            id: filters

            y: head.height
            z: root.hasFilters ? 0 : 1
            width: Math.round(17 * Desk.body)
            height: stage.height - head.height - status.room
            visible: root.hasFilters || root.desk.pane === "filters"
            filters: root.filters
            desk: root.desk
        }
        ResultPane {
            id: results

            x: root.hasFilters ? filters.width : 0
            y: head.height
            width: root.hasBoth ? root.listWidth : stage.width
            height: filters.height
            visible: root.hasBoth || !root.isReading
            focus: true
            search: root.search
            filters: root.filters
            desk: root.desk
            offersFilters: !root.hasFilters
            isAlone: !root.hasBoth
        }
        CardPane {
            x: root.hasBoth ? results.x + results.width : 0
            y: head.height
            width: stage.width - x
            height: filters.height
            visible: root.hasBoth || root.isReading
            card: root.card
            search: root.search
            desk: root.desk
            printing: root.printing
            isAlone: !root.hasBoth
        }
        StatusLine {
            id: status

            readonly property real room: root.desk.message === "" ? 0 : status.implicitHeight

            y: stage.height - status.room
            width: stage.width
            visible: root.desk.message !== ""
            desk: root.desk
        }
    }
    CodeSheet {
        anchors.fill: parent
        visible: root.desk.overlay === "code"
        desk: root.desk
        address: root.address
        card: root.card
    }
    KeySheet {
        anchors.fill: parent
        visible: root.desk.overlay === "keys"
        desk: root.desk
    }
}
