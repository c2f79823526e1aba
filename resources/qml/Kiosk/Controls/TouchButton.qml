import QtQuick
import QtQuick.Templates as T

// What every target shares: size, keys, focus ring, and a press that screen readers can make.
T.AbstractButton {
    id: control

    implicitWidth: Math.max(Theme.target, implicitContentWidth + leftPadding + rightPadding)
    implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
    padding: Theme.gap
    spacing: Theme.gap
    focusPolicy: Qt.StrongFocus
    font.pixelSize: Theme.body
    onClicked: Clicks.clicked()
    Keys.onReturnPressed: event => { if (!event.isAutoRepeat) control.click(); }
    Keys.onEnterPressed: event => { if (!event.isAutoRepeat) control.click(); }
    Accessible.role: Accessible.Button
    // Without the soft hyphens that let long words break.
    Accessible.name: control.text.replace(/\u00ad/g, "")
    Accessible.onPressAction: control.click()

    FocusRing {
        objectName: "focusRing"
        z: 1
        visible: control.visualFocus
    }
}
