"""Rules for what names a part of the calendar: dates, months, years, seasons, quarters, centuries, weekdays."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Literal

from core.extract.lang.en import time as words
from core.extract.normalize.dates import Moment, format_moment
from core.extract.time.expressions import Calendar, Expression, Fixed, Long, Shift
from core.extract.time.grammar import Match, Rule, rule
from core.extract.time.numbers import parse_ordinal, parse_year, short_year

Pick = Literal["last", "this", "next", "previous", "following"]
_PICKS: dict[str, Pick] = {
    "last": "last", "past": "last", "previous": "previous", "preceding": "previous", "prior": "previous",
    "next": "next", "coming": "next", "upcoming": "next", "following": "following", "subsequent": "following",
    "this": "this", "that": "this", "same": "this", "current": "this", "latest": "this",
}  # fmt: skip
_STORY = frozenset({"previous", "preceding", "prior", "following", "subsequent", "same", "that", "ensuing"})


def pick_of(texts: list[str]) -> Pick | None:
    """Direction that the words before a name give: "last", "this coming"."""
    picks = [_PICKS[t] for t in texts if t in _PICKS]
    return picks[-1] if picks else None


def year_shift(texts: list[str]) -> Shift | None:
    """ "last year", "that year", "the following year" as a step of years."""
    if texts[-1:] in (["ago"], ["earlier"]):
        return Shift(1, "Y", -1, "published", step=True)
    pick = pick_of(texts)
    if pick is None:
        return None
    sign: Literal[-1, 0, 1] = {"last": -1, "previous": -1, "this": 0, "next": 1, "following": 1}[pick]  # type: ignore[assignment]
    story = not _STORY.isdisjoint(texts) or ("the" in texts and "next" in texts)
    return Shift(abs(sign), "Y", sign, "story" if story else "published", step=True)


def era_year(m: Match) -> int | None:
    """Year of a match, negative before Christ; 0 where it is none."""
    if not m.has("year"):
        return int(m.word("later")) if m.has("later") else None
    year = parse_year(m["year"])
    if year is None:
        return 0
    era = m.word("era") or m.word("later_era")
    return -year if era[:1] == "b" else year


def weekday_of(m: Match) -> int | None:
    """1 (Monday) to 7 of the match's weekday."""
    word = m.word("weekday")
    return words.WEEKDAYS.get(word) or words.WEEKDAY_ABBREVIATIONS.get(word)


def clock_value(texts: list[str]) -> str | None:
    """``T17:00`` of "5 p.m.", "17:00" or "noon"; ``None`` where no clock shows it."""
    first = texts[0]
    if first in words.CLOCK_WORDS:
        return f"T{words.CLOCK_WORDS[first]}"
    if first.isdigit() and len(first) == 4:
        first = f"{first[:2]}:{first[2:]}"
    parts = [int(p) for p in first.replace(".", ":").split(":")]
    hour, minute = parts[0], parts[1] if len(parts) > 1 else 0
    mark = texts[1].replace(".", "").replace(" ", "") if len(texts) > 1 else ""
    if mark in ("am", "pm"):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if mark == "pm" else 0)
    if hour > 24 or minute > 59 or (hour == 24 and minute):
        return None
    return f"T{hour:02d}:{minute:02d}" + (f":{parts[2]:02d}" if len(parts) > 2 and parts[2] < 60 else "")


def _date(m: Match) -> Expression | None:
    """Day and month, with or without a year, in either order."""
    month = words.MONTHS[m.word("month")]
    day = parse_ordinal(m["day"])
    year = era_year(m)
    if year == 0 or day is None:
        return None
    known = year if year is not None else 2000
    mod = m.modifier()
    if format_moment(Moment(known, month, day)) is None:
        return Fixed("DATE", None, mod)
    clock = "TMO" if m.has("small") else f"T{words.DAY_PARTS[m.word('part')]}" if m.has("part") else ""
    return Calendar(year=year, month=month, day=day, pick=pick_of(m["pick"]), within=year_shift(m["which"]), clock=clock, mod=mod, weekday=weekday_of(m))


def _month(m: Match) -> Expression | None:
    word = m.word("month")
    texts = m["which"]
    year = era_year(m)
    if year == 0 or (texts[-1:] and texts[-1] in words.UNITS and texts[-1] != "year"):
        return None
    bare = year is None and not texts and not m.has("mod")
    if bare and not _is_month(m, word):
        return None
    if bare and m.after() == "'" and word == "may":
        return None
    if texts and texts[-1] in ("year", "years"):
        return Calendar(month=words.MONTHS[word], within=year_shift(texts), mod=m.modifier())
    return Calendar(year=year, month=words.MONTHS[word], pick=pick_of(texts), mod=m.modifier())


