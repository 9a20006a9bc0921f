"""Where files go on a disk: names that some disk takes for one, or cannot have, are told with both origins."""

import pytest
from briefing.pelican_ext.collisions import check_origins


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
