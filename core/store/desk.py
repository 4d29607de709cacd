"""The desk: what people write. Kept apart from the records, which a machine can make again.

Nothing here is ever deleted by enrichment. A mark (a corrected place, a note, a review, a
credibility) hangs on an anchor in the text, see ``core.store.anchors``; a name decision (a
merge, a reliability) hangs on a name. Each has an undo, and history stays.
"""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Literal

import msgspec

from core.errors import StoreError
from core.isodates import days
from core.records import EnrichedArticle, Record
from core.store.anchors import Anchor, anchor_of, resolve
from core.store.deskfile import (
    CREDIBILITY,
    RELIABILITY,
    Entry,
    MarkEntry,
    MarkKind,
    NameEntry,
    NameKind,
    ViewEntry,
    one_of,
)
from core.store.deskmerge import Taken, add_entries, encode
from core.store.sqlite import opened, transaction

SCHEMA = """
CREATE TABLE IF NOT EXISTS marks (
    id INTEGER PRIMARY KEY, what TEXT NOT NULL, article_id TEXT NOT NULL,
    kind TEXT, record_id TEXT, anchor TEXT, value TEXT NOT NULL, at TEXT NOT NULL, undone TEXT);
CREATE INDEX IF NOT EXISTS marks_article ON marks (article_id, what);
CREATE TABLE IF NOT EXISTS names (
    id INTEGER PRIMARY KEY, what TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
    reason TEXT, at TEXT NOT NULL, undone TEXT);
CREATE TABLE IF NOT EXISTS views (name TEXT PRIMARY KEY, query TEXT NOT NULL, at TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS changes (n INTEGER NOT NULL);
INSERT INTO changes SELECT 0 WHERE NOT EXISTS (SELECT 1 FROM changes);
"""

