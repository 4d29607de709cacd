"""Rules for days, months and years that are called by name or number."""

from __future__ import annotations

import re

from msgspec.structs import replace

from core.extract.lang.en import time as words
from core.extract.normalize.dates import Moment, format_moment
from core.extract.time.expressions import Calendar, Expression, Fixed, Matched
from core.extract.time.grammar import Match, Rule, rule
from core.extract.time.numbers import parse_ordinal, short_year
from core.extract.time.plausible import introduced, is_ancient_year, is_month, is_weekday, is_year
from core.extract.time.reading import (
    MOD,
    SHARED_YEAR,
    WHICH_YEAR,
    YEAR,
    day_part_of,
    pick_of,
    weekday_of,
    year_of,
    year_shift,
)

LEAP = 2000
"""Stands in for an unknown year: Feb. 29 exists in some year, Feb. 30 in none."""


def _date(m: Match) -> Expression | None:
    """Day and month, with or without a year, in either order."""
    month, day, year = words.MONTHS[m.word("month")], parse_ordinal(m["day"]), year_of(m)
    if year == 0 or day is None:
        return None
    if format_moment(Moment(LEAP if year is None else year, month, day)) is None or (year is None and _far_year(m)):
        return Fixed("DATE", None, m.modifier())
    return Calendar(
        year=year,
        month=month,
        day=day,
        weekday=weekday_of(m),
        pick=pick_of(m["pick"]),
        within=year_shift(m["which"]),
        clock=day_part_of(m),
        mod=m.modifier(),
    )


def _far_year(m: Match) -> bool:
    """Whether a year follows that no calendar here has: "Jan. 1, 10000", but not "Nov. 3, 10000 people"."""
    at = 2 if m.after() == "," else 1
    return m.after(at).isdigit() and len(m.after(at)) > 4 and not m.after(at + 1)[:1].isalpha()


def _month(m: Match) -> Expression | None:
    which, year = m["which"], year_of(m)
    unit = words.UNITS.get(which[-1]) if which else None
    if year == 0 or unit not in (None, "Y"):
        return None
    if year is None and not which and not m.has("mod") and not is_month(m):
        return None
    month = words.MONTHS[m.word("month")]
    if unit == "Y":
        return Calendar(month=month, within=year_shift(which), mod=m.modifier())
    return Calendar(year=year, month=month, pick=pick_of(which), mod=m.modifier())


def _day_of_month(m: Match) -> Expression | None:
    """ "On the 17th": a day of the month that the text is in."""
    day = parse_ordinal(m["day"])
    ends = m.has("part") or m.has("small") or not m.after()[:1].isalpha() or m.after() in words.FUNCTION_WORDS or m.after() in words.AFTER_DAY
    return Calendar(day=day, clock=day_part_of(m)) if day and day <= 31 and ends else None


def _weekday(m: Match) -> Expression | None:
    if not is_weekday(m):
        return None
    return Calendar(weekday=weekday_of(m), pick=pick_of(m["which"]), clock=day_part_of(m), mod=m.modifier())


def _year(m: Match) -> Expression | None:
    year = year_of(m)
    mod = m.modifier()
    sure = mod in ("START", "MID", "END") or m.has("era") or m.has("intro")
    if not year or not _is_whole(m) or not (sure or is_year(m)):
        return None
    return Calendar(year=year, mod=mod)


def _is_whole(m: Match) -> bool:
    """Whether the apostrophe of "'89" is one, not the quotation mark of "'60 Minutes'"."""
    return m.word("year") not in ("'", "’") or (m.before() not in ("'", "’", "`") and not m.after().istitle())


def _no_such_year(m: Match) -> Expression | None:
    """ "The year 10000": kept, but no calendar has it."""
    return Fixed("DATE", None) if "year" in m.all() and len(m.word("year")) > 4 else None


def _ancient_year(m: Match) -> Expression | None:
    """Years of three digits, which only a text on antiquity has."""
    return Calendar(year=-int(m.word("year")), bare=True) if introduced(m) and is_ancient_year(m) else None


def _iso(m: Match) -> Expression | None:
    day, _, clock = m.tokens.texts[m.match.start()].replace("T", " ").partition(" ")
    year, month, number = (int(p) for p in day.split("-"))
    if format_moment(Moment(year, month, number)) is None:
        return Fixed("DATE", None)
    hour = re.match(r"\d\d:\d\d(?::\d\d)?", clock)
    return Calendar(year, month, number, clock=f"T{hour[0]}" if hour else "")


def _numeric(m: Match) -> Expression | None:
    """Dates in figures. 5/6/2015 is two dates, and the text does not say which: kept without a value."""
    text = m.tokens.texts[m.match.start()]
    parts = re.split(r"[/.]", text)
    if "." in text and len(parts[2]) != 4:
        return None  # a version or a section number
    day = _figures(parts, dotted="." in text)
    if day is None:
        return None
    return Calendar(*day) if format_moment(day) else Fixed("DATE", None)


