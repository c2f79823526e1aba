import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// What else can be done with a card. Only the buttons that it has; where it has none, the row is not wanted.
GridLayout {
    id: tools

    required property CardViewModel card
    required property CardCodeViewModel code
    property bool hasFilm: false
    property bool isStacked: false
    readonly property int count: (tools.card.hasPlain ? 1 : 0) + (tools.hasFilm ? 1 : 0) + (tools.code.isOffered ? 1 : 0)
    // The longest word on a button is that for sign language.
    readonly property real cell: (tools.hasFilm ? 70 : 58) * Theme.millimetre * Theme.textScale
    signal filmOpened

    columns: tools.isStacked ? 1 : Math.max(1, Math.min(tools.count, Math.floor(tools.width / tools.cell)))
    columnSpacing: Theme.between
    rowSpacing: Theme.between
    uniformCellWidths: true

    ActionButton {
        objectName: "plain"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        leftPadding: Theme.gapSmall
        rightPadding: Theme.gapSmall
        visible: tools.card.hasPlain
        drawing: tools.card.isPlain ? "document" : "plain"
        text: tools.card.isPlain ? qsTr("Full card") : qsTr("In plain language")
        onClicked: tools.card.togglePlain()
    }
    ActionButton {
        objectName: "signFilm"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        leftPadding: Theme.gapSmall
        rightPadding: Theme.gapSmall
        visible: tools.hasFilm
        drawing: "hands"
        text: qsTr("In sign language")
        onClicked: tools.filmOpened()
    }
    ActionButton {
        objectName: "code"
        Layout.fillWidth: true
        Layout.fillHeight: true
        Layout.preferredWidth: 1
        leftPadding: Theme.gapSmall
        rightPadding: Theme.gapSmall
        visible: tools.code.isOffered
        drawing: "qr"
        text: qsTr("Open on your phone")
        onClicked: tools.code.open()
    }
}
