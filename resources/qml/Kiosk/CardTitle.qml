import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// The name of the matter, and whether something about it is still to be confirmed.
GridLayout {
    id: title

    required property CardViewModel card
    required property bool isPortrait

    columns: 1
    rowSpacing: title.isPortrait ? Theme.gap : Theme.gapSmall

    PlainLabel {
        objectName: "cardName"
        Layout.fillWidth: true
        text: title.card.name
        font.pixelSize: title.isPortrait ? Theme.title * 1.1 : Theme.body * 1.1
        font.weight: Font.Bold
        lineHeight: 1.1
        Accessible.role: Accessible.Heading
    }
    Badge {
        Layout.maximumWidth: title.width
        visible: title.card.isToConfirm
        text: qsTr("Not confirmed yet")
    }
}
