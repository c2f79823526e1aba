import QtQuick
import Kiosk.Controls

// The office's logo on a plate of paper, since logos are made for paper; without one, a neutral building.
Item {
    id: mark

    property real extent: Theme.icon
    // However long a logo is, the office's name needs the room beside it.
    property real widest: 3 * mark.extent
    readonly property bool hasLogo: Theme.logoShape > 0
    // The plate is no higher than the building, so that a logo moves nothing.
    readonly property real border: Theme.hair * 3
    readonly property real logoHeight: Math.round(mark.hasLogo ? Math.min(mark.extent - 2 * mark.border, mark.widest / Theme.logoShape) : 0)
    readonly property real logoWidth: Math.round(mark.logoHeight * Theme.logoShape)

    implicitWidth: mark.hasLogo ? mark.logoWidth + 2 * Theme.gapSmall : mark.extent
    implicitHeight: mark.extent

    Drawing {
        visible: !mark.hasLogo
        name: "building"
        colour: Theme.inkOnHead
        extent: mark.extent
    }
    Rectangle {
        objectName: "logo"
        anchors.verticalCenter: parent.verticalCenter
        width: parent.width
        height: mark.logoHeight + 2 * mark.border
        visible: mark.hasLogo
        radius: Theme.radius / 2
        color: "#ffffff"

        Image {
            anchors.centerIn: parent
            width: mark.logoWidth
            height: mark.logoHeight
            fillMode: Image.PreserveAspectFit
            sourceSize: Qt.size(mark.logoWidth, mark.logoHeight)
            source: mark.hasLogo ? "image://logo/office" : ""
        }
    }
}
