"""A source added to a briefing that is there: what the editor wrote stays, character by character."""

from typing import Any

import pytest
from briefing.drafting.into import is_nothing, put_into, what_is_new
from briefing.model.actor import Actor
from briefing.parsing.located_text import LocatedText
from briefing.parsing.manuscript import Manuscript, parse_manuscript

from .articles import DIVERS, PIER, proposals_of

VENN = Actor(id="orla-venn", name="Orla Venn", as_written=("Captain Venn",))
HEAD = """\
---
title: The pier   # short
date: 2024-03-15
# my own comment
summary: >-
  It is
  closed.
sources: [courier]
"""
BRIEFINGS = {
    "nothing but what is required": "",
    "lists in blocks": """\
actors:
  - orla-venn
timeline:
  - date: 2024-03-12   # Tuesday
    title: The pier is closed
    passage: The old pier was closed on Tuesday
    # a note on this event

  # the meeting
  - date: 2024-03-21
    title: The council meets
    passage: "The council will meet on March 21."
""",
    "lists without indentation": """\
timeline:
- date: 2024-03-12
  title: A
- title: B
  date: 2024-03-21
actors:
-   orla-venn
""",
    "lists between brackets": """\
actors: [orla-venn, {id: b, name: B},]
timeline: [{date: 2024-03-12, title: A, passage: The old pier was closed on Tuesday}]   # in short
quotations: []
views: [
  # nobody
]
""",
    "passages of every shape": """\
key_points:
  - text: A
    passage:
      - the piles had been rotting since 1998
      - {exact: We warned the council twice}
      - exact: The council will meet
        prefix: said.
  - text: B
    passage: {exact: the old pier}
  - text: C
    passage: [the old pier, "eleven, planks"]
  - text: D
    passage: >-
      The old pier was closed
      on Tuesday
  - text: E
    passage: The old pier was closed
      on Tuesday
  - {text: F, passage: the old pier}
views:
  - expert: Satu Marn
    points:
      - text: A
        passage: 'the piles had been rotting since 1998'
""",
    "a passage given twice": "key_points:\n  - {text: A, passage: &p the old pier}\n  - text: B\n    passage: *p\n",
    "events that are not in order": "timeline:\n  - {date: 2024-03-21, title: B}\n  - {date: 2024-03-12, title: A}\n",
}  # fmt: skip
FILES = [pytest.param(HEAD + fields + "---\n\nThe story.\n", id=name) for name, fields in BRIEFINGS.items()]


def manuscript_of(text: str) -> Manuscript:
    manuscript, problems = parse_manuscript("briefings/x.md", LocatedText("content/briefings/x.md", text))
    assert problems == ()
    assert manuscript
    return manuscript


def put(text: str, article: str = DIVERS, source: str = "post") -> str:
    manuscript = manuscript_of(text)
    result, problems = put_into(manuscript, what_is_new(manuscript.briefing, proposals_of(article, source, VENN)))
    assert problems == ()
    return result


def is_kept(before: str, after: str) -> bool:
    """Whether a text is another with something put in: its characters are all there, in their order."""
    rest = iter(after)
    return all(character in rest for character in before)


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("text", FILES)
def test_nothing_of_the_editors_text_is_lost(text: str, newline: str) -> None:
    text = text.replace("\n", newline)
    result = put(text)
    assert is_kept(text, result)
    assert newline == "\n" or "\n" not in result.replace("\r\n", "")


@pytest.mark.parametrize("text", FILES)
def test_what_was_there_means_what_it_meant(text: str) -> None:
    before, after = manuscript_of(text).briefing, manuscript_of(put(text)).briefing
    assert after.title == before.title
    assert [p.text for p in after.key_points] == [p.text for p in before.key_points]
    assert [x.exact for p in after.key_points for x in p.passage] == [
        x.exact for p in before.key_points for x in p.passage
    ]
    assert {e.title for e in before.timeline} <= {e.title for e in after.timeline}
    assert after.actors[: len(before.actors)] == before.actors


@pytest.mark.parametrize("text", FILES)
def test_with_a_second_source_every_passage_names_its_own(text: str) -> None:
    after = manuscript_of(put(text)).briefing
    assert [s.id for s in after.sources] == ["courier", "post"]
    listed: list[Any] = [
        *after.key_points,
        *after.timeline,
        *after.quotations,
        *(p for v in after.views for p in v.points),
    ]
    assert {p.source for item in listed for p in item.passage} <= {"courier", "post"}


def test_an_event_goes_to_its_place_in_time_behind_the_comments_of_the_one_before() -> None:
    result = put(HEAD + BRIEFINGS["lists in blocks"] + "---\n")
    events = [str(e.date) for e in manuscript_of(result).briefing.timeline]
    assert events == ["2024-03-12", "2024-03-18", "2024-03-21"]
    assert result.index("# a note on this event") < result.index("2024-03-18") < result.index("# the meeting")


def test_what_the_briefing_has_is_not_proposed_again() -> None:
    text = put(HEAD + BRIEFINGS["lists in blocks"] + "---\n")
    manuscript = manuscript_of(text)
    again = what_is_new(manuscript.briefing, proposals_of(DIVERS, "post", VENN))
    assert is_nothing(manuscript.briefing, again)


def test_the_source_a_briefing_rests_on_can_be_read_for_it() -> None:
    result = put(HEAD + "---\n", PIER, "courier")
    briefing = manuscript_of(result).briefing
    assert [s.id for s in briefing.sources] == ["courier"]
    assert {p.source for e in briefing.timeline for p in e.passage} == {""}
    assert len(briefing.quotations) == 2


def test_a_list_that_nothing_can_be_put_into_is_named() -> None:
    text = HEAD + "timeline: &t [{date: 2024-03-12, title: A}]\nquotations: []\nlimits: [a]\n---\n"
    manuscript, _ = parse_manuscript("briefings/x.md", LocatedText("content/briefings/x.md", text))
    assert manuscript
    _, problems = put_into(manuscript, proposals_of(DIVERS, "post", VENN))
    assert problems


def test_a_second_view_of_an_expert_is_to_be_joined() -> None:
    text = HEAD + "views:\n  - expert: satu-marn\nactors:\n  - {id: satu-marn, name: Satu Marn}\n---\n"
    assert "# [check: there is a view of the same expert; join them" in put(text, PIER, "courier")
