"""A real browser and a local server: the thin edge of everything that has to be seen to be judged."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Request, sync_playwright
from playwright.sync_api import TimeoutError as TimedOutError

PROBES = (Path(__file__).parent / "probes.js").read_text(encoding="utf-8")
SEARCH_WITHIN = 5_000  # ms
# As root there is no sandbox; the rest keeps the browser from talking to anyone but the site.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves a folder without a word on standard error."""

    def copyfile(self, source: Any, outputfile: Any) -> None:
        """Send a file; a page that has been left wants no more of it."""
        with suppress(ConnectionError):
            super().copyfile(source, outputfile)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The address at which a folder is served for as long as the context lasts."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(folder))) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}"
        finally:
            server.shutdown()
            thread.join()


@contextmanager
def browsing(chromium: str) -> Iterator[Browser]:
    """One browser for as long as the context lasts."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which(chromium), args=FLAGS)
        try:
            yield browser
        finally:
            browser.close()


class Tab:
    """A tab of the browser, and what it said about the page that is open in it."""

    def __init__(self, context: BrowserContext) -> None:
        context.add_init_script(PROBES)
        self.page = context.new_page()
        self.said: list[str] = []
        self.page.on("console", lambda message: self.said.append(f"{message.text} {message.location['url']}"))
        self.page.on("pageerror", lambda error: self.said.append(str(error)))
        self.page.on("requestfailed", self._failed)

    def open(self, address: str, width: int = 1280, scheme: str = "light") -> None:
        """Open a page as a reader does who has a window of this width and likes that colour scheme."""
        self.said.clear()
        self.page.set_viewport_size({"width": width, "height": 800})
        self.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light", reduced_motion="reduce")
        self.page.goto(address)
        search = self.page.locator("form[data-search]")
        if search.count():  # its script brings it when the index is there; without scripts it never comes
            with suppress(TimedOutError):
                search.wait_for(timeout=SEARCH_WITHIN)

    def probe(self, name: str, *given: object) -> Any:
        """What one of the probes returns."""
        return self.page.evaluate(f"given => audit.{name}(...given)", list(given))

    def _failed(self, request: Request) -> None:
        if request.failure != "net::ERR_ABORTED":  # the page before was left while it still asked for something
            self.said.append(f"{request.url}: {request.failure}")
