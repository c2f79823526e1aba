import QtQuick
import Kiosk.Controls

// One card that was found.
LinkTile {
    id: tile

    required property string code
    required property string name
    required property string summary
    required property string spokenLanguage
    property bool isDetailed: false

    objectName: "result-" + tile.code
    text: tile.name
    sentence: tile.isDetailed ? tile.summary : ""
}
