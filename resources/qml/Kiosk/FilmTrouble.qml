import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

// There is no film to see: said calmly, with what helps.
Rectangle {
    id: trouble

    required property real size
    required property bool isTight
    readonly property real padding: trouble.isTight ? Theme.gapSmall : Theme.gap

    implicitHeight: row.implicitHeight + 2 * trouble.padding
    radius: Theme.radius
    color: Theme.notice
    border.color: Theme.noticeEdge
    border.width: Theme.hair

    RowLayout {
        id: row

        anchors.fill: parent
        anchors.margins: trouble.padding
        spacing: Theme.gap

        Drawing {
            visible: !trouble.isTight
            name: "info"
            colour: Theme.noticeInk
        }
        PlainLabel {
            Layout.fillWidth: true
            objectName: "filmTrouble"
            text: qsTr("The film cannot be shown now. This is its text:")
            color: Theme.noticeInk
            font.pixelSize: trouble.size
        }
    }
}
