import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// What is always within reach, always in the same place: home, back, languages.
Rectangle {
    id: strip

    required property NavigationViewModel navigation
    required property LanguageViewModel language
    readonly property real inset: Math.ceil(3.2 * Theme.millimetre)
    readonly property bool isWide: strip.width > 300 * Theme.millimetre
    readonly property real sideInset: strip.isWide ? Theme.margin : strip.inset

    implicitHeight: Theme.target + 2 * strip.inset
    color: Theme.surface

    Rectangle {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: Theme.hair
        color: Theme.edge
    }
    RowLayout {
        anchors.fill: parent
        anchors.margins: strip.inset
        anchors.leftMargin: strip.sideInset
        anchors.rightMargin: strip.sideInset
        spacing: strip.inset

        ActionButton {
            objectName: "home"
            visible: strip.navigation.canGoHome
            leftPadding: Theme.gap
            rightPadding: Theme.gap
            drawing: "home"
            text: strip.isWide ? qsTr("Home page") : ""
            Accessible.name: qsTr("Home page")
            onClicked: strip.navigation.goHome()
        }
        ActionButton {
            objectName: "back"
            visible: strip.navigation.canGoBack
            leftPadding: Theme.gap
            rightPadding: Theme.gap
            drawing: "back"
            text: qsTr("Back")
            onClicked: strip.navigation.goBack()
        }
        Item {
            Layout.fillWidth: true
        }
        LanguageSwitch {
            language: strip.language
        }
    }
}
