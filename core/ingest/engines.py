"""Where articles are enriched: in this process, in several on this machine, or on a Dask cluster.

An engine takes batches of articles and gives, for each, what became of every article in
it. One bad article costs only itself; a worker that dies costs only time.
"""

from __future__ import annotations

import concurrent.futures as cf
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from typing import Any, Protocol

from core.errors import ExtractError
from core.extract.version import require_model
from core.records import Article, EnrichedArticle

BATCH_ARTICLES = 32
BATCH_CHARS = 200_000
"""A batch is full with this many articles or characters, so that memory and the loss of a worker stay bounded."""

Result = EnrichedArticle | ExtractError
Batch = list[Article]


class Engine(Protocol):
    """Enriches batches. The batches may come back in another order, each as a list of its results."""

    def run(self, batches: Iterator[Batch]) -> Iterator[list[Result]]:
        """Enrich what comes, asking for no more than it can work on. Raises ``ModelError``."""


def batched(articles: Iterable[Article]) -> Iterator[Batch]:
    """Cut a stream of articles into batches."""
    batch: Batch = []
    chars = 0
    for article in articles:
        batch.append(article)
        chars += len(article.text)
        if len(batch) >= BATCH_ARTICLES or chars >= BATCH_CHARS:
            yield batch
            batch, chars = [], 0
    if batch:
        yield batch


def enrich_batch(nlp: Any, batch: Batch) -> list[Result]:
    """Enrich a batch with a pipeline; what fails comes as an error in its place."""
    from core.extract import batch as extracting

    return extracting.enrich_batch(nlp, batch)


class Local:
    """In this process. The model is loaded when the first batch comes, if ``nlp`` is not given."""

    def __init__(self, nlp: Any = None) -> None:
        self._nlp = nlp

    def run(self, batches: Iterator[Batch]) -> Iterator[list[Result]]:
        """Enrich batches in order."""
        for batch in batches:
            self._nlp = self._nlp or _load()
            yield enrich_batch(self._nlp, batch)


def _load() -> Any:
    from core.extract.pipeline import load

    return load()


# Several processes. Not nlp.pipe(n_process=...): that one waits for ever for a child that was killed.

_WORKER: dict[str, Any] = {}


def _start_worker() -> None:
    _WORKER["nlp"] = _load()


def _work(batch: Batch) -> list[Result]:
    return enrich_batch(_WORKER["nlp"], batch)


@dataclass
class _Job:
    batch: Batch
    suspect: bool = False
    """It was under way when a worker died; it is tried again alone, so that the blame is certain."""


class Pool:
    """Several processes on this machine, each with the model."""

    def __init__(self, workers: int, start: Callable[[], None] = _start_worker, work: Callable[[Batch], list[Result]] = _work) -> None:
        self.workers = workers
        self._start = start
        self._work = work

    def run(self, batches: Iterator[Batch]) -> Iterator[list[Result]]:
        """Enrich batches as workers come free. A batch whose worker dies is tried again, at last article by article."""
        require_model()
        suspects: deque[_Job] = deque()
        jobs = (_Job(batch) for batch in batches)
        while (first := suspects.popleft() if suspects else next(jobs, None)) is not None:
            under_way: dict[cf.Future[list[Result]], _Job] = {}
            try:
                with self._pool() as pool:
                    yield from self._round(pool, first, suspects, jobs, under_way)
            except BrokenProcessPool:
                for job in under_way.values():
                    yield from _blame(job, suspects)

    def _pool(self) -> cf.ProcessPoolExecutor:
        # Spawned, not forked: a fork in the middle of other threads' work can hang.
        return cf.ProcessPoolExecutor(self.workers, multiprocessing.get_context("spawn"), self._start)

    def _round(
        self, pool: cf.ProcessPoolExecutor, first: _Job, suspects: deque[_Job], jobs: Iterator[_Job], under_way: dict[cf.Future[list[Result]], _Job]
    ) -> Iterator[list[Result]]:
        """Work with one pool until nothing is left; ``under_way`` says what it had when it broke."""
        job: _Job | None = first
        while job or under_way:
            if job:
                under_way[pool.submit(self._work, job.batch)] = job
            room = 1 if suspects or (job and job.suspect) else self.workers + 1
            while len(under_way) >= room:
                yield from _finished(under_way)
            job = suspects.popleft() if suspects else next(jobs, None)
            if job is None:
                while under_way:
                    yield from _finished(under_way)


def _finished(under_way: dict[cf.Future[list[Result]], _Job]) -> Iterator[list[Result]]:
    done, _ = cf.wait(under_way, return_when=cf.FIRST_COMPLETED)
    for future in done:
        results = future.result()
        del under_way[future]
        yield results


def _blame(job: _Job, suspects: deque[_Job]) -> Iterator[list[Result]]:
    if not job.suspect:
        suspects.append(_Job(job.batch, suspect=True))
    elif len(job.batch) > 1:
        suspects.extend(_Job([article], suspect=True) for article in job.batch)
    else:
        yield [ExtractError(job.batch[0].id, "the process that enriched it died, twice")]


class Cluster:
    """A Dask cluster: its workers load the model once each and send the records back; this process alone writes.

    Workers need this project on their path. A worker that is killed costs nothing: Dask
    gives its batches to another.
    """

    def __init__(self, address: str) -> None:
        self.address = address

    def run(self, batches: Iterator[Batch]) -> Iterator[list[Result]]:
        """Enrich batches, a few for each worker under way. Raises ``ClusterError``."""
        from core.ingest.cluster import run

        yield from run(self.address, batches)


def engine(workers: int = 1, scheduler: str | None = None) -> Engine:
    """The engine that the command line asks for."""
    if scheduler:
        return Cluster(scheduler)
    return Pool(workers) if workers > 1 else Local()
