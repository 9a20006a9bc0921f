"""Every kind of thing that can be wrong: its printed name, and what it means in an editor's words."""

from enum import Enum
from typing import Self


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
    NO_FONT = (
        "no-font",
        "The card of a briefing needs a font that this machine does not have; the page names the site's icon instead.",
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
    UNSEEN_CHARACTER = (
        "unseen-character",
        "A character that nobody sees: a control character, or a mark that turns the direction of all that follows.",
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
    UNUSED_ENTRY = "unused-entry", "An entry of the register or the catalogue that no briefing names."
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
    URL_COLLISION = "url-collision", "Two pages, files or lists would be written to the same address."
    SCRIPT_IN_FILE = (
        "script-in-file",
        "A file that is published as it is has something in it that would run in readers' browsers.",
    )
    # Editorial promises
    INFERRED_DATE_UNMARKED = (
        "inferred-date-unmarked",
        "A date the editor inferred carries '?' or '~', so that the page can say so.",
    )
    UNSURE_MARK = (
        "unsure-mark",
        "A mark is still to be settled: [check: …], in a comment too, or TODO in a text. A page with it stays a draft.",
    )
    FICTION_MIXED = (
        "fiction-mixed",
        "Fiction names invented actors and sources only, and nothing else names those: each entry says fiction: true.",
    )
    EMPTY_SITE = "empty-site", "No briefing is there to build."
    INTERNAL = (
        "internal-error",
        "The program itself failed; that is a fault of the program, please report it with what it says here.",
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
    # House rules: a site may switch each of them off, or make it an error
    SUMMARY_TOO_LONG = (
        "summary-too-long",
        "A summary says what happened in one breath: 60 words, or as many as BRIEFING_SUMMARY_WORDS allows.",
    )
    POINT_WITHOUT_PASSAGE = (
        "point-without-passage",
        "A key point is what readers take away; its passage lets them see where it is from.",
    )
    EXPERT_WITHOUT_AFFILIATION = (
        "expert-without-affiliation",
        "Readers weigh an expert by where they work: the view, or the actor, has an affiliation as printed.",
    )
    SPEAKER_NOT_AMONG_ACTORS = (
        "speaker-not-among-actors",
        "Somebody is quoted whom the key-actor boxes do not introduce.",
    )
    EVENT_AFTER_AS_OF = (
        "event-after-as-of",
        "An event is told as having happened, and lies after the day up to which the facts hold (as_of).",
    )
    SINGLE_SOURCE = (
        "single-source",
        "A briefing of some length rests on one source alone, and says nothing of it under 'limits'.",
    )
    IMAGE_WITHOUT_ALT = (
        "image-without-alt",
        "An image has no text in its place, for readers who cannot see it.",
    )
    HEDGE_DROPPED = (
        "hedge-dropped",
        "The source hedges ('is said to', 'reportedly'), and the briefing tells it as a fact. Known in English only.",
    )
    DATE_DIFFERS = (
        "date-differs",
        "An event has another day than its source writes out, in as_written or in the passage. English and ISO 8601.",
    )
    COUNT_DIFFERS = (
        "count-differs",
        "A key point counts something otherwise than the passage it cites: English nouns, money and per cent.",
    )
    REVIEW_OVERDUE = (
        "review-overdue",
        "Nobody has looked at the briefing for longer than BRIEFING_REVIEW_DAYS allows; as_of says when somebody did.",
    )
    OWN_RULE = "own-rule", "A rule of this site's own, from BRIEFING_OWN_RULES; a diagnostic has the rule's own name."
    # The templates and the settings
    TEMPLATE = "template-error", "A template of the theme could not be rendered."
    CANNOT_WRITE = (
        "cannot-write",
        "A file cannot be written: look at permissions, at what is in its place, and at the room on the disk.",
    )
    BAD_SETTING = "bad-setting", "A setting of the site has a value the plugin cannot use."
