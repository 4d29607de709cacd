"""Dates as publishers and people write them -> ISO 8601 dates that may stop early; never one of two that it could be.

The day is the one written, in the time zone of whoever wrote it: "2019-03-04T23:10-05:00" is the 4th of March.
"""

from __future__ import annotations

import re
from email.utils import parsedate_to_datetime

from core.isodates import days

_MONTHS = "january february march april may june july august september october november december".split()
_NUMBER = {name[:length]: n for n, name in enumerate(_MONTHS, 1) for length in (3, 4, len(name))}
_NAME = rf"(?P<month>(?a:{'|'.join(sorted(_NUMBER, key=len, reverse=True))}))\.?"
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)"
_CLOCK = rf"(?:,?\s*{_WEEKDAY})?(?:\s*(?:[,|–—-]|at|T)?\s*\d{{1,2}}(?:(?:[:.]\d\d){{1,2}}|\s*[ap]\.?m\b)[^\n]{{0,40}})?"

_NAMED = tuple(
    re.compile(rf"(?:{_WEEKDAY},?\s+)?{form}{_CLOCK}", re.IGNORECASE)
    for form in (rf"{_DAY}[\s-]+(?:of\s+)?{_NAME}[\s,-]+{_YEAR}", rf"{_NAME}\s+{_DAY},?\s+{_YEAR}", rf"{_NAME},?\s+{_YEAR}")
)
_YEAR_FIRST = re.compile(rf"{_YEAR}(?:(?P<by>[-/.])(?P<m>\d{{1,2}})(?P=by)(?P<d>\d{{1,2}})|(?P<mm>\d\d)(?P<dd>\d\d)(?:T\d{{4,6}}.{{0,10}})?){_CLOCK}", re.IGNORECASE)
_YEAR_LAST = re.compile(rf"(?P<one>\d{{1,2}})(?P<by>[-/.])(?P<other>\d{{1,2}})(?P=by){_YEAR}{_CLOCK}", re.IGNORECASE)


def readings(stamp: str) -> tuple[str, ...]:
    """Every date that a stamp can mean: one as a rule, two of figures that do not say which is the month, else none.

    >>> readings("4 March 2015, 10:30 pm"), readings("March 2015"), readings("03/04/2015"), readings("soon")
    (('2015-03-04',), ('2015-03',), ('2015-03-04', '2015-04-03'), ())
    """
    plain = " ".join(stamp.split())[:100]
    if days(plain):
        return (re.split(r"[T ]", plain)[0],)
    if found := _YEAR_FIRST.fullmatch(plain):
        return _calendar((found["year"], found["m"] or found["mm"], found["d"] or found["dd"]))
    if found := _YEAR_LAST.fullmatch(plain):
        return _calendar((found["year"], found["one"], found["other"]), (found["year"], found["other"], found["one"]))
    for form in _NAMED:
        if found := form.fullmatch(plain):
            month = str(_NUMBER[found["month"].lower()])
            return _calendar((found["year"], month, *([found["day"]] if "day" in form.groupindex else [])))
    return _mailed(plain)


def day_given(stamp: str) -> str:
    """The one date that a stamp means; empty where it means none, or could mean two."""
    found = readings(stamp)
    return found[0] if len(found) == 1 else ""


def _calendar(*candidates: tuple[str, ...]) -> tuple[str, ...]:
    written = ("-".join(f"{int(part):0{4 if n == 0 else 2}}" for n, part in enumerate(parts)) for parts in candidates)
    return tuple(dict.fromkeys(date for date in written if days(date)))


def _mailed(stamp: str) -> tuple[str, ...]:
    """A time stamp of RFC 5322 (e-mail, RSS), whose year may have two figures."""
    if not re.match(r"[A-Za-z]{3},\s*\d", stamp):
        return ()
    try:
        return (parsedate_to_datetime(stamp).date().isoformat(),)
    except (ValueError, TypeError, IndexError, OverflowError):
        return ()
