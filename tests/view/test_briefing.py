from collections.abc import Callable
from typing import Any

import pytest
from briefing.parsing.resolve import Resolved
from briefing.view.briefing import show_briefing
from briefing.view.expert_views import show_grid
from briefing.view.site import Site, briefing_url
from briefing.view.values import AgreementGrid, BriefingView, CitationView

Make = Callable[..., Resolved]
ALL = """
category: World
key_points: [{text: K, passage: one}]
actors: [ann]
timeline: [{date: 2019, title: E, passage: three}]
views: [{expert: ann, points: [{text: P, passage: four}], positions: {q: agrees}}, {expert: B, points: [{text: Q}]}]
questions: [{id: q, text: Q}]
watch: [{text: W, passage: five}]
backstory: B
glossary: [{term: T, definition: D}, {term: t, definition: D}]
"""


def show(r: Resolved, **keywords: Any) -> BriefingView:
    return show_briefing(r, keywords.pop("site", Site()), {}, **keywords)


def test_passages_are_numbered_through_the_sections_in_page_order(briefing: Make) -> None:
    view = show(briefing(ALL, 'Story.[@s "two"]'))
    assert view.timeline
    places = [
        *view.key_points[0].citations,
        next(p for p in view.story[0].prose if isinstance(p, CitationView)),
        *view.timeline.past[0].citations,
        *view.views[0].points[0].citations,
        *view.watch[0].citations,
    ]
    assert [c.number for c in places] == [1, 2, 3, 4, 5]
    assert [p.exact for p in view.sources[0].passages] == ["one", "two", "three", "four", "five"]


def test_the_jump_navigation_has_a_link_for_each_section_that_is_there(briefing: Make) -> None:
    assert [link.text for link in show(briefing(ALL, "Story.")).sections] == [
        "Who’s who",
        "The story",
        "Timeline",
        "Expert views",
        "Where they agree",
        "What to watch",
        "How this was made",
        "Sources",
        "Glossary",
    ]
    assert [link.text for link in show(briefing()).sections] == []


def test_terms_have_anchors_of_their_own(briefing: Make) -> None:
    assert [term.id for term in show(briefing(ALL)).glossary] == ["term-t", "term-t-2"]


def test_a_term_has_no_other_name_that_is_only_written_otherwise(briefing: Make) -> None:
    (term,) = show(briefing("glossary: [{term: Quad, also: [quad, the four], definition: Four states}]")).glossary
    assert term.also == ("the four",)


def test_a_quotation_stands_once_in_the_story_or_after_it(briefing: Make) -> None:
    quotations = """quotations:
      - {speaker: A, quote: said in the prose here}
      - {speaker: B, quote: set apart}
      - {speaker: C, quote: left over}"""
    prose = '"said in the prose here" [@s "said in the prose here"], and\n\n> set apart\n'
    view = show(briefing(quotations, prose))
    assert [b.quotation.quote for b in view.story if b.quotation] == ["set apart"]
    assert [q.quote for q in view.quotations] == ["left over"]


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        ("", "briefings/a-title/"),
        ("slug: x", "briefings/x/"),
        ("status: draft", "drafts/briefings/a-title/"),
        ("status: hidden", "briefings/a-title/"),
        ("lang: fr", "fr/briefings/a-title/"),
        ("lang: en", "briefings/a-title/"),
        ("lang: pt-BR\nstatus: draft", "pt-br/drafts/briefings/a-title/"),
    ],
)
def test_an_address_follows_from_slug_language_and_status(fields: str, url: str, briefing: Make) -> None:
    assert briefing_url(briefing(fields), "en") == url


@pytest.mark.parametrize(
    ("url", "root"),
    [
        ("", "."),
        ("briefings/", ".."),
        ("briefings/x/", "../.."),
        ("fr/drafts/briefings/x/", "../../../.."),
        ("404.html", "."),
        ("2024/old.html", ".."),
    ],
)
def test_relative_links_lead_to_the_root_from_every_folder(url: str, root: str) -> None:
    assert Site(relative_urls=True).root(url) == root


def test_the_category_of_what_is_not_published_leads_to_all_briefings(briefing: Make) -> None:
    found = [
        show(briefing(f"status: {status}\ncategory: World")).category for status in ("published", "draft", "hidden")
    ]
    assert [link.url for link in found if link] == ["category/world/", "briefings/", "briefings/"]


def test_a_page_written_from_right_to_left_says_so(briefing: Make) -> None:
    assert (show(briefing("lang: ar")).dir, show(briefing("lang: en")).dir) == ("rtl", "ltr")


def test_of_many_experts_the_grid_says_who_gives_each_answer_and_of_one_there_is_none(briefing: Make) -> None:
    def grid(number: int) -> AgreementGrid | None:
        views = ", ".join(
            f"{{expert: E{n}, points: [{{text: P}}], positions: {{q: {'agrees' if n % 2 else 'disagrees'}}}}}"
            for n in range(number)
        )
        return show_grid(briefing(f"views: [{views}]\nquestions: [{{id: q, text: Q}}]"))

    assert grid(1) is None
    few, many = grid(3), grid(4)
    assert few
    assert many
    assert few.rows[0].answers == ()
    assert [(a.cell.words, a.experts) for a in many.rows[0].answers] == [("Agrees", "E1, E3"), ("Disagrees", "E0, E2")]
