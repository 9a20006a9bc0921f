"""`briefing new` with saved articles: what is written, what never is, and what is said."""

import io
import json
import subprocess
import sys
from pathlib import Path

import pytest
import yaml
from briefing.cli import main
from briefing.cli.terminal import in_turn, print_lines
from briefing.cli.written import NewFile, TakenError, write_all

PIER = """\
Pier closed after storm

March 14, 2024

Tidewick, March 14: The old pier was closed on Tuesday after a storm tore away eleven planks.

"Nobody should set foot on it before the divers have been down," said Orla Venn, the harbour master of Tidewick.

Source: Tidewick Courier
"""
DIVERS = """\
Divers find rot under Tidewick pier

20 March 2024

Three of nine piles are hollow, divers found on Monday. "It is worse than we thought," said Bram Oster, a diver.

Source: Harwold Post
"""
DRAFT = "content/briefings/2024-03-14-pier-closed-after-storm.md"
ENTRY = "content/sources/tidewick-courier-2024-03-14.yaml"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "project"
    (root / "content").mkdir(parents=True)
    (root / "pelican.conf.py").write_text('PATH = "content"\nTIMEZONE = "UTC"\n')
    (tmp_path / "pier.txt").write_text(PIER)
    (tmp_path / "divers.txt").write_text(DIVERS)
    monkeypatch.chdir(root)
    return root


def files(project: Path) -> set[str]:
    return {p.relative_to(project).as_posix() for p in project.rglob("*") if p.is_file()} - {"pelican.conf.py"}


def test_a_source_becomes_a_draft_an_entry_and_a_saved_copy(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "../pier.txt"]) == 0
    assert files(project) == {DRAFT, ENTRY, "seeds/pier.txt"}
    assert (project / "seeds/pier.txt").read_text() == PIER
    assert "\x1b" not in capsys.readouterr().out
    assert main(["check", "--strict"]) == 0


def test_a_headline_beside_the_article_is_the_drafts_own(project: Path) -> None:
    assert main(["new", "The boat: new again", "../pier.txt"]) == 0
    (path,) = (project / "content/briefings").iterdir()
    text = path.read_text("utf-8")
    assert path.name.endswith("-the-boat-new-again.md")
    assert yaml.safe_load(text.split("---\n")[1])["title"] == "The boat: new again"
    assert "write yours" not in text


def test_the_entry_is_pinned_and_says_what_the_article_says_of_itself(project: Path) -> None:
    main(["new", "../pier.txt"])
    entry = (project / ENTRY).read_text()
    assert "title: Pier closed after storm\n" in entry
    assert "publisher: Tidewick Courier\ndate: 2024-03-14\n" in entry
    assert "file: seeds/pier.txt\nsha256: " in entry
    assert "lang: en\ncredit: 'Source: Tidewick Courier'\n" in entry


def test_the_marks_it_counts_are_those_that_the_check_counts(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "--source", "../pier.txt", "--source", "../divers.txt"])
    told = capsys.readouterr().out.splitlines()[-1]
    main(["check", "--format=json"])
    found = [d["line"] for d in json.loads(capsys.readouterr().out)["diagnostics"] if d["code"] == "unsure-mark"]
    assert told.startswith(f"{len(found)} marks to settle: ")
    (draft,) = (project / "content/briefings").iterdir()
    marked = [line.strip() for line in draft.read_text().splitlines() if "[check:" in line]
    assert len(found) == len(marked) > len(set(marked))


def test_a_copy_among_the_seeds_is_not_copied_again(project: Path) -> None:
    (project / "seeds").mkdir()
    (project / "seeds" / "mine.txt").write_text(PIER)
    assert main(["new", "seeds/mine.txt"]) == 0
    assert files(project) == {DRAFT, ENTRY, "seeds/mine.txt"}


def test_a_source_the_catalogue_has_is_referred_to(project: Path) -> None:
    main(["new", "../pier.txt"])
    (project / DRAFT).unlink()
    assert main(["new", "--source", "../pier.txt"]) == 0
    assert files(project) == {DRAFT, ENTRY, "seeds/pier.txt"}


def test_another_article_of_the_same_name_gets_a_name_of_its_own(project: Path) -> None:
    main(["new", "../pier.txt"])
    Path("../pier.txt").write_text(DIVERS)
    assert main(["new", "../pier.txt"]) == 0
    assert {"seeds/pier.txt", "seeds/pier-2.txt"} <= files(project)


def test_nothing_is_overwritten_and_then_nothing_is_written(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "content/briefings").mkdir()
    (project / DRAFT).write_text("written by hand")
    assert main(["new", "../pier.txt"]) == 1
    assert capsys.readouterr().err == f"briefing: {DRAFT} is there already; nothing was written\n"
    assert files(project) == {DRAFT}
    assert (project / DRAFT).read_text() == "written by hand"


