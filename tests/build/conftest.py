"""A small project that is built with templates that only note what they are given."""

from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from briefing.build.names import save_as
from briefing.build.site_build import Setup, SiteBuild
from briefing.build.writing import Writing
from briefing.parsing.load import Shelf
from briefing.view.site import Site

Shown = Mapping[str, Mapping[str, Any]]
"""What the template of each page was given, by the file of the page."""


class Notes:
    """In the place of Jinja's environment: notes what each page is made from."""

    file_links = False

    def __init__(self) -> None:
        self.pages: dict[str, Mapping[str, Any]] = {}
        self.parts: list[Mapping[str, Any]] = []
        self.codes: dict[str, Any] = {}

    def get_template(self, _name: str, _lang: str) -> "Notes":
        return self

    def render(self, values: Mapping[str, Any]) -> str:
        if "page" in values:
            self.pages[save_as(values["page"].url)] = values
        else:
            self.parts.append(values)
        return ""


@pytest.fixture
def shown(tmp_path: Path) -> Callable[..., Shown]:
    """Build the project of a folder and return what every page shows."""

    def build(site: Site, now: datetime = datetime(2026, 1, 1, tzinfo=UTC)) -> Shown:
        notes: Any = Notes()
        made = SiteBuild(Setup(Shelf(tmp_path, tmp_path / "content"), site, now, tmp_path / "state", templates=notes))
        made.read()
        made.write(Writing(made, {}), tmp_path / "output", {}, None)
        made.close()
        return {name: values for name, values in notes.pages.items() if (tmp_path / "output" / name).is_file()}

    return build
