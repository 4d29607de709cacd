"""What a number counts: the noun that it belongs to, read from the parse."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc, Token

from core.extract.lang.en.numbers import VAGUE_PLURALS
from core.extract.lang.en.rates import RATE_TIMES
from core.extract.lang.en.time import WEEKDAYS

_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_INSIDE = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "CD", "POS", "RB", "RBS", "RBR", "``", "''", "FW", "CC", ",", "PRP$", "AFX"))
_RECENT = frozenset(("last", "next", "past", "previous"))
_APART = frozenset(("including", "among", "excluding", "following", "according"))
_MAX_WORDS = 9


class Counted(NamedTuple):
    """The counted noun phrase by tokens, ``last`` inclusive; ``head`` is its noun."""

    first: int
    last: int
    head: int


def counted_noun(doc: Doc, after: int) -> Counted | None:
    """The noun phrase that a number counts, the words from token ``after`` on.

    "8,000 Russian airstrikes" counts "Russian airstrikes"; "three of the soldiers" counts
    "soldiers"; a number that stands alone counts nothing.
    """
    if after >= len(doc):
        return None
    if doc[after].lower_ in ("of", "out") and after + 1 < len(doc):
        return _of(doc, after)
    return _right(doc, after)


def _of(doc: Doc, after: int) -> Counted | None:
    i = after + (2 if doc[after].lower_ == "out" else 1)
    while i < len(doc) and doc[i].tag_ in ("DT", "PRP$", "PDT", "CD"):
        i += 1
    return _right(doc, i)


def _right(doc: Doc, first: int) -> Counted | None:
    """The noun phrase that starts at ``first``: up to the last noun in a row of nouns and adjectives."""
    last = -1
    for i in range(first, min(first + _MAX_WORDS, len(doc))):
        token = doc[i]
        tag = token.tag_
        if tag in ("VBN", "VBG", "JJ") and i > first and doc[i - 1].tag_ == "HYPH":
            last = -1  # "six self-propelled howitzers": the head stands behind
        elif tag == "POS":
            last = -1  # "eight of the ministry's 40 trucks": the head stands behind
        elif tag in _NOUNS and token.lower_ not in VAGUE_PLURALS:
            if last >= 0 and doc[last].tag_ in ("NNS", "NNPS") and i > last + 1:
                break
            last = i
            if tag == "NNS" and not _compounds(token):
                break
        elif doc[i].lower_ in _APART or doc[i].lower_ in VAGUE_PLURALS or (tag == "CD" and i > first and doc[i - 1].tag_ in (",", "CC")):
            break  # "312 dead, including 98 women"
        elif tag not in _INSIDE or (last >= 0 and tag not in ("HYPH", "POS", "NN")) or (tag in (",", "CC") and (i == first or last >= 0)):
            break
    if last < 0 or doc[last].lower_ in WEEKDAYS or (doc[last].lower_ in RATE_TIMES and last and doc[last - (last > first)].lower_ in _RECENT):
        return None  # "12 last year" counts no years
    if first == last and doc[last].lower_ in RATE_TIMES and doc[last].tag_ == "NN":
        return None  # "5 percent year on year"
    return Counted(first + 1 if doc[first].tag_ == "HYPH" and first < last else first, last, last)


def _compounds(token: Token) -> bool:
    """Whether a plural noun goes on into another: "weapons depots"."""
    return token.dep_ == "compound" and token.head.i > token.i
