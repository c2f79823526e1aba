pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Controls

// What is shown while nobody is here: slides one after another, and how to begin. All of it is one button.
Rectangle {
    id: page

    required property AttractViewModel attract
    readonly property bool isPortrait: page.height > page.width
    readonly property bool isDark: !page.attract.isOpen
    readonly property color ink: page.isDark ? Theme.inkOnNight : Theme.inkOnHead
    readonly property real step: page.isDark && !Theme.isReducedMotion ? Theme.gapSmall : 0
    signal woken

    color: page.isDark ? Theme.night : Theme.head

    Item {
        x: page.attract.shiftAcross * page.step
        y: page.attract.shiftDown * page.step
        width: parent.width
        height: parent.height - foot.height

        AttractHead {
            id: head

            x: Theme.margin
            y: page.isPortrait ? Theme.margin : Theme.gapLarge
            width: parent.width - 2 * Theme.margin
            officeName: page.attract.officeName
            ink: page.ink
            isPortrait: page.isPortrait
        }
        Repeater {
            model: page.attract.slides

            AttractSlide {
                required property int index

                objectName: "slide"
                x: Theme.margin
                y: head.y + head.height + Theme.gap
                width: parent.width - 2 * Theme.margin
                height: parent.height - y - Theme.gap
                faces: page.attract.faces
                ink: page.ink
                isPortrait: page.isPortrait
                opacity: index === page.attract.slide ? 1 : 0
            }
        }
    }
    AttractFoot {
        id: foot

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        invitation: page.attract.invitation
        invitations: page.attract.invitations
        isDark: page.isDark
        isPortrait: page.isPortrait
        offset: Qt.point(page.attract.shiftAcross * page.step, page.attract.shiftDown * page.step)
    }
    TouchButton {
        objectName: "wake"
        anchors.fill: parent
        text: page.attract.invitation
        onClicked: page.woken()
    }
}
