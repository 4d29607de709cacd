"""A panel of claims by value: a symbol on the number, a bar over its range."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

from core.show.figures.claim_marks import Row, label, marks, nearest, rows_of, speaker
from core.show.figures.histogram import histogram
from core.show.figures.lanes import first_free
from core.show.figures.measures import WORDS, Measure
from core.show.figures.sheet import said, shorten
from core.show.palette import CATEGORY, MODIFIER, STATUS, rgba, surface

ROW_PX, DENSE_PX = 36, 13
LABELLED = 24
"""Up to so many claims each has a row and a label of its own; above they are packed."""
MOST_DRAWN = 150
"""Up to so many each has a symbol; above they are counted by value."""
MOST_SPEAKERS = 14
SHORT = 4
"""Letters of a unit up to which it stands at every tick; a longer one is in the title alone."""


class Panel(NamedTuple):
    """One measure, where its axis runs, and how it is drawn."""

    number: int
    measure: Measure
    log: bool
    left: float
    right: float
    dark: bool
    selected: tuple[str, str]

    @property
    def axis(self) -> str:
        """Plotly's suffix of the panel's axes: empty for the first."""
        return "" if self.number == 1 else str(self.number)

    @property
    def color(self) -> str:
        """The colour of the panel's category."""
        return CATEGORY[self.measure.category].color(self.dark)

    def trace(self, **parts: Any) -> dict[str, Any]:
        """A scatter trace on the panel's axes."""
        return {"type": "scatter", "xaxis": f"x{self.axis}", "yaxis": f"y{self.axis}", "showlegend": False, **parts}


class Body(NamedTuple):
    """What a panel adds to the figure."""

    traces: list[dict[str, Any]]
    axes: dict[str, Any]
    notes: list[dict[str, Any]]
    height: float


def panel(panel: Panel, *, by_speaker: bool) -> Body:
    """The panel's traces, its axes and labels, and its height in pixels."""
    if panel.measure.n > MOST_DRAWN and not by_speaker:
        traces, upward, height = histogram(panel.measure.rows, log=panel.log, color=panel.color, axis=panel.axis)
        return Body(traces, {f"xaxis{panel.axis}": value_axis(panel), f"yaxis{panel.axis}": upward}, [], height)
    rows = rows_of(panel.measure.rows)
    if by_speaker:
        places, names = _speakers(rows)
    elif len(rows) <= LABELLED:
        rows.sort(key=lambda r: -nearest(r))
        places, names = list(range(len(rows))), [label(r) for r in rows]
    else:
        rows.sort(key=nearest)
        places, names = _packed(panel, rows), []
    for row, place in zip(rows, places, strict=True):
        row["y"] = -place
    size = max(places) + 1
    # Packed claims would lie under one another's open bars: there the symbol alone says "at least".
    ranged = rows if names else [r for r in rows if r["low"] is not None and r["high"] is not None]
    traces = [*_bars(panel, ranged), *_arrows(panel, ranged), _symbols(panel, rows), *_selection(panel, rows)]
    return Body(traces, _axes(panel, size), [_name(panel, n, text) for n, text in enumerate(names)], size * (ROW_PX if names else DENSE_PX) + 8)


def _speakers(rows: list[Row]) -> tuple[list[int], list[str]]:
    """A row for each speaker, those with most claims first."""
    most = [name for name, _ in Counter(speaker(r) for r in rows).most_common()]
    names = most[:MOST_SPEAKERS] + (["others"] if len(most) > MOST_SPEAKERS else [])
    number = {name: i for i, name in enumerate(names)}
    return [number.get(speaker(r), len(names) - 1) for r in rows], [f"<b>{said(shorten(n, 46))}</b>" for n in names]


def _packed(panel: Panel, rows: list[Row]) -> list[int]:
    """Rows such that no symbol covers another."""
    scale = math.log if panel.log else float
    width = (scale(panel.right) - scale(panel.left)) / 50
    spans = []
    for row in rows:
        low, high = (scale(row[c]) if row[c] is not None else scale(nearest(row)) for c in ("low", "high"))
        spans.append((min(low, high), max(low, high) + width))
    return first_free(spans)


