pragma ComponentBehavior: Bound

import QtQuick
import Kiosk

// All blocks of a card one below another, of which one page's worth is in sight.
Item {
    id: blocks

    required property CardViewModel card
    required property bool isPortrait
    readonly property Item firstItem: rows.count > blocks.card.firstBlock ? rows.itemAt(blocks.card.firstBlock) : null

    clip: true
    onHeightChanged: blocks.card.setRoom(blocks.height)

    Column {
        width: parent.width
        y: blocks.firstItem === null ? 0 : -blocks.firstItem.y

        Repeater {
            id: rows

            model: blocks.card.blocks

            CardBlock {
                required property int index

                width: blocks.width
                isPortrait: blocks.isPortrait
                isShown: index >= blocks.card.firstBlock && index <= blocks.card.lastBlock
                onImplicitHeightChanged: blocks.card.setBlockHeight(index, implicitHeight)
                Component.onCompleted: blocks.card.setBlockHeight(index, implicitHeight)
            }
        }
    }
}
