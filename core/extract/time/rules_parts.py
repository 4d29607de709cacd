"""Rules for parts of the year and for longer times: seasons, quarters, halves, feasts, decades, centuries."""

from __future__ import annotations

from core.extract.lang.en import time as words
from core.extract.time.expressions import Calendar, Expression, Long, Shift
from core.extract.time.grammar import Match, Rule, rule
from core.extract.time.numbers import parse_ordinal
from core.extract.time.plausible import is_season
from core.extract.time.reading import MOD, SHARED_YEAR, WHICH_YEAR, YEAR, pick_of, year_of, year_shift


def _season(m: Match) -> Expression | None:
    season, which, year = words.SEASONS[m.word("season")], m["which"], year_of(m)
    if year == 0:
        return None
    if year is None and not which and not m.has("mod") and not m.has("the") and not is_season(m):
        return None
    if m.word("season") == "fall" and m.after().lower() == "of" and year is None:
        return None
    if which and which[-1] == "year":
        return Calendar(part=season, within=year_shift(which), mod=m.modifier())
    return Calendar(year=year, part=season, pick=pick_of(which), mod=m.modifier())


def _quarter(m: Match) -> Expression | None:
    number = parse_ordinal([t for t in m["quarter"] if t not in ("-", "quarter")])
    year = year_of(m)
    if number is None or not 1 <= number <= 4 or year == 0:
        return None
    return Calendar(year=year, part=f"Q{number}", within=year_shift(m["which"]), mod=m.modifier())


def _numbered_quarter(m: Match) -> Expression | None:
    """ "Q3 2015"."""
    number, year = int(m.word("number")), year_of(m)
    if not 1 <= number <= 4 or year == 0 or not m.touches(m.match.start("number")):
        return None
    return Calendar(year=year, part=f"Q{number}")


def _half(m: Match) -> Expression | None:
    year = year_of(m)
    if year == 0:
        return None
    within = year_shift(m["which"])
    if year is None and within is None:
        within = Shift(0, "Y", 0, "published", step=True)
    return Calendar(year=year, part="H1" if m.word("half") in ("first", "opening") else "H2", within=within)


def _half_month(m: Match) -> Expression | None:
    year, first = year_of(m), m.word("half") in ("first", "opening")
    return None if year == 0 else Calendar(year=year, month=words.MONTHS[m.word("month")], mod="START" if first else "END")


def _holiday(m: Match) -> Expression | None:
    year, name, pick = year_of(m), m.word("name"), pick_of(m["which"])
    if year == 0:
        return None
    if name in ("thanksgiving", "easter"):
        return Calendar(year=year, part=name.upper(), pick=pick, mod=m.modifier())
    month, day = words.FEASTS[f"{name} eve" if m.has("eve") else name]
    return Calendar(year=year, month=month, day=day, pick=pick, mod=m.modifier())


def _easter_sunday(m: Match) -> Expression | None:
    year = year_of(m)
    return Calendar(year=year, part="EASTER") if (m.word("name"), m.word("weekday")) == ("easter", "sunday") and year != 0 else None


def _decade(m: Match) -> Expression | None:
    word, mod = m["decade"][-1], m.modifier()
    if word in words.DECADE_WORDS:
        return Long(None, 10, mod, words.DECADE_WORDS[word])
    if not word.isdigit():
        return None  # "the 1,990s"
    number, before_christ = int(word), m.word("era").startswith("b")
    if number % 10 or (len(word) == 3 and not m.has("era")):
        return None
    if len(word) > 2:
        return Long(-number if before_christ else number, 10, mod)
    # "In his 30s" is an age, "in the upper 60s" a temperature.
    named = m.all()[0] in ("the", "'", "’") or mod is not None
    return Long(None, 10, mod, number) if named and number >= 20 and m.before().lower() not in words.OWNERS else None


def _century(m: Match) -> Expression | None:
    number = parse_ordinal([t for t in m["ordinal"] if t != "-"])
    if words.UNITS.get(m.word("unit") or m.word("units")) != "CE" or number is None or not 1 <= number <= 30:
        return None
    first = -(number * 100 - 99) if m.word("era").startswith("b") else (number - 1) * 100
    return Long(first, 100, m.modifier())


PART_RULES: tuple[Rule, ...] = (
    rule("season-which", f"{MOD} THE? (?P<season>[SEASON SPRINGFALL]) OF {WHICH_YEAR}", _season),
    rule(
        "season",
        f"{MOD} (?P<which>THE? WHICH)? (?P<the>THE)? (?P<season>[SEASON SPRINGFALL]) (?:OF? {YEAR} (?:(?P<on>[HYPHEN SLASH] [DAYNUM INT YEARNUM]))?|{SHARED_YEAR})?",
        _season,
    ),
    rule("easter-sunday", f"(?P<name>HOLIDAY) (?P<weekday>WEEKDAY) (?:COMMA? [OF IN]? {YEAR})?", _easter_sunday),
    rule(
        "holiday",
        f"{MOD} (?P<which>WHICH)? (?P<name>HOLIDAY|NEW UNIT APOS ESS) (?:(?P<eve>EVE)|UNIT)?"
        f" (?:COMMA? [OF IN]? {YEAR})?",
        _holiday,
    ),
    rule("year-ago-quarter", "THE? (?P<which>UNIT HYPHEN? [EARLIER AGO]) FISCAL? (?P<quarter>QUARTERNAME)", _quarter),
    rule("year-quarter", "THE? (?P<year>YEARNUM) FISCAL? (?P<quarter>QUARTERNAME)", _quarter),
    rule("quarter-of", f"{MOD} THE? FISCAL? (?P<quarter>QUARTERNAME) OF {WHICH_YEAR}", _quarter),
    rule("quarter-number", f"(?:FY YEARNUM)? QLETTER (?P<number>DAYNUM) (?:{YEAR})?", _numbered_quarter),
    rule(
        "quarter",
        f"{MOD} (?:THE (?!FISCAL? ORDWORD HYPHEN))? (?P<which>WHICH UNIT APOS ESS)? FISCAL? HYPHEN?"
        f" (?P<quarter>QUARTERNAME) (?:OF? FISCAL? {YEAR})?",
        _quarter,
    ),
    rule(
        "half",
        "THE? (?P<half>OPENING|ORDWORD|SECOND|LAST|LATTER) HALF OF"
        f" (?:THE? {YEAR} (?!APOS? ESS)|{WHICH_YEAR}|THE UNIT)",
        _half,
    ),
    rule("half-month", f"THE? (?P<half>OPENING|ORDWORD|SECOND|LAST|LATTER) HALF OF (?P<month>MON) (?:COMMA? [OF IN]? {YEAR})?", _half_month),
    rule(
        "decade",
        "(?P<mod>MODIFIED|THE [ORDWORD SECOND LAST LATTER] HALF OF)? THE?"
        " (?P<decade>APOS? [YEARNUM DAYNUM INT HUNDREDS](?=APOS? ESS)|DECADEWORD) (?:APOS? ESS)? (?P<era>ERA)?",
        _decade,
    ),
    rule(
        "century",
        "(?P<mod>MODIFIED)? THE? (?P<ordinal>ORDAY)"
        " (?:HYPHEN? (?P<unit>[UNIT UNITS]) (?P<era>[ERA AD])?|(?=[AND OR TO] THE? ORDAY (?P<units>UNITS)))",
        _century,
    ),
)
