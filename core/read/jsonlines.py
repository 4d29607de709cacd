"""JSON Lines: one article a line, with the contract's fields."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from core.errors import ReadError
from core.read.decode import checked, decode, encodable
from core.read.metadata import FIELDS, article
from core.records import Article

MOST_BYTES = 20_000_000
"""Of one line."""


def read(path: Path) -> Iterator[Article | ReadError]:
    """Read a file line by line; a bad line costs only itself. Empty lines are passed over."""
    empty = True
    with path.open("rb") as lines:
        for number, line in enumerate(iter(partial(lines.readline, MOST_BYTES + 1), b""), 1):
            empty = empty and not line.strip()
            if len(line) > MOST_BYTES:
                while not line.endswith(b"\n") and (line := lines.readline(MOST_BYTES)):
                    pass
                yield ReadError(f"{path}:{number}", f"more than {MOST_BYTES // 1_000_000} MB in one line")
            elif line.strip():
                try:
                    yield _article(line, f"{path}:{number}")
                except ReadError as error:
                    yield error
    if empty:
        yield ReadError(str(path), "empty")


def _article(line: bytes, name: str) -> Article:
    row = _object(decode(line, name), name)
    text, article_id = row.get("text"), row.get("id")
    if not isinstance(text, str):
        raise ReadError(name, "lacks text")
    if isinstance(article_id, int) and not isinstance(article_id, bool):
        article_id = str(article_id)
    if not isinstance(article_id, str) or not article_id.strip():
        raise ReadError(name, "lacks an id")
    given = {field: row[field] for field in FIELDS if row.get(field) is not None}
    for field, value in given.items():
        if not isinstance(value, str):
            raise ReadError(name, f"{field} is no text")
    checked(article_id, name)
    return article(article_id, checked(text, name), {k: v for k, v in given.items() if encodable(v, name)}, name)


def _object(line: str, name: str) -> dict[str, Any]:
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ReadError(name, "no JSON") from error
    if not isinstance(row, dict):
        raise ReadError(name, "no JSON object")
    return row
