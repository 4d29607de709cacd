"""Amounts: numerals with their unit, modifier, bounds and direction of change. No spaCy."""

from __future__ import annotations

import re
from collections.abc import Iterator

from core.extract.counting.amount import Amount
from core.extract.counting.modifiers import read_before
from core.extract.counting.numerals import FOOT, Numeral, find_numerals, same_length_lower
from core.extract.counting.ranges import join, share_unit
from core.extract.counting.units import after_dollars, currency_before, magnitude_suffix, unit_after
from core.extract.lang.en import numbers as en
from core.extract.lang.en.abbreviations import ABBREVIATIONS
from core.extract.lang.en.claims import MONEY
from core.extract.lang.en.units import TIME_UNITS, UNIT_WORDS
from core.extract.normalize.numbers import scale
from core.extract.normalize.units import SYMBOLS, is_money

_TRAIL = re.compile(r"\s?\+(?!\w)|-odd\b|-plus\b| odd(?= [a-z])|,? (?:or (?:more|so|fewer|less|above|older|younger|over|higher|below|under|lower|greater|thereabouts)|and (?:above|over|older|younger)|plus)\b(?! than)")
_TRAILS = frozenset(("-o", "-p", " o", " a", " p", ", "))
"""What the words of ``_TRAIL`` begin with; a plus sign aside."""
_MINUS = ("-", "−", "minus ", "negative ", "$", "£", "€", "¥")
_NEGATIVE = re.compile(r"(?:(?<![\w.)%$])[-−]|(?<!\bor )\bminus[ -]|\bnegative |[$£€¥][-−])(?:[$£€¥])?$")
_OR = re.compile(r"^[a-z ]{0,16}(?:,? or| \() ?$")
_MORE = re.compile(r" (?:(more)|less|fewer)\b(?! or\b)")
_CONVERTED = re.compile(r"(?: (?P<word>[a-z]+)){0,2} \($")
_SCALE = re.compile(r" on the (?P<unit>[^\W\d_°]{1,12}) scale\b")
_ABBREVIATED = re.compile(rf"[ \u00a0-]?(?P<word>{'|'.join(sorted(ABBREVIATIONS, key=len, reverse=True))})(?![\w/])")
_ABBREVIATE = frozenset(word[0] for word in ABBREVIATIONS)
_PENCE = re.compile(r"p(?![\w'’-])")
_SCREEN_LINES = frozenset((144, 240, 360, 480, 576, 720, 1080, 1440, 2160, 4320))
"""A "p" behind these is a screen's, not pence; pence are counted, as they are of no one currency."""


def find_amounts(text: str, lower: str | None = None) -> Iterator[Amount]:
    """Yield the amounts of a text from left to right; ``lower`` is it in lower case, of the same length."""
    lower = same_length_lower(text) if lower is None else lower
    waiting: Amount | None = None
    done: Amount | None = None
    for numeral in find_numerals(text, lower):
        amount = _amount(text, lower, numeral)
        if amount is None:
            continue
        if waiting is not None:
            joined = join(lower, waiting, amount)
            if joined is not None:
                waiting = joined
                continue
            share_unit(lower, waiting, amount)
            done = _modified(lower, waiting, done)
            yield done
        waiting = amount
    if waiting is not None:
        yield _modified(lower, waiting, done)


