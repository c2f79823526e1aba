import QtQuick
import Kiosk
import Kiosk.Controls

// Tells the theme what the visitor chose, and how large the panel is.
QtObject {
    id: settings

    required property ComfortViewModel comfort
    required property real panelWidth
    required property real panelHeight
    required property real above

    onPanelWidthChanged: settings.comfort.setPanel(settings.panelWidth, settings.panelHeight)
    onPanelHeightChanged: settings.comfort.setPanel(settings.panelWidth, settings.panelHeight)
    Component.onCompleted: settings.comfort.setPanel(settings.panelWidth, settings.panelHeight)

    property list<QtObject> bindings: [
        Binding {
            target: Theme
            property: "textScale"
            value: settings.comfort.textScale
        },
        Binding {
            target: Theme
            property: "isHighContrast"
            value: settings.comfort.isHighContrast
        },
        Binding {
            target: Theme
            property: "isNamedAbove"
            value: settings.above > 70 * Theme.millimetre * (1 + 0.5 * (Theme.textScale - 1))
        },
        Binding {
            target: Theme
            property: "panelWidth"
            value: settings.panelWidth
        },
        Binding {
            target: Theme
            property: "panelHeight"
            value: settings.panelHeight
        }
    ]
}
