pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// Every language by its own name, always in sight.
RowLayout {
    id: languages

    required property LanguageViewModel language

    spacing: Math.ceil(3.2 * Theme.millimetre)

    Repeater {
        model: languages.language.languages

        TouchButton {
            id: choice

            required property string code
            required property string name
            required property bool chosen

            objectName: "language-" + choice.code
            text: choice.name
            checked: choice.chosen
            padding: Theme.gap
            topPadding: 0
            bottomPadding: 0
            Accessible.checked: choice.chosen
            onClicked: languages.language.select(choice.code)

            background: Rectangle {
                radius: Theme.radius
                color: choice.down ? Theme.primarySoft : choice.chosen ? Theme.primaryTint : "transparent"
                border.color: choice.chosen ? Theme.primary : Theme.edge
                border.width: choice.chosen ? Theme.line : Theme.hair
            }
            contentItem: PlainLabel {
                text: choice.text
                color: choice.chosen ? Theme.primary : Theme.ink
                font.weight: choice.chosen ? Font.DemiBold : Font.Medium
                font.pixelSize: Theme.small * 1.08
                wrapMode: Text.NoWrap
                lineHeight: 1
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                Accessible.ignored: true
            }
        }
    }
}
