import QtQuick
import QtQuick.Layouts

// A way into something: a drawing on a tinted square, a name, perhaps a sentence, an arrow.
TouchButton {
    id: control

    property string drawing: ""
    property string sentence: ""
    property bool isWide: true
    property bool isDense: false
    property real nameSize: Theme.lead
    property real drawingExtent: Theme.iconLarge

    implicitHeight: Math.max(control.isDense ? Theme.target : Theme.targetLarge, content.implicitHeight + topPadding + bottomPadding)
    topPadding: control.isDense ? Theme.gapSmall / 2 : control.sentence === "" ? Theme.gapSmall * 1.5 : Theme.gap * 1.1
    bottomPadding: topPadding
    leftPadding: control.isDense ? Theme.gap : Theme.gapLarge
    rightPadding: leftPadding
    Accessible.description: control.sentence

    background: Surface {
        color: control.down ? Theme.primarySoft : Theme.surface
        border.color: control.down ? Theme.primary : Theme.edgeTarget
    }

    contentItem: GridLayout {
        id: content

        columns: control.isWide ? 3 : 1
        columnSpacing: Theme.gapLarge
        rowSpacing: Theme.gap

        Rectangle {
            visible: control.drawing !== "" && !control.isDense
            implicitWidth: control.drawingExtent * 1.6
            implicitHeight: control.drawingExtent * 1.6
            radius: Theme.radius
            color: Theme.primaryTint

            Drawing {
                anchors.centerIn: parent
                name: control.drawing
                extent: control.drawingExtent
            }
        }
        ColumnLayout {
            spacing: Theme.gapSmall

            PlainLabel {
                Layout.fillWidth: true
                text: control.text
                font.pixelSize: control.nameSize
                font.weight: Font.DemiBold
                lineHeight: control.isDense ? 1 : 1.1
                Accessible.ignored: true
            }
            PlainLabel {
                Layout.fillWidth: true
                visible: control.sentence !== ""
                text: control.sentence
                color: Theme.inkSoft
                font.pixelSize: Theme.small
                lineHeight: 1.12
                Accessible.ignored: true
            }
        }
        Drawing {
            visible: control.isWide
            name: "chevron"
        }
    }
}
