"""Work that must come to an end: what takes too long is given up, and said, whatever a library makes of a text."""

import ctypes
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

LOOK = 0.1  # seconds between two looks at another thread
MOST_SECONDS = 1.5  # of this process's own time; a briefing takes a hundredth of a second


class TooLongError(BaseException):
    """The work was given up; no `except Exception` of a library may keep it."""


@contextmanager
def at_most(seconds: float) -> Iterator[None]:
    """Raise TooLongError where the work inside takes more of this process's own time; other programs do not count.

    The main thread of a process is interrupted in whatever it does, where the system has interval timers (POSIX).
    Any other, such as a Dask worker has, is interrupted between two steps of Python, where the system counts the time
    of threads (Linux).
    """
    if threading.current_thread() is not threading.main_thread():
        with _watched(seconds):
            yield
        return
    if not hasattr(signal, "setitimer"):
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


@contextmanager
def _watched(seconds: float) -> Iterator[None]:
    """Have another thread look at how long this one has worked."""
    if not hasattr(time, "pthread_getcpuclockid"):
        yield
        return
    thread, over = threading.get_ident(), threading.Event()
    clock = time.pthread_getcpuclockid(thread)
    limit = time.clock_gettime(clock) + seconds

    def watch() -> None:
        while not over.wait(LOOK):
            if time.clock_gettime(clock) > limit:
                _raise_in(thread, TooLongError)
                return

    watcher = threading.Thread(target=watch, daemon=True)
    watcher.start()
    try:
        yield
    finally:
        over.set()
        watcher.join()
        _raise_in(thread, None)  # what was raised too late


def _raise_in(thread: int, error: type[BaseException] | None) -> None:
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), ctypes.py_object(error) if error else None)
