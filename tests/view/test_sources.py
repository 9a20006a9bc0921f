from collections.abc import Callable

import pytest
from briefing.model.source import Passage
from briefing.parsing.resolve import Resolved
from briefing.view.citations import Citations, Verified
from briefing.view.sources import show_sources

Make = Callable[..., Resolved]
A, B = Passage(source="s", exact="a"), Passage(source="s", exact="b")
SOURCES = """
sources:
  - {id: s, title: S, author: [A Writer, B Writer], publisher: The Paper, date: 2024-05-07, file: seeds/s.txt,
     sha256: 0123456789abcdef}
  - {id: t}
"""


def test_a_source_says_who_wrote_it_where_and_when(briefing: Make) -> None:
    first, _ = show_sources(briefing(SOURCES), Citations({}), "en")
    assert (first.id, first.details) == ("source-s", "A Writer, B Writer, The Paper, 7 May 2024")


def test_a_source_says_whether_it_was_saved_and_pinned(briefing: Make) -> None:
    first, second = show_sources(briefing(SOURCES), Citations({}), "en")
    assert first.saved == "Saved copy s.txt, SHA-256 01234567…cdef"
    assert second.saved == "Not saved: no words are taken from it."


def test_a_source_of_which_only_the_id_is_known_is_shown_by_it(briefing: Make) -> None:
    assert show_sources(briefing(SOURCES), Citations({}), "en")[1].title == "t"


@pytest.mark.parametrize(
    ("passages", "words"),
    [
        ((A,), "The one passage below matches the saved copy, letter for letter."),
        ((A, B), "Both passages below match the saved copy, letter for letter."),
        ((), ""),
    ],
)
def test_the_level_all_passages_have_is_said_once(passages: tuple[Passage, ...], words: str, briefing: Make) -> None:
    citations = Citations({p: Verified("exact", 0, 1) for p in passages})
    citations.cite(passages, "story")
    assert show_sources(briefing(SOURCES), citations, "en")[0].level_words == words


def test_sources_stand_in_the_order_of_the_briefing_each_with_its_own_passages(briefing: Make) -> None:
    citations = Citations({})
    citations.cite((Passage(source="t", exact="c"), A), "story")
    sources = show_sources(briefing(SOURCES), citations, "en")
    assert [(s.id, [p.exact for p in s.passages]) for s in sources] == [("source-s", ["a"]), ("source-t", ["c"])]
