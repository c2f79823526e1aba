import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

// A name and its value on one line; or the heading of those that follow.
Item {
    id: row

    required property string name
    required property string value
    required property bool isHeading
    required property bool isBad
    property bool isCell: !row.isHeading
    property bool staysWithNext: row.isHeading

    implicitHeight: line.implicitHeight + (row.isHeading ? Theme.gap : Theme.gapSmall)

    Rectangle {
        anchors.fill: parent
        visible: row.isBad
        radius: Theme.radius
        color: Theme.notice
        border.color: Theme.noticeEdge
        border.width: Theme.hair
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: row.isHeading ? Theme.line : Theme.hair
        visible: !row.isBad
        color: row.isHeading ? Theme.primary : Theme.edge
    }
    RowLayout {
        id: line

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.leftMargin: row.isHeading ? 0 : Theme.gapSmall
        anchors.rightMargin: row.isHeading ? 0 : Theme.gapSmall
        anchors.bottomMargin: Theme.gapSmall / 2
        spacing: Theme.gap

        Drawing {
            visible: row.isBad
            name: "warning"
            colour: Theme.noticeInk
            extent: Theme.small * 1.3
        }
        PlainLabel {
            Layout.fillWidth: true
            text: row.name
            color: row.isBad ? Theme.noticeInk : row.isHeading ? Theme.primary : Theme.ink
            font.pixelSize: row.isHeading ? Theme.body : Theme.small
            font.weight: row.isHeading ? Font.Bold : Font.Normal
            lineHeight: 1.1
            Accessible.role: row.isHeading ? Accessible.Heading : Accessible.StaticText
        }
        PlainLabel {
            Layout.maximumWidth: row.width * 0.6
            visible: row.value !== ""
            text: row.value
            color: row.isBad ? Theme.noticeInk : Theme.ink
            font.pixelSize: Theme.small
            font.weight: Font.DemiBold
            font.features: { "tnum": 1 }
            horizontalAlignment: Text.AlignRight
            lineHeight: 1.1
        }
    }
}
