pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// The facts most people came for.
GridLayout {
    id: facts

    required property CardViewModel card
    required property bool isPortrait

    columns: facts.isPortrait && facts.width > 230 * Theme.millimetre * Theme.textScale ? 3 : 1
    columnSpacing: Theme.gapSmall
    rowSpacing: Theme.gapSmall
    uniformCellWidths: true

    Repeater {
        model: facts.card.facts

        CardFact {
            Layout.fillWidth: true
            Layout.fillHeight: true
            isPortrait: facts.isPortrait
        }
    }
}
