"""The structure of an article saved as plain text: headline, date, byline, dateline, subheads, credit."""

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from ..evidence.paragraphs import Paragraph
from ..evidence.source_text import read_source
from .article import Article, Block, BlockKind, Imprint
from .dates import sole_date
from .furniture import is_furniture
from .places import load_places
from .publishers import agency_in, is_paper, publisher_in
from .words import FUNCTION_WORDS

_LABEL = re.compile(r"(?i)^(?:(?:first |last )?(?:published|updated|posted|created|modified|date)(?: on| at)?\s*:?\s*)")
_SHORT_WEEKDAY = re.compile(r"^(?:Mon|Tues?|Wed|Thu(?:rs)?|Fri|Sat|Sun)\b\.?,?\s+")
_CLOCK = re.compile(
    r"(?i)[,|·•\s-]*(?:at\s+)?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:\(?[A-Z]{2,5}\)?)?(?:\s*[+-]\d{1,2}:?\d*)?\s*"
)
_NAMED = re.compile(r"[A-Z][\w.'’&-]*(?: (?:of the |of |the )?[A-Z][\w.'’&-]*){0,4}(?:, | [|–—-] |: | \()(?=.*\d{4})")
_PAGE = re.compile(r"(?i),?\s+(?:page|pages|p\.|pp\.)\s*\w+(?:-\w+)?$")
"""The name of a paper before its date: Harwold Courier, 12 May 2032."""
_STATES_DAY = re.compile(
    r"(?:Published|Updated|Posted|Created|Modified|Printed|By|First|Last|Mon|Tue|Wed|Thu|Fri|Sat|Sun)"
)
_WRITTEN_BY = re.compile(r"(?:^|\s)[Bb]y\s+(?P<who>[A-Z][\w.'’-]*(?: [A-Z][\w.'’-]*){0,3})(?:\s*[,|·•–—-]\s*|$)")
"""Who wrote it, on the line of the date: Posted on 3 May 2031 by Ann Lee."""
_BARE_NAME = re.compile(r"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3}$")
_BYLINE = re.compile(r"(?:By|BY|by)\s+(?P<who>[A-Z][^\d:]{2,80})$")
_COUNTS = re.compile(r"(?<=[ ,]\d{4})(?:\s+\d{1,6}){1,2}$")
"""How many have shared and read it, behind the year: June 5, 2021 0 332."""
_PUBLISHED_IN = re.compile(r"Published in (?P<paper>[A-Z][^,\n]{1,60}), (?P<day>.{6,30})$")
"""The last line of some papers: Published in Harwold Times, June 6th, 2021."""
_BULLET = re.compile(r"(?:[-*•‣▪–]|\d{1,2}[.)])\s+(?=\S)")
_BARS = re.compile(r"\s+[|•·]\s+")
_REPORTED_BY = re.compile(r"\(?(?:(?:[Aa]dditional )?[Rr]eporting|[Ww]riting|[Ee]diting) by [A-Z]")
_CREDIT = re.compile(
    r"(?i)^(?:sources?|credits?|courtesy(?: of)?|via|originally published (?:by|in|on))\s*:\s*(?P<who>\S.{1,100})$"
)
_DATELINE = re.compile(
    r"(?:(?P<place>[A-Z][\w.'’/-]*(?: [A-Z][\w.'’/-]*){0,3}(?: \[[^\]\n]{2,40}\])?(?:, [A-Z][\w.]*(?: [A-Z][\w.]*)?)??)"
    r"(?P<day>,? (?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:\d{1,2} )?"
    r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?(?: \d{1,2})?(?:,? \d{4})?)?"
    r"(?P<agency> ?\((?:[A-Z][\w/ .]{1,30}|dpa)\))?|(?P<alone>\([A-Z][\w/ ]{1,30}\)))\s?(?P<mark>:|—|–|--|-|_|\.)\s"
)
_SENTENCE_END = re.compile(r"[.!?…][\"”'’)\]]*$")
_PROSE_WORDS = 20
_LONGEST_HEADLINE = 25
_LONGEST_SUBHEAD = 12
_LONGEST_HEAD = 12
_LONGEST_IMPRINT = 120
_LONGEST_PART = 6


def read_article(text: str) -> Article:
    """Read the structure of a plain text as scraped; never raises, linear in its length."""
    source = read_source(text)
    lines = [(p, source.excerpt(p.start, p.end)) for p in source.paragraphs]
    kinds = _kinds([line for _, line in lines])
    blocks = tuple(_blocks(text, [p for p, _ in lines], kinds))
    return Article(source, blocks, _imprint(text, blocks))


