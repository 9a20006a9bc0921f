"""Serve the site on this machine alone, rebuilt at every change, with the headers that a host should send."""

import argparse
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import IO

from ..exports.security_headers import HEADERS
from .project import SETTINGS_FILE, settings_of

LOOPBACK = "127.0.0.1"
MISSING = "404.html"


def command(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Declare the arguments of ``briefing serve``."""
    parser.add_argument("--settings", default=SETTINGS_FILE, help="the settings file (default: %(default)s)")
    parser.add_argument("--port", type=int, default=8000, help="the port to listen on (default: %(default)s)")
    parser.add_argument("--patterns", default="", help="the folder of the components' examples, for designers")
    return run


def run(options: argparse.Namespace) -> int:
    """Build and serve until Ctrl-C; return 2 where the port is taken."""
    folder = Path(options.settings).absolute().parent / settings_of(options.settings).get("OUTPUT_PATH", "output")
    try:
        server = ThreadingHTTPServer((LOOPBACK, options.port), partial(SiteHandler, directory=str(folder)))
    except OSError as error:
        print(f"briefing: port {options.port} cannot be listened on: {error.strerror}", file=sys.stderr)
        return 2
    print(f"Serving {folder.name}/ at http://{LOOPBACK}:{server.server_port}/ until Ctrl-C.", flush=True)
    patterns = ["-e", f'BRIEFING_PATTERNS="{options.patterns}"'] if options.patterns else []
    watch = [sys.executable, "-m", "pelican", "-r", "-s", options.settings, *patterns]
    for number in (signal.SIGINT, signal.SIGTERM):  # a shell that starts it in the background ignores the first
        signal.signal(number, signal.default_int_handler)
    with server, subprocess.Popen(watch) as builder:
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print("\nStopped.")
        finally:
            builder.terminate()
    return 0


class SiteHandler(SimpleHTTPRequestHandler):
    """Files of the site and nothing else, as a static host serves them."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".ics": "text/calendar",
        ".jsonl": "application/jsonl",
        ".bib": "application/x-bibtex",
        ".ris": "application/x-research-info-systems",
    }

    def send_head(self) -> IO[bytes] | None:  # type: ignore[override]
        """Open what is asked for; where it is not there, or leads out of the site, the site's own page says so."""
        asked, site = Path(self.translate_path(self.path)), Path(self.directory).resolve()
        is_inside = asked.resolve().is_relative_to(site) and "\\" not in self.path
        if is_inside and (asked.is_file() or (asked.is_dir() and (asked / "index.html").is_file())):
            return super().send_head()
        missing = site / MISSING
        text = missing.read_bytes() if missing.is_file() else b"Not found, or not built yet.\n"
        self.send_response(HTTPStatus.NOT_FOUND)
        self.send_header("Content-Type", "text/html; charset=utf-8" if missing.is_file() else "text/plain")
        self.send_header("Content-Length", str(len(text)))
        self.end_headers()
        return BytesIO(text)

    def end_headers(self) -> None:
        """Send the headers that every page has, and keep browsers from keeping what will be built anew."""
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, _format: str, *arguments: object) -> None:
        """Speak of what is missing only."""
        if len(arguments) > 1 and str(arguments[1]).startswith(("4", "5")):
            path = os.fsdecode(os.fsencode(self.path))
            print(f"{arguments[1]} {path!r}", file=sys.stderr)
