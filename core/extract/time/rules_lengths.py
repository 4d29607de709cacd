"""Rules for lengths of time and for what recurs."""

from __future__ import annotations

from core.extract.lang.en import time as words
from core.extract.time.expressions import ByGenre, Expression, Fixed, Matched, Stretch
from core.extract.time.grammar import Match, Rule, rule
from core.extract.time.numbers import format_duration, parse_amount, parse_number
from core.extract.time.plausible import is_age, is_bare_length, is_ordinal_or_part, is_rate
from core.extract.time.reading import day_part_of, weekday_of
from core.extract.time.steps import UNKNOWN


def _duration(m: Match) -> Matched | None:
    """ "Two months", "a 10-year", "nearly forty years", "a year and a half"."""
    unit, amount = words.UNITS.get(m.word("unit")), m["amount"]
    if unit is None or is_ordinal_or_part(m) or (m.all()[0] == "last" and m.before().lower() in words.BEFORE_VERB):
        return None
    if is_age(m):
        years = parse_amount(amount).count
        return ByGenre(None, Fixed("DURATION", format_duration(years, unit), m.modifier())) if years else None
    if amount in (["a"], ["an"]) and is_rate(m):
        return Fixed("SET", format_duration(1, unit))
    count = parse_amount(amount).count
    if count is None and any(t[0].isdigit() for t in amount):
        return Fixed("DURATION", None, m.modifier())
    if m.has("half"):
        count = (count or 1) + 0.5
    mod = "APPROX" if "couple" in amount or m.has("so") else m.modifier()
    # "In its two months of operations": a length that has run until now.
    if m.before().lower() in words.OWNERS and count is not None:
        return Stretch(count, unit, -1, "published", mod)
    return Fixed("DURATION", format_duration(count, unit), mod)


def _quarter_century(m: Match) -> Expression | None:
    return Fixed("DURATION", "P25Y", m.modifier()) if m.word("unit") == "century" else None


def _bare_units(m: Match) -> Expression | None:
    """ "Years", "for months", "day-long"."""
    word = m.word("unit")
    if not is_bare_length(m):
        return None
    return Fixed("DURATION", format_duration(None if word.endswith("s") else 1, words.UNITS[word]), m.modifier())


def _every(m: Match) -> Matched | None:
    if m.has("weekday"):
        return Fixed("SET", f"XXXX-WXX-{weekday_of(m)}{day_part_of(m)}")
    if m.has("month"):
        return Fixed("SET", f"XXXX-{words.MONTHS[m.word('month')]:02d}")
    if m.has("season"):
        return Fixed("SET", f"XXXX-{words.SEASONS[m.word('season')]}")
    if m.has("part"):
        return Fixed("SET", f"XXXX-XX-XX{day_part_of(m)}")
    unit = words.UNITS.get(m.word("unit"))
    count = parse_number(m["amount"]) if m.has("amount") else 1
    if unit is None:
        return None
    period = format_duration(count, unit)
    return Fixed("SET", period) if m.all()[0] == "per" else _recurring(period)


def _times_a(m: Match) -> Matched | None:
    """ "Twice a week", "three times every month": so often in each."""
    unit = words.UNITS.get(m.word("unit"))
    return Fixed("SET", format_duration(1, unit)) if unit else None


def _every_other(m: Match) -> Matched | None:
    unit = words.UNITS.get(m.word("unit"))
    return Fixed("SET", format_duration(2, unit)) if unit and m.word("other") in ("other", "second") else None


def _periodic(m: Match) -> Matched:
    return _recurring(words.PERIODIC[m.all()[0]])


def _recurring(period: str) -> Matched:
    """ "Daily": once a day, in a history each day of the calendar."""
    news = Fixed("SET", period)
    return ByGenre(news, Fixed("SET", UNKNOWN[period[2:]])) if period[2:] in ("D", "W", "M", "Y") and period[1] == "1" else news


LENGTH_RULES: tuple[Rule, ...] = (
    rule("every-weekday", "EVERY (?P<weekday>WEEKDAY) (?P<part>DAYPART)?", _every),
    rule(
        "every",
        "EVERY (?:(?P<month>MON)|(?P<season>[SEASON SPRINGFALL])|(?P<part>DAYPART)|(?P<amount>CARD)? (?P<unit>UNITX))",
        _every,
    ),
    rule("quarter-century", "ARTICLE QUARTER OF? HYPHEN? ARTICLE? (?P<unit>UNIT)", _quarter_century),
    rule("every-other", "EVERY (?P<other>[FULL SECOND]) (?P<unit>UNIT)", _every_other),
    rule("times-a", "(?:ONCE|CARD TIMES) [ARTICLE EVERY PER] (?P<unit>UNIT)", _times_a),
    rule("weekdays", "(?P<weekday>WEEKDAYS|WEEKDAY(?=DAYPARTS)) (?P<part>DAYPARTS)?", _every),
    rule("per", "PER (?P<unit>UNIT)", _every),
    rule("periodic", "DAILY", _periodic),
    rule(
        "duration",
        "(?!ARTICLE UNIT HYPHEN LONG) (?P<mod>APPROXIMATELY)? (?:THE (?!AMOUNT HYPHEN))? [ORDWORD LAST]?"
        " (?P<amount>AMOUNT) HYPHEN? MORE? FULL? HYPHEN?"
        " (?P<unit>[UNIT UNITS UNITABBR QUARTER QUARTERS SECOND])"
        " (?P<half>AND ARTICLE HALF)? (?P<so>OR SO)? (?!HYPHEN [EARLIER AGO]) (?:HYPHEN? LONG)?",
        _duration,
    ),
    rule("unit-long", "(?P<unit>[UNIT UNITS]) HYPHEN? LONG", _bare_units),
    rule("units", "(?P<unit>UNITS)", _bare_units),
)
