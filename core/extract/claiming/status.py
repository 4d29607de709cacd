"""Whether the event behind a number happened: tense, modality and negation of its clause."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from core.extract.component import text_of
from core.extract.lang.en import claims as en

_VERB_TAGS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"))
_STEPS = 10
_TO_COME = {"relcl": en.PROMISES, "acl": en.PROMISED_YET}
"""Verbs of the clause at a noun that is promised."""
_SUBJECTED = en.NEEDED | en.WISHES
"""Verbs that say another thing of their subject than of their object."""


def governing_verb(token: Token) -> Token | None:
    """The nearest verb above a token, ``None`` in a fragment without one."""
    for _ in range(_STEPS):
        if token.tag_ in _VERB_TAGS and token.dep_ not in ("amod", "compound"):
            return token
        head = token.head
        if head.i == token.i:
            return None
        token = head
    return None


def status_of(doc: Doc, at: int, category: str, reported: bool) -> str:
    """The status of the number at token ``at``; the whole behind "of" is there, whatever is hoped of the part.

    "To help 8 of the 25 million in need" plans for the 8 alone. See ``status_in_clause``.
    """
    token = doc[at]
    if (told := _by_noun(doc, at)) is not None:
        return told
    found = status_in_clause(doc, at, category, reported)
    whole = token.head.lower_ == "of" and token.head.head.tag_ == "CD"
    return "ongoing" if whole and found in ("planned", "hypothetical") else found


def status_in_clause(doc: Doc, at: int, category: str, reported: bool) -> str:
    """``done``, ``ongoing``, ``planned``, ``hypothetical`` or ``denied`` for the number at token ``at``.

    ``reported`` tells that the clause is someone's words, where "would" is the future seen
    from the past.
    """
    if category == "distance" and is_measure(doc[at]):
        return _of_measure(doc[at])
    verb = governing_verb(doc[at])
    seen = 0
    while verb is not None and seen < 4 and not _is_in_other_line(doc, at, verb.i):
        found = _of_clause(verb, category, reported, verb.lower_ in _SUBJECTED and _is_subject(doc, at, verb))
        if found is not None:
            lasts = found == "done" and category == "missing" and verb.lower_ not in en.FOUND
            return "ongoing" if lasts else found
        verb = governing_verb(verb.head) if verb.head.i != verb.i else None
        seen += 1
    return "done"


def _by_noun(doc: Doc, at: int) -> str | None:
    """What stands at the noun itself: "20,000 planned shelters", "the $40 million that it needs", "a target of 300"."""
    noun = doc[at]
    if _is_called_for(doc, at):
        return "hypothetical"
    head = noun.head
    preposition = head.lower_
    above = head.head.lower_ if preposition in ("of", "for") else ""
    if preposition == "into" and (above in en.INQUIRIES or any(c.dep_ == "dobj" and c.lower_ in en.INQUIRIES for c in head.head.children)):
        return "done"
    if preposition == "of" and (above in en.AIMS or above in en.TOLD_OF):
        return "planned" if above in en.AIMS else "done"
    if preposition == "of" and above in en.CROWDS and noun.tag_ == "CD":
        return _of_measure(noun)
    if preposition == "for" and (above in en.CONTRACTS or any(c.dep_ == "dobj" and c.lower_ in en.CONTRACTS for c in head.head.children)):
        return "planned"
    if preposition == "for" and above in en.APPEALS:
        return "hypothetical"
    for child in noun.children:
        word = child.lower_
        if child.i < at and child.dep_ == "amod" and word in en.PLANNED:
            return "planned"
        if child.dep_ in ("acl", "amod", "relcl") and (word in en.NEEDED or word in en.WISHES):
            return "hypothetical"
        if word in _TO_COME.get(child.dep_, ()) and (child.dep_ == "relcl" or child.tag_ == "VBN"):
            return "planned"
    return None


def _is_called_for(doc: Doc, at: int) -> bool:
    """ "US$ 96.2 million required", whatever the parse of such a line: "needed" with no object behind it."""
    needed = at + 1 < len(doc) and doc[at + 1].lower_ in en.NEEDED
    return needed and (at + 2 >= len(doc) or doc[at + 2].is_punct or doc[at + 2].tag_ in ("_SP", "IN", "TO"))


def is_measure(unit: Token) -> bool:
    """Whether a length is set beside a place or an adverb, and no verb's: "Mosul, 40 miles farther north", "45 km long"."""
    if unit.head.head.lower_ in en.ADVANCES and unit.head.tag_ in ("IN", "RB"):
        return False
    if unit.dep_ == "pobj" and unit.head.lower_ == "within":
        return True
    beside = unit.dep_ in ("npadvmod", "appos", "nmod", "advmod", "compound", "amod") and unit.head.tag_ not in _VERB_TAGS
    return beside or (unit.dep_ == "dobj" and unit.head.lower_ in en.LIES)


def _of_measure(unit: Token) -> str:
    """A length that is no deed: as the main verb above it is told, past or present."""
    verb = governing_verb(unit)
    while verb is not None and verb.dep_ not in ("ROOT", "relcl", "conj", "ccomp") and verb.head.i != verb.i:
        verb = governing_verb(verb.head)
    if verb is None:
        return "ongoing"
    over = {"was", "were", "had"} if unit.head.lower_ in en.DIMENSIONS else {"was", "were", "had", "has", "have"}
    return "done" if verb.tag_ == "VBD" or any(c.lower_ in over for c in verb.children) else "ongoing"


