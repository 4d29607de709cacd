"""What the scorer sees of two tokens that hang together: hashed features, in numpy.

A feature is a few attributes of the tokens around an edge of the dependency tree, hashed
into one table of weights ("the hashing trick": Weinberger et al., ICML 2009). No words
are kept, only sums of weights, and everything is computed for all edges of a Doc at once.
"""

from __future__ import annotations

import math
from array import array
from bisect import bisect_left

import numpy as np
from numpy.typing import NDArray

from core.extract.columns import Codes, Ints
from core.extract.speech.kinds import (
    CUE_KINDS,
    INHERITS,
    IS_LEARNT_ONLY,
    ROLE_BIT,
    ROLES,
    SEPARATORS,
    UNASKED,
    kinds_of_labels,
)
from core.extract.speech.syntax import Parse

BITS = 17
Features = NDArray[np.int64]
"""Indices into the table of weights: a row for a template, a column for an edge."""

_MIX = np.uint64(0x9E3779B97F4A7C15)
_SHIFT = np.uint64(64 - BITS)
TEMPLATES: tuple[tuple[str, ...], ...] = (
    ("h", "vd"), ("hs", "ht", "vd"), ("v", "vd"), ("h", "v"), ("vs", "vd", "ht"), ("h", "mark_v"), ("vd", "mark_v"),
    ("h", "first_v"), ("vd", "first_v"), ("h", "subj_et"), ("h", "subj_w"), ("subj_w", "vd"),
    ("subj_et", "subj_t", "vd"), ("h", "has_subj", "vd"), ("ht", "hd", "vd"), ("g", "h", "vd"), ("g", "hd", "vd"),
    ("gt", "hd", "vd"), ("gd", "h", "vd"), ("quote", "vd"), ("quote", "vd", "side", "punct"), ("punct", "vd"),
    ("after_h", "h"), ("after_h", "vd", "h"), ("obj_h", "vd", "h"), ("clause_h", "vd"), ("clause_h", "vd", "h"),
    ("obj_w", "vd"), ("prep_h", "vd", "h"), ("passive_h", "vd", "h"), ("neg_h", "vd", "h"), ("aux_w", "h"),
    ("agent_h", "vd", "h"), ("size", "vd"), ("gap", "vd", "side"), ("v_et", "vd", "h"), ("subj_v", "vd", "ht"),
    ("title", "vd", "ht"), ("edge_p", "vd", "h"), ("class_h", "vd", "ht"), ("class_h", "vd", "side", "punct"),
    ("class_h", "subj_et", "vd"), ("class_h", "mark_v", "vd"), ("class_h", "quote", "vd"), ("class_g", "h", "vd"),
    ("class_h", "hd", "vd"), ("class_h", "v"), ("class_v", "vd", "ht"), ("between", "vd"), ("between", "hd", "vd"),
    ("between", "class_h", "vd"),
)  # fmt: skip
"""Each names the attributes that are hashed together."""


class Attributes:
    """Attributes of every token of a Doc that templates name; the last entry stands for none."""

    def __init__(self, parse: Parse, quote: Ints) -> None:
        n = self.n = parse.n
        columns = parse.columns
        self.head: Ints = np.append(columns.heads, n)
        table = np.zeros((5, n + 1), dtype=np.uint64)
        table[:, :n] = columns.lowers, columns.tags, columns.deps, columns.suffixes, parse.entities
        self.word, self.tag, self.dep, self.suffix, self.ent = table
        left, right = parse.edges
        self.left: Ints = np.frombuffer(array("q", [*left, n]), dtype=np.int64)
        self.right: Ints = np.frombuffer(array("q", [*right, n]), dtype=np.int64)
        self.quote: Ints = np.append(quote, 0)
        self.word_kind: Ints = np.append(parse.word_kind, 0)
        self.dep_kind: Ints = np.append(kinds_of_labels(columns.deps), 0)
        self.roles = self._dependents()
        self.role = dict(zip(ROLES, self.roles, strict=True))
        self._inherit(self.role["subj"])
        self.title = _headline(parse)
        self.seen: Ints = np.cumsum(self.word_kind & SEPARATORS > 0, axis=1)

    def asked(self, learning: bool = False) -> tuple[Ints, Ints]:
        """The edges that the scorer is asked about, or learns from, as heads and dependents."""
        left_out = UNASKED if learning else UNASKED | IS_LEARNT_ONLY
        unasked = (self.dep_kind[:-1] & left_out > 0) | (self.head[:-1] == np.arange(self.n))
        v = np.flatnonzero(~unasked)
        return self.head[v], v

    def between(self, h: Ints, v: Ints) -> Codes:
        """Which kinds of separators stand between two tokens, as bits."""
        found: Codes = np.packbits(self.seen[:, h] != self.seen[:, v], axis=0, bitorder="little")[0]
        return found

    def _dependents(self) -> Ints:
        """For every role and token the first dependent in that role, else the empty entry."""
        roles = _ROLE_OF[self.dep_kind & (len(_ROLE_OF) - 1)]
        where = np.flatnonzero(roles >= 0)[::-1]
        found = np.full((len(ROLES), self.n + 1), self.n, dtype=np.int64)
        found[roles[where], self.head[where]] = where
        return found

    def _inherit(self, subject: Ints) -> None:
        """Give a verb without a subject that of the verb above it, three steps up at most."""
        heirs = np.flatnonzero(self.dep_kind & INHERITS)
        for _ in range(3):
            heirs = heirs[subject[heirs] == self.n]
            subject[heirs] = subject[self.head[heirs]]