def test_several_sources_make_one_draft(project: Path) -> None:
    assert main(["new", "--source", "../pier.txt", "--source", "../divers.txt"]) == 0
    (draft,) = (project / "content/briefings").iterdir()
    assert "sources: [tidewick-courier-2024-03-14, harwold-post-2024-03-20]" in draft.read_text()
    assert main(["check", "--strict"]) == 0


@pytest.mark.parametrize("bad", ["missing.txt", "empty.txt", "../pier.txt"])
def test_with_one_bad_source_nothing_is_written(project: Path, capsys: pytest.CaptureFixture[str], bad: str) -> None:
    (project / "empty.txt").write_text("")
    before = files(project)
    assert main(["new", "../pier.txt", bad]) == 1
    assert files(project) == before
    assert capsys.readouterr().err.endswith("briefing: nothing was written\n")


def test_a_source_is_added_to_a_briefing_that_is_there(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["new", "../pier.txt"])
    before = (project / DRAFT).read_text()
    assert main(["new", "../divers.txt", "--into", DRAFT]) == 0
    after = (project / DRAFT).read_text()
    assert "It is worse than we thought" in after
    assert set(before.splitlines()) - set(after.splitlines()) <= {
        line for line in before.splitlines() if line.startswith("sources:") or "passage:" in line
    }
    assert main(["check", "--strict"]) == 0
    assert main(["new", "../divers.txt", "--into", DRAFT]) == 0
    assert "has all of it already" in capsys.readouterr().out
    assert (project / DRAFT).read_text() == after
    Path("../link").symlink_to(project)
    assert main(["new", "../divers.txt", "--into", f"../link/{DRAFT}"]) == 0


@pytest.mark.parametrize(
    ("into", "said"),
    [
        ("content/briefings/none.md", "there is no briefing content/briefings/none.md"),
        ("../elsewhere.md", "does not lie in the content folder"),
        ("content/bad.md", "has errors; mend them first"),
    ],
)
def test_a_briefing_that_cannot_be_added_to_is_named(
    project: Path, capsys: pytest.CaptureFixture[str], into: str, said: str
) -> None:
    Path("../elsewhere.md").write_text("---\ntitle: A\n---\n")
    (project / "content/bad.md").write_text("---\ntitle: A\n---\n")
    assert main(["new", "../pier.txt", "--into", into]) == 1
    assert said in capsys.readouterr().err
    assert files(project) == {"content/bad.md"}


