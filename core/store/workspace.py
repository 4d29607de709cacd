"""A workspace: a folder with the records, the desk, the full text index and the cache."""

from __future__ import annotations

import datetime
import hashlib
import os
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import msgspec

from core.errors import StoreError
from core.records import RECORD_TYPES, Article, EnrichedArticle, from_json
from core.store.cache import Cache
from core.store.delta import Tables, chunks
from core.store.desk import Desk
from core.store.deskfile import Entry
from core.store.deskmerge import Taken
from core.store.fulltext import FullText
from core.store.snapshot import Snapshot
from core.store.tables import article_row, record_rows

SEED = Path(__file__).resolve().parents[2] / "seeds" / "enriched.ndjson"
"""The seed articles, enriched beforehand (``make seed``), so that the first start needs no model."""

_WHOLE = "SELECT a.*, t.text FROM articles a JOIN raw_articles t ON t.id = a.id WHERE t.id {0} AND a.id {0}"

UNFIT = "*?[#%"
"""Characters of a path that DuckDB takes for a pattern, or deltalake for an address."""

BATCH = 500


class Workspace:
    """Everything that is stored. Cheap to open; safe to share between threads.

    Several processes may read while one writes: see ``core.store.delta``.
    """

    def __init__(self, folder: str | Path) -> None:
        """Open a workspace, made empty where there is none. Raises ``StoreError``."""
        self.folder = Path(folder)
        if set(str(self.folder.absolute())) & set(UNFIT):
            raise StoreError(f"{self.folder}: the folder's path must not have any of {UNFIT}")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(f"{self.folder}: {error.strerror}") from error
        self.tables = Tables(self.folder / "records")
        self.tables.folder.mkdir(exist_ok=True)
        self.tables.create()
        self.desk = Desk(self.folder / "desk.sqlite")
        self.fulltext = FullText(self.folder / "fulltext.sqlite")
        self.cache = Cache(self.folder / "cache.sqlite")
        self._snapshot: Snapshot | None = None
        self._files: tuple[int, dict[str, list[str]]] | None = None
        self._lock = threading.Lock()
        self._tie_marks()

    def _tie_marks(self) -> None:
        """Tie what people wrote to its records again, where a writer died between storing records and doing so."""
        commit = self.tables.version
        if self.desk.tied_to == commit or not os.access(self.folder, os.W_OK):
            return
        for enriched in self.enriched_many(dict.fromkeys(m.article_id for m in self.desk.marks() if m.anchor)):
            self.desk.reanchor(enriched)
        self.desk.tie(None, commit)

    @staticmethod
    def exists(folder: str | Path) -> bool:
        """Whether there is a workspace in a folder."""
        return Tables(Path(folder) / "records").version >= 0

    @classmethod
    def open_or_create(cls, folder: str | Path, seed: str | Path | None = None) -> Workspace:
        """Open a workspace; a new one gets the enriched articles of ``seed`` (one JSON object a line).

        An old one gets none that someone has removed, even when that is all of them; those
        that are still as the seed had them follow a seed that was made again.
        """
        new = not cls.exists(folder)
        workspace = cls(folder)
        if seed is not None and Path(seed).is_file() and (new or os.access(workspace.folder, os.W_OK)):
            workspace._follow_seed(Path(seed), new)
        return workspace

    def _follow_seed(self, seed: Path, new: bool) -> None:
        content, kept = seed.read_bytes(), self.folder / "seed.sha256"
        made = hashlib.sha256(content).hexdigest()
        if not new and (not kept.is_file() or kept.read_text() == made):
            return
        seeded = {name for name, key in self.enrichments().items() if key is None}
        articles = (from_json(line) for line in content.splitlines() if line.strip())
        for part in chunks((a for a in articles if new or a.article.id in seeded), BATCH):
            self.add(part)
        kept.write_text(made)

    @property
    def version(self) -> str:
        """Changes with every commit and with everything that a person writes. Cheap: made for cache keys."""
        return f"{self.tables.version}.{self.desk.version}"

    def snapshot(self) -> Snapshot:
        """The newest state, to query; the same object until something changes."""
        with self._lock:
            version = self.version
            if self._snapshot is None or self._snapshot.version != version or self._snapshot.full:
                if self._files is None or self._files[0] != self.tables.version:
                    self._files = self.tables.files()
                commit, files = self._files
                self._snapshot = Snapshot(f"{commit}.{self.desk.version}", files, self.desk, self.folder / "rollups")
            return self._snapshot

    def add(
        self, batch: Sequence[EnrichedArticle], enrichment: Mapping[str, str] | None = None, given: Mapping[str, Article] | None = None
    ) -> None:
        """Store enriched articles in one commit; those that were there before are replaced.

        By article id, ``enrichment`` has the key of what it was made from, and ``given`` the
        article as it was read, before its date and dateline were looked for. Raises
        ``StoreError`` on two articles with one id, and on a failed write: nothing has
        changed then.
        """
        ids = [e.article.id for e in batch]
        if len(set(ids)) < len(ids):
            raise StoreError("two articles of one batch have the same id")
        if not batch:
            return
        commit = self.tables.replace(ids, _rows(batch, enrichment or {}, given or {}))
        for enriched in batch:
            self.desk.reanchor(enriched)
        if commit:
            self._index(commit, ids, batch)

    def remove(self, ids: Iterable[str]) -> None:
        """Remove articles and their records. What people wrote on them stays on the desk."""
        gone = list(ids)
        commit = self.tables.replace(gone, {})
        if commit:
            self._index(commit, gone, ())

    def _index(self, commit: tuple[int, int], removed: Sequence[str], added: Sequence[EnrichedArticle]) -> None:
        self.desk.tie(*commit)
        self.fulltext.update(*commit, removed, ((e.article.id, e.article.title, e.article.text) for e in added))

    def take_in(self, entries: Iterable[Entry]) -> Taken:
        """Add what people wrote elsewhere (``core.store.deskfile``) to the desk, and tie it to the records that are here.

        What belongs to no article or no words here is kept as what has lost them.
        """
        taken = self.desk.take_in(entries)
        for enriched in self.enriched_many(taken.articles):
            self.desk.reanchor(enriched)
        return taken

    def enrichments(self) -> dict[str, str | None]:
        """Article ids with the key of the enrichment that each was stored from."""
        return {row["id"]: row["enrichment"] for row in self.snapshot().rows("SELECT id, enrichment FROM articles")}

    def known(self, ids: Iterable[str]) -> set[str]:
        """Those of the ids that are of stored articles."""
        return {row["id"] for row in self.snapshot().rows("SELECT id FROM articles WHERE id IN (SELECT unnest($ids::VARCHAR[]))", {"ids": list(ids)})}

    def article(self, article_id: str) -> Article:
        """One article without its records. Raises ``StoreError`` when there is none of that id."""
        rows = self.snapshot().rows(_WHOLE.format("= $ids"), {"ids": article_id})
        if not rows:
            raise StoreError(f"no article {article_id!r} in the workspace")
        return msgspec.convert(rows[0], Article)

    def given(self, article_id: str) -> Article:
        """One article as it was read, to be enriched again. Raises ``StoreError``."""
        rows = self.snapshot().rows("SELECT text, given FROM raw_articles WHERE id = $id", {"id": article_id})
        if not rows:
            raise StoreError(f"no article {article_id!r} in the workspace")
        return msgspec.convert(msgspec.json.decode(rows[0]["given"]) | {"text": rows[0]["text"]}, Article)

    def enriched(self, article_id: str) -> EnrichedArticle:
        """One article with all its records, as people corrected them. Raises ``StoreError``."""
        for found in self.enriched_many([article_id]):
            return found
        raise StoreError(f"no article {article_id!r} in the workspace")

    def enriched_many(self, ids: Iterable[str]) -> Iterator[EnrichedArticle]:
        """Articles with all their records, in the order of ``ids``; an id that is not stored is passed over."""
        snapshot = self.snapshot()
        for part in chunks(ids, BATCH):
            # One id as an equation: DuckDB takes that into the reading of the files.
            match, values = ("= $ids", {"ids": part[0]}) if len(part) == 1 else ("IN (SELECT unnest($ids))", {"ids": list(part)})
            rows = {row["id"]: row for row in snapshot.rows(_WHOLE.format(match), values)}
            records: dict[str, dict[str, list[dict[str, object]]]] = {name: {} for name in rows}
            for kind in RECORD_TYPES:
                query = f"SELECT * FROM {kind} WHERE article_id {match} ORDER BY start_char, end_char, id"
                for row in snapshot.rows(query, values):
                    records[row["article_id"]].setdefault(kind, []).append(row)
            for name in part:
                if name in rows:
                    yield msgspec.convert({"article": rows[name], **records[name]}, EnrichedArticle)

    def search(self, query: str) -> list[str]:
        """Ids of the articles whose title or text holds every word of the query."""
        commit = self.tables.version
        if self.fulltext.version != commit:
            texts = self.snapshot().rows("SELECT id, title, text FROM raw_articles")
            self.fulltext.rebuild(commit, ((row["id"], row["title"], row["text"]) for row in texts))
        return self.fulltext.search(query)


def _rows(batch: Sequence[EnrichedArticle], enrichment: Mapping[str, str], given: Mapping[str, Article]) -> dict[str, list[dict[str, object]]]:
    added = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    rows: dict[str, list[dict[str, object]]] = {kind: [] for kind in RECORD_TYPES}
    rows["articles"] = [article_row(e, enrichment.get(e.article.id), given.get(e.article.id), added) for e in batch]
    for enriched in batch:
        for kind, found in record_rows(enriched).items():
            rows[kind].extend(found)
    return rows
