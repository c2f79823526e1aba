import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// What has been written, as many of its last lines as there is room for, and how much more may be.
RowLayout {
    id: head

    required property CommentViewModel comment
    required property real leastHeight

    implicitHeight: head.leastHeight
    spacing: Theme.between

    WrittenField {
        Layout.fillWidth: true
        Layout.fillHeight: true
        text: head.comment.end
        onRoomForLettersChanged: head.comment.setRoom(roomForLetters)
        hint: qsTr("No names, no numbers please")
        isNearlyFull: head.comment.charactersLeft <= 20
        remaining: qsTr("%n character(s) left", "", head.comment.charactersLeft)
    }
    ActionButton {
        objectName: "erase"
        Layout.preferredWidth: Theme.target
        Layout.preferredHeight: head.leastHeight
        Layout.alignment: Qt.AlignBottom
        padding: 0
        drawing: "erase"
        Accessible.name: qsTr("Erase the last letter")
        onClicked: head.comment.erase()
    }
}
