"""What the terminal needs from outside: somebody who keeps responses."""

from __future__ import annotations

from typing import Protocol

from kiosk.domain.comment import Comment
from kiosk.domain.response import Response


class ResponseKeeper(Protocol):
    """Keeps what visitors answered. Every method is called on the one store worker thread, never at the same time.

    Each raises `StoreFault` when nothing was kept. Repeating a call with the same changes nothing.
    """

    def keep(self, response: Response) -> None:
        """Make `response` durable before returning; later calls under the same id replace its answers."""
        ...

    def close(self, response: Response) -> None:
        """Take the last word on a response, complete or given up, and make it ready for the office."""
        ...

    def comment(self, comment: Comment) -> None:
        """Make a redacted comment durable before returning, with nothing that joins it to a response."""
        ...

    def settle(self) -> None:
        """The terminal fell idle: remove from the file what tells the order of visits. Cheap when nothing changed."""
        ...
