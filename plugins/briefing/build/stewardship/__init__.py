"""The editors' overview of what there is to look after: gathered from the project, and shown as one page."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from ...frozen import frozen
from ...model.actor import Actor
from ...model.source import Source
from ...parsing.load import Shelf, list_entries, load_text
from ...parsing.manuscript import parse_manuscript
from ...parsing.resolve import resolve
from ...report.holdings import Facts, facts_of
from ...report.stewardship import Stewardship
from ...view.head import Head
from ...view.site import Site
from ..entries import Entries
from ..executors import cores, executor_for, in_shards

SHARD = 16
TEMPLATE = "page.html"


@frozen
class Shelves:
    """What is the same for every briefing."""

    shelf: Shelf
    site: Site
    register: Mapping[str, Actor]
    catalogue: Mapping[str, Source]


def gather(shelf: Shelf, site: Site, heads: Sequence[Head]) -> list[Facts]:
    """Return what each of these briefings has to be looked after, in their order."""
    register = Entries[Actor](shelf, "actor", list_entries(shelf, shelf.actors)[0])
    catalogue = Entries[Source](shelf, "source", list_entries(shelf, shelf.sources)[0])
    with executor_for(cores(), Shelves(shelf, site, register, catalogue), len(heads)) as run:
        return [facts for shard in run(_facts, in_shards(heads, SHARD)) for facts in shard]


def _facts(shelves: Shelves, heads: Iterable[Head]) -> list[Facts]:
    found = []
    for head in heads:
        file, _ = load_text(shelves.shelf, shelves.shelf.content / head.path)
        manuscript = parse_manuscript(head.path, file)[0] if file else None
        if manuscript:
            resolved, _ = resolve(manuscript, shelves.register, shelves.catalogue)
            found.append(facts_of(resolved, shelves.site, head.reviewed, shelves.register.keys()))
    return found


def render_stewardship(overview: Stewardship, site_name: str, pages: str, tool: str) -> str:
    """Return the overview as a page that stands alone; `pages` leads to the built site, "" where there is none.

    `tool` is what runs commands in this project.
    """
    folder = FileSystemLoader(Path(__file__).parent)
    environment = Environment(
        loader=folder, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    return environment.get_template(TEMPLATE).render(overview=overview, site_name=site_name, pages=pages, tool=tool)
