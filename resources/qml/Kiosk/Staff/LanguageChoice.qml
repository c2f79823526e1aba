pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// The language in which the card is read to somebody; the window keeps its own.
Row {
    id: choice

    required property StaffCardViewModel card

    spacing: Desk.gapSmall
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Language of the card")

    Repeater {
        model: choice.card.languages

        DeskButton {
            required property string code
            required property string name
            required property bool chosen

            objectName: "speak-" + code
            text: name
            checked: chosen
            Accessible.role: Accessible.RadioButton
            Accessible.checkable: true
            Accessible.checked: chosen
            onClicked: choice.card.speak(code)
        }
    }
}
