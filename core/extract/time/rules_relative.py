"""Rules for what is told from here or from the last date: "last week", "two days later", "yesterday evening"."""

from __future__ import annotations

from core.extract.lang.en import time as words
from core.extract.time.expressions import ByGenre, Calendar, Expression, Fixed, Matched, Origin, Shift, Stretch
from core.extract.time.grammar import Match, Rule, rule
from core.extract.time.numbers import Amount, parse_amount
from core.extract.time.reading import SIGNS, Sign, clock_of, day_part_of, origin_of, pick_of, weekday_of
from core.extract.time.steps import DAYS
from core.extract.time.tokens import EMPTY_LINE

_DAYS: dict[str, Sign] = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}
_NO_STEP = ("H", "MIN", "S", "ML")


def _unit_step(m: Match) -> Expression | None:
    """ "Last year", "this week", "the next day", "that same month"."""
    which = m["which"]
    pick, unit = pick_of(which), words.UNITS.get(m.word("unit"))
    if pick is None or unit is None:
        return None
    if "past" in which[:2] and "this" not in which:
        return Stretch(1, unit, -1, "published", m.modifier())
    if which[:2] == ["the", "next"] and unit in ("DE", "CE"):
        return Stretch(1, unit, 1, "published", m.modifier())  # "over the next decade": ten years on
    if unit in _NO_STEP:
        return None
    return Shift(abs(SIGNS[pick]), unit, SIGNS[pick], origin_of(which), m.modifier(), step=True)


def _part_of_unit(m: Match) -> Expression | None:
    """ "The end of the year", "year-end", "the middle of the month", "later in the day"."""
    unit = words.UNITS.get(m.word("unit"))
    if unit is None or unit in _NO_STEP or (unit == "D" and m.word("mod") not in ("later", "earlier")):
        return None
    return Shift(0, unit, 0, "story" if unit == "D" else "published", m.modifier() or "END", step=True)


_FROM_WHERE: tuple[Origin, Origin] = ("published", "story")


def _new_year(m: Match) -> Matched | None:
    """ "Early in the new year": the one to come."""
    if m.word("unit") != "year" or not (m.has("mod") or m.before().lower() in ("in", "by", "into", "until", "before", "after", "of")):
        return None
    news, history = (Shift(1, "Y", 1, origin, m.modifier(), step=True) for origin in _FROM_WHERE)
    return ByGenre(news, history)


def _named_day(m: Match) -> Expression:
    word = m["day"][-1]
    clock = day_part_of(m) or ("TNI" if word == "tonight" else "")
    return Shift(abs(_DAYS[word]), "D", _DAYS[word], "spoken", m.modifier(), clock, step=True)


def _over_next_day(m: Match) -> Expression:
    """ "The day after tomorrow"."""
    return Shift(2, "D", _DAYS[m.word("day")], "spoken", step=True)


def _day_part(m: Match) -> Expression | None:
    """ "This morning", "last night", "the next evening", "that afternoon"."""
    which = m["which"]
    pick = pick_of(which)
    if pick is None:
        return None
    return Shift(abs(SIGNS[pick]), "D", SIGNS[pick], origin_of(which), m.modifier(), day_part_of(m), step=True)


def _part_alone(m: Match) -> Expression:
    """ "Late afternoon", "mid-morning" of the day at hand."""
    return Shift(0, "D", 0, "story", m.modifier(), day_part_of(m), step=True)


def _part_of_day(m: Match) -> Matched | None:
    """ "Before dawn", "in the afternoon", "by nightfall on Friday": introduced, and no part of a name."""
    if not m.has("weekday") and (m.before().lower() not in words.BEFORE_DAY_PART or not _ends_phrase(m)):
        return None
    if m.has("weekday"):
        return Calendar(weekday=weekday_of(m), clock=day_part_of(m))
    if m.before().lower() in words.ALL_THROUGH and m.all() == ["the", "night"]:
        return Shift(1, "D", -1, "night", clock="TNI", step=True)
    of_the_day = Shift(0, "D", 0, "story", clock=day_part_of(m), step=True)
    return ByGenre(of_the_day, _any_night(m)) if m.before().lower() == "at" and m.all() == ["night"] else of_the_day


