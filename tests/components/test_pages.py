"""Whole pages, made of the components' own examples."""

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from briefing.build.render import texts_by_page
from briefing.view.later import NAMES
from briefing.view.values import (
    BriefingCard,
    BriefingView,
    CardGroup,
    DateView,
    DrawnCard,
    DrawnGroup,
    HomeView,
    HreflangView,
    Html,
    IndexView,
    LinkView,
    NeighboursView,
    PageView,
    SiteTimelineView,
    SiteView,
    StoryBlock,
    TranslationView,
    YearView,
)
from bs4 import BeautifulSoup, Tag
from jinja2 import Environment, FileSystemLoader

DAY = DateView("8 May 2023", "2023-05-08")
SITE = SiteView("The Courier", "en", "ltr", (LinkView("Briefings", "briefings/"),), "Every quotation is checked.")
PAGE = PageView(
    "The dam", "The gates stay shut.", "briefings/dam/", "en", "ltr", "https://courier.example/briefings/dam/"
)
# The order of the page: what the reader needs first, then the evidence.
ORDER = [
    "key-points",
    "whos-who",
    "story",
    "timeline",
    "expert-views",
    "what-to-watch",
    "how-made",
    "sources",
    "updates",
    "cite",
    "glossary",
    "related",
]


@pytest.fixture
def briefing(examples: dict[str, list[Any]]) -> BriefingView:
    """A briefing with something in every section."""
    return BriefingView(
        title="The dam",
        label="Briefing",
        category=LinkView("World", "category/world/"),
        tags=("water",),
        authors="Ada Vale",
        lang="en",
        dir="ltr",
        url="briefings/dam/",
        published=DAY,
        modified=None,
        as_of=DAY,
        updated="not updated since",
        counts="1 source",
        reading_time="1 minute",
        draft=False,
        summary="The gates stay shut.",
        why_it_matters="The river rises.",
        strip=examples["strip"][0],
        key_points=tuple(examples["key_point"]),
        sections=(LinkView("Timeline", "#timeline"), LinkView("Sources", "#sources")),
        actor_groups=(replace(examples["actor_group"][0], actors=tuple(examples["key_actor"])),),
        story=(StoryBlock(prose=examples["prose"][0]), StoryBlock(quotation=examples["quotation"][0])),
        quotations=(examples["quotation"][1],),
        timeline=examples["timeline"][0],
        views=tuple(examples["expert_view"]),
        grid=examples["agreement_grid"][0],
        missing_voices=tuple(examples["missing_voice"]),
        watch=tuple(examples["watch_item"]),
        backstory="Written from one article.",
        limits=("One source.",),
        levels=("exact", "layout", "typography", "edited"),
        sources=(examples["source"][0], replace(examples["source"][1], passages=tuple(examples["passage"]))),
        updates=tuple(examples["update"]),
        cite_as="Ada Vale: The dam. The Courier, 8 May 2023.",
        glossary=tuple(examples["term"]),
    )


@pytest.fixture
def bare(briefing: BriefingView) -> BriefingView:
    """The least a briefing can be: a title, a date, a summary and one source."""
    nothing: dict[str, Any] = {
        f: () for f in vars(BriefingView)["__slots__"] if isinstance(getattr(briefing, f), tuple)
    }
    nothing |= dict.fromkeys(("authors", "why_it_matters", "backstory", "reading_time", "cite_as"), "")
    nothing |= dict.fromkeys(("category", "strip", "timeline", "grid"))
    return replace(briefing, **nothing | {"sources": briefing.sources[1:]})


@pytest.fixture
def home(examples: dict[str, list[Any]]) -> HomeView:
    """A front page with a lead, one group and something to watch."""
    lead: BriefingCard = replace(
        examples["briefing_card"][0], quotation=examples["quotation"][1], strip=examples["strip"][0]
    )
    groups = (CardGroup(LinkView("World", "category/world/"), tuple(examples["briefing_card"])),)
    return HomeView(lead, groups, tuple(examples["watch_item"]))


def drawn(groups: Iterable[CardGroup], templates: Environment) -> tuple[DrawnGroup, ...]:
    """Draw the cards of groups, as a build does for its lists."""

    def draw(card: BriefingCard) -> DrawnCard:
        html = templates.get_template("later/card.html").render(card=card, SITEURL="../..", under="")
        return DrawnCard(card.title, card.url, Html(html))

    return tuple(DrawnGroup(group.heading, tuple(map(draw, group.cards))) for group in groups)


@pytest.fixture
def show(templates: Environment, examples: dict[str, list[Any]]) -> Callable[..., BeautifulSoup]:
    """Render a page template of the theme."""

    def shown(template: str, **context: Any) -> BeautifulSoup:
        alone = "briefing" in context and not context["briefing"].glossary  # the least a briefing can be
        others = TranslationView("Norsk", "no/briefings/dam/", "no", "ltr", "Demningen")
        hreflang = (HreflangView("en", "../../briefings/dam/"), HreflangView("no", "../../no/briefings/dam/"))
        related = NeighboursView() if alone else NeighboursView(tuple(examples["related"]), (others,), hreflang)
        filled = {"neighbours": related, "SITEURL": "../.."}
        later = {name: Html(templates.get_template(f"later/{name}.html").render(filled)) for name in NAMES}
        given = {"SITEURL": "../..", "site": SITE, "page": PAGE, "later": later}
        html = templates.get_template(f"{template}.html").render(given | context)
        return BeautifulSoup(html, "html.parser")

    return shown


