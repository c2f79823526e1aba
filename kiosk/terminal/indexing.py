"""The catalogue made searchable, one language at a time, on a thread of its own: the store's worker saves answers."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Qt, Signal, Slot

from kiosk.domain.card import Card
from kiosk.domain.search.fields import fields
from kiosk.domain.search.index import CardIndex, Match, SearchedTexts

_log = logging.getLogger(__name__)


class CardIndexes(QObject):
    """The cards of an office in every language somebody has asked for. Create and use it on the GUI thread only.

    `texts` says which of their texts are searched: what visitors may find, unless told otherwise.
    """

    built = Signal(str)
    """The cards can be searched in this language, from now on."""
    _ended = Signal(str, object)

    def __init__(self, cards: Sequence[Card], texts: SearchedTexts = fields) -> None:
        super().__init__()
        self._texts = texts
        self._cards = tuple(cards)
        self._indexes: dict[str, CardIndex] = {}
        self._begun: set[str] = set()
        self._executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="index")
        self._ended.connect(self._keep, Qt.ConnectionType.QueuedConnection)

    def prepare(self, language: str) -> None:
        """Build the index of `language`, once; `built` comes when it is there. Cheap to repeat."""
        if language not in self._begun:
            self._begun.add(language)
            self._executor.submit(self._build, language)

    def find(self, language: str, typed: str, limit: int) -> tuple[Match, ...] | None:
        """At most `limit` cards for `typed`, best first; None as long as `language` cannot be searched."""
        index = self._indexes.get(language)
        return index.find(typed, limit) if index is not None else None

    def stop(self) -> None:
        """Finish what is being built and end the thread."""
        self._executor.shutdown(wait=True, cancel_futures=True)

    def _build(self, language: str) -> None:
        try:
            index = CardIndex(self._cards, language, self._texts)
        except Exception:  # noqa: BLE001  # our own bug: the terminal goes on without its search, and we get a traceback
            _log.exception("the cards could not be made searchable in '%s'", language)
        else:
            self._ended.emit(language, index)

    @Slot(str, object)
    def _keep(self, language: str, index: CardIndex) -> None:
        self._indexes[language] = index
        self.built.emit(language)
