from collections.abc import Callable

import pytest
from briefing.model.quotation import Quotation
from briefing.model.source import Passage
from briefing.parsing.resolve import Resolved
from briefing.view.citations import Citations
from briefing.view.later import fill
from briefing.view.site import Site
from briefing.view.story import Mark, marks_of, reading_minutes, show_story, story_html
from briefing.view.values import CitationView, LinkView, QuotationView, StoryBlock

Make = Callable[..., Resolved]
QUOTATIONS = "quotations: [{speaker: Ann, quote: we have come a long way}, {speaker: Ben, quote: not yet}]"


def html_of(r: Resolved, smart: bool = True) -> str:
    return story_html(r, marks_of(r), Site(), "0a", smart)


def blocks_of(r: Resolved) -> tuple[tuple[StoryBlock, ...], frozenset[int]]:
    citations = Citations({})

    def quotation(index: int, cited: tuple[Passage, ...]) -> QuotationView:
        q: Quotation = r.briefing.quotations[index]
        return QuotationView(q.quote, "", LinkView(q.speaker, ""), "", citations.cite(cited, "story"), "", "")

    def cite(mark: Mark) -> CitationView:
        if mark.quoted:
            return citations.behind(mark.passage, mark.quoted, "story")
        return citations.cite((mark.passage,), "story")[0]

    return show_story(r, html_of(r), marks_of(r), cite, quotation)


def test_a_block_quote_of_a_quotation_becomes_a_pull_quotation_in_its_place(briefing: Make) -> None:
    blocks, placed = blocks_of(briefing(QUOTATIONS, "Before.\n\n> We have come\n> a long way!\n\nAfter."))
    kinds = [b.quotation.quote if b.quotation else "".join(map(str, b.prose)).strip() for b in blocks]
    assert kinds == ["<p>Before.</p>", "we have come a long way", "<p>After.</p>"]
    assert placed == {0}


def test_a_block_quote_of_other_words_stays_as_it_is(briefing: Make) -> None:
    blocks, placed = blocks_of(briefing(QUOTATIONS, "> Words of nobody listed.\n"))
    assert "<blockquote>" in str(blocks[0].prose[0])
    assert placed == frozenset()


def test_a_pull_quotation_may_carry_its_citation(briefing: Make) -> None:
    _, placed = blocks_of(briefing(QUOTATIONS, '> Not yet.[@s "not yet"]\n'))
    assert placed == {1}


def test_citations_stand_where_they_were_written_without_the_space_before(briefing: Make) -> None:
    blocks, _ = blocks_of(briefing(prose='One [@s "one"]. Two[@s].'))
    assert [p.number if isinstance(p, CitationView) else str(p) for p in blocks[0].prose] == [
        "<p>One",
        1,
        ". Two",
        2,
        ".</p>",
    ]


@pytest.mark.parametrize(
    "forged", ["\ue0000\ue001", "&#xE000;0&#xe001;", "&#57344;0&#057345;", "&#x&#xe000;e000;0\ue001"]
)
def test_a_marker_an_editor_writes_is_no_citation(forged: str, briefing: Make) -> None:
    blocks, _ = blocks_of(briefing(prose=f"A mark {forged}."))
    assert not [p for b in blocks for p in b.prose if isinstance(p, CitationView)]


def test_a_citation_in_code_is_left_alone(briefing: Make) -> None:
    blocks, _ = blocks_of(briefing(prose="Write `[@s]`."))
    assert "<code>[@s]</code>" in str(blocks[0].prose[0])


@pytest.mark.parametrize(
    ("written", "level"), [("# A", "h3"), ("## A", "h3"), ("### A", "h4"), ("###### A", "h6"), ("A\n---", "h3")]
)
def test_headings_stand_below_that_of_the_story(written: str, level: str, briefing: Make) -> None:
    assert html_of(briefing(prose=written)) == f'<{level} id="story-a">A</{level}>'


def test_headings_of_equal_words_have_anchors_of_their_own(briefing: Make) -> None:
    html = html_of(briefing(prose="## A\n\n## A\n\n## A 2\n\n## …"))
    assert [part.partition('"')[0] for part in html.split(' id="')[1:]] == [
        "story-a",
        "story-a-2",
        "story-a-2-2",
        "story-section",
    ]


def test_an_anchor_follows_the_words_and_not_the_markup_or_the_citation(briefing: Make) -> None:
    html = html_of(briefing(prose='## The *next* [step](https://example.org/) & more[@s "x"]'))
    assert 'id="story-the-next-step-more"' in html


def test_quotation_marks_are_set_as_a_printer_would_and_code_is_left_alone(briefing: Make) -> None:
    html = html_of(briefing(prose='It\'s "so". `it\'s "so"`\n\n    it\'s "so"\n'))
    assert "It’s “so”." in html
    assert '<code>it\'s "so"</code>' in html
    assert '<pre><code>it\'s "so"\n</code></pre>' in html


def test_quotation_marks_of_other_languages_stay_as_they_are(briefing: Make) -> None:
    assert html_of(briefing(prose='C\'est "ça".'), smart=False) == '<p>C\'est "ça".</p>'


def test_japanese_prose_has_no_gap_where_a_line_ends(briefing: Make) -> None:
    assert html_of(briefing(prose="計画は\n費用を示す。"), smart=False) == "<p>計画は費用を示す。</p>"


