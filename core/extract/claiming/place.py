"""Where a number is about: the nearest place name of its sentence."""

from __future__ import annotations

from bisect import bisect_left

from core.extract.claiming.mention import Reading
from core.records import Span


def place_of(reading: Reading, span: Span, sentence: Span) -> str | None:
    """The id of the nearest toponym, one behind the number before one in front of it; ``None`` for no place.

    Adjectives of places ("Russian ships") come last, and places in a speaker's name not at all.
    """
    start, end = span
    toponyms = reading.toponyms
    best: tuple[bool, int, str] | None = None
    for n in range(bisect_left(toponyms, sentence[0], key=lambda t: t.start_char), len(toponyms)):
        t = toponyms[n]
        if t.start_char >= sentence[1]:
            break
        if reading.speakers.hold(t.start_char):
            continue
        gap = t.start_char - end if t.start_char >= end else 2 * max(start - t.end_char, 0) + 5
        found = (t.role == "demonym", gap, t.id)
        best = found if best is None else min(best, found)
    return best[2] if best else None
