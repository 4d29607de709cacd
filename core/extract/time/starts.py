"""With which two token classes a pattern can begin: what spares a token most of the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator

_GROUP = re.compile(r"\((?:\?(?:P<\w+>|:))?")
_LOOKAROUND = re.compile(r"\(\?<?[=!]")
_QUANTIFIER = re.compile(r"([?*+]|\{(\d*),?\d*\})\+?")
LENGTH = 2
Starts = frozenset[str]
_NOTHING: Starts = frozenset(("",))


def starts(pattern: str) -> Starts:
    """Strings of class characters of which every match of an expanded pattern begins with one.

    They are ``LENGTH`` long, or shorter where a match can end so early, "" where it can be
    empty. Lookarounds are passed over: they only narrow what is found here.
    """
    return frozenset().union(*(_of_sequence(branch) for branch in _branches(pattern)))


def may_begin(known: Starts, classes: str) -> bool:
    """Whether one of ``starts`` of a pattern is what ``classes``, of ``LENGTH`` at most, begin with."""
    return any(classes[:length] in known for length in range(LENGTH + 1))


def _of_sequence(branch: str) -> Starts:
    found = _NOTHING
    for item, optional in _items(branch):
        if all(len(s) == LENGTH for s in found):
            break
        found = _joined(found, _of_item(item) | _NOTHING if optional else _of_item(item))
    return found


def _joined(heads: Starts, tails: Starts) -> Starts:
    return frozenset((h + t)[:LENGTH] for h in heads for t in (tails if len(h) < LENGTH else ("",)))


def _of_item(item: str) -> Starts:
    if item[0] == "[":
        return frozenset(item[1:-1])
    if item[0] != "(":
        return frozenset((item,))
    head = _GROUP.match(item)
    return starts(item[head.end() if head else 1 : -1])


def _items(branch: str) -> Iterator[tuple[str, bool]]:
    """Items of a sequence without their quantifiers, and whether there may be none of them.

    A repeated item comes ``LENGTH`` times, as optional from the second time on.
    """
    position = 0
    while position < len(branch):
        end = _close(branch, position)
        item, quantifier = branch[position:end], _QUANTIFIER.match(branch, end)
        position = quantifier.end() if quantifier else end
        if _LOOKAROUND.match(item):
            continue
        mark = quantifier[1] if quantifier else ""
        optional = mark[:1] in ("?", "*") or (quantifier is not None and quantifier[2] in ("", "0"))
        yield item, optional
        if mark[:1] in ("*", "+", "{"):
            yield item, True


def _close(text: str, start: int) -> int:
    """Where the bracket that opens at ``start`` closes; the next character for anything else."""
    depth = 0
    for index in range(start, len(text)):
        depth += (text[index] in "([") - (text[index] in ")]")
        if depth == 0:
            return index + 1
    return len(text)


def _branches(pattern: str) -> Iterator[str]:
    """Alternatives of a pattern, at its top level."""
    depth, start = 0, 0
    for index, char in enumerate(pattern):
        depth += (char in "([") - (char in ")]")
        if char == "|" and depth == 0:
            yield pattern[start:index]
            start = index + 1
    yield pattern[start:]
