import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

// There is no film to see: said calmly, with what helps.
Rectangle {
    implicitHeight: row.implicitHeight + 2 * Theme.gap
    radius: Theme.radius
    color: Theme.notice
    border.color: Theme.noticeEdge
    border.width: Theme.hair

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.margins: Theme.gap
        spacing: Theme.gap

        Drawing {
            name: "info"
            colour: Theme.noticeInk
        }
        PlainLabel {
            Layout.fillWidth: true
            objectName: "filmTrouble"
            text: qsTr("The film cannot be shown now. Below you can read everything that is signed in it.")
            color: Theme.noticeInk
        }
    }
}
