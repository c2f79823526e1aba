import QtQuick
import Kiosk.Controls

// What has happened to a passage since the version before, in a word.
Rectangle {
    id: mark

    required property string change
    required property string words
    readonly property string look: mark.change === "changed" ? "moved" : mark.change

    implicitWidth: label.implicitWidth + 2 * Desk.gap
    implicitHeight: label.implicitHeight + Desk.gapSmall
    radius: Desk.radius
    color: Desk.ground[mark.look] ?? "transparent"
    border.color: Desk.ink[mark.look] ?? "transparent"
    border.width: Desk.hair

    DeskLabel {
        id: label

        objectName: "changeMark"
        anchors.centerIn: parent
        text: mark.words
        color: Desk.ink[mark.look] ?? Theme.ink
        font.pixelSize: Desk.small
        font.weight: Font.DemiBold
        lineHeight: 1
        wrapMode: Text.NoWrap
    }
}
