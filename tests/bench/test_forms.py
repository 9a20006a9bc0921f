"""That a builder of every form can leave none of them out."""

from pathlib import Path

import pytest
from corpus import write_corpus
from forms import LEAST, Counts, forms_of, left_out

BRIEFING = """---
category: {category}
tags:
- salt
- {tag}
sources:
- id: lantern-000001
actors:
- id: ansa-brint
- id: {actor}
timeline:
- date: '1999-02'
- date: {year}-01-01~
questions:
- id: pay
---
"""


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus/content/briefings"
    folder.mkdir(parents=True)
    first = BRIEFING.format(category="Water", tag="locks", actor="bero-jask", year=2004)
    second = BRIEFING.format(category="Water", tag="grain", actor="elke-orrin", year=2005)
    (folder / "2005-12-01-lock-of-orsel-000001.md").write_text(first)
    (folder / "2006-12-01-mill-of-orsel-000002.md").write_text(second)
    return tmp_path / "corpus"


@pytest.mark.parametrize(
    ("pattern", "number"),
    [
        ("briefings/*-*/briefing.json", 2),
        ("briefings/*-*/calendar.ics", 2),
        ("briefings/*-*/cite.ris", 2),
        ("atom.xml", 1),
        ("category/*/feed.json", 1),
        ("tag/*/atom.xml", 3),
        ("actors/*/feed.json", 3),
        ("actors/*/index.html", 3),
        ("briefings/[12]*/index.html", 2),
        ("timeline/**/index.html", 1),
        ("data/**/*.jsonl", 2),
    ],
)
def test_what_briefings_name_is_what_files_are_asked_for(pattern: str, number: int, corpus: Path) -> None:
    assert forms_of(corpus)[pattern] == number


def test_each_year_has_its_events_on_a_page_where_one_page_cannot_have_them_all(
    corpus: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("forms.ON_A_PAGE", 3)
    assert forms_of(corpus)["timeline/**/index.html"] == 1 + 3


def test_an_invented_corpus_has_all_of_it(tmp_path: Path) -> None:
    write_corpus(tmp_path / "corpus", 3)
    assert all(forms_of(tmp_path / "corpus").values())


def write_forms(output: Path, counts: Counts) -> None:
    for pattern, number in counts.items():
        for n in range(number):
            file = output / pattern.replace("**/", "").replace("[12]*", f"{2000 + n}").replace("*-*", f"a-{n}").replace(
                "*", f"{n}"
            )
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text("x" * LEAST)


def test_nothing_is_left_out_where_every_file_is_there(corpus: Path, tmp_path: Path) -> None:
    write_forms(tmp_path / "output", forms_of(corpus))
    assert left_out(tmp_path / "output", forms_of(corpus)) == ""


@pytest.mark.parametrize("pattern", ["actors/*/atom.xml", "briefings/*-*/cite.bib", "data/**/*.jsonl", "calendar.ics"])
def test_a_file_that_is_missing_or_empty_is_left_out(pattern: str, corpus: Path, tmp_path: Path) -> None:
    counts, output = forms_of(corpus), tmp_path / "output"
    write_forms(output, counts)
    file = next(output.glob(pattern))
    told = f"made {counts[pattern] - 1} of {counts[pattern]} {pattern}"
    file.write_text("")
    assert left_out(output, counts) == told
    file.unlink()
    assert left_out(output, counts) == told
