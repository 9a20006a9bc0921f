"""The form for editors in a real browser: it loads with its own policy, is filled in, and what it writes passes."""

import shutil
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from briefing.build.admin import KEPT, put_form
from briefing.build.check import check_project
from briefing.cli import main
from briefing.diagnostics import Severity
from briefing.parsing.load import Shelf, load_text
from briefing.parsing.long_form import in_long_form
from briefing.parsing.manuscript import Manuscript, parse_manuscript
from briefing.view.site import Site
from playwright.sync_api import Browser, Locator, Page

pytestmark = [pytest.mark.browser, pytest.mark.network, pytest.mark.xdist_group("form")]
STORED = "sveltia-cms-test"
ALL_FILES = """async () => {
  const found = {};
  const walk = async (folder, path) => {
    for await (const [name, each] of folder.entries()) {
      if (each.kind === 'directory') await walk(each, `${path}${name}/`);
      else try { found[path + name] = await (await each.getFile()).text(); } catch { /* it is being written */ }
    }
  };
  await walk(await navigator.storage.getDirectory(), '');
  return found;
}"""


PUT_FILES = """async (files) => {
  for (const [path, text] of Object.entries(files)) {
    const parts = path.split('/');
    let folder = await navigator.storage.getDirectory();
    for (const part of parts.slice(0, -1)) folder = await folder.getDirectoryHandle(part, {create: true});
    const stream = await (await folder.getFileHandle(parts.at(-1), {create: true})).createWritable();
    await stream.write(text);
    await stream.close();
  }
}"""
INVENTED = "Council of Velmora"
WITHIN = ("content/actors/people/deep/dee-frost.yaml", "name: Dee Frost\n")
"""An entry in a folder whose name no folder of briefings has."""
EDITED = {
    "content/briefings/2023-05-08-kishida-in-seoul.md": "briefings",
    "content/fiction/2021-06-03-sea-gate.ar.md": "briefings-fiction",
}
"""Briefings that were written by hand, and the lists of the form that have them."""


def demonstration(root: Path) -> Iterator[tuple[str, str]]:
    """Briefings of the demonstration in long form, with the register and the catalogue they rest on."""
    for path in (*root.glob("content/actors/**/*.yaml"), *root.glob("content/sources/**/*.yaml")):
        yield f"{STORED}/{path.relative_to(root)}", path.read_text("utf-8")
    for name in EDITED:
        yield f"{STORED}/{name}", in_long_form(read(root / name, root))


def read(path: Path, root: Path) -> Manuscript:
    file, unread = load_text(Shelf(root, root / "content"), path)
    assert file, unread
    manuscript, problems = parse_manuscript(f"{path.parent.name}/{path.name}", file)
    assert manuscript, problems
    assert problems == ()
    return manuscript


@dataclass
class Form:
    """The form, as an editor fills it in."""

    page: Page
    address: str

    def begin(self, collection: str) -> None:
        self.page.goto(f"{self.address}#/collections/{collection}/new")
        self.field("name" if collection.startswith("actors") else "title").wait_for()

    def field(self, path: str) -> Locator:
        """A field by its path; the form makes it when it is scrolled to."""
        found = self.page.locator(f'section[data-key-path="{path}"]')
        self.page.mouse.move(600, 600)
        for _ in range(40):
            if found.count():
                break
            self.page.mouse.wheel(0, 600)
            self.page.wait_for_timeout(50)
        found.first.scroll_into_view_if_needed()
        return found.first

    def write(self, path: str, text: str) -> None:
        self.field(path).locator("input, textarea").first.fill(text)

    def add(self, path: str) -> None:
        self.field(path).get_by_role("button", name="Add").last.click()

    def choose(self, path: str, label: str) -> None:
        many = self.field(path).get_by_role("combobox")
        if many.count():  # of a few all are shown, of many a list opens
            many.first.click()
            self.page.get_by_role("option", name=label).first.click()
        else:
            self.field(path).get_by_text(label, exact=True).first.click()

    def save(self, file: str) -> None:
        self.page.get_by_role("button", name="Save", exact=True).click()
        for _ in range(100):
            if f"{STORED}/{file}" in self.page.evaluate(ALL_FILES):
                return
            self.page.wait_for_timeout(100)
        pytest.fail(f"{file} was not saved: {self.page.inner_text('body')[-400:]}")


