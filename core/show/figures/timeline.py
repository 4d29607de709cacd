"""The timeline: what happened, was said, was published or is planned, and when.

The finer a date is known, the stronger its bar: a day is a diamond on a solid bar, a
month a paler bar, a year or vaguer a hatched one, and where the text leaves an end open
a short pale bar with an arrow stands at the end that is known. Too many events to tell apart are counted in bins.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pandas as pd

from core.naming import article_name
from core.show.figures.bins import binned
from core.show.figures.lanes import OTHERS, Lanes, arrange, by_frequency, labels, lane_order
from core.show.figures.sheet import Figure, column, counted, empty, note, said, sheet, shorten
from core.show.figures.spans import DAY, overlapping, sorted_instants, span_in_words, spans, undated
from core.show.palette import CLOCK, PRECISION, Look, rgba, surface

__all__ = ["overlapping", "timeline", "undated"]

DENSE = 400
"""From so many events on they are counted in bins instead of drawn one by one."""
MOST_ROWS = 60
"""From so many rows of bars on as well."""
ROW_PX, LANE_PX = 20, 26
HOURS_BELOW = 14
"""Days of an axis on which Plotly would write hours."""
STUB = 0.035
"""Share of the axis that a bar with an open end is drawn from the end that is known: how far it reaches is not."""


SHORT = 0.006
"""Share of the axis below which a bar is given a symbol, to be seen and clicked."""


def timeline(
    events: pd.DataFrame,
    *,
    group_by: str | None = None,
    dark: bool = False,
    selected: tuple[str, str] | None = None,
    window: tuple[Any, Any] | None = None,
    within: tuple[str | None, str | None] = (None, None),
    picked: pd.DataFrame | None = None,
    left_out: int = 0,
) -> Figure:
    """Events in lanes by clock, or by ``group_by``, a column such as ``outlet``.

    ``events`` has a row for each event: ``id``, ``article_id``, ``interval_begin``,
    ``interval_end``, ``precision``, ``clock``, ``text``, ``lemma``, ``category`` as in
    ``records.Event``, and ``title`` and ``outlet`` where known. ``selected`` is an
    ``(article_id, id)``. ``window`` is the stretch of time on screen: what lies outside
    is not sent, and bins are made as fine as it allows. ``within`` are the first and last
    day asked for: the axis opens on them, however far the events reach beyond. A mark's ``customdata`` has
    ``article_id``, ``record_id``, ``n``, ``begin``, ``end`` and ``lane``; where ``n``
    is above 1, ``overlapping(events, begin, end)`` gives its events, those of its ``lane``.

    Of many events a row may stand for several, with their number as ``count``
    (``core.store.aggregates.event_spans``); these are drawn in bins. ``picked`` are then the
    rows of the selected one. Events without any date are not drawn: see ``undated``;
    ``left_out`` tells how many there are beside those given.
    """
    shown = _prepare(overlapping(events, *(window or (None, None))), group_by)
    if shown.empty:
        return empty("No dated event in this selection", dark, name="timeline")
    start, stop = _extent(shown, window, within)
    drawn = _drawn(shown, start, stop)
    lanes = arrange(drawn, start, stop) if "count" not in events.columns and len(shown) <= DENSE else None
    bins = lanes is None or lanes.rows > MOST_ROWS
    if lanes is None or bins:
        traces, height, ticks = binned(shown, start, stop, dark)
    else:
        traces, height = list(_bars(drawn, lanes, start, stop, dark)), lanes.rows * ROW_PX + len(lanes.names) * LANE_PX
        ticks = labels(lanes)
    chosen = shown if picked is None else _prepare(picked, group_by)
    chosen = chosen[(chosen["article_id"] == (selected or ("", ""))[0]) & (chosen["id"] == (selected or ("", ""))[1])]
    traces += _selection(chosen[chosen["start"].notna() | chosen["stop"].notna()], start, stop, dark)
    layout = _layout((start, stop), ticks, height, left_out + len(undated(events)), dark)
    return {"data": traces, "layout": layout | {"meta": {**layout["meta"], "bins": bins, "lanes": lane_order(shown["lane"], shown["count"])}}}


def _prepare(events: pd.DataFrame, group_by: str | None) -> pd.DataFrame:
    """The columns that the drawing needs: ``start``, ``stop``, ``clock``, ``precision``, ``lane``."""
    frame = spans(events)
    frame["id"], frame["article_id"] = column(events, "id").astype(str), column(events, "article_id").astype(str)
    for name in ("text", "lemma", "category", "title", "opening", "outlet"):
        frame[name] = column(events, name).astype(object)
    clock = column(events, "clock", "happened").astype(object)
    frame["clock"] = clock.where(clock.isin(list(CLOCK)), "happened")
    precision = column(events, "precision").astype(object)
    frame["precision"] = precision.where(precision.isin(list(PRECISION)), "vague")
    frame["count"] = column(events, "count", 1).astype(int)
    frame["lane"] = frame["clock"].map(lambda c: CLOCK[c].label) if group_by is None else _groups(column(events, group_by), frame["count"])
    return frame


def _groups(values: pd.Series[Any], n: pd.Series[Any], most: int = 10) -> pd.Series[Any]:
    """The most frequent values as lanes, the others as one; ``n`` is how many events each stands for."""
    plain = values.map(lambda v: ", ".join(map(str, v)) if isinstance(v, list | tuple) else v).astype(object)
    plain = plain.where(plain.notna() & (plain != ""), "not said")
    ranked = [name for name in by_frequency(plain, n) if name != OTHERS]
    return plain.where(plain.isin(ranked[:most]), OTHERS)


def _extent(shown: pd.DataFrame, window: tuple[Any, Any] | None, within: tuple[str | None, str | None]) -> tuple[pd.Timestamp, pd.Timestamp]:
    """The stretch of time to draw, with a margin; open ends run to its edges."""
    known = pd.concat([shown["start"], shown["stop"]]).dropna()
    whole = max(known.max() - known.min(), DAY * 50)
    start, stop = known.min() - whole * 0.04, known.max() + whole * 0.04
    begin, end = (None if day is None else pd.Timestamp(day) for day in within)
    start = start if begin is None else max(start, begin - DAY)
    stop = stop if end is None else min(stop, end + DAY * 2)
    if stop <= start:
        start, stop = known.min() - whole * 0.04, known.max() + whole * 0.04
    first, last = sorted_instants(*(window or (None, None)))
    # A window may reach far beyond the events, but bins over ten thousand years help no one.
    return (start if first is None else max(first, start - whole)), (stop if last is None else min(last, stop + whole))


def _drawn(shown: pd.DataFrame, start: pd.Timestamp, stop: pd.Timestamp) -> pd.DataFrame:
    """With ``left`` and ``right``, from where to where each is drawn: only a little way into what is not known."""
    stub = (stop - start) * STUB
    return shown.assign(left=shown["start"].fillna(shown["stop"] - stub), right=shown["stop"].fillna(shown["start"] + stub))


def _bars(shown: pd.DataFrame, lanes: Lanes, start: pd.Timestamp, stop: pd.Timestamp, dark: bool) -> Iterator[dict[str, Any]]:
    """Bars by clock and precision, a symbol on each day, arrows on open ends, and the legend."""
    frame = shown.assign(row=lanes.row)
    frame = frame[(frame["left"] < stop) & (frame["right"] > start)]
    frame = frame.assign(left=frame["left"].where(frame["left"] > start, start), right=frame["right"].where(frame["right"] < stop, stop))
    for (clock, precision), part in frame.groupby(["clock", "precision"], sort=False):
        yield _bar(part, CLOCK[str(clock)], PRECISION[str(precision)], dark)
    exact, short = frame["precision"] == "day", frame["right"] - frame["left"] < (stop - start) * SHORT
    for known in (True, False):
        for clock, part in frame[exact if known else short & ~exact].groupby("clock", sort=False):
            yield _diamonds(part, CLOCK[str(clock)], dark, known=known)
    for end, symbol, side in (("start", "triangle-left", "left"), ("stop", "triangle-right", "right")):
        part = frame[frame[end].isna()]
        if not part.empty:
            yield _arrows(part, symbol, part[side], dark)
    yield from _legend(shown, dark)


def _milliseconds(spans: pd.Series[Any]) -> list[float]:
    return [s.total_seconds() * 1000 for s in spans]


def _moments(when: pd.Series[Any]) -> list[str]:
    return [w.isoformat() for w in when]


def _marks(part: pd.DataFrame) -> dict[str, Any]:
    """Ids and words of each event, for clicks and hovers."""
    rows: Any = part.to_dict("records")
    return {"customdata": [_data(r) for r in rows], "hovertext": [_hover(r) for r in rows], "hoverinfo": "text", "showlegend": False}


def _data(row: dict[str, Any]) -> dict[str, Any]:
    begin, end = (None if pd.isna(row[c]) else row[c].isoformat() for c in ("start", "stop"))
    return {"article_id": row["article_id"], "record_id": row["id"], "n": 1, "begin": begin, "end": end, "lane": row["lane"]}


def _hover(row: dict[str, Any]) -> str:
    look, precise = CLOCK[row["clock"]], PRECISION[row["precision"]]
    lines = [f"<b>{said(span_in_words(row['start'], row['stop']))}</b> · {said(precise.label.lower())}"]
    lines += [f"{look.glyph} {said(look.label)}{' · ' + said(row['category']) if row['category'] else ''}"]
    lines += [said(shorten(str(row["text"])))] if row["text"] else []
    from_where = " · ".join(said(part) for part in (row["outlet"], article_name(row)) if part and not pd.isna(part))
    return "<br>".join([*lines, from_where] if from_where else lines)


def _bar(part: pd.DataFrame, look: Look, precise: Look, dark: bool) -> dict[str, Any]:
    color, weight = look.color(dark), precise.opacity
    open_ended = part["start"].isna() | part["stop"].isna()
    fill = [rgba(color, weight * (0.45 if loose else 1)) for loose in open_ended]
    pattern = {"shape": precise.pattern, "fgcolor": color, "bgcolor": rgba(color, 0.12), "size": 6, "solidity": 0.35}
    marker: dict[str, Any] = {"color": fill, "line": {"color": color, "width": 1}}
    if precise.pattern:
        marker["pattern"] = pattern
    return {
        "type": "bar", "orientation": "h", "width": 0.66, "name": look.label, "marker": marker,
        "base": _moments(part["left"]), "x": _milliseconds(part["right"] - part["left"]), "y": part["row"].tolist(), **_marks(part),
    }  # fmt: skip


def _diamonds(part: pd.DataFrame, look: Look, dark: bool, *, known: bool) -> dict[str, Any]:
    """A day is too short to be seen on an axis of years: its symbol is not; a pale one where it is not ``known`` to the day."""
    middle = part["left"] + (part["right"] - part["left"]) / 2
    style = {"symbol": look.symbol, "size": 11, "opacity": 1.0 if known else 0.4, "color": look.color(dark), "line": {"color": look.color(dark), "width": 1.5}}
    return {"type": "scatter", "mode": "markers", "name": look.label, "marker": style, "x": _moments(middle), "y": part["row"].tolist(), **_marks(part)}


def _arrows(part: pd.DataFrame, symbol: str, tip: pd.Series[Any], dark: bool) -> dict[str, Any]:
    colors = [CLOCK[c].color(dark) for c in part["clock"]]
    marker = {"symbol": symbol, "size": 10, "color": colors}
    return {"type": "scatter", "mode": "markers", "x": _moments(tip), "y": part["row"].tolist(), "marker": marker, **_marks(part), "name": "open end"}


def _legend(shown: pd.DataFrame, dark: bool) -> Iterator[dict[str, Any]]:
    """One entry for each precision that occurs, and for open ends."""
    ink, told = surface(dark).ink, set()
    for precision, look in PRECISION.items():
        if precision in set(shown["precision"]) and look.label not in told:
            told.add(look.label)
            marker: dict[str, Any] = {"color": rgba(ink, look.opacity), "line": {"color": ink, "width": 1}}
            if look.pattern:
                marker["pattern"] = {"shape": look.pattern, "fgcolor": ink, "bgcolor": rgba(ink, 0.12), "size": 6, "solidity": 0.35}
            yield {"type": "bar", "x": [None], "y": [None], "name": look.label, "marker": marker, "hoverinfo": "skip", "showlegend": True}
    if (shown["start"].isna() | shown["stop"].isna()).any():
        marker = {"symbol": "triangle-right", "size": 10, "color": rgba(ink, 0.7)}
        yield {"type": "scatter", "mode": "markers", "x": [None], "y": [None], "name": "Open end: the text gives no limit", "marker": marker, "hoverinfo": "skip", "showlegend": True}


def _selection(picked: pd.DataFrame, start: pd.Timestamp, stop: pd.Timestamp, dark: bool) -> list[dict[str, Any]]:
    """The selected event's span as a band over all lanes, so that it is found in bins too."""
    if picked.empty:
        return []
    ink, row = surface(dark).selected, picked.iloc[0]
    stub = (stop - start) * STUB
    left, right = row["start"] if not pd.isna(row["start"]) else row["stop"] - stub, row["stop"] if not pd.isna(row["stop"]) else row["start"] + stub
    x = [w.isoformat() for w in (left, right, right, left, left)]
    line = {"color": ink, "width": 2}
    return [{
        "type": "scatter", "mode": "lines", "x": x, "y": [0, 0, 1, 1, 0], "yaxis": "y2", "line": line, "fill": "toself",
        "fillcolor": rgba(ink, 0.08), "name": "Selected", "showlegend": True, "hoverinfo": "skip",
    }]  # fmt: skip


