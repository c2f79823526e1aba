pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Controls

// All that is signed in a film, in words; before them, if there is no film to see, that this is so.
Sheet {
    id: sheet

    required property FilmTextViewModel filmText
    required property bool hasFailed
    required property bool hasHeading
    required property real size
    readonly property size paper: Qt.size(sheet.content.width, sheet.content.height - Theme.target - 2 * Theme.gap - (sheet.hasHeading ? heading.implicitHeight : 0))

    onPaperChanged: sheet.filmText.setPaper(sheet.paper.width, sheet.paper.height, sheet.size, Theme.family)
    onSizeChanged: sheet.filmText.setPaper(sheet.paper.width, sheet.paper.height, sheet.size, Theme.family)

    officeName: ""
    hasBand: false
    spacing: Theme.gapSmall
    subject: sheet.filmText.code

    FilmTrouble {
        property bool isWanted: sheet.hasFailed
        property bool staysWithNext: true

        size: sheet.size
        isTight: sheet.isTight
    }
    PlainLabel {
        id: heading

        property bool isWanted: sheet.hasHeading
        property bool staysWithNext: true

        objectName: "filmName"
        text: sheet.filmText.name
        font.pixelSize: sheet.size * 1.2
        font.weight: Font.Bold
        lineHeight: 1.1
        Accessible.role: Accessible.Heading
    }
    Repeater {
        model: sheet.filmText.captions

        PlainLabel {
            required text
            required property string language
            readonly property string spokenLanguage: language

            objectName: "caption"
            font.pixelSize: sheet.size
        }
    }
}
