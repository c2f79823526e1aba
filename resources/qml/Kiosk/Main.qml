import QtQuick
import Kiosk
import Kiosk.Controls

Window {
    id: root

    required property LanguageViewModel language
    required property IdleClock idle
    required property NavigationViewModel navigation
    required property HomeViewModel home
    required property CatalogueViewModel catalogue
    required property GroupViewModel group
    required property CardViewModel card
    required property SurveyViewModel survey
    required property ThanksViewModel thanks
    required property bool isFullScreen
    readonly property bool isVeiled: root.idle.isWarning

    title: "Okienko"
    visible: true
    visibility: root.isFullScreen ? Window.FullScreen : Window.Windowed
    color: Theme.background

    Item {
        id: pages

        anchors.fill: parent
        anchors.bottomMargin: strip.height
        enabled: !root.isVeiled

        HomePage {
            anchors.fill: parent
            visible: root.navigation.page === "home"
            home: root.home
        }
        SurveyPage {
            anchors.fill: parent
            visible: root.navigation.page === "survey"
            survey: root.survey
            officeName: root.home.officeName
        }
        CataloguePage {
            anchors.fill: parent
            visible: root.navigation.page === "catalogue"
            catalogue: root.catalogue
            officeName: root.home.officeName
        }
        GroupPage {
            anchors.fill: parent
            visible: root.navigation.page === "group"
            group: root.group
            officeName: root.home.officeName
        }
        CardPage {
            anchors.fill: parent
            visible: root.navigation.page === "card"
            card: root.card
            officeName: root.home.officeName
        }
        ThanksPage {
            anchors.fill: parent
            visible: root.navigation.page === "thanks"
            thanks: root.thanks
            secondsLeft: root.idle.secondsLeft
            officeName: root.home.officeName
            onFinished: root.navigation.goHome()
        }
        OutOfServicePage {
            anchors.fill: parent
            visible: root.navigation.page === "outOfService"
            officeName: root.home.officeName
            onCatalogueOpened: root.home.openCatalogue()
        }
    }
    BottomStrip {
        id: strip

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        enabled: !root.isVeiled
        navigation: root.navigation
        language: root.language
    }
    IdleWarning {
        anchors.fill: parent
        visible: root.idle.isWarning
        secondsLeft: root.idle.secondsLeft
        onDismissed: root.idle.touch()
    }
}
