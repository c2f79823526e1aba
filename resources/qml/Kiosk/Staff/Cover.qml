import QtQuick
import Kiosk

// Something that lies over the whole window until it is closed.
FocusScope {
    id: cover

    required property DeskViewModel desk
    default property alias content: inside.data

    onVisibleChanged: if (cover.visible) { close.forceActiveFocus(Qt.OtherFocusReason); }

    Rectangle {
        anchors.fill: parent
        color: "#ffffff"
    }
    MouseArea {
        anchors.fill: parent
        hoverEnabled: true
    }
    Item {
        id: inside

        anchors.fill: parent
        anchors.margins: Desk.gapLarge
    }
    DeskButton {
        id: close

        objectName: "closeCover"
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Desk.gapLarge
        drawing: "close"
        text: qsTr("Close")
        keys: "Esc"
        onClicked: cover.desk.goBack()
    }
}
