"""Amounts: numerals with their unit, modifier, bounds and direction of change. No spaCy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from core.extract.counting.modifiers import read_before
from core.extract.counting.numerals import Numeral, find_numerals, same_length_lower
from core.extract.counting.units import currency_before, magnitude_suffix, unit_after
from core.extract.lang.en import numbers as en
from core.extract.normalize.numbers import scale
from core.extract.normalize.units import is_money


@dataclass(slots=True)
class Amount:
    """A number with all that stands at it; offsets into the text, end exclusive.

    Not frozen: it is filled in while the text is read, and a copy at each step would cost
    more than the reading.
    """

    start: int
    end: int
    number: int
    """Where the digits or number words start."""
    number_end: int
    """Where they end, magnitude included."""
    value: float | None
    low: float | None
    high: float | None
    modifier: str
    unit: str | None
    kind: str
    """What wrote the number: digits, words, one, fraction, ratio, fold, vague, range."""
    change: str | None = None
    age: bool = False
    clean: bool = True
    """Whether nothing is glued to the digits but signs and units."""


_CONNECT = re.compile(r"(?P<dash>-|–|—| - | – |- to | to |-to-| or (?:even )?| up to | and )$")
_TRAIL = re.compile(r"\s?\+(?!\w)|,? (?:or (?:more|so|fewer|less|above|older|over|higher|below|under|lower|greater|thereabouts)|and (?:above|over)|plus)\b(?! than)")
_MINUS = ("-", "−", "minus ", "negative ", "$", "£", "€", "¥")
_NEGATIVE = re.compile(r"(?:(?<![\w.)%$])[-−]|(?<!\bor )\bminus[ -]|\bnegative |[$£€¥][-−])(?:[$£€¥])?$")
_MOVES = re.compile(rf"\b(?:{'|'.join(sorted(w for w in en.UP | en.DOWN if len(w) > 3))})(?:\s\w+){{0,2}} from $")
"""A change verb before "from": "rose from 12 to 15" tells two levels, no range."""
_FAR = 20
"""Ends of a bare range are no further apart: "eased 1 to 416" is none."""
_OR = re.compile(r"^[a-z ]{0,16}(?:,? or| \() ?$")
_PENCE = re.compile(r"p(?![\w'’-])")
_SCREEN_LINES = frozenset((144, 240, 360, 480, 576, 720, 1080, 1440, 2160, 4320))
"""A "p" behind these is a screen's, not pence; pence are counted, as they are of no one currency."""
_NO_RANGE = frozenset(("vague", "range", "ratio", "fold"))
_OF = frozenset((" of ", " of the ", " of its ", " of their "))


def find_amounts(text: str) -> Iterator[Amount]:
    """Yield the amounts of a text from left to right."""
    lower = same_length_lower(text)
    waiting: Amount | None = None
    done: Amount | None = None
    for numeral in find_numerals(text, lower):
        amount = _amount(text, lower, numeral)
        if amount is None:
            continue
        if waiting is not None:
            joined = _join(lower, waiting, amount)
            if joined is not None:
                waiting = joined
                continue
            done = _modified(lower, _of_whole(lower, waiting, amount), done)
            yield done
        waiting = amount
    if waiting is not None:
        yield _modified(lower, waiting, done)


def _amount(text: str, lower: str, n: Numeral) -> Amount | None:
    """The numeral with its currency or unit, not yet its modifier."""
    start, end, value = n.start, n.end, n.value
    money = currency_before(text, start) if n.kind in ("digits", "fraction") else None
    if n.suffix and (mag := magnitude_suffix(text, end, n.suffix, money is not None)):
        value, end = scale(value, mag.factor), mag.at
    if n.kind == "digits" and value not in _SCREEN_LINES and _PENCE.match(text, end):
        end += 1
    number_end, clean = end, True
    unit = unit_after(text, lower, end + _between(lower, n.kind, end))
    name = money.name if money else None
    if money:
        start = money.at
        if unit and (unit.name == name or is_money(unit.name)):
            end, name = unit.at, unit.name
    elif unit:
        end, name = unit.at, unit.name
    if n.kind in ("digits", "fraction"):
        clean = _clean_before(text, start) and (end > number_end or not text[number_end : number_end + 1].isalnum())
        if value is not None and lower.endswith(_MINUS, 0, start) and (minus := _NEGATIVE.search(lower, max(0, start - 12), start)):
            value, start = -value, minus.start()
    return Amount(start, end, n.start, number_end, value, None, None, "exact", name, n.kind, age=bool(unit and unit.age), clean=clean)


