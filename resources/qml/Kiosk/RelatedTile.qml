import QtQuick
import Kiosk.Controls

// A card that goes with the one that is read. Lines of text stand closer than targets may.
Item {
    id: related

    required property string code
    required property string name
    required property string spokenLanguage
    property bool isDense: false
    signal clicked

    implicitHeight: tile.implicitHeight + Theme.gapSmall

    LinkTile {
        id: tile

        readonly property string spokenLanguage: related.spokenLanguage

        anchors.fill: parent
        anchors.topMargin: Theme.gapSmall
        objectName: "related-" + related.code
        text: related.name
        isDense: related.isDense
        nameSize: Theme.body
        onClicked: related.clicked()
    }
}
