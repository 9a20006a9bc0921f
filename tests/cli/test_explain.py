"""What `explain` says of every code, and that its examples are what they are said to be."""

import re
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest
import yaml
from briefing.build.check import Wanted, check_project
from briefing.build.house import read_policy
from briefing.build.pages import Page
from briefing.build.render import Theme, render_page
from briefing.build.settings import DEFAULTS, read_settings
from briefing.checks.outside import Answer, outside_links, verdict
from briefing.checks.static_files import check_static_file
from briefing.cli import main
from briefing.cli.explain import PLACES, Example, examples, sections
from briefing.diagnostics import Code, Diagnostic, Diagnostics, errors_in
from briefing.drafting.load import Unreadable, article_in
from briefing.parsing.load import Shelf
from briefing.parsing.located_text import LocatedText
from briefing.view.site import Site
from briefing.view.values import LinkView
from jinja2 import DictLoader, Environment

BASE = {"title": "The dam holds", "date": "2023-05-08", "summary": "The dam at Harrow held.", "sources": ["gazette"]}
EXPLAINED = sections()
Answered = Callable[[str, int], list[Diagnostic]]


def saved() -> dict[str, str]:
    """The articles that the examples rest on."""
    text = Path(str(main.__globals__["__file__"])).with_name("explanations.md").read_text("utf-8").split("\n## ")[0]
    return dict(re.findall(r"^~~~ (\w+)\n(.*?)^~~~$", text, re.MULTILINE | re.DOTALL))


def whole(fields: str, prose: str = "The story.\n") -> str:
    """A briefing's file with an example in it: fields take the place of those of the same name."""
    given = re.findall(r"^(\w+):", fields, re.MULTILINE)
    base = yaml.safe_dump({name: value for name, value in BASE.items() if name not in given}, sort_keys=False)
    return f"---\n{base}{fields}---\n\n{prose}"


def file_of(code: str, e: Example) -> tuple[str, str]:
    """The file that an example of one file is, and its text."""
    if e.place == "source":
        return f"content/sources/{code}-{e.kind}.yaml", e.text
    texts = {"file": e.text, "prose": whole("", e.text), "": whole(e.text)}
    return f"content/briefings/{code}-{e.kind}.md", texts[e.place]


def files_in(e: Example) -> dict[str, str]:
    """The files of an example of several, by their names, as they are written; a link as "-> " and where it leads."""
    files = {}
    for name, how, _, text in FILE.findall(e.text):
        inside = indent_off(text)
        files[name] = {" among its fields": whole(inside), "": inside, " empty": ""}.get(how, how.replace(TO, "-> "))
    return files


FILE = re.compile(r"^(\S+?)(?:,( [^\n:]+))?(:?)\n((?:^(?: {4}.*)?\n)*)", re.MULTILINE)
TO = " a link to "
BYTE = re.compile(r"⟨([0-9A-F]{2})⟩")


def indent_off(text: str) -> str:
    return re.sub(r"^ {4}", "", text, flags=re.MULTILINE)


def raw(text: str) -> bytes:
    parts = BYTE.split(text)
    return b"".join(bytes.fromhex(part) if number % 2 else part.encode() for number, part in enumerate(parts))


def put(root: Path, name: str, text: str) -> None:
    """Write a file, or make the link it is; a saved article comes with its entry in the catalogue."""
    file = root / name
    file.parent.mkdir(parents=True, exist_ok=True)
    if text.startswith("-> "):
        file.symlink_to(text.removeprefix("-> ").strip())
        return
    file.write_bytes(raw(text))
    if name.startswith("seeds/"):
        entry = {"title": file.stem, "file": name, "sha256": sha256(raw(text)).hexdigest()}
        put(root, f"content/sources/{file.stem}.yaml", yaml.safe_dump(entry))


def check(root: Path, files: Mapping[str, str], review_days: int = 0) -> Diagnostics:
    """What a check says of a project with these files and the articles that all examples rest on."""
    for name, text in ({f"seeds/{name}.txt": text for name, text in saved().items()} | dict(files)).items():
        put(root, name, text)
    settings: dict[str, object] = {**DEFAULTS, "BRIEFING_REVIEW_DAYS": review_days}
    exec(files.get("pelican.conf.py", ""), settings)  # noqa: S102 - our own example
    wanted = Wanted(house=read_policy(settings)[0])
    return check_project(Shelf(root, root / "content"), datetime(2025, 1, 1, tzinfo=UTC), Site(), wanted)[1]


SHOWN = {code: examples(section) for code, section in EXPLAINED.items()}
IN_ONE_FILE = [code for code, shown in SHOWN.items() if shown and shown[0].place not in ("settings", "files")]
IN_FILES = [code for code, shown in SHOWN.items() if shown and shown[0].place == "files"]
TO_DRAFT_FROM = ("empty-source", "no-article", "undecodable", "unsupported-encoding")
ANSWERS = {"dead-link": Answer(404), "moved-link": Answer(200, "https://example.org/plans/harrow")}
"""What comes of asking for the first address that stands in an example."""
WITHOUT = {"file-too-large", "takes-too-long", "internal-error", "no-font", "cannot-write"}
"""No example can be given: of two million bytes, of a fault of the program, of a full disk, of a machine's fonts."""


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, list[Diagnostic]]:
    """What a check says of each example of one file, by the names of their files.

    Relations have a project of their own: beside a file that cannot be read nobody knows which slugs there are.
    """
    alone = "unknown-related"
    said: dict[str, list[Diagnostic]] = {}
    for name, codes in (("related", [alone]), ("others", [code for code in IN_ONE_FILE if code != alone])):
        files = dict(file_of(code, e) for code in codes for e in SHOWN[code])
        for d in check(tmp_path_factory.mktemp("explained") / name, files, review_days=90):
            said.setdefault(Path(d.span.path).stem, []).append(d)
    return said


