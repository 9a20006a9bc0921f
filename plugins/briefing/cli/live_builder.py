"""The builder that `invoke serve` keeps: a process that builds what has changed, begun anew when its code changes."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from threading import Thread
from typing import Any

Hear = Callable[[dict[str, Any]], None]
GONE = {
    "place": "the builder",
    "severity": "error",
    "code": "internal-error",
    "message": "the builder has ended; what it said is in the terminal",
    "excerpt": "",
    "help": "save any file to begin it again",
    "explanation": "The program that builds the site ended by itself: a fault of the program, please report it.",
}


class Builder:
    """A process that builds; what it tells is heard in a thread of its own."""

    def __init__(self, settings: str, options: Sequence[str], hear: Hear) -> None:
        self.settings, self.options, self.hear = settings, options, hear
        self._process: subprocess.Popen[bytes] | None = None
        self.begin()

    def begin(self) -> None:
        """Begin the process anew; it builds at once."""
        self.end()
        told, events = os.pipe()
        command = [sys.executable, "-m", f"{__package__}.live_begin", self.settings, str(events), *self.options]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, pass_fds=[events])
        os.close(events)
        Thread(target=self._listen, args=(self._process, told), daemon=True).start()

    def build(self, changed: Iterable[str]) -> None:
        """Have built what comes of files that changed."""
        process = self._process
        if process is None or process.stdin is None or process.poll() is not None:
            self.begin()
            return
        with suppress(BrokenPipeError):  # it has just ended: that is told, and the next change begins it again
            process.stdin.write(json.dumps(sorted(changed)).encode() + b"\n")
            process.stdin.flush()

    def end(self) -> None:
        """End the process; a build that is under way leaves the site whole."""
        process, self._process = self._process, None
        if process is None:
            return
        process.terminate()
        if process.stdin:
            process.stdin.close()
        process.wait()

    def _listen(self, process: "subprocess.Popen[bytes]", told: int) -> None:
        with os.fdopen(told, encoding="utf-8") as events:
            event: dict[str, Any] = {}
            for line in events:
                try:
                    event = json.loads(line)
                except ValueError:  # it was ended within a word
                    break
                if process is self._process:
                    self.hear(event)
        if process is self._process and not event.get("ended"):  # nobody has ended it, and it has not said why
            self.hear({"problems": [GONE]})
