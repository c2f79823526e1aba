"""The film page: a card in Polish Sign Language (PJM), and all that is signed in words."""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtQml import QmlElement

from kiosk.domain.card import Card, SignVideo
from kiosk.domain.catalogue import Catalogue
from kiosk.domain.clock import Clock
from kiosk.terminal.film_player import FilmPlayer
from kiosk.terminal.idle import IdleClock
from kiosk.terminal.language import LanguageViewModel
from kiosk.terminal.navigation import FILM, NavigationViewModel
from kiosk.terminal.pieces import Paper, pieces
from kiosk.terminal.properties import Property
from kiosk.terminal.rows import RowModel

QML_IMPORT_NAME = "Kiosk"
QML_IMPORT_MAJOR_VERSION = 1

PATIENCE = 10.0
"""Seconds without a picture after which a film counts as one that cannot be shown."""
_SLOW = 1.5
"""Seconds after which somebody who waits for the first picture is told so."""
LONGEST = 1200.0
"""Seconds that a film holds its page open at most, whatever length its file tells."""
_LINE_HEIGHT = 1.2
_log = logging.getLogger(__name__)


@QmlElement
class FilmViewModel(QObject):
    """The film of the card that was opened last. The film plays only while its page is shown.

    While it runs nobody is asked if they are still there: it counts as presence up to its own length, once for each
    time that somebody starts it from the beginning.
    """

    changed = Signal()

    def __init__(
        self,
        catalogue: Catalogue,
        media: Mapping[str, Path],
        language: LanguageViewModel,
        navigation: NavigationViewModel,
        idle: IdleClock,
        clock: Clock,
        is_listening: Callable[[], bool],
        player: FilmPlayer | None = None,
        *,
        is_still: bool = False,
    ) -> None:
        super().__init__()
        self._catalogue = catalogue
        self._media = media
        self._language = language
        self._is_still = is_still
        self._navigation = navigation
        self._idle = idle
        self._clock = clock
        self._is_listening = is_listening
        self._player = player or FilmPlayer()
        self._card: Card | None = None
        self._paper = (0.0, 0.0, 0.0, "")
        self._captions = RowModel("text", "language", parent=self)
        self._is_open = self._is_playing = self._has_ended = self._has_failed = self._is_text_shown = False
        self._is_slow = False
        self._has_room_for_both = True
        self._length = self._presence = 0.0
        self._running_since = self._quiet_since = 0.0
        self._pictures_seen = 0
        self._told: set[tuple[str, str]] = set()
        language.changed.connect(self._write)
        navigation.changed.connect(self._page_changed)
        navigation.ticked.connect(self.tick)
        idle.warned.connect(self.pause)
        self._player.opened.connect(self._opened)
        self._player.ended.connect(self._ended)
        self._player.broken.connect(self._fail)

    @Property(bool, notify=changed)
    def isOffered(self) -> bool:
        """Whether there is a film of this card."""
        return self._video is not None and self._video.file in self._media

    @Property(str, notify=changed)
    def code(self) -> str:
        return self._card.code if self._card is not None else ""

    @Property(str, notify=changed)
    def name(self) -> str:
        """Of the card."""
        return self._language.text(self._card.name) if self._card is not None else ""

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

    @Property(bool, notify=changed)
    def isTextShown(self) -> bool:
        """Whether the visitor wants the words, and maybe less of the film for it."""
        return self._is_text_shown

    @Property(bool)
    def hasRoomForBoth(self) -> bool:
        """Whether the page has room for the film beside the words. Where not, it rests while they are shown."""
        return self._has_room_for_both

    @hasRoomForBoth.setter  # type: ignore[no-redef]
    def hasRoomForBoth(self, has_room: bool) -> None:
        self._has_room_for_both = has_room
        self._pause_unseen()

    @Property(QObject, notify=changed)
    def captions(self) -> RowModel:
        """All that is signed, a paragraph a row; `language` is the one that it is written in."""
        return self._captions

    @Property(QObject, constant=True)
    def player(self) -> FilmPlayer:
        """For the `FilmScreen`."""
        return self._player

    def show(self, code: str) -> None:
        """From now on the film is that of the card with this code. Safe to repeat."""
        if code and code != self.code:
            self._card = self._catalogue.card(code)
            self._is_text_shown = False
            self._write()

    def forget(self) -> None:
        """The next visitor begins with the film alone."""
        self._is_text_shown = False
        self.changed.emit()

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
    def toggleText(self) -> None:
        self._is_text_shown = not self._is_text_shown
        self._pause_unseen()
        self.changed.emit()

    @Slot(float, float, float, str)
    def setPaper(self, width: float, height: float, size: float, family: str) -> None:
        """A page of the words is so wide and high, in pixels, and written in type of `size`."""
        if min(width, height, size) > 0 and (width, height, size, family) != self._paper:
            self._paper = (width, height, size, family)
            self._write_captions()

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
        return self._is_text_shown and not self._has_room_for_both

    def _pause_unseen(self) -> None:
        if self._is_covered:
            self.pause()

    @property
    def _video(self) -> SignVideo | None:
        return self._card.sign_video if self._card is not None else None

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
        self._is_text_shown |= self._is_listening()
        self._is_playing = not self._is_still and not self._is_covered
        file = self._media.get(self._video.file) if self._video is not None else None
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
        self._is_text_shown &= self._has_room_for_both
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
        file = self._video.file if self._video is not None else ""
        if (file, reason) not in self._told:
            self._told.add((file, reason))
            _log.warning("the film %s cannot be shown, its text is: %s", file, reason)
        self._rest()

    @Slot()
    def _write(self) -> None:
        self._write_captions()
        self.changed.emit()

    def _write_captions(self) -> None:
        if self._video is not None:
            shown = self._video.captions.language_shown(self._language.code)
            text = self._video.captions.in_language(self._language.code)
            words = [self._language.set(line, shown) for line in text.split("\n") if line.strip()]
            self._captions.show([{"text": part, "language": shown} for each in words for part in self._fitting(each)])

    def _fitting(self, words: str) -> list[str]:
        """The paragraph, in pieces where one page cannot hold it."""
        width, height, size, family = self._paper
        if width <= 0:
            return [words]
        font = QFont(family)
        font.setPixelSize(round(size))
        lines = int(height / (QFontMetricsF(font).lineSpacing() * _LINE_HEIGHT))
        return pieces(words, Paper(width, max(1, lines), font))
