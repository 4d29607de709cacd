"""What a matched group says: a direction, a year with its era, a weekday, a time of day."""

from __future__ import annotations

from typing import Literal

from core.extract.lang.en import time as words
from core.extract.time.expressions import Origin, Shift
from core.extract.time.grammar import Match
from core.extract.time.numbers import parse_year

Pick = Literal["last", "this", "next", "previous", "following"]
Sign = Literal[-1, 0, 1]
SIGNS: dict[Pick, Sign] = {"last": -1, "previous": -1, "this": 0, "next": 1, "following": 1}

# Macros that several rules share. In "March 5-9, 1918" and "August and September 1914" the
# year stands with the second date only.
JOIN = "[HYPHEN AND TO OR COMMA PREPOSITION]"
YEAR = (
    f"(?P<year>YEARNUM|DIGITS(?=[ERA AD]|{JOIN} DIGITS (?P<later_era>ERA))"
    "|(?<=UNIT) NUMWORD MULTIPLIER (?:AND? [NUMWORD TEEN])?|APOS [DAYNUM INT]|YEARWORDS) (?P<era>[ERA AD])?"
)
WHICH_YEAR = "(?P<which>(?:LAST|NEXT|THIS|THE? SAME|THAT SAME?|THE? FOLLOWING|THE? PREVIOUS) UNIT)"
SHARED_YEAR = (
    f"(?={JOIN} MODIFIED? (?:MON? THE? NUMDAY|THE? NUMDAY? OF? MON|[SEASON SPRINGFALL])"
    " COMMA? [OF IN]? (?P<later>YEARNUM))"
)
MOD = "(?P<mod>MODIFIED|ABOUT)?"


def pick_of(texts: list[str]) -> Pick | None:
    """Direction that the words before a name give: "last", "this coming"; the last of them decides."""
    return next((words.PICKS[t] for t in reversed(texts) if t in words.PICKS), None)


def origin_of(texts: list[str]) -> Origin:
    """ "The next day" goes on from what was told, "next week" from the day of writing."""
    return "story" if not words.TOLD.isdisjoint(texts) or texts[:2] == ["the", "next"] else "published"


def year_shift(texts: list[str]) -> Shift | None:
    """ "Last year", "that year", "the following year", "year-ago" as a step of years."""
    if texts[-1:] in (["ago"], ["earlier"]):
        return Shift(1, "Y", -1, "published", step=True)
    pick = pick_of(texts)
    return Shift(abs(SIGNS[pick]), "Y", SIGNS[pick], origin_of(texts), step=True) if pick else None


def year_of(m: Match) -> int | None:
    """Year of a match, negative before Christ; 0 where what stands there is none, ``None`` without one."""
    if not m.has("year"):
        return int(m.word("later")) if m.has("later") else None
    year = parse_year(m["year"])
    if year is None:
        return 0
    return -year if (m.word("era") or m.word("later_era")).startswith("b") else year


def weekday_of(m: Match) -> int | None:
    """1 (Monday) to 7 of the match's weekday, singular, plural or short."""
    word = m.word("weekday")
    return words.WEEKDAYS.get(word) or words.WEEKDAYS.get(word[:-1]) or words.WEEKDAY_ABBREVIATIONS.get(word)


def day_part_of(m: Match) -> str:
    """``TNI`` of the match's part of the day, ``TMO`` of the small hours; empty without one."""
    if m.has("small"):
        return "TMO"
    return f"T{words.DAY_PARTS[m['part'][-1]]}" if m.has("part") else ""


def clock_of(texts: list[str]) -> str | None:
    """``T17:00`` of "5 p.m.", "17:00", "1700" or "noon"; ``None`` where no clock shows it."""
    first = texts[0]
    if first in words.CLOCK_WORDS:
        return f"T{words.CLOCK_WORDS[first]}"
    if first.isdigit() and len(first) == 4:
        first = f"{first[:2]}:{first[2:]}"
    hour, minute, second = ([int(p) for p in first.replace(".", ":").split(":")] + [0, 0])[:3]
    mark = texts[1][0] if len(texts) > 1 and texts[1][0] in "ap" else ""
    if mark and not 1 <= hour <= 12:
        return None
    if mark:
        hour = hour % 12 + (12 if mark == "p" else 0)
    if hour > 24 or minute > 59 or second > 59 or (hour == 24 and minute):
        return None
    return f"T{hour:02d}:{minute:02d}" + (f":{second:02d}" if second else "")
