import QtQuick
import Kiosk
import Kiosk.Admin

// The administrator's area: the page that asks for the PIN, then its pages above their bar.
Item {
    id: root

    required property AdministrationViewModel area
    required property PinViewModel pin
    required property OverviewViewModel overview
    required property ExportViewModel exporting
    required property TouchTestViewModel touchTest
    required property SoundTestViewModel soundTest
    required property ProgramViewModel program
    required property AuditViewModel auditing
    required property ComfortViewModel comfort
    readonly property bool isInside: root.area.page !== "" && root.area.page !== "pin"

    anchors.fill: parent

    PinPage {
        anchors.fill: parent
        visible: root.area.page === "pin"
        pin: root.pin
        onDismissed: root.area.close()
    }
    Item {
        width: parent.width
        height: bar.y

        OverviewPage {
            anchors.fill: parent
            visible: root.area.page === "overview"
            overview: root.overview
        }
        ExportPage {
            anchors.fill: parent
            visible: root.area.page === "export"
            exporting: root.exporting
        }
        TestsPage {
            anchors.fill: parent
            visible: root.area.page === "tests"
            area: root.area
            touchTest: root.touchTest
            soundTest: root.soundTest
            comfort: root.comfort
        }
        ProgramPage {
            anchors.fill: parent
            visible: root.area.page === "program"
            program: root.program
        }
        AuditPage {
            anchors.fill: parent
            visible: root.area.page === "audit"
            auditing: root.auditing
        }
    }
    AdminBar {
        id: bar

        width: parent.width
        anchors.bottom: parent.bottom
        visible: root.isInside && root.area.page !== "touch"
        area: root.area
        isBusy: root.exporting.isRunning
    }
    TouchPage {
        anchors.fill: parent
        visible: root.area.page === "touch"
        touchTest: root.touchTest
        onDismissed: root.area.open("tests")
    }
}
