"""Putting the entries of a file on a desk: what is there already once, of what contradicts itself both.

The same entry, told by what it says and when, is never added twice, and one that was taken back here
stays so. Views have names of their own: of two with one name the older is given another.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from itertools import count
from typing import Any, NamedTuple

import msgspec

from core.store.deskfile import Entry, MarkEntry, NameEntry, ViewEntry


class Taken(NamedTuple):
    """What became of the entries of a file."""

    added: int
    there: int
    """That were on the desk already."""
    back: int
    """That were taken back here before, and stay so."""
    articles: tuple[str, ...]
    """Ids of the articles that something was added to."""
    dated: tuple[str, ...]
    """Those of them whose date of publication was among it."""

    @property
    def said(self) -> str:
        """``12 entries added, 3 there already``."""
        told = [f"{self.added:,} {'entry' if self.added == 1 else 'entries'} added"]
        told += [f"{self.there:,} there already"] * (self.there > 0)
        return ", ".join(told + [f"{self.back:,} taken back here before"] * (self.back > 0))


def add_entries(db: sqlite3.Connection, entries: Iterable[Entry]) -> Taken:
    """Add entries within the transaction that is open. Marks are tied to no record yet."""
    added: list[Entry] = []
    there, back = 0, 0
    known = _known(db)
    for entry in entries:
        state = known.get(_identity(entry))
        there, back = there + (state is True), back + (state is False)
        if state is None and (not isinstance(entry, ViewEntry) or _insert_view(db, entry)):
            known[_identity(entry)] = True
            added.append(entry)
            if not isinstance(entry, ViewEntry):
                _insert_entry(db, entry)
        elif state is None:
            there += 1
    if added:
        db.execute("UPDATE changes SET n = n + 1")
    marks = [e for e in added if isinstance(e, MarkEntry)]
    dated = (e.article_id for e in marks if e.what == "published")
    return Taken(len(added), there, back, tuple(dict.fromkeys(e.article_id for e in marks)), tuple(dict.fromkeys(dated)))


def _known(db: sqlite3.Connection) -> dict[tuple[Any, ...], bool]:
    """What is on the desk, by what it says; false for what was taken back."""
    marks = db.execute("SELECT *, undone IS NULL AS held FROM marks ORDER BY held")
    names = db.execute("SELECT *, undone IS NULL AS held FROM names ORDER BY held")
    found = {("mark", r["what"], r["article_id"], r["anchor"], _plain(msgspec.json.decode(r["value"])), r["at"]): bool(r["held"]) for r in marks}
    return found | {("name", r["what"], r["name"], r["value"], r["reason"], r["at"]): bool(r["held"]) for r in names}


def _identity(entry: Entry) -> tuple[Any, ...]:
    if isinstance(entry, MarkEntry):
        return "mark", entry.what, entry.article_id, entry.anchor and encode(entry.anchor), _plain(entry.value), entry.at
    if isinstance(entry, NameEntry):
        return "name", entry.what, entry.name, entry.value, entry.reason, entry.at
    return "view", entry.name, entry.query, entry.at


def _plain(value: Any) -> str:
    return msgspec.json.encode(value, order="sorted").decode()


def _insert_entry(db: sqlite3.Connection, entry: MarkEntry | NameEntry) -> None:
    if isinstance(entry, MarkEntry):
        row = (entry.what, entry.article_id, entry.anchor and entry.anchor.kind, entry.anchor and encode(entry.anchor), encode(entry.value), entry.at)
        db.execute("INSERT INTO marks (what, article_id, kind, anchor, value, at) VALUES (?,?,?,?,?,?)", row)
    else:
        db.execute("INSERT INTO names (what, name, value, reason, at) VALUES (?,?,?,?,?)", (entry.what, entry.name, entry.value, entry.reason, entry.at))


def _insert_view(db: sqlite3.Connection, view: ViewEntry) -> bool:
    """Keep a view, under another name where a newer one has its name; false when it is there already."""
    kept = {row["name"]: row for row in db.execute("SELECT * FROM views")}
    if any(row["query"] == view.query and (row["name"] == view.name or (view.at and row["at"] == view.at)) for row in kept.values()):
        return False
    older = kept.get(view.name)
    if older is not None and older["at"] < view.at:
        db.execute("UPDATE views SET name = ? WHERE name = ?", (_free_name(older["name"], older["at"], kept), older["name"]))
        older = None
    name = view.name if older is None else _free_name(view.name, view.at, kept)
    db.execute("INSERT INTO views VALUES (?, ?, ?)", (name, view.query, view.at))
    return True


def _free_name(name: str, at: str, kept: Mapping[str, Any]) -> str:
    dated = f"{name} ({at[:10]})" if at else f"{name} (older)"
    return next(n for i in count(1) if (n := dated if i == 1 else f"{dated} {i}") not in kept)


def encode(value: Any) -> str:
    """A value as the desk keeps it, in JSON."""
    return msgspec.json.encode(value).decode()
