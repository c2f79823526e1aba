pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

// Every key, in one list.
Cover {
    id: sheet

    Keys.onDownPressed: list.bar.increase()
    Keys.onUpPressed: list.bar.decrease()

    DeskLabel {
        id: heading

        text: qsTr("Keys")
        font.pixelSize: Desk.title
        font.weight: Font.Bold
        Accessible.role: Accessible.Heading
    }
    DeskList {
        id: list

        objectName: "keyList"
        anchors.fill: parent
        anchors.topMargin: heading.height + 2 * Desk.gapLarge
        model: sheet.desk.keys
        Accessible.name: heading.text

        delegate: Item {
            id: row

            required property string keys
            required property string words

            width: Math.min(list.width - Desk.gapLarge, 46 * Desk.body)
            height: Math.max(Desk.target, told.implicitHeight + Desk.gap)
            Accessible.role: Accessible.ListItem
            Accessible.name: row.keys + ": " + row.words

            RowLayout {
                id: told

                width: parent.width
                anchors.verticalCenter: parent.verticalCenter
                spacing: Desk.gapLarge

                DeskLabel {
                    Layout.preferredWidth: 11 * Desk.body
                    text: row.keys
                    font.weight: Font.DemiBold
                    Accessible.ignored: true
                }
                DeskLabel {
                    Layout.fillWidth: true
                    text: row.words
                    Accessible.ignored: true
                }
            }
            Rectangle {
                anchors.bottom: parent.bottom
                width: parent.width
                height: Desk.hair
                color: Theme.edge
            }
        }
    }
}
