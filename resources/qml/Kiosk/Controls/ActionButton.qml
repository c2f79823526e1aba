import QtQuick
import QtQuick.Layouts

// A button with words and perhaps a drawing: filled for the way on, outlined for the ways aside.
TouchButton {
    id: control

    property string drawing: ""
    property bool isPrimary: false
    property bool isDrawingLast: false
    readonly property real gap: Theme.gapSmall * 1.5
    readonly property real room: control.availableWidth - (control.drawing === "" ? 0 : Theme.icon + control.gap)
    readonly property bool isWrapped: words.implicitWidth > control.room
    // A button that is off keeps readable words: faded ones would be unreadable for many.
    readonly property color inkColour: !control.enabled ? Theme.inkOff : control.isPrimary ? Theme.inkOnPrimary : Theme.primary

    // A drawing alone grows with the text, the button need not.
    leftPadding: control.text === "" ? Theme.hair : Theme.gap
    rightPadding: leftPadding
    topPadding: Theme.gapSmall
    bottomPadding: Theme.gapSmall

    background: Rectangle {
        radius: Theme.radius
        color: control.isPrimary && control.enabled ? (control.down ? Theme.primaryPressed : Theme.primary) : (control.down || control.checked ? Theme.primarySoft : Theme.surface)
        border.color: control.enabled ? Theme.edgeStrong : Theme.isHighContrast ? Theme.inkOff : Theme.edge
        border.width: control.isPrimary && control.enabled ? 0 : Theme.hair
    }

    contentItem: RowLayout {
        spacing: 0
        layoutDirection: control.isDrawingLast ? Qt.RightToLeft : Qt.LeftToRight

        // Air at both ends, given up where the words need it.
        Item {
            Layout.fillWidth: true
            Layout.minimumWidth: 0
            implicitWidth: control.gap
        }
        Drawing {
            visible: control.drawing !== ""
            name: control.drawing
            colour: control.inkColour
        }
        Item {
            visible: control.drawing !== "" && control.text !== ""
            implicitWidth: control.gap
        }
        PlainLabel {
            id: words

            Layout.maximumWidth: control.room
            visible: control.text !== ""
            text: control.text
            color: control.inkColour
            font.pixelSize: control.font.pixelSize
            font.weight: Font.DemiBold
            // Several lines stand by their drawing.
            horizontalAlignment: control.isWrapped && control.drawing !== "" && !control.isDrawingLast ? Text.AlignLeft : Text.AlignHCenter
            lineHeight: 1.05
            Accessible.ignored: true
        }
        Item {
            Layout.fillWidth: true
            Layout.minimumWidth: 0
            implicitWidth: control.gap
        }
    }
}
