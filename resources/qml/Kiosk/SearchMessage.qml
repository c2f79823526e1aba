import QtQuick
import Kiosk
import Kiosk.Controls

// What was found, in words.
PlainLabel {
    id: message

    required property SearchViewModel search

    objectName: "searchMessage"
    isLive: true
    text: message.search.typed === "" ? qsTr("Write a word that names your matter. Its beginning is enough.") : !message.search.isReady ? qsTr("One moment, please…") : message.search.count === 0 ? qsTr("Nothing was found.") : !message.search.isComplete ? qsTr("No card has all these words; these come close.") : qsTr("%n card(s) found", "", message.search.count)
    color: Theme.inkSoft
}