def _bars(panel: Panel, rows: list[Row]) -> Iterator[dict[str, Any]]:
    """Bars over ranges, dashed where the thing is not done; paler where an end is open."""
    groups: dict[tuple[str, bool], list[Row]] = {}
    for row in rows:
        if (row["low"] is not None or row["high"] is not None) and row["low"] != row["high"]:
            groups.setdefault((str(row["status"]), row["low"] is None or row["high"] is None), []).append(row)
    for (status, is_open), part in groups.items():
        x: list[float | None] = []
        y: list[float | None] = []
        for row in part:
            x += [panel.left if row["low"] is None else row["low"], panel.right if row["high"] is None else row["high"], None]
            y += [row["y"], row["y"], None]
        dash = STATUS[status].dash if status in STATUS else "solid"
        yield panel.trace(mode="lines", x=x, y=y, line={"color": rgba(panel.color, 0.35 if is_open else 0.7), "width": 7, "dash": dash}, hoverinfo="skip")


def _arrows(panel: Panel, rows: list[Row]) -> Iterator[dict[str, Any]]:
    """An arrow at the edge for each bound that is open while the other is not."""
    for open_end, other, symbol, edge in (("low", "high", "triangle-left", panel.left), ("high", "low", "triangle-right", panel.right)):
        part = [r for r in rows if r[open_end] is None and r[other] is not None]
        if part:
            marker = {"symbol": symbol, "size": 12, "color": panel.color}
            yield panel.trace(mode="markers", x=[edge] * len(part), y=[r["y"] for r in part], marker=marker, cliponaxis=False, **marks(part))


def _symbols(panel: Panel, rows: list[Row]) -> dict[str, Any]:
    symbols = [MODIFIER.get(str(r["modifier"]), MODIFIER["exact"]).symbol for r in rows]
    edge = [panel.color if s.endswith("-open") or s == "line-ns" else surface(panel.dark).page for s in symbols]
    marker = {"symbol": symbols, "size": 12 if len(rows) <= LABELLED else 9, "color": panel.color, "line": {"color": edge, "width": 1.5}}
    return panel.trace(mode="markers", x=[nearest(r) for r in rows], y=[r["y"] for r in rows], marker=marker, **marks(rows))


def _selection(panel: Panel, rows: list[Row]) -> Iterator[dict[str, Any]]:
    chosen = [r for r in rows if (r["article_id"], r["id"]) == panel.selected]
    if chosen:
        ink = surface(panel.dark).selected
        marker = {"symbol": "circle-open", "size": 22, "color": ink, "line": {"color": ink, "width": 2.5}}
        yield panel.trace(mode="markers", x=[nearest(r) for r in chosen], y=[r["y"] for r in chosen], marker=marker, name="Selected", hoverinfo="skip")


def _axes(panel: Panel, size: float) -> dict[str, Any]:
    return {f"xaxis{panel.axis}": value_axis(panel), f"yaxis{panel.axis}": {"visible": False, "fixedrange": True, "range": [-size + 0.4, 0.85]}}


def ticks(right: float) -> dict[str, str]:
    """How ticks up to ``right`` are written: a billion is ``1B``; d3's own ``s`` would write ``1G``."""
    return {"exponentformat": "B"} if right >= 1e5 else {"tickformat": ",~g"}


def value_axis(panel: Panel) -> dict[str, Any]:
    """The axis of values, logarithmic where the span asks for it, with the unit on its ticks."""
    colors, unit = surface(panel.dark), panel.measure.unit
    axis: dict[str, Any] = {"gridcolor": colors.grid, "zeroline": False, "linecolor": colors.border, "anchor": f"y{panel.axis}", "automargin": True}
    short = WORDS.get(unit or "", "")
    axis |= {"ticksuffix": f" {short}" if 0 < len(short) <= SHORT else "", **ticks(panel.right), "nticks": 6}
    if panel.log:
        return {**axis, "type": "log", "range": [math.log10(panel.left), math.log10(panel.right)], "dtick": 1, "minor": {"dtick": "D1", "showgrid": False}}
    return {**axis, "range": [panel.left, panel.right]}


def _name(panel: Panel, number: int, text: str) -> dict[str, Any]:
    where = {"xref": f"x{panel.axis} domain", "x": 0, "xanchor": "left", "yref": f"y{panel.axis}", "y": -number, "yanchor": "bottom", "yshift": 6}
    return {"text": text, "showarrow": False, "align": "left", "font": {"size": 12, "color": surface(panel.dark).ink}, **where}
