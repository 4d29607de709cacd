"""A panel of claims by value: a symbol on the number, a bar over its range."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import pandas as pd

from core.show.figures.lanes import pack
from core.show.figures.measures import Measure, unit_in_words
from core.show.figures.sheet import column, said, shorten, unknown
from core.show.figures.spans import span_in_words, spans
from core.show.palette import CATEGORY, MODIFIER, STATUS, rgba, surface

ROW_PX = 36
DENSE_PX = 13
LABELLED = 14
"""Up to so many claims each has a row and a label of its own; above they are packed."""
MOST_SPEAKERS = 14


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


class Body(NamedTuple):
    """What a panel adds to the figure."""

    traces: list[dict[str, Any]]
    axes: dict[str, Any]
    notes: list[dict[str, Any]]
    height: float


def panel(panel: Panel, *, by_speaker: bool) -> Body:
    """The panel's traces, its axes and labels, and its height in pixels."""
    rows = panel.measure.rows
    if by_speaker:
        row, names = _speakers(rows)
    elif len(rows) <= LABELLED:
        order = nearest(rows).sort_values(ascending=False, kind="stable").index
        row = pd.Series(range(len(rows)), index=order, dtype=float).reindex(rows.index)
        names = [_label(rows.loc[i]) for i in order]
    else:
        row, names = _packed(panel), []
    size = row.max() + 1
    height = size * (ROW_PX if names else DENSE_PX) + 8
    drawn = rows.assign(row=-row)
    traces = [*_bars(panel, drawn), *_arrows(panel, drawn), _symbols(panel, drawn), *_selection(panel, drawn)]
    return Body(traces, _axes(panel, size), [_name(panel, number, text) for number, text in enumerate(names)], height)


def nearest(rows: pd.DataFrame) -> pd.Series[Any]:
    """Where a claim's symbol stands: its value, else the middle of its range, else its one bound."""
    value, low, high = (pd.to_numeric(rows[c]) for c in ("value", "low", "high"))
    return value.fillna((low + high) / 2).fillna(low).fillna(high)


def _speakers(rows: pd.DataFrame) -> tuple[pd.Series[Any], list[str]]:
    """A row for each speaker, those with most claims first."""
    speaker = column(rows, "speaker").astype(object)
    speaker = speaker.where(speaker.notna(), column(rows, "source_text").astype(object))
    speaker = speaker.where(speaker.notna(), "the article itself")
    most = speaker.value_counts().index[:MOST_SPEAKERS]
    names = [str(n) for n in most] + (["others"] if speaker.nunique() > MOST_SPEAKERS else [])
    number = {name: float(i) for i, name in enumerate(names)}
    return speaker.map(lambda s: number.get(str(s), float(len(most)))), [f"<b>{said(shorten(n, 46))}</b>" for n in names]


def _packed(panel: Panel) -> pd.Series[Any]:
    """Rows such that no symbol covers another."""
    import numpy as np

    at, rows = nearest(panel.measure.rows), panel.measure.rows
    left, right = rows["low"].fillna(at), rows["high"].fillna(at)
    if panel.log:
        left, right, width = np.log(left), np.log(right), np.log(panel.right / panel.left)
    else:
        width = panel.right - panel.left
    return pack(left, right.where(right > left, left) + width / 50)


def _label(row: pd.Series[Any]) -> str:
    """The claim in the text's words, and who says so."""
    who = next((str(row[c]) for c in ("speaker", "source_text") if c in row and not unknown(row[c])), "")
    what = shorten(str(row["text"]), 52) if "text" in row and not unknown(row["text"]) else amount(row)
    status = STATUS.get(str(row.get("status")))
    marked = f" <i>({said(status.label)})</i>" if status and row["status"] not in ("done", "ongoing") else ""
    return f"{said(what)}{marked}" + (f" · <b>{said(shorten(who, 28))}</b>" if who else "")


def amount(row: pd.Series[Any]) -> str:
    """The number as it is coded: "at least 20", "12 or more", "5 to 7 %"."""
    unit = "" if unknown(row.get("unit")) else " " + unit_in_words(str(row["unit"]))
    low, high, value = (None if unknown(row[c]) else float(row[c]) for c in ("low", "high", "value"))
    if value is not None:
        word = MODIFIER.get(str(row.get("modifier")), MODIFIER["exact"]).label
        return f"{'' if word == 'exactly' else word + ' '}{value:,.6g}{unit}"
    if low is not None and high is not None:
        return f"{low:,.6g} to {high:,.6g}{unit}"
    return f"{low:,.6g}{unit} or more" if low is not None else f"{high:,.6g}{unit} or less"


def hover(row: pd.Series[Any], span: str) -> str:
    """All that is known of a claim, in words."""
    modifier = MODIFIER.get(str(row.get("modifier")), MODIFIER["exact"])
    status = STATUS.get(str(row.get("status")))
    who = next((said(row[c]) for c in ("speaker", "source_text") if c in row and not unknown(row[c])), "the article itself")
    coded = f"{modifier.glyph} {said(amount(row))}" + (f" · {said(row['counted'])}" if "counted" in row and not unknown(row["counted"]) else "")
    coded += " (coded by its lower bound)" if row.get("modifier") == "vague" else ""
    lines = [f"<b>{said(shorten(str(row.get('text', '')), 80))}</b>", coded, f"Says {who}"]
    lines += [f"{status.glyph} {status.label}"] if status else []
    lines += [f"Covers {span}"] if span != "no date" else []
    origin = " · ".join(said(row[c]) for c in ("outlet", "title") if c in row and not unknown(row[c]))
    return "<br>".join([*lines, origin] if origin else lines)


