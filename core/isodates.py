"""ISO 8601 dates that may stop early: ``2015``, ``2015-11``, ``2015-11-17``.

An ISO prefix date carries its own precision; these functions give the calendar days
that it covers, as strings that sort in time order.
"""

from __future__ import annotations

import calendar
import datetime
import re

_PREFIX = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?(?:[T ].*)?")


def days(prefix: str | None) -> tuple[str, str] | None:
    """First and last day that a prefix date covers, ``None`` when it is no calendar date.

    >>> days("2015-02")
    ('2015-02-01', '2015-02-28')
    """
    found = _PREFIX.fullmatch((prefix or "").strip())
    if not found or not found[1].isascii():
        return None
    year, month, day = (int(part) if part else None for part in found.groups())
    try:
        first = datetime.date(year or 0, month or 1, day or 1)
    except ValueError:
        return None
    last_month = month or 12
    last_day = day or calendar.monthrange(first.year, last_month)[1]
    return first.isoformat(), datetime.date(first.year, last_month, last_day).isoformat()


def first_day(prefix: str | None) -> str | None:
    """First day that a prefix date covers."""
    covered = days(prefix)
    return covered[0] if covered else None


def last_day(prefix: str | None) -> str | None:
    """Last day that a prefix date covers."""
    covered = days(prefix)
    return covered[1] if covered else None


def years_on(day: str | None, years: int) -> str | None:
    """The day some years on, or back where ``years`` is negative; within the calendar's years 1 to 9999.

    >>> years_on("2016-02-29", -1)
    '2015-02-28'
    """
    if day is None:
        return None
    year, month, number = (int(part) for part in day.split("-"))
    year = min(max(year + years, datetime.MINYEAR), datetime.MAXYEAR)
    return datetime.date(year, month, min(number, calendar.monthrange(year, month)[1])).isoformat()
