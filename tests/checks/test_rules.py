"""The rules for one briefing and for all together, each where a case file would have too many rows."""

from collections.abc import Iterator

import pytest
from briefing.checks import addresses, completeness, entries, fiction, references, unsure
from briefing.checks.rules import RULES, check_briefing
from briefing.checks.values import unfit_language
from briefing.diagnostics import Code, Diagnostics, Severity
from briefing.model.actor import Actor
from briefing.model.source import Source
from briefing.parsing.located_text import LocatedText
from briefing.parsing.manuscript import parse_manuscript
from briefing.parsing.resolve import Resolved, resolve

REGISTER = {
    "ana": Actor(id="ana", name="Ana Diaz", same_as=("https://example.org/ana",)),
    "orla": Actor(id="orla", name="Orla Mistvane", fiction=True),
}
CATALOGUE = {
    "gazette": Source(id="gazette", title="The Gazette"),
    "lantern": Source(id="lantern", title="The Lantern", fiction=True),
}


def briefing(
    fields: str = "", prose: str = "Story.", path: str = "briefings/x.md", sources: str = "[gazette]"
) -> Resolved:
    text = f"---\ntitle: A\ndate: 2023-05-08\nsummary: S\nsources: {sources}\n{fields}---\n{prose}\n"
    manuscript, problems = parse_manuscript(path, LocatedText(f"content/{path}", text))
    assert manuscript, problems
    return resolve(manuscript, REGISTER, CATALOGUE)[0]


def check(fields: str = "", prose: str = "Story.", sources: str = "[gazette]") -> Diagnostics:
    return check_briefing(briefing(fields, prose, sources=sources))


def codes(fields: str = "", prose: str = "Story.", sources: str = "[gazette]") -> list[Code]:
    return [d.code for d in check(fields, prose, sources)]


def test_a_good_briefing_passes_every_rule() -> None:
    assert check("actors: [ana]\n", "Story.[@gazette]") == ()


def test_every_rule_is_in_the_list() -> None:
    def public_rules() -> Iterator[str]:
        for module in (addresses, completeness, entries, fiction, references, unsure):
            for name, value in vars(module).items():
                if getattr(value, "__module__", "") == module.__name__ and not name.startswith(("_", "check_")):
                    yield name

    assert set(public_rules()) == {rule.__name__ for rule in RULES}


@pytest.mark.parametrize("slug", ["x", "a-b-c", "2023-05", "kishida-in-seoul", "東京", "größe", "a" * 100])
def test_a_slug_is_words_joined_by_hyphens(slug: str) -> None:
    assert codes(f"slug: {slug}\n") == []


@pytest.mark.parametrize(
    "slug",
    ["A", "a_b", "-a", "a-", "a--b", "a b", "a.b", "a?b", "a#b", "a%2e", "~", "'\"a\"'", "é" * 51, "a\u200bb", "ﬁ:x"],
)
def test_what_is_no_slug_is_refused(slug: str) -> None:
    assert codes(f"slug: {slug}\n") == [Code.BAD_SLUG]


@pytest.mark.parametrize("slug", ["../output-evil/x", "..", "a/b", "/etc/x", "a\\b", "a/../../b", "./a"])
def test_a_slug_that_leaves_its_folder_is_refused(slug: str) -> None:
    assert codes(f"slug: {slug}\n") == [Code.OUTSIDE_OUTPUT]


def test_a_slug_taken_from_the_files_name_is_held_to_the_same_rule() -> None:
    (only,) = check_briefing(briefing(path="briefings/2023-05-08-Kishida in Seoul.md"))
    assert (only.code, only.span.line) == (Code.BAD_SLUG, 0)
    assert only.help == "it is taken from the file's name; write slug: kishida-in-seoul"


@pytest.mark.parametrize("slug", ["!!!", "…"])
def test_where_no_slug_can_be_made_one_is_described(slug: str) -> None:
    assert check(f"slug: '{slug}'\n")[0].help == "write slug: a-short-name"


@pytest.mark.parametrize("tag", ["en", "pt-BR", "zh-Hant-TW", "no", "de-CH-1996"])
def test_a_language_is_a_tag(tag: str) -> None:
    assert codes(f"lang: {tag}\n") == []


@pytest.mark.parametrize(
    ("written", "tag"),
    [("English", "en"), ("vietnamese", "vi"), ("EN", "en"), ("pt_BR", "pt-BR"), ("Elvish", ""), ("/../../x", "")],
)
def test_a_language_by_its_name_is_told_its_tag(written: str, tag: str) -> None:
    fault = unfit_language(written)
    assert fault is not None
    assert fault[1] == (f"write its tag: {tag}" if tag else "write a tag such as en or pt-BR")


