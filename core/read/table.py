"""Tables of articles (CSV, RFC 4180, and TSV): one article a row, its columns told by their names.

As analysts keep them in spreadsheets and as databases of news export them. The text is taken from the first column
whose name says that it holds one; rows without a text cost only themselves.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

from core.errors import ReadError
from core.read.decode import checked, decode
from core.read.metadata import Given, article
from core.records import Article

MOST_CELL = 10_000_000
COLUMNS = {
    "text": ("text", "fulltext", "articletext", "articlebody", "body", "content", "article", "story", "notes"),
    "id": ("id", "articleid", "docid", "documentid", "guid", "eventidcnty"),
    "title": ("title", "headline"),
    "byline": ("byline", "author", "authors"),
    "outlet": ("outlet", "publication", "publisher", "newspaper", "source", "sourcename"),
    "url": ("url", "link", "weburl", "permalink"),
    "language": ("language", "lang"),
    "published": ("published", "publishedat", "publicationdate", "datepublished", "pubdate", "date"),
}
"""Field -> names of its column, lower case and without spaces, hyphens and underscores; the first that is there counts.
``notes`` and ``event_id_cnty`` are ACLED's; its ``event_date`` is no date of publication."""


def read(path: Path) -> Iterator[Article | ReadError]:
    """Read a table row by row. Raises ``ReadError`` when it has no column of texts."""
    name = str(path)
    csv.field_size_limit(MOST_CELL)
    content = decode(path.read_bytes(), name)
    if not content.strip():
        raise ReadError(name, "empty")
    rows = _rows(content, path)
    header = next(rows, (1, []))[1]
    if isinstance(header, str):
        raise ReadError(name, f"no table that can be read ({header})")
    places = _places(header, name)
    torn = False
    for line, row in rows:
        if isinstance(row, str):
            torn = True
            yield ReadError(f"{name}:{line}", f"{row}: left out, up to the next whole row")
        elif any(cell.strip() for cell in row) and not (torn and _is_rest(row, header)):
            torn = False
            yield _row(row, places, f"{name}:{line}")


def _is_rest(row: Sequence[str], header: Sequence[str]) -> bool:
    """Whether what follows a broken row looks like the rest of it."""
    return len(row) != len(header) or any(cell.count('"') % 2 for cell in row)


def _rows(content: str, path: Path) -> Iterator[tuple[int, list[str] | str]]:
    """Each row with the line that it begins on, or what is wrong with it: quotation marks that no other program would read the same."""
    rows = csv.reader(io.StringIO(content, newline=""), delimiter=_delimiter(content, path), strict=True)
    while True:
        line = rows.line_num + 1
        try:
            yield line, next(rows)
        except csv.Error as error:
            yield line, f"broken by line {rows.line_num}: {error}"
        except StopIteration:
            return


def _delimiter(content: str, path: Path) -> str:
    """What parts the cells: a tab in a .tsv, else what the first line has most of; spreadsheets of many languages write semicolons."""
    first = content.lstrip().partition("\n")[0]
    return "\t" if path.suffix.lower() == ".tsv" else max(",;\t|", key=first.count)


def _places(header: Sequence[str], name: str) -> dict[str, int]:
    """Field -> number of its column."""
    called = ["".join(c for c in cell.casefold() if c.isalnum()) for cell in header]
    places = {field: called.index(known) for field, names in COLUMNS.items() if (known := next((n for n in names if n in called), None))}
    if "text" not in places:
        raise ReadError(name, f"has no column of texts in its first line ({', '.join(COLUMNS['text'][:5])} or the like)")
    return places


def _row(row: Sequence[str], places: dict[str, int], name: str) -> Article | ReadError:
    given: Given = {field: row[at].strip() for field, at in places.items() if field != "text" and at < len(row) and row[at].strip()}
    try:
        text = checked(row[places["text"]] if places["text"] < len(row) else "", name)
        called = given.pop("id", "")
        unique = called or given.get("url") or text
        return article(checked(called, name) if called else f"row-{hashlib.sha256(unique.encode()).hexdigest()[:16]}", text, given, name)
    except ReadError as error:
        return error
