"""Rules for what is told from here or from the last date: "last week", "two days later", "yesterday evening"."""

from __future__ import annotations

from typing import Literal

from core.extract.lang.en import time as words
from core.extract.time.expressions import Calendar, Expression, Fixed, Origin, Shift, Stretch
from core.extract.time.grammar import Match, Rule, rule
from core.extract.time.numbers import Amount, parse_amount
from core.extract.time.rules_calendar import clock_value, pick_of

_STEPS: dict[str, Literal[-1, 0, 1]] = {"last": -1, "previous": -1, "this": 0, "next": 1, "following": 1}
_DAYS: dict[str, Literal[-1, 0, 1]] = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def _origin(texts: list[str]) -> Origin:
    """ "The next day" goes on from what was told, "next week" from the day of writing."""
    told = {"that", "same", "previous", "preceding", "prior", "following", "subsequent", "ensuing"}
    return "story" if not told.isdisjoint(texts) or texts[:2] == ["the", "next"] else "published"


def _unit_step(m: Match) -> Expression | None:
    """ "last year", "this week", "the next day", "that same month"."""
    pick = pick_of(m["which"])
    unit = words.UNITS.get(m.word("unit"))
    if pick is None or unit is None:
        return None
    if m.word("which") == "past" or m["which"][:2] == ["the", "past"]:
        count = 1
        return Stretch(count, unit, -1, "published", m.modifier())
    if unit in ("H", "MIN", "S", "ML"):
        return None
    sign = _STEPS[pick]
    return Shift(abs(sign), unit, sign, _origin(m["which"]), m.modifier(), step=True)


def _part_of_unit(m: Match) -> Expression | None:
    """ "the end of the year", "year-end", "the middle of the month"."""
    unit = words.UNITS.get(m.word("unit"))
    if unit is None or unit in ("H", "MIN", "S", "ML") or (unit == "D" and m.word("mod") not in ("later", "earlier")):
        return None
    return Shift(0, unit, 0, "story" if unit == "D" else "published", m.modifier() or "END", step=True)


def _hour_of_part(m: Match) -> Expression | None:
    """ "4 in the morning", "11 at night"."""
    hour = int(m.word("clock"))
    afternoon = words.DAY_PARTS[m.word("part")] in ("AF", "EV") or (words.DAY_PARTS[m.word("part")] == "NI" and hour > 5)
    clock = clock_value([str(hour), "pm" if afternoon else "am"])
    return Shift(0, "D", 0, "story", m.modifier(), clock, step=True) if clock else None


def _overnight(m: Match) -> Expression:
    """ "Overnight": the night to the day of writing, or that of the weekday beside it."""
    if m.has("weekday"):
        return Calendar(weekday=words.WEEKDAYS[m.word("weekday")], clock="TNI")
    return Shift(1, "D", -1, "published", clock="TNI", step=True)


def _named_day(m: Match) -> Expression:
    word = m["day"][-1]
    clock = f"T{words.DAY_PARTS[m['part'][-1]]}" if m.has("part") else "TNI" if word == "tonight" else ""
    sign = _DAYS[word]
    return Shift(abs(sign), "D", sign, "spoken", m.modifier(), clock, step=True)


def _over_next_day(m: Match) -> Expression:
    sign: Literal[-1, 1] = 1 if m.word("day") == "tomorrow" else -1
    return Shift(2, "D", sign, "published", step=True)


def _day_part(m: Match) -> Expression | None:
    """ "this morning", "last night", "the next evening", "that afternoon"."""
    texts = m["which"]
    pick = pick_of(texts)
    if pick is None:
        return None
    sign = _STEPS[pick]
    clock = f"T{words.DAY_PARTS[m['part'][-1]]}"
    return Shift(abs(sign), "D", sign, _origin(texts), m.modifier(), clock, step=True)


def _part_alone(m: Match) -> Expression:
    """ "Late afternoon", "mid-morning" of the day at hand."""
    return Shift(0, "D", 0, "story", m.modifier(), f"T{words.DAY_PARTS[m.word('part')]}", step=True)


