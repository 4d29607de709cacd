"""ISO dates and prefixes of dates as spans of time, open where an end is unknown."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pandas as pd

from core.show.figures.sheet import column

DAY = pd.Timedelta(days=1)
_STEP = {4: pd.DateOffset(years=1), 7: pd.DateOffset(months=1)}
"""Length of an ISO prefix -> how long the span that it names lasts; a day where not given."""


def starts(dates: pd.Series[Any]) -> pd.Series[Any]:
    """First instant of each ISO date or prefix; NaT for what is none or out of range."""
    return _of_each(dates, _starts)


def stops(dates: pd.Series[Any]) -> pd.Series[Any]:
    """The instant after each ISO date or prefix: ``2014-09`` stops at 2014-10-01."""
    return _of_each(dates, _stops)


def _of_each(dates: pd.Series[Any], instants: Callable[[pd.Series[Any]], pd.Series[Any]]) -> pd.Series[Any]:
    """Ask once for each date, not for each row: of very many events many share theirs."""
    codes, different = pd.factorize(dates.astype(object))
    known = instants(pd.Series(different, dtype=object)).to_numpy(dtype="datetime64[s]")
    # The code of an empty cell is -1, the last one here.
    return pd.Series(np.append(known, np.datetime64("NaT", "s"))[codes], index=dates.index)


def _starts(dates: pd.Series[Any]) -> pd.Series[Any]:
    return pd.to_datetime(dates, format="ISO8601", errors="coerce").astype("datetime64[s]")


def _stops(dates: pd.Series[Any]) -> pd.Series[Any]:
    begin, length = _starts(dates), dates.map(lambda d: len(d) if isinstance(d, str) else 0)
    after = begin + DAY
    for size, step in _STEP.items():
        of_size = length == size
        after[of_size] = begin[of_size] + step
    return after.astype("datetime64[s]")


def spans(frame: pd.DataFrame, begin: str = "interval_begin", end: str = "interval_end") -> pd.DataFrame:
    """``start`` (inclusive) and ``stop`` (exclusive) of each row, NaT where open.

    A span that ends before it begins is turned round.
    """
    found = pd.DataFrame({"start": starts(column(frame, begin)), "stop": stops(column(frame, end))}, index=frame.index)
    wrong = found["stop"] <= found["start"]
    if wrong.any():
        found.loc[wrong, "start"] = starts(column(frame, end))[wrong]
        found.loc[wrong, "stop"] = stops(column(frame, begin))[wrong]
    return found


def overlapping(frame: pd.DataFrame, begin: Any, end: Any, *, columns: tuple[str, str] = ("interval_begin", "interval_end")) -> pd.DataFrame:
    """The rows whose span has an instant in common with ``begin``...``end``.

    How far an open end reaches is not known: such a row stands where the end that it has
    lies, as it is drawn and counted. Rows with no date at all are left out.
    ``begin`` and ``end`` are anything that ``pandas.Timestamp`` reads, as the x range
    of a box selection. Either may be None.
    """
    found = known_ends(spans(frame, *columns))
    dated = found["start"].notna()
    earliest, latest = sorted_instants(begin, end)
    before = (latest is None) | (found["start"] <= (latest or pd.Timestamp.max))
    after = (earliest is None) | (found["stop"] > (earliest or pd.Timestamp.min))
    return frame[dated & before & after]


def known_ends(found: pd.DataFrame) -> pd.DataFrame:
    """Spans of which those with an open side are the day of the end that is known."""
    return found.assign(start=found["start"].fillna(found["stop"] - DAY), stop=found["stop"].fillna(found["start"] + DAY))


def sorted_instants(begin: Any, end: Any) -> tuple[pd.Timestamp | None, pd.Timestamp | None]:
    """Both as naive timestamps, the earlier first; None for what is none or out of range."""
    first, last = instant(begin), instant(end)
    return (last, first) if first is not None and last is not None and last < first else (first, last)


def instant(value: Any) -> pd.Timestamp | None:
    """A moment as a naive timestamp; None for None and for what no calendar here reaches, such as the year 12000."""
    if value is None:
        return None
    try:
        found = pd.Timestamp(value).tz_localize(None)
    except (ValueError, OverflowError, TypeError):
        return None
    return None if pd.isna(found) else found


def undated(frame: pd.DataFrame) -> pd.DataFrame:
    """The rows with neither begin nor end: to be listed beside the timeline, not drawn."""
    found = spans(frame)
    return frame[found["start"].isna() & found["stop"].isna()]


def span_in_words(start: Any, stop: Any) -> str:
    """A span as a person says it: "17 November 2015", "September 2014", "since 1 May 2014"."""
    if pd.isna(start) and pd.isna(stop):
        return "no date"
    if pd.isna(start):
        return f"until {_day(stop - DAY)}"
    if pd.isna(stop):
        return f"since {_day(start)}"
    last = stop - DAY
    if last <= start:
        return _day(start)
    if start.day == 1 and stop == start + pd.DateOffset(months=1):
        return f"{start:%B} {start.year}"
    if start.dayofyear == 1 and stop == start + pd.DateOffset(years=1):
        return str(start.year)
    return f"{_day(start)} to {_day(last)}"


def _day(when: pd.Timestamp) -> str:
    return f"{when.day} {when:%B} {when.year}"
