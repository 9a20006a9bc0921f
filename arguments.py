"""Arguments that Invoke does not know: words named without an option, as many as there are; one that may be left out.

Invoke takes no word that it does not want, and wants none once an argument has a value: these look at the command line.
"""

import sys
from collections.abc import Callable
from itertools import takewhile
from pathlib import Path
from typing import Any

from invoke import Task
from invoke.parser import Argument


class Named(Argument):
    """Words named without an option, as many as there are: Invoke takes no word that it does not want."""

    task: str
    looks_right: Callable[[str], object]
    is_task: Callable[[str], bool]

    @property
    def value(self) -> list[str] | None:
        """What was given; nothing, and so still wanted, while the command line has more of them."""
        given, words = self._value or [], sys.argv[1:]
        own = words[words.index(self.task) + 1 :] if self.task in words else words
        asked = takewhile(lambda word: not self.is_task(word), own)
        named = [word for word in asked if self.looks_right(word)]
        return given if len(given) >= len(named) else None

    @value.setter
    def value(self, given: str) -> None:
        self._value = [*(self._value or []), given]


class OfSeveral(Task):  # type: ignore[type-arg]  # a task is generic in its body, which does not matter here
    """A task to which several files, or codes, may be named."""

    def get_arguments(self, ignore_unknown_help: bool | None = None) -> list[Argument]:
        """Its arguments, those named first."""
        given = super().get_arguments(ignore_unknown_help)
        several = next(each for each in given if each.name in NAMED)
        named = Named(names=several.names, kind=list, positional=True, help=several.help)
        named.task, named.looks_right = self.name, NAMED[str(several.name)]
        beside = self.body.__globals__  # the names of its file, the other tasks among them
        named.is_task = lambda word: isinstance(beside.get(word), Task)
        return [named, *(each for each in given if each is not several)]


NAMED: dict[str, Callable[[str], object]] = {
    "file": lambda word: "/" in word or Path(word).suffix or Path(word).exists(),
    "code": lambda word: not word.startswith("-"),
}
"""What may be named several times, and the words of a command line that look like it."""


class LeftOut(Argument):
    """A positional argument that may be left out, which Invoke, that takes no word it does not want, does not know."""

    task: str
    others: list[Argument]

    @property
    def value(self) -> Any:
        """What was given; nothing, and so still wanted, unless another was given or the command line is at its end."""
        is_enough = any(other.got_value for other in self.others) or sys.argv[-1] == self.task
        return ("" if is_enough else None) if self._value is None else self._value

    @value.setter
    def value(self, given: str) -> None:
        self.set_value(given)


class MaybeAlone(Task):  # type: ignore[type-arg]  # a task is generic in its body, which does not matter here
    """A task whose first argument may be left out: something else says what to do, or the command asks."""

    def get_arguments(self, ignore_unknown_help: bool | None = None) -> list[Argument]:
        """Its arguments, the positional one first."""
        first, *others = sorted(super().get_arguments(ignore_unknown_help), key=lambda a: not a.positional)
        wanted = LeftOut(names=first.names, positional=True, help=first.help)
        wanted.task, wanted.others = self.name, others
        return [wanted, *others]
