"""The first mention in the prose of each actor who has a box, and of each word the glossary explains.

Looked for in sanitised HTML by plain search, without parsing it: a page has few names, and they stand near its head.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from html import escape, unescape

from ..evidence.whole_words import cuts_word
from ..frozen import frozen, replace
from ..model.actor import Actor
from ..model.briefing import Term
from .actors import anchor
from .markup import anchors, slug_of, typeset
from .values import ExpertViewCard, Html, LinkView, PointView, TermUse

CLOSED = re.compile(
    r"<(?P<tag>a|h[1-6]|blockquote|code|pre|cite|abbr|dfn)\b.*?</(?P=tag)>|<[^>]*>|&[#\w]+;"
    "|\ue000\\d+\ue001|\ue002[^\ue003]*\ue003",
    re.DOTALL,
)
"""Where no mention is looked for: tags, what is a link, a heading or another's words already, and marks."""
MARKER = re.compile("\ue000(\\d+)\ue001")
"""What stands in HTML in the place of a citation or a mention: its number."""
Mention = LinkView | TermUse
Span = tuple[int, int]


@frozen
class Subject:
    """What a mention leads to: an actor's box, or a term with its definition."""

    forms: tuple[str, ...]
    id: str
    definition: str = ""

    def mention(self, words: str) -> Mention:
        """Return the mention in these words."""
        return TermUse(self.id, words, self.definition) if self.definition else LinkView(words, f"#{self.id}")


def subjects(actors: Sequence[Actor], glossary: Sequence[Term]) -> Iterator[Subject]:
    """Yield every actor and term; of a body only its name: its other forms may be its city's. No form is shared."""
    forms = {a.id: dict.fromkeys((a.name, *(a.as_written if a.kind == "person" else ()))) for a in actors}
    owners = Counter(form for each in forms.values() for form in each)
    yield from (Subject(tuple(f for f in forms[a.id] if f and owners[f] == 1), anchor(a.id)) for a in actors)
    yield from (
        Subject((t.term, *t.also), id, t.definition) for id, t in zip(term_ids(glossary), glossary, strict=True)
    )


def term_ids(glossary: Sequence[Term]) -> Iterator[str]:
    """Yield the anchor of each term of the glossary."""
    return anchors(f"term-{slug_of(t.term)}" for t in glossary)


def mark_mentions(html: str, wanted: Iterable[Subject], first: int, smart: bool) -> tuple[str, tuple[Mention, ...]]:
    """Return the HTML with a marker for the first mention of each subject, and the mentions; `first` is its number."""
    taken = [m.span() for m in CLOSED.finditer(html)]
    found: list[tuple[Span, Subject]] = []
    for subject in sorted(wanted, key=lambda s: -max(map(len, s.forms), default=0)):  # "North Korea" before "Korea"
        written = (escape(typeset(form) if smart else form, quote=False) for form in subject.forms)
        span = _joined(filter(None, (_first(html, form, taken) for form in written)))
        if span:
            found.append((span, subject))
            taken.append(span)
    pieces: list[str] = []
    mentions: list[Mention] = []
    at = 0
    for (start, end), subject in sorted(found, key=lambda each: each[0]):
        pieces += [html[at:start], f"\ue000{first + len(mentions)}\ue001"]
        mentions.append(subject.mention(unescape(html[start:end])))
        at = end
    return "".join([*pieces, html[at:]]), tuple(mentions)


def explained(
    views: Iterable[ExpertViewCard], glossary: Sequence[Term], said: Iterable[Mention]
) -> tuple[ExpertViewCard, ...]:
    """Return experts' views with each word of the glossary explained at its first use, unless it is `said` already."""
    known = {mention.id for mention in said if isinstance(mention, TermUse)}
    left = {s.id: s for s in subjects((), glossary) if s.id not in known}

    def point(shown: PointView) -> PointView:
        if not left or shown.is_quote:
            return shown
        html, found = mark_mentions(escape(shown.text, quote=False), left.values(), 0, smart=False)
        for use in found:
            left.pop(use.id if isinstance(use, TermUse) else "", None)
        parts = MARKER.split(html)
        shown_parts = (found[int(p)] if i % 2 else Html(p) for i, p in enumerate(parts))
        return replace(shown, parts=tuple(p for p in shown_parts if p != "")) if found else shown

    return tuple(replace(view, points=tuple(map(point, view.points))) for view in views)


def _first(html: str, form: str, taken: Sequence[Span]) -> Span | None:
    """Return where a form first stands as whole words, outside of what is taken."""
    start = html.find(form)
    while start >= 0:
        end = start + len(form)
        cut = cuts_word(html, start) or cuts_word(html, end)
        if not cut and not any(a < end and start < b for a, b in taken):
            return start, end
        start = html.find(form, start + 1)
    return None


def _joined(spans: Iterable[Span]) -> Span | None:
    """Return the first of some spans with those that overlap it: "President Yoon" and "Yoon Suk Yeol" are one."""
    first: Span | None = None
    for start, end in sorted(spans):
        if first is None or start < first[1]:
            first = (first[0], max(first[1], end)) if first else (start, end)
    return first
