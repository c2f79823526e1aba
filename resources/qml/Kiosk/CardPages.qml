import QtQuick
import Kiosk

// A card, and the pages that belong to it.
Item {
    id: pages

    required property string page
    required property CardViewModel card
    required property RelatedViewModel related
    required property CardCodeViewModel code
    required property string officeName

    CardPage {
        anchors.fill: parent
        visible: pages.page === "card"
        card: pages.card
        related: pages.related
        code: pages.code
        officeName: pages.officeName
    }
    CardCodePage {
        anchors.fill: parent
        visible: pages.page === "cardCode"
        code: pages.code
        officeName: pages.officeName
    }
}
