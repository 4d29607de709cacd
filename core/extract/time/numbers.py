"""How many: the amount before a unit of time, in words or digits."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from core.extract.lang.en import time as words

MAX_COUNT = 1_000_000
"""Larger amounts of years or days are no calendar matter."""
_FRACTIONS = {"½": 0.5, "1/2": 0.5, "1/4": 0.25, "3/4": 0.75, "1/3": 1 / 3, "2/3": 2 / 3}
_VAGUE = frozenset({"few", "several", "many", "numerous", "some"})


class Amount(Struct, frozen=True):
    """``count`` is ``None`` for a vague amount ("a few"); ``more`` marks the low end of a range."""

    count: float | None
    more: bool = False


def parse_amount(texts: Sequence[str]) -> Amount:
    """Amount of words such as "two", "a couple of", "2 1/2", "12 to 18", "twenty-four".

    A range gives its lower end. No number at all, as in "weeks", is vague.
    """
    lower = [t.lower() for t in texts]
    if not lower or not _VAGUE.isdisjoint(lower):
        return Amount(None)
    if "couple" in lower:
        return Amount(2)
    for index, token in enumerate(lower[1:-1], start=1):
        figures = lower[index - 1][-1:].isdigit() and lower[index + 1][:1].isdigit()
        if token in ("to", "or") or (token in ("-", "–") and figures):
            return Amount(parse_number(lower[:index]), more=True)
    return Amount(parse_number(lower))


def parse_number(lower: Sequence[str]) -> float | None:
    """Value of a number in lower-case tokens; articles count 1, hyphens nothing."""
    total, current, seen = 0.0, 0.0, False
    for index, token in enumerate(lower):
        value = _value(token)
        if value is not None:
            current, seen = current + value, True
        elif token in words.MULTIPLIERS:
            current, seen = max(current, 1.0) * words.MULTIPLIERS[token], True
            if current >= 1000:
                total, current = total + current, 0.0
        elif token in ("a", "an", "another", "additional", "single") and not _counts(lower[index + 1 :]):
            current, seen = current + (0 if seen else 1), True
        elif token == "half":
            # "half a year" is a half, "a year and a half" and "a half" add one.
            current, seen = (0.5 if not seen or (current == 1 and "and" not in lower) else current + 0.5), True
            if "and" not in lower:
                break
    number = total + current
    return number if seen and number <= MAX_COUNT else None


def _counts(rest: Sequence[str]) -> bool:
    """Whether a number follows an article, which then counts nothing: "another seven"."""
    return any(_value(t) is not None or t in words.MULTIPLIERS or t in ("another", "additional") for t in rest)


def _value(token: str) -> float | None:
    if token in words.NUMBERS:
        return words.NUMBERS[token]
    if token in _FRACTIONS:
        return _FRACTIONS[token]
    digits = token.replace(",", "")
    if digits.isascii() and digits.replace(".", "", 1).isdigit() and len(digits) < 10:
        return float(digits)
    return MAX_COUNT + 1.0 if digits.isascii() and digits.isdigit() else None


def parse_ordinal(texts: Sequence[str]) -> int | None:
    """``3`` of "3rd", "third" or "3"; ``21`` of "twenty-first"."""
    total = 0
    for token in (t.lower() for t in texts):
        if token in words.ORDINALS:
            return total + words.ORDINALS[token]
        if token.isascii() and token.isdigit() and len(token) <= 3:
            return int(token)
        total += words.NUMBERS.get(token, 0)
    return None


def parse_year(texts: Sequence[str]) -> int | None:
    """A year in digits, "'44" (1944), "nineteen ninety-six" or "two thousand and eight"."""
    lower = [t.lower() for t in texts if t not in ("-", "–", "and")]
    if len(lower) == 1 and lower[0].isdigit():
        return int(lower[0][:5])
    if len(lower) == 2 and lower[0] in ("'", "’") and lower[1].isdigit():
        return short_year(int(lower[1]))
    if len(lower) >= 2 and lower[1] == "thousand":
        number = parse_number(lower)
        return int(number) if number is not None and 1000 <= number < 2200 else None
    if len(lower) >= 2 and 16 <= words.NUMBERS.get(lower[0], 0) <= 20:
        rest = parse_number(lower[1:])
        return words.NUMBERS[lower[0]] * 100 + int(rest) if rest is not None and 10 <= rest < 100 else None
    return None


def short_year(two_digits: int) -> int:
    """The year meant by two digits, by POSIX's rule: 69 to 99 are of the 20th century."""
    return two_digits + (1900 if two_digits >= 69 else 2000) if two_digits < 100 else two_digits


_LETTERS = {"S": "S", "MIN": "M", "H": "H", "FN": "W", "WE": "WE"}
_HALVES = {"Y": "6M", "H": "30M", "MIN": "30S", "D": "T12H"}


def format_duration(count: float | None, unit: str) -> str:
    """TIMEX3 duration: ``P2M``, ``PT24H``, ``P2Y6M``; an unknown count is ``PXY``."""
    head = "PT" if unit in ("S", "MIN", "H") else "P"
    letter = _LETTERS.get(unit, unit)
    if count is None:
        return f"{head}X{letter}"
    if unit == "FN":
        count *= 2
    whole = int(count)
    if count == whole:
        return f"{head}{whole}{letter}"
    if count - whole == 0.5 and unit in _HALVES:
        return f"{head}{f'{whole}{letter}' if whole else ''}{_HALVES[unit]}"
    return f"{head}{count:g}{letter}"
