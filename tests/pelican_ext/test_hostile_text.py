"""Nothing an editor, or a source, writes can run in a reader's browser: one page with hostile text in every field."""

import json
import re
from html import unescape
from typing import Any

import pytest
from bs4 import BeautifulSoup

ATTACK = "<script>alert(1)</script><img src=x onerror=alert(1)>{{ 7 * 7 }}\"'"
HOSTILE = """---
title: &x '%(attack)s title'
date: 2024-05-01
summary: '%(attack)s summary'
why_it_matters: *x
category: '%(attack)s category'
tags: ['%(attack)s tag']
authors: ['%(attack)s author']
key_points: [{text: '%(attack)s point', status: claimed}]
actors: [{id: a, name: '%(attack)s name', role: *x, affiliation: *x, country: JP, note: *x}]
timeline:
  - {date: 2023, title: '%(attack)s event', text: *x, as_written: *x, location: *x, actors: [a]}
  - {date: 2020, title: T}
views: [{expert: '%(attack)s expert', affiliation: *x, interests: *x, told_to: *x, headline: *x, points: [*x]}]
questions: [{id: q, text: '%(attack)s question'}]
missing_voices: [{who: '%(attack)s voice', why: *x}]
sources: [{id: s, title: '%(attack)s source', publisher: *x, author: [*x], quality: [*x],
  file: seeds/s.txt, publish: true}]
watch: [{text: '%(attack)s watch', outcome: *x}]
updates: [{date: 2024-05-02, text: '%(attack)s update', was: *x, now: *x}]
glossary: [{term: '%(attack)s term', also: [*x], definition: *x}]
related: [{url: 'https://example.org/', title: '%(attack)s related', relation: *x}]
backstory: '%(attack)s backstory'
limits: ['%(attack)s limit']
---
%(attack)s

[a](javascript:alert(1)) [b](JaVaScRiPt:alert(1)) [c](data:text/html,x) <a href="&#106;avascript:alert(1)">d</a>
<a href="https://example.org/" onclick="alert(1)" style="x">e</a> ![f](javascript:alert(1)) <iframe srcdoc="x"></iframe>
&#7;&#x8f;
<svg onload=alert(1)></svg> <form action="x"><input name=y></form> <style>*{}</style> <meta http-equiv=refresh>
"""
FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff]")
RUNS = re.compile(r"\s*(?!https?:|mailto:)[^/?#]*:", re.IGNORECASE)  # any scheme but the three that only lead somewhere


RUNNING = (
    "script:not([type='application/ld+json'], [src$='/theme/js/timeline.js']), "
    "iframe, object, embed, form:not([data-filter]), input, style, base, svg svg, [srcdoc], [style]"
)


@pytest.fixture
def pages(project: Any) -> dict[str, str]:
    prose = HOSTILE.rpartition("---\n")[2] % {"attack": ATTACK}
    project.write("content/briefings/hostile.md", HOSTILE % {"attack": ATTACK.replace("'", "''")})
    project.write("seeds/s.txt", f"{ATTACK} saved.\x07\x92\x0b\n")
    project.write("content/pages/hostile.md", f"Title: An ordinary page\n\n<p class=a>{ATTACK}</p>\n\n{prose}")
    project.write("content/articles/hostile.md", f"Title: An article\nDate: 2024-05-01\n\n{prose}")
    built = project.build()
    assert built.status == 0, built.text
    return {name: raw.decode() for name, raw in project.snapshot().items() if name.endswith(".html")}


def test_no_page_has_anything_that_could_run(pages: dict[str, str]) -> None:
    for name, text in pages.items():
        page = BeautifulSoup(text, "html.parser")
        assert page.select(RUNNING) == [], name
        assert [e.name for e in page.find_all() for a in e.attrs if a.startswith("on")] == [], name
        addresses = [e[a] for e in page.find_all() for a in ("href", "src", "cite") if e.has_attr(a)]
        assert [a for a in addresses if RUNS.match(str(a))] == [], name


def test_no_page_has_a_character_that_html_forbids(pages: dict[str, str]) -> None:
    assert {name: found[0] for name, text in pages.items() if (found := FORBIDDEN.search(text))} == {}
    assert "saved." in pages["sources/s/index.html"]


def test_a_page_has_its_facts_as_data_that_can_be_read(pages: dict[str, str]) -> None:
    (block,) = BeautifulSoup(pages["briefings/hostile/index.html"], "html.parser").select("script")
    assert json.loads(block.get_text())["@type"] == "BackgroundNewsArticle"


def test_every_page_has_facts_as_data_but_the_one_for_what_is_not_there(pages: dict[str, str]) -> None:
    without = []
    for name, text in pages.items():
        blocks = BeautifulSoup(text, "html.parser").select("script[type='application/ld+json']")
        if [json.loads(block.get_text())["@context"] for block in blocks] != ["https://schema.org"]:
            without.append(name)
    assert without == ["404.html"]
    assert "sources/s/index.html" in pages


def test_every_hostile_field_is_shown_as_the_text_it_is(pages: dict[str, str]) -> None:
    page = BeautifulSoup(pages["briefings/hostile/index.html"], "html.parser")
    shown = page.get_text().replace("’", "'").replace("“", '"').replace("”", '"').replace("‘", "'")
    fields = "title summary category author point name event expert voice source watch update term related backstory"
    assert [f for f in fields.split() if f"{ATTACK} {f}" not in shown] == []


def test_text_of_a_field_is_no_template(pages: dict[str, str]) -> None:
    assert "49" not in BeautifulSoup(pages["briefings/hostile/index.html"], "html.parser").h1.get_text()  # type: ignore[union-attr]
    assert "{{ 7 * 7 }}" in unescape(pages["briefings/hostile/index.html"])


@pytest.mark.parametrize(
    "field",
    [
        "sources: [{id: s, title: T, url: 'javascript:alert(1)'}]",
        "sources: [{id: s, title: T, archive_url: 'data:text/html,x'}]",
        "related: [{url: 'javascript:alert(1)', title: T}]\nsources: [{id: s, title: T}]",
        "actors: [{id: a, name: A, same_as: ['javascript:alert(1)']}]\nsources: [{id: s, title: T}]",
    ],
)
def test_an_address_that_would_run_is_an_error(field: str, site: Any) -> None:
    site.write("content/briefings/x.md", f"---\ntitle: X\ndate: 2024-05-01\nsummary: S\n{field}\n---\nX\n")
    built = site.build()
    assert built.status == 1
    assert "error[wrong-value]: " in built.text
