"""What a site's theme can show: briefings, or Pelican's own articles and pages alone."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..build.settings import read_settings, shelf_of
from ..diagnostics import Code, Diagnostic, Diagnostics, Span
from ..parsing.load import MARKDOWN_ENDINGS

HOME_TEMPLATE = "home.html"
"""The template that Pelican's own themes do not have, and one for briefings must."""


def is_pelicans_alone(settings: Mapping[str, Any]) -> bool:
    """Tell whether a site has no briefing, and a theme that shows none: then it is built as if we were not there."""
    return not _shows_briefings(settings) and not _has_briefings(settings)


def unfit(settings: Mapping[str, Any]) -> Diagnostics:
    """Return an error where there are briefings that the theme cannot show."""
    if _shows_briefings(settings) or not _has_briefings(settings):
        return ()
    message = f"the theme '{Path(settings['THEME']).name}' has no templates for briefings"
    help = 'write THEME = "briefing", or give your theme the templates that docs/theme.md names'
    return (Diagnostic(Code.BAD_SETTING, message, Span("pelican.conf.py"), help),)


def _shows_briefings(settings: Mapping[str, Any]) -> bool:
    folders = (*settings.get("THEME_TEMPLATES_OVERRIDES", ()), Path(settings.get("THEME", ""), "templates"))
    return any(Path(folder, HOME_TEMPLATE).is_file() for folder in folders)


def _has_briefings(settings: Mapping[str, Any]) -> bool:
    shelf = shelf_of(settings, read_settings(settings)[0])
    files = (path for folder in shelf.briefings for path in (shelf.content / folder).rglob("*"))
    return any(path.name.lower().endswith(MARKDOWN_ENDINGS) for path in files)