def _distance(m: Match) -> Expression | None:
    """ "14 months ago", "two days later", "a year earlier"."""
    unit = words.UNITS.get(m.word("unit"))
    if unit is None:
        return None
    # "The year before" and "the day after" are one step away.
    one = not m.has("amount") and m.before().lower() == "the" and not m.word("unit").endswith("s")
    if not m.has("amount") and not one and not m.word("unit").endswith("s"):
        return None
    amount = Amount(1) if one else parse_amount(m["amount"])
    where = m["where"][-1]
    sign: Literal[-1, 1] = -1 if where in ("ago", "earlier", "previously", "before", "back") else 1
    origin: Origin = "published" if where in ("ago", "now", "hence") else "story"
    mod = m.modifier()
    if m.has("amount") and amount.count is None and _too_large(m["amount"]):
        return Fixed("DATE", None, mod)
    if m.has("half"):
        return _half_distance((amount.count or 0) + 0.5, unit, sign, origin, mod)
    if amount.count is not None and amount.count != int(amount.count):
        return _half_distance(amount.count, unit, sign, origin, mod)
    if m.before().lower() in ("from", "than", "with") and unit == "Y":
        origin = "compared"
    return Shift(None if amount.count is None else int(amount.count), unit, sign, origin, mod)


def _half_distance(count: float, unit: str, sign: Literal[-1, 1], origin: Origin, mod: str | None) -> Expression | None:
    if unit == "Y" and (count * 12).is_integer():
        return Shift(int(count * 12), "M", sign, origin, mod)
    return Shift(round(count), unit, sign, origin, mod or "APPROX")


def _too_large(texts: list[str]) -> bool:
    """Whether a number was read that no calendar can count."""
    return any(t[0].isdigit() or t in words.MULTIPLIERS for t in texts)


def _stretch(m: Match) -> Expression | None:
    """ "the past two weeks", "the next few years"."""
    unit = words.UNITS.get(m.word("unit"))
    if unit is None:
        return None
    amount = parse_amount(m["amount"]) if m.has("amount") else parse_amount([])
    texts = m["which"]
    pick = pick_of(texts)
    sign: Literal[-1, 1] = 1 if pick in ("next", "following") else -1
    origin: Origin = "story" if {"following", "previous", "preceding", "prior", "subsequent"} & set(texts) else "published"
    mod = "APPROX" if "couple" in m["amount"] or m.has("so") else m.modifier()
    return Stretch(amount.count, unit, sign, origin, mod)


def _stretch_ahead(m: Match) -> Expression:
    """ "The coming days", "the weeks ahead"."""
    return Stretch(None, words.UNITS[next(t for t in m.all() if t in words.UNITS)], 1, "published")


def _clock(m: Match) -> Expression | None:
    """A time of day, with the day where the text joins one to it."""
    if m.has("hours") and m.word("hours") not in ("hours", "hrs"):
        return None
    clock = clock_value(m["clock"])
    if clock is None or (m.before() and m.before() in "-–:/" and m.touches(m.match.start())):
        return None
    mod = m.modifier()
    zone = m.word("zone")
    clock += words.ZONES.get(zone, "")
    if m.has("weekday"):
        return Calendar(weekday=words.WEEKDAYS[m.word("weekday")], clock=clock, mod=mod)
    if m.has("month"):
        day = int(m["day"][0])
        return Calendar(month=words.MONTHS[m.word("month")], day=day, clock=clock, mod=mod)
    sign = _DAYS.get(m.word("named"), 0)
    return Shift(abs(sign), "D", sign, "published" if m.has("named") else "story", mod, clock, step=True)


_ON = "(?:COMMA? ON? (?P<weekday>WEEKDAY)|COMMA? ON? (?P<month>MON) (?P<day>NUMDAY)|(?P<named>NAMEDDAY))?"
_ZONE = "(?:(?P<zone>LOCAL? ZONE|LOCAL TIME))? (?:OPEN (?:DIGITS ZONE|[CLOCK DAYNUM] AMPM? ZONE?) CLOSE)?"

def _year_ago(m: Match) -> Expression | None:
    """ "year-earlier", "the year-ago period": the same stretch of the year before."""
    return Shift(1, "Y", -1, "story") if "year" in m.all() else None


def _reported(m: Match) -> Expression | None:
    """ "the latest quarter", "the period": the quarter that the text reports on."""
    return Shift(0, "Q", 0, "reported", step=True)


def _quarter_of_year(m: Match) -> Expression | None:
    """ "the 1988 quarter": the quarter reported on, in that year."""
    return Calendar(year=int(m.word("year")), part="Q0")


