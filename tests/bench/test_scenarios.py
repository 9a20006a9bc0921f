"""What happens to the corpus between two builds, and that equal seeds make equal files."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from builders import BUILDERS, Builder
from corpus import write_corpus
from scenarios import actor, edit, nothing, theme


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    write_corpus(tmp_path / "corpus", 5)
    return tmp_path / "corpus"


def contents(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_a_seed_makes_the_same_briefings_however_many(corpus: Path, tmp_path: Path) -> None:
    write_corpus(tmp_path / "more", 6)
    assert contents(corpus).items() < contents(tmp_path / "more").items()


def test_another_seed_makes_others(corpus: Path, tmp_path: Path) -> None:
    write_corpus(tmp_path / "other", 5, seed=2)
    assert contents(corpus) != contents(tmp_path / "other")


def test_an_edit_changes_one_briefing_each_time_another(corpus: Path) -> None:
    before = contents(corpus)
    changes = [edit(corpus, (), number) for number in (1, 2)]
    changed = {name for name, text in contents(corpus).items() if text != before[name]}
    assert len(changed) == 2
    for change in changes:
        (name,) = (n for n in changed if n.endswith(f"{change.page}.md"))
        assert change.shown in contents(corpus)[name].decode()


def test_a_renamed_actor_is_one_entry_of_the_register_that_the_briefing_names(corpus: Path) -> None:
    before = contents(corpus)
    change = actor(corpus, (), 1)
    ((name, text),) = ((n, t) for n, t in contents(corpus).items() if t != before[n])
    assert name.startswith("content/actors/")
    assert f"name: {change.shown}\n" in text.decode()
    (briefing,) = (t for n, t in before.items() if n.endswith(f"{change.page}.md"))
    assert f"- id: {Path(name).stem}\n" in briefing.decode()


@pytest.mark.parametrize("builder", BUILDERS, ids=lambda b: b.name)
def test_the_theme_of_every_builder_can_be_changed(builder: Builder, corpus: Path, tmp_path: Path) -> None:
    folder = tmp_path / builder.name
    builder.prepare(folder)
    base = folder / builder.base
    change = theme(corpus, [base], 1)
    assert change.shown in base.read_text()
    assert change.shown not in (builder.start / builder.base).read_text()


def test_nothing_changes_nothing(corpus: Path) -> None:
    before = contents(corpus)
    assert not nothing(corpus, (), 1).shown
    assert contents(corpus) == before


@pytest.mark.parametrize(("command", "program"), [("sh", "/nowhere/hugo"), ("/nowhere/hugo", "/"), ("hugo-no", "/")])
def test_who_is_not_installed_is_named_in_one_line(command: str, program: str) -> None:
    missing = replace(BUILDERS[-1], title="Hugo", command=(command,), program=Path(program))
    assert re.fullmatch(r"Hugo is left out: hugo(-no)? is not installed", missing.obstacle())


def test_who_is_installed_is_measured() -> None:
    assert replace(BUILDERS[-1], command=("sh",), program=Path("/")).obstacle() == ""
