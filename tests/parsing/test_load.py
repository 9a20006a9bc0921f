"""Files in, texts out: what can be wrong with a file before a word of it is read."""

import os
import tracemalloc
from datetime import UTC, datetime
from pathlib import Path

import pytest
from briefing.build.check import Checked, check_project
from briefing.build.inputs import Inputs
from briefing.build.source_files import list_sources
from briefing.build.store import Store
from briefing.diagnostics import Code, Diagnostics, Severity
from briefing.parsing.load import LARGEST_FILE, Shelf, decode, load_text
from briefing.parsing.prose import LARGEST_PROSE
from briefing.view.site import Site

BRIEFING = (
    "---\ntitle: A headline\ndate: 2023-05-08\nsummary: What happened.\nsources: [{id: a, title: A}]\n---\n\nStory.\n"
)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    content = tmp_path / "project" / "content"
    for folder in ("briefings", "actors", "sources"):
        (content / folder).mkdir(parents=True)
    return Shelf(content.parent, content)


def write(shelf: Shelf, name: str, text: str | bytes = BRIEFING) -> Path:
    path = shelf.content / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def load(shelf: Shelf) -> tuple[Checked, Diagnostics]:
    checked, diagnostics = check_project(shelf, datetime(2026, 1, 1, tzinfo=UTC), Site())
    unasked = (Code.EMPTY_SITE, Code.UNUSED_ENTRY)  # entries that no briefing names, as most are here
    return checked, tuple(d for d in diagnostics if d.code not in unasked)


def entries(shelf: Shelf) -> Inputs:
    return Inputs(Store(shelf.root / "store.sqlite"), shelf)


def said(diagnostics: Diagnostics) -> list[tuple[Code, str]]:
    return [(d.code, d.span.path) for d in diagnostics]


def test_an_empty_project_is_empty(tmp_path: Path) -> None:
    checked, diagnostics = load(Shelf(tmp_path, tmp_path / "content"))
    assert (checked.heads, checked.files) == ({}, 0)
    assert diagnostics == ()


def test_briefings_actors_and_sources_are_read(shelf: Shelf) -> None:
    write(shelf, "briefings/2023-05-08-b.md")
    write(shelf, "briefings/asia/a.markdown")
    write(shelf, "actors/ana-diaz.yaml", "name: Ana Diaz\n")
    write(shelf, "sources/gazette.yml", "title: The Gazette\n")
    checked, diagnostics = load(shelf)
    assert diagnostics == ()
    assert [(path, h.slug) for path, h in checked.heads.items()] == [
        ("briefings/2023-05-08-b.md", "b"),
        ("briefings/asia/a.markdown", "a"),
    ]
    assert entries(shelf).register["ana-diaz"].name == "Ana Diaz"
    assert entries(shelf).catalogue["gazette"].title == "The Gazette"


@pytest.mark.parametrize("name", ["briefings/.x.md.swp", "briefings/x.md~", "briefings/#x.md#", "briefings/.hidden.md"])
def test_hidden_files_and_backups_of_editors_are_passed_over(shelf: Shelf, name: str) -> None:
    write(shelf, name)
    assert load(shelf) == load(Shelf(shelf.root, shelf.content / "nowhere"))


@pytest.mark.parametrize("name", ["briefings/x.txt", "briefings/x", "actors/x.md", "sources/x.json"])
def test_a_file_with_another_ending_is_a_warning(shelf: Shelf, name: str) -> None:
    write(shelf, name)
    _, diagnostics = load(shelf)
    assert [(d.code, d.severity, d.span.path) for d in diagnostics] == [
        (Code.IGNORED_FILE, Severity.WARNING, f"content/{name}")
    ]


def test_endings_are_read_in_either_case(shelf: Shelf) -> None:
    write(shelf, "briefings/X.MD")
    assert load(shelf)[0].files == 1


def test_a_byte_order_mark_is_no_part_of_the_text() -> None:
    text, diagnostics = decode("x.md", b"\xef\xbb\xbf---\n")
    assert text
    assert (text.text, diagnostics) == ("---\n", ())


