"""Anchor expressions to an interval of publication: keep what is the same on both its ends."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from core.extract.time.anchor import TenseAt
from core.extract.time.recognize import Found, recognize

MAX_DAYS = 366
"""In a longer interval "October" has more than one year, although both ends may agree."""


def recognize_between(text: str, earliest: date, latest: date, tense_at: TenseAt | None = None) -> Iterator[Found]:
    """Expressions of a text published between two days.

    "October" is the same month whether a text appeared in November or in December, "Tuesday"
    is not: an expression whose value depends on the day keeps its unknown parts.
    """
    unknown = recognize(text, None, tense_at=tense_at)
    if not 0 <= (latest - earliest).days <= MAX_DAYS:
        yield from unknown
        return
    ends = [{(f.start, f.end): f for f in recognize(text, day, tense_at=tense_at)} for day in (earliest, latest)]
    for found in unknown:
        first, last = (end.get((found.start, found.end)) for end in ends)
        yield first if first and last and first.resolved == last.resolved else found
