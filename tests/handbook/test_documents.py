"""What documents say is true: their commands run or exist, their examples parse, their generated parts are current."""

import os
import re
import shlex
import subprocess
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
import yaml
from briefing.build.settings import DEFAULTS
from briefing.cli import COMMANDS
from invoke import Collection, ParseError
from invoke.parser import Parser

from handbook.architecture import layers, read_architecture
from handbook.blocks import Block, blocks, commands, prints
from handbook.figures import read_readme, render_figures
from handbook.pictures import copy_project
from handbook.reference import RECORDS, field_words, render_reference

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted([*ROOT.glob("docs/*.md"), ROOT / "README.md", ROOT / "CONTRIBUTING.md"])
LANGUAGES = {"console", "sh", "yaml", "python", "text", "json", "toml", "nginx", "markdown", "html", "dot", "js"} | {
    "css",
    "jinja",
}
MOST_PICTURES = 150_000  # bytes of all of them
NAMED = re.compile(r"`((?:\.venv/bin/)?(?:invoke|briefing|python -m briefing) [^`\n]+)`")
OURS = re.compile(r"(?:\.venv/bin/)?(?:invoke|briefing|python -m briefing) ")


def blocks_of(path: Path) -> list[Block]:
    return list(blocks(path.read_text("utf-8")))


def names(paths: list[Path]) -> list[str]:
    return [path.name for path in paths]


RUN = [path for path in DOCUMENTS if any(block.language == "console" for block in blocks_of(path))]


@pytest.mark.parametrize("document", RUN, ids=names(RUN))
def test_what_a_document_tells_to_do_does_what_it_says(document: Path, root: Path, tmp_path: Path) -> None:
    copy_project(root, tmp_path)
    programs = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"}
    for block in blocks_of(document):
        if block.file:
            (tmp_path / block.file).parent.mkdir(parents=True, exist_ok=True)
            (tmp_path / block.file).write_text(block.text, "utf-8")
        for command in commands(block) if block.language == "console" else ():
            done = subprocess.run(
                ["bash", "-c", command.line],
                cwd=tmp_path,
                env=os.environ | programs,
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                encoding="utf-8",
                check=False,
            )
            where = f"{document.name}:{block.line}: {command.line}"
            assert prints(command.prints, done.stdout), f"{where}\n{done.stdout}"


def test_a_document_may_leave_out_what_a_command_prints_and_change_nothing() -> None:
    assert prints("a\n…\nd", "a\nb\nc\nd\n")
    assert prints("a … d", "a b d \n")
    assert not prints("a\n…\nd", "a\nb\n")
    assert not prints("a", "a\nb\n")


@pytest.mark.parametrize("document", DOCUMENTS, ids=names(DOCUMENTS))
def test_every_row_stands_in_a_table_with_a_head(document: Path) -> None:
    """A blank line within a table ends it, and what follows is shown with its strokes."""
    text = re.sub(r"^```.*?^```", "", document.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    for rows in re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE):
        assert re.match(r"\|.*\n\|[ :|-]+\|\n", rows), rows.splitlines()[0]


@pytest.mark.parametrize("document", DOCUMENTS, ids=names(DOCUMENTS))
def test_every_block_says_its_language_and_can_be_read_in_it(document: Path) -> None:
    text = document.read_text("utf-8")
    found = blocks_of(document)
    assert text.count("\n```") == 2 * len(found), "a fence without a partner, or within another"
    for block in found:
        where = f"{document.name}:{block.line}"
        assert block.language in LANGUAGES, where
        if block.language == "python":
            compile(block.text, where, "exec")
        if block.language == "yaml":
            list(yaml.safe_load_all(block.text.split("\n---\n")[0].removeprefix("---\n")))


def commands_named(document: Path) -> Iterator[str]:
    text = document.read_text("utf-8")
    yield from NAMED.findall(text)
    lines = [line for block in blocks_of(document) if block.language == "sh" for line in block.text.splitlines()]
    lines += re.findall(r"^    (\S.*)$", text, re.MULTILINE)
    for line in lines:
        yield from (part.strip() for part in re.split(r" && |\s#\s|\s#$", line) if OURS.match(part.strip()))


