"""Adding in a thread: what is done stays done, a stop ends it after its part, an error is said."""

from __future__ import annotations

import threading

import pytest

from core.errors import StoreError
from core.ingest import Done
from core.ingest.engines import Local
from core.show.jobs import Job


def part(*names, before=None, after=None):
    """A part that adds articles of some names, with a step before and after each."""

    def run(engine):
        assert isinstance(engine, Local)
        for name in names:
            if before:
                before()
            yield Done(name, "stored")
            if after:
                after()

    return run


def fails(error):
    def run(engine):
        raise error
        yield

    return run


@pytest.fixture
def job():
    return Job(Local(), threading.Lock())


def names(job):
    return [d.name for d in job.done]


def test_parts_are_done_in_order(job):
    assert job.add([part("a", "b"), part("c")], 3)
    assert job.wait(5)
    assert names(job) == ["a", "b", "c"]
    assert (job.total, job.error, job.stopped) == (3, None, False)


def test_more_can_be_given_while_it_runs_and_none_when_it_is_at_its_end(job):
    begun, go = threading.Event(), threading.Event()
    job.add([part("a", before=lambda: begun.set() or go.wait(5))], 1)
    assert begun.wait(5)
    assert job.add([part("b")], 1)
    go.set()
    assert job.wait(5)
    assert names(job) == ["a", "b"]
    assert not job.add([part("c")], 1)
    assert job.total == 2


def test_a_stop_ends_it_after_the_part_under_way(job):
    job.add([part("a", "b", after=job.stop), part("c")], 3)
    assert job.wait(5)
    assert names(job) == ["a", "b"]
    assert job.stopped
    assert not job.add([part("d")], 1)


def test_a_stop_that_comes_too_late_is_none(job):
    job.add([part("a")], 1)
    assert job.wait(5)
    job.stop()
    assert not job.stopped


@pytest.mark.parametrize(("error", "said"), [(StoreError("the disk is full"), "the disk is full"), (ValueError("odd"), "ValueError: odd")])
def test_an_error_ends_it_and_is_said(job, error, said):
    job.add([part("a"), fails(error), part("b")], 3)
    assert job.wait(5)
    assert names(job) == ["a"]
    assert job.error == said
    assert not job.add([part("c")], 1)


def test_two_jobs_take_turns_part_by_part():
    turn, under_way, most = threading.Lock(), [], []
    step = {"before": lambda: under_way.append(1) or most.append(len(under_way)), "after": under_way.pop}
    jobs = [Job(Local(), turn) for _ in range(2)]
    for one in jobs:
        one.add([part("a", **step), part("b", **step)], 2)
    assert all(one.wait(5) for one in jobs)
    assert max(most) == 1
    assert [names(one) for one in jobs] == [["a", "b"]] * 2


def test_waiting_is_bounded(job):
    go = threading.Event()
    job.add([part("a", before=lambda: go.wait(5))], 1)
    assert not job.wait(0.01)
    go.set()
    assert job.wait(5)