@pytest.mark.parametrize("tag", ["english", "EN", "e", "en_GB", "/../../x", "en/..", "en-", "en us"])
def test_what_is_no_language_is_refused(tag: str) -> None:
    assert codes(f"lang: {tag}\n") == [Code.WRONG_VALUE]


@pytest.mark.parametrize(
    "url", ["https://example.org", "http://example.org/a?b=c&d#e", "HTTPS://example.org", "mailto:ana@example.org"]
)
def test_an_address_of_the_web_may_stand_anywhere(url: str) -> None:
    sources = f"[{{id: a, title: A, url: '{url}', archive_url: '{url}'}}]"
    assert codes(f"related: [{{url: '{url}', title: T}}]\n", sources=sources) == []


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        " javascript:alert(1)",
        "java\\tscript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "//example.org",
        "/etc/passwd",
        "example.org",
        "https://a b",
        'https://a\\"onclick=x',
        "https:",
        "file:///etc/passwd",
    ],
)
@pytest.mark.parametrize("field", ["url", "archive_url"])
def test_an_address_a_browser_could_run_is_refused(url: str, field: str) -> None:
    assert codes(sources=f'[{{id: a, title: A, {field}: "{url}"}}]') == [Code.WRONG_VALUE]


def test_addresses_of_actors_and_of_related_pages_are_held_to_it() -> None:
    assert codes("actors: [{id: bob, name: Bob, same_as: [javascript:x]}]\n") == [Code.WRONG_VALUE]
    assert codes("related: [{url: javascript:x, title: T}]\n") == [Code.WRONG_VALUE]


@pytest.mark.parametrize("id", ["ana-diaz", "ana.diaz", "a_b:c", "岸田", "2023"])
def test_an_id_can_stand_in_an_address(id: str) -> None:
    assert codes(f"actors: [{{id: '{id}', name: Ana}}]\n") == []


@pytest.mark.parametrize("id", ["ana diaz", "-ana", "ana/diaz", "../ana", "<b>", "a&b"])
def test_what_is_no_id_is_refused(id: str) -> None:
    assert codes(f"actors: [{{id: '{id}', name: Ana}}]\n") == [Code.WRONG_VALUE]


@pytest.mark.parametrize(
    "fields",
    ["actors: [ana, ana]\n", "questions: [{id: q, text: A}, {id: q, text: B}]\n"],
)
def test_an_id_stands_once_in_its_list(fields: str) -> None:
    assert codes(fields) == [Code.DUPLICATE_ID]


def test_an_actor_and_a_question_may_share_an_id() -> None:
    assert codes("actors: [ana]\nquestions: [{id: ana, text: A}]\n") == []


@pytest.mark.parametrize("date", ["2023-03?", "2023-03~", "2023%", "2023-05-07/2023-05-08?"])
def test_an_inferred_date_with_a_mark_passes(date: str) -> None:
    assert codes(f"timeline: [{{date: {date}, title: A, date_basis: inferred}}]\n") == []


@pytest.mark.parametrize("basis", ["stated", "resolved"])
def test_a_date_that_is_not_inferred_needs_no_mark(basis: str) -> None:
    assert codes(f"timeline: [{{date: 2023, title: A, date_basis: {basis}}}]\n") == []


@pytest.mark.parametrize("point", ["{text: a, quote: b}", "{passage: a}"])
def test_a_point_is_a_text_or_a_quote(point: str) -> None:
    assert codes(f"views: [{{expert: Bob, points: [{point}]}}]\n") == [Code.MISSING_FIELD]


@pytest.mark.parametrize(
    "related", ["{slug: a, url: 'https://a.org', title: T}", "{title: T}", "{url: 'https://a.org'}"]
)
def test_a_related_page_is_a_slug_or_an_address_with_a_title(related: str) -> None:
    assert codes(f"related: [{related}]\n") == [Code.MISSING_FIELD]


def test_a_briefing_rests_on_a_source() -> None:
    assert codes(sources="[]") == [Code.MISSING_FIELD]


def test_a_source_cited_in_the_prose_is_listed() -> None:
    (only,) = check(prose="A.[@gazete] B.[@gazete]\nC.[@gazete]")
    assert (only.code, only.span.line, only.span.column) == (Code.UNKNOWN_SOURCE, 7, 3)
    assert only.message.endswith("did you mean 'gazette'?")
    assert only.help == "the sources are: gazette; the same on line 8"


def test_a_source_misspelt_in_the_list_is_not_said_again_for_each_citation() -> None:
    assert codes(prose="A.[@gazette]", sources="[gazete]") == []


