"""Answers about the whole workspace, kept as small Parquet files beside the records.

Totals by place or name, the newest and the largest rows: they read all records and are asked
for first, by every page. Each is kept under the state that it was made of (the commit, and what
of the desk changes records) and a digest of its query, so it is never out of date; losing one
costs the time of one query. Files come by renaming, whole or not at all.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

STATES = 3
"""States that are kept: a page may still read the last one while a new one is made."""
FILES = 64
"""Answers kept of one state."""


class Rollups:
    """The kept answers of one state of the workspace."""

    def __init__(self, folder: Path, state: str) -> None:
        self.folder = folder / hashlib.blake2b(state.encode(), digest_size=16).hexdigest()

    def path(self, query: str, make: Callable[[Path], None], sound: Callable[[Path], bool]) -> Path | None:
        """The file with a query's answer, made by ``make`` where there is none that is ``sound``.

        ``None`` where nothing can be written.
        """
        name = hashlib.blake2b(query.encode(), digest_size=16).hexdigest()
        kept = self.folder / f"{name}.parquet"
        if kept.is_file() and sound(kept):
            return kept
        try:
            self._prune()
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryDirectory(dir=self.folder, prefix="making-") as making:
                made = Path(making) / kept.name
                make(made)
                os.replace(made, kept)
        except OSError:
            return None
        return kept

    def _prune(self) -> None:
        """Drop the answers of old states, and a state's oldest when they are many."""
        if not self.folder.is_dir() and self.folder.parent.is_dir():
            for old in _newest_first(self.folder.parent)[STATES - 1 :]:
                shutil.rmtree(old, ignore_errors=True)
        elif self.folder.is_dir():
            for old in [p for p in _newest_first(self.folder) if p.suffix == ".parquet"][FILES - 1 :]:
                old.unlink(missing_ok=True)


def _newest_first(folder: Path) -> list[Path]:
    found = []
    for path in folder.iterdir():
        try:
            found.append((path.stat().st_mtime_ns, path))
        except OSError:  # another process has just dropped it
            continue
    return [path for _, path in sorted(found, reverse=True)]
