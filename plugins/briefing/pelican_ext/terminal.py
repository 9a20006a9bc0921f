"""What is printed: reports as they are, never a traceback unless ``--debug`` asks for one."""

import logging
import os
import re
from pathlib import Path

from jinja2 import TemplateError
from pelican.generators import PelicanTemplateNotFound
from pelican.log import console
from pelican.writers import FileOverwriteFailedError

from ..build.output import InPlaceError
from ..build.render import template_error
from ..build.settings import SETTINGS_FILES
from ..build.store import DamagedError, StoreError
from ..diagnostics import Code, Diagnostic, Diagnostics, Span, fault_of_program, span_of, told_once
from ..origin import origin_of, said_of
from ..parsing.load import reason_of
from ..report.text import render_text, summary


class BuildStoppedError(Exception):
    """The build cannot go on; everything that is wrong has been said already, and is here for who asks."""

    exitcode = 1

    def __init__(self, diagnostics: Diagnostics = ()) -> None:
        super().__init__()
        self.diagnostics = diagnostics


def say(text: str) -> None:
    """Print through Pelican's console, but as it is: no wrapping, no markup, so that file:line:column stays whole."""
    console.print(text, soft_wrap=True, markup=False, highlight=False, emoji=False)


def say_stopped(diagnostics: Diagnostics, report: str = "") -> None:
    """Print why a build stopped, and whether the evidence report was written all the same."""
    say(render_text(diagnostics))
    but = f" but the evidence report, {report}" if report else ""
    say(f"\n{summary(diagnostics)}. Nothing was written{but}; the site is as it was.")


def speaks_of_failure(record: logging.LogRecord) -> bool:
    """Filter Pelican's own log: say what stopped a build as a diagnostic, once, and let everything else pass."""
    arguments = record.args if isinstance(record.args, tuple) else ()
    stopped = next((value for value in arguments if isinstance(value, Exception)), None)
    if stopped is None:
        return True
    if isinstance(stopped, InPlaceError):
        say(render_text((explained(stopped, Path.cwd()),)))
        say("\nThe new site is in place all the same; the next build puts the rest in order.")
    elif not isinstance(stopped, BuildStoppedError):
        say_stopped((explained(stopped, Path.cwd()),))
    return False


def explained(error: BaseException, root: Path) -> Diagnostic:
    """Return what escaped from Pelican, a theme or a plugin as a diagnostic."""
    if isinstance(error, PelicanTemplateNotFound | TemplateError):
        return template_error(error, root, "theme")
    if isinstance(error, FileOverwriteFailedError):
        return _written_twice(error, root)
    if isinstance(error, DamagedError):
        message = "what the last build knew of the site was damaged, and is forgotten"
        return Diagnostic(Code.CANNOT_WRITE, message, Span(".output-build"), "build again: everything is made anew")
    if isinstance(error, InPlaceError | StoreError):
        return unwritable("what the build knows of the site", OSError(0, str(error.args[-1]), ".output-build"), root)
    if isinstance(error, OSError):
        return unwritable("the site", error, root)
    is_said = isinstance(error, SystemExit) and error.__cause__ is not None
    return told_once([_fault(error.__cause__ if is_said and error.__cause__ else error)], str(root))[0]


def _fault(error: BaseException) -> Diagnostic:
    """Return a fault of the settings, which are a program, or of another; settings may also end a build in words."""
    line = origin_of(error)
    if line is None or Path(line.file).name not in SETTINGS_FILES:
        return fault_of_program(error)
    if isinstance(error, SystemExit):
        return Diagnostic(Code.BAD_SETTING, str(error), span_of(line))
    help = "settings are Python: name = value"
    return Diagnostic(Code.BAD_SETTING, said_of(error), span_of(line), help)


def _written_twice(error: FileOverwriteFailedError, root: Path) -> Diagnostic:
    """Return which file Pelican was to write a second time, in an editor's words; its own speak of its code."""
    found = re.search('"(.+)"', str(error))
    path = Path(found[1]) if found else root
    name = os.path.relpath(path, root)
    message = f"two of Pelican's pages, articles or lists would be written to '{name}'"
    return Diagnostic(Code.URL_COLLISION, message, Span(name), "give one of them another name, slug or save_as")


def unwritable(what: str, error: OSError, root: Path) -> Diagnostic:
    """Return why something cannot be written, at the file or folder where it failed."""
    file = Path(str(error.filename2 or error.filename or "output")).absolute()
    place = file.relative_to(root) if file.is_relative_to(root) else file
    message = f"{what} cannot be written: {reason_of(error)}"
    return Diagnostic(
        Code.CANNOT_WRITE,
        message,
        Span(str(place)),
        "look at permissions, at what is in its place, and at the room on the disk",
    )
