import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// The quieter ways past a question, and the way on where several answers are allowed.
GridLayout {
    id: actions

    required property SurveyViewModel survey
    readonly property int count: 1 + (actions.survey.notApplicable !== "" ? 1 : 0) + (actions.survey.isMultiple ? 1 : 0)

    columns: actions.width > actions.count * 75 * Theme.millimetre * Theme.textScale ? actions.count : 1
    columnSpacing: Theme.between
    rowSpacing: Theme.between
    uniformCellWidths: true

    ActionButton {
        objectName: "decline"
        Layout.fillWidth: true
        Layout.fillHeight: true
        text: qsTr("I prefer not to answer")
        checked: actions.survey.isDeclined
        onClicked: actions.survey.decline()
    }
    ActionButton {
        objectName: "notApplicable"
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: actions.survey.notApplicable !== ""
        text: actions.survey.notApplicable
        checked: actions.survey.isNotApplicable
        onClicked: actions.survey.chooseNotApplicable()
    }
    ActionButton {
        objectName: "confirm"
        Layout.fillWidth: true
        Layout.fillHeight: true
        visible: actions.survey.isMultiple
        isPrimary: true
        enabled: actions.survey.canConfirm
        text: qsTr("Confirm")
        drawing: "check"
        onClicked: actions.survey.confirm()
    }
}