def _any_night(m: Match) -> Expression:
    return Fixed("TIME", f"XXXX-XX-XX{day_part_of(m)}")


def _of_night(m: Match) -> Matched | None:
    """ "Night attacks", "a night-time retreat": of any night, in a history."""
    after = m.after(2) if m.after() == "-" else m.after()
    if m.word("part") not in ("night", "nighttime", "daytime") or m.before().istitle() or not after.islower():
        return None
    return ByGenre(None, _any_night(m))


def _ends_phrase(m: Match) -> bool:
    """Whether no noun follows: not "at night vision" or "the morning commute"."""
    after = m.after()
    return not after[:1].isalpha() or after in words.FUNCTION_WORDS or after in words.NUMBERS


def _hour_of_part(m: Match) -> Expression | None:
    """ "4 in the morning", "6:30 in the evening", "11 at night"."""
    hour, part = int(m.word("clock").partition(":")[0]), words.DAY_PARTS[m.word("part")]
    afternoon = part in ("AF", "EV") or (part == "NI" and hour > 5)
    clock = clock_of([m.word("clock"), *(["pm" if afternoon else "am"] if 1 <= hour <= 12 else [])])
    return Shift(0, "D", 0, "story", m.modifier(), clock, step=True) if clock else None


def _clock(m: Match) -> Expression | None:
    """A time of day, with the day where the text joins one to it."""
    clock = clock_of(m["clock"])
    before = m.before().lower()
    joined = before in ("-", "–", ":", "/") and m.touches(m.match.start())
    if clock is None or joined or before == "high" or (m.has("hours") and words.UNITS[m.word("hours")] != "H"):
        return None
    clock += words.ZONES.get(m.word("zone"), "")
    if m.has("weekday"):
        return Calendar(weekday=weekday_of(m), clock=clock, mod=m.modifier())
    if m.has("month"):
        return Calendar(month=words.MONTHS[m.word("month")], day=int(m["day"][0]), clock=clock, mod=m.modifier())
    if m.before() in ("", EMPTY_LINE) and m.after() in _AFTER_STAMP:
        return Shift(0, "D", 0, "published", m.modifier(), clock, step=True)
    sign = _DAYS.get(m.word("named"), 0)
    return Shift(abs(sign), "D", sign, "spoken" if m.has("named") else "story", m.modifier(), clock, step=True)


_AFTER_STAMP = frozenset(("-", "–", "—", ":", "|", EMPTY_LINE))
"""What follows the time at the head of an entry of a running report: "14:20 GMT - "."""


def _distance(m: Match) -> Expression | None:
    """ "14 months ago", "two days later", "a year earlier"."""
    unit, amount = words.UNITS.get(m.word("unit")), _amount(m)
    if unit is None or amount is None:
        return None
    where = m["where"][-1]
    sign: Sign = -1 if where in words.BACKWARD else 1
    origin: Origin = "published" if where in words.FROM_HERE else "story"
    if m.before().lower() in ("from", "than", "with") and unit == "Y":
        origin = "compared"
    count = None if amount.count is None else amount.count + (0.5 if m.has("half") else 0)
    if count is None and any(t[0].isdigit() or t in words.MULTIPLIERS for t in m["amount"]):
        return Fixed("DATE", None, m.modifier())  # a number that no calendar can count
    if count is not None and count != int(count):
        return _half_distance(count, unit, sign, origin, m.modifier())
    return Shift(None if count is None else int(count), unit, sign, origin, m.modifier())


def _from_day(m: Match) -> Expression | None:
    """ "A week from Sunday", "two weeks from tomorrow": days on from a day to come."""
    days = DAYS.get(words.UNITS[m.word("unit")])
    count = parse_amount(m["amount"]).count
    if days is None or count is None or count != int(count) or count > MAX_FROM:
        return None
    ahead = int(count) * days
    if m.has("named"):
        sign = _DAYS[m.word("named")]
        return Shift(ahead + sign, "D", 1, "published", step=True) if sign >= 0 else None
    return Calendar(weekday=weekday_of(m), pick="next", on=ahead)


MAX_FROM = 100


