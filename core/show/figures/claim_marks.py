"""A claim as a mark: where it stands, what it says when pointed at, whose it is."""

from __future__ import annotations

from typing import Any

import pandas as pd

from core.naming import article_name
from core.rates import per_in_words
from core.show.figures.measures import unit_in_words
from core.show.figures.sheet import column, said, shorten, unknown
from core.show.figures.spans import span_in_words, spans
from core.show.palette import MODIFIER, STATUS

Row = dict[str, Any]
"""A claim's fields by name, None where unknown."""

FIELDS = (
    "id", "article_id", "text", "value", "low", "high", "modifier", "unit", "counted", "per", "category", "status", "speaker", "source_text",
    "outlet", "title", "opening",
)  # fmt: skip
ITSELF = "the article itself"


def rows_of(claims: pd.DataFrame) -> list[Row]:
    """The claims as plain rows, with ``start`` and ``stop`` of the time that each covers."""
    columns: dict[str, list[Any]] = {name: column(claims, name).tolist() for name in FIELDS}
    covered = spans(claims, "window_begin", "window_end")
    columns |= {name: list(covered[name]) for name in ("start", "stop")}
    names = list(columns)
    return [{n: None if unknown(v) else v for n, v in zip(names, values, strict=True)} for values in zip(*columns.values(), strict=True)]


def nearest(row: Row) -> float:
    """Where a claim's symbol stands: its value, else the middle of its range, else its one bound."""
    value, low, high = row["value"], row["low"], row["high"]
    if value is not None:
        return float(value)
    if low is not None and high is not None:
        return float(low + high) / 2
    return float(low if low is not None else high)


def speaker(row: Row) -> str:
    """Who states the number; the article where it names no one."""
    return str(row["speaker"] or row["source_text"] or ITSELF)


def amount(row: Row) -> str:
    """The number as it is coded: "at least 20", "12 or more", "5 to 7 %", "200 per day"."""
    return _bounded(row) + per_in_words(row["per"])


def _bounded(row: Row) -> str:
    unit = f" {unit_in_words(row['unit'])}" if row["unit"] else ""
    low, high, value = row["low"], row["high"], row["value"]
    if value is not None:
        word = MODIFIER.get(str(row["modifier"]), MODIFIER["exact"]).label
        return f"{'' if word == 'exactly' else word + ' '}{value:,.6g}{unit}"
    if low is not None and high is not None:
        return f"{low:,.6g} to {high:,.6g}{unit}"
    return f"{low:,.6g}{unit} or more" if low is not None else f"{high:,.6g}{unit} or less"


def label(row: Row) -> str:
    """The claim in the text's words, and who says so."""
    status = STATUS.get(str(row["status"]))
    marked = f" <i>({said(status.label)})</i>" if status and row["status"] not in ("done", "ongoing") else ""
    who = f" · <b>{said(shorten(speaker(row), 28))}</b>" if speaker(row) != ITSELF else ""
    return said(shorten(str(row["text"] or amount(row)), 52)) + marked + who


def hover(row: Row) -> str:
    """All that is known of a claim, in words."""
    modifier, status = MODIFIER.get(str(row["modifier"]), MODIFIER["exact"]), STATUS.get(str(row["status"]))
    coded = f"{modifier.glyph} {said(amount(row))}" + (f" · {said(row['counted'])}" if row["counted"] else "")
    coded += " (coded by its lower bound)" if row["modifier"] == "vague" else ""
    lines = [f"<b>{said(shorten(str(row['text'] or ''), 80))}</b>", coded, f"Says {said(speaker(row))}"]
    lines += [f"{status.glyph} {status.label}"] if status else []
    lines += [f"Covers {span_in_words(row['start'], row['stop'])}"] if row["start"] is not None or row["stop"] is not None else []
    lines += [" · ".join(said(part) for part in (row["outlet"], article_name(row)) if part)]
    return "<br>".join(lines)


def marks(rows: list[Row]) -> dict[str, Any]:
    """Ids and words of each claim, for clicks and hovers."""
    data = [{"article_id": r["article_id"], "record_id": r["id"], "n": 1, "category": r["category"]} for r in rows]
    return {"customdata": data, "hovertext": [hover(r) for r in rows], "hoverinfo": "text"}
