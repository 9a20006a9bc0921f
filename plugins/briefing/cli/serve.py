"""Serve the site on this machine alone: built at every change, shown in the browser at once, mistakes and all."""

import argparse
import signal
from collections.abc import Callable
from errno import EADDRINUSE
from functools import partial
from pathlib import Path
from threading import Thread

from .live_builder import Builder
from .live_pages import Live
from .live_server import SiteHandler, SiteServer
from .live_watch import Watching
from .project import add_settings, settings_of
from .refusal import refuse

LOOPBACK = "127.0.0.1"
HIGHEST_PORT = 65_535


def command(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Declare the arguments of ``briefing serve``."""
    add_settings(parser)
    parser.add_argument("--port", type=port, default=8000, help="the port to listen on (default: %(default)s)")
    parser.add_argument("--patterns", default="", help="the folder of the components' examples, for designers")
    return run


def port(text: str) -> int:
    """Read a port; raises what argparse says in a line."""
    if not text.isdecimal() or int(text) > HIGHEST_PORT:
        raise argparse.ArgumentTypeError(
            f"'{text}' is no port: it is a number from 1024 to {HIGHEST_PORT}, such as 8000"
        )
    return int(text)


def run(options: argparse.Namespace) -> int:
    """Build and serve until Ctrl-C; return 2 where the port is taken."""
    settings, live = settings_of(options.settings), Live()
    site = Path(options.settings).absolute().parent / settings.get("OUTPUT_PATH", "output")
    handler = partial(SiteHandler, directory=str(site), live=live)
    try:
        server = SiteServer((LOOPBACK, options.port), handler)
    except OSError as error:
        return refuse(_refused(error, options.port), 2)
    print(f"Serving {site.name}/ at http://{LOOPBACK}:{server.server_port}/ until Ctrl-C.", flush=True)
    for number in (signal.SIGINT, signal.SIGTERM):  # a shell that starts it in the background ignores the first
        signal.signal(number, signal.default_int_handler)
    Thread(target=server.serve_forever, daemon=True).start()
    watching = Watching(options.settings, options.patterns)
    builder = Builder(options.settings, _options(options), live.hear)
    try:
        follow(watching, builder)
    except KeyboardInterrupt:
        print("\nStopped.")
    finally:
        builder.end()
        live.close()
        server.shutdown()
        server.server_close()
    return 0


def _refused(error: OSError, port: int) -> str:
    """Return why a port cannot be had, and what to do."""
    if error.errno == EADDRINUSE:
        other = port + 1 if port < HIGHEST_PORT else port - 1
        return f"port {port} is taken, perhaps by another serve: end that one, or choose another port: --port {other}"
    return f"port {port} cannot be listened on: {error.strerror}"


def follow(watching: Watching, builder: Builder) -> None:
    """Have built whatever changes, until Ctrl-C."""
    for changed in watching.changes():
        if any(map(watching.is_program, changed)):
            builder.begin()
        else:
            builder.build(changed)


def _options(options: argparse.Namespace) -> list[str]:
    return ["-e", f'BRIEFING_PATTERNS="{options.patterns}"'] if options.patterns else []