def _week_of_month(m: Match) -> Expression | None:
    """ "The first week of March": the month, with the part of it as modifier."""
    year = era_year(m)
    if year == 0 or m.all()[1:2] == ["day"] or "day" in m.all():
        return None
    mod = {"first": "START", "last": "END"}.get(m.word("mod"))
    return Calendar(year=year, month=words.MONTHS[m.word("month")], mod=mod)


def _day_of_month(m: Match) -> Expression | None:
    """ "On the 17th": a day of the month that the text is in."""
    day = parse_ordinal(m["day"])
    return Calendar(day=day) if day and day <= 31 else None


def _is_month(m: Match, word: str) -> bool:
    """Whether a month's name by itself is one: not "Jan Smith", "the March on Rome" or "May I"."""
    if len(word) <= 4 and word not in ("june", "july", "may") and m.all()[-1] != ".":
        return _introduced(m) and not m.after().istitle()
    if word not in ("may", "march"):
        return True
    return _introduced(m) or (word == "march" and m.before().lower() == "the" and m.after().islower() and m.after() not in ("on", "of", "to"))


_INTRODUCERS = frozenset(
    ["in", "since", "by", "until", "till", "from", "between", "of", "during", "last", "this", "next", "to", "and", "or", "before", "after", "through", "for", "late", "early", "mid-may", "mid", "throughout", "every", "each", "late-may"]
)


def _introduced(m: Match) -> bool:
    """Whether the word before is one that introduces a time."""
    return m.before().lower() in _INTRODUCERS


def _year(m: Match) -> Expression | None:
    year = era_year(m)
    if not year:
        return None
    mod = m.modifier()
    if not m.has("mod") and not m.has("era") and not m.has("intro") and not _is_year(m):
        return None
    return Calendar(year=year, mod=mod)


_CURRENCY = frozenset("$£€¥#")
_NOT_BEFORE = frozenset(["no", "number", "flight", "resolution", "route", "highway", "than", "least", "some", "exactly", "about", "roughly", "nearly", "boeing"])
_COUNTED = re.compile(r"[a-z]+s\b")
_PEOPLE = frozenset("men women people children personnel police staff".split())
_AFTER_YEAR = frozenset(["was", "is", "has", "as", "its", "his", "this", "us", "ours", "versus", "plus", "perhaps", "thus", "across", "its", "sometimes", "besides", "towards"])


def _is_year(m: Match) -> bool:
    """Whether four digits by themselves are a year rather than a count or a number."""
    before, after = m.before(), m.after()
    if (before.lower() in _NOT_BEFORE and m.before(2).lower() not in ("sooner", "later", "earlier")) or before.isdigit() or after in ("%", "°"):
        return False
    if before and not before.isspace() and m.touches(m.match.start()) and not _in_range(m, before, m.before(2)):
        return before in "([{\"'“‘’/—" and not before.isspace()
    if after and m.touches(m.match.end()) and m.after(2).isdigit() and after not in ".,;)":
        return after in ("-", "–", "/") and len(m.after(2)) in (2, 4)
    lower = after.lower()
    if lower in _PEOPLE:
        return False
    if not _COUNTED.fullmatch(after) or lower in _AFTER_YEAR or lower.endswith("ss"):
        return True
    # "the 1992 protests" names a year, "some 1992 protesters" a number of them.
    return before.lower() in _DETERMINERS and 1500 <= int(m.word("year") if m.word("year").isdigit() else 0) <= 2100


_DETERMINERS = frozenset("the its his their her s of in since by early late".split())


def _no_such_year(m: Match) -> Expression | None:
    """ "The year 10000": kept, but no calendar has it."""
    return Fixed("DATE", None) if "year" in m.all() and len(m.word("year")) > 4 else None


def _in_range(m: Match, before: str, further: str) -> bool:
    """Whether the year ends a stretch such as "1914-1918"."""
    return before in ("-", "–", "/") and ((len(further) == 4 and further.isdigit()) or further.isalpha())


_FUNCTION_WORDS = frozenset("the a an he she they it his their when while and but or to by with at on in for after before".split())


