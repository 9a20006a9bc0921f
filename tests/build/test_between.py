"""What is wrong between briefings."""

from collections.abc import Callable, Mapping
from datetime import UTC

import pytest
from briefing.build.between import check_aliases, check_links, check_related, check_slugs, withheld
from briefing.diagnostics import Code
from briefing.parsing.located_text import LocatedText
from briefing.parsing.manuscript import parse_manuscript
from briefing.parsing.resolve import resolve
from briefing.view.head import Head
from briefing.view.record import BriefingRecord, record_of
from briefing.view.site import Site

TEXT = "---\ntitle: T\ndate: 2024-05-01\nsummary: S\nsources: [{{id: s, title: T}}]\n{fields}---\n{prose}\n"
Records = Mapping[str, BriefingRecord]
Make = Callable[..., Records]


@pytest.fixture
def records() -> Make:
    """Return the records of briefings: their fields, a bar, and their prose, by their path."""

    def made(lang: str = "en", **briefings: str) -> Records:
        found = {}
        for name, text in briefings.items():
            fields, _, prose = text.partition("|")
            path = f"briefings/{name.replace('_', '/')}.md"
            file = LocatedText(f"content/{path}", TEXT.format(fields=fields, prose=prose))
            manuscript, problems = parse_manuscript(path, file)
            assert manuscript, problems
            found[path] = record_of(resolve(manuscript, {}, {})[0], Site(lang=lang), {}, UTC)
        return found

    return made


def heads(records: Records) -> list[Head]:
    return [r.head for r in records.values()]


def test_one_address_belongs_to_one_briefing(records: Make) -> None:
    made = records(x="", asia_x="")
    (only,) = check_slugs(heads(made), made.__getitem__)
    assert (only.code, only.span.path) == (Code.DUPLICATE_SLUG, "content/briefings/asia/x.md")
    assert "content/briefings/x.md" in only.help


def test_languages_have_addresses_of_their_own(records: Make) -> None:
    made = records(x="", es_x="lang: es\n")
    assert not [*check_slugs(heads(made), made.__getitem__)]
    spanish = records("es", x="", es_x="lang: es\n")
    assert [d.code for d in check_slugs(heads(spanish), spanish.__getitem__)] == [Code.DUPLICATE_SLUG]


def test_a_related_briefing_must_be_there(records: Make) -> None:
    made = records(x="related: [y]\n", y="")
    assert not [*check_related(heads(made), made.__getitem__)]
    (missing,) = check_related(heads(made)[:1], made.__getitem__)
    assert (missing.code, missing.span.line) == (Code.UNKNOWN_RELATED, 6)


def links(made: Records, *targets: str) -> list[tuple[Code, str]]:
    found = check_links(heads(made), set(targets), targets, made.__getitem__)
    return [(d.code, d.help) for d in found]


def test_a_link_that_leads_nowhere_is_reported_with_what_was_meant(records: Make) -> None:
    made = records(a="|See [it]({filename}../pages/abuot.md).")
    assert links(made, "pages/about.md") == [(Code.BROKEN_LINK, "did you mean '/pages/about.md'?")]


def test_a_link_to_a_briefing_that_readers_cannot_see_says_so(records: Make) -> None:
    made = records(x="|See [it](y.md) and [that]({filename}y.md).", y="status: draft\n", z="")
    unseen = withheld(["briefings/y.md"], ())
    found = check_links(heads(made), (), ("briefings/z.md",), made.__getitem__, unseen)
    assert [d.message for d in found] == ["the link leads to content/briefings/y.md, which is a draft"]


def test_a_link_out_of_the_content_says_nothing_of_what_is_there(records: Make) -> None:
    ((code, _),) = links(records(a="|See [it]({static}../../secret.txt)."), "../secret.txt")
    assert code is Code.OUTSIDE_CONTENT


def test_a_link_that_leads_somewhere_is_no_problem(records: Make) -> None:
    made = records(a="|[a]({filename}/pages/a%20b.md#c) [d]({filename}../pages/a%20b.md?e)")
    assert links(made, "pages/a b.md") == []


def test_an_alias_belongs_to_one_briefing_and_is_no_page_of_another(records: Make) -> None:
    made = records(x="aliases: [/old/, /briefings/y/]\n", y="aliases: [/old]\n", z="aliases: [/other/]\n")
    found = [(d.code, d.span.path, d.span.line) for d in check_aliases(heads(made), made.__getitem__)]
    assert found == [(Code.BAD_ALIAS, f"content/briefings/{name}.md", 6) for name in "xy"]


def test_an_alias_is_not_the_address_of_its_own_page(records: Make) -> None:
    made = records(x="aliases: [/briefings/x/]\n")
    assert [d.code for d in check_aliases(heads(made), made.__getitem__)] == [Code.BAD_ALIAS]


def test_a_draft_claims_no_alias(records: Make) -> None:
    made = records(x="aliases: [/old/]\nstatus: draft\n", y="aliases: [/old/]\n")
    assert not [*check_aliases(heads(made), made.__getitem__)]
