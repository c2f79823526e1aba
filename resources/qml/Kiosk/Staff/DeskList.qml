import QtQuick
import QtQuick.Templates as T
import Kiosk.Controls

// A list that scrolls as any on a desk: by wheel, bar and keys, without bouncing.
ListView {
    id: list

    readonly property alias bar: bar

    boundsBehavior: Flickable.StopAtBounds
    clip: true
    activeFocusOnTab: true
    keyNavigationEnabled: false
    highlightMoveDuration: 0
    highlightResizeDuration: 0
    cacheBuffer: Math.max(0, Math.round(list.height / 2))
    Accessible.role: Accessible.List

    T.ScrollBar.vertical: DeskBar {
        id: bar

        stepSize: 3 * Desk.body / Math.max(1, list.contentHeight)
    }
}
