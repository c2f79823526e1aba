import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

// One thing at a glance.
Rectangle {
    id: fact

    required property string icon
    required property string label
    required property string text
    property real inset: Theme.gap

    implicitHeight: row.implicitHeight + 2 * fact.inset
    radius: Theme.radius
    color: Theme.primaryTint

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.gap
        spacing: Theme.gapSmall * 1.5

        Drawing {
            Layout.alignment: Qt.AlignTop
            name: fact.icon
        }
        ColumnLayout {
            spacing: 0

            PlainLabel {
                Layout.fillWidth: true
                text: fact.label
                color: Theme.inkSoft
                font.pixelSize: Theme.small
            }
            PlainLabel {
                Layout.fillWidth: true
                text: fact.text
                font.pixelSize: Theme.small
                font.weight: Font.DemiBold
                lineHeight: 1.12
            }
        }
    }
}
