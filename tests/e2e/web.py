"""A published site on a server of its own, and a browser that reads it."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
PATIENCE, START = 30_000.0, 120_000.0
"""Milliseconds of real time given to a page, and to the browser to start."""
_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
_OPTIONS = {
    "runOnly": {"type": "tag", "values": _RULES},
    "rules": {"target-size": {"enabled": True}},
    "resultTypes": ["violations"],
}


class _Handler(SimpleHTTPRequestHandler):
    def log_message(self, *arguments: object) -> None:
        """Say nothing."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """As an office's server is told to: with the site's own page."""
        del message, explain
        content = (Path(self.directory) / "404.html").read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Gives the address, such as `http://127.0.0.1:43211/`. The folder may be filled later."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder))) as server:
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_address[1]}/"
        server.shutdown()
        thread.join()


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"], timeout=START)
        yield browser
        browser.close()


class Reader:
    """One window. What it asked of other hosts and what the browser complained of is kept."""

    def __init__(self, context: BrowserContext, address: str) -> None:
        self._context = context
        self._axe = Axe()
        self._address = address
        self.foreign: list[str] = []
        self.complaints: list[str] = []
        self.page = context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.page.on("request", lambda request: self._asked(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def open(self, path: str) -> Page:
        self.page.goto(self._address + path)
        return self.page

    def violations(self) -> list[str]:
        """Rules of axe-core that the open page breaks, with the first element of each."""
        found: Sequence[dict[str, Any]] = self._axe.run(self.page, options=_OPTIONS).response["violations"]
        return [f"{self.page.url}: {one['id']}: {one['nodes'][0]['html'][:200]}" for one in found]

    def overflow(self) -> int:
        """Pixels by which the page is wider than the window."""
        return int(self.page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth"))

    def _asked(self, url: str) -> None:
        if not url.startswith((self._address, "data:", "blob:")):
            self.foreign.append(url)
