"""The site as it is served on the editor's own machine: as a host would, and to nobody else."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path
from shutil import copytree, ignore_patterns
from threading import Thread

import pytest
from briefing.cli import main
from briefing.cli.live_builder import GONE, Builder
from briefing.cli.live_pages import Live
from briefing.cli.live_server import SiteHandler, SiteServer
from briefing.exports.security_headers import HEADERS

from tests.answers import get

SCRIPT = re.compile(r'<script src="/\.live/live\.js" data-seen="(\w+)" defer></script>')


@pytest.fixture
def live() -> Live:
    return Live()


@pytest.fixture
def port(tmp_path: Path, live: Live) -> Iterator[int]:
    site = tmp_path / "output"
    (site / "briefings/x").mkdir(parents=True)
    (site / "briefings/x/index.html").write_text("<!DOCTYPE html><title>x</title>")
    (site / "briefings/x/calendar.ics").write_text("BEGIN:VCALENDAR")
    (site / "404.html").write_text("<!DOCTYPE html><title>Nothing here</title>")
    (tmp_path / "secret.txt").write_text("secret")
    (site / "out.txt").symlink_to(tmp_path / "secret.txt")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(SiteHandler, directory=str(site), live=live)) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield server.server_port
        live.close()
        server.shutdown()
        thread.join()


def test_a_page_comes_with_the_headers_a_host_should_send(port: int) -> None:
    status, headers, text = get(port, "/briefings/x/")
    assert (status, SCRIPT.sub("", text)) == (200, "<!DOCTYPE html><title>x</title>")
    assert headers.items() >= HEADERS.items()
    assert get(port, "/briefings/x/calendar.ics")[1]["Content-type"] == "text/calendar"


@pytest.mark.parametrize(
    "path",
    [
        "/gone/",
        "/../secret.txt",
        "/%2e%2e/secret.txt",
        "/..%2fsecret.txt",
        "/briefings/../../secret.txt",
        "/..\\secret.txt",
        "//secret.txt",
        "/out.txt",
        "/briefings/",
        "/%00",
        "/%00/x/",
        f"/{'x' * 300}/",
    ],
)
def test_what_is_not_a_page_of_the_site_is_not_found_and_the_site_says_so(port: int, path: str) -> None:
    status, headers, text = get(port, path)
    assert (status, SCRIPT.sub("", text)) == (404, "<!DOCTYPE html><title>Nothing here</title>")
    assert headers.items() >= HEADERS.items()


def test_what_is_not_there_is_said_once_and_again_when_it_was_there_meanwhile(
    port: int, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "output/gone/index.html"
    for _ in range(3):
        get(port, "/gone/")
    assert capfd.readouterr().err == "404 '/gone/'\n"
    page.parent.mkdir()
    page.write_text("<title>x</title>")
    get(port, "/gone/")
    page.unlink()
    get(port, "/gone/")
    assert capfd.readouterr().err == "404 '/gone/'\n"


@pytest.mark.parametrize(("error", "is_said"), [(BrokenPipeError(), False), (ZeroDivisionError(), True)])
def test_a_browser_that_goes_before_it_has_its_page_is_no_error(
    live: Live, capfd: pytest.CaptureFixture[str], error: Exception, is_said: bool
) -> None:
    with SiteServer(("127.0.0.1", 0), partial(SiteHandler, directory=".", live=live)) as server:
        try:
            raise error
        except type(error):
            server.handle_error(None, ("127.0.0.1", 1))
    assert ("Traceback" in capfd.readouterr().err) is is_said


def test_each_page_has_the_script_that_follows_its_editor_and_no_other_file_has(port: int, tmp_path: Path) -> None:
    assert len(SCRIPT.findall(get(port, "/briefings/x/")[2])) == 1
    assert get(port, "/briefings/x/calendar.ics")[2] == "BEGIN:VCALENDAR"
    assert get(port, "/.live/live.js")[1]["Content-Type"] == "text/javascript"
    assert get(port, "/.live/../serve.py")[0] == 404
    assert not SCRIPT.search((tmp_path / "output/briefings/x/index.html").read_text())


def test_a_page_or_a_stylesheet_that_has_changed_is_not_what_was_seen(port: int, tmp_path: Path) -> None:
    def seen() -> str:
        return get(port, "/.live/seen?path=/briefings/x/")[2]

    before = seen()
    assert SCRIPT.findall(get(port, "/briefings/x/")[2]) == [before]
    (tmp_path / "output/briefings/x/index.html").write_text("<!DOCTYPE html><title>y</title>")
    after = seen()
    (tmp_path / "output/theme/css").mkdir(parents=True)
    (tmp_path / "output/theme/css/main.css").write_text("")
    assert len({before, after, seen()}) == 3


def test_a_page_is_shown_as_it_will_be_until_the_site_is_built(port: int, live: Live) -> None:
    live.hear(
        {"page": {"briefings/x/index.html": "<title>new</title>", "briefings/new/index.html": "<title>n</title>"}}
    )
    assert SCRIPT.sub("", get(port, "/briefings/x/")[2]) == "<title>new</title>"
    assert SCRIPT.sub("", get(port, "/briefings/new/")[2]) == "<title>n</title>"
    live.hear({"built": True})
    assert SCRIPT.sub("", get(port, "/briefings/x/")[2]) == "<!DOCTYPE html><title>x</title>"


def test_a_mistake_leaves_the_newest_good_page_although_no_build_has_it_yet(port: int, live: Live) -> None:
    live.hear({"page": {"briefings/x/index.html": "<title>new</title>"}})
    live.hear({"problems": [{"message": "M"}]})
    assert SCRIPT.sub("", get(port, "/briefings/x/")[2]) == "<title>new</title>"
    live.hear({"page": {"briefings/new/index.html": "<title>n</title>"}})
    assert SCRIPT.sub("", get(port, "/briefings/x/")[2]) == "<title>new</title>"
    live.hear({"page": {"briefings/x/index.html": "<title>newer</title>"}})
    assert SCRIPT.sub("", get(port, "/briefings/x/")[2]) == "<title>newer</title>"


def test_who_listens_is_told_what_is_wrong_at_once_and_when_it_is_mended(live: Live) -> None:
    live.hear({"problems": [{"message": "M"}]})
    heard = live.events()
    assert b'"message": "M"' in next(heard)
    live.hear({"built": True})
    assert b'"problems": []' in next(heard)
    live.close()
    assert list(heard) == []


def test_a_mistake_in_the_plugins_own_code_is_told_with_its_line(root: Path, tmp_path: Path) -> None:
    copytree(root / "plugins/briefing", tmp_path / "plugins/briefing", ignore=ignore_patterns("locale", "__pycache__"))
    broken = tmp_path / "plugins/briefing/diagnostics/__init__.py"
    broken.write_text("NO_SUCH_NAME + 1\n" + broken.read_text("utf-8"), "utf-8")
    read, written = os.pipe()
    command = [sys.executable, "-m", "briefing.cli.live_begin", "pelican.conf.py", str(written)]
    environment = {"PYTHONPATH": str(tmp_path / "plugins"), "PATH": "/usr/bin:/bin"}
    ran = subprocess.run(
        command, cwd=tmp_path, env=environment, pass_fds=[written], capture_output=True, text=True, check=True
    )
    os.close(written)
    with os.fdopen(read) as events:
        (event,) = map(json.loads, events)
    (problem,) = event["problems"]
    assert event["ended"]
    assert problem["place"] == "plugins/briefing/diagnostics/__init__.py:1:1"
    assert problem["message"] == "NameError: name 'NO_SUCH_NAME' is not defined"
    assert problem["excerpt"] == "  1 | NO_SUCH_NAME + 1"
    assert "Traceback" not in ran.stderr


def test_a_builder_that_is_ended_within_a_word_is_said_to_have_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Builder, "begin", lambda _: None)
    told: list[dict[str, object]] = []
    read, written = os.pipe()
    os.write(written, b'{"built": true}\n{"page": {"a')
    os.close(written)
    Builder("pelican.conf.py", [], told.append)._listen(None, read)  # type: ignore[arg-type]  # likewise
    assert told == [{"built": True}, {"problems": [GONE]}]


@pytest.mark.parametrize(("last", "heard"), [({"problems": [], "ended": True}, 1), ({"built": True}, 2)])
def test_a_builder_that_said_why_it_ended_is_not_said_to_have_ended_by_itself(
    monkeypatch: pytest.MonkeyPatch, last: dict[str, object], heard: int
) -> None:
    monkeypatch.setattr(Builder, "begin", lambda _: None)
    told: list[dict[str, object]] = []
    builder = Builder("pelican.conf.py", [], told.append)
    read, written = os.pipe()
    os.write(written, json.dumps(last).encode() + b"\n")
    os.close(written)
    builder._listen(None, read)  # type: ignore[arg-type]  # no process is the one it has
    assert told == [last, {"problems": [GONE]}][:heard]


def test_a_port_that_is_taken_is_one_line(
    port: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "pelican.conf.py").write_text("PATH = 'content'\n")
    assert main(["serve", f"--port={port}"]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"briefing: port {port} is taken, perhaps by another serve: ")
    assert f"--port {port + 1}" in said or port == 65_535


@pytest.mark.parametrize("given", ["99999", "abc", "-1", ""])
def test_what_is_no_port_is_one_line(given: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["serve", f"--port={given}"])
    assert stopped.value.code == 2
    assert capsys.readouterr().err.endswith(f"'{given}' is no port: it is a number from 1024 to 65535, such as 8000\n")


def test_it_builds_serves_and_ends_with_everything_it_started(root: Path, tmp_path: Path) -> None:
    (tmp_path / "content/briefings").mkdir(parents=True)
    fields = "title: Served\ndate: 2024-05-01\nsummary: S\nsources: [{id: s, title: T}]\n"
    (tmp_path / "content/briefings/x.md").write_text(f"---\n{fields}---\nText.\n")
    (tmp_path / "pelican.conf.py").write_text(
        f"from runpy import run_path\n"
        f"globals().update({{n: v for n, v in run_path({str(root / 'pelican.conf.py')!r}).items() if n.isupper()}})\n"
        f"THEME, PLUGIN_PATHS = {str(root / 'theme')!r}, [{str(root / 'plugins')!r}]\n"
    )
    command = [sys.executable, "-u", "-m", "briefing", "serve", "--port=0"]
    environment = {"PYTHONPATH": str(root / "plugins"), "PATH": "/usr/bin:/bin"}
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True, env=environment) as served:
        assert served.stdout is not None
        port = int(served.stdout.readline().split("127.0.0.1:")[1].split("/")[0])
        for line in served.stdout:
            if line.startswith("Briefings: "):
                break
        status, _, text = get(port, "/briefings/x/")
        served.send_signal(signal.SIGINT)
        served.stdout.read()  # ends when nobody holds the other end any more: not it, and not what it started
    assert (status, served.returncode) == (200, 0)
    assert "Served" in text


MENDED_IN_A_WARM_BUILDER = """
import sys
from pathlib import Path
from pelican import signals
from briefing.pelican_ext.warm import Builder
builder = Builder("pelican.conf.py", sys.stdout, [])
signals.all_generators_finalized.connect(builder.remember)
builder.build()
base = Path("theme/templates/base.html")
whole = base.read_text()
for added in ("{{ nope.x }}", "<p>mended</p>"):
    base.write_text(whole.replace("</body>", added + "</body>"))
    builder.build()
