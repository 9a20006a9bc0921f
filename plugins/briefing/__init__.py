"""Curated briefing pages for Pelican: a page is a pure function of its briefing."""

from typing import Any


def register() -> Any:
    """Connect the plugin to Pelican's signals; Pelican calls this when the plugin is listed in ``PLUGINS``."""
    from .pelican_ext import register as connect  # only a build needs Pelican; the core never imports it

    return connect()
