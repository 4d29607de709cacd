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


def tells_on(expressions: Iterable[Expression], published: date | None) -> bool:
    """Whether dates of a text without a date of its own go on from each other: none of them counts from a day of writing."""
    if published is not None:
        return False
    full = False
    for e in expressions:
        if (isinstance(e, Calendar) and e.weekday is not None and e.day is None) or (isinstance(e, Shift) and e.origin in ("published", "spoken")):
            return False
        full |= isinstance(e, Calendar) and e.year is not None and e.month is not None
    return full


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
