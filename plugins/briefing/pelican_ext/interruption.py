"""A build that is stopped from outside says so, and its exit status does too: Pelican would call it a success."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from .terminal import say

STOPS = (signal.SIGINT, signal.SIGTERM)
WORDS = "\nStopped. The site is whole: as it was, or, where it had just been put in place, the new one."


@contextmanager
def told_by_status() -> Iterator[None]:
    """While inside, Ctrl-C and a termination end the program with the status that shells expect, 128 and the signal."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, _stop) for number in STOPS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _stop(number: int, _frame: object) -> None:
    for each in STOPS:
        signal.signal(each, signal.SIG_IGN)  # what is open is closed in peace
    say(WORDS)
    raise SystemExit(128 + number)
