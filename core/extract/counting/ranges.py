"""Two numbers side by side: the ends of a range, two levels of a move, or a part and its whole."""

from __future__ import annotations

import re

from msgspec.structs import replace

from core.extract.counting.amount import Amount
from core.extract.lang.en import numbers as en
from core.extract.lang.en.units import LENGTHS
from core.extract.normalize.numbers import scale

_CONNECT = frozenset(
    ("-", "–", "—", " - ", " – ", "- to ", " to ", "-to-", " or ", " or even ", " up to ", " and ")
)
_TEMPERED = frozenset((" to nearly ", " to almost ", " to about ", " to around ", " to over ", " to more than ", " and nearly ", " and more than "))
"""The same with a modifier of the second number: of a range that "from" or "between" announces."""
_WIDEST = max(map(len, _CONNECT | _TEMPERED))
_NO_FIRST = frozenset(("vague", "range", "ratio", "fold"))
_NO_SECOND = frozenset(("vague", "ratio", "fold"))
_MOVES = re.compile(rf"\b(?:{'|'.join(sorted(en.MOVES))})(?:\s\w+){{0,3}} from $")
"""A change verb before "from": "rose from 12 to 15" tells two levels, no range."""
_MAGNITUDE = re.compile(r"[\d\s](hundred|thousand|million|billion|trillion|k|m|bn|b|mn|tn)$")
_LETTER = re.compile(r"[a-z]")
_FAR = 20
"""Ends of a bare range are no further apart: "eased 1 to 416" is none."""
_ALTERNATIVES = 10
"""And those of "three or four"."""
_VERB = 16
"""Characters in which a verb of change stands."""
_OF = frozenset((" of ", " of the ", " of its ", " of their "))
_BY = frozenset((" by ", "-by-", " x ", " × ", "x", "×"))
_LEADS = {"between ": 8, "from ": 5}


def join(lower: str, a: Amount, b: Amount) -> Amount | None:
    """One amount of two that are the ends of a range, ``None`` when they are two amounts.

    The unit and the magnitude that only the second has are the first one's too ("$10 to
    $15 billion"); so they are where a verb tells a move from one level to the other, and
    the two stay apart.
    """
    gap = lower[a.end : b.start] if b.start - a.end <= _WIDEST else ""
    if (gap not in _CONNECT and gap not in _TEMPERED) or not _may_join(lower, a, b, gap):
        return None
    lead = next((w for w in _LEADS if lower.endswith(w, 0, a.start)), "")
    low = _low(lower, a, b)
    if lead == "from " and "to" in gap and _MOVES.search(lower, max(0, a.start - 40), a.start):
        a.value, a.unit, b.unit = low, a.unit or b.unit, b.unit or a.unit
        return None
    if a.value is None or b.value is None or low is None or not _is_range(lower, a, b, low, gap, lead):
        return None
    start = a.start - _LEADS.get(lead, 0)
    return replace(b, start=start, number=a.number, value=None, low=low, high=b.value, modifier="range", kind="range", unit=b.unit or a.unit)


def _may_join(lower: str, a: Amount, b: Amount, gap: str) -> bool:
    if a.kind in _NO_FIRST or b.kind in _NO_SECOND or not a.clean or a.value is None or b.value is None:
        return False
    if a.kind == "fraction" and b.kind != "fraction" and lower.startswith("a ", a.number):
        return False  # "fell by a quarter to 40 tons"
    if gap == " to " and a.unit is not None and b.unit is not None and (lower.endswith("by ", 0, a.start) or _moves(lower, a.start)):
        return False  # "fell by $5 million to $20 million"
    if gap == " to " and a.end > a.number_end and (lower.endswith("by ", 0, a.start) or (b.unit is None and _moves(lower, a.start))):
        return False  # "fell by 5 km to 20 km", "rose 3 metres to 12"
    if a.unit is not None and b.unit is not None:
        return a.unit == b.unit
    return not (a.unit == "percent" and gap != "-")


def _moves(lower: str, start: int) -> bool:
    """Whether the word in front says which way it goes."""
    before = lower[max(0, start - _VERB) : start].split()
    return bool(before) and before[-1] in en.MOVES


def _is_range(lower: str, a: Amount, b: Amount, low: float, gap: str, lead: str) -> bool:
    assert b.value is not None
    if low >= b.value or (_like_year(a) and b.value > 3 * low):
        return False
    if gap.startswith(" and "):
        return lead == "between "
    if gap in _TEMPERED:
        return bool(lead)
    if gap.startswith(" or"):
        return a.kind == b.kind and b.value <= _ALTERNATIVES * low
    return bool(lead) or "to" not in gap or b.unit is not None or b.value <= _FAR * low


def _like_year(a: Amount) -> bool:
    return a.unit is None and a.number_end - a.number == 4 and a.value is not None and 1900 <= a.value < 2100


def _low(lower: str, a: Amount, b: Amount) -> float | None:
    """The first number, with the magnitude of the second where it has none and stays below it."""
    if a.value is None or b.value is None or a.value >= b.value or _LETTER.search(lower, a.number, a.number_end):
        return a.value
    m = _MAGNITUDE.search(lower, b.number, b.number_end)
    factor = (en.MAGNITUDES.get(m[1]) or en.SUFFIXES.get(m[1]) or 1.0) if m else 1.0
    shared = scale(a.value, factor)
    return shared if shared is not None and shared < b.value else a.value


def with_magnitude(lower: str, a: Amount, b: Amount) -> None:
    """Give the first of two levels the magnitude of the second where it has none: "from 24.2 to 33-35 billion"."""
    m = _MAGNITUDE.search(lower, b.number, b.number_end)
    top = b.high if b.kind == "range" else b.value
    if m is None or a.value is None or top is None or a.value >= top or a.kind != "digits" or _LETTER.search(lower, a.number, a.number_end):
        return
    factor = en.MAGNITUDES.get(m[1]) or en.SUFFIXES.get(m[1]) or 1.0
    a.value, a.low, a.high = (scale(v, factor) for v in (a.value, a.low, a.high))


def share_unit(lower: str, part: Amount, whole: Amount) -> None:
    """ "280 million of the 1.5 billion shekels": give the part the unit of the whole, and one side of "20 by 10 metres" that of the other."""
    if part.unit is None and whole.unit is not None and part.kind in ("digits", "words"):
        gap = lower[part.end : whole.start]
        if gap in _OF or (gap in _BY and whole.unit in LENGTHS):
            part.unit = whole.unit
