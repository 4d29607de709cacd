"""From clues to an interval: which end each cuts, and which are kept when they contradict."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

from core.records import Clue, Span

STRONG, TOLD, TITLE, WEAK = 4, 3, 2, 1
"""Facts of the world; dates told as past; the end of a term of office; what words only suggest."""


class Hint(NamedTuple):
    """A clue before it is weighed; ``weight`` orders the contradictory, the heaviest first."""

    span: Span
    cut: Literal["earliest", "latest"]
    date: str
    reason: str
    rule: str
    source: str | None = None
    weight: int = STRONG


class Interval(NamedTuple):
    """First and last day that publication can have been; ``None`` is open."""

    earliest: str | None
    latest: str | None


def weigh(hints: Iterable[Hint]) -> tuple[Interval, list[tuple[Hint, bool]]]:
    """The interval that the hints leave, and each hint with whether it was kept.

    What a text knows of is stronger than what it calls someone: an article of 2015 may say
    "President Bush", but it cannot name what had not happened. So lower bounds come first,
    and an upper bound below them is set aside; bounds of weak hints are taken only where
    they leave something.
    """
    ordered = sorted(set(hints), key=lambda h: (-h.weight, h.cut, h.date, h.span))
    earliest: str | None = None
    latest: str | None = None
    kept: list[tuple[Hint, bool]] = []
    for hint in ordered:
        holds = (latest is None or hint.date <= latest) if hint.cut == "earliest" else (earliest is None or hint.date >= earliest)
        # Two who followed each other in office do not date an article to the day between them.
        holds = holds and not (hint.weight == TITLE and hint.date == earliest)
        kept.append((hint, holds))
        if holds and hint.cut == "earliest":
            earliest = max(earliest or hint.date, hint.date)
        elif holds:
            latest = min(latest or hint.date, hint.date)
    return Interval(earliest, latest), kept


def to_clues(kept: Iterable[tuple[Hint, bool]], text: str) -> tuple[Clue, ...]:
    """Records of the hints in text order; what the text says again is told once."""
    found: dict[tuple[str, str, str], Clue] = {}
    for hint, holds in sorted(kept, key=lambda h: h[0].span):
        start, end = hint.span
        found.setdefault(
            (text[start:end].casefold(), hint.cut, hint.date),
            Clue(
                start_char=start, end_char=end, text=text[start:end], cut=hint.cut, date=hint.date,
                reason=hint.reason, rule=hint.rule, source=hint.source, kept=holds,
            ),
        )  # fmt: skip
    return tuple(found.values())
