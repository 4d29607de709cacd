"""A parsed text as arrays, cut into clauses and event nouns.

An *owner* is a token that may carry an event: the verb of a clause, or an event noun;
every token belongs to the nearest owner above it. Rules that ask every token cost more
than all their thinking, so whatever concerns all tokens is done on arrays, and only
owners are looked at one by one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from functools import cached_property
from itertools import repeat
from typing import Any

import numpy as np
from spacy.strings import get_string_id
from spacy.tokens import Doc

from core.extract.columns import Groups, columns_of
from core.extract.component import text_of
from core.extract.dateline import stamp_end
from core.extract.lang.en import conflict as words


def _ids(names: str) -> Any:
    return np.array([get_string_id(n) for n in names.split()], dtype=np.uint64)


_VERBS = tuple(_ids("VB VBD VBG VBN VBP VBZ"))
_NOUNS = frozenset(map(get_string_id, ("NN", "NNS")))
_SPACE = get_string_id("_SP")
_GERUND = get_string_id("VBG")
_NOMINAL = frozenset(("nsubj", "nsubjpass", "dobj", "pobj"))
_CLAUSES = frozenset("ROOT ccomp xcomp advcl relcl acl pcomp csubj csubjpass parataxis dep intj".split())
_MODIFIERS = frozenset("compound amod npadvmod nmod poss".split())
VERB_TERMS: dict[int, str] = {get_string_id(w): kind for w, kind in words.verb_terms().items()}
NOUN_TERMS: dict[int, str] = {get_string_id(w): kind for w, kind in words.noun_terms().items()}
_CUES: dict[int, int] = {get_string_id(w): bits for w, bits in words.cues().items()}


_NAMES: dict[int, str] = {}
"""Tags and relations by spaCy's id, which is the same in every vocabulary."""


def _names(doc: Doc, ids: list[int]) -> list[str]:
    for i in set(ids).difference(_NAMES):
        _NAMES[i] = doc.vocab.strings[i] if i else ""
    return [_NAMES[i] for i in ids]


