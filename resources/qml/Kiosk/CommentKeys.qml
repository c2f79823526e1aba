import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// The row below the letters: pass it, a space, send it.
RowLayout {
    id: row

    required property CommentViewModel comment
    required property real keyHeight

    spacing: Theme.between

    ActionButton {
        objectName: "skip"
        Layout.fillWidth: true
        Layout.preferredWidth: Math.max(implicitWidth, row.width * 0.36)
        Layout.preferredHeight: row.keyHeight
        leftPadding: Theme.gapSmall
        text: qsTr("Skip")
        onClicked: row.comment.skip()
    }
    ActionButton {
        objectName: "space"
        Layout.fillWidth: true
        Layout.preferredWidth: row.width * 0.2
        Layout.minimumWidth: Theme.target
        Layout.preferredHeight: row.keyHeight
        padding: 0
        drawing: "space"
        Accessible.name: qsTr("Space")
        onClicked: row.comment.press(" ")
    }
    ActionButton {
        objectName: "send"
        Layout.fillWidth: true
        Layout.preferredWidth: Math.max(implicitWidth, row.width * 0.36)
        Layout.preferredHeight: row.keyHeight
        leftPadding: Theme.gapSmall
        isPrimary: true
        enabled: row.comment.canSend
        text: qsTr("Send")
        onClicked: row.comment.send()
    }
}
