import QtQuick
import Kiosk
import Kiosk.Controls

Window {
    id: root

    required property LanguageViewModel language
    required property ComfortViewModel comfort
    required property IdleClock idle
    required property NavigationViewModel navigation
    required property HomeViewModel home
    required property CatalogueViewModel catalogue
    required property GroupViewModel group
    required property CardViewModel card
    required property FilmViewModel film
    required property KeyboardViewModel keyboard
    required property SearchViewModel search
    required property SurveyViewModel survey
    required property ThanksViewModel thanks
    required property ReadingViewModel reading
    required property KeypadViewModel keypad
    required property bool isFullScreen
    readonly property bool isVeiled: root.idle.isWarning
    readonly property string officeName: root.home.officeName
    readonly property bool isNumbered: root.keypad.isUsed

    title: "Okienko"
    visible: true
    visibility: root.isFullScreen ? Window.FullScreen : Window.Windowed
    color: Theme.background

    ThemeSettings {
        comfort: root.comfort
        panelWidth: root.width
        panelHeight: stage.height
    }
    // Above a lowered screen nothing can be touched: only whose terminal it is.
    LoweredHead {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.bottom: stage.top
        visible: stage.height < root.height
        officeName: root.officeName
    }
    Item {
        id: stage

        LayoutMirroring.enabled: root.language.isRightToLeft
        LayoutMirroring.childrenInherit: true
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: root.comfort.isLowered ? Math.min(root.height, root.comfort.lowZone) : root.height

        Item {
            anchors.fill: parent
            anchors.bottomMargin: strip.height
            enabled: !root.isVeiled

            HomePage {
                anchors.fill: parent
                visible: root.navigation.page === "home"
                home: root.home
                officeName: root.officeName
                isNumbered: root.isNumbered
            }
            SurveyPage {
                anchors.fill: parent
                visible: root.navigation.page === "survey"
                survey: root.survey
                officeName: root.officeName
                isNumbered: root.isNumbered
            }
            CataloguePage {
                anchors.fill: parent
                visible: root.navigation.page === "catalogue"
                catalogue: root.catalogue
                officeName: root.officeName
                onSearchOpened: root.navigation.openSearch()
            }
            GroupPage {
                anchors.fill: parent
                visible: root.navigation.page === "group"
                group: root.group
                officeName: root.officeName
                onSearchOpened: root.navigation.openSearch()
            }
            CardPage {
                anchors.fill: parent
                visible: root.navigation.page === "card"
                card: root.card
                officeName: root.officeName
                film: root.film
            }
            FilmPage { film: root.film }
            SearchPage {
                anchors.fill: parent
                visible: root.navigation.page === "search"
                search: root.search
                keyboard: root.keyboard
                officeName: root.officeName
                onCatalogueOpened: root.navigation.openCatalogue()
            }
            LanguagePage {
                anchors.fill: parent
                visible: root.navigation.page === "languages"
                language: root.language
                navigation: root.navigation
                officeName: root.officeName
            }
            ThanksPage {
                anchors.fill: parent
                visible: root.navigation.page === "thanks"
                thanks: root.thanks
                secondsLeft: root.idle.secondsLeft
                officeName: root.officeName
                onFinished: root.navigation.goHome()
            }
            OutOfServicePage {
                anchors.fill: parent
                visible: root.navigation.page === "outOfService"
                officeName: root.officeName
                onCatalogueOpened: root.navigation.openCatalogue()
            }
        }
        BottomStrip {
            id: strip

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            enabled: !root.isVeiled
            navigation: root.navigation
            comfort: root.comfort
            language: root.language
            reading: root.reading
            canLower: root.comfort.lowZone < root.height
            hasHeight: stage.height > 280 * Theme.millimetre
        }
        IdleWarning {
            anchors.fill: parent
            visible: root.isVeiled
            secondsLeft: root.idle.secondsLeft
            onDismissed: root.idle.touch()
        }
    }
}
