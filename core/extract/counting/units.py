"""The unit that belongs to a numeral: the currency before it, the unit or magnitude after it."""

from __future__ import annotations

import re

from msgspec import Struct

from core.extract.lang.en import units as en
from core.extract.lang.en.numbers import SUFFIXES
from core.extract.normalize.units import (
    CURRENCY_CODES,
    CURRENCY_PREFIXES,
    CURRENCY_SIGNS,
    GLUED_ONLY,
    SPACED_ONLY,
    SYMBOLS,
    per,
)


class Unit(Struct, frozen=True, gc=False):
    """A unit as read, and where its text ends (or, for a currency before the number, starts)."""

    name: str | None
    at: int
    factor: float = 1.0
    age: bool = False
    """Whether the words say an age: "68-year-old"."""


_RUN = re.compile(r"[^\W\d_]+")
_FIRST_RUNS = frozenset(
    m.group()
    for name in ("sq.", "cu.", "u.s.", "pound", *en.UNIT_WORDS, *en.CURRENCY_WORDS, *SYMBOLS, *CURRENCY_CODES)
    if (m := _RUN.match(name.lower()))
)
"""The letters with which the names of units begin, in lower case."""
_NAMES = en.CURRENCY_WORDS | en.UNIT_WORDS
_LONG_RUNS = frozenset(m.group() for name in _NAMES if (m := _RUN.match(name)) and m.end() < len(name))
"""The letters with which names of several words begin."""
_NEXT_RUN = re.compile(r"[ \u00a0]?-?([^\W\d_]+)")
_BEFORE = re.compile(r"(?<![A-Za-z])((?:[A-Z][A-Za-z.]{0,5} ?)?[$£€¥]|[A-Z][A-Za-z]{0,3}\.?=?|[^\w\s.,;:!?'\"()\[\]&%#/-]|\$ ?(?:US|A|NZ|HK))( ?)-?$")
_AFTER = re.compile(r"([ \u00a0]?-?)((?:sq|cu|U\.S)\.(?= )|[^\W\d_]{1,24}|%|°[CF]?|[′″€£$¥₽₺₪₴₹℃℉‰])(?:([ -])([^\W\d_.]{1,24})(?:([ -])([^\W\d_.]{1,24}))?)?")
_SYMBOL = re.compile(r"[ \u00a0]?([^\W\d_]{1,12}(?:/[^\W\d_]{1,12})?[\^]?[23²³]?(?:/[^\W\d_]{1,12}\d?)?)(?!\w|[-–.]\w)")
_PER = re.compile(r"(?:(?: ?/ ?| per | an? |-an?-|-per-|-)([a-z]+))(?![a-z])")
_OLD = re.compile(r"[ -](?:olds?|of age)\b")
_JOINS = frozenset((" ", "-", "/"))
_JOINED = frozenset("/pao")
"""What ``_PER`` and ``_OLD`` begin with, behind a space the second letter."""
_US = re.compile(r" ?(?:US|U\.S\.)(?!\w)")
_LONG_SUFFIXES = frozenset(("mln", "bln", "trn", "mrd", "mld", "mio", "bn"))
"""Magnitudes that stand apart from the digits too: "2.5 bln"."""
_YIELD = re.compile(r"(?i)\b(?:yield|warheads?|nuclear|atomic|TNT|fission|thermonuclear)\b")
UNIT_OF_MASS = frozenset(("kilogram", "gram", "metric_ton", "ton", "ounce", "liter"))
"""What pounds may be paid for: pounds "a kilo" are money, and of no one country."""
_OF_MONEY = (" note", " coin", " fine", " bill", " fee", "-a-")
"""What makes "a five-pound" money; else it is a weight: "a 500-pound bomb"."""
_NEAR = 60
_FEW = 9
_MAY_END = frozenset((*CURRENCY_SIGNS, *"s.=z-"))
"""What the last letter of a currency may be, capitals aside."""


def currency_before(text: str, start: int) -> Unit | None:
    """The currency whose sign or code stands right before ``start``: "$", "US $", "RM", "EUR "."""
    if not start:
        return None
    near = text[start - 2 : start - 1] if text[start - 1].isspace() else text[start - 1]
    if not (near.isupper() or near in _MAY_END):
        return None
    window = text[max(0, start - _FEW) : start]
    m = _BEFORE.search(window)
    if m is None:
        return None
    written, gap = m[1], m[2]
    name = CURRENCY_PREFIXES.get(written.replace(" ", ""))
    if name is None and written[-1] in CURRENCY_SIGNS:
        name, written = CURRENCY_SIGNS[written[-1]], written[-1]
    if name is None or (window[-1] == "-" and written[-1].isalpha()):
        return None  # "a P-8 flew": a name, and no eight pesos
    if (gap and written not in CURRENCY_CODES and not any(c in CURRENCY_SIGNS for c in written) and written not in ("Rs", "RM")):
        return None
    return Unit(name, start - len(window) + m.end(1) - len(written))


def after_dollars(text: str, end: int) -> int:
    """The end of "$75 U.S.", ``end`` itself where no country follows a dollar amount."""
    us = _US.match(text, end)
    return us.end() if us else end


