pragma Singleton

import QtQuick

// Every size, colour and time of the screens. Sizes are millimetres on the panel, turned into pixels here and nowhere else.
QtObject {
    // Handed in once, before any page is made.
    property real pixelsPerMillimetre: 4.03
    property color officeColour: "#1f4e8c"
    property string family: "Inter"
    property real textScale: 1.0

    readonly property real millimetre: pixelsPerMillimetre

    // Spacing: a gap between targets is never below 3 mm.
    readonly property real hair: Math.max(1, Math.round(0.3 * millimetre))
    readonly property real line: Math.max(2, Math.round(0.5 * millimetre))
    readonly property real gapSmall: Math.round(2 * millimetre)
    readonly property real gap: Math.round(4 * millimetre)
    readonly property real gapLarge: Math.round(7 * millimetre)
    readonly property real margin: Math.round(10 * millimetre)
    readonly property real radius: Math.round(3 * millimetre)
    readonly property real radiusLarge: Math.round(5 * millimetre)

    // Targets: 20 mm is the least for people who stand; what matters most is larger.
    readonly property real target: Math.ceil(20 * millimetre)
    readonly property real targetLarge: Math.ceil(24 * millimetre)
    readonly property real face: Math.ceil(34 * millimetre)
    readonly property real ring: Math.ceil(3 * millimetre / 2)
    readonly property real icon: Math.round(9 * millimetre)
    readonly property real iconLarge: Math.round(14 * millimetre)

    // Type: the height of a line of text, of which capitals take 73 %.
    readonly property real small: Math.round(5.4 * millimetre * textScale)
    readonly property real body: Math.round(6.6 * millimetre * textScale)
    readonly property real lead: Math.round(8 * millimetre * textScale)
    readonly property real title: Math.round(11 * millimetre * textScale)
    readonly property real display: Math.round(14.5 * millimetre * textScale)
    readonly property real lineHeight: 1.2

    // Colours by role.
    readonly property color primary: officeColour
    readonly property color primaryPressed: Qt.darker(officeColour, 1.3)
    readonly property color primaryTint: Qt.tint("#ffffff", Qt.alpha(officeColour, 0.10))
    readonly property color primarySoft: Qt.tint("#ffffff", Qt.alpha(officeColour, 0.22))
    readonly property color inkOnPrimary: "#ffffff"
    readonly property color inkOnPrimarySoft: Qt.tint("#ffffff", Qt.alpha(officeColour, 0.15))
    readonly property color background: "#f2f4f7"
    readonly property color surface: "#ffffff"
    readonly property color edge: "#d5dbe3"
    readonly property color edgeStrong: "#7b8794"
    readonly property color shade: "#1a14233b"
    readonly property color ink: "#17202b"
    readonly property color inkSoft: "#4b5766"
    readonly property color focus: "#ffdd00"
    readonly property color focusEdge: "#0b0c0c"
    readonly property color notice: "#fff4d6"
    readonly property color noticeEdge: "#e0b43c"
    readonly property color noticeInk: "#5c4300"
    readonly property color veil: "#b3101820"

    // Motion: short, and none where it is not wanted.
    property bool reducedMotion: false
    readonly property int quick: reducedMotion ? 0 : 90
}
