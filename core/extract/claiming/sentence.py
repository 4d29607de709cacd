"""The sentences of a Doc by character offset, also of a Doc that nobody parsed."""

from __future__ import annotations

import weakref
from bisect import bisect_right

import numpy as np
from spacy.tokens import Doc

from core.extract.columns import columns_of
from core.records import Span


class Sentences:
    """The sentence spans of a Doc, found once; one span over all where none are marked.

    A line's end is a sentence's end, whatever the parser joined over it: lists have no full stops.
    """

    def __init__(self, doc: Doc, text: str) -> None:
        whole = _marked(doc) if len(doc) else [(0, 0)]
        self.spans: list[Span] = [line for span in whole for line in _lines(text, span)] if "\n" in text else whole
        self._starts = [start for start, _ in self.spans]

    def around(self, char: int) -> Span:
        """Start and end of the sentence that holds a character."""
        return self.spans[max(bisect_right(self._starts, char) - 1, 0)]


_last: tuple[weakref.ref[Doc], Sentences] | None = None


def sentences_of(doc: Doc, text: str) -> Sentences:
    """The sentences of a Doc that is parsed for good; kept for the last Doc asked about, as claims and checks both do."""
    global _last
    last = _last  # another thread may put its own there meanwhile
    if last is None or last[0]() is not doc:
        last = _last = (weakref.ref(doc), Sentences(doc, text))
    return last[1]


def _marked(doc: Doc) -> list[Span]:
    """The sentences that the parser marked; one over all where it marked none."""
    columns = columns_of(doc)
    firsts = [0, *(np.flatnonzero(np.diff(columns.sents)) + 1).tolist()]
    return [(columns.start[a], columns.end[b - 1]) for a, b in zip(firsts, [*firsts[1:], len(doc)], strict=True)]


def _lines(text: str, span: Span) -> list[Span]:
    """The span in pieces that start after each line's end."""
    if text.find("\n", *span) < 0:
        return [span]
    starts = [span[0]]
    while (at := text.find("\n", starts[-1], span[1])) >= 0:
        starts.append(at + 1)
    return list(zip(starts, [*starts[1:], span[1]], strict=True))
