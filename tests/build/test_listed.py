"""Categories and tags: spellings of one name share a list, and two names never do."""

from pathlib import Path

from briefing.build.listed import check_lists, place_in
from briefing.diagnostics import Span
from briefing.parsing.load import Shelf
from briefing.view.head import Head


def head(path: str, *tags: str, category: str = "") -> Head:
    return Head(
        path, f"content/{path}", path, "en", "", "published", 0, 2024, False, "", category, tags, (), (), (), ()
    )


def said(*heads: Head) -> list[str]:
    return [d.message for d in check_lists(heads, lambda path, field, name: Span(f"{path} {field} {name}"))]


def test_two_tags_of_one_address_are_an_error_that_names_both_places() -> None:
    heads = head("a.md", "C++"), head("b.md", "Go", "C#"), head("c.md", "C#", "C++")
    found = list(check_lists(heads, lambda path, field, name: Span(f"{path} {field} {name}")))
    assert [d.span.path for d in found] == ["b.md tags C#", "c.md tags C#"]
    assert {d.message for d in found} == {"'C#' would be listed at tag/c/, where 'C++' of content/a.md is"}


def test_two_categories_of_one_address_are_an_error() -> None:
    assert said(head("a.md", category="R&D"), head("b.md", category="R D")) == [
        "'R D' would be listed at category/r-d/, where 'R&D' of content/a.md is"
    ]


def test_names_that_differ_beyond_the_longest_address_are_an_error() -> None:
    assert len(said(head("a.md", "x" * 100 + "a"), head("b.md", "x" * 100 + "b"))) == 1


def test_spellings_of_one_name_share_a_list() -> None:
    same = ["Middle East", "middle-east", "Middle  East", "MIDDLE–EAST"]
    assert said(*(head(f"{name}.md", name) for name in same)) == []
    assert said(head("a.md", "Côte d'Ivoire", category="World"), head("b.md", "Côte d’Ivoire", "World")) == []


def test_the_place_of_a_name_is_where_its_editor_wrote_it(tmp_path: Path) -> None:
    file = tmp_path / "content/briefings/b.md"
    file.parent.mkdir(parents=True)
    file.write_text("---\ntitle: T\ndate: 2024-05-01\nsummary: S\ncategory: C\ntags:\n- Go\n- C#\n---\nX\n", "utf-8")
    shelf = Shelf(tmp_path, tmp_path / "content")
    places = [place_in(shelf, "briefings/b.md", *name) for name in (("tags", "C#"), ("category", "C"))]
    assert [(p.path, p.line, p.column) for p in places] == [
        ("content/briefings/b.md", 8, 3),
        ("content/briefings/b.md", 5, 11),
    ]
