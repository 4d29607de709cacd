"""The records on disk: one Delta table per record kind, and ``articles``, committed last.

The commit of ``articles`` names the version of every other table that belongs to it. A
reader takes that commit and those versions, so it sees an article with all its records or
not at all, whatever a writer is doing; a writer that died half-way leaves versions that
nobody names, and the next one goes back behind them.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pyarrow as pa
from deltalake import CommitProperties, DeltaTable, WriterProperties, write_deltalake
from deltalake.exceptions import DeltaError
from pyarrow import parquet

from core.errors import StoreError
from core.records import RECORD_TYPES
from core.store.sqlite import opened
from core.store.tables import SCHEMAS

PINS = "dateline.tables"
"""Key of the commit's metadata that holds the versions of the record tables."""

MANY_FILES = 24
"""A table with more live files than this is compacted at the next write."""

KEEP_HOURS = 24
"""How long files of old versions stay for readers that still use them."""

_COMPRESSED = WriterProperties(compression="ZSTD")
Rows = Mapping[str, Sequence[Mapping[str, Any]]]
"""Rows by table name."""


class Tables:
    """The Delta tables of one workspace folder."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def _path(self, kind: str) -> str:
        return str(self.folder / kind)

    @property
    def version(self) -> int:
        """Number of the last commit, -1 before the first. Costs one directory listing."""
        log = self.folder / "articles" / "_delta_log"
        if not log.is_dir():
            return -1
        return max((int(p.name[:20]) for p in log.glob("*.json") if p.name[:20].isdigit()), default=-1)

    def create(self) -> None:
        """Make empty tables where there are none; ``articles`` last."""
        if self.version >= 0:
            return  # nothing to make, so nothing to lock: the workspace may be read-only
        with self._locked():
            if self.version < 0:
                for kind in RECORD_TYPES:
                    DeltaTable.create(self._path(kind), SCHEMAS[kind], mode="ignore")
                pins = {kind: DeltaTable(self._path(kind)).version() for kind in RECORD_TYPES}
                DeltaTable.create(self._path("articles"), SCHEMAS["articles"], commit_properties=_pinned(pins))

    def files(self) -> tuple[int, dict[str, list[str]]]:
        """The last commit's number and the Parquet files of each table that belong to it.

        Raises ``StoreError`` when the tables cannot be read.
        """
        try:
            articles = DeltaTable(self._path("articles"))
            tables = {kind: DeltaTable(self._path(kind), version=v) for kind, v in _pins(articles).items()}
            tables["articles"] = articles
            return articles.version(), {kind: self._files_of(kind, table) for kind, table in tables.items()}
        except DeltaError as error:
            raise StoreError(f"{self.folder}: {error}") from error

    def _files_of(self, kind: str, table: DeltaTable) -> list[str]:
        return sorted(str(self.folder / kind / Path(uri).name) for uri in table.file_uris())

    def replace(self, ids: Sequence[str], rows: Rows) -> tuple[int, int] | None:
        """Put ``rows`` in the place of everything that the articles ``ids`` have, in one commit.

        ``ids`` name the articles of the rows, and any to remove. Gives the version before and
        after, ``None`` when there was nothing to do. Raises ``StoreError``; nothing has
        changed then.
        """
        try:
            with self._locked():
                articles = DeltaTable(self._path("articles"))
                stale = self._any_stored(articles, ids)
                if not stale and not rows.get("articles"):
                    return None
                before = articles.version()
                gone = ids if stale else ()
                pins = {kind: self._replace_records(kind, version, gone, rows) for kind, version in _pins(articles).items()}
                _replace(articles, "id", gone, rows.get("articles", ()), "articles", _pinned(pins))
                if len(articles.file_uris()) > MANY_FILES:
                    _compact(articles, _pinned(pins))
                return before, articles.version()
        except DeltaError as error:
            raise StoreError(f"{self.folder}: {error}") from error

    def _any_stored(self, articles: DeltaTable, ids: Sequence[str]) -> bool:
        """Whether any of the articles is there. Asked under the lock: another writer may just have added it."""
        wanted = set(ids)
        columns = (parquet.read_table(file, columns=["id"])["id"] for file in self._files_of("articles", articles))
        return any(not wanted.isdisjoint(column.to_pylist()) for column in columns)

    def _replace_records(self, kind: str, pinned: int, ids: Sequence[str], rows: Rows) -> int:
        table = DeltaTable(self._path(kind))
        if table.version() != pinned:
            table.restore(pinned)
        _replace(table, "article_id", ids, rows.get(kind, ()), kind, None)
        if len(table.file_uris()) > MANY_FILES:
            _compact(table, None)
        return int(table.version())

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """One writer at a time, over processes; the lock goes with the process that holds it."""
        with opened(self.folder / "lock.sqlite") as db:
            db.execute("BEGIN EXCLUSIVE")
            db.execute("PRAGMA user_version = 1")  # never committed: it refuses a folder that may only be read
            yield


def _replace(
    table: DeltaTable, column: str, ids: Sequence[str], rows: Sequence[Mapping[str, Any]], kind: str, commit: CommitProperties | None
) -> None:
    predicate = f"{column} IN ({', '.join(map(_literal, ids))})"
    if rows:
        data = pa.Table.from_pylist(list(rows), schema=SCHEMAS[kind])
        mode: Any = {"mode": "overwrite", "predicate": predicate} if ids else {"mode": "append"}
        write_deltalake(table, data, schema_mode="merge", writer_properties=_COMPRESSED, commit_properties=commit, **mode)
    elif ids:
        table.delete(predicate, commit_properties=commit)
    table.update_incremental()


def _compact(table: DeltaTable, commit: CommitProperties | None) -> None:
    table.optimize.compact(writer_properties=_COMPRESSED, commit_properties=commit)
    table.create_checkpoint()
    table.vacuum(retention_hours=KEEP_HOURS, enforce_retention_duration=False, dry_run=False)
    table.update_incremental()


def _literal(value: str) -> str:
    """A string literal of Delta's predicate language, which knows no parameters."""
    return "'" + value.replace("'", "''") + "'"


def _pinned(versions: Mapping[str, int]) -> CommitProperties:
    return CommitProperties(custom_metadata={PINS: json.dumps(dict(versions))})


def _pins(articles: DeltaTable) -> dict[str, int]:
    for commit in articles.history():
        if PINS in commit:
            return {kind: int(version) for kind, version in json.loads(commit[PINS]).items()}
    raise StoreError("the articles table has no commit of Dateline's")


def chunks(items: Iterable[Any], size: int) -> Iterator[list[Any]]:
    """Cut a stream into lists of ``size``."""
    part: list[Any] = []
    for item in items:
        part.append(item)
        if len(part) == size:
            yield part
            part = []
    if part:
        yield part
