"""The only code that imports Pelican: settings in, signals connected, one generator added."""

import gc
import logging
from pathlib import Path
from typing import Any

from pelican import signals
from pelican.utils import wait_for_changes

from ..build.names import HOME
from ..build.render import texts_by_page
from ..build.settings import read_settings, site_of
from ..build.settings_place import at_their_lines
from . import markdown_files, plugins, themes
from .described import describing
from .generator import BriefingsGenerator
from .terminal import BuildStoppedError, say, say_stopped, speaks_of_failure


def register() -> None:
    """Add the generator, and have it prepare its pages when every generator has read its own."""
    gc.set_threshold(1_000_000, 20, 50)  # what a build makes lives to its end: looking for garbage finds none
    plugins.remember()
    signals.initialized.connect(_stop_where_unfit)
    signals.initialized.connect(_make_room)
    signals.readers_init.connect(markdown_files.install)
    signals.generator_init.connect(_speak)
    signals.get_generators.connect(_begin)
    signals.all_generators_finalized.connect(_prepare)
    signals.finalized.connect(_end)
    logging.getLogger("pelican").addFilter(speaks_of_failure)


def _stop_where_unfit(pelican: Any) -> None:
    problems = plugins.failed(pelican) + themes.unfit(pelican.settings)
    if problems:
        problems = at_their_lines(problems, Path(pelican.settings["PATH"]).absolute().parent)
        say_stopped(problems)
        raise BuildStoppedError(problems)


def _make_room(pelican: Any) -> None:
    """Keep our folders from Pelican's own generators, whatever the settings, and the home page for ours.

    A folder of briefings read as ordinary articles would publish drafts, and what is under embargo.
    """
    settings = pelican.settings
    if themes.is_pelicans_alone(settings):
        return
    values, _ = read_settings(settings)
    ours = [*values["BRIEFING_PATHS"], values["BRIEFING_ACTOR_PATH"], values["BRIEFING_SOURCE_PATH"]]
    for name in ("ARTICLE_EXCLUDES", "PAGE_EXCLUDES", "STATIC_EXCLUDES"):
        settings[name] = [*settings.get(name, ()), *ours]
    if settings["INDEX_SAVE_AS"] == HOME:
        settings["DIRECT_TEMPLATES"] = [name for name in settings["DIRECT_TEMPLATES"] if name != "index"]


def _speak(generator: Any) -> None:
    """Give the templates of ordinary articles and pages the words of their languages, and what to say of them."""
    site = site_of(generator.settings)
    generator.env.globals |= {**texts_by_page(site.lang, site.html), **describing(site)}


def _begin(pelican: Any) -> type[BriefingsGenerator] | None:
    """Add the generator; the old site is deleted, where the settings ask for that, only when the new one is there.

    A second run after one that failed is ``-r``, which would try again at once and for ever: it waits for a change.
    (A change of the settings themselves is seen when the build succeeds again, or at the next start.)
    """
    if themes.is_pelicans_alone(pelican.settings):
        return None
    pelican.delete_outputdir = False
    if getattr(pelican, "unfinished", False):
        changed = sorted({path for _, path in wait_for_changes("", pelican.settings)})
        say(f"\n-> Modified: {', '.join(changed)}. re-generating...")
    pelican.unfinished = True
    return BriefingsGenerator


def _prepare(generators: list[Any]) -> None:
    for generator in [g for g in generators if isinstance(g, BriefingsGenerator)]:
        generator.prepare(generators)


def _end(pelican: Any) -> None:
    pelican.unfinished = False
