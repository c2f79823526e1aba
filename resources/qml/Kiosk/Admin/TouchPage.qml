pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Controls

// One cross after another; shows where the panel felt the finger. Ends by itself.
Rectangle {
    id: page

    required property TouchTestViewModel touchTest
    readonly property real arm: 7 * Theme.millimetre
    // All of it on one page: on low panels large text is as large as there is room for.
    readonly property real wordSize: Math.min(Theme.body, page.height / 24)
    readonly property bool isLow: page.height < 170 * Theme.millimetre
    signal dismissed

    color: Theme.background
    onWidthChanged: page.touchTest.setSize(page.width, page.height)
    onHeightChanged: page.touchTest.setSize(page.width, page.height)
    Component.onCompleted: page.touchTest.setSize(page.width, page.height)

    MouseArea {
        objectName: "touchArea"
        anchors.fill: parent
        visible: page.touchTest.isRunning
        onPressed: mouse => page.touchTest.touch(mouse.x, mouse.y)
    }
    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        y: page.height * (page.touchTest.isRunning && !page.isLow ? 0.62 : 0.55)
        width: Math.min(0.8 * page.width, 220 * Theme.millimetre)
        spacing: page.isLow ? Theme.gapSmall : Theme.gap

        PlainLabel {
            objectName: "touchTitle"
            visible: page.touchTest.isRunning || !page.isLow
            width: parent.width
            text: page.touchTest.isRunning ? qsTr("Cross %1 of %2: touch its middle").arg(page.touchTest.number).arg(page.touchTest.total) : qsTr("The touch test is over")
            font.pixelSize: Math.min(Theme.lead, page.height / 20)
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            lineHeight: 1.1
            Accessible.role: Accessible.Heading
        }
        PlainLabel {
            objectName: "touchResult"
            width: parent.width
            isLive: true
            font.pixelSize: page.wordSize
            text: page.touchTest.isRunning ? (page.touchTest.lastOffset === "" ? qsTr("Without a touch the test ends after 15 s.") : qsTr("The last touch was %1 off.").arg(page.touchTest.lastOffset)) : page.touchTest.result
            color: Theme.inkSoft
            horizontalAlignment: Text.AlignHCenter
        }
        ActionButton {
            objectName: "leaveTouch"
            anchors.horizontalCenter: parent.horizontalCenter
            isPrimary: !page.touchTest.isRunning
            drawing: "back"
            font.pixelSize: page.wordSize
            text: qsTr("Back to the tests")
            onClicked: page.dismissed()
        }
    }
    Repeater {
        model: page.touchTest.hits

        Item {
            id: hit

            required property real across
            required property real down
            required property string offset
            required property bool isGood

            x: hit.across
            y: hit.down

            Rectangle {
                x: -width / 2
                y: -width / 2
                width: 4 * Theme.millimetre
                height: width
                radius: width / 2
                color: hit.isGood ? Theme.primary : Theme.noticeEdge
                border.color: Theme.ink
                border.width: Theme.hair
            }
            PlainLabel {
                visible: !page.touchTest.isRunning
                x: hit.across > page.width / 2 ? -width - 3 * Theme.millimetre : 3 * Theme.millimetre
                y: -height / 2
                text: hit.offset
                color: hit.isGood ? Theme.ink : Theme.noticeInk
                font.pixelSize: Math.min(Theme.small, page.height / 26)
                font.weight: hit.isGood ? Font.Normal : Font.Bold
                wrapMode: Text.NoWrap
                lineHeight: 1
            }
        }
    }
    Item {
        objectName: "cross"
        x: page.touchTest.targetX
        y: page.touchTest.targetY
        visible: page.touchTest.isRunning

        Rectangle {
            x: -page.arm
            y: -height / 2
            width: 2 * page.arm
            height: Theme.line
            color: Theme.primary
        }
        Rectangle {
            x: -width / 2
            y: -page.arm
            width: Theme.line
            height: 2 * page.arm
            color: Theme.primary
        }
        Rectangle {
            x: -width / 2
            y: -width / 2
            width: page.arm
            height: width
            radius: width / 2
            color: "transparent"
            border.color: Theme.primary
            border.width: Theme.line
        }
    }
}
