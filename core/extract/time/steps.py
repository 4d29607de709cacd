"""Steps through the calendar from a moment that may be coarse: values of TIMEX3, unknown parts as ``X``."""

from __future__ import annotations

from datetime import date
from math import ceil

from core.extract.normalize.dates import (
    Moment,
    add_days,
    add_months,
    add_years,
    format_moment,
    format_week,
    format_year,
    quarter_of,
)

UNKNOWN = {
    "D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "FN": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX",
    "Y": "XXXX", "DE": "XXX", "CE": "XX",
}  # fmt: skip
"""What a step of a unit is worth when nothing is known of where it starts."""
DAYS = {"D": 1, "W": 7, "FN": 14, "WE": 7}
MONTHS = {"M": 1, "Q": 3}
YEARS = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}
_HOURS = {"H": 1, "MIN": 60, "S": 3600}
_UNITS_IN_YEAR = {"D": 366, "W": 53, "WE": 53, "FN": 27, "M": 12, "Q": 4}


def step(base: Moment | None, count: int, unit: str) -> str | None:
    """The value ``count`` units away; ``None`` beyond the calendar's ends.

    Where the base is too coarse for the unit, the unknown parts are ``X``: two days after
    May 1942 are ``1942-05-XX``.
    """
    if base is None:
        return UNKNOWN.get(unit, "XXXX")
    value = _step(base, count, unit)
    within_reach = base.date() is None and abs(count) < _UNITS_IN_YEAR.get(unit, 0)
    return _coarse(base, unit) if value is None and within_reach else value


def _step(base: Moment, count: int, unit: str) -> str | None:
    if unit in DAYS:
        return _step_days(base.date(), count, unit)
    if unit in MONTHS:
        moved = add_months(base, count * MONTHS[unit])
        if moved is None or moved.month is None:
            return None
        return format_moment(moved._replace(day=None)) if unit == "M" else f"{moved.year:04d}-Q{quarter_of(moved.month)}"
    year = add_years(base.year, count * YEARS.get(unit, 1))
    text = format_year(year) if year is not None else None
    return text[: len(text) - {"DE": 1, "CE": 2, "ML": 3}.get(unit, 0)] if text else None


def _step_days(day: date | None, count: int, unit: str) -> str | None:
    day = add_days(day, count * DAYS[unit]) if day else None
    if day is None or unit == "D":
        return day.isoformat() if day else None
    return format_week(day) + ("-WE" if unit == "WE" else "")


def _coarse(base: Moment, unit: str) -> str | None:
    head, year = format_moment(base), format_year(base.year)
    if head is None or year is None:
        return None
    if unit == "Q":
        return f"{year}-QX"
    if unit == "D":
        return f"{head}-XX" if base.month else f"{head}-XX-XX"
    return f"{head}-XX" if base.month or unit == "M" else f"{head}-WXX"


def step_quarter(quarter: tuple[int, int], count: int) -> str | None:
    """``1989-Q3`` of a year and quarter, ``count`` quarters on."""
    years, index = divmod(quarter[1] - 1 + count, 4)
    head = format_year(quarter[0] + years)
    return f"{head}-Q{index + 1}" if head else None


def last_weekend(base: Moment) -> str | None:
    """The running weekend on its two days, else the last one."""
    day = base.date()
    day = add_days(day, 0 if day.isoweekday() > 5 else -7) if day else None
    return f"{format_week(day)}-WE" if day else None


def far_end(near: date, count: float | None, unit: str, sign: int) -> date | None:
    """The other end of a stretch of time that starts or ends on a day; unknown for a vague one."""
    if count is None:
        return None
    if unit in _HOURS:
        return add_days(near, sign * ceil(count / _HOURS[unit] / 24))
    if unit in DAYS:
        return add_days(near, sign * round(count * DAYS[unit]))
    months = round(count * (MONTHS.get(unit) or 12 * YEARS[unit]))
    moved = add_months(Moment(near.year, near.month, near.day), sign * months)
    return moved.date() if moved else None
