import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

// One thing at a glance.
Rectangle {
    id: fact

    required property string icon
    required property string label
    required property string text
    required property string spokenLanguage
    required property bool isPortrait

    implicitHeight: row.implicitHeight + 2 * (fact.isPortrait ? Theme.gap : Theme.gapSmall)
    radius: Theme.radius
    color: Theme.primaryTint

    RowLayout {
        id: row

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.leftMargin: fact.isPortrait ? Theme.gap : Theme.gapSmall * 1.25
        anchors.rightMargin: fact.isPortrait ? Theme.gap : Theme.gapSmall * 1.25
        anchors.topMargin: (fact.implicitHeight - row.implicitHeight) / 2
        spacing: fact.isPortrait ? Theme.gapSmall * 1.5 : Theme.gapSmall

        Drawing {
            Layout.alignment: Qt.AlignTop
            name: fact.icon
        }
        ColumnLayout {
            spacing: 0

            PlainLabel {
                Layout.fillWidth: true
                visible: fact.isPortrait && Theme.textScale === 1
                text: fact.label
                color: Theme.inkSoft
                font.pixelSize: Theme.small
            }
            PlainLabel {
                readonly property string spokenLanguage: fact.spokenLanguage

                Layout.fillWidth: true
                text: fact.isPortrait && Theme.textScale === 1 ? fact.text : qsTr("%1: %2").arg(fact.label).arg(fact.text)
                font.pixelSize: Theme.small
                font.weight: Font.DemiBold
                lineHeight: 1.12
            }
        }
    }
}