def _century_year(m: Match) -> Expression | None:
    """Years of three digits, which only a text on antiquity has."""
    year = int(m.word("year"))
    counted = m.after()[:1].isalpha() and m.after().lower() not in _FUNCTION_WORDS
    return Calendar(year=-year, bare=True) if _introduced(m) and not counted else None


def _iso(m: Match) -> Expression | None:
    text = m.tokens.texts[m.match.start()]
    day, _, clock = text.partition("T") if "T" in text else text.partition(" ")
    year, month, number = (int(p) for p in day.split("-"))
    if format_moment(Moment(year, month, number)) is None:
        return Fixed("DATE", None)
    hour = re.match(r"\d\d:\d\d(?::\d\d)?", clock)
    return Calendar(year, month, number, clock=f"T{hour[0]}" if hour else "")


def _numeric(m: Match) -> Expression | None:
    """Dates in figures. Day and month are told apart only where one is over 12."""
    parts = re.split(r"[/.]", m.tokens.texts[m.match.start()])
    numbers = [int(p) for p in parts]
    if "." in m.tokens.texts[m.match.start()] and len(parts[2]) != 4:
        return None  # a version or a section number
    if len(parts[0]) == 4:
        year, month, day = numbers
    elif len(parts[0]) <= 2 and len(parts[2]) in (2, 4):
        first, second, year = numbers
        year = short_year(year) if len(parts[2]) == 2 else year
        dotted = "." in m.tokens.texts[m.match.start()]
        day_first = first > 12 or (dotted and second <= 12)
        if first <= 12 and second <= 12 and first != second and not dotted:
            return Fixed("DATE", None)  # 5/6/2015 is two dates, and the text does not say which
        day, month = (first, second) if day_first else (second, first)
    else:
        return None
    valid = format_moment(Moment(year, month, day)) is not None
    return Calendar(year, month, day) if valid else Fixed("DATE", None)


def _season(m: Match) -> Expression | None:
    season = words.SEASONS[m.word("season")]
    year = era_year(m)
    texts = m["which"]
    if year == 0:
        return None
    bare = year is None and not texts and not m.has("mod") and not m.has("the")
    if bare and not _is_season(m):
        return None
    if m.word("season") == "fall" and m.after().lower() == "of" and year is None:
        return None
    if texts and texts[-1] == "year":
        return Calendar(part=season, within=year_shift(texts), mod=m.modifier())
    return Calendar(year=year, part=season, pick=pick_of(texts), mod=m.modifier())


_SEASONAL = frozenset("offensive offensives campaign campaigns fighting season semester session elections election harvest rains thaw months".split())


def _is_season(m: Match) -> bool:
    """Whether a bare "spring" is the time of year, not the verb or part of a name."""
    if m.after().lower() in _SEASONAL:
        return True
    if m.after()[:1].isalpha() and m.after().istitle():
        return False
    return m.word("season") not in ("fall", "spring") or m.before().lower() in ("in", "by", "until", "since", "during")


def _quarter(m: Match) -> Expression | None:
    number = parse_ordinal([t for t in m["quarter"] if t not in ("-", "quarter")]) if m.has("quarter") else None
    if number is None or not 1 <= number <= 4:
        return None
    year = era_year(m)
    if year == 0:
        return None
    return Calendar(year=year, part=f"Q{number}", within=year_shift(m["which"]), mod=m.modifier())


def _numbered_quarter(m: Match) -> Expression | None:
    """ "Q3 2015"."""
    number, year = int(m.word("number")), era_year(m)
    if not 1 <= number <= 4 or year == 0 or not m.touches(m.match.start("number")):
        return None
    return Calendar(year=year, part=f"Q{number}")


def _half(m: Match) -> Expression | None:
    year = era_year(m)
    if year == 0:
        return None
    half = "H1" if m.word("half") in ("first", "opening") else "H2"
    within = year_shift(m["which"]) if m.has("which") else None
    if year is None and within is None:
        within = Shift(0, "Y", 0, "published", step=True)
    return Calendar(year=year, part=half, within=within)


def _decade(m: Match) -> Expression | None:
    mod = m.modifier()
    word = m["decade"][-1]
    if word in words.DECADE_WORDS:
        return Long(None, 10, mod, words.DECADE_WORDS[word])
    number = int(word)
    if number % 10 or (len(word) == 3 and not m.has("era")):
        return None
    if len(word) == 2:
        return Long(None, 10, mod, number) if number >= 20 and m.before() not in ("his", "her", "their") else None
    return Long(-number if m.has("era") and m.word("era")[0] == "b" else number, 10, mod)