class Parse:
    """A Doc's words, tags and relations (as spaCy's ids), heads, owners and children, by token."""

    def __init__(self, doc: Doc) -> None:
        """Read a Doc; one without a parse has no clauses."""
        self.doc = doc
        self._text = text_of(doc)
        self._strings = doc.vocab.strings
        columns = columns_of(doc)
        self.lower, self.start, self.head = columns.lower, columns.start, columns.head
        self.dep = _names(doc, columns.dep)
        self._tags, self._end = columns.tag, columns.end
        self.kids = columns.children
        """Children of each token, in text order."""
        # Six comparisons take a tenth of the time of np.isin, which sorts.
        verbal = np.logical_or.reduce([columns.tags == tag for tag in _VERBS])
        self.is_clause = self._clauses(verbal)
        self.verbs: list[int] = np.flatnonzero(self.is_clause).tolist()
        self.nouns = [i for i, w in enumerate(self.lower) if w in NOUN_TERMS and self._is_noun(i, self._tags[i])]
        owners = columns.heads.copy()
        owners[self.verbs] = self.verbs
        owners[self.nouns] = self.nouns
        # Every step doubles the height climbed, so that a tree of any depth takes few.
        while not np.array_equal(above := owners[owners], owners):
            owners = above
        self._owners = owners
        self.owner: list[int] = owners.tolist()

    def _is_noun(self, i: int, tag: int) -> bool:
        """Whether a word of the lexicon is used as a noun of its own: "fighting in Tigray" too."""
        return self.dep[i] not in _MODIFIERS if tag in _NOUNS else tag == _GERUND and self.dep[i] in _NOMINAL

    def _clauses(self, verbal: Any) -> list[bool]:
        is_verb: list[bool] = verbal.tolist()
        found = [False] * len(is_verb)
        for i in np.flatnonzero(verbal).tolist():
            relation = self.dep[i]
            found[i] = relation in _CLAUSES or (relation == "conj" and is_verb[self.head[i]])
        return found

    @cached_property
    def owned(self) -> Groups:
        """Tokens of each owner, marks and white space too, in text order."""
        return Groups(self._owners, len(self.lower))

    def clause_of(self, i: int) -> int:
        """The verb of the clause that a token stands in (or the root of a text without verbs)."""
        o = self.owner[i]
        while not self.is_clause[o] and self.head[o] != o:
            o = self.owner[self.head[o]]
        return o

    @cached_property
    def _cue(self) -> list[int]:
        """For each token the bits of what it is a cue for."""
        return list(map(_CUES.get, self.lower, repeat(0)))

    @cached_property
    def _cue_counts(self) -> Counter[int]:
        return Counter(filter(None, self._cue))

    def count_cues(self, bits: int) -> int:
        """How many words of the text have one of the cues."""
        return sum(count for cue, count in self._cue_counts.items() if cue & bits)

    def cues(self, tokens: list[int]) -> int:
        """Bits of the cue words among the tokens."""
        bits, cue = 0, self._cue
        for i in tokens:
            bits |= cue[i]
        return bits

    def tokens(self, start_char: int, end_char: int) -> tuple[int, int]:
        """First and last token of a span of characters."""
        first = max(bisect_right(self.start, start_char) - 1, 0)
        return first, max(bisect_left(self.start, end_char, first) - 1, first)

    def head_of(self, first: int, last: int) -> int:
        """The token of a stretch that the others hang on."""
        for i in range(first, last + 1):
            if not first <= self.head[i] <= last or self.head[i] == i:
                return i
        return first

    def chars(self, first: int, last: int) -> tuple[int, int]:
        """Offsets of a stretch of tokens."""
        return self.start[first], self._end[last]

    def word(self, i: int) -> str:
        """Lower-case text of a token."""
        return self._strings[self.lower[i]]

    def tag(self, i: int) -> str:
        """Penn tag of a token."""
        name = _NAMES.get(self._tags[i])
        return _names(self.doc, [self._tags[i]])[0] if name is None else name

    def word_before(self, start_char: int) -> str:
        """The word before a span of characters, empty at the start of the text."""
        first = self.tokens(start_char, start_char + 1)[0]
        return self.word(first - 1) if first else ""

    def stamps_entry(self, start_char: int) -> bool:
        """Whether the time of an entry of a running report starts there: when it was written, not when a thing took place."""
        return stamp_end(self._text, start_char) > 0

    def parted(self, one: int, other: int) -> bool:
        """Whether a line ends between two tokens: what the parser joins over that does not belong together."""
        first, last = sorted((self.start[one], self.start[other]))
        return self._text.find("\n", first, last) >= 0

    @cached_property
    def _lines(self) -> list[int]:
        """Where each line begins: the index of its first token."""
        return [0, *(self.token_from(m.end()) for m in re.finditer(r"\n\s*", self._text))]

    def paragraph(self, token: int) -> tuple[int, int]:
        """First token of the line that a token stands in, and of the next line."""
        at = bisect_right(self._lines, token)
        return self._lines[at - 1], self._lines[at] if at < len(self._lines) else len(self.lower)

    def token_from(self, char: int) -> int:
        """The first token that begins at an offset or after it."""
        return bisect_left(self.start, char)

    def is_title(self, i: int) -> bool:
        """Whether a word begins with a capital and goes on without one."""
        return self._text[self.start[i] : self._end[i]].istitle()

    def is_word(self, i: int) -> bool:
        """Whether a token is neither a mark nor white space."""
        return self.dep[i] != "punct" and self._tags[i] != _SPACE

    def kids_by(self, i: int, *relations: str) -> list[int]:
        """Children of a token with one of the relations, in text order."""
        return [k for k in self.kids[i] if self.dep[k] in relations]
