"""Score records against gold spans: the measures of the field, in few lines.

Spans are paired one to one, identical ones first, then the largest overlap. A hit is a
pair for which ``right`` holds; F is the harmonic mean of precision and recall.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import asin, cos, radians, sin, sqrt
from typing import Any

Span = tuple[int, int]


def pair_spans(gold: Sequence[Span], found: Sequence[Span]) -> list[tuple[int, int]]:
    """Index pairs ``(gold, found)``, each index once."""
    overlaps = sorted(
        (gold[i] != found[j], max(gold[i][0], found[j][0]) - min(gold[i][1], found[j][1]), i, j)
        for i in range(len(gold))
        for j in range(len(found))
        if min(gold[i][1], found[j][1]) > max(gold[i][0], found[j][0])
    )
    pairs: list[tuple[int, int]] = []
    for _, _, i, j in overlaps:
        if all(i != a and j != b for a, b in pairs):
            pairs.append((i, j))
    return pairs


def f_score(hits: int, found: int, gold: int) -> float:
    """F of precision ``hits / found`` and recall ``hits / gold``."""
    return 2 * hits / (found + gold) if found + gold else 1.0


def score(articles: Sequence[tuple[Sequence[Any], Sequence[Any]]], right: Callable[[Any, Any], bool]) -> float:
    """F over ``(gold, found)`` lists of dicts with ``start_char`` and ``end_char``."""
    hits = n_gold = n_found = 0
    for gold, found in articles:
        spans = [[(r["start_char"], r["end_char"]) for r in records] for records in (gold, found)]
        hits += sum(right(gold[i], found[j]) for i, j in pair_spans(*spans))
        n_gold, n_found = n_gold + len(gold), n_found + len(found)
    return f_score(hits, n_found, n_gold)


def kilometres(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Great-circle distance between two ``(lat, lon)`` points."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(radians, p)) for p in (a, b))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * 6371.0 * asin(min(1.0, sqrt(h)))
