"""What all figures share: type, hover and the sheet that they are drawn on."""

from __future__ import annotations

import html
from typing import Any

import pandas as pd

from core.show.palette import surface

Figure = dict[str, Any]
"""``{"data": [trace, ...], "layout": {...}}``, what ``plotly.graph_objects.Figure`` takes."""

FONT = '"Source Sans", "Source Sans Pro", system-ui, sans-serif'


def said(value: Any) -> str:
    """A value as hover text: empty when unknown, and no markup of its own."""
    return "" if unknown(value) else html.escape(str(value), quote=False)


def unknown(value: Any) -> bool:
    """Whether a cell of a frame is empty: None, NaN or NaT."""
    return value is None or (not isinstance(value, list | tuple | dict) and bool(pd.isna(value)))


def shorten(text: str, length: int = 90) -> str:
    """At most ``length`` characters, on one line, cut at a word."""
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1].rsplit(" ", 1)[0] + "…"


def counted(n: int, one: str, many: str | None = None) -> str:
    """A count with its noun: "1 mention", "2,000 mentions"."""
    return f"{n:,} {one if n == 1 else many or one + 's'}"


def column(frame: pd.DataFrame, name: str, default: Any = None) -> pd.Series[Any]:
    """A column of the frame, or one of ``default`` where the frame has none."""
    return frame[name] if name in frame.columns else pd.Series([default] * len(frame), index=frame.index, dtype=object)


MARGINS = 70
"""Height in pixels that a figure takes beyond its plot, before its legend is laid out."""


def sheet(dark: bool, *, name: str, height: int) -> dict[str, Any]:
    """The layout that every figure starts from; ``height`` in pixels is that of the plot alone.

    ``meta.plot_height`` lets the view make room for a legend of many rows.
    ``uirevision`` is the figure's name and never changes, so Plotly keeps zoom and
    hidden legend entries when the data do.
    """
    colors = surface(dark)
    return {
        "height": height + MARGINS,
        "autosize": True,
        "uirevision": name,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "font": {"family": FONT, "size": 13, "color": colors.ink},
        "margin": {"l": 8, "r": 8, "t": 30, "b": 8},
        "hoverlabel": {"align": "left", "bgcolor": colors.page, "bordercolor": colors.border, "font": {"color": colors.ink}},
        "legend": {"orientation": "h", "y": -34 / max(height, 80), "yanchor": "top", "x": 0, "font": {"size": 12}, "itemsizing": "constant"},
        "clickmode": "event",
        "hovermode": "closest",
        "modebar": {"bgcolor": "rgba(0,0,0,0)", "color": colors.muted, "activecolor": colors.ink},
        "meta": {"name": name, "plot_height": height},
    }


def note(text: str, dark: bool, **place: Any) -> dict[str, Any]:
    """A small line of text on the sheet, in paper coordinates."""
    return {
        "text": text,
        "showarrow": False,
        "xref": "paper",
        "yref": "paper",
        "x": 0,
        "y": 0,
        "xanchor": "left",
        "yanchor": "bottom",
        "align": "left",
        "font": {"size": 11, "color": surface(dark).muted},
        **place,
    }


def empty(text: str, dark: bool, *, name: str, height: int = 240) -> Figure:
    """A figure that says why it is empty."""
    hidden = {"visible": False}
    message = note(text, dark, x=0.5, y=0.5, xanchor="center", yanchor="middle", font={"size": 14, "color": surface(dark).muted})
    return {"data": [], "layout": {**sheet(dark, name=name, height=height), "xaxis": hidden, "yaxis": hidden, "annotations": [message]}}
