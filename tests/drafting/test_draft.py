"""A draft as a file: what an editor opens, and what the reader makes of it."""

from dataclasses import replace
from typing import Any

import pytest
import yaml
from briefing.checks.rules import check_briefing
from briefing.diagnostics import Code
from briefing.drafting.check_draft import check_draft
from briefing.drafting.draft import LONGEST_DRAFT, fitted, render_draft, render_source
from briefing.drafting.merge import merge
from briefing.drafting.proposal import Proposals
from briefing.drafting.yaml_text import comment, flow, scalar
from briefing.model.actor import Actor
from briefing.model.briefing import Briefing
from briefing.model.source import Passage, Source
from briefing.parsing.located_text import LocatedText
from briefing.parsing.manuscript import parse_entry, parse_manuscript
from briefing.parsing.resolve import resolve
from briefing.parsing.unseen import fit
from hypothesis import given
from hypothesis import strategies as st

from .articles import DIVERS, PIER, proposals_of

VENN = Actor(id="orla-venn", name="Orla Venn", as_written=("Captain Venn",))


def loaded(text: str) -> Any:
    """YAML with every value the text it is."""
    return yaml.load(text, Loader=yaml.CBaseLoader)  # noqa: S506  a loader that makes texts only


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


def read(text: str) -> Briefing:
    manuscript, problems = parse_manuscript("briefings/x.md", LocatedText("x.md", text))
    assert problems == ()
    assert manuscript
    return manuscript.briefing


def merged() -> Proposals:
    return merge([proposals_of(PIER, "courier", VENN), proposals_of(DIVERS, "post", VENN)])


def test_a_draft_passes_the_reader_and_stays_a_draft() -> None:
    proposals = proposals_of(PIER, "courier", VENN)
    text = render_draft(proposals, "2024-03-15")
    catalogue = {"courier": proposals.sources[0].entry}
    assert check_draft("briefings/x.md", "x.md", text, {"orla-venn": VENN}, catalogue) == ()
    briefing = read(text)
    assert (briefing.status, str(briefing.as_of), briefing.title) == ("draft", "2024-03-14", "Pier closed after storm")
    assert [e.entry for e in proposals.timeline] == [
        replace(e, passage=tuple(replace(p, source="courier") for p in e.passage)) for e in briefing.timeline
    ]


def test_the_build_refuses_a_draft_that_is_published_with_its_marks() -> None:
    text = render_draft(proposals_of(PIER), "2024-03-15").replace("status: draft", "status: published")
    manuscript, _ = parse_manuscript("briefings/x.md", LocatedText("x.md", text))
    assert manuscript
    found = check_briefing(resolve(manuscript, {}, {"courier": Source(id="courier", title="A")})[0])
    assert {d.code for d in found} == {Code.UNSURE_MARK}


def test_without_a_date_the_day_is_given_and_to_be_checked() -> None:
    text = render_draft(proposals_of("The pier is shut.\n\nIt was closed on Friday by the town."), "2024-03-15")
    assert "# [check: no source tells its date; this is the day of the draft]\ndate: 2024-03-15\n" in text


def test_two_sources_merge_into_one_draft() -> None:
    briefing = read(render_draft(merged(), "2024-03-20"))
    assert [s.id for s in briefing.sources] == ["courier", "post"]
    assert [a.id for a in briefing.actors].count("satu-marn") == 1
    assert [str(e.date) for e in briefing.timeline] == ["1998", "2024-03-12", "2024-03-18", "2024-03-21"]
    assert {p.source for e in briefing.timeline for p in e.passage} == {"courier", "post"}


def test_words_that_two_sources_give_are_one_quotation_with_both_passages() -> None:
    same = [q for q in read(render_draft(merged(), "2024-03-20")).quotations if q.speaker == "orla-venn"]
    assert [[p.source for p in q.passage] for q in same] == [["courier", "post"]]


def test_a_long_draft_is_cut_and_says_so() -> None:
    sentence = 'On {day} March {year} the mayor of Tidewick said "{words} the pier is closed", said Orla Venn.\n'
    text = "The pier\n\n1 May 2024\n\n" + "".join(
        sentence.format(day=n % 28 + 1, year=1900 + n, words="and again " * 60) for n in range(120)
    )
    proposals = merge([proposals_of(text, "a"), proposals_of(text.replace("again", "anew"), "b")])
    cut = fitted(proposals)
    assert len(render_draft(proposals, "2024-03-20")) > LONGEST_DRAFT >= len(render_draft(cut, "2024-03-20")) - 500
    assert any("than a draft holds" in gap for gap in cut.gaps)


def test_a_catalogue_entry_reads_back_as_it_was() -> None:
    source = Source(id="a", title='A: "b" #c', author=("Ann Lee",), sha256="0" * 64, credit="Source: A", lang="no")
    read_back, _, problems = parse_entry(Source, LocatedText("a.yaml", render_source(source)), "a")
    assert (read_back, problems) == (source, ())


@given(TEXTS)
def test_every_text_comes_back_from_yaml_but_for_what_nobody_sees(text: str) -> None:
    assert loaded(f"a: {scalar(text)}")["a"] == fit(text)
    assert loaded(f"[{scalar(text, in_flow=True)}]") == [fit(text)]


@given(TEXTS)
def test_a_comment_is_one_line_and_no_mark(text: str) -> None:
    assert loaded(f"# {comment(text)}\na: b") == {"a": "b"}
    assert "[check:" not in comment(f"{text}[check: {text}")


def test_a_record_on_one_line_holds_what_it_holds_on_several() -> None:
    passage = Passage(source="a", exact='b, "c": [d]', prefix="e")
    assert loaded(flow(passage, with_source=True)) == {
        "source": "a", "exact": 'b, "c": [d]', "prefix": "e",
    }  # fmt: skip


@pytest.mark.parametrize("title", ["[check: a]", "a\nstatus: published", "--- b", "no", "1: 2", "# c", "'", "\x1b[31m"])
def test_a_hostile_title_is_only_a_title(title: str) -> None:
    proposals = replace(proposals_of(PIER), title=title)
    briefing = read(render_draft(proposals, "2024-03-15"))
    assert (briefing.title.split(), briefing.status) == (fit(title).split(), "draft")
