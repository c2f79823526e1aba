import QtQuick
import Kiosk

// The pages beside the survey and the catalogue: languages, help, thanks, and that ratings cannot be kept.
Item {
    id: pages

    required property NavigationViewModel navigation
    required property LanguageViewModel language
    required property ThanksViewModel thanks
    required property bool canLower
    required property int secondsLeft
    required property string officeName

    LanguagePage {
        anchors.fill: parent
        visible: pages.navigation.page === "languages"
        language: pages.language
        navigation: pages.navigation
        officeName: pages.officeName
    }
    HelpPage {
        anchors.fill: parent
        visible: pages.navigation.page === "help"
        canLower: pages.canLower
        officeName: pages.officeName
    }
    ThanksPage {
        anchors.fill: parent
        visible: pages.navigation.page === "thanks"
        thanks: pages.thanks
        secondsLeft: pages.secondsLeft
        officeName: pages.officeName
        onFinished: pages.navigation.goHome()
    }
    OutOfServicePage {
        anchors.fill: parent
        visible: pages.navigation.page === "outOfService"
        officeName: pages.officeName
        onCatalogueOpened: pages.navigation.openCatalogue()
    }
}
