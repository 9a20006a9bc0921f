"""The page of a source: what is cited from it is marked, and leads to the briefings that cite it."""

from collections.abc import Sequence

from briefing.evidence.source_text import read_source
from briefing.model.source import Source
from briefing.view.saved_source import Cited, show_saved_source
from briefing.view.values import LinkView, SavedSourceView

TEXT = 'She said that work would begin, "and in 2034 it would open."\n\nNobody asked the villages.\n'
ONE, ANOTHER = LinkView("One", "briefings/one/"), LinkView("ثانٍ", "ar/briefings/one/", "ar")


def cited(words: str, briefing: LinkView = ONE, use: str = "#cite-1-1") -> Cited:
    start = TEXT.index(words)
    return Cited(start, start + len(words), briefing, use=use)


def page(*passages: Cited) -> SavedSourceView:
    return show_saved_source(Source(id="paper", title="A paper"), read_source(TEXT), passages, "en")


def marked(view: SavedSourceView) -> Sequence[tuple[str, list[tuple[int, str]]]]:
    parts = [part for paragraph in view.paragraphs for part in paragraph if part.is_cited]
    return [(part.text, [(c.number, c.link.url) for c in part.cited_in]) for part in parts]


def test_a_point_that_only_the_longer_passage_has_is_no_passage_of_its_own() -> None:
    view = page(cited('She said that work would begin, "and in 2034 it would open."'), cited("in 2034 it would open"))
    assert marked(view)[-1] == ('in 2034 it would open."', [(1, "briefings/one/#cite-1-1")])


def test_passages_that_end_at_different_words_each_have_their_number() -> None:
    view = page(cited("She said that work would begin"), cited("She said that work"))
    assert [number for _, ((number, _),) in marked(view)] == [1, 1]


def test_a_briefing_has_one_number_behind_the_passages_that_end_together() -> None:
    view = page(cited("work would begin"), cited("would begin", use="#cite-2-1"), cited("begin", ANOTHER))
    assert [n for n, _ in marked(view)[-1][1]] == [1, 2]


def test_briefings_in_the_language_of_the_site_are_named_first() -> None:
    view = page(cited("Nobody asked", ANOTHER), cited("Nobody asked", ONE))
    assert [each.link.text for each in view.cited_in] == ["One", "ثانٍ"]
