from briefing.model.source import Passage, Source
from briefing.view.citations import Citations, Verified

SOURCE = Source(id="s")
A, B, C = (Passage(source="s", exact=words) for words in ("first words", "second words", "third words"))


def verified(**levels: str) -> dict[Passage, Verified]:
    return {p: Verified(levels[n], 0, 1) for n, p in {"a": A, "b": B, "c": C}.items() if n in levels}


def test_passages_are_numbered_as_a_reader_meets_them() -> None:
    citations = Citations({})
    numbers = [c.number for p in (B, A, B, C) for c in citations.cite((p,), "story")]
    assert numbers == [1, 2, 1, 3]


def test_one_passage_has_one_number_wherever_it_is_cited_and_each_place_its_own_anchor() -> None:
    citations = Citations({})
    ids = [citations.cite((A,), section)[0].id for section in ("key points", "story", "story")]
    assert ids == ["cite-1-1", "cite-1-2", "cite-1-3"]


def test_the_same_words_of_two_sources_are_two_passages() -> None:
    citations = Citations({})
    other = Passage(source="other", exact=A.exact)
    assert [c.number for c in citations.cite((A, other), "story")] == [1, 2]
    assert [p.exact for p in citations.of(SOURCE)[0]] == [A.exact]


def test_a_passage_leads_back_to_its_first_use_in_each_section_in_page_order() -> None:
    citations = Citations({})
    for section in ("story", "key points", "story"):
        citations.cite((A,), section)
    (passage,), _ = citations.of(SOURCE)
    assert [(use.text, use.url) for use in passage.uses] == [("story", "#cite-1-1"), ("key points", "#cite-1-2")]


def test_every_use_leads_to_a_citation_and_every_citation_to_a_passage() -> None:
    citations = Citations({})
    made = citations.cite((A, B, A), "story") + citations.cite((C, A), "timeline")
    passages, _ = citations.of(SOURCE)
    assert {c.passage_id for c in made} == {p.id for p in passages}
    assert {use.url for p in passages for use in p.uses} <= {f"#{c.id}" for c in made}


def test_a_note_takes_the_place_of_words_just_quoted() -> None:
    (citation,) = Citations({}).cite((A,), "story", note="in the hall")
    assert (citation.words, citation.is_quotation) == ("in the hall", False)


def test_a_source_as_a_whole_is_cited_without_words() -> None:
    (citation,) = Citations({}).cite((Passage(source="s", exact=""),), "story")
    assert (citation.words, citation.is_quotation) == ("", False)


def test_a_level_that_all_passages_share_is_said_once() -> None:
    citations = Citations(verified(a="exact", b="exact"))
    citations.cite((A, B), "story")
    passages, common = citations.of(SOURCE)
    assert common == "exact"
    assert [p.level_words for p in passages] == ["", ""]


def test_where_levels_differ_each_passage_says_its_own() -> None:
    citations = Citations(verified(a="exact", b="edited"))
    citations.cite((A, B, C), "story")
    passages, common = citations.of(SOURCE)
    assert common == ""
    assert [p.level_words for p in passages] == ["exact", "edited", ""]