def test_smart_quotes_never_touch_the_words_of_a_passage(briefing: Make) -> None:
    blocks, _ = blocks_of(briefing(prose="It's so.[@s \"it's so\"]"))
    (citation,) = [p for p in blocks[0].prose if isinstance(p, CitationView)]
    assert citation.words == "it's so"


def test_smart_quotes_never_touch_an_attribute(briefing: Make) -> None:
    assert 'title="it\'s"' in html_of(briefing(prose='[a](https://example.org/ "it\'s")'))


@pytest.mark.parametrize(
    ("link", "address"),
    [
        ("{filename}other.md", "../../briefings/other/"),
        ("{filename}../pages/about.md#top", "../../pages/about/#top"),
        ("{filename}/pages/about.md?a=1", "../../pages/about/?a=1"),
        ("{static}/images/a%20dot.png", "../../images/a%20dot.png"),
        ("|filename|other.md", "../../briefings/other/"),
        ("https://example.org/a%20b?c=%7Bd%7D", "https://example.org/a%20b?c=%7Bd%7D"),
    ],
)
def test_links_to_files_become_addresses_once_these_are_known(link: str, address: str, briefing: Make) -> None:
    targets = {
        "briefings/other.md": "../../briefings/other/",
        "pages/about.md": "../../pages/about/",
        "images/a dot.png": "../../images/a%20dot.png",
    }
    r = briefing(prose=f"[x]({link})")
    parts = {str(number): targets[link.target] for number, link in enumerate(r.manuscript.prose.links)}
    assert f'href="{address}"' in fill(html_of(r), "0a", parts)[0].decode()


def test_what_looks_like_a_hole_and_is_none_stays(briefing: Make) -> None:
    assert fill(html_of(briefing(prose="\ue0021b-0\ue003")), "0a", {"0": "X"})[0].count(b"X") == 0


@pytest.mark.parametrize(
    "prose",
    [
        "[x](javascript:alert(1))",
        "<a href='&#106;avascript:alert(1)'>x</a>",
        "<p onclick='alert(1)'>x</p>",
        "<iframe src='https://example.org/'>x</iframe>",
        "![x](data:text/html,x)",
        "<style>x</style>",
        "<p style='x: y'>x</p>",
    ],
)
def test_what_could_run_or_restyle_the_page_is_dropped(prose: str, briefing: Make) -> None:
    html = html_of(briefing(prose=prose)).lower()
    assert [word for word in ("javascript", "onclick", "iframe", "data:", "style") if word in html] == []


def test_reading_takes_a_minute_at_least_and_grows_with_the_words(briefing: Make) -> None:
    assert reading_minutes(briefing(prose="Short.")) == 1
    assert reading_minutes(briefing(prose="word " * 690)) == 3
    assert reading_minutes(briefing(prose='[@s "' + "word " * 500 + '"]')) == 1


def test_reading_time_knows_scripts_without_spaces(briefing: Make) -> None:
    assert reading_minutes(briefing(prose="日本語の文章は単語の間に空白を置かない。" * 60)) == 2
    assert reading_minutes(briefing(prose="한국어는 띄어 쓴다. " * 60)) == 1


@pytest.mark.parametrize(
    ("prose", "numbers"),
    [
        ("He: “we will stay here”.", [("", "we will stay here", True)]),
        ("He: “we will stay here”.[@s]", [("s", "we will stay here", True)]),
        ("He: “we will stay here”, now.[@s]", [("s", "we will stay here", True)]),
        ('He: “we will stay here”.[@s "we will stay here"]', [("s", "we will stay here", True)]),
        ('“We will stay here.”[@s "Oh, we will stay here"]', [("s", "Oh, we will stay here", True)]),
        ('“We will stay here.”[@s "a b"]', [("s", "We will stay here.", True), ("s", "a b", False)]),
        ("“A b c d” or “e f g h”.[@s]", [("s", "A b c d", True), ("s", "e f g h", True)]),
        ("A “short one” only.[@s]", [("s", "", False)]),
        ("> We will stay here.\n\nHe left.[@s]", [("", "We will stay here.", True), ("s", "", False)]),
        ("> We will stay here.[@s]\n> — Ann", [("s", "We will stay here.", True)]),
    ],
)
def test_every_quotation_of_the_prose_has_a_number(
    prose: str, numbers: list[tuple[str, str, bool]], briefing: Make
) -> None:
    marks = marks_of(briefing(prose=prose))
    assert [(m.passage.source, m.passage.exact, m.quoted is not None) for m in marks] == numbers


def test_a_number_behind_a_quotation_stands_behind_its_punctuation(briefing: Make) -> None:
    blocks, _ = blocks_of(briefing(prose="He: “we will stay here”, and left."))
    before, number, after = blocks[0].prose
    assert (str(before), str(after)) == ("<p>He: “we will stay here”,", " and left.</p>")
    assert isinstance(number, CitationView)
    assert (number.is_behind_quotation, number.words) == (True, "")


def test_a_number_never_stands_in_a_link(briefing: Make) -> None:
    blocks, _ = blocks_of(briefing(prose="He: [“we will stay here”, he said](https://a.example/) once."))
    assert [str(p) for p in blocks[0].prose if not isinstance(p, CitationView)][1] == " once.</p>"


def test_what_a_block_quote_cites_stands_with_the_pull_quotation(briefing: Make) -> None:
    fields = f"sources: [s, t]\n{QUOTATIONS}"
    blocks, _ = blocks_of(briefing(fields, "> We have come a long way[@t]\n"))
    quotation = blocks[0].quotation
    assert quotation is not None
    assert [c.passage_id for c in quotation.citations] == ["passage-1"]
