import QtQuick
import QtQuick.Layouts

// One answer of a list. With `isToggle` it carries a box to tick, otherwise a tap is the answer.
TouchButton {
    id: control

    property bool isToggle: false
    property bool isChosen: false
    property bool isDense: false
    readonly property bool isLit: control.isChosen || (control.down && !control.isToggle)

    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: Theme.gap * 1.5
    rightPadding: Theme.gap
    topPadding: control.isDense ? Theme.gapSmall / 2 : Theme.gapSmall * 1.6
    bottomPadding: topPadding
    checkable: control.isToggle
    checked: control.isChosen
    Accessible.role: control.isToggle ? Accessible.CheckBox : Accessible.Button
    Accessible.checked: control.isChosen
    Accessible.onToggleAction: control.click()

    background: Surface {
        radius: Theme.radius
        color: control.isLit ? Theme.primary : control.down ? Theme.primarySoft : Theme.surface
        border.color: control.isLit ? Theme.primary : Theme.edgeTarget
    }

    contentItem: RowLayout {
        spacing: Theme.gap

        Rectangle {
            visible: control.isToggle
            implicitWidth: Theme.icon
            implicitHeight: Theme.icon
            radius: Theme.radius / 2
            color: control.isLit ? Theme.inkOnPrimary : Theme.surface
            border.color: control.isLit ? Theme.inkOnPrimary : Theme.edgeStrong
            border.width: Theme.line

            Drawing {
                anchors.centerIn: parent
                visible: control.isChosen
                name: "thanks"
                extent: Theme.icon * 0.8
            }
        }
        PlainLabel {
            Layout.fillWidth: true
            text: control.text
            color: control.isLit ? Theme.inkOnPrimary : Theme.ink
            font.pixelSize: control.font.pixelSize
            font.weight: Font.Medium
            lineHeight: 1.1
            Accessible.ignored: true
        }
        Drawing {
            visible: !control.isToggle
            name: control.isChosen ? "check" : "chevron"
            colour: control.isLit ? Theme.inkOnPrimary : Theme.primary
        }
    }
}
