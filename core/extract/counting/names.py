"""Numbers inside names, the word "one", and bare ages: what needs the tagger to tell."""

from __future__ import annotations

import re

from spacy.tokens import Doc

from core.extract.counting.amount import Amount
from core.extract.counting.counted import Counted
from core.extract.lang.en.claims import CASUALTIES, OBJECT_VERBS
from core.extract.lang.en.numbers import KINDS

_NAMED = frozenset(
    ["flight", "resolution", "chapter", "page", "pages", "no.", "no", "nos.", "number", "numbers", "category", "cat", "phase", "article", "articles", "group", "level", "game", "week", "day", "line", "section", "route", "highway", "interstate", "channel", "unit", "room", "gate", "terminal", "pier", "type", "model", "version", "mark", "class", "grade", "stage", "step", "part", "volume", "episode", "season", "round", "tier", "lot", "item", "figure", "table", "annex", "appendix", "paragraph", "clause", "rule", "law", "act", "order", "code", "amendment", "proposition", "measure", "protocol", "squad", "battalion", "brigade", "division", "regiment", "precinct", "district", "ward", "zone", "area", "block", "sector", "hill", "apartment", "suite", "floor", "platform", "track", "lane", "exit", "mile", "mission", "apollo", "covid", "iphone", "windows", "track", "act", "scene", "verse", "psalm", "size", "runway", "hangar", "berth"]
)
"""Nouns that a number behind them names: "Resolution 2254", "page 3"."""

_PROPER = frozenset(("NNP", "NNPS"))
_SETTINGS = frozenset(("GPE", "LOC", "DATE", "FAC"))
"""Entities behind which a count may follow at once: "In Gaza 12 people"."""
_AGE_BEFORE = frozenset(("aged", "age", "turned", "turns", "turning"))
_AGE_CUE = re.compile(
    r"\b(?:life expectancy|(?:average|median|mean|retirement|voting|minimum|maximum|legal|conscription|draft) age)\b[^.;\d]{0,60}?"
    r"\b(?:is|was|of|at|to|from|be|reached|stands at|stood at)(?: [a-z]+)? ?$"
    r"|\b(?:youngest|oldest|eldest)\b(?: [a-z]+){0,3}? (?:is|was|aged|being)(?: just| only)? $"
    r"|\bage[ds] (?:[a-z\d]+(?:, and |, | and | or )){1,6}$"
)
_YOUNG = re.compile(r"\b(?:child|children|kids|infants|girls|boys|youths|minors|those|people|men|women|adults)(?: aged)? $")
"""Words before "under" or "over" and a bare number that make it an age: "children under five"."""
_WINDOW = 110
_CALLED = frozenset(("call", "calls", "called", "calling", "dial", "dials", "dialled", "dialed", "dialling", "dialing"))
"""Verbs behind which three digits are a telephone number."""
_NO_NUMBER = frozenset(("no", "any", "every", "some", "this", "that", "which", "each"))
"""Words that make "one" behind them a pronoun."""
_SOME_TIME = frozenset(("day", "second", "foot"))
"""Units of which one may be no measure: "one day", "one night", "one foot in the grave"."""
_LASTING = frozenset(("for", "in", "within", "after", "lasted", "lasts", "only", "just", "and", "or", "than", "by"))
_BE = frozenset(("is", "was", "be", "am", "are", "were", "'s", "been"))


def is_designator(doc: Doc, a: Amount, token: int, after: int, counted: Counted | None) -> bool:
    """Whether a number without a unit is part of a name: "Flight 9268", "iPhone 11", "S&P 500", "787 Dreamliner", "called 112", or of a kind: "six-speed"."""
    if a.kind == "digits" and a.modifier == "exact" and after < len(doc) and _names_a_thing(doc, after, counted):
        return True
    if a.modifier == "exact" and after + 1 < len(doc) and doc[after].tag_ == "HYPH" and doc[after + 1].lower_ in KINDS:
        return True
    if not token:
        return False
    before = doc[token - 1]
    if before.lower_ in _CALLED and counted is None and a.kind == "digits" and a.number_end - a.number == 3:
        return True
    if a.kind == "words" and doc[token].text[0].isupper() and not doc[token].is_sent_start and counted is not None and doc[counted.head].text[0].isupper() and before.text[-1:] not in "\"“‘(:":
        return True
    if before.idx + len(before) + 1 != doc[token].idx:
        return False
    if before.lower_ == "of" and token > 1 and doc[token - 2].text == "Group":
        return True
    if before.lower_ in _NAMED and not (before.tag_ == "VBZ" or (before.lower_ == "numbers" and counted is not None)):
        if token > 1 and doc[token - 2].lower_ in ("every", "each"):
            return False
        return not (before.tag_ == "NN" and counted is not None and doc[counted.head].tag_ == "NNS" and token > 1 and doc[token - 2].tag_ == "IN" and a.kind == "words")
    if not (before.tag_ in _PROPER and before.text[0].isupper()) and not (len(before) == 1 and before.text.isupper() and before.text not in "AI"):
        return False
    if a.kind != "digits":
        return doc[token].text[:1].isupper() and counted is None
    return not (before.ent_type_ in _SETTINGS and counted is not None and counted.first == after and doc[counted.head].tag_ == "NNS")


