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


def test_a_passage_that_names_no_source_is_listed_under_the_one_it_was_found_in() -> None:
    words = Passage(exact="words without a source")
    citations = Citations({words: Verified("layout", 3, 9, source="s", places=((3, 9),))})
    citations.cite((words,), "story")
    (passage,), common = citations.of(SOURCE)
    assert (passage.exact, passage.places, common) == (words.exact, ((3, 9),), "layout")


def test_what_a_text_quotes_is_cited_behind_it_with_its_level() -> None:
    words = Passage(exact="we will stay here")
    citations = Citations({words: Verified("typography", 3, 9, source="s")})
    given, quoted = citations.cite((A,), "key points", quoting=("She said “we will stay here”, and “no”.",))
    assert (given.is_behind_quotation, quoted.is_behind_quotation) == (False, True)
    assert (quoted.level_words, quoted.words) == ("typography only", "")


def test_a_quotation_that_a_passage_holds_is_cited_once_at_its_own_level() -> None:
    words, passage = Passage(exact="we will stay here"), Passage(source="s", exact="Oh, we will stay here, she said.")
    citations = Citations({words: Verified("typography", 3, 9, source="s"), passage: Verified("exact", 0, 20)})
    (citation,) = citations.cite((passage,), "key points", quoting=("“We will stay here.” ‘we will stay here’",))
    assert (citation.is_behind_quotation, citation.words) == (True, passage.exact)
    assert citation.level == "exact"  # the first form was not verified: the passage's own level stands


def test_the_same_words_at_two_places_are_two_passages() -> None:
    here, there = Passage(source="s", exact="x y", prefix="a"), Passage(source="s", exact="x y", prefix="b")
    citations = Citations({here: Verified("exact", 1, 4), there: Verified("exact", 8, 11)})
    assert [c.number for c in citations.cite((here, there), "story")] == [1, 2]


def test_a_number_stands_once_behind_a_text() -> None:
    assert [c.number for c in Citations({}).cite((A, B, A), "story")] == [1, 2]
