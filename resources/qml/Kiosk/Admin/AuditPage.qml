pragma ComponentBehavior: Bound

import QtQuick
import Kiosk
import Kiosk.Admin
import Kiosk.Controls

// What was done in this area, newest first.
Sheet {
    id: sheet

    required property AuditViewModel auditing

    officeName: ""
    hasBand: false
    spacing: Theme.gapSmall

    PageTitle {
        text: qsTr("Journal of this panel")
    }
    PlainLabel {
        property bool isWanted: sheet.auditing.hasFailed

        text: qsTr("The journal cannot be read just now.")
        color: Theme.inkSoft
    }
    Repeater {
        model: sheet.auditing.rows

        FigureRow {
            required property string when
            required property string what

            name: what
            value: when
            isHeading: false
            isBad: false
            isCell: false
        }
    }
    PlainLabel {
        text: qsTr("The central office receives these entries. Nothing about visitors is written down here.")
        color: Theme.inkSoft
        font.pixelSize: Theme.small
    }
}
