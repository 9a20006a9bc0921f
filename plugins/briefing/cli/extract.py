"""Read saved articles: their structure, quotations, dates, people."""

import argparse
import json
import sys
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from ..drafting.extract import extract
from ..drafting.load import Unreadable, load_article
from ..drafting.records import record_of
from .terminal import STYLES, UNSURE, Line, in_turn, print_lines, visible


def command(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Declare the arguments of ``briefing extract``."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a saved article: plain text, or .html")
    parser.add_argument("--json", action="store_true", help="print one JSON object a line, a file each")
    parser.add_argument(
        "--published", type=day, metavar="DATE", help="the articles' date, where they do not tell it: 2023-05-08"
    )
    return run


def day(text: str) -> date:
    """Read a day given on the command line."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not a day; write it as 2023-05-08") from None


def run(options: argparse.Namespace) -> int:
    """Print what each article holds; return 1 where a file could not be read."""
    failed = 0
    for file in in_turn(options.files):
        article = load_article(file)
        if isinstance(article, Unreadable):
            failed += 1
            print(f"briefing: {article.message} [{article.code}]", file=sys.stderr)
            continue
        read, is_page = article
        record = record_of(file, extract(read, options.published), with_text=is_page)
        if options.json:
            print(json.dumps(record, ensure_ascii=False))
        else:
            print_lines(_listed(record))
    return int(failed > 0)


def _listed(record: dict[str, Any]) -> Iterator[Line]:
    """One line a proposal."""
    source = record["source"]
    about = f" ({source['date']})" if source["date"] else ""
    yield ((visible(f"{record['file']}: {source['title'] or 'no title found'}{about}"), "bold"),)
    for quotation in record["quotations"]:
        speaker = quotation["speaker"]["name"] if quotation["speaker"] else "speaker not known"
        doubt = "" if quotation["sure"] else "? "
        yield _line("quotation", doubt, f"{speaker}: “{_one_line(quotation['text'])}”", quotation["rule"])
    for view in record["views"]:
        yield _line("view", "", f"{view['speaker']['name']}: {_one_line(view['text'])}", view["rule"])
    for told in record["dates"]:
        yield _line("date", "", f"{told['edtf']}: {_one_line(told['text'])}", told["basis"])
    for name, kind in dict.fromkeys((a["name"], a["kind"]) for a in record["people"]):
        first = next(a for a in record["people"] if (a["name"], a["kind"]) == (name, kind))
        about = ", ".join(filter(None, (first["role"], first["affiliation"])))
        yield _line(kind, "", f"{name}{': ' + about if about else ''}", "")
    for mark in source["broken_marks"]:
        yield _line("gap", "", f"a quotation mark without a partner on line {mark['line']}: {mark['mark']}", "")


def _line(kind: str, doubt: str, words: str, rule: str) -> Line:
    found = f" [{rule}]" if rule else ""
    return (f"  {kind:<12} ", STYLES[kind]), (doubt, UNSURE), (visible(words), ""), (found, "dim")


def _one_line(text: str) -> str:
    joined = " ".join(text.split())
    return joined if len(joined) <= 100 else f"{joined[:99]}…"
