"""The same work on other machines, through Dask: shards travel, the world travels once to each worker.

A worker needs the plugin and the libraries of this machine, and none of the project's files. What a lost worker had in
hand is done again by another.
"""

import logging
import pickle
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from itertools import tee
from pathlib import Path
from typing import TYPE_CHECKING, Any, Generic

from ..diagnostics import Code, Diagnostic, Span
from .executors import AHEAD, Done, Run, WorkerLostError, World, in_order
from .extras import get_extra
from .fingerprint import of_program
from .luggage import Copies, needs, needs_of_pages, packed, unpacked
from .saved import fetch
from .sheets import make_shard

if TYPE_CHECKING:
    from distributed import Client

CONNECT = 10  # seconds in which the scheduler must answer and a first worker must be there
PATIENCE = 20  # seconds that may pass without any worker: one that starts again takes a few
LOOK = 1  # seconds between two looks at whether there is one

GONE = Diagnostic(
    Code.INTERNAL,
    "the cluster has no worker any more, and what was in hand is lost",
    Span("pelican.conf.py"),
    "start some: dask worker, with the address in BRIEFING_EXECUTOR; one that had too little memory needs more",
)
logger = logging.getLogger(__name__)
_one_at_a_time = threading.Lock()  # a worker may have several threads, and the work is not made for that


class OtherProgramError(Exception):
    """A worker would make other pages than this machine."""


@contextmanager
def cluster(address: str, world: World) -> Iterator[Run]:
    """Have the work done by the workers of a scheduler; raises WorkerLostError, which says what is wrong."""
    client = _connected(address)
    try:
        begun = set(client.ncores())
        with _explained():
            _compare_programs(client)
            there = client.scatter(_closed(world), broadcast=True, hash=False)
        yield _Cluster(client, client.get_executor(pure=False), there, world.shelf.root).run
        for lost in sorted(begun - set(client.ncores())) if client.ncores() else ():
            logger.warning("The worker at %s was lost; others have done its work", lost)
    finally:
        with suppress(OSError):
            client.close()


def _connected(address: str) -> "Client":
    """Return a client of a scheduler that has at least one worker."""
    if find_spec("distributed") is None:
        message = "BRIEFING_EXECUTOR names a cluster, and the extra for that is not installed"
        raise _not_possible(message, get_extra("cluster"))
    from distributed import Client

    logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what matters is said here
    try:
        client = Client(address, timeout=CONNECT, set_as_default=False, direct_to_workers=True)
    except (OSError, ValueError) as error:
        raise _not_possible(f"no scheduler answers at {address}", "start one: dask scheduler") from error
    try:
        client.wait_for_workers(1, timeout=CONNECT)
    except TimeoutError as error:
        client.close()
        raise _not_possible(
            f"the scheduler at {address} has no worker", f"start some: dask worker {address}"
        ) from error
    return client


def _compare_programs(client: "Client") -> None:
    """Hold the program of every machine against this one's; one that cannot answer does not have it."""
    try:
        scheduler = client.run_on_scheduler(of_program)
    except Exception as error:  # noqa: BLE001 - Dask says in many ways that it cannot import
        scheduler = error
    programs = {"the scheduler": scheduler, **client.run(of_program, on_error="return")}
    others = [who for who, program in programs.items() if program != of_program()]
    if others:
        raise _other_program(", ".join(others))


@dataclass(frozen=True)
class _Cluster:
    client: "Client"
    executor: Executor
    world: Any
    """Where the world is, closed, on the workers."""
    root: Path

    def run(self, work: Callable[[World, Any], Done], shards: Iterable[Any]) -> Iterator[Done]:
        """Learn which saved copies each shard needs, and send it with them."""
        ahead = AHEAD * sum(self.client.ncores().values())
        asked, sent = tee(shards)
        reads = work is make_shard
        wanted: Iterator[frozenset[str]] = (
            in_order(lambda shard: self._send(needs, shard, {}), asked, ahead) if reads else map(needs_of_pages, asked)
        )
        with_copies = zip(sent, wanted, strict=True)
        return in_order(lambda both: self._send(work, both[0], self._copies(both[1])), with_copies, ahead)

    def _copies(self, files: Iterable[str]) -> Copies:
        return {file: fetch(self.root, file) for file in files}

    def _send(self, work: Callable[[World, Any], Done], shard: Any, copies: Copies) -> "_Promise[Done]":
        future = self.executor.submit(_work_there, of_program(), self.world, work, shard, copies)
        return _Promise(self.client, future)


def _closed(world: World) -> bytes:
    """Return a world as bytes: workers pass it on to others as it came, not as it is after some work."""
    from cloudpickle import dumps  # theme and settings may have functions that have no name

    return bytes(dumps(packed(world)))


@lru_cache(maxsize=1)
def _opened(world: bytes) -> World:
    return pickle.loads(world)  # noqa: S301 - from the machine this worker works for


def _work_there(program: str, world: World, work: Callable[[World, Any], Done], shard: Any, copies: Copies) -> Done:
    """Do the work on a shard, on the worker."""
    if of_program() != program:
        raise OtherProgramError
    with _one_at_a_time:
        return work(unpacked(_opened(world), copies), shard)


class _Promise(Generic[Done]):
    """What a worker will return; does not wait for ever where there is none."""

    def __init__(self, client: "Client", future: "Future[Done]") -> None:
        self.client, self.future = client, future

    def result(self) -> Done:
        alone = 0
        while True:
            with _explained(), suppress(TimeoutError):
                return self.future.result(LOOK)
            alone = 0 if self._any_worker() else alone + LOOK
            if alone >= PATIENCE:
                raise WorkerLostError(GONE)

    def _any_worker(self) -> bool:
        try:
            return bool(self.client.ncores())
        except (OSError, CancelledError):
            return False


@contextmanager
def _explained() -> Iterator[None]:
    """Say what it means when a cluster fails."""
    from distributed import KilledWorker

    try:
        yield
    except (CancelledError, KilledWorker, OSError) as error:
        raise WorkerLostError(GONE) from error
    except (OtherProgramError, ImportError) as error:
        raise _other_program("a worker") from error


def _other_program(who: str) -> WorkerLostError:
    help = "install the same requirements on each machine, and start scheduler and workers again"
    return _not_possible(f"the plugin or a library of {who} is not as on this machine", help)


def _not_possible(message: str, help: str) -> WorkerLostError:
    return WorkerLostError(Diagnostic(Code.BAD_SETTING, message, Span("pelican.conf.py"), help))
