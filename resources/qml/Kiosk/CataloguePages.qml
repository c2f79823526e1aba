import QtQuick
import Kiosk

// The pages of the catalogue: from its groups to one card, and what can be done with it.
Item {
    id: pages

    required property NavigationViewModel navigation
    required property CatalogueViewModel catalogue
    required property GroupViewModel group
    required property CardViewModel card
    required property RelatedViewModel related
    required property CardCodeViewModel cardCode
    required property FilmViewModel film
    required property FilmTextViewModel filmText
    required property KeyboardViewModel keyboard
    required property SearchViewModel search
    required property string officeName

    CataloguePage {
        anchors.fill: parent
        visible: pages.navigation.page === "catalogue"
        catalogue: pages.catalogue
        officeName: pages.officeName
        onSearchOpened: pages.navigation.openSearch()
    }
    GroupPage {
        anchors.fill: parent
        visible: pages.navigation.page === "group"
        group: pages.group
        officeName: pages.officeName
        onSearchOpened: pages.navigation.openSearch()
    }
    CardPage {
        anchors.fill: parent
        visible: pages.navigation.page === "card"
        card: pages.card
        related: pages.related
        code: pages.cardCode
        officeName: pages.officeName
        hasFilm: pages.film.isOffered
        onFilmOpened: pages.film.open()
    }
    CardCodePage {
        anchors.fill: parent
        visible: pages.navigation.page === "cardCode"
        code: pages.cardCode
        officeName: pages.officeName
    }
    FilmPage {
        anchors.fill: parent
        visible: pages.navigation.page === "film"
        film: pages.film
        filmText: pages.filmText
    }
    SearchPage {
        anchors.fill: parent
        visible: pages.navigation.page === "search"
        search: pages.search
        keyboard: pages.keyboard
        officeName: pages.officeName
        onCatalogueOpened: pages.navigation.openCatalogue()
    }
}