def marks(rows: pd.DataFrame) -> dict[str, Any]:
    """Ids and words of each claim, for clicks and hovers."""
    found = spans(rows, "window_begin", "window_end")
    said_of = [span_in_words(a, b) for a, b in zip(found["start"], found["stop"], strict=True)]
    data = [{"article_id": r.article_id, "record_id": r.id, "n": 1, "category": r.category} for r in rows.itertuples()]
    text = [hover(row, span) for (_, row), span in zip(rows.iterrows(), said_of, strict=True)]
    return {"customdata": data, "hovertext": text, "hoverinfo": "text", "showlegend": False}


def _bars(panel: Panel, drawn: pd.DataFrame) -> Iterator[dict[str, Any]]:
    """Bars over ranges, dashed where the thing is not done; paler where an end is open."""
    low, high = drawn["low"], drawn["high"]
    wide = drawn[(low.notna() | high.notna()) & ~(low == high)]
    for status, part in wide.groupby(column(wide, "status").fillna("done"), sort=False):
        for is_open in (False, True):
            rows = part[(part["low"].isna() | part["high"].isna()) == is_open]
            if rows.empty:
                continue
            x: list[float | None] = []
            y: list[float | None] = []
            for left, right, at in zip(rows["low"].fillna(panel.left), rows["high"].fillna(panel.right), rows["row"], strict=True):
                x += [left, right, None]
                y += [at, at, None]
            dash = STATUS[str(status)].dash if str(status) in STATUS else "solid"
            line = {"color": rgba(panel.color, 0.35 if is_open else 0.7), "width": 7, "dash": dash}
            yield _trace(panel, {"mode": "lines", "x": x, "y": y, "line": line, "hoverinfo": "skip", "showlegend": False})


def _arrows(panel: Panel, drawn: pd.DataFrame) -> Iterator[dict[str, Any]]:
    bounded = drawn[drawn["low"].notna() | drawn["high"].notna()]
    for bound, symbol, edge in (("low", "triangle-left", panel.left), ("high", "triangle-right", panel.right)):
        rows = bounded[bounded[bound].isna()]
        if not rows.empty:
            marker = {"symbol": symbol, "size": 12, "color": panel.color}
            yield _trace(panel, {"mode": "markers", "x": [edge] * len(rows), "y": rows["row"].tolist(), "marker": marker, "cliponaxis": False, **marks(rows)})


def _symbols(panel: Panel, drawn: pd.DataFrame) -> dict[str, Any]:
    modifier = column(drawn, "modifier", "exact").fillna("exact")
    symbols = [MODIFIER.get(str(m), MODIFIER["exact"]).symbol for m in modifier]
    edge = [panel.color if s.endswith("-open") or s == "line-ns" else surface(panel.dark).page for s in symbols]
    marker = {"symbol": symbols, "size": 12 if len(drawn) <= LABELLED else 9, "color": panel.color, "line": {"color": edge, "width": 1.5}}
    return _trace(panel, {"mode": "markers", "x": nearest(drawn).tolist(), "y": drawn["row"].tolist(), "marker": marker, **marks(drawn)})


def _selection(panel: Panel, drawn: pd.DataFrame) -> Iterator[dict[str, Any]]:
    rows = drawn[(drawn["article_id"] == panel.selected[0]) & (drawn["id"] == panel.selected[1])]
    if not rows.empty:
        ink = surface(panel.dark).selected
        marker = {"symbol": "circle-open", "size": 22, "color": ink, "line": {"color": ink, "width": 2.5}}
        yield _trace(panel, {"mode": "markers", "x": nearest(rows).tolist(), "y": rows["row"].tolist(), "marker": marker, "name": "Selected", "hoverinfo": "skip", "showlegend": False})


def _trace(panel: Panel, trace: dict[str, Any]) -> dict[str, Any]:
    return {"type": "scatter", "xaxis": f"x{panel.axis}", "yaxis": f"y{panel.axis}", **trace}


def _axes(panel: Panel, size: float) -> dict[str, Any]:
    return {f"xaxis{panel.axis}": value_axis(panel), f"yaxis{panel.axis}": {"visible": False, "fixedrange": True, "range": [-size + 0.4, 0.85]}}


def value_axis(panel: Panel) -> dict[str, Any]:
    """The axis of values, logarithmic where the span asks for it, with the unit on its ticks."""
    import math

    colors, unit = surface(panel.dark), panel.measure.unit
    axis: dict[str, Any] = {"gridcolor": colors.grid, "zeroline": False, "linecolor": colors.border, "anchor": f"y{panel.axis}", "automargin": True}
    axis |= {"ticksuffix": "" if unit is None else f" {unit_in_words(unit)}", "tickformat": "~s" if panel.right >= 1e5 else ",~g", "nticks": 6}
    if panel.log:
        return {**axis, "type": "log", "range": [math.log10(panel.left), math.log10(panel.right)], "dtick": 1, "minor": {"dtick": "D1", "showgrid": False}}
    return {**axis, "range": [panel.left, panel.right]}


def _name(panel: Panel, number: int, text: str) -> dict[str, Any]:
    where = {"xref": f"x{panel.axis} domain", "x": 0, "xanchor": "left", "yref": f"y{panel.axis}", "y": -number, "yanchor": "bottom", "yshift": 6}
    return {"text": text, "showarrow": False, "align": "left", "font": {"size": 12, "color": surface(panel.dark).ink}, **where}
