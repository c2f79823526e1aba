"""Whether a terminal with these settings would start with this office's pack."""

from __future__ import annotations

from collections.abc import Collection

from kiosk.domain.errors import BadInput
from kiosk.domain.office import Office
from kiosk.settings import Settings
from kiosk.terminal.keys import key_map


def refuse_wrong_settings(settings: Settings, office: Office) -> None:
    """Raises `BadInput` naming every setting that the pack, or the keypad's keys, do not allow."""
    faults: list[str] = []
    if settings.place:
        faults += _unless_one_of("place", settings.place, [place.id for place in office.places])
    faults += _unless_one_of("language", settings.language, office.languages)
    try:
        key_map(settings.keypad)
    except BadInput as bad:
        faults += bad.faults
    if faults:
        raise BadInput(faults)


def _unless_one_of(setting: str, value: str, allowed: Collection[str]) -> list[str]:
    if value in allowed:
        return []
    return [f"the setting {setting}: the office has no '{value}'; allowed: {', '.join(allowed)}"]
