import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

// One choice of a form: what is chosen, and what it is. Pressed, it shows the list.
TouchButton {
    id: control

    required property string name
    required property string value
    property bool isCell: true

    text: control.name + ": " + control.value
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: Theme.gap
    rightPadding: Theme.gap
    topPadding: Theme.gapSmall
    bottomPadding: Theme.gapSmall

    background: Surface {
        radius: Theme.radius
        color: control.down ? Theme.primarySoft : Theme.surface
        border.color: Theme.edgeTarget
    }
    contentItem: RowLayout {
        spacing: Theme.gap

        ColumnLayout {
            spacing: 0

            PlainLabel {
                Layout.fillWidth: true
                text: control.name
                color: Theme.inkSoft
                font.pixelSize: Theme.small
                lineHeight: 1.1
                Accessible.ignored: true
            }
            PlainLabel {
                Layout.fillWidth: true
                text: control.value
                font.weight: Font.DemiBold
                lineHeight: 1.1
                Accessible.ignored: true
            }
        }
        Drawing {
            name: "chevron"
        }
    }
}
