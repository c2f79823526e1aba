import QtQuick
import QtQuick.Layouts
import Kiosk
import Kiosk.Controls

// The quieter ways past a question, and the way on where several answers are allowed.
RowLayout {
    id: actions

    required property SurveyViewModel survey

    spacing: Theme.gap
    uniformCellSizes: true

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
        text: qsTr("Next")
        drawing: "forward"
        isDrawingLast: true
        onClicked: actions.survey.confirm()
    }
}
