"""A panel of claims over time: each number at its height, over the time that it covers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from core.show.figures.measures import Measure
from core.show.figures.ranges import Body, Panel, marks, nearest, value_axis
from core.show.figures.spans import DAY, spans
from core.show.palette import MODIFIER, rgba, surface

HEIGHT_PX = 190


def with_window(measure: Measure) -> Measure:
    """The claims of the measure that say what time they cover."""
    found = spans(measure.rows, "window_begin", "window_end")
    rows = measure.rows.assign(start=found["start"], stop=found["stop"])
    return measure._replace(rows=rows[rows["start"].notna() | rows["stop"].notna()])


def panel(panel: Panel) -> Body:
    """The panel's traces and axes: time across, the number upward."""
    rows = panel.measure.rows.assign(at=nearest(panel.measure.rows))
    known = pd.concat([rows["start"], rows["stop"]]).dropna()
    margin = max((known.max() - known.min()) * 0.06, DAY * 3)
    first, last = known.min() - margin, known.max() + margin
    rows = rows.assign(left=rows["start"].fillna(first), right=rows["stop"].fillna(last))
    values = value_axis(panel)
    values.pop("anchor")
    colors = surface(panel.dark)
    time = {"type": "date", "range": [first.isoformat(), last.isoformat()], "anchor": f"y{panel.axis}", "gridcolor": colors.grid, "automargin": True}
    traces = [*_windows(panel, rows), *_ranges(panel, rows), _symbols(panel, rows)]
    return Body(traces, {f"xaxis{panel.axis}": time, f"yaxis{panel.axis}": {**values, "fixedrange": True}}, [], HEIGHT_PX)


def _trace(panel: Panel, trace: dict[str, Any]) -> dict[str, Any]:
    return {"type": "scatter", "xaxis": f"x{panel.axis}", "yaxis": f"y{panel.axis}", "showlegend": False, **trace}


def _windows(panel: Panel, rows: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """The time that each covers, paler and with an arrow where it is open."""
    for is_open in (False, True):
        part = rows[(rows["start"].isna() | rows["stop"].isna()) == is_open]
        x: list[str | None] = []
        y: list[float | None] = []
        for left, right, at in zip(part["left"], part["right"], part["at"], strict=True):
            x += [left.isoformat(), right.isoformat(), None]
            y += [at, at, None]
        yield _trace(panel, {"mode": "lines", "x": x, "y": y, "line": {"color": rgba(panel.color, 0.35 if is_open else 0.75), "width": 5}, "hoverinfo": "skip"})
    for end, symbol, edge in (("start", "triangle-left", "left"), ("stop", "triangle-right", "right")):
        part = rows[rows[end].isna()]
        if not part.empty:
            marker = {"symbol": symbol, "size": 10, "color": panel.color}
            yield _trace(panel, {"mode": "markers", "x": [w.isoformat() for w in part[edge]], "y": part["at"].tolist(), "marker": marker, **marks(part)})


def _ranges(panel: Panel, rows: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """The range of each number as an upright bar in the middle of its time."""
    part = rows[(rows["low"].notna() | rows["high"].notna()) & ~(rows["low"] == rows["high"])]
    x: list[str | None] = []
    y: list[float | None] = []
    for left, right, low, high in zip(part["left"], part["right"], part["low"].fillna(panel.left), part["high"].fillna(panel.right), strict=True):
        middle = (left + (right - left) / 2).isoformat()
        x += [middle, middle, None]
        y += [low, high, None]
    if x:
        yield _trace(panel, {"mode": "lines", "x": x, "y": y, "line": {"color": rgba(panel.color, 0.3), "width": 3}, "hoverinfo": "skip"})


def _symbols(panel: Panel, rows: pd.DataFrame) -> dict[str, Any]:
    middle = rows["left"] + (rows["right"] - rows["left"]) / 2
    ink, pairs = surface(panel.dark).selected, zip(rows["article_id"], rows["id"], strict=True)
    chosen = [pair == panel.selected for pair in pairs]
    symbols = [MODIFIER.get(str(m), MODIFIER["exact"]).symbol for m in rows.get("modifier", pd.Series("exact", index=rows.index))]
    line = {"color": [ink if c else panel.color for c in chosen], "width": [3.5 if c else 1.5 for c in chosen]}
    marker = {"symbol": symbols, "size": [18 if c else 11 for c in chosen], "color": panel.color, "line": line}
    return _trace(panel, {"mode": "markers", "x": [m.isoformat() for m in middle], "y": rows["at"].tolist(), "marker": marker, **marks(rows)})
