"""A parsed Doc as plain lists and arrays, made once an article: cheap to walk many times.

Token attributes are spaCy's integers; ``code`` gives the integer of a label or word.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id
from spacy.tokens import Doc

from core.extract.component import text_of

Ints = NDArray[np.int64]
Codes = NDArray[np.uint64]
COLUMNS = ("LOWER", "TAG", "DEP", "HEAD", "SENT_START", "SUFFIX", "ENT_TYPE", "LENGTH", "SPACY")


def code(word: str) -> int:
    """spaCy's integer for a label or a word, the same in every vocabulary."""
    return int(get_string_id(word))


def codes(words: Iterable[str]) -> frozenset[int]:
    """The integers of several words."""
    return frozenset(map(code, words))


class Parse:
    """The dependency tree and the tags of a Doc, by token index."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.n = len(doc)
        self.columns: dict[str, Codes] = dict(zip(COLUMNS, doc.to_array(list(COLUMNS)).T, strict=True))
        self.heads: Ints = self.columns["HEAD"].astype(np.int64) + np.arange(self.n)
        length = self.columns["LENGTH"].astype(np.int64)
        ends = np.cumsum(length + self.columns["SPACY"].astype(np.int64)) - self.columns["SPACY"].astype(np.int64)
        self.starts: list[int] = (ends - length).tolist()
        self.ends: list[int] = ends.tolist()
        self.text = text_of(doc)
        self.lower: list[int] = self.columns["LOWER"].tolist()
        self.tag: list[int] = self.columns["TAG"].tolist()
        self.dep: list[int] = self.columns["DEP"].tolist()
        self.entity: list[int] = self.columns["ENT_TYPE"].tolist()
        self.head: list[int] = self.heads.tolist()
        self.sents: Ints = np.cumsum(self.columns["SENT_START"].astype(np.int64) == 1)
        self.sent: list[int] = self.sents.tolist()
        self._order: list[int] = np.argsort(self.heads, kind="stable").tolist()
        self._first: list[int] = np.searchsorted(np.sort(self.heads), np.arange(self.n + 1)).tolist()

    def chars(self, tokens: tuple[int, int]) -> tuple[int, int]:
        """The characters of a range of tokens."""
        return self.starts[tokens[0]], self.ends[tokens[1] - 1]

    def words(self, tokens: tuple[int, int]) -> str:
        """The text of a range of tokens."""
        start, end = self.chars(tokens)
        return self.text[start:end]

    def children(self, i: int) -> list[int]:
        """The direct dependents of a token, in text order."""
        return [j for j in self._order[self._first[i] : self._first[i + 1]] if j != i]

    def child(self, i: int, deps: frozenset[int]) -> int | None:
        """The first dependent with one of the labels."""
        for j in self.children(i):
            if self.dep[j] in deps:
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
        for i in range(self.n):
            if head[i] > i and left[i] < left[head[i]]:
                left[head[i]] = left[i]
        for i in range(self.n - 1, -1, -1):
            if head[i] < i and right[i] > right[head[i]]:
                right[head[i]] = right[i]
        return left, right

    def extent(self, i: int) -> tuple[int, int]:
        """First token of the subtree of a token, and one past its last."""
        left, right = self.edges
        return left[i], right[i] + 1
