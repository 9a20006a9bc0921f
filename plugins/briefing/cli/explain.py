"""Tell what a code such as unknown-field means, with a wrong and a right example."""

import argparse
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from textwrap import fill, indent

from ..build.commands import tool
from ..build.house import read_policy
from ..build.settings import read_settings
from ..checks.house.policy import explanation_of
from ..diagnostics import Code
from ..parsing.likeness import near
from .project import add_settings, settings_of

BLOCK = re.compile(r"^~~~ (?P<kind>\w+)(?: (?P<place>\w+))?\n(?P<text>.*?)^~~~$\n?", re.MULTILINE | re.DOTALL)
PRINTED = re.compile(r"^(?:error|warning|note)\[(.*)\]$")
"""A code as a message has it."""
WIDTH = 100  # characters of a line of text
PLACES = {
    "": "",
    "prose": ", in the prose",
    "file": ", the whole file",
    "actor": ", in the register",
    "source": ", in the catalogue",
    "settings": ", in the settings",
    "files": "",
}


@dataclass(frozen=True, slots=True)
class Example:
    """A piece of a file: fields of the front matter where `place` is "", else what `PLACES` names."""

    kind: str
    place: str
    text: str


def command(parser: argparse.ArgumentParser) -> Callable[[argparse.Namespace], int]:
    """Declare the arguments of ``briefing explain``."""
    parser.add_argument("codes", nargs="*", metavar="CODE", help="the codes; without one, all are listed")
    add_settings(parser)
    return run


def run(options: argparse.Namespace) -> int:
    """Print the explanations of codes with their examples, or of all in a line each; return 2 where one is unknown."""
    known = explanations(options.settings)
    if not options.codes:
        print("\n".join(f"{name}: {means}" for name, means in known.items()))
        return 0
    asked = dict.fromkeys(PRINTED.sub(r"\1", code) for code in options.codes)
    for code in [code for code in asked if code not in known]:
        meant = near(code, known)
        question = f"; did you mean '{meant}'?" if meant else ""
        print(f"briefing: there is no code '{code}'{question}", file=sys.stderr)
    runs = tool(Path(options.settings).absolute().parent)
    told = ["\n\n".join([f"{code}: {known[code]}", *_shown(code, runs)]) for code in asked if code in known]
    if told:
        print("\n\n\n".join(told))
    return 0 if len(told) == len(asked) else 2


def explanations(settings_file: str) -> dict[str, str]:
    """Return what each code means, those of the site's own rules behind ours."""
    settings = settings_of(settings_file) if Path(settings_file).is_file() else {}
    own = read_policy(read_settings(settings)[0])[0].own
    return {code.value: code.explanation for code in Code} | {n: explanation_of(rule) for n, rule in own.items()}


@cache
def sections() -> Mapping[str, str]:
    """Return what explanations.md says of each code."""
    text = Path(__file__).with_name("explanations.md").read_text("utf-8")
    parts = (part.partition("\n") for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:])
    return {code.strip(): rest.strip() for code, _, rest in parts}


def examples(section: str) -> list[Example]:
    """Return the examples of a section, in order."""
    return [Example(m["kind"], m["place"] or "", m["text"]) for m in BLOCK.finditer(section)]


def _shown(code: str, runs: str) -> list[str]:
    """Return the paragraphs to print of a code; `runs` is what runs commands in this project."""
    section = sections().get(code, "").replace("`briefing ", f"`{runs} ")
    words = " ".join(BLOCK.sub("", section).split())
    shown = [f"{e.kind.title()}{PLACES[e.place]}:\n{indent(e.text, '    ').rstrip()}" for e in examples(section)]
    return [fill(words, WIDTH)] * bool(words) + shown
