"""Numeric claims as ranges: each on the axis of its kind and unit, open ends left open."""

from __future__ import annotations

import math
from typing import Any, Literal

import pandas as pd

from core.show.figures import ranges, windows
from core.show.figures.measures import Measure, is_log, measures, spread
from core.show.figures.sheet import Figure, counted, empty, note, said, sheet
from core.show.palette import surface

View = Literal["category", "speaker", "time"]

MOST_PANELS = 10
MOST_CLAIMS = 150
"""Of one measure by speaker or over time, the first of the frame."""
LOG_NOTE = " · in steps of ×10"
TITLE_PX, GAP_PX, AXIS_PX, NOTE_PX = 26, 14, 30, 18


def claims_chart(claims: pd.DataFrame, *, view: View = "category", dark: bool = False, selected: tuple[str, str] | None = None, total: int | None = None) -> Figure:
    """Claims by kind and unit (``category``), by who says so (``speaker``) or over time (``time``).

    ``claims`` has a row for each claim: ``id``, ``article_id``, ``text``, ``value``,
    ``low``, ``high``, ``modifier``, ``unit``, ``counted``, ``per``, ``category``, ``status``,
    ``speaker``, ``window_begin`` and ``window_end`` as in ``records.Claim``, and
    ``title`` and ``outlet`` where known. ``selected`` is an ``(article_id, id)``. A
    mark's ``customdata`` has ``article_id``, ``record_id``, ``n`` (always 1) and
    ``category``.

    Of very many, a row may stand for several claims of one number, with ``count``
    (``core.store.aggregates.chart_claims``); ``total`` is then how many there are in all.

    A bound that the text leaves open runs to the edge with an arrow. An axis is
    logarithmic where its numbers span a factor of 50 or more. Claims in units of one
    dimension share an axis in one of them; nothing is ever summed.
    """
    found = measures(claims)
    drawn = [m for m in (windows.with_window(m) for m in found) if len(m.rows)] if view == "time" else found
    drawn = drawn[:MOST_PANELS]
    if view != "category":
        drawn = [m._replace(rows=m.rows.iloc[:MOST_CLAIMS]) for m in drawn]
    if not drawn:
        return empty("No claim with a number in this selection" if not found else "No claim here says what time it covers", dark, name="claims")
    layout, traces, heights = sheet(dark, name=f"claims-{view}", height=0), [], []
    for number, measure in enumerate(drawn, 1):
        panel = ranges.Panel(number, measure, *limits(measure), dark, selected or ("", ""))
        body = windows.panel(panel) if view == "time" else ranges.panel(panel, by_speaker=view == "speaker")
        traces += body.traces
        heights.append(body.height)
        layout |= body.axes
        layout.setdefault("annotations", []).extend(body.notes)
    _stack(layout, drawn, heights, dark)
    left_out = (len(claims) if total is None else total) - sum(m.n for m in drawn)
    if left_out:
        text = f"{counted(left_out, 'claim')} not drawn: " + ("they say no time, or there are too many" if view == "time" else "they have no number, or are of the rarer kinds")
        layout["annotations"].append(note(text, dark, y=0, yshift=-NOTE_PX))
    return {"data": traces, "layout": layout}


def limits(measure: Measure) -> tuple[bool, float, float]:
    """Whether the axis is logarithmic, and its range in the units of the axis."""
    low, high = spread(measure.rows)
    if is_log(measure.rows):
        margin = 10 ** (0.12 * math.log10(high / low) + 0.1)
        return True, low / margin, high * margin
    if measure.unit == "percent" and low >= 0 and high <= 100:
        return False, 0.0, 104.0
    wide = (max(high, 0) - min(low, 0)) or 1.0
    return False, min(low - 0.08 * wide, 0.0) if low < 0 else 0.0, max(high + 0.22 * wide, 0.0)


def _stack(layout: dict[str, Any], drawn: list[Measure], heights: list[float], dark: bool) -> None:
    """Lay the panels one under another, each as high as its rows need, under its title."""
    total = sum(heights) + len(heights) * (TITLE_PX + GAP_PX + AXIS_PX)
    top = 1.0
    for number, (measure, height) in enumerate(zip(drawn, heights, strict=True), 1):
        suffix = "" if number == 1 else str(number)
        top -= TITLE_PX / total
        bottom = top - height / total
        layout[f"yaxis{suffix}"]["domain"] = [max(bottom, 0.0), top]
        text = f"<b>{said(measure.title)}</b> · {counted(measure.n, 'claim')}{LOG_NOTE if layout[f'xaxis{suffix}'].get('type') == 'log' else ''}"
        layout["annotations"].append(note(text, dark, y=top, yanchor="bottom", yshift=4, font={"size": 13, "color": surface(dark).ink}))
        top = bottom - (AXIS_PX + GAP_PX) / total
    layout["height"] = round(total) + 30 + NOTE_PX
    layout["meta"] = {**layout["meta"], "plot_height": round(total)}
    layout["margin"] = {"l": 8, "r": 14, "t": 30, "b": NOTE_PX}
    layout["dragmode"] = "pan"
