"""Clues from what is known to have happened: an article cannot name what lay ahead of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from core.extract.lang.en.time import MONTHS
from core.extract.normalize.dates import Moment, add_days, add_months, parse_date
from core.extract.published.clues import STRONG, Hint
from core.extract.published.facts import WORD, Conflict, Facts, day_of, load_facts

_MONTH_NAMES = "(?a:" + "|".join(sorted((m for m in MONTHS if len(m) > 2), key=len, reverse=True)) + ")"
BARE_DATE = re.compile(
    rf"(?<!\w)(?:(?P<month>{_MONTH_NAMES})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?|(?P<day2>\d{{1,2}})\s+(?P<month2>{_MONTH_NAMES}))"
    r"(?![\w])(?!,?\s+(?:1[89]|20)\d\d)",
    re.IGNORECASE,
)
"""A day and a month without a year."""

NEAR = 60
"""A date within so many characters of an event's name is the date of the event."""

_UNITS = {"day": 1, "week": 7, "month": 30, "year": 365}
_NUMBERS = {w: i + 1 for i, w in enumerate("one two three four five six seven eight nine ten eleven twelve".split())} | {"a": 1, "an": 1}
_ORDINALS = {w: i + 1 for i, w in enumerate("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split())}
_COUNT = r"(?P<count>\d{1,3}|" + "|".join(sorted(_NUMBERS, key=len, reverse=True)) + ")"
_ORDINAL = r"(?P<ordinal>\d{1,3}(?:st|nd|rd|th)|" + "|".join(_ORDINALS) + ")"
_SPAN = re.compile(
    rf"(?<![\w.,-]){_COUNT}[\s-](?P<unit>day|week|month|year)s?(?:"
    r"\s+(?P<ago>ago)|\s+(?:of|into|after|since)\b|[\s-]old\b|[\s-]long\b)"
    rf"|(?<!\w){_ORDINAL}\s(?P<unit2>day|week|month|year)\b(?=\s+(?:of|since)\b)|\b[Dd]ay\s(?P<nth>\d{{1,4}})\s+of\b",
    re.IGNORECASE,
)
_BEGAN = re.compile(r"\b(?:since|began|begun|beginning|started|launched|start|broke out|erupted|invaded)\b", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[;\n]|[.!?][\"”’)]*\s+(?=[A-Z\"“‘])")


def happened_hints(text: str) -> Iterator[Hint]:
    """Clues from the names of dated events, and from how long ago known campaigns began."""
    facts = load_facts()
    yield from _named(text, facts)
    yield from _counted(text, facts)


def _named(text: str, facts: Facts) -> Iterator[Hint]:
    for name, span in _names_in(text, facts):
        event = facts.by_name[name]
        if any(other in text for other in event.unless):
            continue
        source, day = facts.source_of(event.source), day_of(event.date)
        yield Hint(span, "earliest", day, f"{name} is of {event.date}", "published.event", source)
        within = _year_after(text, span, day)
        if within:
            yield Hint(within[0], "latest", within[1], f"{name} is of {event.date}, and its date is told without the year", "published.event.bare", source)


def _names_in(text: str, facts: Facts) -> Iterator[tuple[str, tuple[int, int]]]:
    """Names of events in the text, the longest at each place; found by their first word."""
    done = 0
    for word in WORD.finditer(text):
        start = word.start()
        if start < done:
            continue
        for name in facts.by_first_word.get(word[0], ()):
            end = start + len(name)
            if text.startswith(name, start) and not text[end : end + 1].isalnum():
                done = end
                yield name, (start, end)
                break


def _year_after(text: str, span: tuple[int, int], day: str) -> tuple[tuple[int, int], str] | None:
    """A date without year beside an event's name, and the last day on which it needs none."""
    low = max(0, span[0] - NEAR)
    for found in BARE_DATE.finditer(text, low, min(len(text), span[1] + NEAR)):
        month, number = bare_parts(found)
        known = parse_date(day)
        # "The Sept. 11 attacks" are called by their day for ever.
        if found.start() < span[1] and found.end() > span[0]:
            continue
        if known and (known.month, known.day) == (month, number):
            last = add_days(known, 364)
            return (found.span(), last.isoformat()) if last else None
    return None


def bare_parts(found: re.Match[str]) -> tuple[int, int]:
    """Month and day of a match of ``BARE_DATE``."""
    return MONTHS[(found["month"] or found["month2"]).lower()], int(found["day"] or found["day2"])


def _counted(text: str, facts: Facts) -> Iterator[Hint]:
    """ "the campaign began 14 months ago", "two months of operations", "the war's third year"."""
    of_article: list[Conflict] | None = None
    for match in _SPAN.finditer(text):
        if of_article is None:  # asked once, and only of a text that counts a time: it reads all of it
            lower = text.lower()
            of_article = [c for c in facts.conflicts if _speaks_of(c.article, lower)]
        start, end = clause_around(text, *match.span())
        clause = text[start:end].lower()
        if match["ago"] and not _BEGAN.search(clause):
            continue
        told = [c for c in of_article if _speaks_of(c.sentence, clause)]
        if len(told) == 1:
            yield from _length_hints(match, told[0], facts)


def _speaks_of(lists: tuple[tuple[str, ...], ...], lower: str) -> bool:
    return all(any(re.search(rf"(?<!\w){re.escape(w)}(?!\w)", lower) for w in words) for words in lists)


def clause_around(text: str, start: int, end: int, reach: int = 300) -> tuple[int, int]:
    """From the last sentence end or semicolon before a span to the next one after it."""
    low, high = max(0, start - reach), min(len(text), end + reach)
    before = [m.end() for m in _CLAUSE_END.finditer(text, low, start)]
    after = _CLAUSE_END.search(text, end, high)
    return before[-1] if before else low, after.start() if after else high


def _length_hints(match: re.Match[str], conflict: Conflict, facts: Facts) -> Iterator[Hint]:
    begin, latest = parse_date(conflict.begin), parse_date(conflict.begin_latest)
    low, high = _passed(match)
    unit = (match["unit"] or match["unit2"] or "day").lower()
    if begin is None or latest is None:
        return
    first, last = _later(begin, low, unit), _later(latest, high, unit)
    told, source = f"{conflict.name} began on {conflict.begin}", facts.source_of(conflict.source)
    if conflict.begin_latest != conflict.begin:
        told = f"{conflict.name} began between {conflict.begin} and {conflict.begin_latest}"
    if first:
        yield Hint(match.span(), "earliest", first.isoformat(), told, "published.duration", source, STRONG)
    if last:
        yield Hint(match.span(), "latest", last.isoformat(), told, "published.duration", source, STRONG)


def _passed(match: re.Match[str]) -> tuple[int, int]:
    """Units passed at the least and at the most: a count may be rounded by one either way, an ordinal is exact."""
    if match["nth"]:
        return max(int(match["nth"]) - 2, 0), int(match["nth"]) + 1
    if match["ordinal"]:
        word = match["ordinal"].lower()
        n = _ORDINALS[word] if word in _ORDINALS else int(word[:-2])
        return max(n - 1, 0), n
    word = match["count"].lower()
    n = _NUMBERS[word] if word in _NUMBERS else int(word)
    return max(n - 1, 0), n + 1


def _later(day: date, count: int, unit: str) -> date | None:
    if unit in ("day", "week"):
        return add_days(day, count * _UNITS[unit])
    moment = add_months(Moment(day.year, day.month, day.day), count * (12 if unit == "year" else 1))
    return moment.date() if moment else None
