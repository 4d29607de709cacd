"""Whether the event behind a number happened: tense, modality and negation of its clause."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from core.extract.lang.en import claims as en

_VERB_TAGS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"))
_STEPS = 10


def governing_verb(token: Token) -> Token | None:
    """The nearest verb above a token, ``None`` in a fragment without one."""
    for _ in range(_STEPS):
        if token.tag_ in _VERB_TAGS and token.dep_ not in ("amod", "compound"):
            return token
        if token.head.i == token.i:
            return None
        token = token.head
    return None


def status_of(doc: Doc, at: int, category: str, reported: bool) -> str:
    """``done``, ``ongoing``, ``planned``, ``hypothetical`` or ``denied`` for the number at token ``at``.

    ``reported`` tells that the clause is someone's words, where "would" is the future seen
    from the past.
    """
    verb = governing_verb(doc[at])
    seen = 0
    while verb is not None and seen < 4:
        found = _of_clause(verb, category, reported)
        if found is not None:
            return "ongoing" if found == "done" and category == "missing" else found
        verb = governing_verb(verb.head) if verb.head.i != verb.i else None
        seen += 1
    return "done"


def _of_clause(verb: Token, category: str, reported: bool) -> str | None:
    """What one clause tells; ``None`` where the clause above must be asked."""
    before = [c for c in verb.children if c.dep_ in ("aux", "auxpass", "neg", "mark", "advmod")]
    words = {c.lower_ for c in before}
    if verb.tag_ == "MD":
        words.add(verb.lower_)
    if words & en.NEGATIONS and not (words & en.POSSIBLE):
        return None if verb.lower_ in en.SAYS_NOT else "denied"
    if verb.lower_ in en.WISHES:
        return "hypothetical"
    if words & en.FUTURE:
        return "planned"
    if words & en.POSSIBLE:
        return "planned" if reported and words & {"would", "'d"} and "if" not in words else "hypothetical"
    if "to" in words and verb.tag_ == "VB":
        return _of_infinitive(verb)
    return _of_tense(verb, words, category)


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


def _of_tense(verb: Token, words: set[str], category: str) -> str | None:
    tag = verb.tag_
    if tag == "VBG":
        if words & {"is", "are", "'re", "'s", "am", "was", "were", "been"}:
            return _progressive(words)
        return None
    if tag == "VBD" or (tag == "VBN" and words & {"was", "were", "has", "have", "had", "'ve", "been", "'s"}):
        return "done"
    if tag in ("VBZ", "VBP") or (tag == "VBN" and words & {"is", "are", "being"}):
        return "done" if category in en.SUDDEN else "ongoing"
    return None


def _progressive(words: set[str]) -> str:
    return "done" if words & {"was", "were"} else "ongoing"
