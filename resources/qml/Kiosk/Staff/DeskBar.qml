import QtQuick
import QtQuick.Templates as T
import Kiosk.Controls

// A scroll bar that is there wherever there is more to see.
T.ScrollBar {
    id: bar

    implicitWidth: Math.round(3 * Desk.millimetre)
    implicitHeight: implicitWidth
    padding: Math.round(0.5 * Desk.millimetre)
    minimumSize: 0.06
    visible: bar.size < 1
    policy: bar.size < 1 ? T.ScrollBar.AlwaysOn : T.ScrollBar.AlwaysOff
    Accessible.ignored: true

    contentItem: Rectangle {
        radius: width / 2
        color: bar.pressed || bar.hovered ? Theme.inkSoft : Theme.edgeStrong
    }
}
