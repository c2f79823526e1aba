import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// Beside the text of a card: what it is about, and what most people came to know.
ColumnLayout {
    id: side

    required property CardViewModel card

    spacing: Theme.gap

    CardTitle {
        Layout.fillWidth: true
        card: side.card
        isPortrait: false
    }
    CardFacts {
        Layout.fillWidth: true
        card: side.card
        isPortrait: false
    }
}
