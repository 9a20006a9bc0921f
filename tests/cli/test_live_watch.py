"""What is noticed while a site is served: every save, in whatever way an editor saves, and every folder that comes."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from briefing.cli.live_watch import Watching

SETTINGS = "PATH = 'content'\n"
PATIENCE = 60  # seconds, for a machine that has much else to do


class Noticed:
    """What is noticed, one change after the other; nothing at all is a failure, and no endless wait."""

    def __init__(self, watching: Watching) -> None:
        self.changes = watching.changes()

    def __next__(self) -> set[str]:
        signal.alarm(PATIENCE)
        try:
            return next(self.changes)
        except KeyboardInterrupt:
            pytest.fail("nothing was noticed")
        finally:
            signal.alarm(0)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    (tmp_path / "content/briefings").mkdir(parents=True)
    (tmp_path / "pelican.conf.py").write_text(SETTINGS)
    return tmp_path


@pytest.fixture
def watching(site: Path) -> Watching:
    return Watching(str(site / "pelican.conf.py"), "")


@pytest.fixture
def changes(watching: Watching) -> Iterator[Noticed]:
    before = signal.signal(signal.SIGALRM, signal.default_int_handler)
    yield Noticed(watching)
    signal.signal(signal.SIGALRM, before)


def put(file: Path, text: str) -> str:
    """Save as many editors do: the new file is put in the place of the old one."""
    beside = file.with_name("new")
    beside.write_text(text)
    beside.replace(file)
    return str(file)


def test_settings_are_noticed_every_time_they_are_saved(site: Path, watching: Watching, changes: Noticed) -> None:
    for name in ("First", "Second", "Third"):
        file = put(site / "pelican.conf.py", f"{SETTINGS}SITENAME = {name!r}\n")
        assert next(changes) == {file}
        assert watching.is_program(file)


def test_settings_that_cannot_be_read_are_noticed_and_so_is_their_mending(
    site: Path, changes: Noticed, capsys: pytest.CaptureFixture[str]
) -> None:
    file = put(site / "pelican.conf.py", "PATH = (")
    assert next(changes) == {file}
    put(site / "pelican.conf.py", SETTINGS)
    assert next(changes) == {file}
    assert capsys.readouterr() == ("", "")


def test_a_program_beside_the_settings_is_noticed_when_it_comes_changes_and_goes(
    site: Path, watching: Watching, changes: Noticed
) -> None:
    rules = site / "rules.py"
    for save in (lambda: put(rules, "X = 1\n"), lambda: put(rules, "X = 2\n"), rules.unlink):
        save()
        assert next(changes) == {str(rules)}
        assert watching.is_program(str(rules))


def test_a_folder_that_comes_later_is_watched_with_all_in_it(site: Path, watching: Watching, changes: Noticed) -> None:
    seeds = site / "seeds"
    seeds.mkdir()
    assert str(seeds) in next(changes)
    file = put(seeds / "post.txt", "The dam held.")
    assert file in next(changes)
    assert not watching.is_program(file)


def test_a_folder_that_goes_and_comes_again_is_watched_again(site: Path, changes: Noticed) -> None:
    seeds = site / "seeds"
    seeds.mkdir()
    next(changes)
    seeds.rmdir()
    assert str(seeds) in next(changes)
    seeds.mkdir()
    assert str(seeds) in next(changes)
    assert put(seeds / "post.txt", "The dam held.") in next(changes)


def test_a_theme_that_the_settings_name_now_is_watched(site: Path, changes: Noticed) -> None:
    (site / "mine/templates").mkdir(parents=True)
    put(site / "pelican.conf.py", f"{SETTINGS}THEME = 'mine'\n")
    assert next(changes) == {str(site / "pelican.conf.py"), str(site / "mine")}
    assert put(site / "mine/templates/base.html", "<p>") in next(changes)


def test_a_text_is_noticed(site: Path, watching: Watching, changes: Noticed) -> None:
    put(site / "pelican.conf.py", f"{SETTINGS}SITENAME = 'Watched from here on'\n")
    next(changes)
    file = put(site / "content/briefings/x.md", "---\n")
    assert file in next(changes)
    assert not watching.is_program(file)
