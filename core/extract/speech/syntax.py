"""A parsed Doc as plain lists, made once an article: cheap to walk many times.

Token attributes are spaCy's integers; ``code`` gives the integer of a label or word.
"""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from spacy.strings import get_string_id
from spacy.tokens import Doc


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
        columns = doc.to_array(["LOWER", "TAG", "DEP", "HEAD", "SENT_START"])
        self.lower: list[int] = columns[:, 0].tolist()
        self.tag: list[int] = columns[:, 1].tolist()
        self.dep: list[int] = columns[:, 2].tolist()
        heads = columns[:, 3].astype(np.int64) + np.arange(self.n)
        self.head: list[int] = heads.tolist()
        self.sent: list[int] = np.cumsum(columns[:, 4].astype(np.int64) == 1).tolist()
        self._order: list[int] = np.argsort(heads, kind="stable").tolist()
        self._first: list[int] = np.searchsorted(np.sort(heads), np.arange(self.n + 1)).tolist()

    def children(self, i: int) -> list[int]:
        """The direct dependents of a token, in text order."""
        return [j for j in self._order[self._first[i] : self._first[i + 1]] if j != i]

    def child(self, i: int, deps: frozenset[int]) -> int | None:
        """The first dependent with one of the labels."""
        for j in self.children(i):
            if self.dep[j] in deps:
                return j
        return None

    def extent(self, i: int) -> tuple[int, int]:
        """First token of the subtree of a token, and one past its last."""
        token = self.doc[i]
        return token.left_edge.i, token.right_edge.i + 1
