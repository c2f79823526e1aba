import QtQuick
import QtQuick.Layouts

// Pages instead of scrolling: two large buttons and where one stands.
RowLayout {
    id: turner

    required property int page
    required property int pages
    required property string previousText
    required property string nextText
    required property string shortNextText
    required property string placeText
    readonly property bool isNarrow: turner.width < 230 * Theme.millimetre * Theme.textScale
    // Where one stands is part of no recording.
    readonly property string recording: ""
    // What is done with all pages, on the last one in the place of "next".
    property string finishText: ""
    property bool canFinish: false
    property bool isFinishing: false
    signal finished
    signal previous
    signal next

    spacing: Theme.between

    ActionButton {
        objectName: "previousPage"
        Layout.fillWidth: !turner.isNarrow
        Layout.preferredWidth: turner.isNarrow ? Theme.target : 2
        leftPadding: Theme.gapSmall
        rightPadding: Theme.gapSmall
        enabled: turner.page > 1
        text: turner.isNarrow ? "" : turner.previousText
        Accessible.name: turner.previousText
        drawing: "back"
        onClicked: turner.previous()
    }
    PlainLabel {
        objectName: "place"
        isLive: true
        Layout.leftMargin: turner.isNarrow ? 0 : Theme.gapLarge
        Layout.rightMargin: turner.isNarrow ? 0 : Theme.gapLarge
        text: turner.placeText
        color: Theme.inkSoft
        font.features: { "tnum": 1 }
        wrapMode: Text.NoWrap
        horizontalAlignment: Text.AlignHCenter
    }
    ActionButton {
        objectName: "nextPage"
        visible: !turner.isFinishing
        Layout.fillWidth: true
        Layout.preferredWidth: 2
        isPrimary: true
        leftPadding: Theme.gapSmall
        rightPadding: Theme.gapSmall
        Accessible.name: turner.nextText
        enabled: turner.page < turner.pages
        text: turner.isNarrow ? turner.shortNextText : turner.nextText
        drawing: "forward"
        isDrawingLast: true
        onClicked: turner.next()
    }
    ActionButton {
        objectName: "confirmLast"
        visible: turner.isFinishing
        Layout.fillWidth: true
        Layout.preferredWidth: 2
        isPrimary: true
        leftPadding: Theme.gapSmall
        rightPadding: Theme.gapSmall
        enabled: turner.canFinish
        text: turner.finishText
        drawing: "check"
        onClicked: turner.finished()
    }
}
