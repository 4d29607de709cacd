"""Articles being added in a thread of their own: a click on the page neither stops them nor waits for them.

What is done is kept, whatever ends the job: a stop, an error, the end of the server. This
module draws nothing; ``core.show.adding`` shows how far a job is.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator

from core.errors import DatelineError
from core.ingest import Done
from core.ingest.engines import Local
from core.memory import give_back

log = logging.getLogger(__name__)

Part = Callable[..., Iterator[Done]]
"""A few articles to be added with the model given: few, so that progress is seen and a stop costs little."""


class Job:
    """Parts that are done one after another. All of it can be called from any thread."""

    def __init__(self, model: Local, turn: threading.Lock) -> None:
        """``turn`` is held for a part at a time: other visitors' parts come in between."""
        self.done: list[Done] = []
        """What became of each article so far, once it is on disk."""
        self.total = 0
        """Articles given so far."""
        self.error: str | None = None
        """What ended it early, when it was not a stop."""
        self._model, self._turn = model, turn
        self._parts: deque[Part] = deque()
        self._state = threading.Lock()
        self._stopped = self._closed = False
        self._thread = threading.Thread(target=self._run, name="adding", daemon=True)

    def add(self, parts: Iterable[Part], total: int) -> bool:
        """Give it parts with so many articles in all; the first ones start it. Whether it took them: one that is at its end does not."""
        with self._state:
            if self._closed or self._stopped:
                return False
            self._parts.extend(parts)
            self.total += total
            if not self._thread.ident:
                self._thread.start()
            return True

    def stop(self) -> None:
        """End after the part that is under way; of a job that has nothing left it changes nothing."""
        with self._state:
            self._stopped = not self._closed

    @property
    def stopped(self) -> bool:
        """Whether it was told to stop before its end."""
        return self._stopped

    def wait(self, seconds: float) -> bool:
        """Wait so long for it to end. Whether it has."""
        self._thread.join(seconds)
        return not self._thread.is_alive()

    def _next(self) -> Part | None:
        with self._state:
            self._closed = self._closed or not self._parts
            return None if self._closed or self._stopped else self._parts.popleft()

    def _run(self) -> None:
        try:
            while part := self._next():
                with self._turn:
                    for done in part(engine=self._model):
                        self.done.append(done)
        except DatelineError as error:
            self.error = str(error)
        except Exception as error:  # a thread that dies says so to nobody
            log.exception("adding ended early")
            self.error = f"{type(error).__name__}: {error}"
        finally:
            with self._state:
                self._closed = True
                self._parts.clear()
            give_back()
