"""The film page: a card in Polish Sign Language (PJM). Of what is read there `film_text.py` knows."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from kiosk.domain.clock import Clock
from kiosk.terminal.film_player import FilmPlayer
from kiosk.terminal.film_text import FilmTextViewModel
from kiosk.terminal.idle import IdleClock
from kiosk.terminal.navigation import FILM, NavigationViewModel
from kiosk.terminal.properties import Property

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

PATIENCE = 10.0
"""Seconds without a picture after which a film counts as one that cannot be shown."""
_SLOW = 1.5
"""Seconds after which somebody who waits for the first picture is told so."""
LONGEST = 1200.0
"""Seconds that a film holds its page open at most, whatever length its file tells."""
_log = logging.getLogger(__name__)


@QmlElement
class FilmViewModel(QObject):
    """Plays the film of the card that was opened last, while its page is shown and only then.

    While it runs nobody is asked if they are still there: it counts as presence up to its own length, once for each
    time that somebody starts it from the beginning.
    """

    changed = Signal()

    def __init__(
        self,
        text: FilmTextViewModel,
        media: Mapping[str, Path],
        navigation: NavigationViewModel,
        idle: IdleClock,
        clock: Clock,
        is_listening: Callable[[], bool],
        player: FilmPlayer | None = None,
        *,
        is_still: bool = False,
    ) -> None:
        super().__init__()
        self._text = text
        self._media = media
        self._is_still = is_still
        self._navigation = navigation
        self._idle = idle
        self._clock = clock
        self._is_listening = is_listening
        self._player = player or FilmPlayer()
        self._is_open = self._is_playing = self._has_ended = self._has_failed = self._is_slow = False
        self._has_room_for_both = True
        self._length = self._presence = 0.0
        self._running_since = self._quiet_since = 0.0
        self._pictures_seen = 0
        self._told: set[tuple[str, str]] = set()
        text.changed.connect(self._text_changed)
        navigation.changed.connect(self._page_changed)
        navigation.ticked.connect(self.tick)
        idle.warned.connect(self.pause)
        self._player.opened.connect(self._opened)
        self._player.ended.connect(self._ended)
        self._player.broken.connect(self._fail)

    @Property(bool, notify=changed)
    def isOffered(self) -> bool:
        """Whether there is a film of this card."""
        return self._file in self._media

    @Property(bool, notify=changed)
    def isPlaying(self) -> bool:
        return self._is_playing

    @Property(bool, notify=changed)
    def isSlow(self) -> bool:
        """Whether the first picture is long in coming."""
        return self._is_slow

    @Property(bool, notify=changed)
    def hasFailed(self) -> bool:
        """Whether there is nothing but the words."""
        return self._has_failed

    @Property(bool)
    def hasRoomForBoth(self) -> bool:
        """Whether the page has room for the film beside the words. Where not, it rests while they are shown."""
        return self._has_room_for_both

    @hasRoomForBoth.setter  # type: ignore[no-redef]
    def hasRoomForBoth(self, has_room: bool) -> None:
        self._has_room_for_both = has_room
        self._pause_unseen()

    @Property(QObject, constant=True)
    def player(self) -> FilmPlayer:
        """For the `FilmScreen`."""
        return self._player

    @Slot()
    def open(self) -> None:
        """Show the page with the film."""
        if self.isOffered:
            self._navigation.open(FILM)

    @Slot()
    def togglePlaying(self) -> None:
        if self._is_playing:
            self.pause()
        elif self._has_ended:
            self.restart()
        else:
            self._run()

    @Slot()
    def restart(self) -> None:
        """From the beginning."""
        self._has_ended = False
        self._presence = self._length
        self._run(from_beginning=True)

    @Slot()
    def pause(self) -> None:
        if self._is_playing:
            self._presence -= self._clock.monotonic() - self._running_since
            self._player.pause()
            self._rest()

    @Slot()
    def tick(self) -> None:
        """Look at the clock: does the film still come?"""
        if not self._is_open or self._has_failed:
            return
        waits = self._is_playing or not self._player.pictures
        if self._player.pictures != self._pictures_seen or not waits:
            self._pictures_seen = self._player.pictures
            self._quiet_since = self._clock.monotonic()
        quiet = self._clock.monotonic() - self._quiet_since
        is_slow = quiet >= _SLOW and not self._player.pictures
        if quiet >= PATIENCE:
            self._fail(f"no picture for {PATIENCE:g} seconds")
        elif is_slow != self._is_slow:
            self._is_slow = is_slow
            self.changed.emit()

    def stop(self) -> None:
        """The terminal ends."""
        self._is_open = False
        self._player.stop()

    @property
    def _is_covered(self) -> bool:
        return self._text.isShown and not self._has_room_for_both

    def _pause_unseen(self) -> None:
        if self._is_covered:
            self.pause()

    @property
    def _file(self) -> str:
        """Its name in the pack; empty if the card has no film."""
        return self._text.video.file if self._text.video is not None else ""

    @Slot()
    def _text_changed(self) -> None:
        self._pause_unseen()
        self.changed.emit()

    @Slot()
    def _page_changed(self) -> None:
        is_here = self._navigation.page == FILM
        if is_here and not self._is_open:
            self._begin()
        elif self._is_open and not is_here:
            self._is_open = False
            self._player.close()
            self._rest()

    def _begin(self) -> None:
        self._is_open = True
        self._has_failed = self._has_ended = self._is_slow = False
        self._length = self._presence = 0.0
        self._pictures_seen = 0
        self._running_since = self._quiet_since = self._clock.monotonic()
        if self._is_listening():
            self._text.want(is_shown=True)
        self._is_playing = not self._is_still and not self._is_covered
        file = self._media.get(self._file)
        if file is None:
            self._fail("it is not there")
            return
        try:
            self._player.open(file, is_playing=self._is_playing)
        except OSError as fault:
            self._fail(str(fault))
        self.changed.emit()

    def _run(self, *, from_beginning: bool = False) -> None:
        if self._has_failed:
            return
        self._is_playing = True
        if not self._has_room_for_both:
            self._text.want(is_shown=False)
        self._running_since = self._quiet_since = self._clock.monotonic()
        self._player.play(from_beginning=from_beginning)
        self._idle.hold(self._presence)
        self.changed.emit()

    def _rest(self) -> None:
        self._is_playing = self._is_slow = False
        self._idle.release()
        self.changed.emit()

    @Slot(float)
    def _opened(self, seconds: float) -> None:
        self._length = self._presence = min(max(seconds, 0.0), LONGEST)
        if self._is_playing:
            self._idle.hold(self._presence)

    @Slot()
    def _ended(self) -> None:
        self._has_ended = True
        self._rest()

    @Slot(str)
    def _fail(self, reason: str) -> None:
        self._player.close()
        self._has_failed = True
        if (self._file, reason) not in self._told:
            self._told.add((self._file, reason))
            _log.warning("the film %s cannot be shown, its text is: %s", self._file, reason)
        self._rest()