def _beside_told(m: Match) -> Expression | None:
    """ "The day before", "the year after", where nothing follows that it could be the day before of."""
    unit = words.UNITS.get(m.word("unit"))
    return Shift(1, unit, -1 if m.word("where") == "before" else 1, "story", step=True) if unit and unit not in _NO_STEP else None


def _amount(m: Match) -> Amount | None:
    """How many; "the year before" and "the day after" are one step away, "years later" is vague."""
    if m.has("amount"):
        return parse_amount(m["amount"])
    if m.word("unit").endswith("s"):
        return Amount(None)
    return Amount(1) if m.before().lower() == "the" else None


def _half_distance(count: float, unit: str, sign: Sign, origin: Origin, mod: str | None) -> Expression:
    if unit == "Y" and (count * 12).is_integer():
        return Shift(int(count * 12), "M", sign, origin, mod)
    return Shift(round(count), unit, sign, origin, mod or "APPROX")


def _stretch(m: Match) -> Expression | None:
    """ "The past two weeks", "the next few years"."""
    unit = words.UNITS.get(m.word("unit"))
    if unit is None or (m["which"] == ["last"] and m.before().lower() in words.BEFORE_VERB):
        return None
    origin: Origin = "published" if words.TOLD.isdisjoint(m["which"]) else "story"
    mod = "APPROX" if "couple" in m["amount"] or m.has("so") else m.modifier()
    ahead = pick_of(m["which"]) in ("next", "following")
    return Stretch(parse_amount(m["amount"]).count, unit, 1 if ahead else -1, origin, mod)


def _stretch_ahead(m: Match) -> Expression:
    """ "The coming days", "the weeks ahead"."""
    return Stretch(None, next(words.UNITS[t] for t in m.all() if t in words.UNITS), 1, "published")


def _weekend(m: Match) -> Expression:
    ahead = m.before().lower() in ("by", "until", "till")  # "by the weekend" is the one to come
    return Shift(0, "WE", 0, "published", m.modifier(), step=ahead)


def _year_ago(m: Match) -> Expression | None:
    """ "Year-earlier", "the year-ago period": the same stretch of the year before."""
    return Shift(1, "Y", -1, "story") if "year" in m.all() else None


def _reported(m: Match) -> Expression:
    """ "The latest quarter", "the quarter": the one that the text reports on."""
    return Shift(0, "Q", 0, "reported", step=True)


def _quarter_of_year(m: Match) -> Expression:
    """ "The 1988 quarter": the quarter reported on, in that year."""
    return Calendar(year=int(m.word("year")), part="Q0")


def _running_year(m: Match) -> Expression | None:
    """ "The year ended March 31" is a length, "for the year" the running year."""
    if m.word("unit") != "year":
        return None
    if m.has("ended"):
        return Fixed("DURATION", "P1Y")
    return Shift(0, "Y", 0, "published", step=True) if m.before().lower() in ("for", "of", "in", "during") else None


_ON = "(?:COMMA? ON? (?P<weekday>WEEKDAY)|COMMA? ON? (?P<month>MON) (?P<day>NUMDAY)|(?P<named>NAMEDDAY))?"
_ZONE = "(?:(?P<zone>LOCAL? ZONE|LOCAL TIME))?"

