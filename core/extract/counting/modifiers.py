"""How sure a number is and which way it moves: the words in front of it."""

from __future__ import annotations

from core.extract.lang.en import numbers as en

_WINDOW = 48
"""Characters in front of a number in which its modifier stands."""
_WORD = 24
"""A word in front of a number is looked at within so many; none that matters is as long."""
_OPENERS = "\"“‘'([—–-"
_SYMBOLS = ("~", "≈", ">=", "<=", ">", "<", "≥", "≤")
_SIGNS = frozenset(s[-1] for s in _SYMBOLS)
_SKIPPED = frozenset(("by", "another", "just", "only"))
"""Words between a verb of change and its amount."""
_LASTS = frozenset(phrase.rsplit(" ", 1)[-1] for phrase in en.MODIFIERS) | en.HEDGES | en.UP | en.DOWN | _SKIPPED
_SIZES = {
    last: sorted({phrase.count(" ") + 1 for phrase in en.MODIFIERS if phrase.rsplit(" ", 1)[-1] == last}, reverse=True)
    for last in {phrase.rsplit(" ", 1)[-1] for phrase in en.MODIFIERS}
}
"""Last word of modifiers -> how many words they have, the longest first."""


Before = tuple[int, str | None, str | None]
"""Where an amount starts with what stands before it, its modifier and its change."""


def read_before(lower: str, start: int) -> Before:
    """Read start, modifier and change before ``start`` in a text in lower case."""
    if start and not lower[start - 1].isspace():
        return _glued(lower[max(0, start - _WINDOW) : start], start)
    gap = lower.rfind(" ", max(0, start - _WORD), max(0, start - 1))
    if gap >= 0 and lower[gap + 1 : start - 1].isalpha() and lower[gap + 1 : start - 1] not in _LASTS:
        return start, None, None  # most numbers
    words = lower[max(0, start - _WINDOW) : start].split()
    if not words or words[-1].lstrip(_OPENERS) not in _LASTS:
        return start, None, None
    modifier, left = None, len(words)
    for _ in range(2):
        found, size = _phrase(words, left)
        if found is None or _is_definite(words, left, size) or _is_level(words, left - size, size):
            break
        modifier, left = modifier or found, left - size
    if modifier is None:
        return start, None, _change(words, left)
    return _start_of(lower, start, words[left:]), modifier, _change(words, left)


def _glued(window: str, start: int) -> Before:
    """Signs that touch the digits: "+0.2%", "~300", "sub-300"."""
    if window.endswith("sub-"):
        return start - 4, "less_than", None
    if window[-1] == "+":
        return start - 1, None, "up"
    sign = next((s for s in _SYMBOLS if window.endswith(s)), None) if window[-1] in _SIGNS else None
    return (start - len(sign), en.MODIFIERS[sign], None) if sign else (start, None, None)


def _phrase(words: list[str], end: int) -> tuple[str | None, int]:
    """The longest modifier that ends before word ``end``, past hedges ("at least another"), and its length in words."""
    left = end
    while left and end - left <= 2:
        last = words[left - 1]
        for size in _SIZES.get(last.lstrip(_OPENERS), ()):
            kind = en.MODIFIERS.get(" ".join(words[left - size : left]).lstrip(_OPENERS)) if size <= left else None
            if kind is not None:
                return kind, end - left + size
        if last not in en.HEDGES:
            break
        left -= 1
    return None, 0


def _start_of(lower: str, start: int, words: list[str]) -> int:
    """Where these last words begin, opening quotes and brackets left out."""
    for word in reversed(words):
        start = lower.rfind(word, 0, start) + len(word) - len(word.lstrip(_OPENERS))
    return start


def _is_definite(words: list[str], left: int, size: int) -> bool:
    """Whether the number is one that is known: "fewer than the 3,113 freed last year" bounds nothing by it."""
    return words[left - 1] == "the" and "than" in words[left - size :]


def _is_level(words: list[str], start: int, size: int) -> bool:
    """Whether "up to", at word ``start``, says the level that is reached: "inching back up to 4.8 percent"; so "control over three camps"."""
    if not start:
        return False
    if size == 1 and words[start] == "over":
        return words[start - 1] in en.OVER_WHAT
    return size == 2 and words[start] == "up" and words[start - 1] in en.LEVELLED


def _change(words: list[str], left: int) -> str | None:
    """Which way the word before ``left`` moves the number."""
    if not left:
        return None
    last = words[left - 1]
    if last in _SKIPPED and left > 1:
        last = words[left - 2]
    elif last in ("up", "down") and left > 1 and words[left - 2] in en.PHRASAL:
        return None
    return "up" if last in en.UP else "down" if last in en.DOWN else None
