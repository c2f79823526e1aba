pragma Singleton

import QtQuick

// Every size, colour and time of the screens. Sizes are millimetres on the panel, turned into pixels here and nowhere else.
QtObject {
    // Handed in once, before any page is made.
    property real pixelsPerMillimetre: 4.03
    property color officeColour: "#1f4e8c"
    property string family: "Inter"
    property bool isReducedMotion: false
    // Width by height of the office's logo, once it is there; 0 without one.
    property real logoShape: 0

    // What the visitor chose, and the panel; bound by Main.
    property real textScale: 1.0
    property bool isHighContrast: false
    property real panelWidth: 1080
    property real panelHeight: 1920
    // Above a lowered screen there is room to say whose terminal this is: the pages need not say it again.
    property bool isNamedAbove: false

    readonly property real millimetre: pixelsPerMillimetre
    readonly property bool isCompact: Math.min(panelWidth, panelHeight) < 160 * millimetre
    readonly property real tightness: isCompact ? 0.75 : 1

    // Spacing: a gap between targets is never below 3 mm.
    readonly property real hair: Math.max(1, Math.round(0.3 * millimetre))
    readonly property real line: Math.max(2, Math.round(0.5 * millimetre))
    readonly property real between: Math.ceil(3.2 * millimetre)
    readonly property real gapSmall: Math.round(2 * millimetre)
    readonly property real gap: Math.round(4 * millimetre)
    readonly property real gapLarge: Math.round(7 * millimetre * tightness)
    readonly property real margin: Math.round(10 * millimetre * tightness)
    readonly property real radius: Math.round(3 * millimetre)
    readonly property real radiusLarge: Math.round(5 * millimetre)

    // Targets: 20 mm is the least for people who stand; what matters most is larger.
    readonly property real target: Math.ceil(20 * millimetre)
    readonly property real targetLarge: Math.ceil(24 * millimetre)
    readonly property real face: Math.ceil(34 * millimetre)
    readonly property real faceLeast: Math.ceil(30 * millimetre)
    // Seen from afar, and within the gap between two targets.
    readonly property real ring: Math.ceil(3 * millimetre)
    readonly property real icon: Math.round(9 * millimetre * (1 + 0.5 * (textScale - 1)))
    readonly property real iconLarge: Math.round(14 * millimetre * (1 + 0.5 * (textScale - 1)))

    // Type: the height of a line of text, of which capitals take 73 %. What is large already grows less.
    readonly property real small: Math.round(5.4 * millimetre * textScale)
    readonly property real body: Math.round(6.6 * millimetre * textScale)
    readonly property real lead: Math.round(8 * millimetre * (1 + 0.75 * (textScale - 1)))
    readonly property real title: Math.round(11 * millimetre * tightness * (1 + 0.5 * (textScale - 1)))
    readonly property real display: Math.round(14.5 * millimetre * tightness * (1 + 0.4 * (textScale - 1)))
    readonly property real lineHeight: 1.2

    // Colours by role, in two themes: the office's own, and yellow on black.
    readonly property color yellow: "#ffe500"
    readonly property color black: "#000000"
    readonly property color primary: isHighContrast ? yellow : officeColour
    readonly property color primaryPressed: isHighContrast ? "#ffffff" : Qt.darker(officeColour, 1.3)
    readonly property color primaryTint: isHighContrast ? "#2b2700" : Qt.tint("#ffffff", Qt.alpha(officeColour, 0.10))
    readonly property color primarySoft: isHighContrast ? "#453f00" : Qt.tint("#ffffff", Qt.alpha(officeColour, 0.22))
    readonly property color inkOnPrimary: isHighContrast ? black : "#ffffff"
    readonly property color head: isHighContrast ? black : officeColour
    readonly property color headTrack: isHighContrast ? "#5c5400" : Qt.darker(officeColour, 1.3)
    readonly property color inkOnHead: isHighContrast ? yellow : "#ffffff"
    readonly property color inkOnHeadSoft: isHighContrast ? "#ffffff" : Qt.tint("#ffffff", Qt.alpha(officeColour, 0.12))
    readonly property color background: isHighContrast ? black : "#f2f4f7"
    readonly property color surface: isHighContrast ? black : "#ffffff"
    readonly property color edge: isHighContrast ? yellow : "#d5dbe3"
    readonly property color edgeTarget: isHighContrast ? yellow : "#828d9b"
    readonly property color edgeStrong: isHighContrast ? yellow : "#7b8794"
    readonly property color shade: isHighContrast ? "#00000000" : "#1a14233b"
    readonly property color ink: isHighContrast ? "#ffffff" : "#17202b"
    readonly property color inkSoft: isHighContrast ? "#ffffff" : "#4b5766"
    readonly property color inkOff: isHighContrast ? "#b8b8b8" : "#66717e"
    readonly property color focus: isHighContrast ? "#ffffff" : "#ffdd00"
    readonly property color focusEdge: isHighContrast ? "#d000d0" : "#0b0c0c"
    readonly property color notice: isHighContrast ? "#2b2700" : "#fff4d6"
    readonly property color noticeEdge: isHighContrast ? yellow : "#e0b43c"
    readonly property color noticeInk: isHighContrast ? "#ffffff" : "#5c4300"
    // A screen that nobody needs at night: dark, its words dimmed and still easy to read.
    readonly property color night: isHighContrast ? black : "#0b1118"
    readonly property color inkOnNight: isHighContrast ? "#ffffff" : "#a3aebc"
    readonly property color inkOnNightSoft: isHighContrast ? "#ffffff" : "#8a96a6"
    readonly property color veil: isHighContrast ? "#e6000000" : "#cc101820"

    // Motion: short, and none where it is not wanted.
    readonly property int quick: isReducedMotion ? 0 : 90
    readonly property int turn: isReducedMotion ? 0 : 180
    readonly property real rise: isReducedMotion ? 0 : Math.round(8 * millimetre)
    readonly property int fade: isReducedMotion ? 0 : 350
}
