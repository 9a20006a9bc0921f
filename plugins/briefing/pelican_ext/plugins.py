"""Plugins that the settings ask for and that are not there: Pelican logs them, goes on, and calls that a success."""

import sys
from typing import Any

from pelican import Pelican

from ..diagnostics import Code, Diagnostic, Diagnostics, Span


def remember() -> None:
    """Note which plugins the settings ask for, when ours is registered: afterwards Pelican's list has only the others.

    No signal tells it before that, so it is read from the Pelican that is registering us, further up the stack.
    """
    frame: Any = sys._getframe()  # noqa: SLF001 - see above
    while frame is not None:
        caller = frame.f_locals.get("self")
        if isinstance(caller, Pelican):
            caller.asked_for = tuple(caller.settings["PLUGINS"] or ())
            return
        frame = frame.f_back


def failed(pelican: Any) -> Diagnostics:
    """Return an error for each plugin that was asked for and is not at work."""
    there = {name for known in pelican.settings["PLUGINS"] for name in (known, known.removeprefix("pelican.plugins."))}
    names = [p for p in getattr(pelican, "asked_for", ()) if isinstance(p, str) and p not in there]
    return tuple(
        Diagnostic(
            Code.BAD_SETTING,
            f"the plugin '{name}' could not be loaded, so the site would lack what it does",
            Span("pelican.conf.py"),
            "install it, mend it, or take it out of PLUGINS",
        )
        for name in names
    )
