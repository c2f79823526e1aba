import QtQuick
import Kiosk
import Kiosk.Admin
import Kiosk.Controls

// Whether the terminal can be heard, feels touches where they are, and how its pages look in other sizes.
Sheet {
    id: sheet

    required property AdministrationViewModel area
    required property TouchTestViewModel touchTest
    required property SoundTestViewModel soundTest
    required property ComfortViewModel comfort

    officeName: ""
    hasBand: false
    columns: sheet.isPortrait ? 1 : sheet.narrowColumns > 1 ? 2 : 1
    spacing: Theme.between

    PageTitle {
        text: qsTr("Sound, touch and screen")
    }
    LinkTile {
        property bool isCell: true

        objectName: "testSound"
        drawing: "sound"
        isDense: sheet.isTight
        text: qsTr("Play the test sound")
        sentence: sheet.soundTest.trouble !== "" ? qsTr("Nothing can be heard: %1").arg(sheet.soundTest.trouble) : sheet.soundTest.wasPlayed ? qsTr("Playing: a chime, then a sentence.") : qsTr("A chime, then a sentence on the output for speech.")
        onClicked: sheet.area.playSound()
    }
    LinkTile {
        property bool isCell: true

        objectName: "testTouch"
        drawing: "touch"
        isDense: sheet.isTight
        text: qsTr("Test the touch")
        sentence: qsTr("Nine crosses; the test ends by itself.")
        onClicked: sheet.area.open("touch")
    }
    LinkTile {
        property bool isCell: true

        objectName: "adminText"
        drawing: "text"
        isDense: sheet.isTight
        text: qsTr("Text size, now %1%").arg(sheet.comfort.percent)
        sentence: qsTr("Until this panel is closed.")
        onClicked: sheet.comfort.enlarge()
    }
    LinkTile {
        property bool isCell: true

        objectName: "adminContrast"
        drawing: "contrast"
        isDense: sheet.isTight
        text: sheet.comfort.isHighContrast ? qsTr("High contrast, now on") : qsTr("High contrast, now off")
        sentence: qsTr("Until this panel is closed.")
        onClicked: sheet.comfort.toggleContrast()
    }
}
