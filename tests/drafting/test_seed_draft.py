"""The draft of the seed article falls into none of its traps: what must not stand in it, and what must."""

import re
from pathlib import Path
from typing import Any

import pytest
from briefing.drafting.catalogue import source_entry
from briefing.drafting.draft import render_draft
from briefing.drafting.extract import extract
from briefing.drafting.known_actors import known_actors
from briefing.drafting.proposal import Proposals
from briefing.drafting.propose import propose
from briefing.drafting.reading import Reading
from briefing.drafting.structure import read_article
from briefing.model.actor import Actor

SEED = "seeds/000_5c116b11e40ad3c0.txt"
REGISTER = {
    actor.id: actor
    for actor in (
        Actor(id="kishida", name="Fumio Kishida"),
        Actor(id="yoon", name="Yoon Suk Yeol"),
        Actor(id="moon", name="Moon Jae-in", as_written=("Moon Jae In",)),
        Actor(id="south-korea", name="Government of South Korea", kind="government", as_written=("Seoul",)),
    )
}


@pytest.fixture(scope="module")
def proposals(root: Path) -> Proposals:
    article = read_article((root / SEED).read_text(encoding="utf-8"))
    entry = source_entry(article, SEED, "0" * 64, {}, is_page=False)
    found = extract(article)
    return propose(Reading(found, entry.id, article.source), entry, known_actors(REGISTER))


@pytest.fixture(scope="module")
def draft(proposals: Proposals) -> str:
    return render_draft(proposals, "2000-01-01")


def given(draft: str) -> str:
    """What the draft says without its comments."""
    return "\n".join(line for line in draft.splitlines() if not line.lstrip().startswith("#"))


def test_every_quotation_is_whole_and_its_speakers(proposals: Proposals) -> None:
    assert [
        (q.entry.speaker, q.entry.quote[:30], q.entry.via, str(q.entry.date or "")) for q in proposals.quotations
    ] == [
        ("kishida", "For me personally, my heart ac", (), ""),
        ("yoon", "very useful for future coopera", (), ""),
        ("yoon", "Cooperation and coordination b", ("Reuters",), ""),
        ("A Japanese Foreign Ministry official", "have a lot of opportunities fo", (), ""),
        ("kishida", "Ukraine today can be East Asia", (), ""),
    ]


def test_a_quotation_ends_where_its_mark_stands(proposals: Proposals) -> None:
    ends = [q.entry.quote.rpartition(" ")[2] for q in proposals.quotations]
    assert ends == ["suffered", "cooperation", "situation.", "Korea", "tomorrow"]


@pytest.mark.parametrize(
    "never", ['thanked Mr. so"', "quad", "Kishida's Sincerity", "sincere move", "New security scenario"]
)
def test_nobody_is_given_words_that_are_nobodys(proposals: Proposals, never: str) -> None:
    assert not any(never.strip('"') in q.entry.quote for q in proposals.quotations)


def test_the_timeline_has_what_happened_and_not_what_was_only_said(proposals: Proposals) -> None:
    assert [
        (str(e.entry.date), e.entry.as_written, e.entry.date_basis, e.entry.status) for e in proposals.timeline
    ] == [
        ("1910/1945", "from 1910 to 1945", "stated", "occurred"),
        ("2019", "2019", "stated", "occurred"),
        ("2023-03?", "March", "inferred", "occurred"),
        ("2023-05", "May", "resolved", "scheduled"),
        ("2023-05-07", "Yesterday (May 7)", "resolved", "occurred"),
        ("2023-05-07", "May 7", "resolved", "occurred"),
    ]


def test_an_invitation_is_not_taken_for_a_promise(proposals: Proposals) -> None:
    (summit,) = [e for e in proposals.timeline if e.entry.as_written == "May"]
    assert any("invitation" in doubt for doubt in summit.doubts)


def test_nothing_is_made_of_times_that_tell_no_date(draft: str) -> None:
    assert "2011" not in draft
    assert "Yesterday" not in re.sub(r"(?:as_written|passage): .*", "", given(draft))


def test_no_title_says_more_than_its_sentence(proposals: Proposals) -> None:
    titles = " ".join(e.entry.title for e in proposals.timeline)
    assert "apolog" not in titles
    assert "tough action" not in titles


def test_the_experts_are_paraphrased_and_only_where_they_are_named(proposals: Proposals) -> None:
    points = {v.entry.expert: [p.text for p in v.entry.points] for v in proposals.views}
    assert [len(texts) for texts in points.values()] == [2, 3]
    said = " ".join(text for texts in points.values() for text in texts)
    assert not any(
        words in said for words in ("Ukraine today", "punished", "attacks Taiwan", "UN sanctions", "so-called")
    )
    assert all(any("paraphrase" in doubt for doubt in v.doubts) for v in proposals.views)


def test_affiliations_stay_as_printed(proposals: Proposals) -> None:
    nagy, nagao = (v.entry for v in proposals.views)
    assert nagy.affiliation.startswith("International Christian University - Japan")
    assert nagao.affiliation == "Hudson Research Institute, USA"


def test_a_city_is_a_government_only_with_a_doubt(proposals: Proposals) -> None:
    (south_korea,) = [a for a in proposals.actors if a.entry.id == "south-korea"]
    assert south_korea.doubts


def test_a_hedge_is_kept(proposals: Proposals) -> None:
    hedged = [p.entry.passage[0].exact for p in proposals.key_points if "hedged" in p.found]
    assert [exact for exact in hedged if "is said to have supplied weapons" in exact]


@pytest.mark.parametrize("line", [12, 14, 19, 20, 21, 23, 24, 26, 27])
def test_every_broken_line_is_named(proposals: Proposals, line: int) -> None:
    assert any(gap.startswith(f"line {line}:") for gap in proposals.gaps)


@pytest.mark.parametrize(
    "start", ["Speaking to the press at", '"Cooperation and', "In addition, a Japanese", "On the same day"]
)
def test_what_rests_on_a_broken_sentence_says_so(proposals: Proposals, start: str) -> None:
    proposed: list[Any] = [*proposals.timeline, *proposals.quotations]
    resting: list[Any] = [p for p in proposed if p.entry.passage[0].exact.startswith(start)]
    resting += [v for v in proposals.views if any(p.passage[0].exact.startswith(start) for p in v.entry.points)]
    assert resting
    assert all("broken" in " ".join(p.doubts) for p in resting)


def test_the_head_is_the_articles_own(proposals: Proposals) -> None:
    source = proposals.sources[0].entry
    assert proposals.title == "Facing new challenges, Japan - Korea tighten ties"
    assert (proposals.section, str(source.date), source.publisher, source.author) == (
        "World", "2023-05-08", "ThanhNien Newspaper", (),
    )  # fmt: skip
