"""``briefing.json``: the whole model of a briefing with how its words were verified, and the JSON Schema it keeps to.

The document is one line, so that the lines of all briefings joined are JSON Lines (``/data/briefings.jsonl``). The
schema (draft 2020-12) is made from the same dataclasses. Every field is always there: one that has nothing is "",
null or an empty list. Of related pages those elsewhere are given: whether one of this site is published is not known
here. Dates are EDTF level 1 (ISO 8601-2) as their editor wrote them.
"""

import json
from functools import cache
from typing import Any, Literal, TypeVar

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import PydanticSerializationError

from ..frozen import frozen, replace
from ..model.actor import Actor
from ..model.briefing import Briefing, Related
from ..model.source import Passage, Source
from ..view.citations import Verified
from ..view.site import Site
from ..view.values import BriefingView
from .addresses import absolute, web_address
from .characters import clean, in_markup, json_text
from .full_text import prose_html, quotation_html
from .published import Published

VERSION: Literal["1"] = "1"
SCHEMA_URL = "data/briefing.schema.json"
Record = TypeVar("Record", Actor, Source, Related)
Level = Literal["exact", "layout", "typography", "edited"]


@frozen
class VerifiedWords:
    """Words that were found in the saved copy of a source."""

    source: str
    """The id of the source."""
    exact: str
    """The words as the briefing gives them."""
    level: Level
    """exact, layout (but for white space), typography (but for quotation marks, dashes) or edited (shortened)."""
    start: int
    """Where they begin: an offset in characters of the source's text."""
    end: int
    """Where they end."""


@frozen
class BriefingData:
    """A briefing as data: what its editor wrote, and what was found out about it."""

    version: Literal["1"]
    """Of this form; fields may be added to it, and none is removed or changes its meaning."""
    slug: str
    """Its part of the address; translations of a briefing share it."""
    lang: str
    """Its language, as a BCP 47 tag."""
    page: str
    """The address of its page; relative to the site's root where the site has no address."""
    briefing: Briefing
    """What its editor wrote, ids resolved: actors and sources in full, every passage with its source."""
    also_named: tuple[Actor, ...]
    """Actors that events, views and quotations name and who have no box on the page."""
    story: str
    """The prose as HTML; its numbered links lead to anchors of the page."""
    verified: tuple[VerifiedWords, ...]
    """Every passage and quotation that was looked for and found."""


def render_data(published: Published) -> str:
    """Return a briefing as one line of JSON, with its line end."""
    data = _data(published)
    try:
        return in_markup(_document().dump_json(data).decode()) + "\n"
    except PydanticSerializationError:  # half a character, which has no bytes
        return json_text(_document().dump_python(data, mode="json")) + "\n"


def render_schema(site: Site) -> str:
    """Return the JSON Schema of a document; its ``$id`` is its address, where the site has one."""
    schema = _document().json_schema(mode="serialization", schema_generator=_Schema)
    id = {"$id": absolute(site, SCHEMA_URL)} if absolute(site, SCHEMA_URL) else {}
    return json.dumps({"$schema": _Schema.schema_dialect, **id, **schema}, indent=1, ensure_ascii=False) + "\n"


def _data(published: Published) -> BriefingData:
    b = published.briefing
    boxes = {actor.id for actor in b.actors}
    named = tuple(actor for id, actor in published.resolved.cast.items() if id not in boxes)
    briefing = replace(
        b,
        actors=_safe(b.actors, "same_as"),
        sources=_safe(b.sources, "url", "archive_url"),
        related=_safe(tuple(other for other in b.related if other.url), "url"),
    )
    return BriefingData(
        version=VERSION,
        slug=published.resolved.manuscript.slug,
        lang=published.view.lang,
        page=published.address or published.view.url,
        briefing=briefing,
        also_named=_safe(named, "same_as"),
        story=clean(_story(published.view)),
        verified=tuple(_verified(passage, found) for passage, found in published.verified.items()),
    )


def _story(view: BriefingView) -> str:
    blocks = (quotation_html(block.quotation) if block.quotation else prose_html(block.prose) for block in view.story)
    return "".join(blocks)


def _verified(passage: Passage, found: Verified) -> VerifiedWords:
    level: Any = found.level
    return VerifiedWords(passage.source, passage.exact, level, found.start, found.end)


def _safe(records: tuple[Record, ...], *names: str) -> tuple[Record, ...]:
    """Return records with the addresses in these fields as URIs; one that could run something becomes ""."""
    return tuple(
        replace(r, **{name: _address(getattr(r, name)) for name in names}) if any(getattr(r, n) for n in names) else r
        for r in records
    )


def _address(given: Any) -> Any:
    return web_address(given) if isinstance(given, str) else tuple(map(web_address, given))


@cache
def _document() -> TypeAdapter[BriefingData]:
    """Return what writes a document; made once in a process."""
    return TypeAdapter(BriefingData)


class _Schema(GenerateJsonSchema):
    """Says that every field is there, and describes a moment, which the model reads by a function of its own."""

    def function_plain_schema(self, schema: Any) -> dict[str, Any]:
        """Return the schema of a moment."""
        del schema
        return {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d"}

    def field_is_required(self, field: Any, total: bool) -> bool:
        """Return whether a field is always there."""
        del field, total
        return True
