"""Kinds of words and of dependency labels as bits, so that one look-up a token answers all.

Membership tests in numpy sort their arguments; a dictionary from a code to bits, looked up
once for every token, is ten times as fast for the twenty sets that the scorer asks about.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import repeat

import numpy as np

from core.extract.columns import Ints, codes
from core.extract.lang.en import speech as words
from core.extract.speech.clauses import CUE_NOUNS, NOUN_CONTENT, SAY, THINK

SAYS, THINKS, TAKES_NOUN, IS_NOUN, SEMICOLON, NEWLINE, QUOTE, DASH, STRONG, ASKED, NAMED, NAMING, AS = (1 << i for i in range(13))
CUE_KINDS = SAYS | THINKS | TAKES_NOUN | IS_NOUN
SEPARATORS = np.array([[SEMICOLON], [NEWLINE], [QUOTE], [DASH]])

ROLES: dict[str, tuple[str, ...]] = {
    "subj": ("nsubj", "nsubjpass", "csubj", "expl"),
    "mark": ("mark",),
    "clause": ("ccomp", "xcomp"),
    "object": ("dobj", "dative"),
    "aux": ("aux",),
    "passive": ("auxpass",),
    "neg": ("neg",),
    "prep": ("prep",),
    "agent": ("agent",),
}
"""Dependents that a head is known by, and their labels."""
ROLE_BIT = {name: 1 << i for i, name in enumerate(ROLES)}
INHERITS, COMPLEMENT, IS_CCOMP, UNASKED, HOLDS_CUE, IS_XCOMP = (1 << i for i in range(len(ROLES), len(ROLES) + 6))

NOT_ASKED = """punct det amod compound aux auxpass poss case nummod neg mark prt quantmod predet nmod expl preconj
intj meta""".split()
"""Labels of dependents that are hardly ever what is said, nor a cue, nor cut off."""


def _table(groups: Iterable[tuple[int, Iterable[int]]]) -> dict[int, int]:
    table: dict[int, int] = {}
    for bit, members in groups:
        for member in members:
            table[member] = table.get(member, 0) | bit
    return table


OF_WORD = _table((
    (SAYS, SAY), (THINKS, THINK), (TAKES_NOUN, NOUN_CONTENT), (IS_NOUN, CUE_NOUNS),
    (SEMICOLON, codes((";",))), (NEWLINE, codes(("\n", "\n\n"))), (QUOTE, codes(("“", "”", '"', "''", "``"))),
    (DASH, codes(("—", "–", "--", "-", ":"))), (STRONG, codes(words.forms(*words.STRONG))),
    (ASKED, codes(("asked", "pressed", "questioned"))), (NAMED, codes(("named", "identified", "quoted"))),
    (NAMING, codes(("known", "named", "dubbed"))), (AS, codes(("as",))),
))  # fmt: skip
OF_DEP = _table((
    *((ROLE_BIT[name], codes(labels)) for name, labels in ROLES.items()),
    (INHERITS, codes(("conj", "xcomp", "advcl"))), (COMPLEMENT, codes(("ccomp", "xcomp", "dobj"))),
    (IS_CCOMP, codes(("ccomp",))), (IS_XCOMP, codes(("xcomp",))), (UNASKED, codes(NOT_ASKED)),
    (HOLDS_CUE, codes(("prep", "parataxis", "advcl", "relcl", "ccomp", "acl", "conj", "dep", "npadvmod", "appos", "nsubj"))),
))  # fmt: skip


def kinds(table: dict[int, int], values: list[int]) -> Ints:
    """The bits of each value."""
    return np.fromiter(map(table.get, values, repeat(0)), dtype=np.int64, count=len(values))