def _figures(parts: list[str], *, dotted: bool) -> Moment | None:
    """Day, month and year of figures; day and month 0 where they cannot be told apart."""
    first, second, last = (int(p) for p in parts)
    if len(parts[0]) == 4:
        return Moment(first, second, last)
    if len(parts[0]) > 2 or len(parts[2]) not in (2, 4):
        return None
    year = short_year(last) if len(parts[2]) == 2 else last
    if dotted or first > 12 or first == second:
        return Moment(year, second, first)
    return Moment(year, first, second) if second > 12 else Moment(year, 0, 0)


def continue_range(expression: Matched, m: Match) -> Expression | None:
    """The second date of "September 5-7" or "1914-18", after its first."""
    if not isinstance(expression, Calendar) or not m.word("number").isdigit():
        return None
    number, year = int(m.word("number")), expression.year
    if expression.day is not None and expression.month is not None:
        later = Moment(LEAP if year is None else year, expression.month, number)
        valid = number > expression.day and format_moment(later)
        return replace(expression, day=number, weekday=None, clock="", mod=None) if valid else None
    if year is None or year < 1000 or expression.month or expression.part or len(m.word("number")) != 2:
        return None
    if not m.has("hyphen") or not m.touches(m.match.start()) or number <= year % 100:
        return None
    return Calendar(year=year - year % 100 + number)


CONTINUATION = rule(
    "range-end",
    "(?:(?P<hyphen>[HYPHEN SLASH])|[AND TO OR]|PREPOSITION) THE? (?P<number>DAYNUM|INT) SUFFIX?+"
    " (?!HYPHEN|MON|UNITX|DIGITS|FRACTION|OF|AMPM|DECIMAL|MULTIPLIER)",
    lambda m: None,
)
"""Tried after a date of which ``continue_range`` can make a second one."""

TAIL = f"(?:COMMA? [OF IN]? {YEAR}|COMMA? [OF IN]? {WHICH_YEAR}|{SHARED_YEAR}|)"
DAY_NAME = (
    "(?:(?P<weekday>WD) COMMA?|MODIFIED? THE? (?P<part>DAYPART) OF|THE? (?P<small>EARLY) DAYPART? UNITS OF)?"
)

DATE_RULES: tuple[Rule, ...] = (
    rule("no-such-year", "THE? UNIT (?P<year>INT)", _no_such_year),
    rule("iso-date", "ISODATE", _iso),
    rule("numeric-date", "NUMDATE", _numeric),
    rule(
        "day-of-range",
        "THE? (?P<day>NUMDAY)"
        f" (?=[HYPHEN AND TO OR PREPOSITION] THE? NUMDAY OF? (?P<month>MON) (?:COMMA? [OF IN]? {YEAR})?)",
        _date,
    ),
    rule("day-month", f"{MOD} {DAY_NAME} THE? (?P<day>NUMDAY) [OF HYPHEN]? (?P<month>MON) (?:HYPHEN (?=YEARNUM))? {TAIL}", _date),
    rule("ordinal-month", f"{MOD} {DAY_NAME} THE? (?P<day>ORDAY) OF (?P<month>MON) {TAIL}", _date),
    rule(
        "month-day",
        f"{MOD} {DAY_NAME} (?P<pick>[LAST NEXT THIS])? (?P<month>MON) THE? (?P<day>NUMDAY|ORDAY)"
        f"(?!HYPHEN UNITX) {TAIL}",
        _date,
    ),
    rule(
        "day-of-month",
        "(?:MODIFIED? THE? (?P<part>DAYPART) OF|THE? (?P<small>EARLY) DAYPART? UNITS OF) THE (?P<day>DAYNUM SUFFIX|ORDAY) (?!HYPHEN|UNITX|DIGITS|MON)",
        _day_of_month,
    ),
    rule("day-of-month", "(?<=ON|BY) THE (?P<day>DAYNUM SUFFIX|ORDAY) (?!HYPHEN|UNITX|DAYPART|DIGITS|MON)", _day_of_month),
    rule(
        "month-year",
        f"{MOD} (?P<month>MON) (?:COMMA? [OF IN]? {YEAR}|COMMA? [OF IN]? {WHICH_YEAR}|{SHARED_YEAR})",
        _month,
    ),
    rule("month", f"{MOD} (?P<which>THE? WHICH)? (?P<month>MON)", _month),
)
YEAR_RULES: tuple[Rule, ...] = (
    rule(
        "weekday",
        "(?P<mod>MODIFIED)? (?:THE? (?P<small>EARLY) DAYPART? UNITS OF)?"
        " (?P<which>THE? WHICH)? (?P<weekday>WEEKDAY) (?P<part>AT? DAYPART)?",
        _weekday,
    ),
    rule("year", f"{MOD} (?P<intro>THE [UNIT UNITS]|THE? FISCAL UNIT?|FY)? {YEAR}", _year),
    rule("ancient-year", "(?P<year>HUNDREDS)", _ancient_year),
)
"""After the parts of the year, whose names may begin with a year."""