def test_every_code_is_explained_and_no_other() -> None:
    assert set(EXPLAINED) == {code.value for code in Code}


@pytest.mark.parametrize("code", EXPLAINED)
def test_a_code_has_a_wrong_and_a_right_example_or_says_what_to_do(code: str) -> None:
    kinds = [e.kind for e in SHOWN[code]]
    nothing_to_mend = code == "broken-marks"
    assert kinds == ([] if code in WITHOUT else ["wrong"] if nothing_to_mend else ["wrong", "right"])
    assert all(e.place in PLACES for e in SHOWN[code])
    assert kinds or len(EXPLAINED[code]) > 20


@pytest.mark.parametrize("code", IN_ONE_FILE)
def test_the_wrong_example_is_found(code: str, found: Mapping[str, list[Diagnostic]], host: Answered) -> None:
    assert code in {d.name for d in (*found.get(f"{code}-wrong", ()), *host(code, 0))}


@pytest.mark.parametrize("code", IN_ONE_FILE)
def test_the_right_example_passes(code: str, found: Mapping[str, list[Diagnostic]], host: Answered) -> None:
    right = (*found.get(f"{code}-right", ()), *host(code, 1))
    assert code not in {d.name for d in right}
    assert errors_in(right) == 0


@pytest.fixture
def host() -> Answered:
    """What is said of the links of an example, where one address has an answer and all others are well."""

    def said(code: str, number: int) -> list[Diagnostic]:
        if code not in ANSWERS:
            return []
        ((bad, _),) = outside_links(LocatedText("x.md", SHOWN[code][0].text))
        links = outside_links(LocatedText("x.md", SHOWN[code][number].text))
        judged = [verdict(url, ANSWERS[code] if url == bad else Answer(200), span) for url, span in links]
        assert judged
        return [d for d in judged if d]

    return said


def said_of_files(code: str, e: Example, root: Path) -> set[str]:
    """The codes of all that is said of files, by whoever reads them: a check, the drafter, a build, a page."""
    files = files_in(e)
    if code in TO_DRAFT_FROM:
        ((name, text),) = files.items()
        refused = article_in(raw(text), name)
        return {refused.code} if isinstance(refused, Unreadable) else set()
    if code == "script-in-file":
        return {d.name for name, text in files.items() for d in check_static_file(name, name, raw(text))}
    if code == "template-error":
        theme = Theme(Environment(loader=DictLoader(files)))  # noqa: S701 - what is tested
        problems = [
            render_page(Page("x", name.removesuffix(".html"), {"link": LinkView("A", "a/")}, "en", "x.md"), theme, root)
            for name in files
        ]
        return {problem.name for _, problem in problems if problem}
    found = check(root, files)
    return {name for d in found if Path(d.span.path).stem not in saved() for name in (d.name, d.code.value)}


@pytest.mark.parametrize("code", IN_FILES)
def test_of_several_files_the_wrong_ones_are_found_and_the_right_ones_pass(code: str, tmp_path: Path) -> None:
    wrong, *right = SHOWN[code]
    assert code in said_of_files(code, wrong, tmp_path / "wrong")
    assert [said_of_files(code, e, tmp_path / "right") for e in right] == [set()] * len(right)


def test_the_examples_of_settings_are_right_and_wrong() -> None:
    wrong, right = SHOWN["bad-setting"]
    for example, number in ((wrong, 1), (right, 0)):
        values: dict[str, object] = {}
        exec(example.text, values)  # noqa: S102 - our own example
        assert len(read_settings({n: v for n, v in values.items() if n.isupper()})[1]) == number


def test_explain_shows_both_examples(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "unknown-field"]) == 0
    assert capsys.readouterr().out == (
        f"unknown-field: {Code.UNKNOWN_FIELD.explanation}\n\n"
        "Wrong:\n    keypoints: [The dam held.]\n\n"
        "Right:\n    key_points: [The dam held.]\n"
    )


def test_a_code_may_be_given_as_a_message_has_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "error[unknown-field]"]) == 0
    assert capsys.readouterr().out.startswith("unknown-field: ")


def test_explain_knows_the_sites_own_rules(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    rule = 'def no_rain(copy):\n    """Say what fell."""\n    return ()\nBRIEFING_OWN_RULES = [no_rain]\n'
    (tmp_path / "pelican.conf.py").write_text(rule, "utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["explain", "no-rain"]) == 0
    assert capsys.readouterr().out == "no-rain: Say what fell.\n"


def test_explain_lists_every_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    assert [line.partition(":")[0] for line in capsys.readouterr().out.splitlines()] == [code.value for code in Code]


def test_explain_proposes_a_near_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "unknwn-field"]) == 2
    assert capsys.readouterr().err == "briefing: there is no code 'unknwn-field'; did you mean 'unknown-field'?\n"


def test_explain_takes_several_codes_and_tells_of_those_it_knows(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "hedge-dropped", "count-difers", "count-differs"]) == 2
    said = capsys.readouterr()
    assert [part.partition(":")[0] for part in said.out.split("\n\n\n")] == ["hedge-dropped", "count-differs"]
    assert "did you mean 'count-differs'" in said.err
