"""Which token classes a pattern cannot do without: what spares a run of tokens most of the rules."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

COMMON = ("THE", "ARTICLE", "OF", "IN", "AND", "TO", "OR", "AT", "ON")
"""Classes so frequent that requiring them spares nothing."""
_NAME = re.compile(r"[A-Z][A-Z0-9]+")
_QUANTIFIER = re.compile(r"[?*+]\+?|\{\d*,?\d*\}")
_GROUP = re.compile(r"\(\?(?:P<\w+>|:|<?[=!])?")


def required(pattern: str, macros: Mapping[str, str], chars: Mapping[str, str]) -> frozenset[str] | None:
    """A set of class characters of which every match has one around it; ``None`` where any will do.

    Of a sequence the smallest such set of its obligatory items, of alternatives the union.
    Lookarounds count, as they look at tokens of the same run.
    """
    found: set[str] = set()
    for branch in _split(pattern):
        sets = [s for s in (_of_item(item, macros, chars) for item in _items(branch)) if s]
        if not sets:
            return None
        common = {chars[name] for name in COMMON}
        found |= min(sets, key=lambda s: (not common.isdisjoint(s), len(s)))
    return frozenset(found)


def _of_item(item: str, macros: Mapping[str, str], chars: Mapping[str, str]) -> frozenset[str] | None:
    if item[0] == "[":
        return frozenset(chars[name] for name in _NAME.findall(item))
    if item[0] == "(":
        head = _GROUP.match(item)
        inner = item[head.end() if head else 1 : -1]
        return None if head and head[0].endswith("!") else required(inner, macros, chars)
    return required(macros[item], macros, chars) if item in macros else frozenset((chars[item],))


def _items(branch: str) -> Iterator[str]:
    """Obligatory items of a sequence: names, sets and groups without a quantifier that allows none."""
    position = 0
    while position < len(branch):
        name = _NAME.match(branch, position)
        end = name.end() if name else _close(branch, position)
        quantifier = _QUANTIFIER.match(branch, end)
        item, position = branch[position:end].strip(), quantifier.end() if quantifier else end
        if item and not (quantifier and quantifier[0][0] in "?*") and not (quantifier and quantifier[0].startswith("{0")):
            yield item


def _close(text: str, start: int) -> int:
    """Where the bracket that opens at ``start`` closes; the next character for anything else."""
    depth = 0
    for index in range(start, len(text)):
        depth += (text[index] in "([") - (text[index] in ")]")
        if depth == 0:
            return index + 1
    return len(text)


def _split(pattern: str) -> list[str]:
    """Alternatives of a pattern, at its top level."""
    branches, depth, start = [], 0, 0
    for index, char in enumerate(pattern):
        depth += (char in "([") - (char in ")]")
        if char == "|" and depth == 0:
            branches.append(pattern[start:index])
            start = index + 1
    return [*branches, pattern[start:]]
