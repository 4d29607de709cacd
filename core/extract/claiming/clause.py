"""How far a time expression stands from a number in the parse: in its clause, an outer one, or one of its own."""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc, Token

from core.extract.lang.en.claims import AFTERMATHS, EVENT_NOUNS, GAUGES, IFS, MUNITIONS, TOTALLING, WHEN_NOUNS

Path = list[int]
"""A token and those above it up to the root of its sentence, by number."""
_STEPS = 25
_CLOSED = frozenset(("relcl", "acl"))
"""Clauses that tell more of a noun: their dates are the noun's."""
_CLAUSES = frozenset(("ccomp", "advcl", "parataxis", "xcomp", "relcl", "acl", "csubj", "pcomp"))
_VERBS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"))


def path_up(heads: Sequence[int], i: int, steps: int = _STEPS) -> Path:
    """The token ``i`` and those above it, at most ``steps`` of them; ``heads`` are token numbers."""
    path = [i]
    while len(path) < steps and heads[i] != i:
        i = heads[i]
        path.append(i)
    return path


def distance(doc: Doc, number: Path, when: Path) -> int | None:
    """Clauses between a number and a time expression by their paths up; ``None`` where the time is another thing's.

    0 is the number's own clause. A date in a relative clause is about that clause's noun. Clauses
    joined by "and" share their dates unless they stand apart; a date that opens the sentence is of all.
    """
    meet = next((n for n, i in enumerate(when) if i in number), None)
    if meet is None:
        return len(number)
    inner, outer = [doc[i] for i in when[:meet]], [doc[i] for i in number[: number.index(when[meet])]]
    if any(_closes(t, number) for t in inner) or not _shared(inner, outer, when[0] < number[0], when[meet]):
        return None
    return sum(3 if _joins(t) else t.dep_ in _CLAUSES - _CLOSED for t in inner) + sum(2 * (t.dep_ in _CLAUSES or _joins(t)) for t in outer)


def _closes(token: Token, number: Path) -> bool:
    """Whether the clause of ``token`` tells more of a noun that is not the counted one, or of a sum: "bringing the total to"."""
    if token.dep_ == "advcl" and token.lower_ in TOTALLING:
        return True
    return token.dep_ in _CLOSED and token.head.lower_ not in WHEN_NOUNS and not _is_blow(token.head) and not _is_counted(token.doc, number, token.head.i)


def _is_blow(noun: Token) -> bool:
    """Whether a clause tells when the blow fell that the sentence is about: "Missiles that hit Ganja on Friday killed 13"."""
    return noun.dep_ == "nsubj" and (noun.lower_ in MUNITIONS or EVENT_NOUNS.get(noun.lower_) == "strikes")


def _is_counted(doc: Doc, number: Path, noun: int) -> bool:
    for i in number[:4]:
        if i == noun:
            return True
        if doc[i].tag_ in _VERBS or (doc[i].tag_ == "IN" and doc[i].head.lower_ not in GAUGES):
            return False
    return False


def _joins(token: Token) -> bool:
    return token.dep_ == "conj" and token.tag_ in _VERBS


def _shared(inner: list[Token], outer: list[Token], before: bool, meet: int) -> bool:
    """Whether a date in one clause can hold for a number in the other."""
    if any(t.dep_ == "advcl" and any(c.lower_ in IFS for c in t.children) for t in outer):
        return False
    later = next((t for t in inner if _joins(t)), None)
    if later is not None:
        alone = all(t is later or t.dep_ not in _CLAUSES for t in inner) and not any(t.dep_ in _CLAUSES for t in outer)
        return alone and not _apart(later)
    joined = next((t for t in outer if _joins(t)), None)
    opens = before and bool(inner) and inner[0].i < meet
    return joined is None or opens or not _apart(joined)


def _apart(verb: Token) -> bool:
    """Whether a joined clause stands on its own: a subject of its own, and a comma before its "and"."""
    doc, first = verb.doc, verb.head
    if verb.tag_ == "VBN" and verb.lower_ in AFTERMATHS and any(c.tag_ == "CD" and c.i == verb.i - 1 for c in verb.children):
        return False  # "562 killed, and 2,855 wounded": no clauses
    comma = any(doc[i].text == "," and doc[i + 1].tag_ == "CC" for i in range(first.i, verb.i - 1))
    return comma and any(c.dep_ in ("nsubj", "nsubjpass", "csubj", "expl") for c in verb.children)
