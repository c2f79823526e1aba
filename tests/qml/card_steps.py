"""What a visitor does to read a card to its end."""

from __future__ import annotations

from kiosk.terminal.scenes import find_all
from tests.qml.conftest import Lobby


def open_card(lobby: Lobby, code: str) -> None:
    """From the home page, by touch."""
    for name in ("catalogueShortcut", "group-regon", f"card-{code}"):
        reach(lobby, name)


def reach(lobby: Lobby, name: str) -> None:
    """Touch it, on whatever page of the page it is."""
    while not lobby.visitor.sees(name):
        assert turn_page(lobby), f"'{name}' is on no page"
    lobby.visitor.touch(name)


def turn_page(lobby: Lobby) -> bool:
    """To the next page of the page. Tells whether there was one."""
    if not any(button.isEnabled() for button in find_all(lobby.visitor.window, "nextPage")):
        return False
    lobby.visitor.touch("nextPage")
    return True
