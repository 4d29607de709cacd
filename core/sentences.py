"""Sentence spans of plain text, without a language model.

The views cite the sentence that a record stands in; the store links records that share
one. Both need a span that depends on the text alone, so that it is the same on every run
and whatever model made the records. A paragraph ends at a line feed; a sentence ends at a
terminator with its closing quotes, before a space and the start of another sentence,
unless the word before is a known abbreviation or an initial.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from core.records import Span

# Possessive and anchored at the first mark of a run, so that a run of any length costs linear time.
_END = re.compile(
    r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s{1,9}[\"'“‘«(\[]{0,9}[^\W_a-z])|(?<![。！？؟])[。！？؟]++[”’」』]?|\n+"
)
_WORD_BEFORE = re.compile(r"(?:\w|\.)+$")
_LONGEST_ABBREVIATION = 12

ABBREVIATIONS = frozenset(
    ["mr", "mrs", "ms", "dr", "prof", "rev", "hon", "st", "sr", "jr", "gen", "lt", "col", "maj", "capt", "sgt", "cpl", "cmdr", "adm", "brig", "sen", "rep", "gov", "pres", "supt", "insp", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun", "inc", "ltd", "co", "corp", "vs", "etc", "approx", "dept", "est", "fig", "no", "nos", "vol", "al", "mt", "ft", "e.g", "i.e", "cf", "ca"]
)
"""Words, lower case and without the last point, after which a point ends no sentence."""


class Sentences:
    """The sentences of one text, found once and then looked up by offset."""

    def __init__(self, text: str) -> None:
        self._starts = [0]
        self._ends: list[int] = []
        for found in _END.finditer(text):
            if found[0][0] == "." and _abbreviated(text, found.start(), found[0]):
                continue
            self._close(text, found.end())
        self._ends.append(max(self._starts[-1], len(text.rstrip())))

    def _close(self, text: str, end: int) -> None:
        start = self._starts[-1]
        body = text[start:end].rstrip()
        if not body.strip():
            self._starts[-1] = _skip_space(text, end)
            return
        self._ends.append(start + len(body))
        self._starts.append(_skip_space(text, end))

    def covering(self, start: int, end: int) -> Span:
        """Span from the start of the sentence at ``start`` to the end of the one at ``end - 1``."""
        first, last = self._index(start), self._index(max(start, end - 1))
        return min(self._starts[first], start), max(self._ends[last], end)

    def _index(self, offset: int) -> int:
        return max(0, bisect_right(self._starts, offset) - 1)

    def spans(self) -> list[Span]:
        """All sentences in text order; white space between them belongs to none."""
        return [(a, b) for a, b in zip(self._starts, self._ends, strict=True) if b > a]


def sentence_at(text: str, offset: int) -> Span:
    """Span of the sentence around one offset. For many offsets of a text use ``Sentences``."""
    return Sentences(text).covering(offset, offset + 1)


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _abbreviated(text: str, dot: int, mark: str) -> bool:
    if len(mark) > 1:
        return False
    found = _WORD_BEFORE.search(text, max(0, dot - _LONGEST_ABBREVIATION), dot)
    if not found:
        return False
    word = found[0]
    return word.lower() in ABBREVIATIONS or (len(word) == 1 and word.isupper()) or "." in word.strip(".")
