"""A project written from texts, and everything that reading and checking it says, its words aside."""

from collections.abc import Callable, Mapping
from datetime import UTC
from pathlib import Path

import pytest
from briefing.build.between import check_related, check_slugs
from briefing.build.inputs import Inputs
from briefing.build.source_files import list_sources
from briefing.build.store import Store
from briefing.checks.house.policy import HousePolicy
from briefing.checks.house.rules import check_house
from briefing.checks.rules import check_briefing
from briefing.diagnostics import Diagnostics
from briefing.parsing.load import Shelf, load_text
from briefing.parsing.manuscript import parse_manuscript
from briefing.parsing.resolve import resolve
from briefing.view.record import record_of
from briefing.view.site import Site

Files = Mapping[str, bytes]


@pytest.fixture
def said_of(tmp_path: Path) -> Callable[..., Diagnostics]:
    """Write files below a project's folder and return everything that is wrong with them, house rules where given."""

    def said(files: Files, house: HousePolicy | None = None) -> Diagnostics:
        for name, raw in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(raw)
        shelf = Shelf(tmp_path, tmp_path / "content")
        inputs = Inputs(Store(tmp_path / "store.sqlite"), shelf)
        listed, found = list_sources(shelf)
        found += inputs.remarks()
        records = {}
        for name in listed:
            file, unread = load_text(shelf, shelf.content / name)
            manuscript, unparsed = parse_manuscript(name, file) if file else (None, ())
            found += unread + unparsed
            if manuscript:
                resolved, problems = resolve(manuscript, inputs.register, inputs.catalogue)
                found += problems + check_briefing(resolved)
                found += check_house(resolved, house) if house else ()
                records[name] = record_of(resolved, Site(), {}, UTC)
        heads = [record.head for record in records.values()]
        found += tuple(check_slugs(heads, records.__getitem__))
        return found + (tuple(check_related(heads, records.__getitem__)) if len(heads) == len(listed) else ())

    return said
