"""Whatever a megabyte of prose is made of, it ends as a page or a diagnostic, in bounded time and memory."""

import multiprocessing
import resource
import signal
from datetime import UTC
from pathlib import Path

import pytest
from briefing.build.make import Job, World, make
from briefing.build.render import Theme
from briefing.build.saved import SavedSources
from briefing.diagnostics import errors_in
from briefing.parsing.load import Shelf
from briefing.parsing.prose import LARGEST_PROSE, MOST_TAGS
from briefing.view.site import Site
from jinja2 import Environment, FileSystemLoader, StrictUndefined

FIELDS = "---\ntitle: T\ndate: 2024-01-01\nsummary: S\nsources: [{id: s, title: T}]\n---\n"
CPU_SECONDS, MEMORY = 8, 400_000_000  # a busy machine counts twice; bytes of address space, beside what there is
UNITS = {
    "paragraphs": "a\n\n",
    "emphasis that never closes": "**a",
    "brackets": "[",
    "links that never close": "[a](",
    "half a tag": "<a ",
    "ampersands": "&",
    "headings": "# a\n",
    "backslashes": "\\",
    "tables": "|a|b|\n|-|-|\n",
    "citations": "[@s]",
    "quotation marks": "“a” ",
    "comments": "<!--",
}


def made(text: str, theme: Path) -> bool:
    """Whether a page, or a diagnostic that says why not, comes of a text."""
    shelf = Shelf(theme, theme)
    base = Environment(loader=FileSystemLoader(theme), autoescape=True, undefined=StrictUndefined)
    site = Site(name="x", url="", lang="en", relative_urls=True)
    world = World(shelf, site, UTC, {}, {}, SavedSources(shelf), Theme(base))
    done = make(world, Job("briefings/x.md", "content/briefings/x.md", (FIELDS + text).encode()))
    return done.record is not None or bool(errors_in(done.diagnostics))


def address_space() -> int:
    """How much this process has already: one that ran other tests before, or a browser, has much."""
    return int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()


def _make_within_limits(text: str, theme: Path) -> None:
    memory = address_space() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    used = int(resource.getrusage(resource.RUSAGE_SELF).ru_utime)
    resource.setrlimit(resource.RLIMIT_CPU, (used + CPU_SECONDS, used + CPU_SECONDS))
    assert made(text, theme)


def assert_bounded(text: str, root: Path) -> None:
    process = multiprocessing.get_context("fork").Process(
        target=_make_within_limits, args=(text, root / "theme/templates")
    )
    process.start()
    process.join()
    code = process.exitcode or 0
    assert code == 0, signal.Signals(-code).name if code < 0 else "failed"


@pytest.mark.parametrize("unit", UNITS.values(), ids=UNITS.keys())
def test_the_longest_prose_of_one_mark_is_bounded_work(unit: str, root: Path) -> None:
    assert_bounded((unit * LARGEST_PROSE)[:LARGEST_PROSE], root)


@pytest.mark.parametrize("tag", ["<div>", "<ul><li>"])
def test_the_deepest_nest_of_tags_is_bounded_work(tag: str, root: Path) -> None:
    assert_bounded(tag * (MOST_TAGS // tag.count("<")), root)


@pytest.mark.parametrize("unit", ["a ", "<b>"])
def test_a_megabyte_of_prose_is_refused_in_words(unit: str, root: Path) -> None:
    assert_bounded((unit * 1_000_000)[:1_000_000], root)
