pragma Singleton

import QtQuick
import Kiosk.Controls

// Sizes of a desk: read at arm's length and met with a mouse, so smaller than the theme's, in the theme's colours.
QtObject {
    readonly property real millimetre: Theme.millimetre
    readonly property real scale: Theme.textScale

    // Type.
    readonly property real body: Math.round(4.0 * millimetre * scale)
    readonly property real small: Math.round(3.5 * millimetre * scale)
    readonly property real heading: Math.round(4.4 * millimetre * scale)
    readonly property real title: Math.round(6.2 * millimetre * (1 + 0.7 * (scale - 1)))

    // Targets: at least 24 pixels (WCAG 2.2, 2.5.8).
    readonly property real target: Math.max(24, Math.round(7.2 * millimetre * (1 + 0.8 * (scale - 1))))
    readonly property real icon: Math.round(1.15 * body)

    readonly property real hair: Math.max(1, Math.round(0.25 * millimetre))
    readonly property real line: Math.max(2, Math.round(0.6 * millimetre))
    readonly property real gapSmall: Math.round(1 * millimetre)
    readonly property real gap: Math.round(2 * millimetre)
    readonly property real gapLarge: Math.round(4 * millimetre)
    readonly property real radius: Math.round(1.2 * millimetre)

    // A line of some 75 letters is easy to follow.
    readonly property real widestText: 42 * body

    // Badges and marks: each has words, and most a sign, besides its colour.
    readonly property var ground: ({ "hidden": "#fff4d6", "withdrawn": "#e4e7ec", "internal": "#ece6fa", "overdue": "#fde4e1", "changed": "#dcf1e2", "question": "#fff4d6", "new": "#dcf1e2", "moved": "#e3ecf8", "removed": "#fde4e1" })
    readonly property var ink: ({ "hidden": "#5c4300", "withdrawn": "#3a4452", "internal": "#47307f", "overdue": "#86190f", "changed": "#12532a", "question": "#5c4300", "new": "#12532a", "moved": "#1f4373", "removed": "#86190f" })
    readonly property var sign: ({ "hidden": "document", "withdrawn": "erase", "internal": "staff", "overdue": "clock", "changed": "again", "question": "question" })
}
