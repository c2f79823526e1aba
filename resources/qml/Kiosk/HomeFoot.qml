import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// What the survey is for, the way into the catalogue, and where the office is.
GridLayout {
    id: foot

    required property HomeViewModel home
    required property bool isPortrait
    signal helpOpened

    columns: foot.isPortrait ? 1 : 2
    columnSpacing: Theme.margin
    rowSpacing: Theme.gapLarge

    PlainLabel {
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        text: foot.home.intro
        color: Theme.inkSoft
        font.pixelSize: foot.isPortrait ? Theme.body : Theme.small
        horizontalAlignment: foot.isPortrait ? Text.AlignHCenter : Text.AlignLeft
    }
    LinkTile {
        objectName: "catalogue"
        Layout.fillWidth: true
        Layout.preferredWidth: 1
        Layout.preferredHeight: foot.isPortrait ? Math.max(implicitHeight, Theme.target * 2.2) : implicitHeight
        drawing: "catalogue"
        drawingExtent: foot.isPortrait ? Theme.iconLarge : Theme.icon
        nameSize: foot.isPortrait ? Theme.title : Theme.lead
        text: qsTr("How do I settle my matter?")
        sentence: foot.isPortrait ? qsTr("Service catalogue: documents, fees, deadlines, places") : ""
        onClicked: foot.home.openCatalogue()
    }
    ActionButton {
        objectName: "help"
        Layout.fillWidth: true
        visible: foot.isPortrait && Theme.textScale === 1
        drawing: "question"
        text: qsTr("How to use this screen")
        onClicked: foot.helpOpened()
    }
    PlainLabel {
        Layout.fillWidth: true
        visible: foot.isPortrait && Theme.textScale === 1
        text: qsTr("%1, tel. %2").arg(foot.home.address).arg(foot.home.telephone)
        color: Theme.inkSoft
        font.pixelSize: Theme.small
        horizontalAlignment: Text.AlignHCenter
    }
}
