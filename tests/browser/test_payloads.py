"""Nothing runs: hostile text in every field, opened in a real browser whose own second wall, the policy, is down."""

import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from briefing.checks.static_files import check_static_file
from playwright.sync_api import Browser, Page

PAYLOADS = [
    line
    for line in (Path(__file__).parent.parent / "cases/payloads.txt").read_text("utf-8").splitlines()
    if line and not line.startswith("# ")
]
# Two fields of one name would be one briefing's address: each payload has a slug of its own.
FIELDS = """---
title: {p}
slug: payload-{n}
date: 2024-05-01
summary: {p}
why_it_matters: {p}
category: {c}
tags: [{c}]
authors: [{p}]
key_points: [{{text: {p}, status: claimed}}]
actors:
  - {{id: a, name: {p}, role: {p}, affiliation: {p}, country: JP, note: {p}, as_written: [{p}]}}
  - registered-{n}
timeline:
  - {{date: 2023, title: {p}, text: {p}, as_written: {p}, location: {p}, actors: [a]}}
  - {{date: 2020, title: {p}}}
views:
  - {{expert: {e}, affiliation: {p}, interests: {p}, told_to: {p}, headline: {p}, points: [{p}]}}
questions: [{{id: q, text: {p}}}]
missing_voices: [{{who: {p}, why: {p}}}]
sources: [{{id: s, title: {p}, publisher: {p}, author: [{p}], credit: {p}, quality: [{p}]}}, catalogued-{n}]
watch: [{{text: {p}, outcome: {p}, date: 2025}}]
updates: [{{date: 2024-05-02, kind: correction, text: {p}, was: {p}, now: {p}}}]
glossary: [{{term: {p}, also: [{p}], definition: {p}}}]
related: [{{url: "https://example.org/", title: {p}, relation: {p}}}]
backstory: {p}
limits: [{p}]
---
"""
PROSE = """{p}

A paragraph with {p} in the middle.

## {p}

- {p}
"""
DETECTOR = """
window.__ran = [];
for (const name of ["alert", "confirm", "prompt", "print", "open"]) {
  window[name] = (...given) => { window.__ran.push(name + "(" + given.join() + ")"); };
}
"""
PROVOKE = """
() => {
  for (const e of document.querySelectorAll("*")) {
    for (const kind of ["mouseover", "focus", "load", "error", "toggle", "animationstart", "begin"]) {
      e.dispatchEvent(new Event(kind));
    }
  }
  const schemes = ["http:", "https:", "mailto:", ""];
  const led = [...document.querySelectorAll("a, area, base, link, form")].map(e => e.href || e.action || "");
  return {
    ran: window.__ran,
    led: led.filter(a => !schemes.includes(String(a.baseVal ?? a).split(/(?<=:)/)[0].trim().toLowerCase())),
    handlers: [...document.querySelectorAll("*")].flatMap(
      e => e.getAttributeNames().filter(name => name.startsWith("on")).map(name => e.tagName + " " + name)),
    frames: [...document.querySelectorAll("iframe, object, embed, frame, meta[http-equiv=refresh i]")].length,
  };
}
"""
CLEAN = {"ran": [], "led": [], "handlers": [], "frames": 0}


def written(content: Path) -> None:
    """Write a briefing, an actor and a source of each payload."""
    for name in ("briefings", "actors", "sources"):
        (content / name).mkdir(parents=True)
    for n, payload in enumerate(PAYLOADS):
        p = json.dumps(payload)  # a text in double quotation marks is written alike in YAML
        fields = FIELDS.format(p=p, n=n, c=json.dumps(f"{n} {payload}"), e=json.dumps(f"Dr {payload}"))
        prose = PROSE.format(p=payload)
        (content / f"briefings/payload-{n}.md").write_text(fields + prose, "utf-8")
        (content / f"actors/registered-{n}.yaml").write_text(f"name: {p}\nrole: {p}\naffiliation: {p}\n", "utf-8")
        (content / f"sources/catalogued-{n}.yaml").write_text(f"title: {p}\npublisher: {p}\n", "utf-8")


def without_refused_prose(content: Path, said: str) -> set[str]:
    """Take the prose of briefings that were refused for it away; their fields stay."""
    refused = set(re.findall(r"^content/briefings/(payload-\d+\.md):\d+:\d+: error", said, re.MULTILINE))
    for name in refused:
        path = content / "briefings" / name
        path.write_text(path.read_text("utf-8").rpartition("\n---\n")[0] + "\n---\nProse.\n", "utf-8")
    return refused