"""


def test_a_mistake_in_the_theme_leaves_no_store_locked_behind_it(root: Path, tmp_path: Path) -> None:
    copytree(root / "theme", tmp_path / "theme")
    (tmp_path / "content/briefings").mkdir(parents=True)
    (tmp_path / "content/pages").mkdir()
    (tmp_path / "content/pages/p.md").write_text("Title: P\n\nText.\n")
    (tmp_path / "pelican.conf.py").write_text(
        f"from runpy import run_path\n"
        f"globals().update({{n: v for n, v in run_path({str(root / 'pelican.conf.py')!r}).items() if n.isupper()}})\n"
        f"PATH, OUTPUT_PATH = {str(tmp_path / 'content')!r}, {str(tmp_path / 'output')!r}\n"
        f"THEME, PLUGIN_PATHS = {str(tmp_path / 'theme')!r}, [{str(root / 'plugins')!r}]\n"
        "PAGE_PATHS, EXTRA_PATH_METADATA = ['pages'], {}\n"
    )
    environment = {"PYTHONPATH": str(root / "plugins"), "PATH": "/usr/bin:/bin"}
    command = [sys.executable, "-c", MENDED_IN_A_WARM_BUILDER]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, env=environment, check=False)
    events = [line for line in done.stdout.splitlines() if line.startswith(('{"built"', '{"problems"'))]
    assert [event[2:7] for event in events] == ["built", "probl", "built"], done.stdout + done.stderr
    assert "<p>mended</p>" in (tmp_path / "output/pages/p/index.html").read_text()
