"""Rows of a frame for writers of text: plain values, ``None`` for unknown, cells that no spreadsheet runs."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import pandas as pd

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters that make a spreadsheet take text for a formula (OWASP, CSV injection)."""


def rows(frame: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Each row as a dictionary."""
    plain = frame.astype(object).where(frame.notna(), None)
    for row in plain.to_dict("records"):
        yield {str(key): value for key, value in row.items()}


def cell(value: Any) -> Any:
    """A value as a cell: lists joined, text that a spreadsheet would run made plain by an apostrophe before it."""
    if isinstance(value, (list, tuple)):
        value = "; ".join(str(v) for v in value)
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return int(value)
    if isinstance(value, str) and value.startswith(_FORMULA):
        return "'" + value
    return "" if value is None else value


def csv_lines(columns: Sequence[str], table: Iterable[dict[str, Any]]) -> Iterator[str]:
    """A CSV table (RFC 4180), heading first, one piece of text a row."""
    yield _line(columns)
    for row in table:
        yield _line([cell(row.get(column)) for column in columns])


def _line(cells: Sequence[Any]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()
