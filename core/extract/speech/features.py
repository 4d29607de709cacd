"""What the scorer sees of two tokens that hang together: hashed features, in numpy.

A feature is a few attributes of the tokens around an edge of the dependency tree, hashed
into one table of weights ("the hashing trick": Weinberger et al., ICML 2009). No words
are kept, only sums of weights, and everything is computed for all edges of a Doc at once.
"""

from __future__ import annotations

import math
from bisect import bisect_left

import numpy as np
from numpy.typing import NDArray

from core.extract.speech.kinds import CUE_KINDS, INHERITS, OF_DEP, OF_WORD, ROLE_BIT, SEPARATORS, UNASKED, kinds
from core.extract.speech.syntax import Codes, Ints, Parse

BITS = 17
Features = NDArray[np.int64]
"""Indices into the table of weights: a row for an edge, a column for a template."""

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
        self.head: Ints = np.append(parse.heads, n)
        self.word, self.tag, self.dep, self.suffix, self.ent = (
            np.append(parse.columns[name], np.uint64(0)) for name in ("LOWER", "TAG", "DEP", "SUFFIX", "ENT_TYPE")
        )
        left, right = parse.edges
        self.left: Ints = np.array([*left, n], dtype=np.int64)
        self.right: Ints = np.array([*right, n], dtype=np.int64)
        self.quote: Ints = np.append(quote, 0)
        self.word_kind: Ints = np.append(kinds(OF_WORD, parse.lower), 0)
        self.dep_kind: Ints = np.append(kinds(OF_DEP, parse.dep), 0)
        self.role = {name: self._dependent(bit) for name, bit in ROLE_BIT.items()}
        self.role["subj"] = self._inherit(self.role["subj"])
        self.title: Codes = np.zeros(n + 1, dtype=np.uint64)
        self.title[: _headline(parse)] = 1
        self.seen = [np.cumsum(self.word_kind & bit > 0) for bit in SEPARATORS]

    def asked(self) -> tuple[Ints, Ints]:
        """The edges that the scorer is asked about, as heads and dependents."""
        unasked = (self.dep_kind[:-1] & UNASKED > 0) | (self.head[:-1] == np.arange(self.n))
        v = np.flatnonzero(~unasked)
        return self.head[v], v

    def between(self, h: Ints, v: Ints) -> Codes:
        """Which kinds of separators stand between two tokens, as bits."""
        total = np.zeros(len(h), dtype=np.uint64)
        for i, seen in enumerate(self.seen):
            total |= (seen[h] != seen[v]).astype(np.uint64) << np.uint64(i)
        return total

    def _dependent(self, bit: int) -> Ints:
        """For every token its first dependent in a role, else the empty entry."""
        where = np.flatnonzero(self.dep_kind & bit)[::-1]
        found = np.full(self.n + 1, self.n, dtype=np.int64)
        found[self.head[where]] = where
        return found

    def _inherit(self, subject: Ints) -> Ints:
        """Give a verb without a subject that of the verb above it, three steps up at most."""
        heirs = self.dep_kind & INHERITS > 0
        for _ in range(3):
            lacking = heirs & (subject == self.n)
            subject = np.where(lacking, subject[self.head], subject)
        return subject


def _headline(parse: Parse) -> int:
    """How many tokens the headline has: a short first line with a blank one after it."""
    line = parse.text[:HEADLINE].find("\n\n")
    return bisect_left(parse.starts, line) if line > 0 else 0


HEADLINE = 140
"""Characters; longer first lines are paragraphs."""


_STEPS: Codes = np.array([min(int(math.log2(n + 1)) * 2 + (n > 6), 14) for n in range(256)], dtype=np.uint64)


def bucket(x: Ints) -> Codes:
    """A length on a coarse scale of powers of two."""
    return _STEPS[np.clip(x, 0, len(_STEPS) - 1)]


def attributes_of(a: Attributes, h: Ints, v: Ints) -> dict[str, Codes]:
    """The attributes of the edges from heads ``h`` to dependents ``v`` by their names."""
    n, role, word = a.n, a.role, a.word
    kind = (a.word_kind & CUE_KINDS).astype(np.uint64)
    g = a.head[h]
    before_v = np.where(a.left[v] > 0, a.left[v] - 1, n)
    after_h = np.minimum(h + 1, n)
    subj_h, subj_v = role["subj"][h], role["subj"][v]
    flags = {f"{name}_h": (role[name][h] != n).astype(np.uint64) for name in ("prep", "passive", "neg", "agent")}
    quote = (a.quote[h] > 0) * 4 + (a.quote[v] > 0) * 2 + (a.quote[a.left[v]] != a.quote[a.right[v]])
    return {
        "h": word[h], "ht": a.tag[h], "hd": a.dep[h], "hs": a.suffix[h],
        "v": word[v], "vd": a.dep[v], "vs": a.suffix[v], "v_et": a.ent[v],
        "g": word[g], "gt": a.tag[g], "gd": a.dep[g],
        "side": (v < h).astype(np.uint64), "mark_v": word[role["mark"][v]], "first_v": word[a.left[v]],
        "subj_w": word[subj_h], "subj_t": a.tag[subj_h], "subj_et": a.ent[subj_h],
        "has_subj": (subj_h != n).astype(np.uint64), "subj_v": word[subj_v], "quote": quote.astype(np.uint64),
        "punct": word[before_v], "after_h": word[after_h],
        "obj_h": a.tag[role["object"][h]], "obj_w": word[role["object"][h]], "clause_h": a.dep[role["clause"][h]],
        "aux_w": word[role["aux"][h]],
        "size": bucket(a.right[v] - a.left[v]), "gap": bucket(np.abs(h - v)), "title": a.title[h],
        "class_h": kind[h], "class_g": kind[g], "class_v": kind[v], "between": a.between(h, v),
        "edge_p": word[np.minimum(a.right[v] + 1, n)], **flags,
    }  # fmt: skip


_SEEDS = np.arange(1, len(TEMPLATES) + 1, dtype=np.uint64) * np.uint64(0xD1B54A32D192ED03)


def hashed(values: dict[str, Codes]) -> Features:
    """Indices of the features of some edges."""
    seeded = {name: (array + np.uint64(i + 1)) * _MIX for i, (name, array) in enumerate(values.items())}
    out = np.empty((len(values["h"]), len(TEMPLATES)), dtype=np.int64)
    for j, names in enumerate(TEMPLATES):
        total = seeded[names[0]] + _SEEDS[j]
        for place, name in enumerate(names[1:], 1):
            total = total ^ (seeded[name] << np.uint64(place)) ^ (seeded[name] >> np.uint64(64 - place))
        total = (total ^ (total >> np.uint64(29))) * _MIX
        out[:, j] = total >> _SHIFT
    return out
