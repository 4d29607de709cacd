"""Clues from the dates that a text tells: with a year, with a weekday, or with neither."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import Literal

from core.extract.lang.en.time import WEEKDAY_ABBREVIATIONS, WEEKDAYS
from core.extract.normalize.dates import add_days, make_date, parse_date
from core.extract.published.clues import TOLD, WEAK, Hint, Interval
from core.extract.published.happened import BARE_DATE, bare_parts, clause_around
from core.extract.time.expressions import Calendar
from core.extract.time.rules import GRAMMAR
from core.extract.time.tokens import tokenize
from core.records import Span

Tense = Literal["past", "present", "future"]
TenseAt = Callable[[int], Tense | None]
_IN_YEAR = re.compile(r"\b(?:in|since|during)\s+$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
MIN_YEAR, MAX_YEAR = 1900, 2100
MONTHS_BACK = 9
"""A month told without its year lies at most so many months back; further back it is "last October"."""

_AHEAD = re.compile(
    r"\b(?:by|until|till|through|will|would|plan(?:s|ned)?|expect(?:s|ed)?|schedul\w+|target\w*|deadline|aims?|project\w+|forecasts?"
    r"|due|goals?|intend\w*|future|could|may|might|should|next|upcoming|onwards?|beyond)\b",
    re.IGNORECASE,
)
_WEEKDAY_NAMES = {**WEEKDAYS, **WEEKDAY_ABBREVIATIONS}
_WEEKDAY_BEFORE = re.compile(r"(?<!\w)((?a:" + "|".join(_WEEKDAY_NAMES) + r"))\.?,?\s+(?:\(|the\s+)?$", re.IGNORECASE)


Told = list[tuple[Span, Calendar]]
"""The parts of the calendar that a text names, in text order."""


def calendar_parts(text: str) -> Told:
    """Dates, months, years and weekdays of a text."""
    tokens = tokenize(text)
    return [(tokens.span(first, end), e) for first, end, _, e in GRAMMAR.find(tokens) if isinstance(e, Calendar)]


def dated_hints(text: str, told: Told, tense_at: TenseAt) -> Iterator[Hint]:
    """Clues from dates with a year: what is told as past was past on publication."""
    for span, expression in told:
        if expression.year is None or not MIN_YEAR <= expression.year <= MAX_YEAR:
            continue
        begin = make_date(expression.year, expression.month or 1, expression.day or 1)
        if begin is None:
            continue
        # "The 2016 race" may lie ahead in a sentence of the past; "in 2016" does not.
        if expression.month is None and not _IN_YEAR.search(text, max(0, span[0] - 8), span[0]):
            continue
        if tense_at(span[0]) == "past" and not _AHEAD.search(text, *clause_around(text, *span)) and _YEAR.search(text, *span):
            yield Hint(span, "earliest", begin.isoformat(), "told as past", "published.told", None, TOLD)


def weekday_hints(text: str, known: Interval) -> Iterator[Hint]:
    """ "Tuesday, Nov. 17" without a year: the years within the interval that have such a day.

    A weekday is named only within a week of publication, so the last of them bounds it too.
    """
    years = _years(known)
    if not years:
        return
    for found in BARE_DATE.finditer(text):
        before = _WEEKDAY_BEFORE.search(text, max(0, found.start() - 16), found.start())
        if not before:
            continue
        month, number = bare_parts(found)
        days = [d for y in years if (d := make_date(y, month, number)) and d.isoweekday() == _WEEKDAY_NAMES[before[1].lower()]]
        span = (before.start(), found.end())
        if days:
            why = f"in {days[0].year}" + (f" to {days[-1].year}" if days[-1] != days[0] else "") + " it fell on that weekday"
            yield Hint(span, "earliest", (add_days(days[0], -7) or days[0]).isoformat(), why, "published.weekday", None, WEAK)
            yield Hint(span, "latest", (add_days(days[-1], 7) or days[-1]).isoformat(), why, "published.weekday", None, WEAK)


def _years(known: Interval) -> range | None:
    if known.earliest is None or known.latest is None:
        return None
    first, last = int(known.earliest[:4]), int(known.latest[:4])
    return range(first, last + 1) if last - first <= 12 else None


def bare_hints(text: str, told: Told, tense_at: TenseAt, known: Interval) -> Iterator[Hint]:
    """Months and days without a year, told as past: they lie within the months before publication."""
    if known.earliest is None or known.latest is None:
        return
    for span, expression in told:
        if expression.year is not None or expression.month is None or expression.pick or expression.within:
            continue
        if tense_at(span[0]) != "past" or _AHEAD.search(text, *clause_around(text, *span)):
            continue
        low, high = _allowed(known, expression.month, expression.day)
        if low and low > known.earliest:
            yield Hint(span, "earliest", low, "told as past and without its year", "published.bare", None, WEAK)
        if high and high < known.latest:
            yield Hint(span, "latest", high, "told without its year, so of the months before", "published.bare", None, WEAK)


def _allowed(known: Interval, month: int, day: int | None) -> tuple[str | None, str | None]:
    """First and last day of the interval that have that month within the months before them."""
    earliest, latest = parse_date(known.earliest), parse_date(known.latest)
    if earliest is None or latest is None or (latest - earliest).days > 3 * 366:
        return None, None
    windows = []
    for year in range(earliest.year - 1, latest.year + 1):
        begin = make_date(year, month, day or 1)
        if begin is None:
            continue
        last = add_days(begin, MONTHS_BACK * 30 + 61)
        if last and last >= earliest and begin <= latest:
            windows.append((max(begin, earliest), min(last, latest)))
    if not windows:
        return None, None
    return min(windows)[0].isoformat(), max(w[1] for w in windows).isoformat()


def dateline_days(known: Interval, month: int, day: int) -> list[date]:
    """Days of the interval with that month and day."""
    years = _years(known)
    days = [make_date(y, month, day) for y in years] if years else []
    return [d for d in days if d and (known.earliest or "") <= d.isoformat() <= (known.latest or "9999")]
