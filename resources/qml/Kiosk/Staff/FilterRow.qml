import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Kiosk.Controls

// A heading of the filters, or one thing to be chosen, with the number of cards there would be.
T.AbstractButton {
    id: row

    required property int index
    required property string dimension
    required property string trait
    required property string words
    required property int count
    required property bool isChosen
    required property bool isHeading
    property bool hasKeyboard: false
    readonly property bool isEmpty: row.count === 0 && !row.isChosen

    objectName: row.isHeading ? "" : "filter-" + row.dimension + "-" + row.trait
    enabled: !row.isHeading
    implicitHeight: Math.max(Desk.target, content.implicitHeight + Desk.gap) + (row.isHeading && row.index > 0 ? Desk.gap : 0)
    focusPolicy: Qt.NoFocus
    hoverEnabled: true
    Accessible.role: row.isHeading ? Accessible.Heading : Accessible.RadioButton
    Accessible.name: row.isHeading ? row.words : row.words + ", " + row.count
    Accessible.checkable: !row.isHeading
    Accessible.checked: row.isChosen
    Accessible.focusable: !row.isHeading
    Accessible.focused: row.hasKeyboard
    Accessible.onPressAction: row.click()

    background: Rectangle {
        color: row.isChosen ? Theme.primarySoft : row.hovered ? Theme.primaryTint : "transparent"

        Rectangle {
            visible: row.isChosen
            width: Desk.line * 2
            height: parent.height
            color: Theme.primary
        }
        DeskRing {
            visible: row.hasKeyboard
        }
    }
    contentItem: Item {
        RowLayout {
            id: content

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.bottomMargin: Math.round(Desk.gap / 2)
            anchors.leftMargin: row.isHeading ? Desk.gap : Desk.gapLarge
            anchors.rightMargin: Desk.gapLarge
            spacing: Desk.gap

            DeskLabel {
                Layout.fillWidth: true
                text: row.words
                color: row.isHeading || row.isEmpty ? Theme.inkSoft : Theme.ink
                font.pixelSize: row.isHeading ? Desk.small : Desk.body
                font.weight: row.isHeading || row.isChosen ? Font.DemiBold : Font.Normal
                lineHeight: 1.05
                Accessible.ignored: true
            }
            DeskLabel {
                visible: !row.isHeading
                text: row.count
                color: Theme.inkSoft
                font.pixelSize: Desk.small
                Accessible.ignored: true
            }
        }
    }
}