def _names_a_thing(doc: Doc, after: int, counted: Counted | None) -> bool:
    """Whether a number stands before a proper noun that is one thing: "11 Pro", "787 Dreamliner"."""
    if counted is None or counted.first != after or doc[after].tag_ != "NNP" or doc[counted.head].tag_ != "NNP":
        return False
    word = doc[counted.head].text
    return len(word) > 2 and word[0].isupper() and word[1:].islower() and not word.endswith("s")


def one_counts(doc: Doc, token: int, counted: Counted | None) -> bool:
    """Whether "one" is a number ("one soldier", "one of the towns", "killing one and ...", "one dead") and no pronoun ("the wrong one")."""
    before = doc[token - 1].lower_ if token else ""
    if counted is not None:
        return before not in _NO_NUMBER and doc[token].tag_ in ("CD", "PRP", "NN")
    following = doc[token + 1].lower_ if token + 1 < len(doc) else ""
    if following in CASUALTIES:
        taped = following == "captured" and token + 2 < len(doc) and doc[token + 2].lower_ == "by"  # recordings are, too
        return not taped and before not in _NO_NUMBER and not (before in ("the", "only", "other") and "the" in (before, doc[token - 2].lower_ if token > 1 else ""))
    if following == "of" and token + 3 < len(doc) and doc[token + 2].lower_ in ("them", "whom"):
        told = doc[token + 2].lower_ == "whom" and doc[token + 3].tag_ in ("VBD", "VBZ", "VBN")
        return told or doc[token + 3].lower_ in ("a", "an")  # "12 people, one of them a journalist", "14 wounded, one of whom died"
    return before in OBJECT_VERBS and following in ("", "and", ",", ".", ";")


def one_measures(doc: Doc, a: Amount, token: int) -> bool:
    """Whether "one" is a number of its unit: "one kilometre", "in one day", but not "one day he left"."""
    before = doc[token - 1].lower_ if token else ""
    return before not in _NO_NUMBER and (a.unit not in _SOME_TIME or a.modifier != "exact" or before in _LASTING)


def _is_aged(lower: str, a: Amount) -> bool:
    """ "Life expectancy is around 73", "children under five", "35 or older", "aged six and nine"."""
    if lower.endswith(("older", "younger"), a.number_end, a.end):
        return True
    start = max(0, a.start - _WINDOW)
    if a.modifier in ("less_than", "more_than") and _YOUNG.search(lower, start, a.start):
        return True
    return _AGE_CUE.search(lower, start, a.start) is not None


def age_unit(doc: Doc, lower: str, a: Amount, token: int, after: int, counted_none: bool) -> str | None:
    """``year`` where a bare number is an age: "Cook, 66, said", "aged 21", "She was 10.", "children under five"."""
    if not token or a.kind not in ("digits", "words", "range"):
        return None
    top = a.high if a.kind == "range" else a.value
    if top is None or not 0 < top < 120:
        return None
    if counted_none and _is_aged(lower, a):
        return "year"
    following = doc[after].text if after < len(doc) else ""
    before = doc[token - 1]
    if a.kind == "range":
        return "year" if before.lower_ in _AGE_BEFORE or lower.endswith(("aged ", "ages "), 0, a.start) else None
    if before.lower_ in _AGE_BEFORE or (before.lower_ == "of" and token > 1 and doc[token - 2].lower_ == "age"):
        return "year"
    if before.text == "," and following in (",", ".", ";", ")") and token > 1 and doc[token - 2].tag_ in _PROPER:
        return "year"
    return "year" if before.lower_ in _BE and following in (".", ",", "", "by", "when", "at", "and") and token > 1 and doc[token - 2].tag_ in ("PRP", "WP", "NNP", "MD") else None
