"""What can be wrong, where it stands, and how it is said: diagnostics as plain values.

A `Diagnostic` is one problem in one place. Every arrow of the house returns its value together with a tuple of
them; `report` turns them into text. The codes live in one enum, each with the explanation an editor reads.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from enum import Enum
from typing import Self

MOST_LINES = 20  # that one diagnostic names


class Severity(Enum):
    """How bad it is: an error stops the build, a warning is listed, a note is there for those who ask."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"


class Code(Enum):
    """Every code a diagnostic can carry; the value is its printed name, the text explains it to an editor."""

    explanation: str

    def __new__(cls, name: str, explanation: str = "") -> Self:
        """Make a member whose value is the printed name and which knows its explanation."""
        member = object.__new__(cls)
        member._value_ = name
        member.explanation = explanation
        return member

    # The file
    UNREADABLE_FILE = "unreadable-file", "The file cannot be opened; look at its permissions."
    BINARY_FILE = "binary-file", "The file holds bytes that are no text; briefings are plain text files."
    BAD_ENCODING = "bad-encoding", "The file is not UTF-8; save it as UTF-8 in your editor."
    OUTSIDE_CONTENT = (
        "outside-content",
        "A link leads out of the content folder; only files inside it are read.",
    )
    IGNORED_FILE = (
        "ignored-file",
        "Only .md files are briefings, and only .yaml files are actors and sources.",
    )
    FILE_TOO_LARGE = "file-too-large", "The file is larger than any briefing should be."
    TOO_LONG = (
        "takes-too-long",
        "The file takes longer to read than any briefing: a mark is repeated without end in it.",
    )
    # The front matter as text
    MISSING_FRONT_MATTER = (
        "missing-front-matter",
        "A briefing begins with a line '---', its fields, and a line '---'.",
    )
    UNCLOSED_FRONT_MATTER = "unclosed-front-matter", "The front matter has no closing line '---'."
    FRONT_MATTER_TOO_LARGE = (
        "front-matter-too-large",
        "The fields are too long, too deeply nested, or grow without bound through aliases (&name, *name).",
    )
    TAB = "tab-in-front-matter", "Fields are indented with spaces; a tab character is not allowed there."
    YAML_SYNTAX = (
        "yaml-syntax",
        "The fields are not valid YAML: a mark is missing, or has a meaning of its own there.",
    )
    DUPLICATE_KEY = "duplicate-key", "The same field is given twice; one of the two values would be lost."
    # The front matter against the schema
    UNKNOWN_FIELD = "unknown-field", "There is no field of this name here."
    MISSING_FIELD = "missing-field", "A required field is not there, or is empty."
    WRONG_SHAPE = "wrong-shape", "The value has another shape than the field needs: text, a list, or fields."
    WRONG_VALUE = "wrong-value", "The value is not one of those the field can have."
    NOT_A_DATE = (
        "not-a-date",
        "Dates are written as in ISO 8601: 2023, 2023-05, 2023-05-07, and EDTF level 1.",
    )
    IMPOSSIBLE_DATE = "impossible-date", "There is no such day in the calendar."
    AMBIGUOUS_DATE = "ambiguous-date", "The date can be read in two ways; write year-month-day."
    # Names that lead somewhere
    UNKNOWN_ACTOR = (
        "unknown-actor",
        "No actor of this id is in the register or among the briefing's own actors.",
    )
    UNKNOWN_SOURCE = (
        "unknown-source",
        "No source of this id is in the catalogue or among the briefing's own sources.",
    )
    UNKNOWN_QUESTION = (
        "unknown-question",
        "A view answers a question the briefing does not list under 'questions'.",
    )
    UNKNOWN_RELATED = "unknown-related", "No briefing has this slug."
    SOURCE_NOT_NAMED = "source-not-named", "With several sources, a passage must say which one it is from."
    BROKEN_LINK = "broken-link", "A link in the prose names a file that is not part of the site."
    DEAD_LINK = "dead-link", "An address elsewhere on the web does not answer, or says that nothing is there."
    MOVED_LINK = "moved-link", "An address elsewhere on the web has moved for good."
    BAD_CITATION = (
        "bad-citation",
        'A citation in the prose is written [@source-id] or [@source-id "its words"].',
    )
    WATCH_OVERDUE = "watch-overdue", "The date of something to watch has passed, and its status is still open."
    DUPLICATE_ID = "duplicate-id", "Two entries of one list have the same id."
    UNPAIRED_MARK = (
        "unpaired-mark",
        "A quotation mark in the editor's own text has no partner, so that nobody can tell which words are quoted.",
    )
    # Addresses
    BAD_SLUG = (
        "bad-slug",
        "A slug is lower-case letters, digits and single hyphens: it becomes part of an address.",
    )
    BAD_ALIAS = (
        "bad-alias",
        "An alias is an address that the page had on this site before: it begins with /, and no other page has it.",
    )
    DUPLICATE_SLUG = (
        "duplicate-slug",
        "Two briefings of one language have the same slug, and so the same address.",
    )
    OUTSIDE_OUTPUT = "outside-output", "A page would be written outside the output folder."
    URL_COLLISION = "url-collision", "Two pages would be written to the same address."
    # Editorial promises
    INFERRED_DATE_UNMARKED = (
        "inferred-date-unmarked",
        "A date the editor inferred carries '?' or '~', so that the page can say so.",
    )
    UNSURE_MARK = (
        "unsure-mark",
        "A mark is still to be settled: [check: …], in a comment too, or TODO in a text. A page with it stays a draft.",
    )
    EMPTY_SITE = "empty-site", "No briefing is there to build."
    INTERNAL = (
        "internal-error",
        "The program failed on this file; that is a fault of the program, please report it.",
    )
    # The proof
    QUOTATION_NOT_FOUND = (
        "quotation-not-found",
        "The words are given as a source's own, and nothing like them is there.",
    )
    QUOTATION_DIFFERS = (
        "quotation-differs",
        "The words are nearly the source's. In the help, [-words-] are only in the briefing, {+words+} in the source.",
    )
    NEGATION_CHANGED = "negation-changed", "The words say the opposite of the source: a 'not', 'never' or 'no' differs."
    QUOTATION_CUTS_WORD = "quotation-cuts-word", "The quotation begins or ends inside a word of the source."
    ELISION = (
        "elision-not-allowed",
        "What '[…]' leaves out must not change who speaks or what is said: one speaker, one paragraph, no negation.",
    )
    CONTEXT_NOT_FOUND = "context-not-found", "The words are in the source, but not between this prefix and this suffix."
    PASSAGE_AMBIGUOUS = (
        "passage-ambiguous",
        "The words stand in the source more than once; a prefix says which are meant.",
    )
    WRONG_SOURCE = (
        "wrong-source",
        "The words are not in the source they are given to; another of the briefing's sources has them.",
    )
    NOT_QUOTED_THERE = "not-quoted-there", "A quote must lie between the source's own quotation marks."
    OTHER_SPEAKER = "other-speaker", "The source gives these words to somebody else."
    SENSE_TO_CHECK = "sense-to-check", "A word that may turn the sense stands right before the words, or was left out."
    SOURCE_NOT_SAVED = "source-not-saved", "Words can be taken only from a source whose text is saved."
    SOURCE_MISSING = "source-missing", "The saved copy of a source is not where the catalogue says."
    SOURCE_CHANGED = "source-changed", "The saved copy of a source is not the one its sha256 was taken from."
    SOURCE_UNPINNED = "source-unpinned", "A saved source is pinned by its checksum, so that it cannot change unnoticed."
    SOURCE_UNREADABLE = "source-unreadable", "The saved copy of a source cannot be read as text."
    BROKEN_MARKS = (
        "broken-marks",
        "The source's quotation marks do not balance here; they are reported, never repaired.",
    )
    # An article to draft from
    EMPTY_SOURCE = "empty-source", "The file is empty; save the article again."
    NO_ARTICLE = (
        "no-article",
        "No running text was found: a page that is all script, a paywall's stub, a list. Save the article's own text.",
    )
    UNSUPPORTED_ENCODING = "unsupported-encoding", "The file is neither UTF-8 nor UTF-16; save it again as UTF-8."
    UNDECODABLE = "undecodable", "The file is not in the encoding that it declares; save it again as UTF-8."
    # The templates and the settings
    TEMPLATE = "template-error", "A template of the theme could not be rendered."
    CANNOT_WRITE = (
        "cannot-write",
        "A file cannot be written: look at permissions, at what is in its place, and at the room on the disk.",
    )
    BAD_SETTING = "bad-setting", "A setting in pelican.conf.py has a value the plugin cannot use."


