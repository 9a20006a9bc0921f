"""The server of `invoke serve`: files of the site and nothing else, with the headers that a host should send."""

import os
import sys
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import IO, Any
from urllib.parse import parse_qs, unquote, urlsplit

from ..build.tree import is_portable
from ..exports.admin import headers_at
from .live_pages import FILES, NOT_YET, PREFIX, Live, assets_of, file_of, seen_of, with_script

MISSING = "404.html"
HTML = "text/html; charset=utf-8"


class SiteServer(ThreadingHTTPServer):
    """A server that does not wait for browsers, neither for one that listens for news nor for one that is gone."""

    daemon_threads = True

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Say what went wrong, but not that a browser went on to another page before it had this one."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class SiteHandler(SimpleHTTPRequestHandler):
    """Files of the site and nothing else, as a static host serves them; pages follow what is written."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".ics": "text/calendar",
        ".jsonl": "application/jsonl",
        ".bib": "application/x-bibtex",
        ".ris": "application/x-research-info-systems",
    }

    def __init__(self, *arguments: Any, live: Live, **named: Any) -> None:
        self.live = live
        super().__init__(*arguments, **named)

    def do_GET(self) -> None:
        """Send a page or file, or go on telling what changes."""
        if urlsplit(self.path).path == f"{PREFIX}events":
            self._tell()
        else:
            super().do_GET()

    def send_head(self) -> IO[bytes] | None:  # type: ignore[override]
        """Open what is asked for; where it is not there, or leads out of the site, the site's own page says so."""
        path = urlsplit(self.path).path
        if path.startswith(PREFIX):
            return self._own(path.removeprefix(PREFIX))
        status, page = self.page(self.path)
        if page is None:
            return super().send_head()
        return self._send(status, HTML, with_script(page, assets_of(Path(self.directory))))

    def page(self, address: str) -> tuple[HTTPStatus, bytes | None]:
        """Return the page at an address, and its status; no page for a file that is something else."""
        asked, site = Path(self.translate_path(address)), Path(self.directory).resolve()
        is_name = is_portable(unquote(urlsplit(address).path)) and "\\" not in address
        is_inside = is_name and asked.resolve().is_relative_to(site)
        if is_inside:
            name = self._name(asked, address)
            if name in self.live.pages and name.endswith(".html"):
                return HTTPStatus.OK, self.live.pages[name]
            file = asked / "index.html" if asked.is_dir() else asked
            if file.is_file():
                needs_slash = asked.is_dir() and not urlsplit(address).path.endswith("/")
                is_page = file.suffix in (".html", ".htm") and not needs_slash
                return HTTPStatus.OK, file.read_bytes() if is_page else None
        missing = site / MISSING
        return HTTPStatus.NOT_FOUND, missing.read_bytes() if missing.is_file() else NOT_YET

    def _name(self, asked: Path, address: str) -> str:
        name = Path(os.path.relpath(asked, self.directory)).as_posix()
        return f"{name}/index.html" if urlsplit(address).path.endswith("/") else name

    def _own(self, name: str) -> IO[bytes] | None:
        """Send a file of this server's own, or tell whether a page has changed."""
        if name in FILES:
            return self._send(HTTPStatus.OK, FILES[name], file_of(name))
        if name == "seen":
            path = parse_qs(urlsplit(self.path).query).get("path", ["/"])[0]
            page = self.page(path)[1] or b""
            return self._send(HTTPStatus.OK, "text/plain", seen_of(page, assets_of(Path(self.directory))).encode())
        return self._send(HTTPStatus.NOT_FOUND, "text/plain", b"Not found.\n")

    def _send(self, status: HTTPStatus, kind: str, content: bytes) -> IO[bytes]:
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        return BytesIO(content)

    def _tell(self) -> None:
        """Send whatever happens, until the browser or the server goes."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        try:
            for event in self.live.events():
                self.wfile.write(event)
                self.wfile.flush()
        except OSError:  # the browser is gone
            self.close_connection = True

    def end_headers(self) -> None:
        """Send the headers that every page has, and keep browsers from keeping what will be built anew."""
        for name, value in headers_at(self.path).items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_request(self, code: int | str = "-", _size: int | str = "-") -> None:
        """Speak of what is missing only, and once of each: a browser may ask for it every second."""
        path = os.fsdecode(os.fsencode(getattr(self, "path", "")))
        if not str(code).startswith(("4", "5")):
            self.live.missing.discard(path)
        elif path not in self.live.missing:
            self.live.missing.add(path)
            print(f"{int(code)} {path!r}", file=sys.stderr)

    def log_error(self, _format: str, *_arguments: object) -> None:
        """Say nothing more of it."""