def test_a_published_briefing_is_said_to_stop_the_build(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = project / "content/briefings/x.md"
    path.parent.mkdir()
    path.write_text("---\ntitle: A\ndate: 2024-03-15\nsummary: B\nsources: [{id: s, title: S}]\n---\n")
    assert main(["new", "../pier.txt", "--into", str(path)]) == 0
    assert "It is published already: the build stops until they are." in capsys.readouterr().out
    assert main(["check"]) == 1


def test_the_articles_date_can_be_given(project: Path) -> None:
    Path("../bare.txt").write_text("The pier was closed on Friday by the town. Nobody knows for how long it will be.")
    assert main(["new", "../bare.txt", "--published", "2024-03-20"]) == 0
    (draft,) = (project / "content/briefings").iterdir()
    assert "date: 2024-03-15\n    title: The pier was closed by the town" in draft.read_text()


BAD = {
    "empty.txt": b"",
    "binary.txt": bytes(range(256)) * 20,
    "large.txt": b"The old pier was closed on Friday. " * 1_500_000,
    "script.html": b"<html><body><script>" + b"var x = 1; " * 5000 + b"</script></body></html>",
    "paywall.html": b"<html><title>Pier</title><body><p>Subscribe to read on.</p></body></html>",
    "latin-1.txt": "Der Pier öffnet nicht vor dem Frühjahr, sagte die Hafenmeisterin.".encode("latin-1"),
    "nested.html": b"<html><body>" + b"<div>" * 1000 + b"deep" + b"</div>" * 1000,
    "markup.html": b"<html><body>" + b"<p>x" * 50_000,
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_source_is_named_with_its_reason_and_nothing_is_written(
    project: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    Path("..", name).write_bytes(BAD[name])
    for command in (["new", f"../{name}"], ["extract", "--json", f"../{name}"]):
        assert main(command) == 1
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err.startswith(f"briefing: ../{name} ")
    assert files(project) == set()


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("encoding", ["utf-16", "utf-8-sig"])
def test_a_source_in_another_unicode_is_drafted_from(encoding: str) -> None:
    Path("../pier.txt").write_bytes(PIER.encode(encoding))
    assert main(["new", "../pier.txt"]) == 0
    assert main(["check", "--strict"]) == 0


@pytest.mark.usefixtures("project")
def test_an_article_as_deep_as_parsers_allow_is_drafted_from() -> None:
    said = "The harbour master said on Friday that the pier would stay closed until the spring storms are over. " * 3
    Path("../deep.html").write_text(f"<html><body>{'<div>' * 200}<p>{said}</p>{'</div>' * 200}")
    assert main(["new", "../deep.html"]) == 0
    assert main(["check"]) == 0


HOSTILE = "<img src=x onerror=alert(1)><script>alert(1)</script>"
PAGE = (
    "<!doctype html><html><head><title>[check: x] --- 'a' {0}</title></head><body onload=alert(1)><article><h1>A</h1>"
    + "<p>{0}The harbour master said on Friday that the pier would stay closed. “We are sorry, {0}” said Orla Venn.</p>"
    * 4
    + "</article></body></html>"
).replace("{0}", HOSTILE)


def test_of_a_hostile_page_only_text_is_kept(project: Path) -> None:
    Path("../evil.html").write_text(PAGE)
    assert main(["new", "../evil.html"]) == 0
    kept = "".join(path.read_text() for path in (project / "content").rglob("*.*"))
    assert not any(markup in kept for markup in ("<img", "<script", "onerror", "onload"))
    assert main(["check"]) == 0


@pytest.mark.parametrize("arguments", [["new"], ["new", "A", "B"], ["new", "--source", "a.txt", "dam.tx"]])
def test_neither_title_nor_source_ends_with_two(project: Path, arguments: list[str]) -> None:
    assert main(arguments) == 2
    assert files(project) == set()


@pytest.mark.parametrize(("option", "folder"), [("--actor", "actors"), ("--source-record", "sources")])
def test_an_entry_can_be_started(project: Path, option: str, folder: str) -> None:
    assert main(["new", option, "Orla: Venn"]) == 0
    assert files(project) == {f"content/{folder}/orla-venn.yaml"}
    assert main(["check"]) == 0
    assert main(["new", option, "Orla: Venn"]) == 1


def test_extract_shows_a_line_a_proposal_and_names_what_it_cannot_read(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (project / "bad.txt").write_bytes(b"")
    assert main(["extract", "../pier.txt", "bad.txt"]) == 1
    shown = capsys.readouterr()
    assert "  quotation    Orla Venn: “Nobody should set foot" in shown.out
    assert "  date         2024-03-12: Tuesday [resolved]\n" in shown.out
    assert shown.err == "briefing: bad.txt is empty. [empty-source]\n"


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_lines_have_colours_on_a_terminal_and_none_where_they_are_not_wanted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    shown = {}
    for name in ("coloured", "plain"):
        terminal = Terminal()
        monkeypatch.setattr(sys, "stdout", terminal)
        print_lines([(("actor", "blue"), (" [a] Orla Venn " * 20, ""))])
        shown[name] = terminal.getvalue()
        monkeypatch.setenv("NO_COLOR", "1")
    assert "\x1b[34mactor" in shown["coloured"]
    assert shown["plain"] == "actor" + " [a] Orla Venn " * 20 + "\n"


def test_a_bar_is_drawn_for_several_files_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm")
    drawn = {}
    for name, stream, given in (("one", Terminal(), 1), ("several", Terminal(), 3), ("pipe", io.StringIO(), 3)):
        monkeypatch.setattr(sys, "stderr", stream)
        assert list(in_turn(["a"] * given)) == ["a"] * given
        drawn[name] = stream.getvalue()
    assert drawn["one"] == drawn["pipe"] == ""
    assert "reading" in drawn["several"]


def test_all_files_are_written_or_none(tmp_path: Path) -> None:
    taken = tmp_path / "b"
    taken.write_text("mine")
    with pytest.raises(TakenError):
        write_all([NewFile(tmp_path / "a", b"1"), NewFile(taken, b"2"), NewFile(tmp_path / "c", b"3")])
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {"b": "mine"}


def test_a_file_that_changed_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    edited = tmp_path / "b"
    edited.write_text("edited meanwhile")
    with pytest.raises(TakenError):
        write_all([NewFile(edited, b"2", replaces=b"as it was"), NewFile(tmp_path / "a", b"1")])
    assert {p.name: p.read_text() for p in tmp_path.iterdir()} == {"b": "edited meanwhile"}


def test_a_replaced_file_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "b"
    path.write_text("old")
    path.chmod(0o640)
    write_all([NewFile(path, b"new", replaces=b"old")])
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("new", 0o640)


def test_the_task_takes_a_source_instead_of_a_title(root: Path) -> None:
    command = [sys.executable, "-m", "invoke", "new", "--source", "seeds/none.txt"]
    ran = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert ran.returncode == 1
    assert "seeds/none.txt cannot be opened" in ran.stderr
