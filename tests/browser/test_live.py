"""The editor's browser, while something is written: it shows what was saved, and what is wrong with it."""

import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

PATIENCE = 60_000  # milliseconds, for a machine that has much else to do
FIELDS = "---\ntitle: Served\ndate: 2024-05-01\nsummary: S\nsources: [{id: s, title: T}]\n---\n"
PROSE = "\n\n".join(f"Paragraph {number} of a long text." for number in range(60))


class Served:
    """A small project that is served, and its briefing."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.briefing, self.settings = folder / "content/briefings/x.md", folder / "pelican.conf.py"
        self.briefing.parent.mkdir(parents=True)
        self.write(PROSE)
        self.settings.write_text(
            f"from runpy import run_path\n"
            f"known = run_path({str(root / 'pelican.conf.py')!r})\n"
            f"globals().update({{name: value for name, value in known.items() if name.isupper()}})\n"
            f"THEME, PLUGIN_PATHS = {str(root / 'theme')!r}, [{str(root / 'plugins')!r}]\n"
        )
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-m", "briefing", "serve", "--port=0"],
            cwd=folder,
            env={"PYTHONPATH": str(root / "plugins"), "PATH": "/usr/bin:/bin"},
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self.process.stdout
        port = self.process.stdout.readline().split("127.0.0.1:")[1].split("/")[0]
        self.address = f"http://127.0.0.1:{port}/briefings/x/"

    def write(self, prose: str, fields: str = FIELDS) -> None:
        self.briefing.write_text(f"{fields}{prose}\n")


@pytest.fixture(scope="module")
def served(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    project = Served(root, tmp_path_factory.mktemp("served"))
    yield project
    project.process.send_signal(signal.SIGINT)
    project.process.communicate()
    assert project.process.returncode == 0


@pytest.fixture
def shown(page: Page, served: Served) -> Iterator[Page]:
    """The page of the briefing; a first visitor may come before it is built, and sees it all the same."""
    said: list[str] = []
    page.set_default_timeout(PATIENCE)
    page.on("console", lambda message: said.append(message.text))
    served.write(PROSE)
    page.goto(served.address)
    page.get_by_text("Paragraph 0 of").wait_for()
    yield page
    assert [text for text in said if "404" not in text] == []


def test_what_was_saved_is_shown_where_the_page_was_read(served: Served, shown: Page) -> None:
    shown.evaluate("scrollTo(0, 600)")
    served.write(PROSE.replace("Paragraph 9 of", "The ninth paragraph of"))
    shown.get_by_text("The ninth paragraph of").wait_for()
    shown.wait_for_function("scrollY === 600")
    served.write(f"{PROSE}\n\nThe end.")
    shown.get_by_text("The end.").wait_for(state="attached")
    shown.wait_for_function("scrollY === 600")


def test_a_mistake_lies_over_the_last_good_page_until_it_is_mended(served: Served, shown: Page) -> None:
    served.write(PROSE, FIELDS.replace("summary", "sumary"))
    problem = shown.get_by_role("alertdialog")
    problem.get_by_text("content/briefings/x.md:4:1").wait_for()
    for part in ("did you mean 'summary'?", "sumary: S\n    | ^^^^^^", "unknown-field"):
        assert part in problem.inner_text()
    assert shown.get_by_text("Paragraph 0 of").is_visible()
    served.write(PROSE)
    problem.wait_for(state="detached")
    assert shown.get_by_text("Paragraph 0 of").is_visible()


def test_a_new_briefing_comes_to_the_lists_and_goes_when_it_is_removed(served: Served, shown: Page) -> None:
    shown.goto(served.address.replace("x/", ""))
    other = served.briefing.with_name("other.md")
    other.write_text(f"{FIELDS.replace('Served', 'Another one')}{PROSE}\n")
    shown.get_by_text("Another one").first.wait_for()
    other.unlink()
    shown.get_by_text("Another one").first.wait_for(state="detached")


def test_settings_with_a_mistake_are_said_and_those_that_are_mended_begin_the_builder_anew(
    served: Served, shown: Page
) -> None:
    before = served.settings.read_text()
    served.settings.write_text(f"{before}SITENAME = (\n")
    shown.get_by_role("alertdialog").get_by_text("pelican.conf.py:5:12").wait_for()
    served.settings.write_text(f"{before}SITENAME = 'Another name'\n")
    shown.get_by_text("Another name").first.wait_for()
    shown.get_by_role("alertdialog").wait_for(state="detached")


def test_every_page_of_a_browser_follows_however_many_are_open(served: Served, shown: Page) -> None:
    others = [shown.context.new_page() for _ in range(9)]
    for page in others:
        page.set_default_timeout(PATIENCE)
        page.goto(served.address)
    for number, without in enumerate((shown, *others[:2])):
        served.write(PROSE, FIELDS.replace("summary", "sumary"))
        for page in others[number:]:
            page.get_by_role("alertdialog").wait_for()
        late = shown.context.new_page() if not number else others[-1]
        late.set_default_timeout(PATIENCE)
        late.goto(served.address)
        late.get_by_role("alertdialog").wait_for()
        served.write(f"{PROSE}\n\nThe end, {number}.")
        for page in others[number:]:
            page.get_by_text(f"The end, {number}.").wait_for(state="attached")
            page.get_by_role("alertdialog").wait_for(state="detached")
        without.close() if number else without.goto("about:blank")
