import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// What is looked for, and what can be done about it: erased while it is typed, changed when its results are shown.
RowLayout {
    id: head

    required property SearchViewModel search
    required property bool hasSpace
    readonly property bool isTyping: !head.search.isShowingResults
    readonly property bool hasWords: head.width > 235 * Theme.millimetre * Theme.textScale

    spacing: Theme.between

    TypedField {
        Layout.fillWidth: true
        Layout.fillHeight: true
        text: head.search.typed
        hint: head.hasWords ? qsTr("What are you looking for?") : qsTr("Search")
        hasCaret: head.isTyping
    }
    ActionButton {
        objectName: "spaceBeside"
        Layout.preferredWidth: Theme.target
        visible: head.isTyping && head.hasSpace
        padding: 0
        drawing: "space"
        Accessible.name: qsTr("Space")
        onClicked: head.search.press(" ")
    }
    ActionButton {
        objectName: "erase"
        Layout.preferredWidth: head.hasWords ? implicitWidth : Theme.target
        visible: head.isTyping
        enabled: head.search.typed !== ""
        padding: 0
        drawing: "erase"
        text: head.hasWords ? qsTr("Erase") : ""
        Accessible.name: qsTr("Erase the last letter")
        onClicked: head.search.erase()
    }
    ActionButton {
        objectName: "eraseAll"
        Layout.preferredWidth: head.hasWords ? implicitWidth : Theme.target
        visible: head.isTyping
        enabled: head.search.typed !== ""
        padding: 0
        drawing: "clear"
        text: head.hasWords ? qsTr("Erase all") : ""
        Accessible.name: qsTr("Erase all")
        onClicked: head.search.eraseAll()
    }
    ActionButton {
        objectName: "showResults"
        visible: head.isTyping && head.hasSpace
        enabled: head.search.typed !== ""
        isPrimary: head.search.count > 0
        isDrawingLast: true
        padding: Theme.gapSmall
        drawing: "forward"
        text: head.search.typed === "" ? "" : head.search.count
        Accessible.name: qsTr("Show results (%1)").arg(head.search.count)
        onClicked: head.search.showResults()
    }
    ActionButton {
        objectName: "changeWords"
        Layout.maximumWidth: head.width * 0.48
        visible: !head.isTyping
        drawing: "keyboard"
        text: head.width > 150 * Theme.millimetre * Theme.textScale ? qsTr("Change the words") : ""
        Accessible.name: qsTr("Change the words")
        onClicked: head.search.changeWords()
    }
}
