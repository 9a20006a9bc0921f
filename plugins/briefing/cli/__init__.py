"""The command line: ``python -m briefing COMMAND``, or ``briefing COMMAND`` where the plugin is installed."""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

COMMANDS = {
    "build": "Build the site, as pelican content does.",
    "cms": "Get the browser form for editors, for sites whose settings ask for it.",
    "check": "Check every briefing, actor and source without building the site.",
    "deploy": "Bring the published site to its host, or list what would change there.",
    "expand": "Write the short forms of briefings out, so that the browser form can edit them.",
    "explain": "Tell what a code such as unknown-field means.",
    "extract": "Read saved articles: their structure, quotations, dates, people.",
    "import": "Read posts of Hugo or Jekyll into drafts of articles.",
    "index": "Make the search index of a built site; publish does it by itself.",
    "new": "Start a briefing: a draft from saved articles, or its fields ready to be filled in.",
    "pdf": "Write briefings as PDF from the built site, a paper each.",
    "publish": "Build the site for its readers, with its search index, into a folder ready to upload.",
    "quotes": "Show how every quotation and passage of the site was verified.",
    "report": "Write an overview for editors: what to watch, what to review, what to mend.",
    "schema": "Show the JSON Schema of what editors write, or wire this project for Visual Studio Code.",
    "serve": "Serve the site on this machine alone, rebuilt at every change.",
    "verify": "Answer for each quotation on standard input whether it is in its source.",
}
"""Every command, a module of this package each, and what it does."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status: 0 when all is well, 1 when it found errors, 2 for wrong use."""
    try:
        status = _run(sys.argv[1:] if arguments is None else arguments)
        sys.stdout.flush()
    except BrokenPipeError:  # the reader, head or less, has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:  # while a command is loaded, too
        print("briefing: stopped", file=sys.stderr)
        return 130
    except OSError as error:  # a folder that cannot be written, a full disk
        from ..parsing.load import reason_of  # read here: of what stands below live_begin nothing may fail

        print(f"briefing: {error.filename or 'the file system'}: {reason_of(error)}", file=sys.stderr)
        return 1
    return status


def _run(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="briefing", description="Curated briefing pages, checked against their sources."
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    chosen = next((name for name in arguments if name in COMMANDS), "")
    for name, does in COMMANDS.items():
        subparser = commands.add_parser(name, help=does, description=does)
        if name == chosen:  # the others are not even loaded: a command begins at once
            subparser.set_defaults(run=import_module(f".{name}", __package__).command(subparser))
    options = parser.parse_args(arguments)
    status: int = options.run(options)
    return status
