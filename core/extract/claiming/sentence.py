"""The sentences of a Doc by character offset, also of a Doc that nobody parsed."""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc

from core.records import Span


class Sentences:
    """The sentence spans of a Doc, found once; one span over all where none are marked."""

    def __init__(self, doc: Doc) -> None:
        marked = doc.has_annotation("SENT_START")
        self.spans: list[Span] = [(s.start_char, s.end_char) for s in (doc.sents if marked else [doc[:]])]
        self._starts = [start for start, _ in self.spans]

    def around(self, char: int) -> Span:
        """Start and end of the sentence that holds a character."""
        return self.spans[max(bisect_right(self._starts, char) - 1, 0)]
