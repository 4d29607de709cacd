"""Numerals as text to numbers: digits with any separators, fractions, number words.

No spaCy and no exceptions: what is no number is ``None``. The words come from the caller,
so that another language is another table.
"""

from __future__ import annotations

import math
import re
from collections.abc import Container, Mapping, Sequence

MAX_CHARS = 40
"""Longer digit strings are no quantity that a person reads: value unknown."""

VULGAR: Mapping[str, float] = {
    "½": 1 / 2, "⅓": 1 / 3, "⅔": 2 / 3, "¼": 1 / 4, "¾": 3 / 4, "⅕": 1 / 5, "⅖": 2 / 5, "⅗": 3 / 5, "⅘": 4 / 5,
    "⅙": 1 / 6, "⅚": 5 / 6, "⅐": 1 / 7, "⅛": 1 / 8, "⅜": 3 / 8, "⅝": 5 / 8, "⅞": 7 / 8, "⅑": 1 / 9, "⅒": 1 / 10,
}
"""Unicode's vulgar fractions (general category No)."""

_SAME = str.maketrans({"٬": ",", "٫": ".", "’": "'", "\u00a0": " ", "\u202f": " ", "−": "-"})
_EXPONENT = re.compile(r"e[-+]?\d{1,3}$", re.IGNORECASE)
_GROUPS = re.compile(r"\d{1,3}(?:([,.' ])\d{3})(?:\1\d{3})*")
_COMMAS = re.compile(r"\d{1,3}(?:,\d{3})+")
"""The usual way of grouping."""
_INDIAN = re.compile(r"\d{1,3}(?:,\d{2})*,\d{3}")


def parse_digits(text: str) -> float | None:
    """The number that a digit string writes, ``None`` when it writes none or no finite one.

    Thousands may be set apart by comma, space, apostrophe or dot, in threes or in the
    Indian way (12,34,567); of two kinds of separator the last one is the decimal mark
    (1.000,50 and 1,000.50 are the same number). A lone comma before one or two digits is
    a decimal mark. Any script's decimal digits count (Unicode category Nd).
    """
    if len(text) <= MAX_CHARS:
        if text.isdecimal():
            return float(text)
        if _COMMAS.fullmatch(text):
            return float(text.replace(",", ""))
        whole, _, decimals = text.partition(".")
        if whole.isdecimal() and decimals.isdecimal():
            return float(text)
    text = text.translate(_SAME)
    if not text or len(text) > MAX_CHARS:
        return None
    exponent = _EXPONENT.search(text)
    body = text[: exponent.start()] if exponent else text
    plain = _plain(body.lstrip("-"))
    if plain is None:
        return None
    return finite(float(plain + (exponent.group() if exponent else "")) * (-1 if body.startswith("-") else 1))


def _plain(body: str) -> str | None:
    """``body`` with a point as decimal mark and nothing else, or ``None``."""
    if body.isdecimal():
        return body
    whole, mark, rest = _decimal_split(body)
    if mark and not rest.isdecimal():
        return None
    if whole and not (whole.isdecimal() or _GROUPS.fullmatch(whole) or _INDIAN.fullmatch(whole)):
        return None
    digits = "".join(c for c in whole if c.isdecimal())
    return f"{digits or '0'}.{rest}" if mark else digits or None


def _decimal_split(body: str) -> tuple[str, str, str]:
    """Whole part, decimal mark and decimals; no mark when the separators only group."""
    last = max(body.rfind("."), body.rfind(","))
    if last < 0:
        return body, "", ""
    mark = body[last]
    other = any(c in body[:last] for c in ",.' " if c != mark)
    decimals = len(body) - last - 1
    grouping = body.count(mark) > 1 or (mark == "," and not other and decimals not in (1, 2))
    return (body, "", "") if grouping else (body[:last], mark, body[last + 1 :])


def parse_ratio(over: str, under: str) -> float | None:
    """``over / under`` of two digit strings; ``None`` for a division by nothing."""
    a, b = parse_digits(over), parse_digits(under)
    return None if a is None or not b else finite(a / b)


def scale(value: float | None, factor: float) -> float | None:
    """``value * factor`` if both are finite, without the dust of binary fractions (2.4e6, not 2399999.9999999995)."""
    if value is None:
        return None
    product = value * factor
    return finite(round(product, 6) if abs(product) < 1e15 else product)


def finite(value: float) -> float | None:
    """``value``, or ``None`` for infinity and not-a-number; minus zero is zero."""
    return value + 0.0 if math.isfinite(value) else None


def compose(words: Sequence[str], values: Mapping[str, float], magnitudes: Container[str] = ()) -> float | None:
    """The number that cardinal words write: ("two", "hundred", "fifty") is 250.

    Follows English order: units under tens under hundred under thousand and so on; a
    magnitude multiplies what stands before it, and so does a small one that ``magnitudes``
    holds ("three dozen"). ``None`` for a word that is not in ``values``.
    """
    total = group = 0.0
    for word in words:
        value = values.get(word)
        if value is None:
            return None
        if value < 100 and word in magnitudes:
            group = (group or 1.0) * value
        elif value < 100:
            group += value
        elif value == 100:
            group = (group or 1.0) * 100
        else:
            total, group = _close_group(total, group, value)
    return finite(total + group)


def _close_group(total: float, group: float, magnitude: float) -> tuple[float, float]:
    if group == 0 and total:  # "a thousand million", "hundred thousand million"
        return total * magnitude, 0.0
    return total + (group or 1.0) * magnitude, 0.0
