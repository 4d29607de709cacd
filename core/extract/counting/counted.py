"""What a number counts: the noun that it belongs to, read from the parse."""

from __future__ import annotations

from msgspec import Struct
from spacy.strings import get_string_id
from spacy.tokens import Doc, Token

from core.extract.lang.en.numbers import SUFFIXES, VAGUE_PLURALS
from core.extract.lang.en.rates import RATE_TIMES
from core.extract.lang.en.time import WEEKDAYS
from core.extract.lang.en.units import UNIT_WORDS
from core.extract.normalize.units import SYMBOLS

_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_INSIDE = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ", "JJR", "JJS", "VBN", "VBG", "HYPH", "CD", "POS", "RB", "RBS", "RBR", "``", "''", "FW", "CC", ",", "PRP$", "AFX"))
_RECENT = frozenset(("last", "next", "past", "previous"))
_APART = frozenset(("including", "among", "excluding", "following", "according"))
_DETERMINERS = frozenset(("DT", "PRP$", "PDT", "CD"))
_BEFORE_NUMBER = 5
"""Words in which a number of the whole stands behind "of the"."""
_MODIFIES = frozenset(("nmod", "amod", "compound"))
_COMPOUND = get_string_id("compound")
_SALTS = ("rate", "ride", "osphate", "fate", "rite", "oxide")
"""How the second word of a substance ends, which the tagger takes for an adjective: "ammonium nitrate"."""
_MAX_WORDS = 9


class Counted(Struct, frozen=True, gc=False):
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
    while i < len(doc) and doc[i].tag_ in _DETERMINERS:
        i += 1
    if doc[i - 1].lower_ == "those" and (last := _fate(doc, i)):
        return Counted(i - 1, last, i - 1)
    return _right(doc, i if doc[i - 1].lower_ == "every" else _past_number(doc, i))


def _fate(doc: Doc, i: int) -> int | None:
    """The participle that says who "those" are: "half of those killed", but not "half of those burnt houses"."""
    i += i < len(doc) and doc[i].tag_ == "RB"
    if i >= len(doc) or doc[i].tag_ not in ("VBN", "VBD", "VBG", "JJ") or (i + 1 < len(doc) and doc[i + 1].tag_ in ("NNS", "NNPS", "JJ")):
        return None
    return i


def _past_number(doc: Doc, first: int) -> int:
    """Where the noun begins behind a number of its own: "two-thirds of the combined 4.3M sales", "half of the 40 km road"."""
    after, owned = first, True
    counted = doc[first - 1].tag_ == "CD"  # "one of three": its number is read already
    for i in range(first, first if counted else min(first + _BEFORE_NUMBER, len(doc))):
        tag = doc[i].tag_
        if tag == "POS":
            owned = True
        elif owned and (tag == "CD" or doc[i].text[0].isdigit()):
            after = i + 1
        elif tag in _NOUNS:
            owned = False  # "70% of the city's 12,000 shops", but "some of the men 12 km away"
        elif tag not in ("JJ", "JJR", "VBN", "$", "RB", "IN") or not owned:
            break
    if not 0 < after < len(doc) - 1 or not (doc[after - 1].tag_ == "CD" or doc[after - 1].text[0].isdigit()):
        return after
    return _past_unit(doc, after)


def _past_unit(doc: Doc, after: int) -> int:
    """Behind the magnitude or unit of such a number: "4.3M sales", "the 1,200 km border", "the 40 km of road"."""
    if doc[after].lower_ in SUFFIXES and doc[after].idx == doc[after - 1].idx + len(doc[after - 1]):
        return after + 1
    if doc[after].lower_ in UNIT_WORDS or doc[after].text in SYMBOLS:
        following = doc[after + 1]
        return after + (1 if following.tag_ in _NOUNS else 2 if following.lower_ == "of" else 0)
    return after


def _right(doc: Doc, first: int) -> Counted | None:
    """The noun phrase that starts at ``first``: up to the last noun in a row of nouns and adjectives."""
    last = -1
    for i in range(first, min(first + _MAX_WORDS, len(doc))):
        token = doc[i]
        tag = token.tag_
        if tag == "NNS" and last < 0 and token.lower_ not in VAGUE_PLURALS and not _compounds(token):
            last = i
            break
        if tag in ("VBN", "VBG", "JJ") and i > first and doc[i - 1].tag_ == "HYPH":
            last = -1  # "six self-propelled howitzers": the head stands behind
        elif tag in ("CC", "JJ", "CD") and last >= 0 and doc[last].dep_ in _MODIFIES and i < doc[last].head.i < first + _MAX_WORDS:
            last = -1  # "1,200 U.S. and Filipino troops", "two Iskander-M ballistic missiles", "18 RCH 155 howitzers"
        elif tag == "POS":
            last = -1  # "eight of the ministry's 40 trucks": the head stands behind
        elif tag in _NOUNS and token.lower_ not in VAGUE_PLURALS:
            if last >= 0 and doc[last].tag_ in ("NNS", "NNPS") and i > last + 1:
                break
            last = i
            if tag == "NNS" and not _compounds(token):
                break
        elif tag == "JJ" and last == i - 1 >= first and token.lower_.endswith(_SALTS):
            last = i
        elif doc[i].lower_ in _APART or doc[i].lower_ in VAGUE_PLURALS or (tag == "CD" and i > first and doc[i - 1].tag_ in (",", "CC")):
            break  # "312 dead, including 98 women"
        elif tag not in _INSIDE or (last >= 0 and tag not in ("HYPH", "POS", "NN")) or (tag in (",", "CC") and (i == first or last >= 0)):
            break
    if last < 0 or doc[last].lower_ in WEEKDAYS or (doc[last].lower_ in RATE_TIMES and last and doc[last - (last > first)].lower_ in _RECENT):
        return None  # "12 last year" counts no years
    if first == last and doc[last].tag_ == "NN" and (doc[last].lower_ in RATE_TIMES or doc[last].lower_ == "hurt"):
        return None  # "5 percent year on year", "three hurt"
    return Counted(first + 1 if doc[first].tag_ == "HYPH" and first < last else first, last, last)


def _compounds(token: Token) -> bool:
    """Whether a plural noun goes on into another: "weapons depots"."""
    return token.dep == _COMPOUND and token.head.i > token.i
