"""Tells at once when a sound output goes away, by asking libpulse.

WORKAROUND: QMediaDevices of Qt 6.11.3 tells that seconds late or never, and meanwhile the sound server moves what
sounds to another output: words meant for headphones would come out of the loudspeaker.
"""

from __future__ import annotations

import ctypes
import logging

from PySide6.QtCore import QObject, Signal

_LIBRARY = "libpulse.so.0"
_NO_AUTOSPAWN, _READY, _SINKS, _FACILITY, _KIND, _REMOVED = 0x01, 4, 0x01, 0x0F, 0x30, 0x20
"""Of libpulse's def.h: a flag and a state of contexts, a mask of subscriptions, and the parts of an event."""
_StateChanged = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_void_p)
_Happened = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_int, ctypes.c_uint32, ctypes.c_void_p)
_log = logging.getLogger(__name__)


class Removals(QObject):
    """Emits `removed` when any output goes, from the moment the sound server has answered. End it with `close`."""

    removed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._state_changed = _StateChanged(self._subscribe)
        self._happened = _Happened(self._hear)
        self._loop: int | None = None
        try:
            self._library = ctypes.CDLL(_LIBRARY)
        except OSError as fault:
            _log.warning("outputs that go away will be noticed late: %s", fault)
            return
        for name in ("threaded_mainloop_new", "threaded_mainloop_get_api", "context_new", "context_subscribe"):
            self._function(name).restype = ctypes.c_void_p
        self._loop = self._call("threaded_mainloop_new")
        api = self._call("threaded_mainloop_get_api", self._loop)
        self._context = self._call("context_new", api, b"okienko")
        self._function("context_set_state_callback")(ctypes.c_void_p(self._context), self._state_changed, None)
        self._function("context_connect")(ctypes.c_void_p(self._context), None, _NO_AUTOSPAWN, None)
        self._call("threaded_mainloop_start", self._loop)

    def close(self) -> None:
        """Let go of the sound server. Safe to repeat."""
        if self._loop is not None:
            self._call("threaded_mainloop_stop", self._loop)
            self._call("context_unref", self._context)
            self._call("threaded_mainloop_free", self._loop)
            self._loop = None

    # The following two run on libpulse's thread.
    def _subscribe(self, _context: int, _data: int | None) -> None:
        if self._call("context_get_state", self._context) == _READY:
            context = ctypes.c_void_p(self._context)
            self._function("context_set_subscribe_callback")(context, self._happened, None)
            self._function("context_subscribe")(context, _SINKS, None, None)

    def _hear(self, _context: int, event: int, _index: int, _data: int | None) -> None:
        if event & _KIND == _REMOVED and event & _FACILITY == 0:
            self.removed.emit()

    def _function(self, name: str) -> ctypes._NamedFuncPointer:
        function: ctypes._NamedFuncPointer = getattr(self._library, f"pa_{name}")
        return function

    def _call(self, name: str, pointer: int | None = None, *arguments: bytes) -> int:
        given = () if pointer is None else (ctypes.c_void_p(pointer), *arguments)
        return int(self._function(name)(*given) or 0)
