pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// What stays in sight while a card is read: its name, what is special about it, and the facts.
Rectangle {
    id: head

    required property StaffCardViewModel card
    readonly property bool isWide: head.width > 42 * Desk.body

    implicitHeight: content.implicitHeight + 3 * Desk.gap
    color: Theme.surface

    ColumnLayout {
        id: content

        x: Desk.gapLarge
        y: 1.5 * Desk.gap
        width: Math.min(head.width - 2 * Desk.gapLarge, 64 * Desk.body)
        spacing: Desk.gap

        DeskLabel {
            objectName: "cardName"
            Layout.fillWidth: true
            text: head.card.name
            font.pixelSize: Desk.title
            font.weight: Font.Bold
            lineHeight: 1.08
            Accessible.role: Accessible.Heading
        }
        Flow {
            Layout.fillWidth: true
            spacing: Desk.gap

            DeskLabel {
                objectName: "cardLine"
                width: Math.min(implicitWidth, parent.width)
                text: head.card.line
                color: Theme.inkSoft
                font.pixelSize: Desk.small
            }
            Repeater {
                model: head.card.badges

                StateBadge {
                    required property var modelData

                    kind: modelData.kind
                    words: modelData.words
                }
            }
        }
        Rectangle {
            Layout.fillWidth: true
            implicitHeight: facts.implicitHeight + 3 * Desk.gap
            radius: Desk.radius
            color: Theme.primaryTint

            GridLayout {
                id: facts

                x: 1.5 * Desk.gap
                y: 1.5 * Desk.gap
                width: parent.width - 3 * Desk.gap
                columns: head.isWide ? 4 : 2
                columnSpacing: Desk.gapLarge
                rowSpacing: Desk.gap
                uniformCellWidths: true

                Repeater {
                    model: head.card.facts

                    CardFactCell {
                        Layout.fillWidth: true
                        Layout.alignment: Qt.AlignTop
                    }
                }
            }
        }
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Desk.hair
        color: Theme.edgeTarget
    }
}
