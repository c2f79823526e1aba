pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Kiosk.Controls

// A card that was found: its name, its code and group, and the words that were found in it.
T.AbstractButton {
    id: row

    required property int index
    required property string code
    required property string name
    required property string where
    required property string snippet
    required property string spoken
    required property var badges
    property bool isChosen: false
    property bool hasKeyboard: false

    objectName: "result-" + row.code
    implicitHeight: content.implicitHeight + 2 * Desk.gap
    focusPolicy: Qt.NoFocus
    hoverEnabled: true
    Accessible.role: Accessible.ListItem
    Accessible.name: row.spoken
    Accessible.focusable: true
    Accessible.selectable: true
    Accessible.selected: row.isChosen
    Accessible.focused: row.hasKeyboard
    Accessible.onPressAction: row.click()

    background: Rectangle {
        color: row.isChosen ? Theme.primarySoft : row.hovered ? Theme.primaryTint : Theme.surface

        // A chosen line is told by more than its ground.
        Rectangle {
            visible: row.isChosen
            width: Desk.line * 2
            height: parent.height
            color: Theme.primary
        }
        Rectangle {
            anchors.bottom: parent.bottom
            width: parent.width
            height: Desk.hair
            color: Theme.edge
        }
        DeskRing {
            visible: row.hasKeyboard
        }
    }
    contentItem: Item {
        ColumnLayout {
            id: content

            x: 1.5 * Desk.gap
            width: parent.width - 3.5 * Desk.gap
            anchors.verticalCenter: parent.verticalCenter
            spacing: Math.round(Desk.gapSmall / 2)

            DeskLabel {
                Layout.fillWidth: true
                text: row.name
                textFormat: Text.StyledText
                font.weight: Font.DemiBold
                maximumLineCount: 2
                elide: Text.ElideRight
                Accessible.ignored: true
            }
            Flow {
                Layout.fillWidth: true
                spacing: Desk.gapSmall

                DeskLabel {
                    width: Math.min(implicitWidth + Desk.gapSmall, parent.width)
                    text: row.where
                    color: Theme.inkSoft
                    font.pixelSize: Desk.small
                    wrapMode: Text.NoWrap
                    elide: Text.ElideRight
                    Accessible.ignored: true
                }
                Repeater {
                    model: row.badges

                    StateBadge {
                        required property var modelData

                        kind: modelData.kind
                        words: modelData.words
                        Accessible.ignored: true
                    }
                }
            }
            DeskLabel {
                objectName: "snippet"
                Layout.fillWidth: true
                text: row.snippet
                textFormat: Text.StyledText
                color: Theme.inkSoft
                font.pixelSize: Desk.small
                maximumLineCount: 2
                elide: Text.ElideRight
                Accessible.ignored: true
            }
        }
    }
}
