import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

// One control of the permanent strip: a drawing, and its word below where there is room for words.
TouchButton {
    id: control

    required property string drawing
    // 0 where there is no room for words.
    required property real wordSize
    readonly property bool hasWords: control.wordSize > 0
    property string word: control.text
    readonly property color inkColour: !control.enabled ? Theme.inkOff : control.checked ? Theme.inkOnPrimary : Theme.primary

    Layout.fillWidth: true
    Layout.fillHeight: true
    Layout.preferredWidth: 1
    padding: Theme.gapSmall / 2
    Accessible.checkable: control.checkable
    Accessible.checked: control.checked
    Accessible.onToggleAction: control.click()

    background: Rectangle {
        radius: Theme.radius
        color: control.checked ? Theme.primary : control.down ? Theme.primarySoft : Theme.surface
        border.color: control.checked ? Theme.primary : Theme.edgeStrong
        border.width: Theme.hair
    }
    contentItem: ColumnLayout {
        spacing: 0

        Item {
            Layout.fillHeight: true
        }
        Drawing {
            Layout.alignment: Qt.AlignHCenter
            name: control.drawing
            colour: control.inkColour
            extent: !control.hasWords ? Theme.icon * 1.2 : control.wordSize < Theme.small ? Math.min(Theme.icon, 0.85 * (Theme.target - control.wordSize)) : Theme.icon
        }
        PlainLabel {
            Layout.fillWidth: true
            visible: control.hasWords
            text: control.word
            color: control.inkColour
            font.pixelSize: Math.max(1, control.wordSize)
            // How wide letters are differs from one version of the typeface to the next.
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: 0.8 * font.pixelSize
            font.weight: Font.Medium
            font.letterSpacing: -0.1 * Theme.millimetre
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1
            Accessible.ignored: true
        }
        Item {
            Layout.fillHeight: true
        }
    }
}
