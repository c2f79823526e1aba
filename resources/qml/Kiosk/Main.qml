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
    required property RelatedViewModel related
    required property CardCodeViewModel cardCode
    required property FilmViewModel film
    required property FilmTextViewModel filmText
    required property KeyboardViewModel keyboard
    required property SearchViewModel search
    required property SurveyViewModel survey
    required property CommentViewModel comment
    required property KeyboardViewModel commentKeyboard
    required property ThanksViewModel thanks
    required property AttractViewModel attract
    required property ReadingViewModel reading
    required property KeypadViewModel keypad
    required property bool isFullScreen
    readonly property bool isVeiled: root.idle.isWarning
    // Any touch or key wakes it, and does nothing else.
    readonly property bool isAsleep: root.navigation.page === "attract"
    readonly property bool isAdministered: root.navigation.page === "administration"
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
        above: root.height - stage.height
    }
    LoweredHead {
        width: root.width
        height: stage.y
        visible: stage.y > 0
        enabled: !root.isVeiled
        officeName: root.officeName
    }
    Item {
        id: stage

        LayoutMirroring.enabled: root.language.isRightToLeft
        LayoutMirroring.childrenInherit: true
        width: root.width
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
                onHelpOpened: root.navigation.openHelp()
            }
            SurveyPage {
                anchors.fill: parent
                visible: root.navigation.page === "survey"
                survey: root.survey
                officeName: root.officeName
                isNumbered: root.isNumbered
            }
            CommentPage {
                anchors.fill: parent
                visible: root.navigation.page === "comment"
                comment: root.comment
                keyboard: root.commentKeyboard
                officeName: root.officeName
            }
            CataloguePages {
                anchors.fill: parent
                navigation: root.navigation
                catalogue: root.catalogue
                group: root.group
                card: root.card
                related: root.related
                cardCode: root.cardCode
                film: root.film
                filmText: root.filmText
                keyboard: root.keyboard
                search: root.search
                officeName: root.officeName
            }
            AsidePages {
                anchors.fill: parent
                navigation: root.navigation
                language: root.language
                thanks: root.thanks
                canLower: strip.canLower
                secondsLeft: root.idle.secondsLeft
                officeName: root.officeName
            }
        }
        BottomStrip {
            id: strip

            width: parent.width
            anchors.bottom: parent.bottom
            visible: !root.isAsleep && !root.isAdministered
            enabled: !root.isVeiled
            navigation: root.navigation
            comfort: root.comfort
            language: root.language
            reading: root.reading
            canLower: root.comfort.lowZone < root.height
            hasHeight: stage.height > 280 * Theme.millimetre
        }
        Item {
            objectName: "administrationPlace"
            anchors.fill: parent
            visible: root.isAdministered
            enabled: !root.isVeiled
        }
        AttractPage {
            anchors.fill: parent
            visible: root.isAsleep
            attract: root.attract
            onWoken: root.navigation.goHome()
        }
        IdleWarning {
            anchors.fill: parent
            visible: root.isVeiled
            secondsLeft: root.idle.secondsLeft
            isWritten: root.comment.text !== ""
            onDismissed: root.idle.touch()
        }
    }
}
