pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

// How to begin, in every language of the office.
Rectangle {
    id: foot

    required property string invitation
    required property var invitations
    required property bool isDark
    required property bool isPortrait
    required property point offset
    readonly property color accent: foot.isDark ? Theme.inkOnNight : Theme.primary
    readonly property color ink: foot.isDark ? Theme.inkOnNightSoft : Theme.inkSoft

    implicitHeight: content.implicitHeight + 2 * (foot.isPortrait ? Theme.margin : Theme.gap)
    color: foot.isDark ? Theme.night : Theme.surface

    GridLayout {
        id: content

        x: Theme.margin + foot.offset.x
        y: (parent.height - height) / 2 + foot.offset.y
        width: parent.width - 2 * Theme.margin
        columns: foot.isPortrait ? 1 : 2
        columnSpacing: Theme.margin
        rowSpacing: Theme.gap

        RowLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.isCompact ? 1 : 3
            spacing: Theme.gap

            Drawing {
                name: "touch"
                colour: foot.accent
                extent: Theme.iconLarge
            }
            PlainLabel {
                objectName: "invitation"
                Layout.fillWidth: true
                text: foot.invitation
                color: foot.accent
                font.pixelSize: foot.isPortrait ? Theme.title : Theme.isCompact ? Theme.body : Theme.lead
                font.weight: Font.Bold
                lineHeight: 1.1
            }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.preferredWidth: Theme.isCompact ? 1 : 2
            Layout.leftMargin: foot.isPortrait ? Theme.iconLarge + Theme.gap : 0
            spacing: 0

            Repeater {
                model: foot.invitations

                PlainLabel {
                    required property string words
                    required property string language
                    readonly property string spokenLanguage: language

                    objectName: "invitation-" + language
                    Layout.fillWidth: true
                    text: words
                    color: foot.ink
                    font.pixelSize: foot.isPortrait ? Theme.lead : Theme.small
                }
            }
        }
    }
}
