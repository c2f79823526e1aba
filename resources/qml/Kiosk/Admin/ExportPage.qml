import QtQuick
import Kiosk
import Kiosk.Admin

// An export from its choices to its end.
Item {
    id: page

    required property ExportViewModel exporting

    ExportChoices {
        anchors.fill: parent
        visible: page.exporting.step === "choosing"
        exporting: page.exporting
    }
    ExportList {
        anchors.fill: parent
        visible: page.exporting.step === "picking"
        exporting: page.exporting
    }
    ExportProgress {
        anchors.fill: parent
        visible: page.exporting.step === "running"
        exporting: page.exporting
    }
    ExportEnd {
        anchors.fill: parent
        visible: ["done", "failed", "cancelled"].includes(page.exporting.step)
        exporting: page.exporting
    }
}
