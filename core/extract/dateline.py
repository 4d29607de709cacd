"""The dateline of an article: where, and often when and for whom, it was written.

``MANAMA, Bahrain, Jan. 14 (Reuters) - ...``: a place in capitals, or one with the agency
behind it; what lies around the place; a date; the agency; and a mark that parts all this
from the first sentence (AP Stylebook, "datelines").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from core.actors import is_media
from core.records import Span

HEAD = 400
"""Characters from the article's start within which its dateline begins: below a title and a byline at most."""

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_WEEKDAY = r"(?:(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}\.?,?\s)?"
_DATE = rf"{_WEEKDAY}(?:{_MONTH}\s\d{{1,2}}|\d{{1,2}}\s{_MONTH})(?:,?\s\d{{4}})?"
_CAPITALS_OF_EUROPE = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĻŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽȘȚ"
_CAPITAL = f"[{_CAPITALS_OF_EUROPE}]"
_AROUND = rf"(?:,\s+(?:[a-z]+\s){{0,2}}(?!{_DATE}){_CAPITAL}[\w .'’-]{{1,25}}?|/{_CAPITAL}[\w'’-]{{1,25}})"
_CLOSING = re.compile(
    rf"(?P<around>{_AROUND}{{0,2}})(?:,\s+(?P<date>{_DATE}))?,?\s*(?:\((?P<agency>[^)\n]{{2,40}})\)(?:,?\s+(?P<later>{_DATE}),?)?\s*)?"
    r"(?P<mark>[—–―]|--|-(?=\s)|_(?=\s)|:(?=\s))[^\S\n]*"
)
_CAPITALS = re.compile(rf"{_CAPITAL}[{_CAPITALS_OF_EUROPE}'’.-]+(?:[ -][{_CAPITALS_OF_EUROPE}'’.-]{{2,}}){{0,3}}")
_NAME = re.compile(rf"{_CAPITAL}[\w'’.-]+(?: {_CAPITAL}[\w'’.-]+){{0,2}}")
_OFFICE = re.compile(r"[A-Z][\w.&/ -]*$")
_PARTY = re.compile(r"[A-Z]-")
_STAMP = re.compile(r"\d{1,2}[:.]\d\d(?: ?[A-Z]{2,4})? ?[—–|-] ?")
_LINE = re.compile(r"(?:^|\n)[^\S\n]*(?=\S)")


class Closing(NamedTuple):
    """What follows the place of a dateline; offsets as in ``core.records``."""

    around: Span
    """The region or country of the place, and places beside it; may be empty."""
    date: Span | None
    agency: Span | None
    """Without its brackets."""
    mark: str
    end: int
    """Where the first sentence begins."""


class Dateline(NamedTuple):
    """A dateline: its place with what lies around it ("BEIRUT, Lebanon"), and what follows."""

    place: Span
    date: Span | None
    agency: Span | None
    end: int
    """Where the first sentence begins."""


def closing(text: str, end: int) -> Closing | None:
    """What makes a dateline of the place that ends at ``end``; ``None`` where it is none. Bounded time."""
    found = _CLOSING.match(text, end)
    if found is None:
        return None
    date, later, agency = (found.span(name) if found[name] else None for name in ("date", "later", "agency"))
    return Closing(found.span("around"), date or later, agency, found["mark"], found.end())


def dateline_at(text: str, start: int) -> Dateline | None:
    """The dateline that begins at ``start``, the first word of a line.

    Its place is in capitals, or has a date or an agency behind it ("Beirut (AFP) -"), which
    a colon asks for too: a name before a mere dash is anybody's, and so are capitals before
    a colon ("UPDATE:"). An agency alone ("AFP -") is no place.
    """
    for pattern in (_CAPITALS, _NAME):
        place = pattern.match(text, start)
        close = closing(text, place.end()) if place and not is_media(place.group()) else None
        if close and (close.date or _is_agency(text, close.agency) or (pattern is _CAPITALS and close.mark != ":")):
            return Dateline((start, close.around[1]), close.date, close.agency, close.end)
    return None


def find_dateline(text: str, place: str | None = None) -> Dateline | None:
    """The dateline near the start of an article; ``place`` is that of its dateline, where it is known.

    Of a known place the span is its own, also where no dateline's mark follows.
    """
    if place and (at := text.find(place, 0, HEAD + len(place))) >= 0:
        end = at + len(place)
        close = closing(text, end)
        return Dateline((at, end), close.date, close.agency, close.end) if close else Dateline((at, end), None, None, end)
    return next((found for start in _lines(text) if (found := dateline_at(text, start))), None)


def stamp_end(text: str, start: int) -> int:
    """Where the time at the head of an entry of a running report ends ("14:20 GMT - "), 0 where none is at ``start``."""
    found = _STAMP.match(text, start) if start == 0 or text[start - 1 : start] == "\n" else None
    return found.end() if found else 0


def _lines(text: str) -> Iterator[int]:
    """The first words of the lines within ``HEAD``."""
    return (line.end() for line in _LINE.finditer(text, 0, HEAD))


def _is_agency(text: str, span: Span | None) -> bool:
    """Whether brackets hold an agency or paper, no party and no remark: "(AFP)", not "(D-Ohio)", "(left)"."""
    inside = text[span[0] : span[1]] if span else ""
    return bool(_OFFICE.match(inside)) and not _PARTY.match(inside)
