"""What a worker sends home: a briefing's record, and its files, which wait on the disk until all are known."""

import marshal
import pickle
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from ..diagnostics import Diagnostic, Diagnostics
from ..frozen import frozen, replace
from ..view.head import Head
from ..view.later import Holes, fill
from ..view.record import BriefingRecord, ShownRelation
from ..view.site_timeline import told_in
from .drawn import draw
from .fingerprint import digest
from .linking import later_texts
from .make import Job, Made, World, make
from .rows import kept_record, pack, pickled
from .saved import CopyProblem
from .sorting import ALONE


@frozen
class Sheet:
    """A file of a briefing, made as if there were no other; where others are spoken of it has holes."""

    name: str
    """Below the output folder."""
    holes: Holes
    content: bytes | str
    """Its text, or the path of the file it waits in."""

    def read(self) -> bytes:
        """Return its text."""
        return self.content if isinstance(self.content, bytes) else Path(self.content).read_bytes()


@frozen
class Waiting:
    """All files of a briefing, and what its editor names as related: one of them may be filled in otherwise."""

    sheets: tuple[Sheet, ...]
    relations: tuple[ShownRelation, ...]


@frozen
class Sent:
    """What is made of a briefing, as it travels: without a record where something is wrong with it."""

    path: str
    diagnostics: Diagnostics
    head: Head | None = None
    record: bytes = b""
    record_key: str = ""
    """What lists are made from of it."""
    copies: tuple[CopyProblem, ...] = ()
    evidence: tuple[dict[str, Any], ...] = ()
    uses: tuple[str, ...] = ()
    waiting: Waiting | bytes = b""
    """Its files; where they wait on the disk already only those who put them in their places open this."""
    problem: Diagnostic | None = None
    body_key: str = ""
    """What its prose was converted from, where that was not done by an earlier build."""
    body: str = ""
    shared: bytes | None = None
    parts: tuple[tuple[str, bytes], ...] = ()
    """What it gives to files across briefings: by kind, as it is kept."""


def make_shard(world: World, jobs: Sequence[Job]) -> list[Sent]:
    """Make every briefing of a shard; raises OSError where there is no room for what was made."""
    return [_sent(world, job, make(world, job)) for job in jobs]


def _sent(world: World, job: Job, made: Made) -> Sent:
    record = made.record
    if record is None:
        return Sent(made.path, made.diagnostics, copies=made.copies, evidence=made.evidence)
    parts, problem = later_texts(record.head, record.relations, ALONE, world) if made.pages else ({}, None)
    shared, unseen = _shared(made, record, world)
    kept, key = kept_record(record)
    is_new = made.body_key != job.body_key
    return Sent(
        path=made.path,
        diagnostics=made.diagnostics,
        head=record.head,
        record=kept,
        record_key=key,
        copies=made.copies,
        evidence=made.evidence,
        uses=made.uses,
        waiting=put_aside(Waiting(tuple(_sheets(made, parts)), record.relations), made.path, world.aside),
        problem=made.problem or problem or unseen,
        body_key=made.body_key if is_new else "",
        body=made.body if is_new else "",
        **shared,
    )


def _shared(made: Made, record: BriefingRecord, world: World) -> tuple[dict[str, Any], Diagnostic | None]:
    """Return what a briefing gives to files across briefings, as it travels, and what is wrong with its card."""
    if not made.traits:
        return {}, None
    card, problem = draw(record, world)
    given = {**made.parts, "card": {"": card}, "events": told_in(record, world.site)}
    parts = {kind: {id: pickled(part) for id, part in found.items()} for kind, found in given.items()}
    keys = {(kind, id): bytes.fromhex(digest(part)) for kind, found in parts.items() for id, part in found.items()}
    return {
        "shared": pack(made.traits, keys),
        "parts": tuple((kind, marshal.dumps(found)) for kind, found in parts.items()),
    }, problem


def _sheets(made: Made, parts: Mapping[str, str]) -> Iterator[Sheet]:
    for name, text in made.pages:
        content, holes = fill(text, made.token, parts) if isinstance(text, str) else (text, ())
        yield Sheet(name, holes, content)


def put_aside(waiting: Waiting | bytes, path: str, folder: Path | None) -> Waiting | bytes:
    """Write the files of a briefing to a folder where they wait, those that do not yet; without one they are held."""
    if folder is None or isinstance(waiting, bytes):
        return waiting
    key = sha256(path.encode("utf-8", "surrogatepass")).hexdigest()[:24]
    sheets = tuple(_waiting(sheet, f"{folder}/{key}-{n}") for n, sheet in enumerate(waiting.sheets))
    return pickle.dumps(replace(waiting, sheets=sheets))


def _waiting(sheet: Sheet, place: str) -> Sheet:
    if isinstance(sheet.content, str):
        return sheet
    with open(place, "wb") as file:  # noqa: PTH123 - faster, and there are as many as files of the site
        file.write(sheet.content)
    return Sheet(sheet.name, sheet.holes, place)


def opened(waiting: Waiting | bytes) -> Waiting:
    """Return the files of a briefing and its relations."""
    return pickle.loads(waiting) if isinstance(waiting, bytes) else waiting  # noqa: S301 - of this build
