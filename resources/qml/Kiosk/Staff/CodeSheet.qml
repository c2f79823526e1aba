import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// The card's address for a visitor's telephone, as large as the window.
Cover {
    id: sheet

    required property StaffAddressViewModel address
    required property StaffCardViewModel card

    ColumnLayout {
        anchors.fill: parent
        spacing: Desk.gap

        DeskLabel {
            objectName: "codeName"
            Layout.alignment: Qt.AlignHCenter
            Layout.maximumWidth: Math.max(20 * Desk.body, sheet.width - 26 * Desk.body)
            text: sheet.card.name
            font.pixelSize: Desk.title
            font.weight: Font.Bold
            horizontalAlignment: Text.AlignHCenter
            Accessible.role: Accessible.Heading
        }
        Item {
            id: room

            Layout.fillWidth: true
            Layout.fillHeight: true

            CodePicture {
                objectName: "codePicture"
                anchors.centerIn: parent
                picture: sheet.address.picture
                modules: sheet.address.modules
                room: Math.min(room.width, room.height)
                Accessible.role: Accessible.Graphic
                Accessible.name: qsTr("QR code of the address")
            }
        }
        DeskLabel {
            objectName: "codeAddress"
            Layout.alignment: Qt.AlignHCenter
            Layout.maximumWidth: sheet.width - 2 * Desk.gapLarge
            text: sheet.address.address
            font.pixelSize: Desk.heading
            horizontalAlignment: Text.AlignHCenter
            wrapMode: Text.Wrap
        }
    }
}
