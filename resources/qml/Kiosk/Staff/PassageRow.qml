import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

// One passage of the card: what it is called, its words, and what they were before. A heading is a passage too.
Item {
    id: row

    required property int index
    required property string text
    required property string plain
    required property string label
    required property string bullet
    required property string icon
    required property string link
    required property bool isHeading
    required property string change
    required property string changeWords
    required property string before
    required property bool isInternal
    required property bool isLabelled
    readonly property bool isLink: row.link !== "" && row.change !== "removed"
    readonly property bool isBeside: row.isLabelled && row.width > 36 * Desk.body
    readonly property string look: row.change === "changed" ? "moved" : row.change

    signal linkOpened(string code)

    implicitHeight: content.y + content.implicitHeight + Desk.gapSmall

    Rectangle {
        anchors.fill: parent
        anchors.topMargin: row.isHeading ? Desk.gap : 0
        visible: row.isInternal
        color: Theme.notice
    }
    Rectangle {
        x: Desk.gap / 2
        width: Desk.line * 2
        height: parent.height
        visible: row.change !== ""
        color: Desk.ink[row.look] ?? "transparent"
    }
    RowLayout {
        id: content

        x: Desk.gapLarge
        y: row.isHeading ? Desk.gapLarge : Desk.gapSmall
        width: Math.min(row.width - 2 * Desk.gapLarge, Desk.widestText + 12 * Desk.body)
        spacing: Desk.gap

        DeskLabel {
            Layout.preferredWidth: 11 * Desk.body
            Layout.alignment: Qt.AlignTop
            visible: row.isBeside
            text: row.label
            color: Theme.inkSoft
        }
        Drawing {
            visible: row.isHeading
            name: row.icon
            extent: Desk.icon
        }
        DeskLabel {
            objectName: "section"
            Layout.fillWidth: true
            visible: row.isHeading
            text: row.isHeading ? row.plain : ""
            color: row.isInternal ? Theme.noticeInk : Theme.primary
            font.pixelSize: Desk.heading
            font.weight: Font.Bold
            Accessible.role: Accessible.Heading
        }
        DeskLabel {
            Layout.alignment: Qt.AlignTop
            Layout.minimumWidth: Math.round(1.4 * Desk.body)
            visible: row.bullet !== "" && !row.isLink
            text: row.bullet
            color: Theme.primary
            font.weight: Font.DemiBold
            wrapMode: Text.NoWrap
        }
        DeskButton {
            objectName: "link-" + row.link
            Layout.fillWidth: true
            Layout.maximumWidth: implicitWidth
            visible: row.isLink
            text: row.isLink ? row.plain : ""
            wraps: true
            onClicked: row.linkOpened(row.link)
            onActiveFocusChanged: if (activeFocus) { row.ListView.view.positionViewAtIndex(row.index, ListView.Contain); }
        }
        ColumnLayout {
            Layout.fillWidth: true
            Layout.alignment: Qt.AlignTop
            visible: !row.isHeading && !row.isLink
            spacing: Desk.gapSmall

            DeskLabel {
                Layout.fillWidth: true
                visible: row.label !== "" && !row.isBeside
                text: row.label
                color: Theme.inkSoft
                font.pixelSize: Desk.small
            }
            PassageText {
                objectName: "passage"
                Layout.fillWidth: true
                text: row.isHeading || row.isLink ? "" : row.text
                plain: row.plain
            }
            PassageText {
                objectName: "before"
                Layout.fillWidth: true
                visible: row.before !== ""
                text: row.before === "" ? "" : qsTr("Before:") + " " + row.before
                plain: row.before === "" ? "" : getText(0, length)
                color: Theme.inkSoft
            }
        }
        Item {
            Layout.fillWidth: true
            visible: row.isLink
        }
        ChangeMark {
            Layout.alignment: Qt.AlignTop | Qt.AlignRight
            visible: row.change !== ""
            change: row.change
            words: row.changeWords
        }
    }
}
