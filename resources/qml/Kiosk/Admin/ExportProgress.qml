import QtQuick
import Kiosk
import Kiosk.Admin
import Kiosk.Controls

// How far the export is.
Sheet {
    id: sheet

    required property ExportViewModel exporting

    officeName: ""
    hasBand: false

    PageTitle {
        text: sheet.exporting.isCancelling ? qsTr("Stopping…") : qsTr("Writing…")
    }
    Rectangle {
        objectName: "exportBar"
        implicitHeight: 6 * Theme.millimetre
        radius: height / 2
        color: Theme.surface
        border.color: Theme.edgeStrong
        border.width: Theme.line
        Accessible.role: Accessible.ProgressBar
        Accessible.name: qsTr("Written: %1%").arg(Math.floor(100 * sheet.exporting.share))

        Rectangle {
            width: Math.max(parent.height, parent.width * sheet.exporting.share)
            height: parent.height
            radius: parent.radius
            color: Theme.primary
        }
    }
    PlainLabel {
        objectName: "exportShare"
        text: qsTr("Written: %1%").arg(Math.floor(100 * sheet.exporting.share))
        font.features: { "tnum": 1 }
    }
    PlainLabel {
        text: qsTr("Do not pull the stick out yet.")
        color: Theme.inkSoft
    }
    foot: ActionButton {
        objectName: "cancelExport"
        text: qsTr("Cancel")
        enabled: !sheet.exporting.isCancelling
        onClicked: sheet.exporting.cancel()
    }
}
