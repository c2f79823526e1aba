import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// The pages of the area, always in the same place, and the way out.
Rectangle {
    id: bar

    required property AdministrationViewModel area
    required property bool isBusy
    readonly property int count: 6
    // Nine letters, some 0.56 of their size wide.
    readonly property real letters: 9.3 * 0.56
    readonly property real room: bar.width - 2 * Theme.between
    readonly property real sizeInRow: Math.floor(Math.min(Theme.small, (bar.room / bar.count - Theme.between - Theme.gapSmall) / bar.letters))
    readonly property bool isDouble: bar.sizeInRow < 0.85 * Theme.small && bar.parent.height > 280 * Theme.millimetre
    readonly property real sizeInTwoRows: Math.floor(Math.min(Theme.small, (2 * bar.room / bar.count - Theme.between - Theme.gapSmall) / bar.letters))
    readonly property real wordSize: bar.isDouble ? bar.sizeInTwoRows : bar.sizeInRow >= 4 * Theme.millimetre ? bar.sizeInRow : 0

    implicitHeight: buttons.implicitHeight + 2 * Theme.between
    color: Theme.surface

    Rectangle {
        width: parent.width
        height: Theme.hair
        color: Theme.edge
    }
    GridLayout {
        id: buttons

        anchors.fill: parent
        anchors.margins: Theme.between
        columns: bar.isDouble ? bar.count / 2 : bar.count
        columnSpacing: Theme.between
        rowSpacing: Theme.between
        uniformCellWidths: true
        uniformCellHeights: true

        StripButton {
            objectName: "tab-overview"
            drawing: "reports"
            wordSize: bar.wordSize
            enabled: !bar.isBusy
            text: qsTr("Overview", "at most nine letters")
            checked: bar.area.page === "overview"
            onClicked: bar.area.open("overview")
        }
        StripButton {
            objectName: "tab-export"
            drawing: "stick"
            wordSize: bar.wordSize
            enabled: !bar.isBusy || checked
            text: qsTr("Export", "at most nine letters")
            checked: bar.area.page === "export"
            onClicked: bar.area.open("export")
        }
        StripButton {
            objectName: "tab-tests"
            drawing: "touch"
            wordSize: bar.wordSize
            enabled: !bar.isBusy
            text: qsTr("Tests", "at most nine letters")
            checked: bar.area.page === "tests"
            onClicked: bar.area.open("tests")
        }
        StripButton {
            objectName: "tab-program"
            drawing: "power"
            wordSize: bar.wordSize
            enabled: !bar.isBusy
            text: qsTr("Program", "at most nine letters")
            checked: bar.area.page === "program"
            onClicked: bar.area.open("program")
        }
        StripButton {
            objectName: "tab-audit"
            drawing: "register"
            wordSize: bar.wordSize
            enabled: !bar.isBusy
            text: qsTr("Journal", "at most nine letters")
            checked: bar.area.page === "audit"
            onClicked: bar.area.open("audit")
        }
        StripButton {
            objectName: "closePanel"
            drawing: "lock"
            wordSize: bar.wordSize
            text: qsTr("Close the panel")
            word: qsTr("Close", "at most nine letters")
            onClicked: bar.area.close()
        }
    }
}
