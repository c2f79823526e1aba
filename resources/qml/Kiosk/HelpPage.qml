import QtQuick
import Kiosk.Controls

// How anybody can use this screen: what each button of the strip does, and what else helps.
Sheet {
    id: sheet

    required property bool canLower
    readonly property bool isLarge: sheet.isPortrait && !sheet.isTight && Theme.textScale === 1

    columns: sheet.isPortrait ? 1 : sheet.wideColumns
    spacing: sheet.isTight ? Theme.gapSmall : Theme.gap

    PlainLabel {
        property bool isPinned: true
        property bool staysWithNext: true

        text: qsTr("How to use this screen")
        font.pixelSize: sheet.isPortrait ? Theme.display : sheet.isTight ? Theme.lead : Theme.title
        font.weight: Font.Bold
        lineHeight: 1.1
        Accessible.role: Accessible.Heading
    }
    HelpLine {
        property bool isCell: true

        isLarge: sheet.isLarge
        drawing: "text"
        name: qsTr("Larger text")
        sentence: qsTr("The button with two letters A makes the text one and a half times and twice as large.")
    }
    HelpLine {
        property bool isCell: true

        isLarge: sheet.isLarge
        drawing: "contrast"
        name: qsTr("High contrast")
        sentence: qsTr("White and yellow letters on black.")
    }
    HelpLine {
        property bool isCell: true

        isLarge: sheet.isLarge
        isWanted: sheet.canLower
        drawing: "lower"
        name: qsTr("Lower the screen")
        sentence: qsTr("All buttons move down, within reach for those who sit.")
    }
    HelpLine {
        property bool isCell: true

        isLarge: sheet.isLarge
        drawing: "sound"
        name: qsTr("Read aloud")
        sentence: qsTr("The screen is read to you in the language that you chose. Touching anything stops the voice.")
    }
    HelpLine {
        property bool isCell: true

        isLarge: sheet.isLarge
        drawing: "keyboard"
        name: qsTr("Keys instead of touch")
        sentence: qsTr("Where there is a keypad: the arrows move, Enter presses, the digits 1 to 5 rate.")
    }
    HelpLine {
        property bool isCell: true

        isLarge: sheet.isLarge
        drawing: "clock"
        name: qsTr("As much time as you need")
        sentence: qsTr("Before a page closes the screen asks you. Touch it anywhere and it stays.")
    }
    HelpLine {
        property bool isCell: true

        isLarge: sheet.isLarge
        drawing: "check"
        name: qsTr("Anonymous")
        sentence: qsTr("Nothing you touch here is connected with you, and nobody is made to answer.")
    }
    HelpLine {
        property bool isCell: true

        isLarge: sheet.isLarge
        drawing: "people"
        name: qsTr("Our staff will help you")
        sentence: qsTr("If anything is unclear or does not work for you, please ask at the counter.")
    }
}
