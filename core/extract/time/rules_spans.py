"""Rules for weeks and nights that are called by their days: "the week of 1 to 7 November", "overnight on October 19"."""

from __future__ import annotations

import re

from core.extract.lang.en import time as words
from core.extract.normalize.dates import Moment, format_moment
from core.extract.time.expressions import ByGenre, Calendar, Expression, Fixed, Matched, Shift, Week
from core.extract.time.grammar import Match, Rule, rule
from core.extract.time.numbers import parse_number, parse_ordinal
from core.extract.time.reading import YEAR, day_part_of, weekday_of, year_of
from core.extract.time.rules_dates import DAY_NAME, LEAP, TAIL


def _is_week(m: Match) -> bool:
    return words.UNITS.get(m.word("unit")) == "W"


def _week_of_month(m: Match) -> Matched | None:
    """ "The first week of March", "the last two weeks of 1918's August": in a history its length."""
    year = year_of(m)
    count = int(parse_number(m["count"]) or 0) if m.has("count") else 1
    if year == 0 or not _is_week(m) or not 1 <= count <= 4:
        return None
    place = -1 if m.word("mod") == "last" else parse_ordinal(m["mod"])
    mod = {1: "START", -1: "END"}.get(place or 0)
    if place is None or place + count > 6:
        return None
    month = Calendar(year=year, month=words.MONTHS[m.word("month")], mod=mod)
    news = Week(month, place, 7 * count)
    return ByGenre(news, Week(Calendar(year=year, month=month.month), place, 7 * count, f"P{count}W"))


def _week_of_day(m: Match) -> Expression | None:
    """ "The week of March 6", "the week ending 7 May", "the week of 28 December to 3 January"."""
    day = _day(m)
    if day is None or not _is_week(m):
        return None
    return Week(day, -6 if m.word("edge") in ("ending", "ended", "ends", "end") else 0)


def _days_of(m: Match) -> Expression | None:
    """ "The last days of 1999", "the opening weeks of March": where in it, not how long."""
    year, word = year_of(m), m.word("mod")
    if year == 0 or (m.has("mod") and m["mod"][0] not in _ENDS):
        return None
    return Calendar(year=year, month=words.MONTHS[m.word("month")] if m.has("month") else None, mod=_ENDS[word])


_ENDS = {"first": "START", "opening": "START", "last": "END", "final": "END", "closing": "END", "dying": "END"}


def _day(m: Match, clock: str = "") -> Calendar | None:
    """The day that a match names, of a calendar that has it."""
    if m.has("weekday"):
        return Calendar(weekday=weekday_of(m), clock=clock)
    year, day = year_of(m), parse_ordinal(m["day"])
    month = words.MONTHS[m.word("month")]
    if year == 0 or day is None or format_moment(Moment(LEAP if year is None else year, month, day)) is None:
        return None
    return Calendar(year=year, month=month, day=day, clock=clock)


def _overnight(m: Match) -> Expression | None:
    """ "Overnight": the night to the day of writing, or that which begins on the day beside it."""
    if m.has("weekday") or m.has("month"):
        return _day(m, "TNI")
    return Shift(1, "D", -1, "published", clock="TNI", step=True)


def _numbered_week(m: Match) -> Expression | None:
    """ "Week 21" of a situation report, by ISO 8601."""
    year, number = year_of(m), parse_ordinal(m["number"])  # "week 1,200" is none
    if not _is_week(m) or year == 0 or number is None or not 1 <= number <= 53 or m.before().lower() in words.BEFORE_WEEK:
        return None
    return Calendar(year=year, part=f"W{number:02d}", within=None if year else Shift(0, "Y", 0, "published", step=True))


def _night_between(m: Match) -> Expression | None:
    """ "The night of 17/18 July" begins on the 17th; by day the two cannot be told apart."""
    days = [int(d) for d in re.findall(r"\d+", " ".join(m["days"]))]
    year, month = year_of(m), words.MONTHS[m.word("month")]
    valid = all(d <= 31 and format_moment(Moment(LEAP if year is None else year, month, d)) for d in days)
    if year == 0 or len(days) != 2 or days[1] != days[0] + 1 or ("and" in m["days"] and "between" not in m.all()):
        return None
    if not valid or day_part_of(m) != "TNI":
        return Fixed("DATE", None) if "/" in m.word("days") else None
    return Calendar(year=year, month=month, day=days[0], clock="TNI")