@pytest.fixture(scope="module")
def project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that has got the form."""
    folder = tmp_path_factory.mktemp("desk")
    (folder / "pelican.conf.py").write_text("PATH = 'content'\n", "utf-8")
    shutil.copytree(root / "content/actors/fiction", folder / "content/actors/fiction")
    (folder / WITHIN[0]).parent.mkdir(parents=True)
    (folder / WITHIN[0]).write_text(WITHIN[1], "utf-8")
    if (root / KEPT).is_dir():
        shutil.copytree(root / KEPT, folder / KEPT)
    elif shutil.which("npm"):
        assert main(["cms", "--settings", str(folder / "pelican.conf.py")]) == 0
    else:
        pytest.skip("no npm to get the form with")
    return folder


@pytest.fixture(scope="module")
def refused() -> list[str]:
    """Requests that left this machine, and errors of the page."""
    return []


@pytest.fixture(scope="module")
def form(
    root: Path, project: Path, browser: Browser, serve: Callable[[Path], str], refused: list[str]
) -> Iterator[Form]:
    site = project / "output"
    shelf = Shelf(project, project / "content", ("briefings", "fiction"))
    assert not list(put_form(site, {"backend": {"name": "test-repo"}}, shelf, Site(name="News")))
    with browser.new_context(viewport={"width": 1280, "height": 1000}) as context:
        page = context.new_page()
        page.on("pageerror", lambda error: refused.append(str(error)))
        page.on("requestfinished", lambda request: refused.extend(leaving(request.url)))
        address = f"{serve(site).replace('127.0.0.1', 'localhost').rstrip('/')}/admin/"
        page.goto(address)
        page.evaluate(PUT_FILES, {**dict(demonstration(root)), f"{STORED}/{WITHIN[0]}": WITHIN[1]})
        page.get_by_text("Work with Test Repository").click()
        page.get_by_text("Briefings").first.wait_for()
        yield Form(page, address)


def leaving(url: str) -> list[str]:
    """The address, where it is another machine's."""
    return [] if urlsplit(url).hostname in ("localhost", "127.0.0.1", None) else [url]


def fill_in(form: Form) -> None:
    """A briefing with something of everything that nests."""
    form.begin("briefings")
    form.write("title", 'The dam "holds": no, it does')
    form.write("date", "2023-05-08 14:30")
    form.write("summary", "The dam at Harrow held.")
    form.choose("sources", "The Gazette")
    form.add("key_points")
    form.write("key_points.0.text", "The dam held.")
    form.add("actors")
    form.choose("actors.0.id", "Ana Diaz")
    form.write("actors.0.note", "Did not close the road.")
    form.add("timeline")
    form.write("timeline.0.date", "2023-05~")
    form.write("timeline.0.title", "The rain begins")
    form.add("views")
    form.write("views.0.expert", "Bo Brook")
    form.write("views.0.affiliation", "Weather Office")
    form.add("views.0.points")
    form.write("views.0.points.0.text", "It will rain again.")


