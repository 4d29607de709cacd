"""One self-contained HTML report: no script, no outside file, every word of an article escaped."""

from __future__ import annotations

import html
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pandas as pd

from core import __version__
from core.naming import article_name
from core.rates import per_in_words
from core.store.exports.rows import rows
from core.store.filters import Filters
from core.store.queries import articles, attributions, checks, claims, place_totals, timeline
from core.store.workspace import Workspace

STYLE = """
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { max-width: 70rem; margin: 2rem auto; padding: 0 1rem; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 2rem; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid color-mix(in srgb, currentColor 20%, transparent); }
th { font-weight: 600; } td { overflow-wrap: anywhere; } .note { opacity: .7; }
@media print { body { max-width: none; } tr { break-inside: avoid; } }
"""

Columns = Mapping[str, Callable[[dict[str, Any]], Any]]


def write(workspace: Workspace, filters: Filters) -> Iterator[str]:
    """The report: articles, claims, events, statements, checks and places that pass the filters."""
    yield '<!doctype html>\n<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>Dateline report</title><style>{STYLE}</style></head><body>\n<h1>Dateline report</h1>\n<p>{_shown(filters)}</p>\n"
    for title, query, columns in _SECTIONS:
        yield from _section(title, query(workspace, filters), columns)
    yield f'<p class="note">Found by Dateline {__version__} in the articles named; each row rests on the words beside it. '
    yield "Places: GeoNames (CC BY 4.0).</p>\n</body></html>\n"


def _shown(filters: Filters) -> str:
    named = [f"{name}: {', '.join(v) if isinstance(v, list) else v}" for name, v in filters.to_query().items()]
    return html.escape("; ".join(named)) if named else "All articles."


def _section(title: str, frame: pd.DataFrame, columns: Columns) -> Iterator[str]:
    yield f"<h2>{title} ({len(frame)})</h2>\n"
    if frame.empty:
        yield '<p class="note">None.</p>\n'
        return
    yield "<table><thead><tr>" + "".join(f"<th>{name}</th>" for name in columns) + "</tr></thead><tbody>\n"
    for row in rows(frame):
        yield "<tr>" + "".join(f"<td>{_cell(value(row))}</td>" for value in columns.values()) + "</tr>\n"
    yield "</tbody></table>\n"


def _cell(value: Any) -> str:
    if isinstance(value, float):
        value = f"{value:,.10g}"
    return html.escape("; ".join(map(str, value)) if isinstance(value, list) else str(value if value is not None else ""))


def _span(begin: str, end: str) -> Callable[[dict[str, Any]], str]:
    def between(row: dict[str, Any]) -> str:
        first, last = row[begin], row[end]
        return str(first or last or "") if first == last or not (first and last) else f"{first} to {last}"

    return between


def _get(name: str) -> Callable[[dict[str, Any]], Any]:
    return lambda row: row[name]


def _range(row: dict[str, Any]) -> str:
    low, high = row["low"], row["high"]
    bounds = "" if low == high else f"{_cell(low)} to {_cell(high)}" if low is not None and high is not None else f"≥ {_cell(low)}" if low is not None else f"≤ {_cell(high)}"
    return " ".join(part for part in (_cell(row["value"]), f"({bounds})" if bounds else "", row["unit"] or "") if part) + per_in_words(row["per"])


_SECTIONS: tuple[tuple[str, Callable[[Workspace, Filters], pd.DataFrame], Columns], ...] = (
    ("Articles", articles, {"Published": _get("published"), "Outlet": _get("outlet"), "Article": article_name, "Byline": _get("byline"), "Address": _get("url")}),
    ("Claims", claims, {"Claim": _get("text"), "Number": _range, "Counted": _get("counted"), "Category": _get("category"), "Status": _get("status"), "Says": _get("speaker"), "Through": _get("via"), "Window": _span("window_begin", "window_end"), "Place": _get("place"), "Sentence": _get("sentence")}),
    ("Events", timeline, {"When": _span("interval_begin", "interval_end"), "What": lambda r: r["category"] or r["lemma"], "Where": _get("place"), "Clock": _get("clock"), "Says": _get("speaker"), "Sentence": _get("sentence")}),
    ("Statements", attributions, {"Says": _get("speaker"), "Through": _get("via"), "Words": _get("text"), "Kind": _get("type"), "Source": _get("reliability"), "Information": _get("credibility"), "Published": _get("published")}),
    ("Checks", checks, {"Finding": _get("statement"), "Ways in which both can be true": _get("readings"), "Reference": _get("reference")}),
    ("Places", place_totals, {"Place": _get("place"), "Kind": _get("kind"), "Named as": _get("role"), "Mentions": _get("mentions"), "Articles": _get("articles"), "Within (m)": _get("uncertainty_m")}),
)  # fmt: skip
