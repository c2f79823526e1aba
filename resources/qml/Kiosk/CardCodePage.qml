pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Controls

// A card to take along: its code for a telephone, and its address to read or write down.
Item {
    id: page

    required property CardCodeViewModel code
    required property string officeName
    readonly property bool isPortrait: page.height > page.width
    readonly property real band: sheet.isBanded ? Math.round(13 * Theme.millimetre) : 0
    readonly property real side: Math.min(100 * Theme.millimetre, page.height - page.band - 2 * Theme.between)
    // Beside the text, and always in sight, where that leaves the text its room; else in its place in the text.
    readonly property bool isBeside: !page.isPortrait && page.width - page.side - 3 * Theme.margin > 90 * Theme.millimetre * Theme.textScale
    readonly property bool isShort: sheet.isTight && !page.isBeside
    readonly property real size: page.isShort ? Theme.small : sheet.isTight ? Theme.body : Theme.lead
    readonly property real inText: sheet.isTight ? sheet.content.height - Theme.target - 2 * Theme.between : sheet.content.height * 0.5

    Sheet {
        id: sheet

        anchors.fill: parent
        officeName: page.officeName
        subject: page.code.address
        inset: page.isBeside ? beside.width + Theme.margin : 0

        PlainLabel {
            property bool isPinned: true
            property bool staysWithNext: true

            objectName: "codeName"
            text: page.code.name
            font.pixelSize: page.isShort ? Theme.small : page.isPortrait ? Theme.title * 1.1 : Theme.body
            font.weight: Font.Bold
            lineHeight: 1.1
            Accessible.role: Accessible.Heading
        }
        PlainLabel {
            text: qsTr("Point your phone’s camera at this code.")
            font.pixelSize: page.size
        }
        Item {
            property bool isWanted: !page.isBeside
            property real stretch: 1
            property real highest: implicitHeight + 6 * Theme.gapLarge

            implicitHeight: between.implicitHeight

            CodePicture {
                id: between

                anchors.centerIn: parent
                visible: !page.isBeside
                picture: page.isBeside ? "" : page.code.picture
                modules: page.code.modules
                room: Math.min(130 * Theme.millimetre, sheet.content.width, page.inText)
            }
        }
        PlainLabel {
            property bool staysWithNext: true

            text: qsTr("You can also type this address:")
            color: Theme.inkSoft
            font.pixelSize: Theme.small
        }
        PlainLabel {
            objectName: "address"
            text: page.code.address
            font.pixelSize: page.size
            font.weight: Font.Medium
            wrapMode: Text.Wrap
        }
    }
    CodePicture {
        id: beside

        x: Theme.margin
        y: page.band + Math.round((page.height - page.band - height) / 2)
        visible: page.isBeside
        picture: page.isBeside ? page.code.picture : ""
        modules: page.code.modules
        room: page.side
    }
}
