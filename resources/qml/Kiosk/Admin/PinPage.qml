pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Admin
import Kiosk.Controls

// Asks for the PIN. Whoever came here by accident leaves with one button, or waits a little.
Item {
    id: page

    required property PinViewModel pin
    readonly property bool isWide: page.width > page.height
    readonly property real padHeight: page.height - 2 * Theme.margin - (page.isWide ? 0 : words.implicitHeight + leave.implicitHeight + 2 * Theme.gapLarge)
    readonly property real padWidth: (page.isWide ? 0.5 : 1) * (page.width - 2 * Theme.margin) - 2 * Theme.between
    readonly property real wordsWidth: page.width - 2 * Theme.margin - (page.isWide ? pad.implicitWidth + Theme.gapLarge : 0)
    // There are no further pages here: on low panels large text is as large as there is room for.
    readonly property real wordSize: Math.min(Theme.body, page.height / 18)
    signal dismissed

    GridLayout {
        anchors.horizontalCenter: parent.horizontalCenter
        // Low enough to be in reach of most.
        y: Math.round((page.height - height) * (page.isWide ? 0.5 : 0.8))
        width: page.width - 2 * Theme.margin
        columns: page.isWide ? 2 : 1
        columnSpacing: Theme.gapLarge
        rowSpacing: Theme.gapLarge

        ColumnLayout {
            id: words

            Layout.fillWidth: true
            Layout.preferredWidth: page.wordsWidth
            Layout.alignment: Qt.AlignBottom
            spacing: Theme.gap

            PlainLabel {
                Layout.fillWidth: true
                text: qsTr("For the administrator only")
                font.pixelSize: Math.min(Theme.title, page.height / 12)
                font.weight: Font.Bold
                horizontalAlignment: Text.AlignHCenter
                lineHeight: 1.1
                Accessible.role: Accessible.Heading
            }
            Row {
                objectName: "pinDots"
                Layout.alignment: Qt.AlignHCenter
                spacing: Theme.gapSmall
                Accessible.role: Accessible.StaticText
                Accessible.name: qsTr("%n digits typed", "", page.pin.count)

                Repeater {
                    model: Math.max(6, page.pin.count)

                    Rectangle {
                        required property int index

                        width: 5 * Theme.millimetre
                        height: width
                        radius: width / 2
                        color: index < page.pin.count ? Theme.primary : Theme.surface
                        border.color: Theme.edgeStrong
                        border.width: Theme.line
                    }
                }
            }
            Rectangle {
                Layout.fillWidth: true
                implicitHeight: message.implicitHeight + 2 * Theme.gapSmall
                radius: Theme.radius
                color: page.pin.isTrouble ? Theme.notice : Theme.background
                border.color: Theme.noticeEdge
                border.width: page.pin.isTrouble ? Theme.hair : 0

                PlainLabel {
                    id: message

                    objectName: "pinMessage"
                    anchors.verticalCenter: parent.verticalCenter
                    x: Theme.gap
                    width: parent.width - 2 * Theme.gap
                    isLive: true
                    text: page.pin.message
                    font.pixelSize: page.wordSize
                    color: page.pin.isTrouble ? Theme.noticeInk : Theme.inkSoft
                    font.weight: page.pin.isTrouble ? Font.DemiBold : Font.Normal
                    font.features: { "tnum": 1 }
                    horizontalAlignment: Text.AlignHCenter
                    lineHeight: 1.1
                }
            }
        }
        PinPad {
            id: pad

            Layout.alignment: Qt.AlignHCenter
            Layout.rowSpan: page.isWide ? 2 : 1
            pin: page.pin
            keyExtent: Math.max(Theme.target, Math.min(1.5 * Theme.target, (page.padHeight - 3 * Theme.between) / 4, page.padWidth / 3.9))
        }
        ActionButton {
            id: leave

            objectName: "leavePin"
            Layout.alignment: Qt.AlignHCenter | Qt.AlignTop
            Layout.maximumWidth: page.wordsWidth
            drawing: "home"
            font.pixelSize: page.wordSize
            text: qsTr("Back to the home page")
            onClicked: page.dismissed()
        }
    }
}
