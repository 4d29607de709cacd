"""How sure a number is and which way it moves: the words in front of it."""

from __future__ import annotations

from core.extract.lang.en import numbers as en

_WINDOW = 48
"""Characters in front of a number in which its modifier stands."""
_WORD = 24
"""A word in front of a number is looked at within so many; none that matters is as long."""
_OPENERS = "\"“‘'([—–-"
_SYMBOLS = ("~", "≈", ">=", "<=", ">", "<", "≥", "≤")
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
    last = lower[max(0, start - _WORD) : start]
    if last and not last[-1].isspace():
        return _glued(lower[max(0, start - _WINDOW) : start], start)
    nearest = last.split()[-1:]
    if nearest and nearest[0].lstrip(_OPENERS) not in _LASTS:
        return start, None, None
    words = lower[max(0, start - _WINDOW) : start].split()
    if not words or words[-1].lstrip(_OPENERS) not in _LASTS:
        return start, None, None
    modifier, taken = None, 0
    for _ in range(2):
        found, size = _phrase(words[: len(words) - taken])
        if found is None or _is_definite(words, taken, size) or _is_level(words, taken, size):
            break
        modifier, taken = modifier or found, taken + size
    return _start_of(lower, start, words, taken), modifier, _change(words[: len(words) - taken])


def _glued(window: str, start: int) -> Before:
    """Signs that touch the digits: "+0.2%", "~300", "sub-300"."""
    if window.endswith("sub-"):
        return start - 4, "less_than", None
    if window[-1] == "+":
        return start - 1, None, "up"
    sign = next((s for s in _SYMBOLS if window.endswith(s)), None)
    return (start - len(sign), en.MODIFIERS[sign], None) if sign else (start, None, None)


def _phrase(words: list[str]) -> tuple[str | None, int]:
    """The longest modifier at the end of the words, past hedges ("at least another"), and its length in words."""
    end = len(words)
    while end and len(words) - end <= 2:
        for size in _SIZES.get(words[end - 1].lstrip(_OPENERS), ()):
            kind = en.MODIFIERS.get(" ".join(words[end - size : end]).lstrip(_OPENERS))
            if kind is not None and size <= end:
                return kind, len(words) - end + size
        if words[end - 1] not in en.HEDGES:
            break
        end -= 1
    return None, 0


def _start_of(lower: str, start: int, words: list[str], taken: int) -> int:
    """Where the last ``taken`` words begin, opening quotes and brackets left out."""
    for word in reversed(words[len(words) - taken :] if taken else []):
        start = lower.rfind(word, 0, start) + len(word) - len(word.lstrip(_OPENERS))
    return start


def _is_definite(words: list[str], taken: int, size: int) -> bool:
    """Whether the number is one that is known: "fewer than the 3,113 freed last year" bounds nothing by it."""
    start = len(words) - taken - size
    return words[-1 - taken] == "the" and "than" in words[start:]


def _is_level(words: list[str], taken: int, size: int) -> bool:
    """Whether "up to" says the level that is reached: "inching back up to 4.8 percent"; so "control over three camps"."""
    start = len(words) - taken - size
    if size == 1 and start > 0 and words[start] == "over":
        return words[start - 1] in en.OVER_WHAT
    return size == 2 and start > 0 and words[start] == "up" and words[start - 1] in en.LEVELLED


def _change(words: list[str]) -> str | None:
    last = words[-2] if len(words) > 1 and words[-1] in _SKIPPED else words[-1] if words else ""
    if last in ("up", "down") and len(words) > 1 and words[-1] == last and words[-2] in en.PHRASAL:
        return None
    return "up" if last in en.UP else "down" if last in en.DOWN else None
