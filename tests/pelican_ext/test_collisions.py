"""Where files go on a disk: names that some disk takes for one, or cannot have, are told with both origins."""

import pytest
from briefing.diagnostics import Code, Span
from briefing.pelican_ext.collisions import check_addresses, check_origins
from briefing.view.record import NamedPlace


def said(*names: str) -> list[str]:
    return [f"{d.span.path}: {d.code.value}: {d.message}" for d in check_origins((n, f"content/{n}") for n in names)]


@pytest.mark.parametrize("names", [("a/X.png", "a/x.png"), ("caf\u00e9.html", "cafe\u0301.html"), ("A/x", "a/X")])
def test_names_that_some_disk_takes_for_one_are_an_error(names: tuple[str, str]) -> None:
    first, second = names
    message = f"it would be written to '{second}', where content/{first} goes"
    assert said(*names) == [f"content/{second}: url-collision: {message}"]


@pytest.mark.parametrize("names", [("A", "a/x.png"), ("a/b/c/d.png", "a/B")])
def test_a_file_with_the_name_of_a_folder_is_an_error(names: tuple[str, str]) -> None:
    file, other = sorted(names, key=len)
    message = f"it would be written to '{file.lower()}', where content/{other} needs a folder of that name"
    assert said(*names) == [f"content/{file}: url-collision: {message}"]


@pytest.mark.parametrize("name", ["con.png", "a/NUL", "a./x", "x\x01", "é" * 130, "lpt1/x.svg"])
def test_a_name_that_some_disk_cannot_have_is_an_error(name: str) -> None:
    assert [each.partition(": ")[2][:9] for each in said(name)] == ["bad-slug:"]


@pytest.mark.parametrize("name", ["../x", "/x", "a/../../x", "a\\x"])
def test_a_name_that_leads_out_is_an_error(name: str) -> None:
    assert "outside the output folder" in said(name)[0]


def test_names_beside_each_other_are_none() -> None:
    assert said("a/x.png", "A/y.png", "a/b/index.html", "a/b.html", "ab", "index.html") == []


@pytest.mark.parametrize("name", ["actors/index.html", "Actors/index.html", "robots.txt"])
def test_an_alias_that_is_a_pages_address_is_one_error_where_it_is_written(name: str) -> None:
    place = NamedPlace("the/alias/", Span("content/x.md", 5, 11))
    (only,) = check_addresses([("actors/index.html", "the list"), ("robots.txt", "the file")], [(name, place)])
    assert (only.code, only.span) == (Code.BAD_ALIAS, place.span)
    assert only.message.startswith("the alias '/the/alias/' is the address of the ")


def test_an_alias_needs_an_address_that_every_disk_can_have() -> None:
    place = NamedPlace("con/", Span("content/x.md", 5, 11))
    (only,) = check_addresses([], [("con/index.html", place)])
    assert (only.code, only.span) == (Code.BAD_ALIAS, place.span)
    assert check_addresses([], [("old/index.html", place)]) == ()


@pytest.mark.parametrize("name", ["_headers/index.html", ".nojekyll/x/index.html", ".NoJekyll/x.html"])
def test_an_alias_that_needs_a_folder_where_a_file_is_is_one_error_where_it_is_written(name: str) -> None:
    place = NamedPlace("the/alias", Span("content/x.md", 5, 11))
    (only,) = check_addresses([("_headers", "the hosts' file"), (".nojekyll", "the hosts' file")], [(name, place)])
    assert (only.code, only.span) == (Code.BAD_ALIAS, place.span)
    assert only.message == "the alias '/the/alias' needs a folder in the place of the hosts' file"