@pytest.mark.parametrize(
    ("raw", "code", "place"),
    [
        ("caf\u00e9\n".encode("latin-1"), Code.BAD_ENCODING, (1, 4)),
        (b"one\ntwo \xff\n", Code.BAD_ENCODING, (2, 5)),
        ("é\né ".encode() + b"\x93quoted\x94", Code.BAD_ENCODING, (2, 3)),
        (b"\xef\xbb\xbfab\xe9", Code.BAD_ENCODING, (1, 3)),
        (b"\xed\xa0\x80", Code.BAD_ENCODING, (1, 1)),
        ("---\n".encode("utf-16"), Code.BAD_ENCODING, (0, 0)),
        ("---\n".encode("utf-16-be"), Code.BINARY_FILE, (0, 0)),
        (b"---\n\0", Code.BINARY_FILE, (0, 0)),
    ],
)
def test_bytes_that_are_no_utf_8_are_an_error_with_their_place(raw: bytes, code: Code, place: tuple[int, int]) -> None:
    text, diagnostics = decode("x.md", raw)
    assert text is None
    assert [(d.code, d.span.line, d.span.column) for d in diagnostics] == [(code, *place)]


def test_a_file_that_is_too_large_is_not_read_whole(shelf: Shelf) -> None:
    path = write(shelf, "briefings/x.md")
    os.truncate(path, 50 * LARGEST_FILE)
    tracemalloc.start()
    found = said(load(shelf)[1])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert found == [(Code.FILE_TOO_LARGE, "content/briefings/x.md")]
    assert peak < 5 * LARGEST_FILE


def test_the_largest_file_is_read(shelf: Shelf) -> None:
    write(shelf, "briefings/x.md", BRIEFING.ljust(LARGEST_FILE))
    ((code, file),) = said(load(shelf)[1])  # its prose is more than a page could hold: that is said of a text only
    assert (code, file) == (Code.FILE_TOO_LARGE, "content/briefings/x.md")