Show = Callable[..., BeautifulSoup]


def timeline(event: Any) -> SiteTimelineView:
    """One year on both sides of the horizon."""
    years = (
        YearView("2023", "year-2023", None, (event,)),
        YearView("2023", "year-2023-ahead", None, (event,), "As of 8 May 2023"),
    )
    return SiteTimelineView("Timeline", "2 events", None, years, (), (), ())


@pytest.fixture(params=["briefing", "bare", "home", "empty home", "briefings", "timeline", "404"])
def page(
    request: pytest.FixtureRequest,
    show: Show,
    briefing: BriefingView,
    bare: BriefingView,
    home: HomeView,
    templates: Environment,
) -> BeautifulSoup:
    """Each page of the site."""
    contexts: dict[str, tuple[str, dict[str, Any]]] = {
        "briefing": ("briefing", {"briefing": briefing}),
        "bare": ("briefing", {"briefing": bare}),
        "home": ("home", {"home": home}),
        "empty home": ("home", {"home": HomeView(None, (), ())}),
        "briefings": ("briefings", {"index": IndexView("All briefings", drawn(home.groups, templates))}),
        "timeline": ("timeline", {"timeline": timeline(request.getfixturevalue("examples")["site_event"][0])}),
        "404": ("404", {}),
    }
    template, context = contexts[request.param]
    return show(template, **context)


def test_every_page_has_one_main_heading_one_main_and_a_way_past_the_masthead(page: BeautifulSoup) -> None:
    assert len(page.select("h1")) == len(page.select("main#content")) == 1
    assert page.select("body a")[0]["href"] == "#content"


def test_heading_levels_never_skip(page: BeautifulSoup) -> None:
    levels = [int(tag.name[1]) for tag in page.find_all(re.compile(r"^h[1-6]$"))]
    assert levels[0] == 1
    assert [b for a, b in itertools.pairwise(levels) if b > a + 1] == []


def named_by(tag: Tag, page: BeautifulSoup) -> str:
    return " ".join(page.select(f'[id="{id}"]')[0].get_text() for id in str(tag["aria-labelledby"]).split())


def test_landmarks_of_a_kind_are_told_apart_by_their_names(page: BeautifulSoup) -> None:
    for kind in ("nav", "section"):
        names = [tag.get("aria-label") or named_by(tag, page) for tag in page.select(kind)]
        assert all(names)
        assert len(set(names)) == len(names)


def test_ids_are_unique_and_labels_point_at_them(page: BeautifulSoup) -> None:
    ids = Counter(tag["id"] for tag in page.select("[id]"))
    assert [id for id, times in ids.items() if times > 1] == []
    assert {id for tag in page.select("[aria-labelledby]") for id in str(tag["aria-labelledby"]).split()} <= set(ids)


def test_every_address_of_the_site_starts_at_its_root(page: BeautifulSoup) -> None:
    addresses = [str(tag["href"]) for tag in page.select("[href]")]
    assert [a for a in addresses if not a.startswith(("../../", "#", "https://"))] == []


def test_sections_stand_in_the_order_of_the_page(show: Show, briefing: BriefingView) -> None:
    page = show("briefing", briefing=briefing)
    assert [tag["id"] for tag in page.select("section[id]")] == ORDER
    assert page.select_one("#key-points ~ nav.jump-navigation")


def test_a_section_that_has_nothing_is_not_there(show: Show, bare: BriefingView) -> None:
    page = show("briefing", briefing=bare)
    assert [tag["id"] for tag in page.select("section[id]")] == ["sources", "updates"]
    assert not page.select("nav.jump-navigation, svg, .levels")


def test_a_draft_says_so(show: Show, briefing: BriefingView) -> None:
    assert not show("briefing", briefing=briefing).select(".draft")
    assert show("briefing", briefing=replace(briefing, draft=True)).select(".draft")


def test_language_and_direction_are_the_pages(show: Show, briefing: BriefingView) -> None:
    page = show("briefing", briefing=briefing, page=replace(PAGE, lang="ar", dir="rtl"))
    assert page.html is not None
    assert (page.html["lang"], page.html["dir"]) == ("ar", "rtl")


def test_hostile_text_in_every_field_is_only_ever_text(
    show: Show, briefing: BriefingView, home: HomeView, hostile: Callable[[Any], Any], templates: Environment
) -> None:
    bad = replace(hostile(briefing), story=(StoryBlock(prose=(Html("<p>Clean.</p>"),)),))
    index = replace(hostile(IndexView("All", ())), groups=drawn(hostile(home).groups, templates))
    for page in (show("briefing", briefing=bad), show("home", home=hostile(home)), show("briefings", index=index)):
        assert not page.select("script, img, style, iframe")
        assert not [name for tag in page.find_all(True) for name in tag.attrs if name.startswith("on")]


def test_an_ordinary_page_names_its_other_languages_as_their_readers_do(theme: Path) -> None:
    env = Environment(loader=FileSystemLoader(theme / "templates"), autoescape=True)
    env.globals |= {**texts_by_page("en"), "SITEURL": "ROOT"}
    entry = SimpleNamespace(translations=[SimpleNamespace(url="fr/news/", lang="fr", title="Nouvelles")])
    module = env.get_template("translations.html").make_module({"page": SimpleNamespace(lang="en")})
    (link,) = BeautifulSoup(str(module.translations_for(entry)), "html.parser").select("a")  # type: ignore[attr-defined]
    assert (link.get_text(), link["title"], link["href"]) == ("Français", "Nouvelles", "ROOT/fr/news/")