@pytest.fixture(scope="module")
def written(form: Form, project: Path, root: Path) -> Path:
    """The project with what an editor wrote in the form: an actor, a source and a briefing."""
    form.begin("actors")
    form.write("name", "Ana Diaz")
    form.write("role", "Mayor: of Harrow")
    form.save("content/actors/ana-diaz.yaml")
    form.begin("sources")
    form.write("title", "The Gazette")
    form.write("date", "2023-05")
    form.save("content/sources/the-gazette.yaml")
    fill_in(form)
    day = datetime.now(UTC).date().isoformat()
    form.save(f"content/briefings/{day}-the-dam-holds-no-it-does.md")
    there = dict(demonstration(root))
    for name, text in form.page.evaluate(ALL_FILES).items():
        if name in there:
            continue
        path = project / name.removeprefix(f"{STORED}/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return project


@pytest.fixture(scope="module")
def manuscript(written: Path) -> Manuscript:
    (path,) = (p for p in (written / "content/briefings").iterdir() if p.name.endswith("it-does.md"))
    return read(path, written)


def test_what_the_form_writes_passes_the_check(written: Path) -> None:
    shelf = Shelf(written, written / "content")
    found = check_project(shelf, datetime(2030, 1, 1, tzinfo=UTC), Site())[1]
    assert [d for d in found if d.severity is Severity.ERROR] == []


def test_what_an_editor_filled_in_is_what_the_reader_reads(manuscript: Manuscript) -> None:
    b = manuscript.briefing
    assert (b.title, b.summary) == ('The dam "holds": no, it does', "The dam at Harrow held.")
    assert [s.id for s in b.sources] == ["the-gazette"]
    assert [(a.id, a.note) for a in b.actors] == [("ana-diaz", "Did not close the road.")]
    assert [(str(e.date), e.title, e.importance) for e in b.timeline] == [("2023-05~", "The rain begins", 2)]
    assert [(v.expert, v.affiliation, [p.text for p in v.points]) for v in b.views] == [
        ("Bo Brook", "Weather Office", ["It will rain again."])
    ]


@pytest.mark.usefixtures("written")
def test_nobody_else_was_asked_for_anything(refused: list[str]) -> None:
    assert refused == []


def test_above_each_list_the_form_says_that_comments_are_lost(form: Form) -> None:
    for collection in ("briefings", "actors", "sources"):
        form.page.goto(f"{form.address}#/collections/{collection}")
        form.page.get_by_text("comments in it (# …) are lost").wait_for()


@pytest.mark.parametrize(("edited", "collection"), list(EDITED.items()))
def test_a_briefing_written_by_hand_is_edited_and_keeps_all_it_says(
    form: Form, root: Path, tmp_path: Path, edited: str, collection: str
) -> None:
    before = read(root / edited, root).briefing
    form.page.goto(f"{form.address}#/collections/{collection}/entries/{Path(edited).stem}")
    form.write("title", "Another headline")
    form.page.get_by_role("button", name="Save", exact=True).click()
    saved = tmp_path / edited
    saved.parent.mkdir(parents=True)
    for _ in range(100):
        saved.write_text(form.page.evaluate(ALL_FILES)[f"{STORED}/{edited}"], "utf-8")
        if "Another headline" in saved.read_text("utf-8"):
            break
        form.page.wait_for_timeout(100)
    assert read(saved, tmp_path).briefing == replace(before, title="Another headline")


def test_a_second_folder_of_briefings_chooses_from_the_entries_in_folders_of_its_name(form: Form) -> None:
    form.page.goto(f"{form.address}#/collections/actors-fiction")
    form.page.get_by_text(INVENTED).first.wait_for()
    form.begin("briefings-fiction")
    form.add("actors")
    form.choose("actors.0.id", INVENTED)
    form.page.goto(f"{form.address}#/collections/actors")
    form.page.get_by_text("Fumio Kishida").first.wait_for()
    assert not form.page.get_by_text(INVENTED).count()


@pytest.mark.usefixtures("written")
def test_entries_in_any_folder_are_chosen_by_their_names_but_no_invented_ones(form: Form, tmp_path: Path) -> None:
    form.begin("briefings")
    form.write("title", "Only what is needed")
    form.write("date", "2023-05-08")
    form.write("summary", "The dam at Harrow held.")
    form.choose("sources", "The Gazette")
    form.add("actors")
    form.choose("actors.0.id", "Dee Frost")
    assert not form.page.get_by_text(INVENTED).count()
    name = f"content/briefings/{datetime.now(UTC).date().isoformat()}-only-what-is-needed.md"
    form.save(name)
    saved = tmp_path / name
    saved.parent.mkdir(parents=True)
    saved.write_text(form.page.evaluate(ALL_FILES)[f"{STORED}/{name}"], "utf-8")
    briefing = read(saved, tmp_path).briefing
    assert [a.id for a in briefing.actors] == ["dee-frost"]
    assert briefing.views == ()


@pytest.mark.parametrize(
    ("collection", "heading", "field", "written", "said"),
    [
        ("actors-fiction", ("name", "Cy Dunn"), "country", "japan", "This is not how it is written: JP"),
        ("sources", ("title", "The Courier"), "date", "last Monday", "This is not how dates are written here"),
    ],
)
def test_a_value_that_a_field_cannot_have_is_refused_in_the_form(
    form: Form, collection: str, heading: tuple[str, str], field: str, written: str, said: str
) -> None:
    form.begin(collection)
    form.write(*heading)
    form.write(field, written)
    form.page.get_by_role("button", name="Save", exact=True).click()
    form.page.get_by_text(said).first.wait_for()
    words = heading[1].lower().replace(" ", "-")
    assert not any(words in name for name in form.page.evaluate(ALL_FILES))