def unit_after(text: str, lower: str, end: int) -> Unit | None:
    """The unit that begins at ``end``: "%", " km", "-year-old", " square miles", " dollars"."""
    run = _NEXT_RUN.match(lower, end)
    if run is not None and run[1] not in _FIRST_RUNS:
        return None
    m = _AFTER.match(text, end)
    if m is None:
        return None
    glued = not m[1]
    found = (_words(m, lower, run[1]) if run is not None else None) or _symbol(text, end, glued)
    if found is None and m[2] == "pound" and m[1].endswith("-") and not lower.startswith(_OF_MONEY, m.end(2)):
        found = Unit("pound", m.end(2))
    if found is None:
        return None
    return _with_rate(lower, found)


def _words(m: re.Match[str], lower: str, run: str) -> Unit | None:
    """A unit by its English name of up to three words, the longest first; ``run`` are its first letters."""
    for last in (6, 4, 2) if run in _LONG_RUNS else (2,):
        end = m.end(last)
        if end < 0:
            continue
        phrase = lower[m.start(2) : end]
        name = _NAMES.get(phrase) or (en.UNIT_WORDS.get(phrase.replace("-", " ")) if "-" in phrase else None)
        if name is not None:
            return Unit(name, end)
    return None


def _symbol(text: str, end: int, glued: bool) -> Unit | None:
    if text[end : end + 1] in "°%‰℃℉′″€£$¥₽₺₪₴₹" or text[end : end + 2].strip() in ("%", "°", "€", "£", "$", "₽", "₺", "₪", "₴"):
        at = end + (text[end] == " ")
        for width in (2, 1):
            sign = text[at : at + width]
            name = SYMBOLS.get(sign) or CURRENCY_SIGNS.get(sign)
            if name and not (len(sign) == 1 and name in CURRENCY_SIGNS.values() and text[at + 1 : at + 2].isdigit()):
                return Unit(name, after_dollars(text, at + len(sign)) if name == "USD" else at + len(sign))
        return None
    m = _SYMBOL.match(text, end + (text[end : end + 1] == "-"))
    if m is None:
        return None
    if m[1] == "kt":
        return Unit(_kilotonnes_or_knots(text, end, m.end(1)), m.end(1))
    if (name := SYMBOLS.get(m[1])) and m[1] not in (SPACED_ONLY if glued else GLUED_ONLY):
        return Unit(name, m.end(1))
    return Unit(m[1], m.end(1)) if m[1] in CURRENCY_CODES else None


def _kilotonnes_or_knots(text: str, start: int, end: int) -> str:
    """What "kt" stands for: kilotons by a bomb's yield, kilotonnes "of" something, else knots."""
    if _YIELD.search(text, max(0, start - _NEAR), end + _NEAR):
        return "kiloton"
    return "kilometric_ton" if text.startswith(" of ", end) else "knot"


def _with_rate(lower: str, unit: Unit) -> Unit | None:
    """Take "per hour" into the unit, and see whether the years are an age."""
    behind = lower[unit.at : unit.at + 2]
    if behind[:1] not in _JOINS or (behind[0] == " " and behind[1:] not in _JOINED):
        return unit
    if old := _OLD.match(lower, unit.at):
        return Unit(unit.name, old.end(), age=True)
    m = _PER.match(lower, unit.at)
    if m is None or unit.name is None:
        return unit
    if unit.name == "pound" and UNIT_OF_MASS.intersection((en.UNIT_WORDS.get(m[1], ""),)):
        return None  # "4,500 pounds a kilo" is money
    rate = per(unit.name, en.UNIT_WORDS.get(m[1]) or SYMBOLS.get(m[1]))
    explicit = m.group()[0] != "-" or m.group().startswith(("-per-", "-a"))
    return Unit(rate, m.end()) if rate and explicit and unit.name not in en.TIME_UNITS else unit


def magnitude_suffix(text: str, end: int, suffix: str, money: bool) -> Unit | None:
    """Read the letters behind the digits as a magnitude ("$11m", "4.3M sales", "12.3m tonnes").

    ``m``, ``b`` and ``t`` are units too (5 m, 16 b, 3 t): they are magnitudes after money,
    in capitals where they touch the digits, and before a word that can be counted.
    """
    gap = text[end : end + 1] in " \u00a0"
    at = end + gap + len(suffix)
    written = text[end + gap : at]
    factor = SUFFIXES[suffix]
    if money or (len(suffix) > 1 and not gap):
        return Unit(None, at, factor)
    if gap:
        return Unit(None, at, factor) if suffix in _LONG_SUFFIXES else None
    if suffix == "k" or written in ("M", "B"):
        return Unit(None, at, factor)
    counts = re.match(r" (?:[a-z]{3,}|b/d)", text[at : at + 4]) and suffix in "mb"
    return Unit(None, at, factor) if counts and not re.match(r" (?:high|wide|long|deep|tall|away|from|above|below|and|the|into|sprint|race|run)\b", text[at : at + 8]) else None
