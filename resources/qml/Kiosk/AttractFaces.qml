pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Kiosk.Controls

// The faces as a picture: nothing here can be pressed yet.
Surface {
    id: picture

    required property int faces
    required property real room
    readonly property real extent: Math.min(Theme.face * 1.4, picture.room * 0.28, (picture.width - 2 * Theme.margin) / picture.faces - Theme.gap)

    implicitHeight: picture.extent + 2 * Theme.gap

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.gapLarge
        anchors.rightMargin: Theme.gapLarge
        uniformCellSizes: true

        Repeater {
            model: picture.faces

            Image {
                required property int index

                Layout.alignment: Qt.AlignCenter
                Layout.preferredWidth: picture.extent
                Layout.preferredHeight: picture.extent
                sourceSize: Qt.size(picture.extent, picture.extent)
                source: "image://drawing/face-" + (index + 1) + (Theme.isHighContrast ? "/000000" : "/1d2733")
            }
        }
    }
}
