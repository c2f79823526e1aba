import QtQuick
import Kiosk.Controls

// The way to the search, beside the title of a list.
ActionButton {
    id: control

    required property bool hasWord

    objectName: "search"
    implicitWidth: control.hasWord ? implicitContentWidth + leftPadding + rightPadding : Theme.target
    leftPadding: control.hasWord ? Theme.gapLarge : 0
    rightPadding: leftPadding
    drawing: "search"
    text: control.hasWord ? qsTr("Search") : ""
    Accessible.name: qsTr("Search in the catalogue")
}
