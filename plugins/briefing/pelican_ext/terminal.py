"""What is printed: reports as they are, never a traceback unless ``--debug`` asks for one."""

import logging
from pathlib import Path

from jinja2 import TemplateError
from pelican.generators import PelicanTemplateNotFound
from pelican.log import console
from pelican.writers import FileOverwriteFailedError

from ..build.attempt import internal_error
from ..build.output import InPlaceError
from ..build.render import template_error
from ..build.store import StoreError
from ..diagnostics import Code, Diagnostic, Diagnostics, Span
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


def explained(error: Exception, root: Path) -> Diagnostic:
    """Return what escaped from Pelican, a theme or a plugin as a diagnostic."""
    if isinstance(error, PelicanTemplateNotFound | TemplateError):
        return template_error(error, root, "theme")
    if isinstance(error, FileOverwriteFailedError):
        return Diagnostic(Code.URL_COLLISION, str(error), Span("pelican.conf.py"), Code.URL_COLLISION.explanation)
    if isinstance(error, InPlaceError | StoreError):
        return unwritable("what the build knows of the site", OSError(0, str(error.args[-1]), ".output-build"), root)
    if isinstance(error, OSError):
        return unwritable("the site", error, root)
    if isinstance(error, SyntaxError) and error.filename:
        return _unreadable_program(error, root)
    return internal_error(_origin(error), error)


def _unreadable_program(error: SyntaxError, root: Path) -> Diagnostic:
    """Return what Python cannot read, the settings for the most part, with its place."""
    file, line, column = Path(error.filename or ""), error.lineno or 0, max(1, error.offset or 1)
    name = file.relative_to(root).as_posix() if file.is_relative_to(root) else error.filename or ""
    excerpt = (error.text or "").rstrip("\n")
    end = max(column + 1, error.end_offset or 0)
    span = Span(name, line, column, error.end_lineno or line, end, excerpt)
    return Diagnostic(
        Code.BAD_SETTING, f"Python cannot read this: {error.msg}", span, "settings are Python: name = value"
    )


def unwritable(what: str, error: OSError, root: Path) -> Diagnostic:
    """Return why something cannot be written, at the file or folder where it failed."""
    file = Path(str(error.filename2 or error.filename or "output")).absolute()
    place = file.relative_to(root) if file.is_relative_to(root) else file
    message = f"{what} cannot be written: {(error.strerror or str(error)).lower()}"
    return Diagnostic(
        Code.CANNOT_WRITE,
        message,
        Span(str(place)),
        "look at permissions, at what is in its place, and at the room on the disk",
    )


def _origin(error: Exception) -> Span:
    """Return the line of the program where an error arose."""
    trace = error.__traceback__
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    return Span(trace.tb_frame.f_code.co_filename, trace.tb_lineno, 1) if trace else Span("the program")
