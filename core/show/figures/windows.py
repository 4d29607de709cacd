"""A panel of claims over time: each number at its height, over the time that it covers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from core.show.figures.claim_marks import Row, marks, nearest, rows_of
from core.show.figures.measures import Measure
from core.show.figures.ranges import Body, Panel, value_axis
from core.show.figures.spans import DAY, spans
from core.show.palette import MODIFIER, rgba, surface

HEIGHT_PX = 190


def with_window(measure: Measure) -> Measure:
    """The claims of the measure that say what time they cover."""
    found = spans(measure.rows, "window_begin", "window_end")
    return measure._replace(rows=measure.rows[found["start"].notna() | found["stop"].notna()])


def panel(panel: Panel) -> Body:
    """The panel's traces and axes: time across, the number upward."""
    rows = rows_of(panel.measure.rows)
    known = [w for r in rows for w in (r["start"], r["stop"]) if w is not None]
    margin = max((max(known) - min(known)) * 0.06, DAY * 3)
    first, last = min(known) - margin, max(known) + margin
    for row in rows:
        row["left"] = first if row["start"] is None else row["start"]
        row["right"] = last if row["stop"] is None else row["stop"]
        row["middle"] = (row["left"] + (row["right"] - row["left"]) / 2).isoformat()
    values = {**value_axis(panel), "anchor": f"x{panel.axis}", "fixedrange": True}
    time = {"type": "date", "range": [first.isoformat(), last.isoformat()], "anchor": f"y{panel.axis}", "gridcolor": surface(panel.dark).grid}
    traces = [*_windows(panel, rows), *_ranges(panel, rows), _symbols(panel, rows)]
    return Body(traces, {f"xaxis{panel.axis}": {**time, "automargin": True}, f"yaxis{panel.axis}": values}, [], HEIGHT_PX)


def _windows(panel: Panel, rows: list[Row]) -> Iterator[dict[str, Any]]:
    """The time that each covers, paler and with an arrow where it is open."""
    for is_open in (False, True):
        x: list[str | None] = []
        y: list[float | None] = []
        for row in rows:
            if (row["start"] is None or row["stop"] is None) == is_open:
                x += [row["left"].isoformat(), row["right"].isoformat(), None]
                y += [nearest(row), nearest(row), None]
        if x:
            yield panel.trace(mode="lines", x=x, y=y, line={"color": rgba(panel.color, 0.35 if is_open else 0.75), "width": 5}, hoverinfo="skip")
    for end, symbol, edge in (("start", "triangle-left", "left"), ("stop", "triangle-right", "right")):
        part = [r for r in rows if r[end] is None]
        if part:
            marker = {"symbol": symbol, "size": 10, "color": panel.color}
            yield panel.trace(mode="markers", x=[r[edge].isoformat() for r in part], y=[nearest(r) for r in part], marker=marker, **marks(part))


def _ranges(panel: Panel, rows: list[Row]) -> Iterator[dict[str, Any]]:
    """The range of each number as an upright bar in the middle of its time."""
    x: list[str | None] = []
    y: list[float | None] = []
    for row in rows:
        if (row["low"] is not None or row["high"] is not None) and row["low"] != row["high"]:
            x += [row["middle"], row["middle"], None]
            y += [panel.left if row["low"] is None else row["low"], panel.right if row["high"] is None else row["high"], None]
    if x:
        yield panel.trace(mode="lines", x=x, y=y, line={"color": rgba(panel.color, 0.3), "width": 3}, hoverinfo="skip")


def _symbols(panel: Panel, rows: list[Row]) -> dict[str, Any]:
    ink = surface(panel.dark).selected
    chosen = [(r["article_id"], r["id"]) == panel.selected for r in rows]
    symbols = [MODIFIER.get(str(r["modifier"]), MODIFIER["exact"]).symbol for r in rows]
    line = {"color": [ink if c else panel.color for c in chosen], "width": [3.5 if c else 1.5 for c in chosen]}
    marker = {"symbol": symbols, "size": [18 if c else 11 for c in chosen], "color": panel.color, "line": line}
    return panel.trace(mode="markers", x=[r["middle"] for r in rows], y=[nearest(r) for r in rows], marker=marker, **marks(rows))
