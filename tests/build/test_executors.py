"""Who does the work of a build: this process where there is a handful of it, others that stay until all is done."""

import os
from collections.abc import Iterator
from multiprocessing import active_children

import pytest
from briefing.build.executors import HANDFUL, Pool

MUCH = 2 * HANDFUL


def pid(_world: None, _shard: int) -> int:
    return os.getpid()


@pytest.fixture
def pool() -> Iterator[Pool]:
    pool = Pool(3)
    yield pool
    pool.close()


def crew(pool: Pool, amount: int) -> set[int | None]:
    """Have some work done; return the processes that are there for it."""
    did = set(pool.run(None, amount)(pid, range(9)))
    there = {process.pid for process in active_children()}
    assert did <= there | {os.getpid()}
    return there


def test_a_handful_of_work_is_done_here(pool: Pool) -> None:
    assert crew(pool, MUCH - 1) == set()
    assert crew(Pool(1), 1000) == set()


def test_those_who_have_begun_stay_for_the_next_part_of_the_work(pool: Pool) -> None:
    first = crew(pool, MUCH)
    assert len(first) == 2
    assert crew(pool, MUCH - 1) == first
    assert crew(pool, MUCH) == first


def test_where_there_is_more_to_do_than_for_those_who_have_begun_more_begin(pool: Pool) -> None:
    few, many = crew(pool, MUCH), crew(pool, 1000)
    assert (len(few), len(many)) == (2, 3)
    assert few.isdisjoint(many)


def test_nobody_is_left_when_all_is_done(pool: Pool) -> None:
    assert crew(pool, MUCH)
    pool.close()
    assert active_children() == []
