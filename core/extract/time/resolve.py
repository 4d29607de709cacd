"""Anchor expressions: to the day of publication in news, to the last date told in a narrative.

The order of a TimeML annotator: explicit dates stand for themselves; "ago", "last week"
and bare weekdays count from publication; "later", "the next day" from what was told last.
Without an anchor a value keeps its unknown parts as ``X`` and has no interval.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from math import ceil
from typing import Literal

from core.extract.normalize.dates import (
    Moment,
    add_days,
    add_months,
    add_years,
    easter,
    format_moment,
    format_week,
    format_year,
    interval_of,
    make_date,
    quarter_of,
    thanksgiving,
)
from core.extract.time.expressions import Calendar, Expression, Fixed, Long, Origin, Shift, Stretch, TimexType
from core.extract.time.numbers import format_duration
from core.records import Precision

Tense = Literal["past", "present", "future"]
TenseAt = Callable[[int], Tense | None]
"""Tense of the clause around an offset."""

UNKNOWN = {"D": "XXXX-XX-XX", "W": "XXXX-WXX", "WE": "XXXX-WXX-WE", "FN": "XXXX-WXX", "M": "XXXX-XX", "Q": "XXXX-QX", "Y": "XXXX", "DE": "XXX", "CE": "XX"}
_DAYS = {"D": 1, "W": 7, "FN": 14, "WE": 7}
_MONTHS = {"M": 1, "Q": 3}
_YEARS = {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}
_PRECISION: dict[str, Precision] = {"S": "day", "MIN": "day", "H": "day", "D": "day", "WE": "day", "W": "week", "FN": "week", "M": "month", "Q": "quarter", "Y": "year", "DE": "decade"}
_PART_MONTH = {"Q1": 1, "Q2": 4, "Q3": 7, "Q4": 10, "H1": 1, "H2": 7, "SP": 3, "SU": 6, "FA": 9, "WI": 12, "EASTER": 4, "THANKSGIVING": 11}


@dataclass(frozen=True, slots=True)
class Resolved:
    """A TIMEX3 with the interval (ISO dates, inclusive) that it stands for."""

    type: TimexType
    value: str | None
    mod: str | None = None
    begin: str | None = None
    end: str | None = None
    precision: Precision | None = None


@dataclass(slots=True)
class Anchor:
    """What is known so far while a text is read from start to end."""

    published: date | None
    narrative: bool = False
    antiquity: bool = False
    """The text tells years before Christ."""
    tense_at: TenseAt = field(default=lambda _: None)
    told: Moment | None = None
    main: Moment | None = None
    """Where the story stands: the last date that opened a sentence or went without its year."""
    aside: int | None = None
    """The last year named in passing; named twice, the story has come to it."""
    opens: bool = False
    """Whether the expression at hand opens a sentence or a heading: "In 1943, ..."."""
    quarter: tuple[int, int] | None = None

    def base(self, origin: Origin) -> Moment | None:
        """Where an expression of this origin counts from."""
        if self.narrative or origin == "story":
            if self.told is not None:
                return self.told
            if self.narrative:
                return None
        day = self.published
        return None if day is None else Moment(day.year, day.month, day.day)


def resolve(expression: Expression, anchor: Anchor, offset: int) -> Resolved | None:
    """Value and interval of an expression at an offset; ``None`` where it is no timex after all.

    Dates told move ``anchor`` on.
    """
    if isinstance(expression, Fixed):
        return _fixed(expression, anchor)
    if isinstance(expression, Stretch):
        return _stretch(expression, anchor)
    if isinstance(expression, Long):
        return _dated("DATE", _long(expression, anchor), expression.mod)
    if isinstance(expression, Shift):
        kind: TimexType = "TIME" if expression.clock else "DATE"
        if expression.unit in ("H", "MIN", "S"):
            return _hours(expression, anchor)
        if expression.origin == "reported" and anchor.quarter is None:
            return None
        if expression.unit == "Y" and expression.origin == "story" and not expression.step:
            return _dated(kind, _shift(expression, anchor), expression.mod)
        return _told(_dated(kind, _shift(expression, anchor), expression.mod), anchor)
    if expression.bare and not anchor.antiquity:
        return None
    value = _calendar(expression, anchor, offset)
    kind = "TIME" if expression.clock else "DATE"
    return _told(_dated(kind, value, expression.mod), anchor, expression.year is not None)


def _dated(kind: TimexType, value: str | None, mod: str | None) -> Resolved:
    return Resolved(kind, value, mod, *interval_of(value))


def _told(found: Resolved, anchor: Anchor, explicit: bool = False) -> Resolved:
    """Remember a date told, as the anchor of what follows."""
    value = found.value or ""
    sign = -1 if value.startswith("BC") else 1
    parts = value.removeprefix("BC").partition("T")[0].split("-")
    if not parts[0].isdigit() or len(parts[0]) != 4:
        return found
    year, rest = sign * int(parts[0]), parts[1:]
    if rest and rest[0].isdigit():
        day = int(rest[1]) if len(rest) > 1 and rest[1].isdigit() else None
        anchor.told = Moment(year, int(rest[0]), day)
    elif found.precision in ("week", "day") and found.end:
        last = date.fromisoformat(found.end)
        anchor.told = Moment(last.year, last.month, last.day)
    else:
        anchor.told = Moment(year)
        if rest and rest[0][0] == "Q" and rest[0][1].isdigit():
            _report(anchor, year, int(rest[0][1]))
    _move_story(anchor, anchor.told, _PART_MONTH.get(rest[0]) if rest else None, explicit)
    return found


def _move_story(anchor: Anchor, told: Moment, month: int | None, explicit: bool) -> None:
    if explicit and not anchor.opens and anchor.main is not None and told.year not in (anchor.aside, anchor.main.year):
        anchor.aside = told.year
        return
    if explicit or anchor.main is None or anchor.main.year != told.year or told.month:
        anchor.main = told if month is None else Moment(told.year, month)


def _report(anchor: Anchor, year: int, quarter: int) -> None:
    """Remember the quarter reported on: the newest told that has ended, or is about to."""
    last = interval_of(f"{year:04d}-Q{quarter}")[1] if year > 0 else None
    if last is None or (anchor.published and (date.fromisoformat(last) - anchor.published).days > REPORTED_AHEAD_DAYS):
        return
    if anchor.quarter is None or (year, quarter) > anchor.quarter:
        anchor.quarter = (year, quarter)


def _fixed(expression: Fixed, anchor: Anchor) -> Resolved:
    if expression.value == "PRESENT_REF" and anchor.published and not anchor.narrative:
        day = anchor.published.isoformat()
        return Resolved("DATE", expression.value, expression.mod, day, day, "day")
    return Resolved(expression.type, expression.value, expression.mod)


def _hours(expression: Shift, anchor: Anchor) -> Resolved:
    """ "three hours ago": the day of publication is known, its hour is not."""
    base = anchor.base(expression.origin)
    day = base.date() if base else None
    if day is None or expression.count is None or expression.sign == 0:
        return Resolved("TIME", None, expression.mod)
    hours = expression.count if expression.unit == "H" else 1
    far = add_days(day, expression.sign * ceil(hours / 24))
    if far is None:
        return Resolved("TIME", None, expression.mod)
    return Resolved("TIME", None, expression.mod, min(day, far).isoformat(), max(day, far).isoformat(), "day")


def _stretch(expression: Stretch, anchor: Anchor) -> Resolved:
    value = format_duration(expression.count, expression.unit)
    base = anchor.base(expression.origin)
    near = base.date() if base else None
    if near is None:
        return Resolved("DURATION", value, expression.mod)
    far = _far(near, expression)
    begin, end = (near, far) if expression.sign > 0 else (far, near)
    precision = "vague" if expression.count is None else _PRECISION.get(expression.unit, "vague")
    first, last = (d.isoformat() if d else None for d in (begin, end))
    return Resolved("DURATION", value, expression.mod, first, last, precision)


def _far(near: date, expression: Stretch) -> date | None:
    """The other end of a stretch; unknown for a vague one."""
    if expression.count is None:
        return None
    unit, steps = expression.unit, expression.sign * expression.count
    if unit in ("H", "MIN", "S"):
        hours = expression.count / {"H": 1, "MIN": 60, "S": 3600}[unit]
        return add_days(near, expression.sign * ceil(hours / 24))
    if unit in _DAYS:
        return add_days(near, round(steps * _DAYS[unit]))
    months = round(steps * (_MONTHS.get(unit) or 12 * _YEARS[unit]))
    moved = add_months(Moment(near.year, near.month, near.day), months)
    return moved.date() if moved else None


def _shift(expression: Shift, anchor: Anchor) -> str | None:
    base = anchor.base(expression.origin)
    if expression.count is None:
        return "PAST_REF" if expression.sign < 0 else "FUTURE_REF"
    steps = expression.sign * expression.count
    if expression.origin == "reported":
        return _format_quarter(*anchor.quarter, steps) if anchor.quarter else None
    if anchor.quarter and not anchor.narrative and expression.unit == "Y" and steps == -1 and not expression.step:
        return _format_quarter(*anchor.quarter, -4)
    if expression.unit == "WE" and not expression.step and base is not None:
        return _weekend(base)
    if base is None:
        return UNKNOWN.get(expression.unit, "XXXX") + expression.clock
    value = _moved(base, steps, expression.unit)
    if value is None and _reachable(base, steps, expression.unit):
        value = _coarse(base, expression.unit)
    return value and value + expression.clock


def _weekend(base: Moment) -> str | None:
    """ "The weekend": the running one on its two days, else the last one."""
    day = base.date()
    day = add_days(day, 0 if day.isoweekday() > 5 else -7) if day else None
    return f"{format_week(day)}-WE" if day else None


def _reachable(base: Moment, steps: int, unit: str) -> bool:
    """Whether only the anchor's coarseness, not the calendar's end, stands in the way."""
    days = {"D": 366, "W": 53, "WE": 53, "FN": 27, "M": 12, "Q": 4}.get(unit)
    return days is not None and base.date() is None and abs(steps) < days


def _coarse(base: Moment, unit: str) -> str | None:
    """A step from a month or a year that is too short to be told: ``1942-05-XX``."""
    head = format_moment(base)
    if head is None:
        return None
    if unit in ("D", "W", "WE", "FN"):
        return f"{head}-XX" if base.month else f"{head}-XX-XX" if unit == "D" else f"{head}-WXX"
    return f"{head[:-3] if base.month and unit == 'Q' else head}-{'QX' if unit == 'Q' else 'XX'}"


def _moved(base: Moment, steps: int, unit: str) -> str | None:
    if unit in _DAYS:
        day = base.date()
        day = add_days(day, steps * _DAYS[unit]) if day else None
        if day is None:
            return None
        return day.isoformat() if unit == "D" else format_week(day) + ("-WE" if unit == "WE" else "")
    if unit in _MONTHS:
        moved = add_months(base, steps * _MONTHS[unit])
        if moved is None or moved.month is None:
            return None
        return format_moment(Moment(moved.year, moved.month)) if unit == "M" else f"{moved.year:04d}-Q{quarter_of(moved.month)}"
    year = add_years(base.year, steps * _YEARS.get(unit, 1))
    text = format_year(year) if year is not None else None
    return text[: len(text) - {"DE": 1, "CE": 2}.get(unit, 0)] if text else None


def _format_quarter(year: int, quarter: int, steps: int) -> str | None:
    years, index = divmod(quarter - 1 + steps, 4)
    head = format_year(year + years)
    return head and f"{head}-Q{index + 1}"


def _long(expression: Long, anchor: Anchor) -> str | None:
    if expression.first is None:
        return _named_decade(expression.year_in_century or 0, anchor)
    head = format_year(expression.first) if expression.first else "0000"
    return head and head[: len(head) - (1 if expression.span == 10 else 2)]


def _named_decade(year: int, anchor: Anchor) -> str:
    """ "The eighties": the last ones that had begun."""
    base = anchor.base("published")
    if base is None:
        return f"XX{year // 10}"
    century = base.year // 100 - (year > base.year % 100)
    return f"{century:02d}{year // 10}"


def _calendar(c: Calendar, anchor: Anchor, offset: int) -> str | None:
    if c.weekday is not None:
        return _with_clock(_weekday(c, anchor, offset), c.clock)
    if c.part == "Q0" and c.year and anchor.quarter:
        return _format_quarter(c.year, anchor.quarter[1], 0)
    year = c.year if c.within is None else _year_of(c.within, anchor)
    if year is None and c.within is None:
        year = _choose_year(c, anchor, offset)
    return _with_clock(_format_parts(c, year), c.clock)


def _with_clock(value: str | None, clock: str) -> str | None:
    return value and value + clock


def _year_of(within: Expression, anchor: Anchor) -> int | None:
    if not isinstance(within, Shift):
        return None
    base = anchor.base(within.origin)
    return add_years(base.year, within.sign * (within.count or 0)) if base else None


def _format_parts(c: Calendar, year: int | None) -> str | None:
    if year is None:
        if c.part in ("EASTER", "THANKSGIVING"):
            return None
        tail = f"-{c.part}" if c.part else f"-{c.month:02d}" if c.month else ""
        return f"XXXX{tail}" + (f"-{c.day:02d}" if c.day else "")
    if c.part == "Q0":
        return format_year(year)
    if c.part in ("EASTER", "THANKSGIVING"):
        day = easter(year) if c.part == "EASTER" else thanksgiving(year)
        return day.isoformat() if day else None
    if c.part:
        head = format_year(year)
        return head and f"{head}-{c.part}"
    return format_moment(Moment(year, c.month, c.day))


def _choose_year(c: Calendar, anchor: Anchor, offset: int) -> int | None:
    """The year of a month, season or quarter that stands without one."""
    month = c.month or _PART_MONTH.get(c.part or "", 0)
    if anchor.narrative and c.pick in (None, "this"):
        return _running_year(anchor, month)
    base = anchor.base("story" if c.pick in ("previous", "following") else "published")
    if base is None or not month:
        return None
    here = base.month or 1
    if c.pick in ("last", "previous"):
        return base.year - (month >= here)
    if c.pick in ("next", "following"):
        return base.year + (month <= here)
    if c.pick == "this":
        return base.year
    return _nearest_year(c, base, month, anchor.tense_at(offset))


def _running_year(anchor: Anchor, month: int) -> int | None:
    """The year that a narrative has come to; after an autumn's date the new year's first months follow.

    A date told in passing ("as in 1614", "declassified in June 1978") counts only where the
    month goes on from it and not from where the story stands.
    """
    told, main = anchor.told, anchor.main
    if told is None:
        return None
    base = told if main is None or told.month else main if main.year == told.year else told
    if main is not None and main.year != told.year:
        ahead = month - (main.month or 1)
        if told.month:
            base = main if 0 <= ahead <= GOES_ON_MONTHS else told
        else:
            base = told if 0 <= (told.year - main.year) * 12 + ahead <= ASIDE_MONTHS else main
    turned = base.month is not None and base.month >= 10 and month <= 3
    return add_years(base.year, 1) if turned else base.year


ASIDE_MONTHS = 6
REPORTED_AHEAD_DAYS = 31
GOES_ON_MONTHS = 6
_AHEAD: dict[Tense | None, tuple[float, float]] = {"past": (3.0, 8.0), "future": (0.33, 0.33), "present": (1.5, 1.5), None: (1.5, 3.0)}
"""How much farther the future seems than the past in a clause of each tense: for a day, for longer parts."""


def _nearest_year(c: Calendar, base: Moment, month: int, tense: Tense | None) -> int:
    """The year that brings a month or day nearest to the anchor, weighed by the tense."""
    day = base.date() or date(max(base.year, 1), base.month or 1, 1)
    ahead = _AHEAD[tense][c.day is None]
    best, cost = base.year, float("inf")
    for year in (base.year, base.year - 1, base.year + 1):
        begin, end, _ = interval_of(_format_parts(Calendar(year, month, c.day, part=c.part), year))
        if begin is None or end is None:
            continue
        gap = (date.fromisoformat(begin) - day).days
        distance = gap * ahead if gap > 0 else float(max((day - date.fromisoformat(end)).days, 0))
        if distance < cost:
            best, cost = year, distance
    return best


def _weekday(c: Calendar, anchor: Anchor, offset: int) -> str | None:
    assert c.weekday is not None
    base = anchor.base("story" if c.pick in ("previous", "following") else "published")
    here = base.date() if base else None
    if here is None:
        return f"XXXX-WXX-{c.weekday}"
    back = (here.isoweekday() - c.weekday) % 7
    if c.pick in ("last", "previous"):
        steps = -(back or 7)
    elif c.pick in ("next", "following"):
        steps = 7 - back
    elif back == 0:
        steps = 0
    else:
        steps = 7 - back if c.pick == "this" or anchor.tense_at(offset) == "future" else -back
    day = add_days(here, steps)
    return day.isoformat() if day else None


__all__ = ["Anchor", "Resolved", "Tense", "TenseAt", "make_date", "resolve"]
