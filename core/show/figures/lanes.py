"""Where each event's bar goes: lanes one under another, rows within them."""

from __future__ import annotations

import heapq
import html
import textwrap
from collections.abc import Iterable
from typing import Any, NamedTuple

import pandas as pd

from core.show.palette import CLOCK

GAP = 1.0
"""Empty rows between two lanes."""
TALL = 10
"""Rows of a lane that can be counted on to be seen at once."""
NARROWEST = 1 / 45
"""Share of the axis below which a bar still takes that much room, for its symbol."""


class Lanes(NamedTuple):
    """Lanes from the top, each with the rows that its bars take."""

    names: list[str]
    tops: list[float]
    sizes: list[int]
    row: pd.Series[Any]
    """The row of each event; rows count downward from 0, so that values are negative."""

    @property
    def rows(self) -> int:
        """How many rows there are in all."""
        return sum(self.sizes)


OTHERS = "others"
"""The lane of the rarer values."""


def lane_order(lanes: pd.Series[Any], n: pd.Series[Any] | None = None) -> list[str]:
    """Clocks in their own order; groups by how many events they have (``n``: how many each row stands for)."""
    clocks = [look.label for look in CLOCK.values()]
    present = by_frequency(lanes, n)
    if set(present) <= set(clocks):
        return [name for name in clocks if name in present]
    last = [name for name in (OTHERS, "not said") if name in present]
    return [name for name in present if name not in last] + last


def by_frequency(values: pd.Series[Any], n: pd.Series[Any] | None = None) -> list[str]:
    """The values that occur, the most frequent first."""
    found = values.value_counts() if n is None else n.groupby(values, sort=False).sum().sort_values(ascending=False, kind="stable")
    return [str(name) for name in found.index]


def arrange(shown: pd.DataFrame, start: pd.Timestamp, stop: pd.Timestamp) -> Lanes:
    """Put each event in the first row of its lane that is free from ``left`` to ``right``."""
    least = (stop - start) * NARROWEST
    names, tops, sizes, rows = lane_order(shown["lane"]), [], [], []
    top = 0.0
    for name in names:
        part = shown[shown["lane"] == name]
        left, right = part["left"], part["right"]
        packed = pack(left, right.where(right > left + least, left + least))
        tops.append(top)
        sizes.append(int(packed.max()) + 1)
        rows.append(-(packed + top))
        top += sizes[-1] + GAP
    return Lanes(names, tops, sizes, pd.concat(rows).reindex(shown.index))


def pack(left: pd.Series[Any], right: pd.Series[Any]) -> pd.Series[Any]:
    """Rows from 0 such that no two spans in a row overlap (greedy interval partitioning, as few rows as can be)."""
    order = left.sort_values(kind="stable").index
    pairs = zip(left[order].astype("int64").tolist(), right[order].astype("int64").tolist(), strict=True)
    return pd.Series(first_free(pairs), index=order, dtype=float).reindex(left.index)


def first_free(spans: Iterable[tuple[float, float]]) -> list[int]:
    """For spans sorted by where they begin, the first row that is free over each."""
    free: list[int] = []
    busy: list[tuple[float, int]] = []
    rows: list[int] = []
    for begin, end in spans:
        while busy and busy[0][0] <= begin:
            heapq.heappush(free, heapq.heappop(busy)[1])
        rows.append(heapq.heappop(free) if free else len(busy))
        heapq.heappush(busy, (end, rows[-1]))
    return rows


def labels(lanes: Lanes) -> dict[str, Any]:
    """The y axis: a label in the middle of each lane, or near the top of one that is taller than a screen."""
    middles = [-(top + (min(size, TALL) - 1) / 2) for top, size in zip(lanes.tops, lanes.sizes, strict=True)]
    bottom = -(lanes.tops[-1] + lanes.sizes[-1] - 1)
    rules = [-(top - (1 + GAP) / 2) for top in lanes.tops[1:]]
    return {"rules": rules, "tickvals": middles, "ticktext": [wrapped(name) for name in lanes.names], "range": [bottom - 0.8, 0.8]}


def wrapped(name: str, width: int = 16) -> str:
    """A lane's name on short lines, escaped for Plotly."""
    return "<br>".join(html.escape(line, quote=False) for line in textwrap.wrap(name, width)[:2])
