"""Links out of the site, asked for on a host of the test's own."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from briefing.checks.outside import Answer, outside_links, verdict
from briefing.cli import main
from briefing.cli.asking import Manners, ask, ask_all, heard, remember
from briefing.cli.outside import outside
from briefing.cli.project import open_project
from briefing.diagnostics import Code, Span
from briefing.parsing.located_text import LocatedText

ASKED: list[tuple[str, str, str]] = []


class Host(BaseHTTPRequestHandler):
    """Answers by the path: /404, /moved, /found, /loop, /no-head, /busy, else 200."""

    def do_HEAD(self) -> None:
        self.answer()

    def do_GET(self) -> None:
        self.answer()

    def answer(self) -> None:
        ASKED.append((self.command, self.path, self.headers["User-Agent"]))
        status, location = {
            "/404": (404, ""),
            "/moved": (301, "/there"),
            "/found": (302, "/there"),
            "/loop": (301, "/loop"),
            "/busy": (429, ""),
            "/inside": (301, "http://127.0.0.1:1/"),
            "/no-head": (404 if self.command == "HEAD" else 200, ""),
        }.get(self.path, (200, ""))
        self.send_response(status)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def host() -> Iterator[str]:
    ASKED.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Host) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


NEAR = Manners("Briefing test", pause=0, patience=5, may_ask_near=True)


@pytest.mark.parametrize(
    ("text", "urls"),
    [
        ("url: https://example.org/a?b=1", ["https://example.org/a?b=1"]),
        (
            "[x](https://example.org/a_(b)) and (https://example.org/c).",
            ["https://example.org/a_(b)", "https://example.org/c"],
        ),
        ('"https://example.org/a", next', ["https://example.org/a"]),
        ("same_as: [https://a.example, https://b.example]", ["https://a.example", "https://b.example"]),
        ("no address: ftp://example.org, mailto:a@example.org", []),
    ],
)
def test_every_web_address_of_a_file_is_found(text: str, urls: list[str]) -> None:
    assert [url for url, _ in outside_links(LocatedText("x.md", text))] == urls


@pytest.mark.parametrize(
    ("path", "answer"),
    [
        ("/fine", Answer(200)),
        ("/404", Answer(404)),
        ("/moved", Answer(200, "/there")),
        ("/found", Answer(200)),
        ("/no-head", Answer(200)),
        ("/busy", Answer(429)),
        ("/loop", Answer(said="it redirects more than 5 times")),
    ],
)
def test_an_address_is_asked_for_and_its_way_followed(host: str, path: str, answer: Answer) -> None:
    moved = host + answer.moved_to if answer.moved_to else ""
    assert ask(host + path, NEAR) == Answer(answer.status, moved, answer.said)


def test_who_asks_says_so(host: str) -> None:
    ask(f"{host}/fine", NEAR)
    assert ASKED == [("HEAD", "/fine", "Briefing test")]


def test_an_address_that_stands_twice_is_asked_for_once(host: str) -> None:
    ask_all([f"{host}/fine", f"{host}/fine"], NEAR)
    assert len(ASKED) == 1


@pytest.mark.parametrize("url", ["http://127.0.0.1:1/", "http://localhost:1/", "http://10.0.0.1/", "http://[::1]/"])
def test_no_link_leads_a_program_into_a_private_network(url: str) -> None:
    assert "private network" in ask(url, Manners("Briefing test")).said


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (Answer(200), None),
        (Answer(403), None),
        (Answer(404), Code.DEAD_LINK),
        (Answer(said="there is no such host"), Code.DEAD_LINK),
        (Answer(200, "https://example.org/new"), Code.MOVED_LINK),
    ],
)
def test_an_answer_is_judged(answer: Answer, code: Code | None) -> None:
    found = verdict("https://example.org/", answer, Span("x.md"))
    assert (found.code if found else None) == code


@pytest.fixture
def project(tmp_path: Path, host: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pelican.conf.py").write_text("PATH = 'content'\nSITENAME = 'News'\n")
    (tmp_path / "content/briefings").mkdir(parents=True)
    fields = f"title: A\ndate: 2024-05-01\nsummary: S\nsources: [{{id: s, title: T, url: '{host}/404'}}]\n"
    (tmp_path / "content/briefings/x.md").write_text(f"---\n{fields}---\n[a]({host}/moved)\n")
    return tmp_path


@pytest.mark.usefixtures("project")
def test_links_are_reported_where_they_stand_and_asked_for_once_a_day(host: str) -> None:
    opened = open_project("pelican.conf.py")
    found = list(outside(opened, NEAR))
    assert [(d.code, d.span.line) for d in found] == [(Code.DEAD_LINK, 5), (Code.MOVED_LINK, 7)]
    assert found[1].help == f"write {host}/there"
    asked = len(ASKED)
    assert list(outside(opened, NEAR)) == found
    assert len(ASKED) == asked


def test_answers_are_kept_with_their_day_and_links_that_are_gone_forgotten(tmp_path: Path) -> None:
    kept = tmp_path / "cache/links.json"
    remember(kept, "2024-05-01", {"a": Answer(404), "b": Answer(200)}, {"a", "b"})
    remember(kept, "2024-05-02", {"c": Answer(200)}, {"a", "c"})
    assert heard(kept) == {"a": (Answer(404), "2024-05-01"), "c": (Answer(200), "2024-05-02")}


@pytest.mark.parametrize("text", ["", "[]", '{"a": 1}', '{"a": ["yesterday", {}]}', '{"a": ["2024-05-01", {"x": 1}]}'])
def test_answers_that_cannot_be_read_are_none(tmp_path: Path, text: str) -> None:
    (tmp_path / "links.json").write_text(text, "utf-8")
    assert heard(tmp_path / "links.json") == {}


@pytest.mark.usefixtures("project")
def test_the_command_refuses_in_ci(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setenv("CI", "true")
    assert main(["check", "--external"]) == 2
    assert "not for CI" in capsys.readouterr().err
    assert ASKED == []


@pytest.mark.usefixtures("project")
def test_the_command_asks_when_it_is_told_to(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("CI", raising=False)
    assert main(["check", "--external"]) == 0
    assert "which no reader can reach" in capsys.readouterr().out
    assert main(["check"]) == 0
