"""Briefings to show, each from a few lines of its front matter and its prose."""

from collections.abc import Callable

import pytest
from briefing.model.actor import Actor
from briefing.parsing.located_text import LocatedText
from briefing.parsing.manuscript import parse_manuscript
from briefing.parsing.resolve import Resolved, resolve

FIELDS = "title: {title}\ndate: {date}\nsummary: What happened.\nsources: [{{id: s, title: A source}}]\n"


@pytest.fixture(scope="session")
def briefing() -> Callable[..., Resolved]:
    """Return a briefing of the fields given, with its actors and sources."""

    def make(
        fields: str = "", prose: str = "", title: str = "A title", date: str = "2024-05-08", path: str = ""
    ) -> Resolved:
        front_matter = FIELDS.format(title=title, date=date)
        if "\nsources:" in f"\n{fields}":
            front_matter = front_matter.partition("sources:")[0]
        text = f"---\n{front_matter}{fields.strip()}\n---\n{prose}"
        path = path or f"briefings/{title.lower().replace(' ', '-')}.md"
        manuscript, problems = parse_manuscript(path, LocatedText(f"content/{path}", text))
        assert manuscript is not None, problems
        register = {"ann": Actor(id="ann", name="Ann Registered", country="JP")}
        return resolve(manuscript, register, {})[0]

    return make
