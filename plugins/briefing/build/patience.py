"""Work that must come to an end: what takes too long is given up, and said, whatever a library makes of a text."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

MOST_SECONDS = 1.5  # of this process's own time; a briefing takes a hundredth of a second


class TooLongError(BaseException):
    """The work was given up; no `except Exception` of a library may keep it."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise TooLongError where the work inside takes more of this process's own time; other programs do not count.

    Only the main thread of a process can be interrupted, and only where the system has interval timers (POSIX).
    """
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGVTALRM, _give_up)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _give_up(*_: object) -> None:
    raise TooLongError
