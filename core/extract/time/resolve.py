"""Anchor expressions: to the day of publication in news, to the last date told in a narrative.

The order of a TimeML annotator: explicit dates stand for themselves; "ago", "last week"
and bare weekdays count from publication; "later", "the next day" from what was told last.
Without an anchor a value keeps its unknown parts as ``X`` and has no interval.
"""

from __future__ import annotations

from datetime import date

from msgspec import Struct

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
    thanksgiving,
)
from core.extract.time.anchor import PART_MONTH, Anchor, Tense
from core.extract.time.expressions import Calendar, Expression, Fixed, Long, Shift, Stretch, TimexType, Week
from core.extract.time.numbers import format_duration
from core.extract.time.steps import far_end, last_weekend, step, step_quarter
from core.records import Precision

DAYS_AHEAD = 7
"""A bare day of the month at most this far ahead is still to come."""
GREGORIAN = 1753
"""From this year on every country of the sources writes weekdays by the Gregorian calendar."""
NOON = 12
_PRECISION: dict[str, Precision] = {
    "S": "day", "MIN": "day", "H": "day", "D": "day", "WE": "day", "W": "week", "FN": "week", "M": "month",
    "Q": "quarter", "Y": "year", "DE": "decade",
}  # fmt: skip
_AHEAD: dict[Tense | None, tuple[float, float]] = {
    "past": (3.0, 20.0), "future": (0.33, 0.33), "present": (1.5, 1.5), None: (1.5, 3.0),
}  # fmt: skip
"""How much farther the future seems than the past in a clause of each tense: for a day, for longer parts.

Tuned on the TimeBank and AQUAINT corpora.
"""


class Resolved(Struct, frozen=True):
    """A TIMEX3 with the interval (ISO dates, inclusive) that it stands for."""

    type: TimexType
    value: str | None
    mod: str | None = None
    begin: str | None = None
    end: str | None = None
    precision: Precision | None = None


def resolve(expression: Expression, anchor: Anchor, offset: int) -> Resolved | None:
    """Value and interval of an expression at an offset; ``None`` where it is no timex after all.

    Dates told move ``anchor`` on.
    """
    anchor.offset = offset
    if isinstance(expression, Fixed):
        return _fixed(expression, anchor)
    if isinstance(expression, Stretch):
        return _stretch(expression, anchor)
    if isinstance(expression, Long):
        return _dated("DATE", _long(expression, anchor), expression.mod)
    if isinstance(expression, Shift):
        return _shifted(expression, anchor)
    if isinstance(expression, Week):
        return _week(expression, anchor, offset)
    if expression.bare and not anchor.antiquity:
        return None
    value = _calendar(expression, anchor, offset)
    ahead = expression.pick == "following" and not anchor.opens  # "was lifted the following June"
    anchor.tell(value, explicit=expression.year is not None, aside=ahead)
    return _dated("TIME" if expression.clock else "DATE", value, expression.mod)


def _dated(kind: TimexType, value: str | None, mod: str | None) -> Resolved:
    return Resolved(kind, value, mod, *interval_of(value))


def _fixed(expression: Fixed, anchor: Anchor) -> Resolved:
    if expression.value == "PRESENT_REF" and anchor.published and not anchor.narrative:
        day = anchor.published.isoformat()
        return Resolved("DATE", expression.value, expression.mod, day, day, "day")
    return Resolved(expression.type, expression.value, expression.mod)


def _stretch(expression: Stretch, anchor: Anchor) -> Resolved:
    value = format_duration(expression.count, expression.unit)
    base = anchor.base(expression.origin)
    near = base.date() if base else None
    if near is None:
        return Resolved("DURATION", value, expression.mod)
    far = far_end(near, expression.count, expression.unit, expression.sign)
    ends = (near, far) if expression.sign > 0 else (far, near)
    precision = "vague" if expression.count is None else _PRECISION.get(expression.unit, "vague")
    begin, end = (d.isoformat() if d else None for d in ends)
    return Resolved("DURATION", value, expression.mod, begin, end, precision)


def _week(w: Week, anchor: Anchor, offset: int) -> Resolved | None:
    value = _calendar(w.of, anchor, offset)
    anchor.tell(value, explicit=w.of.year is not None)
    begin, end, _ = interval_of(value)
    if begin is None or end is None:
        return Resolved("DATE", "XXXX-WXX" if w.of.day else value, w.of.mod)
    if w.of.day:
        first = add_days(date.fromisoformat(begin), w.place)
    elif w.place < 0:
        first = add_days(date.fromisoformat(end), 1 - w.days)
    else:
        first = add_days(date.fromisoformat(begin), 7 * (w.place - 1))
    last = add_days(first, w.days - 1) if first else None
    if first is None or last is None:
        return Resolved("DATE", None)
    week = format_week(first) if w.of.day else value
    return Resolved("DURATION" if w.length else "DATE", w.length or week, w.of.mod, first.isoformat(), last.isoformat(), "week")


