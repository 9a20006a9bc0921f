"""Pages as `invoke serve` gives them: those of the site, with a script that follows what the editor writes.

The script is a file of this server's own, as the policy of the site asks for; it is never in the site's folder.
"""

import json
import os
import re
from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from queue import Empty, Queue
from threading import Lock
from typing import Any

PREFIX = "/.live/"
FILES: Mapping[str, str] = {"live.js": "text/javascript", "live.css": "text/css"}
"""The files of this server's own, and their types."""
HEAD = re.compile(rb"<head[^>]*>", re.IGNORECASE)
NOT_YET = (
    b"<!DOCTYPE html><html lang=en><head><title>Not here</title></head><p>Not found, or not built yet.</p></html>\n"
)
PATIENCE = 15  # seconds after which a listener is looked for that may have gone


class Live:
    """What the browsers should know: pages that are not in the site yet, and what is wrong."""

    def __init__(self) -> None:
        self.pages: dict[str, bytes] = {}
        """Pages as the next good build will make them, by their names; a build that stops leaves them."""
        self.problems: list[dict[str, str]] = []
        self.missing: set[str] = set()
        """Addresses that were asked for in vain, and are said to be."""
        self._listeners: set[Queue[bool]] = set()
        self._lock = Lock()

    def hear(self, event: Mapping[str, Any]) -> None:
        """Take in what the builder tells, and tell all listeners."""
        made = {name: text.encode() for name, text in event.get("page", {}).items()}
        self.pages = {} if "built" in event else {**self.pages, **made}
        self.problems = list(event.get("problems", ()))
        self._tell(goes_on=True)

    def close(self) -> None:
        """Let all listeners go."""
        self._tell(goes_on=False)

    def events(self) -> Iterator[bytes]:
        """Yield what a listener is sent: the state of things now, and whenever it changes."""
        told: Queue[bool] = Queue()
        with self._lock:
            self._listeners.add(told)
        try:
            yield b"retry: 500\n" + self._state()
            while True:
                try:
                    if not told.get(timeout=PATIENCE):
                        return
                    yield self._state()
                except Empty:
                    yield b":\n\n"
        finally:
            with self._lock:
                self._listeners.discard(told)

    def _state(self) -> bytes:
        return f"event: site\ndata: {json.dumps({'problems': self.problems})}\n\n".encode()

    def _tell(self, *, goes_on: bool) -> None:
        with self._lock:
            for listener in self._listeners:
                listener.put(goes_on)


@cache
def file_of(name: str) -> bytes:
    """Return a file of this server's own."""
    return (Path(__file__).with_name("live") / name).read_bytes()


def with_script(page: bytes, assets: str) -> bytes:
    """Return a page with the script; it stands before the page's own policy, and keeps to that of the headers."""
    tag = f'<script src="{PREFIX}live.js" data-seen="{seen_of(page, assets)}" defer></script>'.encode()
    head = HEAD.search(page)
    at = head.end() if head else len(page)
    return page[:at] + tag + page[at:]


def seen_of(page: bytes, assets: str) -> str:
    """Return what tells whether a page, or a file that all pages use, has changed."""
    return sha256(assets.encode() + page).hexdigest()[:20]


def assets_of(site: Path) -> str:
    """Return what the stylesheets and scripts of a site look like."""
    found = (entry.stat() for folder in ("css", "js") for entry in _entries(site / "theme" / folder))
    return repr([(s.st_size, s.st_mtime_ns) for s in found])


def _entries(folder: Path) -> list["os.DirEntry[str]"]:
    try:
        return sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        return []
