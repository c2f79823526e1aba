import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// Whose cards these are.
Rectangle {
    id: head

    required property DeskViewModel desk
    required property string officeName

    implicitHeight: content.implicitHeight + 2 * Desk.gapSmall
    color: Theme.head

    RowLayout {
        id: content

        x: 2 * Desk.gap
        y: Desk.gapSmall
        width: head.width - 3 * Desk.gap
        spacing: Desk.gap

        DeskLabel {
            Layout.maximumWidth: head.width * 0.5
            text: head.officeName
            color: Theme.inkOnHead
            font.weight: Font.Bold
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
        DeskLabel {
            Layout.fillWidth: true
            text: qsTr("service cards for staff")
            color: Theme.inkOnHeadSoft
            wrapMode: Text.NoWrap
            elide: Text.ElideRight
        }
        DeskButton {
            objectName: "reload"
            visible: head.width > 60 * Desk.body
            isOnBand: true
            drawing: "again"
            text: qsTr("Read again")
            keys: "F5"
            onClicked: head.desk.perform("reload")
        }
        DeskButton {
            objectName: "help"
            isOnBand: true
            drawing: "keyboard"
            text: qsTr("Keys")
            keys: "F1"
            onClicked: head.desk.perform("help")
        }
    }
}
