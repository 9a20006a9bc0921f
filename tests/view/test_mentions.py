"""The first mention of each actor leads to the box; a word of the glossary explains itself where it is used first."""

from collections.abc import Callable
from typing import Any

import pytest
from briefing.parsing.resolve import Resolved
from briefing.view.briefing import show_briefing
from briefing.view.site import Site
from briefing.view.values import BriefingView, CitationView, Html, LinkView, TermUse

Make = Callable[..., Resolved]
ACTORS = """actors:
- {id: vale, name: Ada Vale, kind: person, as_written: [Minister Vale, Vale]}
- {id: port, name: Port of Vik, kind: organization, as_written: [Vik]}
glossary:
- {term: levee, also: [levees], definition: A bank along a river.}
"""


def show(resolved: Resolved) -> BriefingView:
    return show_briefing(resolved, Site(), {})


def story(resolved: Resolved) -> str:
    """Return the story with what leads somewhere in brackets."""

    def shown(part: Any) -> str:
        if isinstance(part, LinkView):
            return f"[{part.text}|{part.url}]"
        if isinstance(part, TermUse):
            return f"[{part.words}|{part.id}: {part.definition}]"
        return f"({part.number})" if isinstance(part, CitationView) else str(part)

    return "".join(shown(part) for block in show(resolved).story for part in block.prose)


@pytest.mark.parametrize(
    ("prose", "expected"),
    [
        ("Ada Vale spoke. Ada Vale left.", "<p>[Ada Vale|#actor-vale] spoke. Ada Vale left.</p>"),
        ("Vale spoke before Ada Vale.", "<p>[Vale|#actor-vale] spoke before Ada Vale.</p>"),
        ("Minister Vale spoke.", "<p>[Minister Vale|#actor-vale] spoke.</p>"),
        ("The Valet spoke to Vale.", "<p>The Valet spoke to [Vale|#actor-vale].</p>"),
        ("## Vale\n\nVale spoke.", '<h3 id="story-vale">Vale</h3>\n<p>[Vale|#actor-vale] spoke.</p>'),
        (
            "> Vale said so.\n\nVale spoke.",
            "<blockquote>\n<p>Vale said so.(1)</p>\n</blockquote>\n<p>[Vale|#actor-vale] spoke.</p>",
        ),
        ("In Vik the Port of Vik closed.", "<p>In Vik the [Port of Vik|#actor-port] closed.</p>"),
        ("The levees held.", "<p>The [levees|term-levee: A bank along a river.] held.</p>"),
        ("*Vale* spoke.", "<p><em>[Vale|#actor-vale]</em> spoke.</p>"),
        ("Vale[@s] spoke.", "<p>[Vale|#actor-vale](1) spoke.</p>"),
    ],
)
def test_only_the_first_mention_leads_somewhere(briefing: Make, prose: str, expected: str) -> None:
    assert story(briefing(ACTORS, prose)).strip() == expected


def test_a_link_of_the_editor_is_left_alone(briefing: Make) -> None:
    html = story(briefing(ACTORS, "[Vale](https://vale.example) spoke with Vale."))
    assert html.endswith("Vale</a> spoke with [Vale|#actor-vale].</p>")


def test_forms_that_overlap_are_one_mention(briefing: Make) -> None:
    actors = "actors: [{id: y, name: Yoon Suk Yeol, as_written: [President Yoon]}]"
    assert (
        story(briefing(actors, "President Yoon Suk Yeol spoke.")) == "<p>[President Yoon Suk Yeol|#actor-y] spoke.</p>"
    )


def test_a_form_that_two_people_share_leads_to_neither(briefing: Make) -> None:
    actors = "actors: [{id: a, name: Ada Kim, as_written: [Kim]}, {id: b, name: Bo Kim, as_written: [Kim]}]"
    assert story(briefing(actors, "Kim met Bo Kim.")) == "<p>Kim met [Bo Kim|#actor-b].</p>"


def test_a_name_with_signs_of_markup_is_found_and_stays_text(briefing: Make) -> None:
    actors = "actors: [{id: a, name: A&B <Co>, kind: organization}]"
    view = show(briefing(actors, "The A&B <Co> spoke."))
    assert LinkView("A&B", "") not in view.story[0].prose
    assert not [p for p in view.story[0].prose if isinstance(p, Html) and "<Co>" in p]


def test_names_in_a_script_without_spaces_are_found(briefing: Make) -> None:
    actors = "actors: [{id: k, name: 岸田文雄, as_written: [岸田首相]}]"
    assert story(briefing(actors, "日本の岸田首相は述べた。")) == "<p>日本の[岸田首相|#actor-k]は述べた。</p>"


def test_a_term_that_the_story_does_not_use_is_explained_in_the_first_view_that_does(briefing: Make) -> None:
    views = "views: [{expert: Ann, headline: H, points: [{text: No levee & no dam.}, {text: A levee again.}]}]"
    first, second = show(briefing(f"{ACTORS}{views}", "Nothing.")).views[0].points
    assert first.parts == (Html("No "), TermUse("term-levee", "levee", "A bank along a river."), Html(" &amp; no dam."))
    assert second.parts == ()


def test_an_experts_own_words_are_left_alone(briefing: Make) -> None:
    views = "views: [{expert: Ann, headline: H, points: [{quote: The levee broke}]}]"
    assert show(briefing(f"{ACTORS}{views}", "Nothing.")).views[0].points[0].parts == ()
