import QtQuick
import QtQuick.Templates as T

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
    // Rows beyond the edge would be made little by little, and Qt complains of those that go meanwhile.
    cacheBuffer: 0
    Accessible.role: Accessible.List

    T.ScrollBar.vertical: DeskBar {
        id: bar

        stepSize: 3 * Desk.body / Math.max(1, list.contentHeight)
    }
}
