"""Read saved articles: their structure, quotations, dates, people."""

import argparse
import json
import sys
from collections.abc import Callable
from datetime import date
from typing import Any

from ..drafting.extract import extract
from ..drafting.load import Unreadable, load_article
from ..drafting.records import record_of


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
    for file in options.files:
        article = load_article(file)
        if isinstance(article, Unreadable):
            failed += 1
            print(f"briefing: {article.message}", file=sys.stderr)
            continue
        read, is_page = article
        record = record_of(file, extract(read, options.published), with_text=is_page)
        print(json.dumps(record, ensure_ascii=False) if options.json else _listed(record))
    return int(failed > 0)


def _listed(record: dict[str, Any]) -> str:
    """One line a proposal."""
    source = record["source"]
    lines = [
        f"{record['file']}: {source['title'] or 'no title found'}" + (f" ({source['date']})" if source["date"] else "")
    ]
    for quotation in record["quotations"]:
        speaker = quotation["speaker"]["name"] if quotation["speaker"] else "speaker not known"
        doubt = "" if quotation["sure"] else "? "
        lines.append(f"  quotation  {doubt}{speaker}: “{_one_line(quotation['text'])}” [{quotation['rule']}]")
    lines += [f"  view       {v['speaker']['name']}: {_one_line(v['text'])} [{v['rule']}]" for v in record["views"]]
    lines += [f"  date       {d['edtf']}: {_one_line(d['text'])} [{d['basis']}]" for d in record["dates"]]
    for name in dict.fromkeys((a["name"], a["kind"]) for a in record["people"]):
        first = next(a for a in record["people"] if (a["name"], a["kind"]) == name)
        about = ", ".join(filter(None, (first["role"], first["affiliation"])))
        lines.append(f"  {name[1]:<12} {name[0]}{': ' + about if about else ''}")
    lines += [f"  broken mark on line {mark['line']}: {mark['mark']}" for mark in source["broken_marks"]]
    return "\n".join(lines)


def _one_line(text: str) -> str:
    joined = " ".join(text.split())
    return joined if len(joined) <= 100 else f"{joined[:99]}…"
