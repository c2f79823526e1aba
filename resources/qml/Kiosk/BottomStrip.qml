import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// What is always within reach, always in the same place: home, back, and how one wants the screen.
Rectangle {
    id: strip

    required property NavigationViewModel navigation
    required property ComfortViewModel comfort
    required property LanguageViewModel language
    required property ReadingViewModel reading
    required property bool canLower
    required property bool hasHeight
    readonly property int count: strip.canLower ? 7 : 6
    // Nine letters, such as "Kontrast", some 0.56 of their size wide.
    readonly property real letters: 9.3 * 0.56
    readonly property real wordWidth: strip.letters * Theme.small + Theme.gapSmall
    readonly property real room: strip.width - 2 * Theme.between
    readonly property real sizeInRow: Math.floor(Math.min(Theme.small, (strip.room / strip.count - Theme.between - Theme.gapSmall) / strip.letters))
    readonly property bool fitsInRow: strip.sizeInRow >= 0.85 * Theme.small
    readonly property bool isDouble: !strip.fitsInRow && strip.hasHeight && strip.room >= 4 * (strip.wordWidth + Theme.between)
    // Low panels have no room for a second row: words as large as one row allows are better than none.
    readonly property real wordSize: strip.isDouble ? Theme.small : strip.sizeInRow >= 4.5 * Theme.millimetre ? strip.sizeInRow : 0

    implicitHeight: buttons.implicitHeight + 2 * Theme.between
    color: Theme.surface

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: Theme.hair
        color: Theme.edge
    }
    GridLayout {
        id: buttons

        anchors.fill: parent
        anchors.margins: Theme.between
        columns: strip.isDouble ? 4 : strip.count
        columnSpacing: Theme.between
        rowSpacing: Theme.between
        uniformCellWidths: true
        uniformCellHeights: true

        StripButton {
            objectName: strip.navigation.canGoHome ? "home" : "catalogueShortcut"
            drawing: strip.navigation.canGoHome ? "home" : "catalogue"
            wordSize: strip.wordSize
            text: strip.navigation.canGoHome ? qsTr("Home page") : qsTr("Service catalogue")
            word: strip.navigation.canGoHome ? qsTr("Home") : qsTr("Catalogue")
            onClicked: strip.navigation.canGoHome ? strip.navigation.goHome() : strip.navigation.openCatalogue()
        }
        StripButton {
            objectName: "back"
            drawing: "back"
            wordSize: strip.wordSize
            enabled: strip.navigation.canGoBack
            text: qsTr("Back")
            onClicked: strip.navigation.goBack()
        }
        StripButton {
            objectName: "textSize"
            drawing: "text"
            wordSize: strip.wordSize
            text: qsTr("Text size, now %1%").arg(strip.comfort.percent)
            word: qsTr("%1%").arg(strip.comfort.percent)
            checked: strip.comfort.percent > 100
            onClicked: strip.comfort.enlarge()
        }
        StripButton {
            objectName: "contrast"
            drawing: "contrast"
            wordSize: strip.wordSize
            text: qsTr("High contrast")
            word: qsTr("Contrast")
            checkable: true
            checked: strip.comfort.isHighContrast
            onClicked: strip.comfort.toggleContrast()
        }
        StripButton {
            objectName: "lower"
            visible: strip.canLower
            drawing: "lower"
            wordSize: strip.wordSize
            text: qsTr("Lower the screen")
            word: qsTr("Lower")
            checkable: true
            checked: strip.comfort.isLowered
            onClicked: strip.comfort.toggleLowered()
        }
        StripButton {
            objectName: "readAloud"
            drawing: "sound"
            wordSize: strip.wordSize
            text: qsTr("Read aloud")
            word: qsTr("Read aloud", "short: at most nine letters")
            checkable: true
            checked: strip.reading.isOn
            onClicked: strip.reading.toggle()
        }
        StripButton {
            objectName: "language"
            // Seven controls in two rows of four.
            Layout.columnSpan: strip.isDouble && strip.canLower ? 2 : 1
            drawing: "globe"
            wordSize: strip.wordSize
            text: qsTr("Language: %1").arg(strip.language.name)
            word: strip.language.name
            onClicked: strip.navigation.openLanguages()
        }
    }
}
