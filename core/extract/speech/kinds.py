"""Kinds of words and of dependency labels as bits, so that one look-up a token answers all.

Membership tests in numpy sort their arguments; one table from a code to bits, looked up
once for all tokens, is a hundred times as fast for the sets that are asked about.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

import numpy as np

from core.extract.columns import Codes, Ints, codes
from core.extract.lang.en import speech as words

SAY = codes(words.forms(*words.SAY))
THINK = codes(words.forms(*words.THINK))
NOUN_CONTENT = codes(words.forms(*words.TAKES_NOUN))
CUE_NOUNS = codes([*words.CUE_NOUNS, *(n + "s" for n in words.CUE_NOUNS)])
ADDRESSING = codes(words.forms(*words.ADDRESSED))
QUOTING = codes(words.forms("quote", "cite"))
PUT = codes(words.forms("put", "estimate"))
MESSAGES = codes(words.MESSAGES)
SEEN = codes(words.SEEN)
CITING = codes(("citing", "quoting"))

SAYS, THINKS, TAKES_NOUN, IS_NOUN, SEMICOLON, NEWLINE, QUOTE, DASH, STRONG, ASKED, NAMED, NAMING, AS = (1 << i for i in range(13))
ADDRESSES, QUOTES, PUTS, IS_MESSAGE, IS_SEEN, CITES = (1 << i for i in range(13, 19))
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
INHERITS, COMPLEMENT, IS_CCOMP, UNASKED, HOLDS_CUE, IS_XCOMP, IS_LEARNT_ONLY = (1 << i for i in range(len(ROLES), len(ROLES) + 7))

NOT_ASKED = """punct det amod compound aux auxpass poss case nummod neg mark prt quantmod predet nmod expl preconj
intj meta""".split()
"""Labels of dependents that are hardly ever what is said, nor a cue, nor cut off."""
LEARNT_ONLY = "dep nsubj attr acomp dative csubj agent".split()
"""Labels with which edges are learnt from, but so seldom taken that asking about them costs more than it finds."""


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
    (NAMING, codes(("known", "named", "dubbed"))), (AS, codes(("as",))), (ADDRESSES, ADDRESSING), (QUOTES, QUOTING),
    (PUTS, PUT), (IS_MESSAGE, MESSAGES), (IS_SEEN, SEEN), (CITES, CITING),
))  # fmt: skip
OF_DEP = _table((
    *((ROLE_BIT[name], codes(labels)) for name, labels in ROLES.items()),
    (INHERITS, codes(("conj", "xcomp", "advcl"))), (COMPLEMENT, codes(("ccomp", "xcomp", "dobj"))),
    (IS_CCOMP, codes(("ccomp",))), (IS_XCOMP, codes(("xcomp",))), (UNASKED, codes(NOT_ASKED)), (IS_LEARNT_ONLY, codes(LEARNT_ONLY)),
    (HOLDS_CUE, codes(("prep", "parataxis", "advcl", "relcl", "ccomp", "acl", "conj", "dep", "npadvmod", "appos", "nsubj"))),
))  # fmt: skip


_SLOTS = 16
"""Bits of the address of a word in a table; few enough words that a multiplier is soon found under which no two share one."""


class Kinds:
    """A dictionary from codes to bits that is asked for all tokens at once: one multiplication and two look-ups."""

    def __init__(self, table: dict[int, int]) -> None:
        members = np.array(list(table), dtype=np.uint64)
        self._shift = np.uint64(64 - _SLOTS)
        self._factor = next(f for f in _factors() if len(np.unique((members * f) >> self._shift)) == len(members))
        at = (members * self._factor) >> self._shift
        self._member: Codes = np.zeros(1 << _SLOTS, dtype=np.uint64)
        self._bits: Ints = np.zeros(1 << _SLOTS, dtype=np.int64)
        self._member[at], self._bits[at] = members, list(table.values())

    def __call__(self, values: Codes) -> Ints:
        """The bits of each value, 0 for those not in the table."""
        at = ((values * self._factor) >> self._shift).view(np.int64)
        found: Ints = self._bits.take(at) * (self._member.take(at) == values)
        return found


def _factors() -> Iterator[np.uint64]:
    """Odd numbers with bits all over, the same ones every time."""
    for step in count():
        yield np.uint64((0x9E3779B97F4A7C15 * (2 * step + 1)) & 0xFFFFFFFFFFFFFFFF)


kinds_of_words, kinds_of_labels = Kinds(OF_WORD), Kinds(OF_DEP)
