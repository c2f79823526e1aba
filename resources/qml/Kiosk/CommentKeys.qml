import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// The row below the letters: pass the question, a space, send; the first and the last of one size where words allow it.
RowLayout {
    id: row

    required property CommentViewModel comment
    required property real keyHeight
    readonly property real side: Math.max(row.width * 0.36, skip.implicitWidth, send.implicitWidth)
    readonly property bool isEven: 2 * row.side + Theme.target + 2 * row.spacing <= row.width

    spacing: Theme.between

    ActionButton {
        id: skip

        objectName: "skip"
        Layout.preferredWidth: row.isEven ? row.side : implicitWidth
        Layout.preferredHeight: row.keyHeight
        leftPadding: 0
        text: qsTr("Skip")
        onClicked: row.comment.skip()
    }
    ActionButton {
        objectName: "space"
        Layout.fillWidth: true
        Layout.preferredWidth: Theme.target
        Layout.preferredHeight: row.keyHeight
        padding: 0
        drawing: "space"
        Accessible.name: qsTr("Space")
        onClicked: row.comment.press(" ")
    }
    ActionButton {
        id: send

        objectName: "send"
        Layout.preferredWidth: row.isEven ? row.side : implicitWidth
        Layout.preferredHeight: row.keyHeight
        leftPadding: 0
        isPrimary: true
        enabled: row.comment.canSend
        text: qsTr("Send")
        onClicked: row.comment.send()
    }
}