def _kinds(lines: Sequence[str]) -> list[BlockKind]:
    first = next((i for i, line in enumerate(lines[:_LONGEST_HEAD]) if _is_prose(line, i, lines)), 0)
    head = _head_kinds(lines[:first])
    body = [_body_kind(lines, at) for at in range(first, len(lines))]
    return head + body


def _is_prose(line: str, at: int, lines: Sequence[str]) -> bool:
    if _date_of(line) or _BYLINE.match(line) or line in lines[:at]:
        return False
    words = line.split()
    if (
        at == 0
        and len(lines) > 1
        and len(words) <= _LONGEST_HEADLINE
        and (is_title_case(words) or not _SENTENCE_END.search(line))
    ):
        return False
    return len(words) >= _PROSE_WORDS or (len(words) >= 4 and bool(_SENTENCE_END.search(line)))


def is_title_case(words: Sequence[str]) -> bool:
    """Whether words are capitalised as in a headline."""
    chief = [word for word in words if word.lower().strip("‘’'\"“”") not in FUNCTION_WORDS and word[:1].isalpha()]
    return len(chief) > 2 and sum(word[0].isupper() for word in chief) >= 0.7 * len(chief)


def _head_kinds(lines: Sequence[str]) -> list[BlockKind]:
    kinds = [_head_kind(line) for line in lines]
    bare = next((at for at in range(1, len(lines)) if _is_bare_byline(lines[at], at, kinds)), None)
    if bare is not None and "byline" not in kinds:
        kinds[bare] = "byline"
    open_lines = [at for at, kind in enumerate(kinds) if kind == "standfirst"]
    title = _title_line(lines, open_lines)
    for at in open_lines:
        if title is not None and (at == title or lines[at] == lines[title]):
            kinds[at] = "title"
        elif title is not None and at < title:
            kinds[at] = "section"
    return kinds


def _head_kind(line: str) -> BlockKind:
    """What a line before the first paragraph is as far as it tells itself; a standfirst is what tells nothing."""
    if _date_of(line):
        return "date"
    if _BYLINE.match(line):
        return "byline"
    if publisher_in(line):
        return "publisher"
    return "furniture" if is_furniture(line) else "standfirst"


def _is_bare_byline(line: str, at: int, kinds: Sequence[BlockKind]) -> bool:
    """Whether a line is nothing but a name, right beside that of the date."""
    beside = (*kinds[at - 1 : at], *kinds[at + 1 : at + 2])
    return kinds[at] == "standfirst" and "date" in beside and bool(_BARE_NAME.match(line))


def _title_line(lines: Sequence[str], candidates: Sequence[int]) -> int | None:
    """The headline: the line that is there twice, else the first one longer than a section's label."""
    twice = next((at for at in candidates if lines.count(lines[at]) > 1), None)
    if twice is not None:
        return twice
    return next((at for at in candidates if len(lines[at].split()) > 3), candidates[0] if candidates else None)


def _body_kind(lines: Sequence[str], at: int) -> BlockKind:
    line = lines[at]
    words = line.split()
    if at >= len(lines) - 4 and any(way.match(line) for way in (_CREDIT, _REPORTED_BY, _PUBLISHED_IN)):
        return "credit"
    if is_furniture(line):
        return "furniture"
    if _date_of(line):
        return "date"
    is_last = at == len(lines) - 1
    short = len(words) <= _LONGEST_SUBHEAD and not is_last and line[:1].isalnum()
    if short and not _SENTENCE_END.search(line) and line[-1] not in ',;:"”’' and not line[:1].islower():
        return "subhead"
    return "paragraph"


def _date_of(line: str) -> date | None:
    """The day a line consists of, with or without a label, a time, and the paper and the author between bars."""
    if len(line) > _LONGEST_IMPRINT:
        return None
    parts = _BARS.split(line)
    if len(parts) > 1 and all(_BYLINE.match(part) or len(part.split()) <= _LONGEST_PART for part in parts):
        return next(filter(None, map(_day_stated, parts)), None) or _day_stated(line)
    return _day_stated(line)


def _day_stated(line: str) -> date | None:
    line = _COUNTS.sub("", line)
    bare = _CLOCK.sub(" ", _LABEL.sub("", _WRITTEN_BY.sub(" ", line).strip())).strip(" |,.-–—•·")
    bare = _PAGE.sub("", _SHORT_WEEKDAY.sub("", bare))
    bare = bare.title() if bare.isupper() else bare
    named = _NAMED.match(bare)
    return sole_date(bare) or (sole_date(bare[named.end() :].rstrip(")")) if named else None) or _day_first(bare)


