"""Very many claims of one kind: how many lie at each value."""

from __future__ import annotations

from typing import Any

import numpy as np
import pandas as pd

from core.show.figures.sheet import column, counted
from core.show.palette import rgba

BINS = 48
HEIGHT_PX = 120


def histogram(rows: pd.DataFrame, *, log: bool, color: str, axis: str) -> tuple[list[dict[str, Any]], dict[str, Any], int]:
    """Traces, upward axis and height in pixels.

    A row is counted ``count`` times, at its value, else in the middle of its range, else at its one
    bound. A bar's ``customdata`` has ``low`` and ``high``, the values that it holds.
    """
    at = rows["value"].fillna((rows["low"] + rows["high"]) / 2).fillna(rows["low"]).fillna(rows["high"]).to_numpy(dtype=float)
    low, high = at.min(), at.max()
    edges = np.geomspace(low, high, BINS + 1) if log else np.linspace(low, high if high > low else low + 1, BINS + 1)
    n = np.histogram(at, edges, weights=column(rows, "count", 1).to_numpy(dtype=int))[0]
    kept: list[int] = np.flatnonzero(n).tolist()
    first = rows.iloc[[int(np.flatnonzero((at >= edges[i]) & (at <= edges[i + 1]))[0]) for i in kept]]
    ids = list(zip(first["article_id"], first["id"], strict=True))
    data = [
        {"article_id": a, "record_id": r, "n": int(n[i]), "category": str(rows["category"].iloc[0]), "low": float(edges[i]), "high": float(edges[i + 1])}
        for i, (a, r) in zip(kept, ids, strict=True)
    ]
    text = [f"{counted(int(n[i]), 'claim')}<br>from {edges[i]:,.4g} to {edges[i + 1]:,.4g}" for i in kept]
    bars = {
        "type": "scatter", "mode": "lines", "xaxis": f"x{axis}", "yaxis": f"y{axis}", "line": {"width": 0}, "fill": "toself", "fillcolor": rgba(color, 0.7),
        "hoverinfo": "skip", "showlegend": False, **_outline(edges, n, kept),
    }  # fmt: skip
    middle = [float(np.sqrt(edges[i] * edges[i + 1]) if log else (edges[i] + edges[i + 1]) / 2) for i in kept]
    tops = {
        "type": "scatter", "mode": "markers", "xaxis": f"x{axis}", "yaxis": f"y{axis}", "x": middle, "y": [int(n[i]) for i in kept],
        "marker": {"color": color, "size": 7, "symbol": "square"}, "customdata": data, "hovertext": text, "hoverinfo": "text", "showlegend": False,
    }  # fmt: skip
    return [bars, tops], {"fixedrange": True, "rangemode": "tozero", "showgrid": False, "nticks": 3, "title": {"text": "claims"}, "automargin": True}, HEIGHT_PX


def _outline(edges: Any, n: Any, kept: list[int]) -> dict[str, list[float | None]]:
    """One closed path for each bar: bars drawn as areas are right on a logarithmic axis too."""
    x: list[float | None] = []
    y: list[float | None] = []
    for i in kept:
        left, right = float(edges[i]), float(edges[i + 1])
        x += [left, left, right, right, left, None]
        y += [0, int(n[i]), int(n[i]), 0, 0, None]
    return {"x": x, "y": y}