def test_the_longest_prose_is_read(shelf: Shelf) -> None:
    write(shelf, "briefings/x.md", BRIEFING + "word " * (LARGEST_PROSE // 5 - 10))
    assert load(shelf)[1] == ()


def test_a_link_out_of_the_content_folder_is_refused(shelf: Shelf) -> None:
    secret = shelf.root / "secret.md"
    secret.write_text(BRIEFING)
    (shelf.content / "briefings" / "x.md").symlink_to(secret)
    checked, diagnostics = load(shelf)
    assert checked.heads == {}
    assert said(diagnostics) == [(Code.OUTSIDE_CONTENT, "content/briefings/x.md")]


def test_a_link_to_a_neighbour_whose_name_begins_like_content_is_refused(shelf: Shelf) -> None:
    other = shelf.root / "content-private"
    other.mkdir()
    (other / "x.md").write_text(BRIEFING)
    (shelf.content / "briefings" / "x.md").symlink_to(other / "x.md")
    assert said(load(shelf)[1]) == [(Code.OUTSIDE_CONTENT, "content/briefings/x.md")]


def test_a_link_inside_the_content_folder_is_followed(shelf: Shelf) -> None:
    target = write(shelf, "drafts/y.md")
    (shelf.content / "briefings" / "x.md").symlink_to(target)
    checked, diagnostics = load(shelf)
    assert [*checked.heads] == ["briefings/x.md"]
    assert diagnostics == ()


@pytest.mark.parametrize("inside", [True, False])
def test_a_linked_folder_is_refused(shelf: Shelf, inside: bool) -> None:
    folder = (shelf.content if inside else shelf.root) / "more"
    folder.mkdir()
    (folder / "y.md").write_text(BRIEFING)
    (shelf.content / "briefings" / "more").symlink_to(folder)
    code = Code.UNREADABLE_FILE if inside else Code.OUTSIDE_CONTENT
    assert said(load(shelf)[1]) == [(code, "content/briefings/more")]


def test_a_link_that_leads_nowhere_or_to_itself_is_unreadable(shelf: Shelf) -> None:
    (shelf.content / "briefings" / "a.md").symlink_to("nowhere.md")
    (shelf.content / "briefings" / "b.md").symlink_to("b.md")
    assert said(load(shelf)[1]) == [
        (Code.UNREADABLE_FILE, "content/briefings/a.md"),
        (Code.UNREADABLE_FILE, "content/briefings/b.md"),
    ]


def test_a_pipe_is_not_waited_for(shelf: Shelf) -> None:
    os.mkfifo(shelf.content / "briefings" / "x.md")
    assert said(load(shelf)[1]) == [(Code.UNREADABLE_FILE, "content/briefings/x.md")]


def test_a_folder_named_like_a_briefing_is_a_folder(shelf: Shelf) -> None:
    write(shelf, "briefings/x.md/y.md")
    assert [*load(shelf)[0].heads] == ["briefings/x.md/y.md"]


@pytest.mark.parametrize("name", ["briefings/x.md", "briefings"])
def test_what_may_not_be_read_is_an_error(shelf: Shelf, name: str) -> None:
    write(shelf, "briefings/x.md")
    locked = shelf.content / name
    mode = locked.stat().st_mode
    locked.chmod(0)
    try:
        if os.access(locked, os.R_OK):
            pytest.skip("who runs this may read everything")
        assert said(load(shelf)[1]) == [(Code.UNREADABLE_FILE, f"content/{name}")]
    finally:
        locked.chmod(mode)


def test_a_file_that_cannot_be_opened_is_an_error(shelf: Shelf, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    path = write(shelf, "briefings/x.md")
    monkeypatch.setattr(Path, "open", refuse)
    text, diagnostics = load_text(shelf, path)
    assert text is None
    assert [(d.code, d.message) for d in diagnostics] == [
        (Code.UNREADABLE_FILE, "the file cannot be read: permission denied")
    ]


def test_a_folder_that_cannot_be_opened_does_not_hide_its_briefings(
    shelf: Shelf, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(shelf, "briefings/asia/x.md")
    open_file = os.open

    def refuse(path: str, flags: int) -> int:
        if str(path).endswith("asia"):
            raise PermissionError(13, "Permission denied", str(path))
        return open_file(path, flags)

    monkeypatch.setattr(os, "open", refuse)
    assert list_sources(shelf)[0] == {"briefings/asia": None}


def test_two_files_cannot_have_one_id(shelf: Shelf) -> None:
    write(shelf, "actors/ana.yaml", "name: Ana Diaz\n")
    write(shelf, "actors/ana.yml", "name: Ana María\n")
    _, diagnostics = load(shelf)
    assert entries(shelf).register["ana"].name == "Ana Diaz"
    assert said(diagnostics) == [(Code.DUPLICATE_ID, "content/actors/ana.yml")]


def test_a_broken_entry_is_known_so_that_it_is_reported_once(shelf: Shelf) -> None:
    write(shelf, "actors/ana.yaml", "nome: Ana Diaz\n")
    _, diagnostics = load(shelf)
    assert entries(shelf).register["ana"].id == "ana"
    assert said(diagnostics) == [(Code.UNKNOWN_FIELD, "content/actors/ana.yaml")]


def test_every_problem_of_every_file_is_said_in_one_run(shelf: Shelf) -> None:
    write(shelf, "briefings/a.md", "no front matter")
    write(shelf, "briefings/b.md", BRIEFING.replace("summary", "sumary"))
    write(shelf, "briefings/c.md")
    checked, diagnostics = load(shelf)
    assert [*checked.heads] == ["briefings/b.md", "briefings/c.md"]
    assert checked.files == 3
    assert said(diagnostics) == [
        (Code.MISSING_FRONT_MATTER, "content/briefings/a.md"),
        (Code.UNKNOWN_FIELD, "content/briefings/b.md"),
    ]
