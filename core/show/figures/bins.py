"""Many events: how many fall on each day, month or year of each lane."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from core.show.figures.lanes import lane_order, wrapped
from core.show.figures.sheet import counted, said
from core.show.figures.spans import known_ends, span_in_words
from core.show.palette import CLOCK, Look, rgba

STEPS = ("D", "W-MON", "MS", "QS", "YS", "5YS", "10YS", "50YS", "100YS")
"""Lengths of a bin, as pandas offsets: a day, a week, a month, a quarter, years."""
SECOND = pd.Timedelta(seconds=1)
MOST_BINS = 60
LANE_PX = 74


def edges(start: pd.Timestamp, stop: pd.Timestamp) -> pd.DatetimeIndex:
    """Edges of the finest bins of which no more than ``MOST_BINS`` cover the stretch."""
    found = pd.DatetimeIndex([start, stop])
    for step in STEPS:
        offset = pd.tseries.frequencies.to_offset(step)
        first = start.normalize() if step == "D" else offset.rollback(start.normalize())
        found = pd.date_range(first, stop + offset, freq=offset)
        if len(found) <= MOST_BINS + 2:
            break
    return found


def counts(part: pd.DataFrame, at: pd.DatetimeIndex) -> tuple[Any, Any]:
    """For each bin the events that lie in it, and those that touch it but reach beyond it; a row counts ``count`` times.

    The second are counted in every bin that they touch: a date known to the year may
    be any of its months. One with an open end says nothing of how far it reaches, and
    is counted only where the end that it has lies.
    """
    part = known_ends(part.assign(loose=part[["start", "stop"]].isna().any(axis=1)))
    part = part[(part["start"] < at[-1]) & (part["stop"] > at[0])]
    bins, when = len(at) - 1, at.to_numpy().astype("datetime64[s]")
    first = np.searchsorted(when, part["start"].to_numpy().astype("datetime64[s]"), side="right") - 1
    last = np.searchsorted(when, part["stop"].to_numpy().astype("datetime64[s]"), side="left") - 1
    first, last = first.clip(0, bins - 1), last.clip(0, bins - 1)
    loose = (last > first) | part["loose"].to_numpy()
    n = part["count"].to_numpy() if "count" in part else np.ones(len(part), dtype=int)
    inside = np.bincount(first[~loose], n[~loose], bins)
    steps = np.bincount(first[loose], n[loose], bins + 1) - np.bincount(last[loose] + 1, n[loose], bins + 1)[: bins + 1]
    return inside.astype(int), steps.cumsum()[:bins].astype(int)


def binned(shown: pd.DataFrame, start: pd.Timestamp, stop: pd.Timestamp, dark: bool) -> tuple[list[dict[str, Any]], int, dict[str, Any]]:
    """Traces, height in pixels and y axis: a histogram in each lane, as high as its own tallest bar."""
    at, names = edges(start, stop), lane_order(shown["lane"], shown["count"])
    found = {name: counts(shown[shown["lane"] == name], at) for name in names}
    tallest = {name: int((inside + beyond).max()) or 1 for name, (inside, beyond) in found.items()}
    looks = {look.label: look for look in CLOCK.values()}
    legend = {solid: next((name for name in names if found[name][0 if solid else 1].any()), None) for solid in (True, False)}
    traces = []
    for number, name in enumerate(names):
        inside, beyond = found[name]
        place = (at, -float(number) - 1, tallest[name])
        look = looks.get(name, CLOCK["happened"])
        traces += [_trace(name, look, inside, beyond, place, dark, solid=solid, told=legend[solid] == name) for solid in (True, False)]
    ticks: dict[str, Any] = {"tickvals": [-n - 0.6 for n in range(len(names))], "ticktext": [f"{wrapped(n)}<br><i>up to {tallest[n]:,}</i>" for n in names], "range": [-len(names) - 0.05, 0.05]}
    ticks["rules"] = [-float(n) for n in range(1, len(names))]
    return traces, LANE_PX * len(names), ticks


def _told(inside: int, beyond: int) -> str:
    """How many events a bar and the one on it count: as many as it lists when clicked."""
    parts = [f"{inside:,} known to lie within"] * (inside > 0) + [f"{beyond:,} may lie beyond it"] * (beyond > 0)
    return f"{counted(inside + beyond, 'event')}: {', '.join(parts)}"


def _trace(lane: str, look: Look, inside: Any, beyond: Any, place: tuple[pd.DatetimeIndex, float, int], dark: bool, *, solid: bool, told: bool) -> dict[str, Any]:
    at, bottom, tallest = place
    n, under = (inside, np.zeros_like(inside)) if solid else (beyond, inside)
    both = inside + beyond
    kept: list[int] = np.flatnonzero(n).tolist()
    scale, color = 0.86 / tallest, look.color(dark)
    marker: dict[str, Any] = {"color": rgba(color, 0.95 if solid else 0.4), "line": {"color": color, "width": 0.5}}
    if not solid:
        marker["pattern"] = {"shape": "/", "fgcolor": color, "bgcolor": rgba(color, 0.12), "size": 6, "solidity": 0.35}
    return {
        "type": "bar",
        "x": [(at[i] + (at[i + 1] - at[i]) / 2).isoformat() for i in kept],
        "width": [(at[i + 1] - at[i]).total_seconds() * 940 for i in kept],
        "y": [float(n[i]) * scale for i in kept],
        "base": [bottom + float(under[i]) * scale for i in kept],
        "customdata": [{"article_id": None, "record_id": None, "n": int(both[i]), "begin": at[i].isoformat(), "end": (at[i + 1] - SECOND).isoformat(), "lane": lane} for i in kept],
        "hovertext": [f"<b>{span_in_words(at[i], at[i + 1])}</b> · {said(lane)}<br>{_told(int(inside[i]), int(beyond[i]))}" for i in kept],
        "hoverinfo": "text",
        "name": "Events within the bar's time" if solid else "Known less precisely: in each bar they touch",
        "legendgroup": "within" if solid else "beyond",
        "showlegend": told,
        "marker": marker,
    }
