"""Where the work is done: in this process, in others on this machine, or on a cluster.

The work is a pure function of a world, which is the same for all of it, and of a shard. Shards travel, not single
briefings; the world travels once to each worker.
"""

import gc
import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor
from contextlib import AbstractContextManager, ExitStack, contextmanager
from itertools import islice
from threading import Thread
from typing import Any, Protocol, TypeVar

from ..diagnostics import Code, Diagnostic, Span

Shard = TypeVar("Shard")
Done = TypeVar("Done")
Done_co = TypeVar("Done_co", covariant=True)
T = TypeVar("T")
World = Any
Workers = int | str
"""How many processes on this machine, or the address of a Dask scheduler."""
HANDFUL = 24  # briefings: below this the workers cost more than they save
AHEAD = 2  # shards that wait for each worker

_world: World = None  # of this worker process: it came with the process, and never changes


LOST = Diagnostic(
    Code.INTERNAL,
    "a worker process was killed, and what it made is lost",
    Span("pelican.conf.py"),
    "is there enough memory? BRIEFING_WORKERS = 1 needs the least",
)


class WorkerLostError(Exception):
    """The work cannot be done where it was to be done: a worker was killed, or there is none; a diagnostic says so."""

    def __init__(self, diagnostic: Diagnostic = LOST) -> None:
        super().__init__(diagnostic.message)
        self.diagnostic = diagnostic


class Promise(Protocol[Done_co]):
    """What work will return: a `concurrent.futures.Future`, or what behaves like one."""

    def result(self) -> Done_co:
        """Wait, and return it."""
        ...


class Run(Protocol):
    """Does work on every shard, and yields what comes of it in the order of the shards."""

    def __call__(self, work: Callable[[World, Shard], Done], shards: Iterable[Shard]) -> Iterator[Done]:
        """Yield what comes of each shard."""
        ...


def in_shards(items: Sequence[T], size: int) -> Iterator[Sequence[T]]:
    """Cut a sequence into pieces of a size."""
    return (items[i : i + size] for i in range(0, len(items), size))


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


class Pool:
    """Whoever does the work of a build: begun when there is much to do, kept until all is done.

    Processes begin as copies of this one while it is small. Begun anew for each part of the work, they would begin as
    copies of all that was learned before.
    """

    def __init__(self, workers: Workers) -> None:
        self.workers = workers
        self._held = ExitStack()
        self._size = 0
        self._run: Run | None = None

    def run(self, world: World, amount: int) -> Run:
        """Return what does some amount of work; with one worker, or a handful of work, everything is done here."""
        size = 1 if isinstance(self.workers, str) else min(self.workers, amount // HANDFUL)
        if amount // HANDFUL <= 1 or self.workers == 1:
            return lambda work, shards: (work(world, shard) for shard in shards)
        if self._run is None or size > self._size:
            self.close()
            self._size, self._run = size, self._held.enter_context(self._begun(world, size))
        return self._run

    def _begun(self, world: World, size: int) -> AbstractContextManager[Run]:
        if isinstance(self.workers, str):
            from .cluster import cluster

            return cluster(self.workers, world)
        return _processes(size, world)

    def close(self) -> None:
        """Let everybody go."""
        self._run = None
        self._held.close()


@contextmanager
def executor_for(workers: Workers, world: World, amount: int) -> Iterator[Run]:
    """Have some work done, and let go of whoever did it."""
    pool = Pool(workers)
    try:
        yield pool.run(world, amount)
    finally:
        pool.close()


@contextmanager
def _processes(workers: int, world: World) -> Iterator[Run]:
    import multiprocessing  # where there is a handful to do, it does without
    from concurrent.futures import ProcessPoolExecutor

    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else None
    context = multiprocessing.get_context(method)
    pool = ProcessPoolExecutor(workers, context, initializer=_settle, initargs=(world,))
    try:
        yield lambda work, shards: in_order(lambda shard: pool.submit(_work, work, shard), shards, AHEAD * workers)
    finally:
        pool.shutdown(cancel_futures=True)


def _settle(world: World) -> None:
    """Begin a worker: what it was born with is not gone through by the garbage collector again.

    Ctrl-C reaches it as well, and is for the build to answer; where the build is killed, the worker ends with it.
    """
    global _world  # noqa: PLW0603 - set once, before any work
    _world = world
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    Thread(target=_end_with_the_build, daemon=True).start()
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)


def _end_with_the_build() -> None:
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    build = parent_process()
    if build is not None:
        wait([build.sentinel])
        os._exit(1)


def _work(work: Callable[[World, Shard], Done], shard: Shard) -> Done:
    return work(_world, shard)


def in_order(submit: Callable[[Shard], Promise[Done]], shards: Iterable[Shard], ahead: int) -> Iterator[Done]:
    """Yield results in the order of the shards, never more than a few ahead: what is finished must not pile up."""
    shards = iter(shards)
    try:
        waiting = deque(submit(shard) for shard in islice(shards, ahead))
        while waiting:
            done = waiting.popleft().result()
            waiting.extend(submit(shard) for shard in islice(shards, 1))
            yield done
    except BrokenExecutor as error:
        raise WorkerLostError from error