def words_of(command: str) -> list[str]:
    cut = re.split(r"[…|>]| #", command.replace("[", "").replace("]", ""))[0]
    return shlex.split(cut.removeprefix(".venv/bin/"))


@pytest.mark.parametrize("document", DOCUMENTS, ids=names(DOCUMENTS))
def test_every_command_that_is_named_is_there_with_its_options(document: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT))
    tasks = Collection.from_module(import_module("tasks"))
    for command in commands_named(document):
        program, *words = words_of(command)
        if program == "python":
            words = words[2:]
        if not words or words[0] in ("-l", "--help") or words[0].isupper():
            continue
        if program == "invoke":
            monkeypatch.setattr(sys, "argv", [program, *words])  # tasks that take several words look there
            try:
                Parser(contexts=tasks.to_contexts()).parse_argv(words)
            except ParseError as error:
                if "did not receive required" not in str(error):  # it is named, and not shown in full
                    pytest.fail(f"{document.name}: {command}: {error}")
        else:
            assert words[0] in COMMANDS, f"{document.name}: {command}"
            parser = ArgumentParser(exit_on_error=False)
            import_module(f"briefing.cli.{words[0]}").command(parser)
            known = {option for action in parser._actions for option in action.option_strings}
            options = [word.partition("=")[0] for word in words[1:] if word.startswith("-")]
            assert set(options) <= known, f"{document.name}: {command}"


def test_the_first_page_of_the_documentation_leads_to_every_other(root: Path) -> None:
    named = set(re.findall(r"\]\(([\w./-]+\.md)\)", (root / "docs/index.md").read_text("utf-8")))
    assert {f"{path.name}" for path in root.glob("docs/*.md")} - {"index.md"} <= named


def test_the_reference_is_what_the_model_says(root: Path) -> None:
    assert (root / "docs/reference.md").read_text("utf-8") == render_reference(), "invoke handbook"


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_the_model_says_what_each_field_is(record: type) -> None:
    assert set(field_words(record)) == set(record.__slots__)  # type: ignore[attr-defined]  # a record has slots


def test_every_setting_has_its_line_in_the_documentation(root: Path) -> None:
    text = (root / "docs/settings.md").read_text("utf-8")
    described = dict(re.findall(r"^\| `(BRIEFING_\w+)` \| `?([^|]*?)`? \|", text, re.MULTILINE))
    assert {name: repr(value).replace("'", '"') for name, value in DEFAULTS.items()} == described


def test_the_figures_of_the_readme_are_those_that_were_measured(root: Path) -> None:
    assert (root / "README.md").read_text("utf-8") == read_readme(root), "invoke handbook"
    measured = (root / "bench/figures.json").read_text("utf-8")
    assert render_figures(measured).count("\n") == 5
    assert "| this project | " in render_figures(measured)


def test_the_picture_of_the_architecture_is_the_contract(root: Path) -> None:
    picture = (root / "content/images/handbook/architecture.svg").read_text("utf-8")
    assert picture == read_architecture(root), "invoke handbook"
    rooms = [room for row in layers((root / "pyproject.toml").read_text("utf-8")) for room in row]
    assert all(f">{room}<" in picture for room in rooms)


def test_the_pictures_that_documents_show_are_there_and_small(root: Path) -> None:
    shown = {
        (path.parent / name).resolve()
        for path in DOCUMENTS
        for name in re.findall(r"!\[[^\]]+\]\(([^)\s]+)\)", path.read_text("utf-8"))
    }
    there = set((root / "content/images/handbook").iterdir())
    assert {path.name for path in there} == {path.name for path in shown}
    assert sum(path.stat().st_size for path in there) <= MOST_PICTURES


def test_every_release_has_its_upgrade_note(root: Path) -> None:
    releases = re.findall(r"^## (.+)$", (root / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    notes = re.findall(r"^## (.+)$", (root / "docs/upgrading.md").read_text("utf-8"), re.MULTILINE)
    assert notes == releases
