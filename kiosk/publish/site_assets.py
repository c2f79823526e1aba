"""Style sheets, drawings and the search program of the site, as files with stamps of their content."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from kiosk.publish.site_colours import office_colours

_DRAWINGS = (
    "book", "building", "check", "chevron", "clock", "codes", "coin", "complaint", "data", "document", "globe", "hands",
    "info", "people", "pin", "plain", "question", "register", "reports", "scales", "search", "sound", "staff", "steps",
    "telephone",
)  # fmt: skip
"""Those of the terminal that its pages show too."""
_INSIDE = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)


def assets(resources: Path, colour: str) -> dict[str, bytes]:
    """By their name within `assets/`; `colour` is the office's."""
    folder = resources / "site"
    colours = office_colours(colour)
    properties = "".join(f"--{name}:{found};" for name, found in colours.items())
    inside = {name: _inside(resources, name) for name in _DRAWINGS}
    symbols = "".join(f'<symbol id="{name}" viewBox="0 0 24 24">{content}</symbol>' for name, content in inside.items())
    svg = '<svg xmlns="http://www.w3.org/2000/svg"'
    icon = f'{svg} viewBox="-4 -4 32 32" color="#fff"><path fill="{colours["office"]}" d="M-4-4h32v32H-4z"/>'
    return {
        "site.css": (folder / "site.css").read_bytes(),
        "office.css": f":root{{{properties}}}\n".encode(),
        "search.js": (folder / "search.js").read_bytes(),
        "drawings.svg": f"{svg}>{symbols}</svg>\n".encode(),
        "icon.svg": f"{icon}{inside['building']}</svg>\n".encode(),
    }


def stamps(files: Mapping[str, bytes]) -> dict[str, str]:
    """A few letters that change with the content: a browser then knows that what it keeps is old."""
    return {name: hashlib.sha256(content).hexdigest()[:8] for name, content in files.items()}


def _inside(resources: Path, name: str) -> str:
    text = (resources / "qml" / "Kiosk" / "drawings" / f"{name}.svg").read_text("utf-8")
    found = _INSIDE.search(text)
    return re.sub(r">\s+<", "><", found[1]).strip() if found is not None else ""