def _day_first(line: str) -> date | None:
    """The day before the name of a paper: 12 May 2032, Harwold Courier."""
    parts = line.rpartition(", ")
    return sole_date(parts[0]) if is_paper(parts[2]) else None


def _blocks(text: str, paragraphs: Sequence[Paragraph], kinds: Sequence[BlockKind]) -> Iterator[Block]:
    first_body = True
    for paragraph, kind in zip(paragraphs, kinds, strict=True):
        start = paragraph.start
        if kind == "paragraph" and (bullet := _BULLET.match(text, start, paragraph.end)):
            yield Block(bullet.end(), paragraph.end, "item")
            continue
        if kind == "paragraph" and first_body:
            first_body = False
            dateline = dateline_of(text, start, paragraph.end)
            if dateline:
                yield Block(start, start + len(dateline[0].rstrip()), "dateline")
                start += len(dateline[0])
        yield Block(start, paragraph.end, kind)


def dateline_of(text: str, start: int, end: int) -> re.Match[str] | None:
    """The dateline a paragraph begins with: place and day, or place in capitals, or an agency, alone or not."""
    match = _DATELINE.match(text, start, end)
    if not match:
        return None
    if match["alone"]:
        return match if match["mark"] != "." else None
    place = match["place"]
    known = (match["day"] or match["agency"] or "[" in place) and match["mark"] != "."
    return match if known or (place.partition(",")[0].isupper() and len(place) > 3 and match["mark"] != "-") else None


def _imprint(text: str, blocks: Sequence[Block]) -> Imprint:
    printed = {block.kind: " ".join(text[block.start : block.end].split()) for block in reversed(blocks)}
    day = _date_of(printed.get("date", ""))
    credits = [" ".join(text[block.start : block.end].split()) for block in blocks if block.kind == "credit"]
    credit = next(filter(_CREDIT.match, credits), credits[0] if credits else "")
    issue = next(filter(None, map(_PUBLISHED_IN.match, credits)), None)
    byline = _BYLINE.match(printed.get("byline", "")) or _BARE_NAME.match(printed.get("byline", ""))
    byline = byline or _WRITTEN_BY.search(printed.get("date", ""))
    named = split_authors(byline.groupdict().get("who", byline[0])) if byline else ()
    paper = next(filter(is_paper, named[1:]), "")
    credited = _CREDIT.match(credit)
    dateline = printed.get("dateline", "").rstrip(" :—–-_")
    day = day or _day_in(dateline) or (sole_date(issue["day"]) if issue else None)
    return Imprint(
        title=printed.get("title", ""),
        date=day.isoformat() if day else "",
        publisher=credited["who"]
        if credited
        else issue["paper"]
        if issue
        else _paper_in(printed) or paper or agency_in(dateline),
        author=tuple(name for name in named if name != paper),
        dateline=dateline,
        credit=credit,
    )


def _paper_in(printed: Mapping[BlockKind, str]) -> str:
    """The paper that a line of its own names, or the line of the date: Harwold Courier, 12 May 2032."""
    line = printed.get("date", "")
    parts = [part for bar in _BARS.split(line) for part in bar.split(", ")]
    told = publisher_in(printed.get("publisher", "")) or next(filter(is_paper, parts), "")
    return told or _name_before_date(line, printed)


def _name_before_date(line: str, printed: Mapping[BlockKind, str]) -> str:
    """The name of several words that a line has before its date, as a paper's is printed; not that of a place."""
    named = _NAMED.match(" - ".join(_BARS.split(line)))
    name = named[0].rstrip(" ,|:(–—-") if named else ""
    is_place = name.lower() in load_places() or printed.get("dateline", "").lower().startswith(name.lower())
    return "" if is_place or " " not in name or _STATES_DAY.match(name) else name


def _day_in(dateline: str) -> date | None:
    """The day a dateline states in full, behind its place."""
    parts = dateline.partition(" (")[0].split(", ")
    return next(filter(None, (sole_date(", ".join(parts[at:])) for at in range(1, len(parts)))), None)


def split_authors(names: str) -> tuple[str, ...]:
    """The names in a byline, one by one."""
    parts = re.split(r"\s*(?:,|\band\b|&|;)\s*", names.strip())
    return tuple(part for part in parts if part and part[:1].isupper())
