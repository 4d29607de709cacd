"""Dated events as a TimelineJS table (knightlab.com: the columns of its spreadsheet, as CSV).

TimelineJS needs a year, so undated events are not in it. It shows ``Headline`` and
``Text`` as HTML, so both are escaped.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import Any

from core.store.exports.rows import csv_lines, rows
from core.store.filters import Filters
from core.store.queries import timeline
from core.store.workspace import Workspace

COLUMNS = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time", "Display Date", "Headline", "Text",
    "Media", "Media Credit", "Media Caption", "Media Thumbnail", "Type", "Group", "Background",
)  # fmt: skip


def write(workspace: Workspace, filters: Filters) -> Iterator[str]:
    """One row a dated event."""
    events = timeline(workspace, filters)
    yield from csv_lines(COLUMNS, (_row(event) for event in rows(events[~events["undated"].astype(bool)])))


def _row(event: dict[str, Any]) -> dict[str, Any]:
    begin, end = event["interval_begin"] or event["interval_end"], event["interval_end"] or event["interval_begin"]
    start = dict(zip(("Year", "Month", "Day"), _parts(begin), strict=True))
    until = dict(zip(("End Year", "End Month", "End Day"), _parts(end), strict=True)) if end != begin else {}
    said = ", ".join(str(v) for v in (event["speaker"], event["outlet"], event["published"]) if v)
    return {
        **start,
        **until,
        "Display Date": "" if begin == end else f"{begin} to {end}",
        "Headline": html.escape(_headline(event)),
        "Text": f"<p>{html.escape(event['sentence'])}</p><p><small>{html.escape(said)}</small></p>",
        "Group": event["clock"],
    }


def _parts(day: str) -> list[int]:
    return [int(part) for part in day.split("-")]


def _headline(event: dict[str, Any]) -> str:
    what = event["category"] or event["lemma"]
    return f"{what}, {event['place']}" if event["place"] else str(what)
