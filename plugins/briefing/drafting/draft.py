"""A draft as a file: every proposal with where it was found, and a mark wherever a decision is the editor's.

The one mark is `[check: …]`: in a value, or in a comment above the entry it is about. Whatever else stands in a comment
is for information. While a mark remains the build refuses to publish the page.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Any

from ..model.source import Source
from .proposal import Proposal, Proposals
from .yaml_text import comment, flow, item_lines, scalar

LONGEST_DRAFT = 150_000
"""Characters; the reader takes 200,000."""
FEWEST_WORDS = 4
LISTS = ("actors", "timeline", "views", "quotations")
"""The lists of a briefing that are proposed, in the order in which they are written."""
_LEGEND = (
    "A draft read from saved articles by rules. Everything below is a proposal with its passage; nothing is invented.",
    "Settle every 'check' in square brackets and delete it, then delete 'status: draft': while one remains, the page",
    "cannot be published. The other comments say where each proposal was found; they can go or stay.",
)


def render_draft(proposals: Proposals, day: str, headline: str = "") -> str:
    """Return the text of a briefing's file; `day` is the date where no source tells one, and then to be checked.

    The `headline` is an editor's; without one the article's own stands there, to be written anew.
    """
    dates = sorted(str(s.entry.date) for s in proposals.sources if s.entry.date)
    lines = ["---", *(f"# {line}" for line in _LEGEND), *_head(proposals, dates, day, headline), ""]
    several = len(proposals.sources) > 1
    for name in LISTS:
        lines += list_lines(name, getattr(proposals, name), with_source=several)
    lines += [*key_point_lines(proposals, with_source=several), *gap_lines(proposals.gaps), *_FOOT]
    return "\n".join(lines) + "\n---\n\n[check: the story, in your own words; cite a source as the reference shows]\n"


_FOOT = (
    "# More that a briefing can have: why_it_matters, questions and positions, missing_voices, watch, limits,",
    "# backstory, glossary, related. They are judgements, and so they are not proposed.",
)


def _head(proposals: Proposals, dates: Sequence[str], day: str, headline: str) -> Iterator[str]:
    title = proposals.title.strip()
    if not headline:
        yield mark_line("the title is the article's own; write yours" if title else "write the title")
    yield f"title: {scalar(headline or title or 'Untitled')}"
    if not dates:
        yield mark_line("no source tells its date; this is the day of the draft")
    yield f"date: {dates[-1] if dates else day}"
    if dates:
        yield f"as_of: {dates[-1]}"
    yield "status: draft"
    if proposals.section:
        yield f"category: {scalar(proposals.section)}"
    yield mark_line("these are the article's opening words; say what happened in your own, in at most sixty words")
    opening = proposals.opening.strip()
    first = opening if len(opening.split()) >= FEWEST_WORDS else ""  # a dateline alone is no summary
    yield f"summary: {scalar(first or title or 'To be written.')}"
    yield ""
    yield f"sources: [{', '.join(scalar(s.entry.id, in_flow=True) for s in proposals.sources)}]"


def list_lines(name: str, proposals: Iterable[Proposal[Any]], *, with_source: bool) -> list[str]:
    """A whole list, with its heading and a blank line behind it; nothing where nothing is proposed."""
    found = list(proposals)
    entries = [line for p in found for line in proposal_lines(name, p, with_source=with_source)]
    return [f"{name}:", *(f"  {line}" for line in entries), ""] if found else []


def proposal_lines(name: str, proposal: Proposal[Any], *, with_source: bool) -> list[str]:
    """One entry of a list with its comments above it."""
    entry = proposal.entry
    bare = name == "actors" and entry == type(entry)(id=entry.id)
    above = [f"# {comment(proposal.found)}", *([mark_line(*proposal.doubts)] if proposal.doubts else [])]
    return [*above, *item_lines(entry.id if bare else entry, with_source=with_source)]


def flow_entry(name: str, proposal: Proposal[Any], *, with_source: bool) -> str:
    """One entry as it stands between the brackets of a list on one line."""
    entry = proposal.entry
    bare = name == "actors" and entry == type(entry)(id=entry.id)
    return scalar(entry.id, in_flow=True) if bare else flow(entry, with_source=with_source)


def mark_line(*doubts: str) -> str:
    """The mark that keeps a page from being published, as a comment of its own line."""
    return f"# [check: {comment('; '.join(doubts)).replace(']', ')')}]"


def key_point_lines(proposals: Proposals, *, with_source: bool) -> Iterator[str]:
    """The passages for key points, as entries that are commented out."""
    if not proposals.key_points:
        return
    yield "# Passages for key points. Take away the '#' of those you want, and say each in your own words."
    yield "# key_points:"
    for proposal in proposals.key_points:
        yield f"#   # {comment(proposal.found)}"
        yield from (f"#   {comment_line(line)}" for line in item_lines(proposal.entry, with_source=with_source))
    yield ""


def comment_line(line: str) -> str:
    """A line of YAML that is commented out, its indentation kept."""
    return line[: len(line) - len(line.lstrip())] + comment(line)


def gap_lines(gaps: Sequence[str]) -> Iterator[str]:
    """What was not understood, as comments with one mark for all."""
    if gaps:
        yield mark_line("look at these places of the article; what was not understood there is left out")
        yield from (f"#   {comment(gap)}" for gap in gaps)
        yield ""


def render_source(source: Source) -> str:
    """Return the text of a catalogue entry; its id is the file's name."""
    lines = [line for line in item_lines(source, with_source=False) if not line.startswith("- id:")]
    return "".join(f"{line.removeprefix('  ')}\n" for line in lines)


def fitted(proposals: Proposals) -> Proposals:
    """Leave out the last of the longest lists until the draft is one the reader takes; what is left out is counted."""
    cut: Counter[str] = Counter()
    while len(render_draft(proposals, "2000-01-01")) > LONGEST_DRAFT:
        longest = max((*LISTS, "key_points", "gaps"), key=lambda name: len(str(getattr(proposals, name))))
        kept = getattr(proposals, longest)
        cut[longest] += len(kept) - len(kept) // 2
        proposals = replace(proposals, **{longest: kept[: len(kept) // 2]})
    left = tuple(f"{number} more {name.replace('_', ' ')} than a draft holds" for name, number in cut.items())
    return replace(proposals, gaps=(*proposals.gaps, *left))
