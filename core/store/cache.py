"""Enrichments that were made once, by the key of everything that they depend on."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from core.records import EnrichedArticle, from_json, to_json
from core.store.sqlite import opened, transaction

SCHEMA = "CREATE TABLE IF NOT EXISTS enrichments (key TEXT PRIMARY KEY, line BLOB NOT NULL);"
LIMIT = 20_000
"""Articles kept; the oldest go first."""

_LEVEL = 3


class Cache:
    """A bounded store of enriched articles in one SQLite file. Losing it costs time, nothing else."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def get(self, key: str) -> EnrichedArticle | None:
        """The enrichment of a key; ``None`` when there is none, or one of an older schema."""
        with opened(self.path, SCHEMA) as db:
            row = db.execute("SELECT line FROM enrichments WHERE key = ?", (key,)).fetchone()
        try:
            return from_json(zlib.decompress(row["line"])) if row else None
        except (zlib.error, msgspec.ValidationError):
            return None

    def put(self, batch: Iterable[EnrichedArticle], keys: Mapping[str, str]) -> None:
        """Keep enrichments under the keys of their article ids."""
        rows = [(keys[e.article.id], zlib.compress(to_json(e).encode(), _LEVEL)) for e in batch if e.article.id in keys]
        with opened(self.path, SCHEMA) as db, transaction(db):
            db.executemany("INSERT OR REPLACE INTO enrichments VALUES (?, ?)", rows)
            db.execute("DELETE FROM enrichments WHERE rowid <= (SELECT max(rowid) FROM enrichments) - ?", (LIMIT,))
