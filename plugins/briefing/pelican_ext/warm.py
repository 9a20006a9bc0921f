"""A builder that stays: builds when it is told to, in one process, where everything is loaded already.

``python -m briefing.pelican_ext.warm SETTINGS EVENTS [OPTION…]`` builds at once. Then it reads from its standard input
one line of JSON for each build, the files that changed, and writes to the file descriptor EVENTS one for each thing
that happens: ``{"page": {NAME: TEXT}}``, a page as it will be; ``{"problems": […]}``, why a build stopped; ``{"built":
true}``. It ends with its input.
"""

import json
import os
import signal
import sys
from collections.abc import Collection, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any, TextIO

import pelican
from pelican import signals
from pelican.log import init as init_logging

from ..build.site_build import Setup, SiteBuild
from ..diagnostics import Diagnostic, Diagnostics, errors_in
from ..report.text import excerpt_of, place_of
from .terminal import BuildStoppedError, explained, say_stopped


class Builder:
    """Builds a site again and again, and tells what comes of it."""

    def __init__(self, settings: str, events: TextIO, options: list[str]) -> None:
        self.arguments = pelican.parse_arguments(["--settings", settings, *options])
        self.events = events
        self.setup: Setup | None = None
        self._site: Any = None
        self._under_way: Any = None

    def build(self) -> None:
        """Build the site, and tell the end of it."""
        try:
            if self._site is None:
                self._site, settings = pelican.get_instance(self.arguments)
                settings["AUTORELOAD"] = True  # whoever started it answers Ctrl-C
            self._site.unfinished = False
            self._site.run()
        except BuildStoppedError as error:
            self._tell(problems=shown(error.diagnostics))
        except (Exception, SystemExit) as error:  # noqa: BLE001 - settings, themes and plugins are programs
            found = (explained(error, Path.cwd()),)
            self._let_go()
            say_stopped(found)
            self._tell(problems=shown(found))
        else:
            self._tell(built=True)

    def preview(self, changed: Collection[str]) -> bool:
        """Tell the page of a briefing that alone was changed, before all is built; False where it has a mistake.

        With one nothing would be built: that it is told at once is all there is to do.
        """
        if self.setup is None or len(changed) != 1:
            return True
        (file,) = changed
        path = os.path.relpath(file, self.setup.shelf.content).replace(os.sep, "/")
        folders = tuple(f"{folder}/" for folder in self.setup.shelf.briefings)
        if not path.startswith(folders) or not Path(file).is_file():  # what was removed is for the build
            return True
        with closing(SiteBuild(self.setup)) as build:
            files, problems = build.preview(path)
        if errors_in(problems):
            say_stopped(problems)
            self._tell(problems=shown(problems))
            return False
        if files:
            self._tell(page={name: text.decode("utf-8", "replace") for name, text in files.items()})
        return True

    def warm_up(self) -> None:
        """Load all that making a page takes, by making one for nobody: the first edit is not to wait for it."""
        if self.setup is not None:
            with closing(SiteBuild(self.setup)) as build:
                for path in list(build.overview.public)[:1]:
                    build.preview(path)

    def remember(self, generators: list[Any]) -> None:
        """Note what the build under way was given."""
        self._under_way = next((g for g in generators if hasattr(g, "build")), None)
        self.setup = self._under_way and self._under_way.build.setup

    def _let_go(self) -> None:
        """Close what a build that failed somewhere in Pelican has open: the next one would wait for it."""
        if self._under_way:
            self._under_way.close()

    def _tell(self, **event: Any) -> None:
        with suppress(BrokenPipeError):  # whoever wanted to know is gone, and the next line of input is the last
            self.events.write(json.dumps(event) + "\n")
            self.events.flush()


def shown(diagnostics: Diagnostics) -> list[dict[str, str]]:
    """Return diagnostics as a page shows them, errors first."""
    return list(map(_shown, sorted(diagnostics, key=lambda d: (d.severity.value, d.sort_key))))


def _shown(d: Diagnostic) -> dict[str, str]:
    return {
        "place": place_of(d.span),
        "severity": d.severity.value,
        "code": d.name,
        "message": d.message,
        "excerpt": "\n".join(excerpt_of(d.span)),
        "help": d.help,
        "explanation": d.code.explanation,
    }


def requests(file: int) -> Iterator[set[str]]:
    """Yield the files that changed; of several requests that came meanwhile, those of all together."""
    waiting = b""
    while read := os.read(file, 1 << 20):
        *lines, waiting = (waiting + read).split(b"\n")
        if lines:
            yield {name for line in lines for name in json.loads(line)}


def main(settings: str, events: str, *options: str) -> None:
    """Build, and build again when asked to, until the input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    init_logging()
    with os.fdopen(int(events), "w", encoding="utf-8") as told:
        builder = Builder(settings, told, list(options))
        signals.all_generators_finalized.connect(builder.remember)
        builder.build()
        builder.warm_up()
        for changed in requests(sys.stdin.fileno()):
            if builder.preview(changed):
                builder.build()


if __name__ == "__main__":
    main(*sys.argv[1:])
