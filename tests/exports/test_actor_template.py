"""The page of an actor as the theme shows it."""

from collections.abc import Callable
from pathlib import Path

from briefing.build.render import Theme
from briefing.exports.actor_mentions import actor_mentions
from briefing.exports.actor_page import show_actor
from briefing.exports.published import Published
from briefing.view.site import Site
from briefing.view.values import PageView
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import Environment, FileSystemLoader

Hostile = Callable[[st.DataObject], Published]
TEMPLATES = Path(__file__).parents[2] / "theme/templates"
THEME = Theme(Environment(loader=FileSystemLoader(TEMPLATES)))  # noqa: S701 - the theme escapes


def page_of(published: Published, id: str) -> BeautifulSoup:
    view = show_actor([m for m in actor_mentions(published) if m.actor.id == id])
    values = {
        "actor": view,
        "site": Site().view(),
        "page": PageView(view.name, "", view.url, "en", "ltr"),
        "newer": None,
        "older": None,
        "SITEURL": "../..",
    }
    return BeautifulSoup(THEME.get_template("actor.html", "en").render(values), "html.parser")


def test_it_leads_to_every_place_where_the_actor_stands(whole: Published) -> None:
    page = page_of(whole, "ann")
    assert page.select_one("h1").get_text() == "Ann Vale"  # type: ignore[union-attr]
    links = [str(a["href"]) for a in page.select("main a")]
    assert "../../briefings/the-gates/#event-the-gates-are-shut" in links
    assert "../../actors/office/" in links
    assert [p.get_text() for p in page.select("blockquote p")] == ["The gates stay shut"]
    assert {tuple(row.get_text("|", strip=True).split("|")) for row in page.select(".actor-counts div")} == {
        ("Briefings", "1"),
        ("Events", "1"),
        ("Quotations", "1"),
    }


def test_a_section_that_has_nothing_is_not_there(whole: Published) -> None:
    headings = [h.get_text() for h in page_of(whole, "office").select("h2")]
    assert headings == ["Events", "Briefings", "In the same briefings", "Elsewhere"]


@settings(deadline=None, max_examples=30)
@given(data=st.data())
def test_hostile_text_stays_text(data: st.DataObject, hostile: Hostile) -> None:
    made = hostile(data)
    for mention in actor_mentions(made)[:1]:
        page = page_of(made, mention.actor.id)
        assert not page.select("script, img")
        assert not [a for a in page.select("[href]") if str(a["href"]).lower().startswith(("javascript:", "data:"))]
