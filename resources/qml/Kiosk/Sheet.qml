import QtQuick
import Kiosk
import Kiosk.Controls

// What every page shares: the office's band where there is room for it, and blocks that page instead of scrolling.
Item {
    id: sheet

    required property string officeName
    property bool hasBand: true
    property real headBottom: 0
    property real inset: 0
    // A sound file of what the blocks say, to be heard in their place.
    property string recorded: ""
    property alias page: column.page
    property alias subject: column.subject
    property alias columns: column.columns
    property alias isUniform: column.isUniform
    property alias spacing: column.spacing
    property alias foot: column.foot
    readonly property bool isPortrait: sheet.height > sheet.width
    // Large text on a small panel: what only adorns gives its room to what is read.
    readonly property bool isTight: sheet.height < 150 * Theme.millimetre * Theme.textScale
    // Cells beside one another, each wide enough for the longest word of its kind.
    readonly property int narrowColumns: Math.max(1, Math.floor(column.width / (95 * Theme.millimetre * Theme.textScale)))
    readonly property int wideColumns: Math.max(1, Math.min(2, Math.floor(column.width / (130 * Theme.millimetre * Theme.textScale))))
    readonly property bool isBanded: sheet.hasBand && !sheet.isTight && !Theme.isNamedAbove
    property real edge: sheet.isTight ? Theme.between : sheet.isPortrait ? Theme.gapLarge : Theme.gap
    readonly property Item content: column
    // What is read now: when it changes, the new blocks rise into place, so that one sees that they are new.
    readonly property string shown: sheet.visible ? column.subject + " " + column.page : ""
    // What the highest block may be where there are more pages than one.
    readonly property real tallest: sheet.height - 2 * sheet.edge - Theme.target - Theme.gap
    // Words of the buttons that turn pages, and what the last page has in the place of "next".
    property string nextText: qsTr("Next page")
    property string shortNextText: qsTr("Next", "page")
    property string finishText: ""
    property bool canFinish: false
    readonly property bool isFinishing: sheet.finishText !== "" && column.pages > 1 && column.page === column.pages
    signal finishing
    default property alias blocks: column.data

    onShownChanged: sheet.shown !== "" && arrival.restart()

    NumberAnimation {
        id: arrival

        target: shift
        property: "y"
        from: Theme.rise
        to: 0
        duration: Theme.turn
        easing.type: Easing.OutCubic
    }

    // What is asked stands on the office's colour, down to `headBottom` of the column.
    Rectangle {
        width: parent.width
        visible: sheet.headBottom > 0
        height: column.y + sheet.headBottom
        color: Theme.head
    }
    OfficeBand {
        id: band

        width: parent.width
        visible: sheet.isBanded
        officeName: sheet.officeName
        isPortrait: sheet.isPortrait
    }
    PagedColumn {
        id: column

        readonly property string recording: sheet.recorded

        x: Theme.margin + sheet.inset
        y: (sheet.isBanded ? band.height : 0) + sheet.edge
        width: sheet.width - Theme.margin - x
        height: sheet.height - y - sheet.edge
        transform: Translate {
            id: shift
        }
        spacing: sheet.isTight ? Theme.between : sheet.isPortrait ? Theme.gapLarge : Theme.gap
        footSpacing: Theme.between
        turner: PageTurner {
            // Stays under the finger that turns several pages.
            transform: Translate {
                y: -shift.y
            }
            page: column.page
            pages: column.pages
            previousText: qsTr("Previous page")
            nextText: sheet.nextText
            shortNextText: sheet.shortNextText
            finishText: sheet.finishText
            isFinishing: sheet.isFinishing
            canFinish: sheet.canFinish
            placeText: qsTr("%1 of %2").arg(column.page).arg(column.pages)
            onPrevious: column.previous()
            onNext: column.next()
            onFinished: sheet.finishing()
        }
    }
}
