pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Controls

// Every language by its own name.
Sheet {
    id: sheet

    required property LanguageViewModel language
    required property NavigationViewModel navigation

    columns: sheet.isPortrait ? 1 : sheet.content.width > 110 * Theme.millimetre * Theme.textScale ? 2 : 1
    isUniform: true

    Item {
        property real stretch: 1
        property bool isWanted: !sheet.isTight

        implicitHeight: 0
    }
    PlainLabel {
        property bool staysWithNext: true

        text: qsTr("Choose a language")
        font.pixelSize: sheet.isPortrait ? Theme.display : Math.max(Theme.title, Theme.body * 1.1)
        font.weight: Font.Bold
        lineHeight: 1.1
        Accessible.role: Accessible.Heading
    }
    Repeater {
        model: sheet.language.languages

        ChoiceButton {
            id: choice

            required property string code
            required property string name
            required property bool chosen
            property bool isCell: true
            readonly property string spokenLanguage: choice.code

            objectName: "language-" + choice.code
            implicitHeight: Math.max(Theme.targetLarge, implicitContentHeight + topPadding + bottomPadding)
            font.pixelSize: Theme.lead
            text: choice.name
            isChosen: choice.chosen
            onClicked: sheet.navigation.chooseLanguage(choice.code)
        }
    }
    ActionButton {
        objectName: "help"
        drawing: "question"
        text: qsTr("How to use this screen")
        onClicked: sheet.navigation.openHelp()
    }
}