def _shifted(expression: Shift, anchor: Anchor) -> Resolved | None:
    if expression.unit in ("H", "MIN", "S"):
        return _hours(expression, anchor)
    if expression.origin == "reported" and anchor.quarter is None:
        return None
    value = _shift(expression, anchor)
    # "A year earlier" and "last year" compare: the story of a news text does not go there.
    told = expression.unit in ("D", "W", "WE") or anchor.narrative or expression.origin == "story"
    if told and (expression.step or expression.unit != "Y"):
        anchor.tell(value, explicit=False, aside=expression.unit == "Y" and expression.sign < 0)
    return _dated("TIME" if expression.clock else "DATE", value, expression.mod)


def _hours(expression: Shift, anchor: Anchor) -> Resolved:
    """ "Three hours ago", "hours ago": the day of publication is known, its hour is not."""
    base = anchor.base(expression.origin)
    day = base.date() if base else None
    far = far_end(day, expression.count or 1, expression.unit, expression.sign) if day and expression.sign else None
    if day is None or far is None:
        return Resolved("TIME", None, expression.mod)
    return Resolved("TIME", None, expression.mod, min(day, far).isoformat(), max(day, far).isoformat(), "day")


def _shift(expression: Shift, anchor: Anchor) -> str | None:
    if expression.count is None:
        return "PAST_REF" if expression.sign < 0 else "FUTURE_REF"
    base, count = anchor.base(expression.origin), expression.sign * expression.count
    if expression.origin == "story" and expression.unit == "D" and expression.step:
        if expression.clock and not count:
            base = anchor.day_at_hand()
            count = int(anchor.night and expression.clock[1:3].isdigit() and int(expression.clock[1:3]) < NOON)
        elif base and base.month is None:
            base = anchor.day or base
    if expression.origin == "story" and count and not anchor.narrative and base is not None and _is_coarser(base, expression.unit):
        base = anchor.day_at_hand()  # "since late 2023 ... A week earlier"
    if count < 0 and expression.origin == "story" and not expression.step:
        base = anchor.not_ahead(base)  # "wait until Monday. Six months earlier"
    if expression.origin == "spoken" and anchor.narrative and count == 0 and not expression.clock:
        return "PRESENT_REF"
    if expression.origin == "night":
        base, last = anchor.day_at_hand(), anchor.published
        count = -1 if last and not anchor.narrative and base == (last.year, last.month, last.day) else 0
    if expression.origin == "reported":
        return step_quarter(anchor.quarter, count) if anchor.quarter else None
    if not expression.step:
        if anchor.quarter and not anchor.narrative and expression.unit == "Y" and count == -1:
            return step_quarter(anchor.quarter, -4)
        if expression.unit == "WE" and base is not None:
            return last_weekend(base)
    return _with_clock(step(base, count, expression.unit), expression.clock)


def _is_coarser(base: Moment, unit: str) -> bool:
    """Whether a date told is too coarse to count days, weeks or months from."""
    return base.month is None if unit == "M" else unit in ("D", "W", "WE") and base.day is None


def _with_clock(value: str | None, clock: str) -> str | None:
    return value + clock if value else None


def _long(expression: Long, anchor: Anchor) -> str | None:
    if expression.first is None:
        return _named_decade(expression.year_in_century or 0, anchor)
    head = format_year(expression.first) if expression.first else "0000"
    return head[: len(head) - (1 if expression.span == 10 else 2)] if head else None


def _named_decade(year: int, anchor: Anchor) -> str | None:
    """ "The eighties": the last ones that had begun."""
    base = anchor.base("published")
    if base is None:
        return f"XX{year // 10}"
    century = base.year // 100 - (year > base.year % 100)
    return f"{century:02d}{year // 10}" if century > 0 else None


def _calendar(c: Calendar, anchor: Anchor, offset: int) -> str | None:
    if c.weekday is not None and c.day is None:
        return _with_clock(_weekday(c, c.weekday, anchor, offset), c.clock)
    if c.part == "Q0" and c.year and anchor.quarter:
        return step_quarter((c.year, anchor.quarter[1]), 0)
    if c.day is not None and c.month is None:
        return _with_clock(_day_alone(c.day, anchor), c.clock)
    year = c.year if c.within is None else _year_of(c.within, anchor)
    if year is None and c.within is None:
        year = _choose_year(c, anchor, offset)
    return _with_clock(_format_parts(c, year), c.clock)