RELATIVE_RULES: tuple[Rule, ...] = (
    rule(
        "hour-of-part",
        "(?P<mod>APPROXIMATELY)? (?P<clock>DAYNUM|CLOCK) (?:IN THE|AT) (?P<part>DAYPART)",
        _hour_of_part,
    ),
    rule(
        "clock",
        "(?P<mod>APPROXIMATELY)?"
        " (?P<clock>CLOCK AMPM?|[DAYNUM DECIMAL] AMPM|CLOCKWORD|[YEARNUM MILITARY] (?=[ZONE LOCAL]|[UNITS UNITABBR])"
        "|(?<=AT|BY) (?:MILITARY|YEARNUM (?=ON [THE DAYNUM WEEKDAY MON])))"
        f" (?P<hours>[UNITS UNITABBR])? {_ZONE} {_ON}",
        _clock,
    ),
    rule("over-next-day", "THE? UNIT [AFTER BEFORE] (?P<day>TOMORROW|YESTERDAY)", _over_next_day),
    rule("named-day", "(?P<mod>MODIFIED)? DAYPART? (?P<day>NAMEDDAY) (?P<part>AT? DAYPART)?", _named_day),
    rule("day-part", "(?P<mod>MODIFIED)? (?P<which>THE? WHICH) (?P<part>DAYPART)", _day_part),
    rule("part-alone", "THE? (?P<mod>[EARLY LATE]|MID HYPHEN?) (?P<part>DAYPART) (?!HYPHEN|UNITS)", _part_alone),
    rule("part-of-day", "THE? (?P<part>DAYPART) (?:[ON OF]? (?P<weekday>WEEKDAY) (?!COMMA? (?:MON|NUMDAY)))? (?!HYPHEN|UNITS|DAYPART)", _part_of_day),
    rule("of-night", "(?P<part>DAYPART) (?!UNITS|DAYPART)", _of_night),
    rule(
        "distance",
        "(?P<mod>APPROXIMATELY)? (?P<amount>AMOUNT)? FULL? (?P<unit>UNITX) (?P<half>AND ARTICLE HALF)? (?:OR SO)?"
        " (?P<where>AGO|EARLIER|LATER|PREVIOUSLY|FROM NOW|HENCE|AFTERWARD|BEFORE(?=COMMA|DOT)|ON(?=COMMA))",
        _distance,
    ),
    rule("from-day", "(?P<amount>AMOUNT) (?P<unit>[UNIT UNITS]) FROM (?:(?P<weekday>WEEKDAY)|(?P<named>NAMEDDAY))", _from_day),
    rule("beside-told", "THE (?P<unit>UNIT) (?P<where>BEFORE|AFTER) (?=COMMA|DOT|CLOSE|AND)", _beside_told),
    rule(
        "stretch",
        "(?P<mod>APPROX|AT LEAST|MORE THAN)? (?P<which>[THE THESE]? [LAST PAST NEXT COMING]|THE [PREVIOUS FOLLOWING]) (?P<amount>AMOUNT) FULL?"
        " (?P<unit>[UNIT UNITS UNITABBR QUARTERS]) (?P<so>OR SO)?",
        _stretch,
    ),
    rule("stretch-ahead", "THE? COMING UNITS|THE UNITS AHEAD", _stretch_ahead),
    rule("stretch-after", "THE (?P<amount>CARD) (?P<which>WHICH) (?P<unit>[UNITS QUARTERS])", _stretch),
    rule(
        "year-ago",
        "THE? UNIT HYPHEN? [EARLIER AGO] [QUARTER PERIOD]|(?<=THE|ARTICLE) UNIT HYPHEN [EARLIER AGO]",
        _year_ago,
    ),
    rule("reported-quarter", "THE LATEST [QUARTER PERIOD]|[THE THAT] QUARTER", _reported),
    rule("quarter-of-year", "THE (?P<year>YEARNUM) [QUARTER PERIOD]", _quarter_of_year),
    rule("the-year", "THE [FISCAL FULL]? (?P<unit>UNIT) (?!HYPHEN) (?=(?P<ended>ENDED))?", _running_year),
    rule("the-weekend", "(?P<mod>MODIFIED)? THE WEEKEND", _weekend),
    rule(
        "unit-step",
        "(?P<mod>MODIFIED)? (?P<which>THE? WHICH) [FISCAL FULL]? (?P<unit>[UNIT QUARTER WEEKEND])",
        _unit_step,
    ),
    rule(
        "part-of-unit",
        "(?P<mod>THE? [EDGE LATTER] PART? OF THE|[EARLY LATE EARLIER LATER] IN THE) FISCAL? (?P<unit>[UNIT QUARTER])",
        _part_of_unit,
    ),
    rule("new-year", "(?P<mod>[EARLY LATE] IN)? THE NEW (?P<unit>UNIT) (?!APOS|HYPHEN)", _new_year),
    rule("unit-end", "(?P<unit>UNIT) (?:HYPHEN|APOS ESS)? (?P<mod>EDGE)", _part_of_unit),
)