def _between(lower: str, kind: str, end: int) -> int:
    """The length of what may stand between a number and its unit: "tens of kilometers", "half an hour"."""
    if kind == "vague":
        return 3 if lower.startswith(" of ", end) else 0
    if kind == "fraction":
        return 2 if lower.startswith(" a ", end) else 3 if lower.startswith(" an ", end) else 0
    return 0


def _clean_before(text: str, start: int) -> bool:
    return not start or not (text[start - 1].isalnum() or text[start - 1] in "#_@")


def _join(lower: str, a: Amount, b: Amount) -> Amount | None:
    """One amount of two that are the ends of a range, ``None`` when they are two amounts."""
    gap = lower[a.end : b.start] if b.start - a.end < 10 else None
    if gap is None or a.kind in _NO_RANGE or b.kind in ("vague", "ratio", "fold") or a.value is None or b.value is None:
        return None
    m = _CONNECT.fullmatch(gap)
    if m is None or not a.clean:
        return None
    if (a.unit is not None and b.unit is not None and a.unit != b.unit) or (a.unit and not b.unit and a.unit == "percent" and gap != "-"):
        return None
    before = lower[max(0, a.start - 9) : a.start]
    return _range(lower, a, b, gap, before)


def _range(lower: str, a: Amount, b: Amount, gap: str, before: str) -> Amount | None:
    assert a.value is not None
    assert b.value is not None
    low = a.value
    shared = _shared_magnitude(lower, a, b)
    if low < b.value and shared and low * shared < b.value and low * shared <= b.value:
        low = scale(low, shared) or low
    if low >= b.value or (a.unit is None and _like_year(lower, a) and b.value > 3 * a.value):
        return None
    between = before.endswith("between ")
    framed = between or before.endswith("from ")
    if not framed and "to" in gap and b.value > _FAR * low and b.unit is None:
        return None
    if before.endswith("from ") and "to" in gap and _MOVES.search(lower, max(0, a.start - 40), a.start):
        return None
    if gap == " and " and not between:
        return None
    if gap.startswith(" or") and not (a.kind == b.kind and b.value <= 10 * low and (b.unit is None) == ((lower[b.start].isdigit() is False and b.unit is None) or b.unit is None)):
        return None
    start = a.start - 8 if between else a.start - 5 if before.endswith("from ") else a.start
    return replace(
        b, start=start, number=a.number, value=None, low=low, high=b.value, modifier="range", kind="range", unit=b.unit or a.unit
    )


def _like_year(lower: str, a: Amount) -> bool:
    return a.number_end - a.number == 4 and a.value is not None and 1900 <= a.value < 2100


def _shared_magnitude(lower: str, a: Amount, b: Amount) -> float | None:
    """The magnitude that "10" shares with "15 billion" in "$10 to $15 billion"."""
    if re.search(r"[a-z]", lower[a.number : a.number_end]):
        return None
    m = re.search(r"[\d\s](hundred|thousand|million|billion|trillion|k|m|bn|b|mn|tn)$", lower[b.number : b.number_end])
    return None if m is None else en.MAGNITUDES.get(m[1]) or en.SUFFIXES.get(m[1])


def _of_whole(lower: str, part: Amount, whole: Amount) -> Amount:
    """ "280 million of the 1.5 billion shekels": the part is in the unit of the whole."""
    shared = part.unit is None and whole.unit is not None and part.kind in ("digits", "words") and part.age is False
    if shared and lower[part.end : whole.start] in _OF:
        part.unit = whole.unit
    return part


def _modified(lower: str, a: Amount, before: Amount | None) -> Amount:
    """Set modifier, bounds and change from the words around the amount.

    ``before`` is the amount in front of it: "up 17.5 points, or 0.2 percent" moves both.
    """
    start, modifier, change = read_before(lower, a.start)
    if before is not None and before.change and start - before.end < 24 and _OR.search(lower[before.end : start]):
        change = before.change
    if trail := _TRAIL.match(lower, a.end):
        modifier = modifier or en.MODIFIERS_AFTER.get(trail.group().lstrip(", "), "at_least")
        a.end = trail.end()
    a.start, a.change = min(start, a.start), change
    if a.kind == "vague":
        a.value, a.low, a.modifier = None, a.value, "vague"
    elif a.kind != "range":
        a.modifier = modifier or "exact"
        a.value, a.low, a.high = bounds(a.value, a.modifier)
    return a


def bounds(value: float | None, modifier: str) -> tuple[float | None, float | None, float | None]:
    """Value and inclusive bounds of a number under a modifier, as the record contract has it."""
    low = value if modifier in ("exact", "at_least", "more_than") else None
    high = value if modifier in ("exact", "at_most", "less_than") else None
    return value, low, high