def _day_alone(day: int, anchor: Anchor) -> str | None:
    """ "The 17th" of the month told last; in news the last 17th that has been, if that is near."""
    base = anchor.base("story")
    if base is None or base.month is None:
        return f"XXXX-XX-{day:02d}" if base is None else None
    month = base._replace(day=None)
    if not anchor.narrative and base.day is not None and day > base.day:
        earlier = add_months(month, -1)
        month = earlier if earlier and day > base.day + DAYS_AHEAD else month
    return format_moment(month._replace(day=day))


def _year_of(within: Expression, anchor: Anchor) -> int | None:
    base = anchor.base(within.origin) if isinstance(within, Shift) else None
    if base is None or not isinstance(within, Shift):
        return None
    return add_years(base.year, within.sign * (within.count or 0))


def _format_parts(c: Calendar, year: int | None) -> str | None:
    """Value of the parts in a year; ``None`` for a day that the year lacks or that is another weekday."""
    if c.part in ("EASTER", "THANKSGIVING"):
        feast = None if year is None else easter(year) if c.part == "EASTER" else thanksgiving(year)
        return feast.isoformat() if feast else None
    if year is None:
        return _format_without_year(c)
    head = format_year(year)
    if c.part and head:
        value = head if c.part == "Q0" else f"{head}-{c.part}"
        return None if c.part[0] == "W" and c.part[1:].isdigit() and not interval_of(value)[0] else value  # no year has a week 53 but the long ones
    day = Moment(year, c.month, c.day)
    known = day.date()
    if known and c.weekday and year >= GREGORIAN and known.isoweekday() != c.weekday:
        return None
    return format_moment(day)


def _format_without_year(c: Calendar) -> str:
    part = f"-{c.part}" if c.part else f"-{c.month:02d}" if c.month else ""
    return f"XXXX{part}" + (f"-{c.day:02d}" if c.day else "")


def _choose_year(c: Calendar, anchor: Anchor, offset: int) -> int | None:
    """The year of a month, season or quarter that stands without one."""
    month = c.month or PART_MONTH.get(c.part or "", 0)
    if anchor.narrative and c.pick in (None, "this"):
        return anchor.running_year(month)
    if c.pick is None and c.month and (year := anchor.goes_on(c.month, c.day)):
        return year
    base = anchor.base("story" if c.pick in ("previous", "following") else "published")
    if base is None or not month:
        return None
    if c.pick in ("last", "previous", "next", "following"):
        return _year_beside(c, base, month)
    return base.year if c.pick == "this" else _nearest_year(c, base, month, anchor.tense_at(offset))


def _year_beside(c: Calendar, base: Moment, month: int) -> int | None:
    """The year of "last May" or "next spring": over before the anchor, or begun after it."""
    back = c.pick in ("last", "previous")
    begin, end, _ = interval_of(_format_parts(Calendar(month=month, part=c.part), base.year))
    here = format_moment(base)
    if begin is None or end is None or here is None:
        return add_years(base.year, -back) if (month >= (base.month or 1)) == back else add_years(base.year, not back)
    if back:
        return base.year if end[: len(here)] < here else add_years(base.year, -1)
    return base.year if begin[: len(here)] > here else add_years(base.year, 1)


def _nearest_year(c: Calendar, base: Moment, month: int, tense: Tense | None) -> int:
    """The year that brings a month or day nearest to the anchor, weighed by the tense."""
    day = base.date() or date(max(base.year, 1), base.month or 1, 1)
    plain = Calendar(month=month, day=c.day, part=c.part)
    best, least = base.year, float("inf")
    for year in (base.year, base.year - 1, base.year + 1):
        begin, end, _ = interval_of(_format_parts(plain, year))
        if begin is None or end is None:
            continue
        gap = (date.fromisoformat(begin) - day).days
        back = max((day - date.fromisoformat(end)).days, 0)
        distance = gap * _AHEAD[tense][c.day is None] if gap > 0 else back
        if distance < least:
            best, least = year, distance
    return best


def _weekday(c: Calendar, weekday: int, anchor: Anchor, offset: int) -> str | None:
    base = anchor.base("story" if c.pick in ("previous", "following") else "published")
    here = base.date() if base else None
    if here is None or (anchor.narrative and c.pick is None):
        return f"XXXX-WXX-{weekday}"  # in a narrative a bare "Friday" is any
    back = (here.isoweekday() - weekday) % 7
    if c.pick in ("last", "previous"):
        steps = -(back or 7)
    elif c.pick in ("next", "following"):
        steps = 7 - back
    elif back == 0:
        steps = 0
    else:
        steps = 7 - back if c.pick == "this" or anchor.tense_at(offset) == "future" else -back
    day = add_days(here, steps + c.on)
    return day.isoformat() if day else None