class Mark(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that a person wrote on an article or on a record of it."""

    id: int
    what: MarkKind
    article_id: str
    kind: str | None
    record_id: str | None
    """The record that it belongs to now; ``None`` on a whole article or when no record stands there any more."""
    anchor: Anchor | None
    value: Any
    at: str


class NameDecision(msgspec.Struct, frozen=True, kw_only=True):
    """One decision about a name: merged into another, kept apart from it, or graded."""

    id: int
    what: NameKind
    name: str
    value: str
    reason: str | None
    at: str


class Desk:
    """What people write, in one SQLite file that several processes may share."""

    def __init__(self, path: Path) -> None:
        self.path = path
        with opened(path, SCHEMA):
            pass

    @property
    def version(self) -> int:
        """A number that grows with every change."""
        with opened(self.path) as db:
            return int(db.execute("SELECT n FROM changes").fetchone()[0])

    # marks on articles and records

    def pick_place(self, enriched: EnrichedArticle, toponym: Record, place: Mapping[str, Any] | None) -> int:
        """Say which place a toponym means; ``None`` says that it is no place at all.

        ``place`` has the place fields of a toponym (``name``, ``country``, ``lat``, ``lon``, ``geonameid``,
        ``kind``, ``uncertainty_m``, ``geometry``); what it leaves out is unknown.
        """
        return self._mark("place", enriched.article.id, place and dict(place), anchor_of("toponyms", toponym, enriched.article.text), toponym.id)

    def set_published(self, article_id: str, published: str) -> int:
        """Set an article's own date. Raises ``StoreError`` when it is no calendar day."""
        covered = days(published)
        if covered is None or covered[0] != covered[1]:
            raise StoreError(f"{published!r} is no calendar day (YYYY-MM-DD)")
        return self._mark("published", article_id, covered[0])

    def review(self, enriched: EnrichedArticle, kind: str, record: Record, verdict: Literal["right", "wrong"]) -> int:
        """Say whether a record is right."""
        return self._mark("review", enriched.article.id, verdict, anchor_of(kind, record, enriched.article.text), record.id)

    def note(self, enriched: EnrichedArticle, text: str, kind: str | None = None, record: Record | None = None) -> int:
        """Write a note on an article, or on one record of it."""
        if kind and record:
            return self._mark("note", enriched.article.id, text, anchor_of(kind, record, enriched.article.text), record.id)
        return self._mark("note", enriched.article.id, text)

    def grade_information(self, enriched: EnrichedArticle, kind: str, record: Record, credibility: str) -> int:
        """Set the Admiralty credibility of what a record says, 1 to 6."""
        _one_of(credibility, CREDIBILITY, "credibility")
        return self._mark("credibility", enriched.article.id, credibility, anchor_of(kind, record, enriched.article.text), record.id)

    def _mark(self, what: MarkKind, article_id: str, value: Any, anchor: Anchor | None = None, record_id: str | None = None) -> int:
        row = (what, article_id, anchor and anchor.kind, record_id, anchor and encode(anchor), encode(value), _now(), what, article_id)
        return self._insert(f"INSERT INTO marks (what, article_id, kind, record_id, anchor, value, at) VALUES (?,?,?,?,?,?,{_AFTER.format('marks', 'article_id')})", row)

    def undo(self, mark_id: int) -> None:
        """Take a mark back. Its row stays, as history."""
        self._change("UPDATE marks SET undone = ? WHERE id = ? AND undone IS NULL", (_now(), mark_id))

    def marks(self, what: MarkKind | None = None, article_id: str | None = None) -> list[Mark]:
        """The marks in force, oldest first; of several on the same record the last one counts, wherever it was written."""
        query = "SELECT * FROM marks WHERE undone IS NULL AND (? IS NULL OR what = ?) AND (? IS NULL OR article_id = ?) ORDER BY at, id"
        return [_mark_of(row) for row in self._rows(query, (what, what, article_id, article_id))]

    def lost_marks(self) -> list[Mark]:
        """Marks whose words no record holds any more: kept, and shown so that a person can move or undo them."""
        return [m for m in self.marks() if m.anchor and m.record_id is None]

    def reattach(self, mark_id: int, enriched: EnrichedArticle, kind: str, record: Record) -> int:
        """Move a mark to a record of the same article, with its value and its time; the old row stays as history.

        Returns the new mark's id. Raises ``StoreError`` when the mark is not in force any more.
        """
        anchor = anchor_of(kind, record, enriched.article.text)
        with opened(self.path) as db, transaction(db):
            moved = db.execute(
                "INSERT INTO marks (what, article_id, kind, record_id, anchor, value, at) "
                "SELECT what, article_id, ?, ?, ?, value, at FROM marks WHERE id = ? AND article_id = ? AND undone IS NULL",
                (kind, record.id, encode(anchor), mark_id, enriched.article.id),
            )
            if not moved.rowcount:
                raise StoreError("this was taken back or moved already")
            db.execute("UPDATE marks SET undone = ? WHERE id = ?", (_now(), mark_id))
            db.execute("UPDATE changes SET n = n + 1")
            return int(moved.lastrowid or 0)

    def reanchor(self, enriched: EnrichedArticle) -> None:
        """Tie an article's marks to its records as they are now."""
        marks = [m for m in self.marks(article_id=enriched.article.id) if m.anchor]
        found = [(m, resolve(m.anchor, enriched)) for m in marks if m.anchor]
        moved = [(record.id if record else None, m.id) for m, record in found if m.record_id != (record.id if record else None)]
        if moved:
            with opened(self.path) as db, transaction(db):
                db.executemany("UPDATE marks SET record_id = ? WHERE id = ?", moved)
                db.execute("UPDATE changes SET n = n + 1")

    @property
    def tied_to(self) -> int:
        """The commit of the records that the marks are tied to, -1 when not known."""
        with opened(self.path) as db:
            return int(db.execute("PRAGMA user_version").fetchone()[0]) - 1

    def tie(self, before: int | None, after: int) -> None:
        """Say that the marks are tied to a commit, as long as they were to the one before it (``None``: whatever it was)."""
        with opened(self.path) as db, transaction(db):
            if before is None or db.execute("PRAGMA user_version").fetchone()[0] == before + 1:
                db.execute(f"PRAGMA user_version = {int(after) + 1}")

    # decisions about names

    def merge(self, name: str, into: str, reason: str | None = None) -> int:
        """Say that two names are one actor, ``into`` being the one to show."""
        if self.canonical(into) == name:
            raise StoreError(f"{into!r} is merged into {name!r} already")
        return self._name("merge", name, into, reason)

    def keep_apart(self, name: str, other: str, reason: str | None = None) -> int:
        """Say that two names are not one actor, against a proposal."""
        return self._name("apart", name, other, reason)

    def grade_source(self, name: str, reliability: str) -> int:
        """Set the Admiralty reliability of a source, A to F."""
        _one_of(reliability, RELIABILITY, "reliability")
        return self._name("reliability", name, reliability, None)

    def _name(self, what: NameKind, name: str, value: str, reason: str | None) -> int:
        row = (what, name, value, reason, _now(), what, name)
        return self._insert(f"INSERT INTO names (what, name, value, reason, at) VALUES (?,?,?,?,{_AFTER.format('names', 'name')})", row)

    def undo_name(self, decision_id: int) -> None:
        """Take a decision about a name back."""
        self._change("UPDATE names SET undone = ? WHERE id = ? AND undone IS NULL", (_now(), decision_id))

    def decisions(self, what: NameKind | None = None) -> list[NameDecision]:
        """The decisions in force, oldest first."""
        query = "SELECT id, what, name, value, reason, at FROM names WHERE undone IS NULL AND (? IS NULL OR what = ?) ORDER BY at, id"
        return [NameDecision(**row) for row in self._rows(query, (what, what))]

    def merges(self) -> dict[str, str]:
        """Each merged name with the name to show, chains followed to their end; of decisions that contradict the newest counts."""
        direct: dict[str, str] = {}
        for d in self.decisions():
            if d.what == "apart":
                direct = {name: into for name, into in direct.items() if {name, into} != {d.name, d.value}}
            elif d.what == "merge" and d.name != d.value:
                direct = {name: into for name, into in direct.items() if into != d.name or name not in _chain(d.value, direct)} | {d.name: d.value}
        return {name: _follow(name, direct) for name in direct}

    def canonical(self, name: str) -> str:
        """The name to show for a name."""
        return self.merges().get(name, name)

    def reliabilities(self) -> dict[str, str]:
        """Each graded source with its reliability; the others are F."""
        return {d.name: d.value for d in self.decisions("reliability")}

    # saved views

    def save_view(self, name: str, query: str) -> None:
        """Keep a view (its address, from the page on) under a name; an old one of that name is replaced."""
        self._change("INSERT OR REPLACE INTO views VALUES (?, ?, ?)", (name, query, _now()))

    def rename_view(self, old: str, new: str) -> None:
        """Give a saved view another name. Raises ``StoreError`` when that name is taken."""
        self._change("UPDATE views SET name = ? WHERE name = ?", (new, old))

    def delete_view(self, name: str) -> None:
        """Forget a saved view."""
        self._change("DELETE FROM views WHERE name = ?", (name,))

    def views(self) -> dict[str, str]:
        """Saved views: name and address, by name."""
        return {row["name"]: row["query"] for row in self._rows("SELECT name, query FROM views ORDER BY name", ())}

    # all of it, to take away and to bring back

    def entries(self) -> Iterator[Entry]:
        """All that people wrote and that is in force, as entries of a file (``core.store.deskfile``)."""
        for m in self.marks():
            yield MarkEntry(what=m.what, article_id=m.article_id, anchor=m.anchor, value=m.value, at=m.at)
        for d in self.decisions():
            yield NameEntry(what=d.what, name=d.name, value=d.value, reason=d.reason, at=d.at)
        for row in self._rows("SELECT * FROM views ORDER BY name", ()):
            yield ViewEntry(name=row["name"], query=row["query"], at=row["at"])

    def take_in(self, entries: Iterable[Entry]) -> Taken:
        """Add entries of a file, all or none. What is there already is not added again, nothing is overwritten.

        Of entries that contradict each other both are kept, and the newest counts; of two views of
        one name the older is given another. Marks are tied to no record yet: see ``reanchor``.
        """
        with opened(self.path) as db, transaction(db):
            return add_entries(db, entries)

    # the file

    def _insert(self, statement: str, values: tuple[Any, ...]) -> int:
        return int(self._change(statement, values) or 0)

    def _change(self, statement: str, values: tuple[Any, ...]) -> int | None:
        with opened(self.path) as db, transaction(db):
            cursor = db.execute(statement, values)
            db.execute("UPDATE changes SET n = n + 1")
            return cursor.lastrowid

    def _rows(self, query: str, values: tuple[Any, ...]) -> list[sqlite3.Row]:
        with opened(self.path) as db:
            return db.execute(query, values).fetchall()


def _mark_of(row: sqlite3.Row) -> Mark:
    fields = {key: row[key] for key in ("id", "what", "article_id", "kind", "record_id", "at")}
    anchor = msgspec.json.decode(row["anchor"], type=Anchor) if row["anchor"] else None
    return Mark(anchor=anchor, value=msgspec.json.decode(row["value"]), **fields)


def _follow(name: str, direct: Mapping[str, str]) -> str:
    return _chain(name, direct)[-1]


def _chain(name: str, direct: Mapping[str, str]) -> list[str]:
    """A name and those that it is merged into, one after the other."""
    seen = [name]
    while direct.get(name) and direct[name] not in seen:
        name = direct[name]
        seen.append(name)
    return seen


_AFTER = "max(?, coalesce((SELECT max(at) FROM {0} WHERE what = ? AND {1} = ?), ''))"
"""The time of what is written now: not before that of an entry from another desk whose clock is ahead, or it would not count."""


def _one_of(value: str, allowed: str, what: str) -> None:
    if not one_of(value, allowed):
        raise StoreError(f"{what} is one of {', '.join(allowed)}, not {value!r}")


def _now() -> str:
    return datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