def _financial_year(m: Match) -> Expression | None:
    """ "the year ended March 31" is a length, "for the year" the running year."""
    if m.word("unit") != "year":
        return None
    if m.has("ended"):
        return Fixed("DURATION", "P1Y")
    return Shift(0, "Y", 0, "published", step=True) if m.before().lower() in ("for", "of", "in", "during") else None


def _weekend(m: Match) -> Expression | None:
    return Shift(0, "WE", 0, "published", m.modifier())


RELATIVE_RULES: tuple[Rule, ...] = (
    rule("clock", f"(?P<mod>APPROXIMATELY)? (?P<clock>CLOCK AMPM?|[DAYNUM DECIMAL] AMPM|CLOCKWORD|[YEARNUM MILITARY] (?=[ZONE LOCAL]|UNITS)) (?P<hours>UNITS)? {_ZONE} {_ON}", _clock),
    rule("hour-of-part", "(?P<mod>APPROXIMATELY)? (?P<clock>DAYNUM) (?:IN THE|AT) (?P<part>DAYPART)", _hour_of_part),
    rule("overnight", "(?:OVERNIGHT (?:ON? (?P<weekday>WEEKDAY))?)", _overnight),
    rule("over-next-day", "THE? UNIT (?:AFTER|BEFORE) (?P<day>TOMORROW|YESTERDAY)", _over_next_day),
    rule("named-day", "(?P<mod>MODIFIED)? (?:DAYPART)? (?P<day>NAMEDDAY) (?P<part>AT? DAYPART)?", _named_day),
    rule("day-part", "(?P<mod>MODIFIED)? THE? (?P<which>WHICH) (?P<part>DAYPART)", _day_part),
    rule("part-alone", "(?P<mod>[EARLY LATE]|MID HYPHEN?) (?P<part>DAYPART) (?!HYPHEN|UNITS)", _part_alone),
    rule("distance", "(?P<mod>APPROXIMATELY)? (?P<amount>AMOUNT)? FULL? (?P<unit>UNITX) (?P<half>AND ARTICLE HALF)? (?:OR SO)? (?P<where>AGO|EARLIER|LATER|PREVIOUSLY|FROM NOW|HENCE|AFTERWARD|BEFORE(?=COMMA|DOT))", _distance),
    rule("stretch", "(?P<mod>APPROX|AT LEAST|MORE THAN)? (?P<which>[THE THESE]? WHICH) (?P<amount>AMOUNT) FULL? (?P<unit>[UNIT UNITS UNITABBR QUARTERS]) (?P<so>OR SO)?", _stretch),
    rule("stretch-ahead", "(?:THE? COMING (?P<unit>UNITS)|THE UNITS AHEAD)", _stretch_ahead),
    rule("stretch-after", "THE (?P<amount>CARD) (?P<which>WHICH) (?P<unit>[UNITS QUARTERS])", _stretch),
    rule("year-ago", "(?:THE? (?P<unit>UNIT) HYPHEN? [EARLIER AGO] [QUARTER PERIOD]|(?<=THE|ARTICLE) UNIT HYPHEN [EARLIER AGO])", _year_ago),
    rule("reported-quarter", "THE LATEST [QUARTER PERIOD]|[THE THAT] QUARTER", _reported),
    rule("quarter-of-year", "THE (?P<year>YEARNUM) [QUARTER PERIOD]", _quarter_of_year),
    rule("the-year", "THE [FISCAL FULL]? (?P<unit>UNIT) (?!HYPHEN) (?:(?=(?P<ended>ENDED)))?", _financial_year),
    rule("the-weekend", "(?P<mod>MODIFIED)? THE WEEKEND", _weekend),
    rule("unit-step", "(?P<mod>MODIFIED)? (?P<which>THE? WHICH) (?:FISCAL|FULL)? (?P<unit>[UNIT QUARTER WEEKEND])", _unit_step),
    rule("part-of-unit", "(?P<mod>THE? [EDGE LATTER] PART? OF THE|[EARLY LATE EARLIER LATER] IN THE) FISCAL? (?P<unit>[UNIT QUARTER])", _part_of_unit),
    rule("unit-end", "(?P<unit>UNIT) (?:HYPHEN|APOS ESS)? (?P<mod>EDGE)", _part_of_unit),
)