def _century(m: Match) -> Expression | None:
    number = parse_ordinal([t for t in m["ordinal"] if t != "-"])
    if words.UNITS.get(m.word("unit") or m.word("units")) != "CE":
        return None
    if number is None or not 1 <= number <= 30:
        return None
    before_christ = m.has("era") and m.word("era")[0] == "b"
    first = -(number * 100 - 99) if before_christ else (number - 1) * 100
    return Long(first, 100, m.modifier())


def _weekday(m: Match) -> Expression | None:
    day = weekday_of(m)
    clock = "TMO" if m.has("small") else f"T{words.DAY_PARTS[m['part'][-1]]}" if m.has("part") else ""
    pick = pick_of(m["which"])
    return Calendar(weekday=day, pick=pick, clock=clock, mod=m.modifier())


_JOIN = "[HYPHEN AND TO OR COMMA PREPOSITION]"
_YEAR = f"(?P<year>YEARNUM|DIGITS(?=[ERA AD]|{_JOIN} DIGITS (?P<later_era>ERA))|(?<=UNIT) NUMWORD MULTIPLIER (?:AND? [NUMWORD TEEN])?|APOS [DAYNUM INT]|YEARWORDS) (?P<era>[ERA AD])?"
_WHICHYEAR = "(?P<which>(?:LAST|NEXT|THIS|THE? SAME|THAT SAME?|THE? FOLLOWING|THE? PREVIOUS) UNIT)"
# In "March 5-9, 1918" and "August and September 1914" the year stands with the second date only.
_SHARED = f"(?={_JOIN} MODIFIED? (?:MON? THE? NUMDAY|THE? NUMDAY? OF? MON|[SEASON SPRINGFALL]) COMMA? [OF IN]? (?P<later>YEARNUM))"
_TAIL = f"(?:COMMA? [OF IN]? {_YEAR}|COMMA? [OF IN]? {_WHICHYEAR}|{_SHARED}|)"
_MOD = "(?P<mod>MODIFIED|ABOUT)?"
_DAYNAME = "(?:(?P<weekday>WD) COMMA?|MODIFIED? THE? (?P<part>DAYPART) OF|THE? (?P<small>EARLY) DAYPART? UNITS OF)?"

def _holiday(m: Match) -> Expression | None:
    year = era_year(m)
    if year == 0:
        return None
    name = m.word("name")
    pick, mod = pick_of(m["which"]), m.modifier()
    if name in ("thanksgiving", "easter"):
        return Calendar(year=year, part=name.upper(), pick=pick, mod=mod)
    month, day = {"christmas": (12, 25), "halloween": (10, 31), "new": (12, 31) if m.has("eve") else (1, 1)}[name]
    return Calendar(year=year, month=month, day=24 if name == "christmas" and m.has("eve") else day, pick=pick, mod=mod)


def continue_range(expression: Expression, m: Match) -> Expression | None:
    """The second date of "September 5-7", "24 and 25 April"... or of "1914-18", after its first."""
    if not isinstance(expression, Calendar) or not m.word("number").isdigit():
        return None
    number = int(m.word("number"))
    if expression.day is not None and expression.month is not None:
        later = replace(expression, day=number, clock="", mod=None)
        known = expression.year if expression.year is not None else 2000
        return later if number > expression.day and format_moment(Moment(known, expression.month, number)) else None
    year = expression.year
    if year is None or year < 1000 or expression.month or expression.part or len(m.word("number")) != 2:
        return None
    if not m.has("hyphen") or not m.touches(m.match.start()):
        return None
    return Calendar(year=year - year % 100 + number) if number > year % 100 else None


CONTINUATION = rule("range-end", "(?:(?P<hyphen>[HYPHEN])|[AND TO OR]|PREPOSITION) THE? (?P<number>DAYNUM|INT) SUFFIX?+ (?!HYPHEN|MON|UNITX|DIGITS|FRACTION|OF|AMPM|DECIMAL|MULTIPLIER)", lambda m: None)
"""Tried after a date of which ``continue_range`` can make a second one."""

