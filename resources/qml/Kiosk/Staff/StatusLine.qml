import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// What came of the last action.
Rectangle {
    id: status

    required property DeskViewModel desk
    readonly property color ink: status.desk.isFault ? Desk.ink.overdue : Theme.ink

    implicitHeight: content.implicitHeight + 2 * Desk.gap
    color: status.desk.isFault ? Desk.ground.overdue : Theme.primaryTint

    RowLayout {
        id: content

        x: 2 * Desk.gap
        y: Desk.gap
        width: status.width - 4 * Desk.gap
        spacing: Desk.gap

        Drawing {
            name: status.desk.isFault ? "warning" : "info"
            colour: status.ink
            extent: Desk.icon
        }
        DeskLabel {
            isLive: true

            objectName: "message"
            Layout.fillWidth: true
            text: status.desk.message
            color: status.ink
            font.weight: Font.DemiBold
        }
    }
}