@dataclass(frozen=True, slots=True)
class Span:
    """A place in a file: 1-based lines and columns in characters, the end exclusive.

    `excerpt` is its first line, or the part of a long line around it, which begins at `excerpt_column`.
    """

    path: str
    line: int = 0
    column: int = 0
    end_line: int = 0
    end_column: int = 0
    excerpt: str = ""
    excerpt_column: int = 1


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One problem in one place: what is wrong, and how to mend it, in an editor's words."""

    code: Code
    message: str
    span: Span
    help: str = ""
    severity: Severity = Severity.ERROR

    @property
    def sort_key(self) -> tuple[str, int, int, str]:
        """Order by file, then by place."""
        return (self.span.path, self.span.line, self.span.column, self.code.value)


Diagnostics = tuple[Diagnostic, ...]


def gathered(diagnostics: Iterable[Diagnostic]) -> Diagnostics:
    """Say once what is said of several places of one file; the help names the other lines."""
    alike: dict[tuple[Code, str, str, str], list[Diagnostic]] = {}
    for d in diagnostics:
        alike.setdefault((d.code, d.message, d.help, d.span.path), []).append(d)
    return tuple(_with_other_lines(*places) for places in alike.values())


def _with_other_lines(first: Diagnostic, *others: Diagnostic) -> Diagnostic:
    lines = sorted({d.span.line for d in others} - {first.span.line})
    if not lines:
        return first
    shown = ", ".join(map(str, lines[:MOST_LINES])) + (" …" if len(lines) > MOST_LINES else "")
    also = f"the same on {'lines' if len(lines) > 1 else 'line'} {shown}"
    return replace(first, help=f"{first.help}; {also}" if first.help else also)


def without_notes(diagnostics: Diagnostics) -> Diagnostics:
    """Return what a build says: everything but the notes."""
    return tuple(d for d in diagnostics if d.severity is not Severity.NOTE)


def errors_in(diagnostics: Diagnostics) -> int:
    """Count the diagnostics that stop a build."""
    return sum(d.severity is Severity.ERROR for d in diagnostics)
