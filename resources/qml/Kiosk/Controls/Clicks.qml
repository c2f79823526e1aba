pragma Singleton

import QtQuick

// Hears of every click of every button, by finger, key or screen reader: then somebody is doing something.
QtObject {
    signal clicked
}
