"""A writer that dies: ``python -m tests.store.killed FOLDER WHERE N``, killed without warning at the Nth call of WHERE.

Says on standard output what it was told is done, a line each, before the next thing.
"""

from __future__ import annotations

import os
import signal
import sys
from typing import Any

from core.store import delta, desk, deskmerge, workspace
from core.store.fulltext import FullText
from tests.store.made import raqqa

PLACES: dict[str, tuple[Any, str]] = {
    "table": (delta, "_replace"),
    "index": (FullText, "update"),
    "anchors": (desk.Desk, "reanchor"),
    "write": (deskmerge, "_insert_entry"),
    "never": (delta, "_replace"),
}
"""Where it dies: before a record table or the articles are written, before the index, before marks are tied anew, in the middle of a desk write."""


def die_at(where: str, nth: int) -> None:
    """Have the process killed at the nth call of a function."""
    owner, name = PLACES[where]
    real, calls = getattr(owner, name), [0]

    def dying(*args: Any, **kwargs: Any) -> Any:
        calls[0] += 1
        if calls[0] == nth:
            os.kill(os.getpid(), signal.SIGKILL)
        return real(*args, **kwargs)

    setattr(owner, name, dying)


def main(folder: str, where: str, nth: str) -> None:
    """Add articles and write at the desk until the end comes."""
    kept = workspace.Workspace(folder)
    die_at(where, int(nth))
    for n in range(1000):
        kept.add([raqqa(f"{n}-{i}") for i in range(3)] + [raqqa("again", title=f"Number {n}")])
        print("added", n, flush=True)
        kept.desk.note(kept.enriched("again"), f"note {n}", "claims", kept.enriched("again").claims[0])
        print("noted", n, flush=True)
        kept.take_in(other_desk(n))
        print("taken", n, flush=True)


def other_desk(n: int) -> list[Any]:
    """Five entries that come together or not at all."""
    at = "2026-01-02T03:04:05+00:00"
    return [deskmerge.NameEntry(what="merge", name=f"{n}.{i}", value=f"{n}", at=at) for i in range(5)]


if __name__ == "__main__":
    main(*sys.argv[1:])