def _amount(text: str, lower: str, n: Numeral) -> Amount | None:
    """The numeral with its currency or unit, not yet its modifier."""
    start, end, value = n.start, n.end, n.value
    if n.suffix == FOOT:
        return Amount(start, end, start, end, value, None, None, "exact", "foot", n.kind, clean=_clean_before(text, start))
    money = currency_before(text, start) if n.kind in ("digits", "fraction") else None
    if n.suffix and (mag := magnitude_suffix(text, end, n.suffix, money is not None)):
        value, end = scale(value, mag.factor), mag.at
    if text.startswith("p", end) and n.kind == "digits" and value not in _SCREEN_LINES and _PENCE.match(text, end):
        end += 1
    number_end, clean = end, True
    unit = unit_after(text, lower, end + _between(lower, n.kind, end) if n.kind in ("vague", "fraction") else end)
    name = money.name if money else None
    if money:
        start = money.at
        end = after_dollars(text, end) if name == "USD" else end
        if unit and (unit.name == name or is_money(unit.name)):
            end, name = unit.at, unit.name
    elif unit:
        end, name = unit.at, unit.name
    elif text.startswith(" on the ", end) and (scaled := _SCALE.match(text, end)):
        name = SYMBOLS.get(scaled["unit"]) or UNIT_WORDS.get(scaled["unit"].lower())
    if n.kind in ("digits", "fraction"):
        clean = _clean_before(text, start) and (end > number_end or not text[number_end : number_end + 1].isalnum())
        if value is not None and lower.endswith(_MINUS, 0, start) and (minus := _NEGATIVE.search(lower, max(0, start - 12), start)):
            value, start = -value, minus.start()
    amount = Amount(start, end, n.start, number_end, value, None, None, "exact", name, n.kind, age=bool(unit and unit.age), clean=clean)
    if name is None and n.kind in ("digits", "words"):
        _abbreviated(lower, amount)
    return amount


def _abbreviated(lower: str, a: Amount) -> None:
    """Read what an abbreviation counts: "300,000 bpd" are barrels per day."""
    m = _ABBREVIATED.match(lower, a.end) if lower[a.end : a.end + 2].lstrip(" \u00a0-")[:1] in _ABBREVIATE else None
    if m is not None:
        counts = ABBREVIATIONS[m["word"]]
        a.value, a.counted, a.per, a.end = scale(a.value, counts.factor), counts.counted, counts.per, m.end()


def _between(lower: str, kind: str, end: int) -> int:
    """The length of what may stand between a vague number or a fraction and its unit: "tens of kilometers", "half an hour"."""
    if kind == "vague":
        return 3 if lower.startswith(" of ", end) else 0
    return 2 if lower.startswith(" a ", end) else 3 if lower.startswith(" an ", end) else 0


def _clean_before(text: str, start: int) -> bool:
    return not start or not (text[start - 1].isalnum() or text[start - 1] in "#_@")


def _modified(lower: str, a: Amount, before: Amount | None) -> Amount:
    """Set modifier, bounds and change from the words around the amount.

    ``before`` is the amount in front of it: "up 17.5 points, or 0.2 percent" moves both.
    """
    start, modifier, change = read_before(lower, a.start)
    if before is not None and before.change and start - before.end < 24 and _OR.search(lower[before.end : start]):
        change = before.change
    if (a.unit == "percent" or a.kind == "fraction") and (more := _MORE.match(lower, a.end)):
        change = "up" if more[1] else "down"  # "lost a third more tanks"
    behind = lower[a.end : a.end + 2]
    if (behind in _TRAILS or "+" in behind) and (trail := _TRAIL.match(lower, a.end)):
        modifier = modifier or en.MODIFIERS_AFTER.get(trail.group().lstrip(", "), "at_least")
        a.end = trail.end()
    a.start, a.change = min(start, a.start), change
    if a.kind == "vague":
        a.value, a.low, a.modifier = None, a.value, "vague"
    elif a.kind != "range":
        a.modifier = modifier or (_of_converted(lower, a, before) if before is not None else None) or "exact"
        a.value, a.low, a.high = bounds(a.value, a.modifier)
    return a


def _of_converted(lower: str, a: Amount, before: Amount) -> str | None:
    """The modifier of the amount that this one converts: "more than 7.5 million crowns (US$1.1 million)"."""
    if before.modifier in ("exact", "about", "range", "vague") or not lower.startswith(")", a.end) or a.unit in (None, "percent", *TIME_UNITS):
        return None
    m = _CONVERTED.match(lower[before.end : a.start])
    if m is None or a.unit == before.unit:
        return None
    if before.unit is not None:
        return before.modifier if is_money(a.unit) == is_money(before.unit) else None
    return before.modifier if is_money(a.unit) and m["word"] in MONEY else None


def bounds(value: float | None, modifier: str) -> tuple[float | None, float | None, float | None]:
    """Value and inclusive bounds of a number under a modifier, as the record contract has it."""
    low = value if modifier in ("exact", "at_least", "more_than") else None
    high = value if modifier in ("exact", "at_most", "less_than") else None
    return value, low, high
