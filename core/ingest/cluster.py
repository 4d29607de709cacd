"""Enrich on a Dask cluster. Imported only when one is asked for."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from itertools import chain, islice
from typing import Any

import distributed

from core.errors import ClusterError, ExtractError
from core.ingest.engines import Batch, Result, enrich_batch

dask: Any = distributed
"""Its functions carry no types."""

PER_WORKER = 2
"""Batches under way for each worker's thread: one at work, one at hand."""

CONNECT_SECONDS = 20


class ModelPlugin(distributed.WorkerPlugin):
    """Loads the model when a worker starts, once."""

    name = "dateline-model"

    def setup(self, worker: Any) -> None:
        """Called by Dask on every worker, those that come later too."""
        from core.extract.pipeline import load

        worker.dateline_nlp = load()


_ONE_AT_A_TIME = threading.Lock()
"""A pipeline is not made for several threads at once."""


def work(batch: Batch) -> list[Result]:
    """What a worker does with a batch."""
    with _ONE_AT_A_TIME:
        worker: Any = distributed.get_worker()
        return enrich_batch(worker.dateline_nlp, batch)


def run(address: str, batches: Iterator[Batch], plugin: Any = None, task: Callable[[Batch], list[Result]] = work) -> Iterator[list[Result]]:
    """Enrich batches on the cluster at ``address``, in the order in which they get done. Raises ``ClusterError``."""
    try:
        client = dask.Client(address, timeout=CONNECT_SECONDS, set_as_default=False)
    except (OSError, ValueError) as error:
        raise ClusterError(f"no Dask scheduler at {address}: {error}") from error
    with client:
        try:
            client.register_plugin(plugin or ModelPlugin())
        except Exception as error:
            raise ClusterError(f"a worker of {address} cannot load the model: {error}") from error
        yield from _run(client, batches, task)


def _run(client: Any, batches: Iterator[Batch], task: Callable[[Batch], list[Result]]) -> Iterator[list[Result]]:
    again: deque[Batch] = deque()
    under_way: dict[str, Batch] = {}
    done = dask.as_completed(loop=client.loop)
    while True:
        room = max(1, sum(client.nthreads().values())) * PER_WORKER - len(under_way)
        for batch in islice(chain(_drained(again), batches), max(0, room)):
            future = client.submit(task, batch, pure=False)
            under_way[future.key] = batch
            done.add(future)
        if not under_way:
            return
        finished = next(done)
        batch = under_way.pop(finished.key)
        if finished.status == "finished":
            yield finished.result()
        elif len(batch) > 1:
            again.extend([article] for article in batch)
        else:
            yield [ExtractError(batch[0].id, f"its workers failed: {finished.exception()!r}".splitlines()[0])]


def _drained(queue: deque[Batch]) -> Iterator[Batch]:
    while queue:
        yield queue.popleft()