CALENDAR_RULES: tuple[Rule, ...] = (
    rule("no-such-year", "THE? UNIT (?P<year>INT)", _no_such_year),
    rule("iso-date", "ISODATE", _iso),
    rule("numeric-date", "NUMDATE", _numeric),
    rule("day-of-range", f"THE? (?P<day>NUMDAY) (?=[HYPHEN AND TO OR PREPOSITION] THE? NUMDAY OF? (?P<month>MON) (?:COMMA? [OF IN]? {_YEAR})?)", _date),
    rule("day-month", f"{_MOD} {_DAYNAME} THE? (?P<day>NUMDAY) [OF HYPHEN]? (?P<month>MON) HYPHEN? {_TAIL}", _date),
    rule("ordinal-month", f"{_MOD} {_DAYNAME} THE? (?P<day>ORDAY) OF (?P<month>MON) {_TAIL}", _date),
    rule("month-day", f"{_MOD} {_DAYNAME} (?P<pick>[LAST NEXT THIS])? (?P<month>MON) THE? (?P<day>NUMDAY|ORDAY)(?!HYPHEN UNITX) {_TAIL}", _date),
    rule("week-of-month", f"THE (?P<mod>[ORDWORD SECOND LAST]) CARD? [UNIT UNITS] OF (?P<month>MON) (?:COMMA? [OF IN]? {_YEAR})?", _week_of_month),
    rule("day-of-month", "(?<=ON|BY) THE (?P<day>DAYNUM SUFFIX|ORDAY) (?=COMMA|DOT)", _day_of_month),
    rule("month-year", f"{_MOD} (?P<month>MON) (?:COMMA? [OF IN]? {_YEAR}|COMMA? [OF IN]? {_WHICHYEAR}|{_SHARED})", _month),
    rule("month", "(?P<mod>MODIFIED|ABOUT)? (?P<which>(?:THE? WHICH))? (?P<month>MON) (?P<year>YEARNUM)? (?P<era>ERA)?", _month),
    rule("season-which", f"{_MOD} THE? (?P<season>[SEASON SPRINGFALL]) [OF] {_WHICHYEAR}", _season),
    rule("season", f"{_MOD} (?P<which>THE? WHICH)? (?P<the>THE)? (?P<season>[SEASON SPRINGFALL]) (?:[OF]? {_YEAR}|{_SHARED})?", _season),
    rule("holiday", f"{_MOD} (?P<which>WHICH)? (?P<name>HOLIDAY|NEW UNIT APOS ESS) (?:(?P<eve>EVE)|UNIT)? (?:COMMA? [OF IN]? {_YEAR})?", _holiday),
    rule("year-ago-quarter", "THE? (?P<which>UNIT HYPHEN? [EARLIER AGO]) FISCAL? (?P<quarter>QUARTERNAME)", _quarter),
    rule("year-quarter", "THE? (?P<year>YEARNUM) FISCAL? (?P<quarter>QUARTERNAME)", _quarter),
    rule("quarter-number", f"(?:FY YEARNUM)? QLETTER (?P<number>DAYNUM) {_YEAR}?", _numbered_quarter),
    rule("quarter", f"{_MOD} (?:THE (?!FISCAL? ORDWORD HYPHEN))? (?P<which>WHICH UNIT APOS ESS)? FISCAL? HYPHEN? (?P<quarter>QUARTERNAME) (?:OF? FISCAL? {_YEAR})?", _quarter),
    rule("half", f"THE? (?P<half>OPENING|ORDWORD|SECOND|LAST|LATTER) HALF OF (?:THE? {_YEAR} (?!APOS? ESS)|{_WHICHYEAR}|THE UNIT)", _half),
    rule("decade", "(?P<mod>MODIFIED|THE [ORDWORD SECOND LAST LATTER] HALF OF)? THE? (?P<decade>(?P<apos>APOS)? [YEARNUM DAYNUM INT HUNDREDS](?=APOS? ESS)|DECADEWORD) (?:APOS? ESS)? (?P<era>ERA)?", _decade),
    rule("century", "(?P<mod>MODIFIED)? THE? (?P<ordinal>ORDAY) (?:HYPHEN? (?P<unit>[UNIT UNITS]) (?P<era>[ERA AD])?|(?=[AND OR TO] THE? ORDAY (?P<units>UNITS)))", _century),
    rule("weekday", "(?P<mod>MODIFIED)? (?:THE? (?P<small>EARLY) DAYPART? UNITS OF)? (?P<which>THE? WHICH)? (?P<weekday>WEEKDAY) (?P<part>(?:[AT])?DAYPART)?", _weekday),
    rule("year", f"(?P<mod>MODIFIED|ABOUT)? (?P<intro>THE [UNIT UNITS]|THE? FISCAL UNIT?|FY)? {_YEAR}", _year),
    rule("ancient-year", "(?P<year>HUNDREDS)", _century_year),
)