def _night_over(m: Match) -> Expression | None:
    """ "The night of 30 April to 1 May": one night, over the end of a month."""
    return _day(m, "TNI") if m.word("part") == "night" else None


_BETWEEN = "(?:OF|FROM|PREPOSITION)"
_DAYS = "(?P<days>DAYNUM SUFFIX? [TO AND HYPHEN] THE? DAYNUM SUFFIX?)"
_DAY_MONTH, _MONTH_DAY = "THE? (?P<day>NUMDAY) OF? (?P<month>MON)", "(?P<month>MON) THE? (?P<day>NUMDAY)"
_LAST_DAY = "(?:[TO HYPHEN] THE? (?:NUMDAY OF? MON|MON? NUMDAY))?"
_WEEK = "THE? (?P<unit>UNIT) (?:OF|FROM|ON|(?P<edge>[EDGE ENDED]) ON?)"
_FEW_DAYS = "THE (?P<mod>LAST|CLOSING|OPENING|ORDWORD) UNITS OF"
_FROM = "(?:ON|OF|FROM|PREPOSITION)?"

SPAN_RULES: tuple[Rule, ...] = (
    rule(
        "week-of-month",
        "THE (?P<mod>[ORDWORD SECOND LAST]) (?P<count>CARD)? (?P<unit>[UNIT UNITS]) OF"
        f" (?P<month>MON) (?:COMMA? [OF IN]? {YEAR})?",
        _week_of_month,
    ),
    rule("days-of", f"{_FEW_DAYS} (?P<month>MON) (?:COMMA? [OF IN]? {YEAR})?", _days_of),
    rule("days-of", f"{_FEW_DAYS} THE? UNIT? {YEAR}", _days_of),
    rule("week-of-days", f"{_WEEK} THE? (?P<day>NUMDAY) [TO HYPHEN] THE? NUMDAY OF? (?P<month>MON) {TAIL}", _week_of_day),
    rule("week-of-day", f"{_WEEK} {_DAY_MONTH} {_LAST_DAY} {TAIL}", _week_of_day),
    rule("week-of-day", f"{_WEEK} {_MONTH_DAY} {_LAST_DAY} {TAIL}", _week_of_day),
    rule("night-between", f"{DAY_NAME} THE? (?P<days>FRACTION) (?P<month>MON) {TAIL}", _night_between),
    rule("night-between", f"THE? (?P<part>DAYPART) {_BETWEEN} THE? {_DAYS} OF? (?P<month>MON) {TAIL}", _night_between),
    rule("night-between", f"THE? (?P<part>DAYPART) {_BETWEEN} (?P<month>MON) {_DAYS} {TAIL}", _night_between),
    rule("night-over", f"THE? (?P<part>DAYPART) {_BETWEEN} {_DAY_MONTH} [TO HYPHEN] THE? NUMDAY OF? MON {TAIL}", _night_over),
    rule("night-over", f"THE? (?P<part>DAYPART) {_BETWEEN} {_MONTH_DAY} [TO HYPHEN] MON THE? NUMDAY {TAIL}", _night_over),
    rule("overnight", f"OVERNIGHT (?={_FROM} THE? (?P<day>NUMDAY) [TO AND HYPHEN] THE? NUMDAY OF? (?P<month>MON) {TAIL})", _overnight),
    rule("overnight", f"OVERNIGHT (?={_FROM} {_DAY_MONTH} {TAIL})", _overnight),
    rule("overnight", f"OVERNIGHT (?={_FROM} {_MONTH_DAY} {TAIL})", _overnight),
    rule("overnight", f"OVERNIGHT {_FROM} (?P<weekday>WEEKDAY)", _overnight),
    rule("overnight", "OVERNIGHT", _overnight),
    rule("numbered-week", f"(?P<unit>UNIT) (?P<number>DAYNUM|INT) (?:COMMA? [OF IN]? {YEAR})? (?!UNITX|DECIMAL|HYPHEN|SUFFIX|MON|AMPM)", _numbered_week),
)