@pytest.fixture(scope="module")
def hostile_site(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site of which every briefing, actor and source is hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    content, output = folder / "content", folder / "output"
    written(content)
    settings = f"""
from runpy import run_path
globals().update({{n: v for n, v in run_path({str(root / "pelican.conf.py")!r}).items() if n.isupper()}})
PATH, OUTPUT_PATH, THEME = {str(content)!r}, {str(output)!r}, {str(root / "theme")!r}
PLUGIN_PATHS = [{str(root / "plugins")!r}]
"""
    (folder / "settings.py").write_text(settings)
    build = [sys.executable, "-m", "pelican", "-s", str(folder / "settings.py")]
    refused: set[str] = set()
    for _ in range(2):  # Pelican's own checks speak when everything else is right
        tried = subprocess.run(build, cwd=folder, capture_output=True, text=True, check=False)
        refused |= without_refused_prose(content, tried.stdout)
    done = subprocess.run(build, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert len(refused) < len(PAYLOADS) / 3, "what is refused is harmless, but tells nothing of the page"
    assert len(list(output.glob("briefings/payload-*/index.html"))) == len(PAYLOADS)
    return output


@pytest.fixture
def victim(browser: Browser) -> Iterator[Page]:
    """A reader without the policy that would stop what the pages let through."""
    with browser.new_context(bypass_csp=True) as context:
        context.add_init_script(DETECTOR)
        page = context.new_page()
        # Only what the page itself brings: nothing that it names is asked of anybody.
        page.route(lambda url: not url.startswith("http://127.0.0.1"), lambda route: route.abort())
        yield page


def suffered(page: Page, address: str) -> dict[str, Any]:
    page.goto(address)
    return dict(page.evaluate(PROVOKE))


@pytest.mark.parametrize(
    "planted",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        '<a href="javascript:alert(1)">x</a>',
        '<p onmouseover="alert(1)">x</p>',
        '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
    ],
)
def test_the_detector_sees_what_is_planted(
    victim: Page, planted: str, tmp_path: Path, serve: Callable[[Path], str]
) -> None:
    (tmp_path / "index.html").write_text(f"<!DOCTYPE html><title>x</title>{planted}")
    assert suffered(victim, serve(tmp_path)) != CLEAN


def test_no_payload_runs_on_any_page(victim: Page, hostile_site: Path, serve: Callable[[Path], str]) -> None:
    address = serve(hostile_site)
    pages = sorted(p.relative_to(hostile_site).as_posix() for p in hostile_site.rglob("*.html"))
    assert len(pages) > 2 * len(PAYLOADS)
    assert {name: found for name in pages if (found := suffered(victim, f"{address}/{name}")) != CLEAN} == {}


WRAPPED = {
    "html": "<!DOCTYPE html><title>x</title>{}",
    "svg": '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>',
}


def test_no_static_file_that_a_build_lets_pass_runs_a_payload(
    victim: Page, tmp_path: Path, serve: Callable[[Path], str]
) -> None:
    passed = {}
    for ending, around in WRAPPED.items():
        for n, payload in enumerate(PAYLOADS):
            name, text = f"{n}.{ending}", around.format(payload)
            if not list(check_static_file(name, name, text.encode("utf-8", "replace"))):
                passed[name] = text
                (tmp_path / name).write_text(text, "utf-8")
    assert 5 < len(passed) < len(PAYLOADS) / 4
    address = serve(tmp_path)
    assert {n: text for n, text in passed.items() if suffered(victim, f"{address}/{n}")["ran"]} == {}


@pytest.mark.parametrize("name", ["x.html", "x.svg"])
def test_a_script_in_a_static_file_would_run_if_it_were_let_pass(
    victim: Page, name: str, tmp_path: Path, serve: Callable[[Path], str]
) -> None:
    text = WRAPPED[name[2:]].format("<script>alert(1)</script>")
    (tmp_path / name).write_text(text, "utf-8")
    assert suffered(victim, f"{serve(tmp_path)}/{name}")["ran"] == ["alert(1)"]
    assert list(check_static_file(name, name, text.encode()))
