"""A date that the text itself prints as its own: a line of date, a dateline, a credit with a date."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

from core.extract.lang.en.time import MONTHS, WEEKDAY_ABBREVIATIONS, WEEKDAYS
from core.extract.normalize.dates import make_date
from core.records import Span

HEAD = 1500
"""Characters at the start of the text where a date line or a dateline can stand."""
TAIL = 600

_NAMES = "(?a:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + ")"
"""Letters of ASCII only: else "APRİL" would be read as April without being in the list of months."""
_WEEKDAY = r"(?:(?:" + "|".join((*WEEKDAYS, *WEEKDAY_ABBREVIATIONS)) + r")\.?,?\s+)?"
_DATE = (
    rf"{_WEEKDAY}(?:(?P<m>{_NAMES})\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<y>(?:19|20)\d\d))?"
    rf"|(?P<e>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<n>{_NAMES})\.?,?(?:\s+(?P<z>(?:19|20)\d\d))?"
    r"|(?P<iso>(?:19|20)\d\d-\d\d-\d\d)|(?P<num>\d{1,2}[/.]\d{1,2}[/.](?:19|20)\d\d))"
)
_CLOCK = r"(?:[\s,|·@-]*(?:at\s+)?\d{1,2}[:.]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4}|[+-]\d{4})?)?"
_LABEL = r"(?:first\s+)?(?:published|posted|issued|released|date|dated|created|filed)(?:\s+on)?\s*:?\s+"
_PATTERNS = (
    ("label", re.compile(rf"(?:^|\n|[|•(])[ \t]*{_LABEL}(?P<date>{_DATE})", re.IGNORECASE)),
    ("line", re.compile(rf"(?:^|\n)[ \t]*(?P<date>{_DATE}){_CLOCK}[ \t.]*(?=\n|$)", re.IGNORECASE)),
    ("dateline", re.compile(
        r"(?:^|\n)[ \t]*(?-i:[A-ZÀ-Ý][\w.’'À-ÿ-]+)(?:(?:,? |[,/])[\w.’'À-ÿ-]+){0,5}[ \t]*[,(:–—-]+[ \t]*(?:\((?-i:[A-Z])[\w ]{1,20}\)[ \t]*[,–—-]*[ \t]*)?"
        rf"(?P<date>{_DATE})\)?[ \t]*(?:\((?-i:[A-Z])[\w /.]{{1,30}}\))?[ \t]*(?:—|–|--?|:)", re.IGNORECASE)),
    ("credit", re.compile(rf"\((?-i:[A-Z])[\w. ]{{1,30}},\s+(?P<date>{_DATE})\)", re.IGNORECASE)),
)  # fmt: skip


class Printed(NamedTuple):
    """A printed date: where, by which rule, its month and day, and the day when the year is printed too."""

    span: Span
    rule: str
    month: int
    day: int
    full: date | None


def printed_date(text: str) -> Printed | None:
    """The date that the text prints as its own; one with a year before one without.

    "13/14/15" and "Feb. 30" are no dates; "03/04/2015" may be two, and is none.
    """
    found = list(_printed(text))
    full = [p for p in found if p.full]
    return full[0] if full else found[0] if found else None


def _printed(text: str) -> list[Printed]:
    found: list[Printed] = []
    for rule, pattern in _PATTERNS:
        ends = (0, min(HEAD, len(text))), (max(HEAD, len(text) - TAIL), len(text))
        for low, high in ends if rule in ("label", "credit") else ends[:1]:
            found += [read for match in pattern.finditer(text, low, high) if (read := _read(match, rule))]
    return found


def _read(match: re.Match[str], rule: str) -> Printed | None:
    span = match.span("date")
    if match["iso"]:
        year, month, day = (int(p) for p in match["iso"].split("-"))
    elif match["num"]:
        parts = [int(p) for p in re.split(r"[/.]", match["num"])]
        if (min(parts[:2]) <= 12 and max(parts[:2]) <= 12 and parts[0] != parts[1]) or min(parts[:2]) > 12:
            return None
        day, month, year = (*sorted(parts[:2], reverse=True), parts[2]) if parts[0] > 12 or parts[1] > 12 else parts
    else:
        month = MONTHS[(match["m"] or match["n"]).lower()]
        day = int(match["d"] or match["e"])
        year = int(match["y"] or match["z"] or 0)
    known = make_date(year or 2000, month, day)
    if known is None:
        return None
    return Printed(span, f"published.stated.{rule}", month, day, known if year else None)
