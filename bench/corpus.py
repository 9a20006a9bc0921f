"""A content folder of invented briefings: the same seed makes the same files, each whatever the number of files."""

from datetime import datetime
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import yaml
from fiction import NAMES, Article, Told, write_article

CATEGORIES = ("Water", "Trade", "Harbours", "Courts", "Weather", "Parliament", "Roads", "Letters")
TAGS = ("locks", "ferries", "grain", "dykes", "audits", "storms", "votes", "barges", "lenders", "salt")
AHEAD = 80  # years to what is to be watched: on a site that is kept, nothing is overdue
FIRST_YEAR, LAST_YEAR = 2005, 2024  # a later date would be an embargo


def write_corpus(folder: Path, size: int, seed: int = 1) -> None:
    """Write briefings below content/briefings, the article each is made from below seeds, and the register."""
    for kind in ("content/briefings", "content/actors", "seeds"):
        (folder / kind).mkdir(parents=True)
    for id, name in NAMES.items():
        (folder / f"content/actors/{id}.yaml").write_text(f"name: {name}\nkind: person\n", encoding="utf-8")
    for number in range(size):
        random = Random(f"{seed}-{number}")
        year = random.randint(FIRST_YEAR, LAST_YEAR)
        article = write_article(random, year)
        saved = f"seeds/{number:06}.txt"
        (folder / saved).write_text(article.text, encoding="utf-8")
        text = briefing(article, random, year, number, saved)
        (folder / f"content/briefings/{year}-12-01-{slug(article, number)}.md").write_text(text, encoding="utf-8")


def slug(article: Article, number: int) -> str:
    return f"{article.thing} of {article.place} {number:06}".lower().replace(" ", "-")


def briefing(article: Article, random: Random, year: int, number: int, saved: str) -> str:
    """Return a briefing's file as an editor might have written it from the article."""
    source = f"lantern-{number:06}"
    front_matter = {
        "title": f"The {article.thing} of {article.place}: what is decided, and what is not",
        "slug": slug(article, number),
        "date": datetime(year, 12, 1, random.randint(6, 22)),  # noqa: DTZ001 - as editors write it
        "as_of": f"{year}-12-01",
        "category": random.choice(CATEGORIES),
        "tags": random.sample(TAGS, 3),
        "authors": ["Benchmark desk"],
        "lang": "en",
        "summary": f"{article.events[-1].text} {article.events[-2].text} {article.background[0].sentence}",
        "why_it_matters": f"{article.claims[0].text} {article.background[1].sentence}",
        "sources": [_source(article, source, year, saved)],
        "key_points": [_key_point(t) for t in (*article.events[-3:], article.claims[0], article.background[2])],
        "actors": [*map(_actor, article.people), *map(_actor, article.experts)],
        "timeline": [_event(t, article, random) for t in article.events],
        "questions": _questions(article),
        "views": [_view(expert, article, random, year) for expert in article.experts],
        "missing_voices": _missing_voices(article),
        "quotations": [_quotation(t) for t in article.quotations],
        "watch": [_watch(t, year) for t in article.background[4:6]],
        "backstory": "Invented for a benchmark, from an article that was invented for it as well.",
        "limits": ["There is one source.", "Nothing in it is true.", "No transcript of any remark was checked."],
        "glossary": [
            {"term": "Dyke", "also": ["dike"], "definition": "A wall of earth that keeps the sea where it is."}
        ],
    }
    fields = yaml.dump(front_matter, Dumper=yaml.CSafeDumper, sort_keys=False, allow_unicode=True, width=110)
    return f"---\n{fields}---\n\n{_story(article, source)}\n"


def _source(article: Article, id: str, year: int, saved: str) -> dict[str, Any]:
    return {
        "id": id,
        "type": "article-newspaper",
        "title": article.headline,
        "publisher": "The Orsel Lantern",
        "date": f"{year}-11-30",
        "file": saved,
        "sha256": sha256(article.text.encode()).hexdigest(),
        "lang": "en",
        "quality": ["The paper and its articles are invented."],
    }


def _key_point(told: Told) -> dict[str, Any]:
    return {"text": told.text, "status": "reported", "passage": told.sentence}


def _actor(person: Any) -> dict[str, Any]:
    note = f"Speaks for the {person['affiliation']} in this story, as the article has it."
    return {"id": person["id"], "role": person["role"], "affiliation": person["affiliation"], "note": note}


def _event(told: Told, article: Article, random: Random) -> dict[str, Any]:
    date = random.choice((told.date, told.date, told.date[:7], f"{told.date}~"))
    return {
        "date": date,
        "title": told.title,
        "text": told.text,
        "date_basis": "inferred" if date.endswith("~") else "stated",
        "status": "occurred",
        "importance": str(random.randint(1, 3)),
        "location": article.place,
        "actors": [random.choice(article.people)["id"]],
        "passage": told.sentence,
    }


def _questions(article: Article) -> list[dict[str, Any]]:
    return [
        {"id": "pay", "text": f"Should {article.place} pay for the {article.thing}?"},
        {"id": "wait", "text": "Would it be better to wait for the next report?"},
        {"id": "trust", "text": "Can the figures that were published be relied on?"},
    ]


def _view(expert: Any, article: Article, random: Random, year: int) -> dict[str, Any]:
    claims = [t for t in article.claims if t.speaker == expert["id"]]
    return {
        "expert": expert["id"],
        "affiliation": expert["affiliation"],
        "told_to": "The Orsel Lantern",
        "date": f"{year}-11-29",
        "headline": claims[0].text.rstrip("."),
        "points": [{"text": t.text, "passage": t.sentence} for t in claims],
        "positions": {id: random.choice(("agrees", "disagrees", "mixed")) for id in ("pay", "wait", "trust")},
    }


def _missing_voices(article: Article) -> list[dict[str, Any]]:
    return [
        {"who": "The ferrymen", "why": f"They use the {article.thing} every day and are not heard."},
        {"who": "The lenders", "why": "They are named once, and no letter of theirs is quoted."},
    ]


def _quotation(told: Told) -> dict[str, Any]:
    return {"speaker": told.speaker, "quote": told.quote, "occasion": "To the paper's reporter", "translated": "no"}


def _watch(told: Told, year: int) -> dict[str, Any]:
    return {"text": told.text, "date": str(year + AHEAD), "status": "open", "passage": told.sentence}


def _story(article: Article, source: str) -> str:
    """Return the prose: three parts with headings, each statement with the passage it rests on, one block quote."""
    cited = [f'{t.text}[@{source} "{t.sentence}"]' for t in (*article.events, *article.claims, *article.background)]
    said, also = article.quotations[0], article.quotations[1]
    return "\n\n".join(
        (
            "\n".join(cited[:3]),
            "## What was decided",
            "\n".join(cited[3:7]),
            f"> {said.quote}",
            f"Others said so **before the vote**: “{also.quote}”.",
            "## What the experts see",
            "\n".join(cited[7:11]),
            "## What is *not* known",
            "\n".join(cited[11:16]),
        )
    )
