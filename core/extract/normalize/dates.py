"""Calendar arithmetic on dates of any coarseness, and the interval behind a TIMEX3 value.

A ``Moment`` is a year, a month of a year or a day; years before Christ are negative
(-490 is 490 BC). Nothing here raises on odd values: what the calendar does not have is
``None``. Values are those of TIMEX3 (ISO-TimeML, ISO 24617-1).
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from core.records import Precision

MAX_YEAR = 9999
MAX_KNOWN = 4096
"""Values whose intervals are kept: an article names few days, and each many times."""


class Moment(NamedTuple):
    """A point of the calendar as coarse as it is known; months from 1, days from 1."""

    year: int
    month: int | None = None
    day: int | None = None

    def date(self) -> date | None:
        """The day, or ``None`` where only a month or a year is known, or the era is BC."""
        if self.month is None or self.day is None:
            return None
        return make_date(self.year, self.month, self.day)


def make_date(year: int, month: int, day: int) -> date | None:
    """A date, or ``None`` where the calendar has no such day (Feb. 30, year 10000)."""
    try:
        return date(year, month, day)
    except (ValueError, OverflowError):
        return None


def parse_date(iso: str | None) -> date | None:
    """A date of the first ten characters of an ISO string, or ``None``."""
    try:
        return date.fromisoformat(iso[:10]) if iso else None
    except ValueError:
        return None


def format_year(year: int) -> str | None:
    """``1944``, ``BC0490``; ``None`` outside 1 to 9999."""
    if not 0 < abs(year) <= MAX_YEAR:
        return None
    return f"{year:04d}" if year > 0 else f"BC{-year:04d}"


def format_moment(moment: Moment) -> str | None:
    """``1944``, ``1944-06``, ``1944-06-06``; ``None`` where the calendar has no such day."""
    year = format_year(moment.year)
    if year is None or moment.month is None:
        return year
    if not 1 <= moment.month <= 12:
        return None
    if moment.day is None:
        return f"{year}-{moment.month:02d}"
    # A leap year stands in for years before Christ, where Python has no calendar.
    if make_date(moment.year if moment.year > 0 else 2000, moment.month, moment.day) is None:
        return None
    return f"{year}-{moment.month:02d}-{moment.day:02d}"


def format_week(day: date) -> str:
    """ISO week of a day: ``2015-W46``."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def quarter_of(month: int) -> int:
    """1 to 4."""
    return (month + 2) // 3


def add_days(day: date, count: int) -> date | None:
    """``None`` outside the calendar."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return None


def add_months(moment: Moment, count: int) -> Moment | None:
    """The moment ``count`` months on, its day kept within the month; needs a month."""
    if moment.month is None or abs(count) > 12 * MAX_YEAR:
        return None
    year, month = divmod(moment.year * 12 + moment.month - 1 + count, 12)
    if not 1 <= year <= MAX_YEAR:
        return None
    day = None if moment.day is None else min(moment.day, monthrange(year, month + 1)[1])
    return Moment(year, month + 1, day)


def add_years(year: int, count: int) -> int | None:
    """There is no year 0; ``None`` outside 9999 BC to 9999."""
    total = year + count
    if year < 0 <= total:
        total += 1
    elif year > 0 >= total:
        total -= 1
    return total if 0 < abs(total) <= MAX_YEAR else None


def easter(year: int) -> date | None:
    """Western Easter Sunday (Butcher's algorithm, Gregorian calendar)."""
    if year < 1583:
        return None
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = h + m - 7 * ((a + 11 * h + 22 * m) // 451) + 114
    return make_date(year, n // 31, n % 31 + 1)


def thanksgiving(year: int) -> date | None:
    """The fourth Thursday of November (United States)."""
    first = make_date(year, 11, 1)
    return first and make_date(year, 11, 22 + (3 - first.weekday()) % 7)


Interval = tuple[date, date]
_SEASON_START = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:T.*)?")
_WEEK = re.compile(r"(\d{4})-W(\d\d)(-WE|-\d)?(?:T.*)?")
_PART = re.compile(r"(\d{4})-(Q[1-4]|H[12]|SP|SU|FA|WI)")
_LONG = re.compile(r"\d{2,3}")


@lru_cache(MAX_KNOWN)
def interval_of(value: str | None) -> tuple[str | None, str | None, Precision | None]:
    """First and last day (ISO, inclusive) and precision of what a TIMEX3 value stands for.

    Seasons are the meteorological ones of the northern hemisphere; the winter of a year
    runs from its December to the end of February. A value with unknown parts
    (``XXXX-10-31``), a duration, a reference (``PAST_REF``) and a year before Christ have
    no interval. Decades are three digits (``199``), centuries two.
    """
    found = _interval(value) if value else None
    if found is None:
        return None, None, None
    begin, end, precision = found
    return begin.isoformat(), end.isoformat(), precision


def _interval(value: str) -> tuple[date, date, Precision] | None:
    try:
        if match := _DATE.fullmatch(value):
            return _plain(int(match[1]), *(None if g is None else int(g) for g in match.groups()[1:]))
        if match := _WEEK.fullmatch(value):
            return _week(int(match[1]), int(match[2]), match[3])
        if match := _PART.fullmatch(value):
            return _part(int(match[1]), match[2])
        if _LONG.fullmatch(value):
            span = 10 ** (4 - len(value))
            first = int(value) * span
            # A century has no precision of its own among the records' eight.
            return date(first or 1, 1, 1), date(first + span - 1, 12, 31), "decade" if span == 10 else "vague"
    except (ValueError, OverflowError):
        return None
    return None


def _plain(year: int, month: int | None, day: int | None) -> tuple[date, date, Precision]:
    if month is None:
        return date(year, 1, 1), date(year, 12, 31), "year"
    if day is None:
        return date(year, month, 1), date(year, month, monthrange(year, month)[1]), "month"
    return date(year, month, day), date(year, month, day), "day"


def _week(year: int, week: int, part: str | None) -> tuple[date, date, Precision]:
    if part == "-WE":
        return date.fromisocalendar(year, week, 6), date.fromisocalendar(year, week, 7), "day"
    if part:
        day = date.fromisocalendar(year, week, int(part[1:]))
        return day, day, "day"
    return date.fromisocalendar(year, week, 1), date.fromisocalendar(year, week, 7), "week"


def _part(year: int, part: str) -> tuple[date, date, Precision]:
    precision: Precision
    if part[0] == "Q":
        first, months, precision = 3 * int(part[1]) - 2, 3, "quarter"
    elif part[0] == "H":
        first, months, precision = 6 * int(part[1]) - 5, 6, "season"
    else:
        first, months, precision = _SEASON_START[part], 3, "season"
    after = first + months
    last = date(year + (after - 1) // 12, (after - 1) % 12 + 1, 1) - timedelta(days=1)
    return date(year, first, 1), last, precision
