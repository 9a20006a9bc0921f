"""What libyaml found wrong, said in an editor's words: a chain of small handlers, each for one kind of error."""

import re
from collections.abc import Callable
from typing import Any

from yaml.reader import ReaderError

from ..diagnostics import Code, Diagnostic
from ..frozen import frozen
from .located_text import LocatedText
from .unseen import explain_unseen

QUOTE_IT = "put quotation marks round the whole text"
INNER_MARKS = "quotation marks inside it are written \\\" between \"…\", and '' between '…'"
ALIGN_IT = f'align it with its neighbours; if the marks [ {{ * & " in it are text, {QUOTE_IT}'

BEFORE_A_FIELD = (
    "look at the lines above: a field's name needs ': ' after it, and the fields of one entry stand in line"
)
FIELD = re.compile(r"[ ]*(?:- )?\w+")
SHORT_FIELD = re.compile(r"[ ]*(?:- )?(?P<name>\w+): +(?P<text>\w[^\"\\\n#]{,80})$", re.MULTILINE)
"""A field on a line of its own, whose text can be shown between quotation marks."""
NO_SPACE = re.compile(r"^[ ]*(-)\w+:(?=\s)", re.MULTILINE)


@frozen
class Failure:
    """Where libyaml stopped (`at`) and where what it was reading began (`since`), as offsets into the file."""

    file: LocatedText
    problem: str
    context: str
    at: int
    since: int

    @property
    def line_start(self) -> int:
        """The offset of the line it stopped on."""
        return self.file.text.rfind("\n", 0, self.at) + 1

    @property
    def line(self) -> str:
        """What stands before that place on its line."""
        return self.file.text[self.line_start : self.at]

    def say(self, message: str, help: str, at: int | None = None, code: Code = Code.YAML_SYNTAX) -> Diagnostic:
        """Return the diagnostic, at the place where it stopped or another one."""
        return Diagnostic(code, message, self.file.span(self.at if at is None else at), help)


def explain_yaml_error(error: Any, file: LocatedText, start: int, end: int) -> Diagnostic:
    """Return the diagnostic for an error of PyYAML about the text between two offsets of a file."""
    if isinstance(error, ReaderError):
        return _control_character(error, file, start, end)
    at, since = (min(start + m.index, end) if m else start for m in (error.problem_mark, error.context_mark))
    failure = Failure(file, error.problem or "", error.context or "", at, since)
    return next(found for tell in TELLS if (found := tell(failure)))


def _control_character(error: ReaderError, file: LocatedText, start: int, end: int) -> Diagnostic:
    at = max(start, file.text.find(chr(error.character), start, end)) if isinstance(error.character, int) else start
    return explain_unseen(file, at, end, file.text[at])


def _tab(f: Failure) -> Diagnostic | None:
    tab = f.file.text.find("\t", f.line_start, f.at + 1)
    if tab < 0 or f.file.text[f.line_start : tab].strip(" -"):
        return None
    return f.say("a tab character stands in the indentation", "use spaces", tab, Code.TAB)


def _unclosed_quotation(f: Failure) -> Diagnostic | None:
    if "quoted scalar" not in f.context or "escape" in f.problem:
        return None
    return f.say("the text that begins with this quotation mark is never closed", f"close it; {INNER_MARKS}", f.since)


def _escape(f: Failure) -> Diagnostic | None:
    if "escape" not in f.problem and "hexdecimal" not in f.problem:
        return None
    return f.say("a backslash between double quotation marks has a meaning of its own", "write it twice: \\\\")


def _after_closing(f: Failure) -> Diagnostic | None:
    before = f.line.rstrip(" ")
    if before.endswith(("]", "}")):
        return f.say(
            f"something stands after the closing {before[-1]}", f"take it away, or, if all of it is text, {QUOTE_IT}"
        )
    if not before.endswith(('"', "'")):
        return None
    return f.say(
        "the text goes on after its closing quotation mark", f"put quotation marks round all of it; {INNER_MARKS}"
    )


def _beginning(f: Failure) -> Diagnostic | None:
    """A text that begins with a mark of YAML's own."""
    at = f.since if f.context.startswith(("while scanning an a", "while scanning a tag")) else f.at
    mark = f.file.text[at : at + 1]
    if "flow" in f.context or not mark or mark not in "*&!@`%,]}":
        return None
    return f.say(f"a text cannot begin with '{mark}'", QUOTE_IT, at)


def _unclosed_bracket(f: Failure) -> Diagnostic | None:
    if "while parsing a flow" not in f.context:
        return None
    opening = f.file.text[f.since : f.since + 1]
    closing = "}" if opening == "{" else "]"
    if f.since >= f.line_start:
        message = f"a comma or a closing {closing} is missing here, or one is too many"
        return f.say(message, f"if the brackets are part of a text, {QUOTE_IT}")
    return f.say(
        f"this {opening} is never closed",
        f"write {closing} after the last item, or, if it is text, {QUOTE_IT}",
        f.since,
    )


def _no_space(f: Failure) -> Diagnostic | None:
    """An item such as ``-text: …`` makes the lines after it fail."""
    found = next(
        iter(NO_SPACE.finditer(f.file.text, f.file.text.rfind("\n", 0, max(0, f.at - 200)) + 1, f.at + 1)), None
    )
    return f.say("a space is missing after this '-'", "write it as '- '", found.start(1)) if found else None


def _colon(f: Failure) -> Diagnostic | None:
    if "mapping values are not allowed" not in f.problem:
        return None
    if FIELD.fullmatch(f.file.text, f.line_start, f.at):
        return f.say(
            "a field cannot begin here, inside the text above",
            BEFORE_A_FIELD,
            f.line_start + len(f.line) - len(f.line.lstrip(" -")),
        )
    field = SHORT_FIELD.match(f.file.text, f.line_start)
    quoted = f'write {field["name"]}: "{field["text"].rstrip()}"' if field else QUOTE_IT
    return f.say("a colon inside this text is read as a new field", f"{quoted}, or check the indentation")


def _dash(f: Failure) -> Diagnostic | None:
    if "block sequence entries are not allowed" not in f.problem:
        return None
    return f.say("a list cannot begin on the line of its field", "begin it on the next line, or write it as [one, two]")


def _no_field(f: Failure) -> Diagnostic | None:
    if "could not find expected ':'" not in f.problem:
        return None
    if f.file.text.startswith("-", f.since):
        return f.say("this line is no field", "a list's item has a space after the '-'", f.since)
    help = "write it as 'field: value', indent it under its field, or close the front matter above it with a line '---'"
    return f.say("this line is no field", help, f.since)


def _block_text(f: Failure) -> Diagnostic | None:
    if "block scalar" not in f.context:
        return None
    return f.say(
        "after > or | the text begins on the next line", f"move it there, indented; if the mark is text, {QUOTE_IT}"
    )


def _misfit(f: Failure) -> Diagnostic:
    return f.say("this line does not fit the lines around it", ALIGN_IT)


TELLS: tuple[Callable[[Failure], Diagnostic | None], ...] = (
    _tab,
    _escape,
    _unclosed_quotation,
    _after_closing,
    _beginning,
    _unclosed_bracket,
    _no_space,
    _colon,
    _dash,
    _no_field,
    _block_text,
    _misfit,
)
