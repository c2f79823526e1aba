pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Admin
import Kiosk.Controls

// What was collected, what waits, how the terminal is.
Sheet {
    id: sheet

    required property OverviewViewModel overview

    officeName: ""
    hasBand: false
    columns: sheet.isPortrait ? 1 : sheet.wideColumns
    spacing: Theme.gapSmall

    PageTitle {
        text: qsTr("Overview")
    }
    PlainLabel {
        property bool isWanted: sheet.overview.isReading || sheet.overview.hasFailed

        text: sheet.overview.isReading ? qsTr("Reading…") : qsTr("The data cannot be read just now.")
        color: Theme.inkSoft
    }
    Repeater {
        model: sheet.overview.rows

        FigureRow {}
    }
    PlainLabel {
        property bool isWanted: !sheet.overview.isReading && !sheet.overview.hasFailed

        text: qsTr("“•” stands for a figure that would tell of fewer than 5 people. Weeks with fewer than 5 responses are left out, and the running week is not counted yet.")
        color: Theme.inkSoft
        font.pixelSize: Theme.small
    }
}