_ROLE_OF: Ints = np.full(1 << len(ROLES), -1)
_ROLE_OF[list(ROLE_BIT.values())] = np.arange(len(ROLES))
"""The number of a role by its bit; a label has one role at most."""


def _headline(parse: Parse) -> int:
    """How many tokens the headline has: a short first line with a blank one after it."""
    line = parse.text[:HEADLINE].find("\n\n")
    return bisect_left(parse.starts, line) if line > 0 else 0


HEADLINE = 140
"""Characters; longer first lines are paragraphs."""


_STEPS: Codes = np.array([min(int(math.log2(n + 1)) * 2 + (n > 6), 14) for n in range(256)], dtype=np.uint64)


def bucket(x: Ints) -> Codes:
    """A length on a coarse scale of powers of two."""
    return _STEPS.take(x, mode="clip")


NAMES = (
    "h", "ht", "hd", "hs", "v", "vd", "vs", "v_et", "g", "gt", "gd", "side", "mark_v", "first_v", "subj_w", "subj_t", "subj_et",
    "has_subj", "subj_v", "quote", "punct", "after_h", "obj_h", "obj_w", "clause_h", "aux_w", "size", "gap", "title",
    "class_h", "class_g", "class_v", "between", "edge_p", "prep_h", "passive_h", "neg_h", "agent_h",
)  # fmt: skip
"""The attributes of an edge, in the order that their hashes are seeded by."""
_ROW = {name: i for i, name in enumerate(NAMES)}


def _rows(names: str) -> Ints:
    return np.array([_ROW[name] for name in names.split()])


_WORDS = _rows("h v g mark_v first_v subj_w subj_v punct after_h obj_w aux_w edge_p")
_TAGS, _DEPS, _ENTS = _rows("ht gt subj_t obj_h"), _rows("hd vd gd clause_h"), _rows("v_et subj_et")
_SUFFIXES, _LENGTHS, _CLASSES = _rows("hs vs"), _rows("size gap"), _rows("class_h class_g class_v")
_FLAGS = _rows("has_subj prep_h passive_h neg_h agent_h")
_FLAG_ROLES = [list(ROLES).index(name) for name in ("subj", "prep", "passive", "neg", "agent")]


def attributes_of(a: Attributes, h: Ints, v: Ints) -> Codes:
    """The attributes of the edges from heads ``h`` to dependents ``v``, a row for each of ``NAMES``."""
    n, g, left, right = a.n, a.head[h], a.left[v], a.right[v]
    of_head = dict(zip(ROLES, roles := a.roles[:, h], strict=True))
    subject, before_v = of_head["subj"], np.where(left > 0, left - 1, n)
    found: Codes = np.empty((len(NAMES), len(h)), dtype=np.uint64)
    found[_WORDS] = a.word[np.array((
        h, v, g, a.role["mark"][v], left, subject, a.role["subj"][v], before_v, h + 1, of_head["object"], of_head["aux"],
        np.minimum(right + 1, n),
    ))]  # fmt: skip
    found[_TAGS] = a.tag[np.array((h, g, subject, of_head["object"]))]
    found[_DEPS] = a.dep[np.array((h, v, g, of_head["clause"]))]
    found[_ENTS] = a.ent[np.array((v, subject))]
    found[_SUFFIXES] = a.suffix[np.array((h, v))]
    found[_CLASSES] = a.word_kind[np.array((h, g, v))] & CUE_KINDS
    found[_FLAGS] = roles[_FLAG_ROLES] != n
    found[_ROW["side"]] = v < h
    found[_ROW["quote"]] = (a.quote[h] > 0) * 4 + (a.quote[v] > 0) * 2 + (a.quote[left] != a.quote[right])
    found[_LENGTHS] = bucket(np.array((right - left, np.abs(h - v))))
    found[_ROW["title"]] = h < a.title
    found[_ROW["between"]] = a.between(h, v)
    return found


_ORDER = sorted(range(len(TEMPLATES)), key=lambda j: -len(TEMPLATES[j]))
"""Templates with the most attributes first: those that have one at a place are then a slice."""
_PLACES = [np.array([_ROW[TEMPLATES[j][place]] for j in _ORDER if len(TEMPLATES[j]) > place]) for place in range(len(TEMPLATES[_ORDER[0]]))]
"""For each place in a template the rows of the attributes that stand there."""
_SEEDS = ((np.arange(1, len(TEMPLATES) + 1, dtype=np.uint64) * np.uint64(0xD1B54A32D192ED03))[_ORDER])[:, None]
_NUMBERS = np.arange(1, len(NAMES) + 1, dtype=np.uint64)[:, None]


def hashed(values: Codes) -> Features:
    """Indices of the features of some edges, the templates by the number of their attributes.

    All templates at once: Docs have few edges, so that the cost is that of the numpy calls.
    """
    seeded = (values + _NUMBERS) * _MIX
    total: Codes = seeded[_PLACES[0]] + _SEEDS
    for place, rows in enumerate(_PLACES[1:], 1):
        part = seeded[rows]
        total[: len(rows)] ^= (part << np.uint64(place)) ^ (part >> np.uint64(64 - place))
    total ^= total >> np.uint64(29)
    total *= _MIX
    total >>= _SHIFT
    return total.view(np.int64)
