"""News or narrative: does the text speak from its day of publication, or tell a history?

News is full of "Friday", "yesterday" and "last month"; a history of explicit years that
lie far from the day of publication (HeidelTime's document types, decided by the text).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from core.extract.time.expressions import Calendar, Expression, Shift

MIN_EXPLICIT = 5
EXPLICIT_RATIO = 6
"""A history has at least so many explicit years to one word such as "Friday" or "last week"."""
FAR_YEARS = 2
"""A year at least this far from publication is history."""
MIN_FAR = 2
"""So many years that are far from publication make a short history, where nothing speaks from that day."""


def tells_on(expressions: Iterable[Expression], published: date | None) -> bool:
    """Whether the dates of a text too short for ``is_narrative`` go on from each other.

    None of them counts from a day of writing, the first has a year, at least one a month too, and in
    a text with a date of its own two have years, all of them far from it.
    """
    explicit, full = 0, False
    for e in expressions:
        if isinstance(e, Calendar):
            if e.year is not None:
                explicit += 1
                full |= e.month is not None
                if published is not None and abs(published.year - e.year) < FAR_YEARS:
                    return False
            elif e.weekday is not None or not explicit:
                return False
        elif isinstance(e, Shift) and e.origin in ("published", "spoken"):
            return False
    return full and (published is None or explicit >= MIN_FAR)


def is_narrative(expressions: Iterable[Expression], published: date | None) -> bool:
    """Whether dates without a year belong to the last date told rather than to publication."""
    explicit = far = deictic = 0
    for e in expressions:
        if isinstance(e, Calendar):
            if e.year is not None:
                explicit += 1
                far += published is None or abs(published.year - e.year) >= FAR_YEARS
            elif e.weekday is not None:
                deictic += 1
        elif isinstance(e, Shift) and e.origin in ("published", "spoken"):
            deictic += 1
    return explicit >= MIN_EXPLICIT and 2 * far >= explicit and explicit >= EXPLICIT_RATIO * deictic
