"""A parsed Doc as plain lists and arrays, made once an article: cheap to walk many times.

Token attributes are spaCy's integers; ``code`` gives the integer of a label or word.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property

import numpy as np
from spacy.tokens import Doc

from core.extract.columns import Codes, Ints, columns_of
from core.extract.component import text_of
from core.extract.speech.kinds import kinds_of_words


class Parse:
    """The dependency tree and the tags of a Doc, by token index."""

    def __init__(self, doc: Doc) -> None:
        columns = self.columns = columns_of(doc)
        self.n = columns.n
        self.text = text_of(doc)
        self.starts, self.ends = columns.start, columns.end
        self.lower, self.tag, self.dep, self.head = columns.lower, columns.tag, columns.dep, columns.head
        self.entities: Codes = doc.to_array(["ENT_TYPE"]).astype(np.uint64, copy=False)
        self.entity: list[int] = self.entities.tolist()
        self.sent: list[int] = columns.sents.tolist()
        self._of_kind: dict[int, list[int]] = {}
        self._each = np.arange(self.n)
        self._order, self._first = columns.children.order, columns.children.first

    def chars(self, tokens: tuple[int, int]) -> tuple[int, int]:
        """The characters of a range of tokens."""
        return self.starts[tokens[0]], self.ends[tokens[1] - 1]

    def words(self, tokens: tuple[int, int]) -> str:
        """The text of a range of tokens."""
        start, end = self.chars(tokens)
        return self.text[start:end]

    def children(self, i: int) -> list[int]:
        """The direct dependents of a token, in text order."""
        return self._order[self._first[i] : self._first[i + 1]]

    def child(self, i: int, deps: frozenset[int]) -> int | None:
        """The first dependent with one of the labels."""
        dep = self.dep
        for j in self._order[self._first[i] : self._first[i + 1]]:
            if dep[j] in deps:
                return j
        return None

    @cached_property
    def edges(self) -> tuple[list[int], list[int]]:
        """First and last token of the subtree of every token.

        Two passes: left dependents are complete before their head going right, right ones
        going left. Crossing branches are taken in as far as they hang from those.
        """
        left, right = list(range(self.n)), list(range(self.n))
        head = self.head
        for i in np.flatnonzero(self.columns.heads > self._each).tolist():
            if left[i] < left[head[i]]:
                left[head[i]] = left[i]
        for i in np.flatnonzero(self.columns.heads < self._each)[::-1].tolist():
            if right[i] > right[head[i]]:
                right[head[i]] = right[i]
        return left, right

    def of_kind(self, bits: int) -> list[int]:
        """The tokens whose word is of one of some kinds."""
        found = self._of_kind.get(bits)
        if found is None:
            found = self._of_kind[bits] = np.flatnonzero(self.word_kind & bits).tolist()
        return found

    def of_kind_in(self, bits: int, first: int, last: int) -> list[int]:
        """Those from one token to another, the last one too."""
        places = self.of_kind(bits)
        return places[bisect_left(places, first) : bisect_left(places, last + 1)] if places else places

    @cached_property
    def word_kind(self) -> Ints:
        """The kinds of each word, as bits of ``kinds``."""
        return kinds_of_words(self.columns.lowers)

    def extent(self, i: int) -> tuple[int, int]:
        """First token of the subtree of a token, and one past its last."""
        left, right = self.edges
        return left[i], right[i] + 1
