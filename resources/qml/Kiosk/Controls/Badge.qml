import QtQuick
import QtQuick.Layouts

// A short mark that something needs care.
Rectangle {
    id: badge

    required property string text

    // Rows are laid out in whole pixels: a part of one too few would break the line.
    implicitWidth: Math.ceil(icon.width + row.spacing + words.implicitWidth + 2 * Theme.gap) + 1
    implicitHeight: row.implicitHeight + Theme.gapSmall * 1.5
    radius: Math.min(height / 2, Theme.radius * 2)
    color: Theme.notice
    border.color: Theme.noticeEdge
    border.width: Theme.hair

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.leftMargin: Theme.gap
        anchors.rightMargin: Theme.gap
        spacing: Theme.gapSmall

        Drawing {
            id: icon

            name: "question"
            colour: Theme.noticeInk
            extent: Theme.small * 1.3
        }
        PlainLabel {
            id: words

            Layout.fillWidth: true
            text: badge.text
            color: Theme.noticeInk
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
            lineHeight: 1.05
        }
    }
}
