"""The tokens of a Doc as columns, read once for all the extractors that ask one after another.

Values are spaCy's integers, the same in every vocabulary. Walking plain lists costs a
tenth of asking tokens, and reading a Doc into an array more than most rules do.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterable
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from spacy.strings import get_string_id
from spacy.tokens import Doc

Ints = NDArray[np.int64]
Codes = NDArray[np.uint64]
ATTRIBUTES = ("ORTH", "LOWER", "TAG", "DEP", "SUFFIX", "HEAD", "IDX", "LENGTH", "SENT_START")


def code(word: str) -> int:
    """spaCy's integer for a label or a word, the same in every vocabulary."""
    return int(get_string_id(word))


def codes(words: Iterable[str]) -> frozenset[int]:
    """The integers of several words."""
    return frozenset(map(code, words))


class Groups:
    """Indices by a number that each has: linear to make, cheap to ask."""

    def __init__(self, keys: Ints, n: int) -> None:
        """``keys`` has a number from 0 to ``n`` for each index; those with ``n`` are in no group."""
        self.order: list[int] = np.argsort(keys, kind="stable").tolist()
        self.first: list[int] = np.cumsum(np.bincount(keys + 1, minlength=n + 2)).tolist()

    def __getitem__(self, key: int) -> list[int]:
        """The indices with that number, in order."""
        return self.order[self.first[key] : self.first[key + 1]]


class Columns:
    """One array an attribute, a value for each token; the same as lists where rules walk them."""

    def __init__(self, doc: Doc) -> None:
        self.n = len(doc)
        table: Codes = np.ascontiguousarray(doc.to_array(list(ATTRIBUTES)).T)
        self.orths, self.lowers, self.tags, self.deps, self.suffixes = table[:5]
        self._offsets: Ints
        self._offsets, self._idx, self._lengths, self._marks = table[5:].view(np.int64)

    @cached_property
    def heads(self) -> Ints:
        """Index of the head; a root is its own."""
        found: Ints = self._offsets + np.arange(self.n)
        return found

    @cached_property
    def sents(self) -> Ints:
        """Number of the sentence, from 1."""
        found: Ints = np.cumsum(self._marks == 1)
        return found

    @cached_property
    def start(self) -> list[int]:
        """Offset of each token's first character."""
        found: list[int] = self._idx.tolist()
        return found

    @cached_property
    def end(self) -> list[int]:
        """Offset one past each token's last character."""
        found: list[int] = (self._idx + self._lengths).tolist()
        return found

    @cached_property
    def orth(self) -> list[int]:
        """Words as they stand."""
        found: list[int] = self.orths.tolist()
        return found

    @cached_property
    def lower(self) -> list[int]:
        """Words in lower case."""
        found: list[int] = self.lowers.tolist()
        return found

    @cached_property
    def tag(self) -> list[int]:
        """Penn tags."""
        found: list[int] = self.tags.tolist()
        return found

    @cached_property
    def dep(self) -> list[int]:
        """Relations to the heads."""
        found: list[int] = self.deps.tolist()
        return found

    @cached_property
    def head(self) -> list[int]:
        """Indices of the heads; a root is its own."""
        found: list[int] = self.heads.tolist()
        return found

    @cached_property
    def children(self) -> Groups:
        """The direct dependents of each token, in text order."""
        return Groups(np.where(self.heads == np.arange(self.n), self.n, self.heads), self.n)


_last: tuple[weakref.ref[Doc], Columns] | None = None


def columns_of(doc: Doc) -> Columns:
    """The columns of a Doc that is tokenized and parsed for good; kept for the last Doc asked about."""
    global _last
    last = _last
    if last is not None and last[0]() is doc and last[1].n == len(doc):
        return last[1]
    found = Columns(doc)
    _last = (weakref.ref(doc), found)
    return found


def starts_of(doc: Doc) -> list[int]:
    """Offset of each token's first character, without reading the other columns where nobody did yet."""
    last = _last
    if last is not None and last[0]() is doc and last[1].n == len(doc):
        return last[1].start
    found: list[int] = doc.to_array("IDX").tolist()
    return found
