"""Rules for lengths of time and for what recurs."""

from __future__ import annotations

from core.extract.lang.en import time as words
from core.extract.time.expressions import Expression, Fixed, Stretch
from core.extract.time.grammar import Match, Rule, rule
from core.extract.time.numbers import format_duration, parse_amount, parse_number


def _duration(m: Match) -> Expression | None:
    """ "two months", "a 10-year", "nearly forty years", "a year and a half"."""
    unit = words.UNITS.get(m.word("unit"))
    if unit is None or _is_age(m):
        return None
    texts = m["amount"]
    amount = parse_amount(texts)
    if texts in (["a"], ["an"]) and _is_rate(m):
        return Fixed("SET", format_duration(1, unit))
    count = amount.count
    if unit in ("S", "Q") and _is_ordinal_or_part(m, unit):
        return None
    if count is None and any(t[0].isdigit() for t in texts):
        return Fixed("DURATION", None, m.modifier())
    if m.has("half"):
        count = (count or 1) + 0.5
    mod = "APPROX" if "couple" in texts or m.has("so") else m.modifier()
    if m.before().lower() in _OWNERS and count is not None:
        return Stretch(count, unit, -1, "published", mod)
    return Fixed("DURATION", format_duration(count, unit), mod)


def _is_rate(m: Match) -> bool:
    """ "Twice a week", "700 seats a day", "$2 million a year"."""
    before = m.before().lower()
    if before in ("once", "twice", "times", "percent", "%", "million", "billion"):
        return True
    return m.before(2).replace(",", "").isdigit() and before.endswith("s")


def _is_age(m: Match) -> bool:
    """ "5-year-old", "aged 40 years", "40 years of age": an age is a quantity, not a time."""
    after = m.after().lower() if m.after() not in ("-", "–") else m.after(2).lower()
    return after in ("old", "older", "olds") or m.before().lower() == "aged" or (after == "of" and m.after(2).lower() == "age")


def _is_ordinal_or_part(m: Match, unit: str) -> bool:
    """ "a second attack" is an ordinal, "three quarters of the city" a fraction."""
    if unit == "S":
        return m.word("unit") == "second" and not m["amount"][0][0].isdigit()
    return m["amount"][-1] in ("a", "an") or m.after().lower() == "of"


def _bare_units(m: Match) -> Expression | None:
    """ "years", "for months": a vague length."""
    unit = words.UNITS[m.word("unit")]
    before = m.before().lower()
    if before in _NO_LENGTH or _is_age(m) or unit in ("S", "MIN") or m.word("unit") == "nights":
        return None
    if before.isdigit() or before in words.NUMBERS:
        return None  # a length that was refused, as an age
    if before == "of" and m.before(2).lower() in _NOT_OF:
        return None
    return Fixed("DURATION", format_duration(None if m.word("unit").endswith("s") else 1, unit), m.modifier())


_NOT_OF = frozenset(("hundreds", "thousands", "dozens", "tens", "scores", "millions", "matter", "couple"))
_OWNERS = frozenset(("its", "their", "his", "her", "our"))
_NO_LENGTH = frozenset(["his", "her", "their", "my", "your", "early", "old", "dog", "good", "these", "those", "light", "business", "office", "school", "man"])


def _every(m: Match) -> Expression | None:
    if m.has("weekday"):
        clock = f"T{words.DAY_PARTS[m['part'][-1]]}" if m.has("part") else ""
        return Fixed("SET", f"XXXX-WXX-{words.WEEKDAYS[m.word('weekday').rstrip('s') if m.word('weekday') not in words.WEEKDAYS else m.word('weekday')]}{clock}")
    if m.has("month"):
        return Fixed("SET", f"XXXX-{words.MONTHS[m.word('month')]:02d}")
    if m.has("season"):
        return Fixed("SET", f"XXXX-{words.SEASONS[m.word('season')]}")
    if m.has("dayparts"):
        return Fixed("SET", f"XXXX-XX-XXT{words.DAY_PARTS[m.word('dayparts')]}")
    unit = words.UNITS.get(m.word("unit"))
    if unit is None:
        return None
    count = parse_number(m["amount"]) if m.has("amount") else 1
    return Fixed("SET", format_duration(count, unit))


def _periodic(m: Match) -> Expression | None:
    return Fixed("SET", words.PERIODIC[m.all()[0]])


LENGTH_RULES: tuple[Rule, ...] = (
    rule(
        "every",
        "EVERY (?:(?P<weekday>WEEKDAY) (?P<part>DAYPART)?|(?P<month>MON)|(?P<season>[SEASON SPRINGFALL])|(?P<dayparts>DAYPART)"
        "|(?P<amount>CARD)? (?P<unit>UNITX))",
        _every,
    ),
    rule("weekdays", "(?P<weekday>WEEKDAYS|WEEKDAY(?=DAYPARTS)) (?P<part>DAYPARTS)?", _every),
    rule("per", "PER (?P<unit>UNIT)", _every),
    rule("periodic", "DAILY", _periodic),
    rule(
        "duration",
        "(?!ARTICLE UNIT HYPHEN LONG) (?P<mod>APPROXIMATELY)? (?:THE (?!AMOUNT HYPHEN))? (?:ORDWORD|LAST)? (?P<amount>AMOUNT) HYPHEN? (?:MORE)? FULL? HYPHEN? (?P<unit>[UNIT UNITS UNITABBR QUARTER QUARTERS SECOND])"
        " (?P<half>AND ARTICLE HALF)? (?P<so>OR SO)? (?!HYPHEN [EARLIER AGO]) (?:HYPHEN? LONG)?",
        _duration,
    ),
    rule("unit-long", "(?P<unit>[UNIT UNITS]) HYPHEN? LONG", _bare_units),
    rule("units", "(?P<unit>UNITS)", _bare_units),
)