@pytest.mark.parametrize("mark", ["[check]", "[check: who?]", "[Check: who?", "TODO", "TODO: who?"])
def test_a_mark_to_settle_is_found_in_fields_and_prose(mark: str) -> None:
    assert codes(f"why_it_matters: '{mark}'\n") == [Code.UNSURE_MARK]
    assert codes(prose=f"A {mark}") == [Code.UNSURE_MARK]
    of_a_draft = check(f"status: draft\nwhy_it_matters: '{mark}'\n", f"A {mark}")
    assert {d.severity for d in of_a_draft} == {Severity.NOTE}
    assert {d.code for d in of_a_draft} == {Code.UNSURE_MARK}
    assert codes(f"status: hidden\nwhy_it_matters: '{mark}'\n") == [Code.UNSURE_MARK]


@pytest.mark.parametrize("prose", ["Todo el día, a todo.", "They check: the paper.", "[checked](x)", "MASTODON"])
def test_words_that_look_like_a_mark_are_words(prose: str) -> None:
    assert codes(prose=prose) == []


@pytest.mark.parametrize("comment", ["# [check: who?]\n", "tags: [a] # [Check: b]\n", "  # found by a rule; [check]\n"])
def test_a_mark_in_a_comment_keeps_a_page_a_draft(comment: str) -> None:
    (only,) = check(comment)
    assert only.code is Code.UNSURE_MARK
    assert [d.severity for d in check(f"status: draft\n{comment}")] == [Severity.NOTE]


def test_other_comments_are_free_and_a_text_that_looks_like_one_is_said_once() -> None:
    assert codes("# TODO ask Reuters\n# found by [checking]\n") == []
    assert codes("why_it_matters: 'one # [check: b]'\n") == [Code.UNSURE_MARK]


def test_what_is_wrong_in_the_register_is_not_said_where_the_actor_is_named() -> None:
    found = briefing("actors: [bob]\n")
    unsure = Actor(id="bob", name="Bob", role="[check: his role]", country="france", same_as=("javascript:x",))
    again = resolve(found.manuscript, {"bob": unsure}, CATALOGUE)[0]
    assert check_briefing(again) == ()


def test_every_diagnostic_of_the_rules_stops_the_build() -> None:
    found = check("slug: A\nlang: x\n", "A TODO [@b]")
    assert len(found) == 4
    assert {d.severity for d in found} == {Severity.ERROR}


@pytest.mark.parametrize(
    ("fields", "sources", "said"),
    [
        ("actors: [orla]\n", "[gazette]", ["'orla' is fiction, and the briefing is not"]),
        ("actors: [ana]\nfiction: yes\n", "[lantern]", ["'ana' is not marked as fiction, and the briefing is"]),
        ("fiction: yes\n", "[gazette]", ["'gazette' is not marked as fiction, and the briefing is"]),
        ("", "[lantern]", ["'lantern' is fiction, and the briefing is not"]),
        (
            "timeline: [{date: 2023, title: T, actors: [orla]}]\n",
            "[gazette]",
            ["'orla' is fiction, and the briefing is not"],
        ),
        ("actors: [orla, {id: own, name: Own Invention}]\nfiction: yes\n", "[lantern]", []),
        ("actors: [ana, {id: own, name: Own Description}]\n", "[gazette]", []),
    ],
)
def test_fiction_names_invented_entries_only_and_nothing_else_names_those(
    fields: str, sources: str, said: list[str]
) -> None:
    found = check(fields, sources=sources)
    assert [d.message for d in found] == said
    assert {d.code for d in found} <= {Code.FICTION_MIXED}


@pytest.mark.parametrize("field", ["tags", "aliases"])
def test_a_briefing_makes_no_thousand_pages(field: str) -> None:
    def values(number: int) -> str:
        return f"{field}: [{', '.join(f'/a{n}/' for n in range(number))}]\n"

    assert codes(values(addresses.MOST_PAGES)) == []
    assert codes(values(addresses.MOST_PAGES + 1)) == [Code.WRONG_VALUE]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ("slug: '2024'", Code.BAD_SLUG),
        ("slug: con", Code.BAD_SLUG),
        ("tags: [nul]", Code.WRONG_VALUE),
        ("category: COM1", Code.WRONG_VALUE),
    ],
)
def test_an_address_that_is_taken_or_that_some_disk_cannot_have_is_found_without_a_build(
    fields: str, code: Code
) -> None:
    assert codes(f"{fields}\n") == [code]
    assert codes("slug: year-2024\ntags: [console]\n") == []
