import QtQuick
import Kiosk
import Kiosk.Controls

// What can be done with the card. Every button names the key that does the same.
Rectangle {
    id: tools

    required property StaffCardViewModel card
    required property DeskViewModel desk
    required property StaffPrintingViewModel printing
    property bool leadsBack: false
    readonly property bool hasRoom: tools.width > 66 * Desk.body

    implicitHeight: flow.implicitHeight + 2 * Desk.gap
    color: Theme.background

    Flow {
        id: flow

        x: Desk.gap
        y: Desk.gap
        width: tools.width - 2 * Desk.gap
        spacing: Desk.gap

        DeskButton {
            objectName: "backToList"
            visible: tools.leadsBack
            drawing: "back"
            text: qsTr("To the list")
            keys: "Esc"
            onClicked: tools.desk.enter("list")
        }
        DeskButton {
            objectName: "print"
            drawing: "print"
            text: qsTr("Print")
            keys: "Ctrl+P"
            showsKeys: tools.hasRoom
            enabled: !tools.printing.isBusy
            onClicked: tools.desk.perform("print")
        }
        DeskButton {
            objectName: "copy"
            drawing: "copy"
            text: qsTr("Copy address")
            keys: "Ctrl+Shift+C"
            showsKeys: tools.hasRoom
            onClicked: tools.desk.perform("copy")
        }
        DeskButton {
            objectName: "code"
            drawing: "qr"
            text: qsTr("QR code")
            keys: "Ctrl+Q"
            showsKeys: tools.hasRoom
            onClicked: tools.desk.perform("code")
        }
        DeskButton {
            objectName: "changes"
            visible: tools.card.hasChanges
            drawing: "again"
            text: tools.card.showsChanges ? qsTr("Hide changes") : qsTr("Show changes")
            keys: "F8"
            showsKeys: tools.hasRoom
            onClicked: tools.desk.perform("changes")
        }
        LanguageChoice {
            card: tools.card
        }
    }
}
