"""One way to open a SQLite file: write-ahead log, a busy time-out, and named columns."""

from __future__ import annotations

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

    Several processes may read while one writes. Raises ``StoreError`` when the file is no
    database or cannot be opened.
    """
    try:
        connection = sqlite3.connect(path, timeout=BUSY_SECONDS, isolation_level=None)
        try:
            connection.row_factory = sqlite3.Row
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = NORMAL")
            if schema:
                connection.executescript(schema)
            yield connection
        finally:
            connection.close()
    except sqlite3.Error as error:
        raise StoreError(f"{path}: {error}") from error


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
