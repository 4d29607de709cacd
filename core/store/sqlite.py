"""One way to open a SQLite file: write-ahead log, a busy time-out, and named columns."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from core.errors import StoreError

BUSY_SECONDS = 60.0
"""How long a writer waits for another one."""


@contextmanager
def opened(path: Path, schema: str = "") -> Iterator[sqlite3.Connection]:
    """A connection in autocommit mode, closed at the end.

    Several processes may read while one writes. What may not be written is opened for
    reading, and refuses the rest. Raises ``StoreError`` when the file is no
    database or cannot be opened.
    """
    try:
        readable_only = path.is_file() and not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
        connection = _read_only(path) if readable_only else sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            connection.row_factory = sqlite3.Row
            if not readable_only:
                connection.execute("PRAGMA journal_mode = WAL")
                connection.execute("PRAGMA synchronous = NORMAL")
                connection.executescript(schema)
            yield connection
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise StoreError(f"{path}: {error}") from error


def _read_only(path: Path) -> sqlite3.Connection:
    # With no log beside it the file is whole, and SQLite need not make the files that it shares with a writer.
    whole = not path.with_name(path.name + "-wal").exists()
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' * whole}", uri=True, isolation_level=None)


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """All or nothing: a write transaction that an exception rolls back."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")
