"""Full text search over articles: SQLite FTS5, made again from the tables whenever it is behind."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from core.store.sqlite import opened, transaction

SCHEMA = """
CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5(
    title, text, content='', tokenize="unicode61 remove_diacritics 2");
CREATE TABLE IF NOT EXISTS docs (doc INTEGER PRIMARY KEY AUTOINCREMENT, article_id TEXT NOT NULL);
CREATE INDEX IF NOT EXISTS docs_article ON docs (article_id);
CREATE TABLE IF NOT EXISTS state (version INTEGER NOT NULL);
"""

Text = tuple[str, str | None, str]
"""Article id, title, text."""

_TERM = re.compile(r'"([^"]*)"|(\S+)')


class FullText:
    """An index from words to article ids.

    The text itself is not kept here (``content=''``). Removing an article only forgets its
    document number, which is never given again; a rebuild clears what is left of it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    @property
    def version(self) -> int:
        """The commit of the tables that the index was made for, -1 when it has none."""
        with opened(self.path, SCHEMA) as db:
            row = db.execute("SELECT version FROM state").fetchone()
            return int(row["version"]) if row else -1

    def update(self, before: int, after: int, removed: Iterable[str], added: Iterable[Text]) -> None:
        """Bring the index from one commit to another. When it was at a third one, it counts as behind from now on."""
        with opened(self.path, SCHEMA) as db, transaction(db):
            row = db.execute("SELECT version FROM state").fetchone()
            db.executemany("DELETE FROM docs WHERE article_id = ?", ((name,) for name in removed))
            _insert(db, added)
            _set_version(db, after if (row["version"] if row else 0) == before else -1)

    def rebuild(self, version: int, texts: Iterable[Text]) -> None:
        """Make the index again from all articles."""
        with opened(self.path, SCHEMA) as db, transaction(db):
            db.execute("INSERT INTO words (words) VALUES ('delete-all')")
            db.execute("DELETE FROM docs")
            _insert(db, texts)
            _set_version(db, version)

    def search(self, query: str) -> list[str]:
        """Ids of the articles that hold every term of the query; terms in double quotes are phrases.

        A query without a word finds nothing. No character of it is an operator.
        """
        terms = [phrase or word for phrase, word in _TERM.findall(query.replace("\0", " "))]
        match = " ".join('"' + t.replace('"', "") + '"' for t in terms if re.search(r"\w", t))
        if not match:
            return []
        with opened(self.path, SCHEMA) as db:
            rows = db.execute("SELECT article_id FROM words JOIN docs ON doc = words.rowid WHERE words MATCH ?", (match,))
            return [row["article_id"] for row in rows]


def _insert(db: sqlite3.Connection, texts: Iterable[Text]) -> None:
    for article_id, title, text in texts:
        doc = db.execute("INSERT INTO docs (article_id) VALUES (?)", (article_id,)).lastrowid
        db.execute("INSERT INTO words (rowid, title, text) VALUES (?, ?, ?)", (doc, title or "", text))


def _set_version(db: sqlite3.Connection, version: int) -> None:
    db.execute("DELETE FROM state")
    db.execute("INSERT INTO state VALUES (?)", (version,))
