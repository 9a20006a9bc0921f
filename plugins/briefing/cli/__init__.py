"""The command line: ``python -m briefing COMMAND``, or ``briefing COMMAND`` where the plugin is installed."""

import argparse
import os
import sys
from collections.abc import Callable, Sequence

from . import check, explain, extract, new, quotes, verify

COMMANDS: dict[str, Callable[[argparse.ArgumentParser], Callable[[argparse.Namespace], int]]] = {
    "check": check.command,
    "explain": explain.command,
    "extract": extract.command,
    "new": new.command,
    "quotes": quotes.command,
    "verify": verify.command,
}
"""Every command: a function that declares its arguments and returns what runs it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 when all is well, 1 when it found errors, 2 for wrong use."""
    parser = argparse.ArgumentParser(
        prog="briefing", description="Curated briefing pages, checked against their sources."
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name, declare in COMMANDS.items():
        doc = (sys.modules[declare.__module__].__doc__ or "").splitlines()[0]
        subparser = commands.add_parser(name, help=doc, description=doc)
        subparser.set_defaults(run=declare(subparser))
    options = parser.parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, head or less, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:  # a folder that cannot be written, a full disk
        print(f"briefing: {error.filename or 'the file system'}: {error.strerror}", file=sys.stderr)
        return 1
    return status
