import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

// Asks whether somebody is still there. Any touch or key says yes.
Rectangle {
    id: warning

    required property int secondsLeft
    required property bool isWritten
    readonly property bool isTight: warning.height < 150 * Theme.millimetre * Theme.textScale
    readonly property real edge: warning.isTight ? Theme.gap : Theme.margin
    signal dismissed

    color: Theme.veil
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title.text

    // What stands above a lowered screen is veiled too.
    Rectangle {
        y: -height
        width: parent.width
        height: warning.parent.y
        color: warning.color
    }
    MouseArea {
        anchors.fill: parent
        onPressed: warning.dismissed()
    }
    Surface {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, 220 * Theme.millimetre * (1 + 0.6 * (Theme.textScale - 1)))
        height: content.implicitHeight + 2 * warning.edge

        ColumnLayout {
            id: content

            anchors.centerIn: parent
            width: parent.width - 2 * Theme.margin
            spacing: warning.isTight ? Theme.gapSmall : Theme.gapLarge

            PlainLabel {
                id: title

                Layout.fillWidth: true
                text: qsTr("Do you need more time?")
                font.pixelSize: warning.isTight ? Theme.title : Theme.title * 1.1
                font.weight: Font.Bold
                horizontalAlignment: Text.AlignHCenter
                lineHeight: 1.1
                Accessible.role: Accessible.Heading
            }
            PlainLabel {
                objectName: "countdown"
                Layout.fillWidth: true
                text: qsTr("This page will close in %n s.", "", warning.secondsLeft)
                color: Theme.inkSoft
                font.pixelSize: warning.isTight ? Theme.body : Theme.lead
                horizontalAlignment: Text.AlignHCenter
            }
            PlainLabel {
                objectName: "unsent"
                Layout.fillWidth: true
                visible: warning.isWritten
                text: qsTr("What you have written and not sent will be deleted.")
                color: Theme.inkSoft
                font.pixelSize: warning.isTight ? Theme.body : Theme.lead
                horizontalAlignment: Text.AlignHCenter
            }
            ActionButton {
                objectName: "stay"
                Layout.fillWidth: true
                Layout.preferredHeight: Math.max(Theme.targetLarge * 1.2, implicitHeight)
                isPrimary: true
                font.pixelSize: warning.isTight ? Theme.body : Theme.lead
                text: qsTr("Yes, I need more time")
                onClicked: warning.dismissed()
            }
        }
    }
}