def _is_in_other_line(doc: Doc, a: int, b: int) -> bool:
    """Whether a line ends between two tokens: lists have no full stops, and the parser joins their lines."""
    if abs(a - b) < 2:
        return False
    first, last = doc[min(a, b)], doc[max(a, b)]
    return text_of(doc).find("\n", first.idx + len(first), last.idx) >= 0


def _is_subject(doc: Doc, at: int, verb: Token) -> bool:
    """Whether the token ``at`` stands in the subject of ``verb``."""
    token = doc[at]
    for _ in range(_STEPS):
        if token.head.i == verb.i:
            return token.dep_ in ("nsubj", "nsubjpass") and token.i != verb.i
        token = token.head
    return False


def _of_clause(verb: Token, category: str, reported: bool, subject: bool = False) -> str | None:
    """What one clause tells; ``None`` where the clause above must be asked. ``subject``: the number is in its subject."""
    before = [c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "mark", "advmod")]
    words = {c.lower_ for c in before}
    if verb.tag_ == "MD":
        words.add(verb.lower_)
    if words & en.NEGATIONS and words & en.ABLE:
        return "ongoing"
    if words & en.NEGATIONS and not (words & en.POSSIBLE):
        return None if verb.lower_ in en.SAYS_NOT else "denied"
    if subject and verb.lower_ in en.NEEDED and not any(c.dep_ in ("dobj", "xcomp") for c in verb.children):
        return "hypothetical"
    if (verb.lower_ in en.WISHES and not subject) or (verb.lower_ in en.APPEALED and any(c.lower_ == "for" for c in verb.children)):
        return "hypothetical"
    if verb.lower_ in en.PROMISES and category in en.PROMISED:
        return "planned"
    if category == "money" and verb.lower_ in en.GRANTS and not words & en.BE:
        return "planned"
    if verb.lower_ in en.EXPECTS or (verb.tag_ == "VBN" and verb.lower_ in en.PLANNED and words & en.BE):
        return "planned"
    if verb.lower_ in en.BRACES and any(c.lower_ == "for" for c in verb.children):
        return "hypothetical"
    if words & en.FUTURE:
        return "planned"
    if words & en.POSSIBLE == {"can"} and category in en.LASTING:
        return "ongoing"
    if words & en.POSSIBLE and "have" in words and verb.tag_ == "VBN" and not words & en.IFS:
        return "done"
    if words & en.POSSIBLE:
        return "planned" if reported and words & {"would", "'d"} and "if" not in words else "hypothetical"
    if "to" in words and (verb.tag_ == "VB" or (verb.tag_ == "VBN" and "be" in words)):
        return _of_infinitive(verb)
    return _of_tense(verb, words, category, reported)


def _of_infinitive(verb: Token) -> str | None:
    above = verb.head
    for _ in range(3):
        if (found := en.INTENTS.get(above.lower_)) is not None:
            return found
        if above.lower_ in ("is", "are", "was", "were"):
            return "planned"
        if above.tag_ in _VERB_TAGS or above.head.i == above.i:
            break
        above = above.head
    return None


def _of_tense(verb: Token, words: set[str], category: str, reported: bool) -> str | None:
    tag = verb.tag_
    if category in en.DEGREES and "still" in words and tag != "VBD":
        return "ongoing"
    if tag == "VBG":
        if words & {"is", "are", "'re", "'s", "am", "was", "were", "been"}:
            return _progressive(words, reported and category != "equipment" and not any(c.dep_ == "advcl" and c.tag_ != "VBG" for c in verb.children))
        return None
    if verb.lower_ in en.PUTS and category not in en.EVENTS and any(c.dep_ == "dobj" and c.lower_ in en.GAUGES for c in verb.children):
        return "ongoing"
    if tag == "VBD" or (tag == "VBN" and words & {"was", "were", "has", "have", "had", "'ve", "been", "'s"}):
        return "done"
    if verb.lower_ in en.BE and any(c.dep_ in ("csubj", "nsubj") and c.tag_ in _VERB_TAGS and c.lower_ in en.WISHES for c in verb.children):
        return "hypothetical"
    if verb.lower_ in en.BE and (due := _of_predicate(verb)) is not None:
        return due
    if tag in ("VBZ", "VBP") or (tag == "VBN" and words & {"is", "are", "being"}):
        return "done" if category in en.SUDDEN and verb.lower_ not in ("have", "has") else "ongoing"
    return None


def _of_predicate(verb: Token) -> str | None:
    """ "Are due to be finished", "is likely to reach": an adjective over an infinitive."""
    for child in verb.children:
        if child.dep_ == "xcomp" and any(c.lower_ == "to" for c in child.children):
            return "planned"
        if child.dep_ == "acomp" and child.lower_ in en.OVER:
            return "done"
        if child.dep_ in ("acomp", "attr", "oprd") and any(c.dep_ in ("xcomp", "acl") for c in child.children):
            return en.INTENTS.get(child.lower_)
    return None


def _progressive(words: set[str], reported: bool) -> str:
    """ "Were sheltering" is over where the article tells it, and goes on where someone is reported: "he said 300 were sheltering"."""
    return "done" if words & {"was", "were"} and not reported else "ongoing"
