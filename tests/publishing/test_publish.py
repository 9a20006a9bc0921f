"""From a checked-out site to a folder ready to upload, in one command; and served from there as a host does."""

import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Self

import pytest
import yaml
from briefing.build.card_pictures import CardPictures
from briefing.cli import main
from briefing.exports.security_headers import HEADERS
from briefing.publishing import marker
from briefing.publishing.hosts import HOSTS
from briefing.publishing.programs import PublishError
from briefing.publishing.search_index import check_languages
from bs4 import BeautifulSoup

from tests.answers import get

HAS_FONTS = bool(CardPictures(Path()).fonts.serif[""])
CONFIG = """
from runpy import run_path
globals().update({{n: v for n, v in run_path({conf!r}).items() if n.isupper()}})
THEME, PLUGIN_PATHS, BRIEFING_ABOUT, BRIEFING_CARDS = {theme!r}, [{plugins!r}], {{}}, {cards}
"""
BRIEFING = """---
title: The gates are shut
date: 2024-05-01
summary: The valley waits for rain.
aliases: [/old/gates/]
sources: [{id: s, title: A source}]
---
A story of water.
"""


@pytest.fixture(scope="module")
def project(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of one briefing."""
    folder = tmp_path_factory.mktemp("project")
    (folder / "content/briefings").mkdir(parents=True)
    (folder / "content/briefings/gates.md").write_text(BRIEFING)
    places = {"conf": root / "pelican.conf.py", "theme": root / "theme", "plugins": root / "plugins"}
    (folder / "content/pages").mkdir()
    (folder / "content/pages/help.md").write_text("Title: Help & <b>more</b>\nModified: 2024-05-03\n\nHow to read.\n")
    (folder / "content/articles").mkdir()
    (folder / "content/articles/a.md").write_text("Title: An article\nDate: 2024-05-02\nCategory: News\n\nText.\n")
    (folder / "content/pages/later.md").write_text("Title: Later\nStatus: draft\n\nNot yet.\n")
    given = {name: str(path) for name, path in places.items()}
    (folder / "pelican.conf.py").write_text(CONFIG.format(**given, cards=HAS_FONTS))
    return folder


def publish(project: Path, root: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "briefing", "publish"]
    variables = {"PYTHONPATH": str(root / "plugins"), "PATH": "/usr/bin:/bin", **environment}
    return subprocess.run(command, cwd=project, env=variables, capture_output=True, text=True, check=False)


@pytest.fixture(scope="module")
def published(project: Path, root: Path) -> str:
    """What was said when the project was published."""
    done = publish(project, root, SITEURL="http://127.0.0.1/news")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_site_is_ready_with_its_index_and_its_address(published: str, project: Path) -> None:
    assert "public/ is ready for http://127.0.0.1/news/: " in published
    assert marker.ready_for(project / "public") == "http://127.0.0.1/news"
    loaded = {"pagefind.js", "pagefind-worker.js", "pagefind-entry.json"}
    assert {path.name for path in (project / "public/pagefind").glob("*.js*")} == loaded
    assert "http://127.0.0.1/news/briefings/gates/" in (project / "public/sitemap-2024.xml").read_text()
    assert not (project / "output").exists()


@pytest.mark.skipif(not HAS_FONTS, reason="the fonts of cards are not installed; on Debian: fonts-noto-core")
@pytest.mark.usefixtures("published")
def test_every_briefing_has_a_card_that_its_page_names(project: Path) -> None:
    page = (project / "public/briefings/gates/index.html").read_text("utf-8")
    assert '<meta property="og:image" content="http://127.0.0.1/news/briefings/gates/card.png">' in page
    assert (project / "public/briefings/gates/card.png").read_bytes().startswith(b"\x89PNG")


@pytest.mark.usefixtures("published")
def test_an_ordinary_page_says_what_others_show_of_it_and_when_it_changed(project: Path) -> None:
    (file,) = (name for name in (project / "public").rglob("help*/**/*.html"))
    here = "http://127.0.0.1/news/" + file.relative_to(project / "public").as_posix().removesuffix("index.html")
    page = BeautifulSoup(file.read_text("utf-8"), "html.parser")
    said = {str(meta["property"]): str(meta["content"]) for meta in page.select("meta[property^='og:']")}
    assert said == {
        "og:title": "Help & more",
        "og:description": "How to read.",
        "og:url": here,
        "og:site_name": said["og:site_name"],
        "og:locale": "en_US",
        "og:image": "http://127.0.0.1/news/theme/icon-512.png",
        "og:type": "website",
    }
    assert [link["href"] for link in page.select("link[rel=canonical]")] == [here]
    assert not page.select("meta[name=robots]")
    of_list, of_article = (
        (project / "public" / name / "index.html").read_text("utf-8") for name in ("articles", "articles/an-article")
    )
    assert '<meta property="og:url" content="http://127.0.0.1/news/articles/">' in of_list
    assert '<meta property="og:type" content="website">' in of_list
    assert '<meta property="article:published_time" content="2024-05-02T00:00:00+00:00">' in of_article
    assert '<meta name="robots" content="noindex">' in (project / "public/drafts/pages/later/index.html").read_text()
    assert f"<loc>{here}</loc><lastmod>2024-05-03T" in (project / "public/sitemap-pages.xml").read_text()


@pytest.mark.usefixtures("published")
def test_what_is_wrong_stops_it_and_the_folder_is_as_it_was_but_not_ready(project: Path, root: Path) -> None:
    page = (project / "public/briefings/gates/index.html").read_bytes()
    bad = project / "content/briefings/bad.md"
    bad.write_text(BRIEFING.replace("title:", "titel:").replace("/old/gates/", "/old/bad/"))
    try:
        done = publish(project, root, SITEURL="http://127.0.0.1/news")
    finally:
        bad.unlink()
    assert done.returncode == 1
    assert "unknown-field" in done.stdout + done.stderr
    assert "is ready" not in done.stdout
    assert (project / "public/briefings/gates/index.html").read_bytes() == page
    assert marker.ready_for(project / "public") == ""
    marker.set_ready(project / "public", "http://127.0.0.1/news")


@pytest.mark.parametrize(
    ("siteurl", "said"),
    [("", "the address of the site is not known; say it by --siteurl="), ("news", "'news' is no address")],
)
def test_a_missing_or_wrong_address_is_one_line(
    siteurl: str, said: str, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project)
    monkeypatch.setenv("SITEURL", siteurl)
    assert main(["publish", "--settings=pelican.conf.py", "--into=elsewhere"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"briefing: {said}")
    assert not (project / "elsewhere").exists()


def test_without_pagefind_it_says_what_to_install(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project)
    monkeypatch.setattr("briefing.publishing.search_index.find_spec", lambda _: None)
    assert main(["publish", "--siteurl=https://news.example", "--settings=pelican.conf.py"]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "pip install -r requirements-dev.txt" in line


def test_a_language_whose_words_cannot_be_told_apart_is_not_left_without_search(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("briefing.publishing.search_index.find_spec", lambda _: None)
    check_languages(["en", "ko", "ar"])
    with pytest.raises(PublishError, match=r"words of ja, zh-tw .*: pip install 'pagefind\[extended\]==\d+\.[\d.]+'"):
        check_languages(["en", "ja", "zh-tw"])
    monkeypatch.setattr("briefing.publishing.search_index.find_spec", lambda _: "there")
    check_languages(["ja"])


@pytest.mark.parametrize(
    ("lang", "stops"), [("lang: ja", True), ("lang: 'zh-TW'", True), ("status: draft\nlang: ja", False)]
)
def test_a_language_that_cannot_be_searched_is_known_before_the_build(
    lang: str,
    stops: bool,
    project: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(project)
    monkeypatch.setattr(
        "briefing.publishing.search_index.find_spec", lambda name: None if name.endswith("extended") else "there"
    )
    built: list[object] = []

    def build(command: object) -> int:
        built.append(command)
        return 7

    monkeypatch.setattr("briefing.cli.publish.run_build", build)
    other = project / "content/briefings/other.markdown"
    other.write_text(BRIEFING.replace("---\n", f"---\n{lang}\n", 1))
    try:
        assert main(["publish", "--siteurl=https://a.example", "--settings=pelican.conf.py", "--into=x"]) == (
            2 if stops else 7
        )
    finally:
        other.unlink()
    assert bool(built) is not stops
    assert ("pagefind[extended]==" in capsys.readouterr().err) is stops


def test_what_is_built_and_not_ready_is_where_nobody_uploads_it(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    site = tmp_path / "public"

    def build(_: object) -> int:
        site.mkdir()
        (site / "index.html").write_text('<a href="gone/">')
        return 0

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("briefing.cli.publish.run_build", build)
    monkeypatch.setattr("briefing.cli.publish.index_site", lambda *_: None)
    asked = ["publish", "--siteurl=https://a.example", f"--settings={project / 'pelican.conf.py'}", f"--into={site}"]
    assert [main(asked), main(asked)] == [1, 1]
    assert not site.exists()
    assert (tmp_path / ".public-build/not-ready/index.html").is_file()
    assert "What was built lies in .public-build/not-ready/" in capsys.readouterr().err


@pytest.fixture(scope="module")
def nginx(published: str, project: Path, root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Serve the published folder below a path by the real nginx, with the lines of the docs; returns the port."""
    assert published
    program = next((p for p in ("/usr/sbin/nginx", "/usr/bin/nginx") if Path(p).is_file()), None)
    if program is None:
        pytest.skip("nginx is not installed; on Debian, as root: apt-get install nginx-light")
    folder = tmp_path_factory.mktemp("nginx")
    (folder / "www").mkdir()
    (folder / "www/news").symlink_to(project / "public")
    (server,) = re.findall(r"```nginx\n(.*?)```", (root / "docs/publishing.md").read_text("utf-8"), re.DOTALL)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = server.replace("listen 80;", f"listen 127.0.0.1:{port};").replace("/404.html", "/news/404.html")
    server = server.replace("root /var/www/news;", f"root {folder}/www;").replace("location = /_", "location = /news/_")
    conf = folder / "nginx.conf"
    conf.write_text(
        f"daemon off; pid {folder}/pid; error_log {folder}/error.log; user root;\nevents {{}}\nhttp {{\n"
        f"access_log off; types {{ text/html html; text/css css; image/png png; }}\n"
        + "".join(f"{n}_temp_path {folder}/{n};\n" for n in ("client_body", "proxy", "fastcgi", "uwsgi", "scgi"))
        + f"{server}\n}}\n"
    )
    with subprocess.Popen([program, "-p", str(folder), "-c", str(conf)], stderr=subprocess.DEVNULL) as process:
        for _ in range(100):
            try:
                socket.create_connection(("127.0.0.1", port), timeout=1).close()
                break
            except OSError:
                time.sleep(0.05)
        yield port
        process.terminate()


def test_nginx_serves_the_site_below_a_path_with_its_headers(nginx: int) -> None:
    status, headers, text = get(nginx, "/news/briefings/gates/")
    assert (status, "The gates are shut" in text) == (200, True)
    assert {name: headers.get(name) for name in HEADERS} == dict(HEADERS)


def test_nginx_shows_the_sites_own_page_for_what_is_not_there(nginx: int) -> None:
    for path in ("/news/gone/", "/news/briefings/gates/gone", "/news/_headers", "/news/theme/"):
        status, headers, text = get(nginx, path)
        assert (path, status, "There is no page at this address" in text) == (path, 404, True)
        assert headers["X-Frame-Options"] == "DENY"


def test_nginx_leads_from_an_old_address_and_to_the_folder_of_a_page(nginx: int) -> None:
    assert get(nginx, "/news/old/gates")[1]["Location"] == "/news/old/gates/"
    assert 'url=../../briefings/gates/"' in get(nginx, "/news/old/gates/")[2]


def test_the_workflow_publishes_by_the_same_commands(root: Path) -> None:
    workflow = yaml.safe_load((root / ".github/workflows/publish.yml").read_text("utf-8"))
    (job,) = workflow["jobs"].values()
    commands = [step["run"] for step in job["steps"] if "run" in step]
    assert [c.split("invoke ")[1].strip() for c in commands if "invoke " in c] == ["publish", "deploy --to pages"]
    assert workflow["permissions"] == {"contents": "write"}
    assert job["if"] == "vars.PUBLISH == 'true'"


def test_what_the_workflow_keeps_is_all_a_build_needs_to_know_the_site(
    published: str, project: Path, root: Path, tmp_path: Path
) -> None:
    assert published
    workflow = yaml.safe_load((root / ".github/workflows/publish.yml").read_text("utf-8"))
    (kept,) = (s["with"]["path"] for s in workflow["jobs"]["publish"]["steps"] if "cache@" in s.get("uses", ""))
    for name in ("content", "pelican.conf.py", *kept.split()):
        copy = shutil.copyfile if (project / name).is_file() else shutil.copytree
        if (project / name).exists():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            copy(project / name, tmp_path / name)
    done = publish(tmp_path, root, SITEURL="http://127.0.0.1/news")
    assert "nothing to make" in done.stdout, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("repository", "variable", "address"),
    [
        ("Desk/news", "", "https://Desk.github.io/news"),
        ("Desk/desk.github.io", "", "https://Desk.github.io"),
        ("Desk/news", "https://news.example.org", "https://news.example.org"),
    ],
)
def test_the_workflow_knows_the_address_of_its_repository(
    root: Path, repository: str, variable: str, address: str
) -> None:
    workflow = yaml.safe_load((root / ".github/workflows/publish.yml").read_text("utf-8"))
    (step,) = [s["run"] for s in workflow["jobs"]["publish"]["steps"] if "invoke publish" in s.get("run", "")]
    command = step.replace("invoke publish", "sh -c 'echo $SITEURL'")
    known = {
        "GITHUB_REPOSITORY": repository,
        "GITHUB_REPOSITORY_OWNER": "Desk",
        "SITEURL": variable,
        "PATH": "/bin:/usr/bin",
    }
    done = subprocess.run(["bash", "-c", command], env=known, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == address


def test_the_docs_send_the_headers_that_the_site_wants(root: Path) -> None:
    text = (root / "docs/publishing.md").read_text("utf-8")
    sent = {n: v.strip('"') for n, v in re.findall(r"add_header ([\w-]+) (\"[^\"]+\"|\S+) always;", text)}
    assert sent == dict(HEADERS)


def test_every_kind_of_host_is_in_the_docs(root: Path) -> None:
    text = (root / "docs/publishing.md").read_text("utf-8")
    assert set(re.findall(r"`invoke deploy --to (\w+)", text)) == set(HOSTS)


def test_a_host_that_needs_a_target_asks_for_it(
    published: str, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert published
    monkeypatch.chdir(project)
    marker.set_ready(project / "public", "http://127.0.0.1/news")
    assert main(["deploy", "--to=s3", "--settings=pelican.conf.py"]) == 2
    assert "--target s3://bucket" in capsys.readouterr().err


def test_from_a_folder_of_the_project_it_is_the_same_site(
    published: str, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "To see what would change at its host: briefing deploy --to pages --dry-run" in published
    marker.set_ready(project / "public", "http://127.0.0.1/news")
    monkeypatch.chdir(project / "content/briefings")
    assert main(["deploy", "--to=folder", f"--target={project}-www", "--dry-run"]) == 0
    marker.unset(project / "public")
    assert main(["deploy", "--to=folder", f"--target={project}-www", "--dry-run"]) == 2
    marker.set_ready(project / "public", "http://127.0.0.1/news")
    said = "briefing: ../../public/ is not ready to be published; make it with: briefing publish\n"
    assert capsys.readouterr().err == said


def test_ctrl_c_ends_the_build_in_words(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[str] = []

    class Child:
        def __init__(self, *_: object, start_new_session: bool) -> None:
            assert start_new_session  # else the terminal would interrupt it wherever it is

        def __enter__(self) -> Self:
            return self

        def __exit__(self, *_: object) -> None:
            """Nothing is open."""

        def wait(self) -> int:
            if not asked:
                raise KeyboardInterrupt
            return 143

        def terminate(self) -> None:
            asked.append("terminate")

    monkeypatch.chdir(project)
    monkeypatch.setattr("briefing.cli.publish.subprocess.Popen", Child)
    assert main(["publish", "--siteurl=https://news.example", "--into=stopped"]) == 130
    assert asked == ["terminate"]
    assert capsys.readouterr().err == "briefing: stopped\n"
    assert marker.ready_for(Path("stopped")) == ""
