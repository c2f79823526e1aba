import QtQuick
import Kiosk.Controls

// Why a card is not like the others: words with a sign, on a ground of its own.
Rectangle {
    id: badge

    required property string kind
    required property string words
    readonly property color ink: Desk.ink[badge.kind] ?? Theme.noticeInk

    implicitWidth: sign.width + 4 * Desk.gapSmall + label.implicitWidth
    implicitHeight: label.implicitHeight + Desk.gapSmall
    radius: Desk.radius
    color: Desk.ground[badge.kind] ?? Theme.notice
    border.color: badge.ink
    border.width: Desk.hair

    Drawing {
        id: sign

        x: Desk.gapSmall * 1.5
        anchors.verticalCenter: parent.verticalCenter
        name: Desk.sign[badge.kind] ?? "info"
        colour: badge.ink
        extent: Math.round(Desk.small * 1.1)
    }
    DeskLabel {
        id: label

        objectName: "badge"
        anchors.left: sign.right
        anchors.leftMargin: Desk.gapSmall
        anchors.verticalCenter: parent.verticalCenter
        text: badge.words
        color: badge.ink
        font.pixelSize: Desk.small
        font.weight: Font.DemiBold
        lineHeight: 1
        wrapMode: Text.NoWrap
    }
}
