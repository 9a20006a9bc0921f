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
    originals = [file for part in builder.parts for file in (part, *part.rglob("*")) if file.name == base.name]
    assert originals
    assert all(change.shown not in file.read_text() for file in originals)


def test_a_folder_is_laid_over_another_of_its_name(tmp_path: Path) -> None:
    for name, text in {"below/layouts/one": "1", "below/layouts/two": "2", "above/layouts/two": "22"}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text)
    parts = (tmp_path / "below/layouts", tmp_path / "above/layouts")
    replace(BUILDERS[0], parts=parts, links=()).prepare(tmp_path / "site")
    assert contents(tmp_path / "site") == {"layouts/one": b"1", "layouts/two": b"22"}


def test_hugo_with_every_form_makes_the_pages_of_hugo_and_replaces_none_of_its_templates(tmp_path: Path) -> None:
    named = {b.name: b for b in BUILDERS}
    for name in ("hugo", "hugo-whole"):
        named[name].prepare(tmp_path / name)
    assert contents(tmp_path / "hugo").items() < contents(tmp_path / "hugo-whole").items()


def test_a_change_is_looked_for_on_the_page_and_in_other_forms_where_they_are_written(corpus: Path) -> None:
    change = actor(corpus, (), 1)
    page, data = f"briefings/{change.page}/index.html", f"briefings/{change.page}/briefing.json"
    assert change.places(whole=False) == (page,)
    assert change.places(whole=True)[:2] == (page, data)
    assert nothing(corpus, (), 1).places(whole=True) == ()


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
