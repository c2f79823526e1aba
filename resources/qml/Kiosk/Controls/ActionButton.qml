import QtQuick
import QtQuick.Layouts

// A button with words and perhaps a drawing: filled for the way on, outlined for the ways aside.
TouchButton {
    id: control

    property string drawing: ""
    property bool isPrimary: false
    property bool isDrawingLast: false
    readonly property color inkColour: control.isPrimary ? Theme.inkOnPrimary : Theme.primary

    opacity: control.enabled ? 1 : 0.4
    leftPadding: Theme.gapLarge
    rightPadding: Theme.gapLarge
    topPadding: Theme.gapSmall
    bottomPadding: Theme.gapSmall

    background: Rectangle {
        radius: Theme.radius
        color: control.isPrimary ? (control.down ? Theme.primaryPressed : Theme.primary) : (control.down || control.checked ? Theme.primarySoft : Theme.surface)
        border.color: control.isPrimary ? Theme.primaryPressed : Theme.edgeStrong
        border.width: control.isPrimary ? 0 : Theme.hair
    }

    contentItem: RowLayout {
        spacing: Theme.gapSmall * 1.5
        layoutDirection: control.isDrawingLast ? Qt.RightToLeft : Qt.LeftToRight

        Item {
            Layout.fillWidth: true
        }
        Drawing {
            visible: control.drawing !== ""
            name: control.drawing
            colour: control.inkColour
        }
        PlainLabel {
            Layout.maximumWidth: control.availableWidth - (control.drawing === "" ? 0 : Theme.icon + parent.spacing)
            visible: control.text !== ""
            text: control.text
            color: control.inkColour
            font.pixelSize: control.font.pixelSize
            font.weight: Font.DemiBold
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1.05
            Accessible.ignored: true
        }
        Item {
            Layout.fillWidth: true
        }
    }
}
