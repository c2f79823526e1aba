import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Kiosk.Controls

// A button of a desk: a drawing, words, and the key that does the same.
T.AbstractButton {
    id: control

    property string drawing: ""
    property string keys: ""
    property bool isOnBand: false
    property bool showsKeys: true
    property bool wraps: false
    readonly property color inkColour: control.isOnBand ? Theme.inkOnHead : control.enabled ? Theme.primary : Theme.inkOff

    implicitWidth: Math.max(Desk.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Desk.target, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: Desk.gap
    rightPadding: Desk.gap
    topPadding: Desk.gapSmall
    bottomPadding: Desk.gapSmall
    focusPolicy: Qt.TabFocus
    hoverEnabled: true
    Keys.onReturnPressed: control.click()
    Keys.onEnterPressed: control.click()
    Accessible.role: Accessible.Button
    Accessible.name: control.text
    Accessible.description: control.keys
    Accessible.onPressAction: control.click()

    background: Rectangle {
        radius: Desk.radius
        color: control.isOnBand ? (control.down || control.hovered ? Theme.headTrack : "transparent") : control.checked ? Theme.primarySoft : control.down || control.hovered ? Theme.primaryTint : Theme.surface
        border.color: control.isOnBand ? Theme.inkOnHeadSoft : control.checked ? Theme.primary : Theme.edgeTarget
        border.width: Desk.hair

        DeskRing {
            visible: control.visualFocus
        }
    }
    contentItem: RowLayout {
        spacing: Desk.gap

        Drawing {
            visible: control.drawing !== ""
            name: control.drawing
            colour: control.inkColour
            extent: Desk.icon
        }
        DeskLabel {
            Layout.fillWidth: true
            text: control.text
            color: control.inkColour
            font.weight: Font.DemiBold
            wrapMode: control.wraps ? Text.WordWrap : Text.NoWrap
            Accessible.ignored: true
        }
        DeskLabel {
            visible: control.showsKeys && control.keys !== ""
            text: control.keys
            color: control.isOnBand ? Theme.inkOnHeadSoft : Theme.inkSoft
            font.pixelSize: Desk.small
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
}