def _rule(y: float, dark: bool) -> dict[str, Any]:
    """A thin line between two lanes."""
    return {"type": "line", "xref": "paper", "x0": 0, "x1": 1, "y0": y, "y1": y, "layer": "below", "line": {"color": surface(dark).grid, "width": 1}}


def _layout(extent: tuple[pd.Timestamp, pd.Timestamp], ticks: dict[str, Any], height: int, left_out: int, dark: bool) -> dict[str, Any]:
    colors, base = surface(dark), sheet(dark, name="timeline", height=max(height, 120))
    axis: dict[str, Any] = {"type": "date", "range": [w.isoformat() for w in extent], "gridcolor": colors.grid, "linecolor": colors.border, "ticks": "outside"}
    axis |= {"automargin": True, "showspikes": True, "spikethickness": 1, "spikecolor": colors.muted, "spikedash": "dot"}
    if extent[1] - extent[0] < DAY * HOURS_BELOW:
        # No event is known to the hour, so the axis shows none.
        axis |= {"dtick": 86_400_000, "tickformat": "%b %-d\n%Y"}
        base["legend"] = {**base["legend"], "y": base["legend"]["y"] * 1.5}
    rules = [_rule(y, dark) for y in ticks.pop("rules")]
    lanes: dict[str, Any] = {"fixedrange": True, "showgrid": False, "zeroline": False, "automargin": True, **ticks}
    over: dict[str, Any] = {"overlaying": "y", "range": [0, 1], "visible": False, "fixedrange": True}
    notes = [note(f"{counted(left_out, 'event')} without a date not drawn", dark, y=1, yanchor="bottom", yshift=6)] if left_out else []
    drag: dict[str, Any] = {"dragmode": "pan", "selectdirection": "h", "barmode": "overlay", "bargap": 0, "shapes": rules}
    return {**base, **drag, "xaxis": axis, "yaxis": lanes, "yaxis2": over, "annotations": notes}
