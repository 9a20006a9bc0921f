"""Curated briefing pages for Pelican: a page is a pure function of its briefing."""

import sys
from typing import Any


def register() -> Any:
    """Connect the plugin to Pelican's signals; Pelican calls this when the plugin is listed in ``PLUGINS``."""
    try:
        from .pelican_ext import register as connect  # noqa: PLC0415 - only a build needs Pelican; the core never does
    except ImportError as error:
        # Pelican would log it, build a site without any briefing, and call that a success.
        sys.exit(f"briefing: the plugin cannot start: {error}; install what requirements.txt lists")
    return connect()
