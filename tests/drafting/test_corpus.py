"""A corpus of invented articles with what is in them: how much is found is counted, and never falls below a floor."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from briefing.drafting.extract import Extract, extract
from briefing.drafting.load import Unreadable, article_in
from briefing.drafting.speakers import name_of

CORPUS = Path(__file__).parent / "corpus"
PINNED = "b7c07006b011bd01a6dc92422c9b945951fec7e669788adb25a9fe908cc4966d"
FLOOR = {"quotations": (79, 79, 0), "dates": (69, 67, 2), "people": (57, 52, 4), "body": (12, 12, 0)}
"""Of each kind: how many labels there are, how many are right, and how many more are proposed than there are labels."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """An article with its labels."""

    found: Extract
    labels: dict[str, Any]

    @property
    def text(self) -> str:
        return self.found.article.source.text


def corpus_files() -> list[Path]:
    return sorted(path for path in CORPUS.iterdir() if path.suffix in (".txt", ".html", ".yaml"))


@pytest.fixture(scope="module")
def articles() -> list[Labelled]:
    return [labelled(path) for path in corpus_files() if path.suffix != ".yaml"]


def labelled(path: Path) -> Labelled:
    read = article_in(path.read_bytes(), path.name)
    assert not isinstance(read, Unreadable)
    labels = yaml.load(path.with_suffix(".yaml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506  every value stays the text it is
    return Labelled(extract(read[0], date.fromisoformat(labels["published"])), labels)


def quotations(article: Labelled) -> tuple[set[Any], set[Any]]:
    found = {
        (article.text[q.start : q.end], name_of(article.text, q.speaker, article.found.actors) if q.speaker else "")
        for q in article.found.quotations
    }
    return set(article.labels["quotations"].items()), found


def dates(article: Labelled) -> tuple[set[Any], set[Any]]:
    found = {(article.text[d.start : d.end], d.edtf.rstrip("?~")) for d in article.found.dates}
    return {tuple(pair) for pair in article.labels["dates"]}, found


def people(article: Labelled) -> tuple[set[Any], set[Any]]:
    wanted = {(name, *told) for name, told in article.labels["people"].items()}
    first = {a.name: (a.role, a.affiliation) for a in reversed(article.found.actors) if a.kind == "person"}
    return wanted, {(name, *told) for name, told in first.items()}


def body(article: Labelled) -> tuple[set[Any], set[Any]]:
    blocks = [article.text[b.start : b.end] for b in article.found.article.blocks]
    wanted = set(article.labels.get("body", ()))
    found = {next((w for w in wanted if block.startswith(w)), block) for block in blocks} if wanted else set()
    return wanted, found


KINDS = {"quotations": quotations, "dates": dates, "people": people, "body": body}


def counts(articles: list[Labelled]) -> Iterator[tuple[str, tuple[int, int, int]]]:
    for kind, compare in KINDS.items():
        pairs = [compare(article) for article in articles]
        yield (
            kind,
            (
                sum(len(wanted) for wanted, _ in pairs),
                sum(len(wanted & found) for wanted, found in pairs),
                sum(len(found - wanted) for wanted, found in pairs),
            ),
        )


def test_the_corpus_is_the_one_the_floor_was_taken_from() -> None:
    digest = hashlib.sha256(b"".join(path.name.encode() + path.read_bytes() for path in corpus_files())).hexdigest()
    assert digest == PINNED


def test_no_less_is_found_than_was(articles: list[Labelled]) -> None:
    for kind, (labels, right, wrong) in counts(articles):
        floor_labels, floor_right, most_wrong = FLOOR[kind]
        assert labels == floor_labels, kind
        assert right >= floor_right, f"{kind}: {right} of {labels} are right, {floor_right} were"
        assert wrong <= most_wrong, f"{kind}: {wrong} are wrong or too many, {most_wrong} were"


def test_what_stands_beside_an_article_is_not_in_it(articles: list[Labelled]) -> None:
    for article in articles:
        assert [words for words in article.labels.get("not_body", ()) if words in article.text] == []
