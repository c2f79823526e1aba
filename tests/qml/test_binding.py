"""The binding keeps its books: of references to None and True, and of what QML knows of our types."""

from __future__ import annotations

import gc
import sys

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QGuiApplication

from tests.qml.conftest import Lobby


class _Sender(QObject):
    told = Signal()


def test_calls_take_no_reference_to_none_or_true(qapp: QGuiApplication) -> None:
    sender = _Sender()
    calls = 100
    before = (sys.getrefcount(None), sys.getrefcount(True))
    for _ in range(calls):
        QCoreApplication.processEvents()
        sender.setObjectName("name")
        sender.told.emit()
    after = (sys.getrefcount(None), sys.getrefcount(True))
    assert all(now - then > -calls // 2 for now, then in zip(after, before, strict=True))


def with_meta_objects_of_their_own() -> set[str]:
    """Classes of ours of which an object lives that has a meta-object apart from its class's.

    PySide makes one when a signal is connected to a method that is no `Slot`, and frees it with the object. QML
    remembers properties and methods by the meta-object's address for the life of the process: another object's may come
    to the same address, and QML then finds the wrong names there, or none.
    """
    objects = [each for each in gc.get_objects() if issubclass(type(each), QObject)]
    ours = [each for each in objects if type(each).__module__.startswith(("kiosk.", "tests."))]
    return {type(each).__name__ for each in ours if "__METAOBJECT__" in vars(each)}


def test_what_qml_knows_of_our_objects_lives_as_long_as_it_does(lobby: Lobby) -> None:
    assert not with_meta_objects_of_their_own()


def test_method_that_is_no_slot_is_found(qapp: QGuiApplication) -> None:
    class Careless(QObject):
        def hear(self) -> None:
            pass

    sender, careless = _Sender(), Careless()
    sender.told.connect(careless.hear)
    assert with_meta_objects_of_their_own() == {"Careless"}
