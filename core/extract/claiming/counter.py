"""Who counted, where nobody said: "residents counted ten blasts", "the agency has registered 1,200 families"."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from spacy.tokens import Doc, Token

from core.extract.claiming.nouns import kind_of
from core.extract.lang.en.claims import COUNTERS, COUNTS_IT, GAUGES, PRONOUNS, REVISES, SEES, SPEAKS_OF, TALLIES_UP
from core.records import Attribution, Span

_STEPS = 8
_TELLS = frozenset(("VBD", "VBN", "VBZ", "VBP"))
_PHRASE = 12
"""Words at most behind a subject that name it more closely: "researchers at Yale"."""


def counter_of(doc: Doc, path: Sequence[int]) -> Attribution | None:
    """The subject of the verb of counting over a number (``path``: the tokens over it), as an attribution without id.

    Its content is left empty: no words are quoted.
    """
    below = doc[path[0]]
    for i in path[1 : _STEPS + 1]:
        if below.dep_ in ("relcl", "acl", "advcl"):
            return None
        verb = doc[i]
        if verb.tag_ in _TELLS and (verb.tag_ != "VBP" or i < path[0]) and (verb.lower_ in COUNTS_IT or _gives(verb, below)):
            subject = _subject(verb) or (_subject(verb.head) if verb.dep_ == "conj" else None)
            passive = any(c.dep_ == "auxpass" for c in verb.children)
            own = below.dep_ in ("nsubj", "nsubjpass")
            seen = subject is not None and subject.tag_ == "PRP" and verb.lower_ in SEES
            return None if subject is None or own or passive or seen else _attribution_of(doc, verb, subject)
        below = verb
    return None


def _subject(verb: Token) -> Token | None:
    return next((c for c in verb.children if c.dep_ == "nsubj"), None)


def _gives(verb: Token, below: Token) -> bool:
    """Whether a verb gives a figure: "raised the number of dead to 2,900", "put the toll at 40", "speaks of 3,000"."""
    if verb.lower_ in SPEAKS_OF:
        return below.lower_ == "of"
    return verb.lower_ in REVISES and any(c.dep_ == "dobj" and c.lower_ in GAUGES for c in verb.children)


def nested_counter(doc: Doc, path: Sequence[int], said: Attribution) -> Attribution:
    """Who counted inside what someone said, through that someone; else who said it.

    "The spokesman said that monitors had recorded 12 strikes": the monitors, via the spokesman.
    """
    found = counter_of(doc, path)
    if found is None or not any(a <= found.cue[0][0] < b and a <= found.source[0][0] for a, b in said.content):
        return said
    if (found.speaker or "").lower() in PRONOUNS:
        return said
    through = (said.speaker, *said.via) if said.speaker else said.via
    return msgspec.structs.replace(found, via=through, polarity=said.polarity)


def _can_count(subject: Token, verb: Token) -> bool:
    """Persons and bodies count; guns and months record nothing."""
    return (verb.lower_ in TALLIES_UP and kind_of(subject.lower_) == "personnel") or subject.ent_type_ in ("PERSON", "ORG", "NORP", "GPE") or subject.tag_ in ("NNP", "NNPS", "PRP") or subject.lower_ in COUNTERS


def _attribution_of(doc: Doc, verb: Token, subject: Token) -> Attribution | None:
    """The attribution to a subject that can count, or to the person whom it describes: "the mission's deputy head, Claudine Moreau"."""
    if _can_count(subject, verb):
        return _attribution(doc, verb, subject)
    person = next((c for c in subject.children if c.dep_ == "appos" and c.ent_type_ == "PERSON"), None)
    return _attribution(doc, verb, person) if person is not None else None


def _attribution(doc: Doc, verb: Token, subject: Token) -> Attribution:
    end = subject.i + 1
    if end < len(doc) and doc[end].lower_ in ("of", "at", "from", "in"):
        end = min(subject.right_edge.i + 1, end + _PHRASE, verb.i)
    end = next((i for i in range(subject.i + 1, end) if doc[i].text == ","), end)
    while end > subject.i + 1 and doc[end - 1].is_punct:
        end -= 1
    span: Span = (doc[subject.left_edge.i].idx, doc[end - 1].idx + len(doc[end - 1]))
    first = subject.left_edge.i
    name = doc[first + (doc[first].tag_ == "DT" and end - first > 1) : end].text
    cue = (verb.idx, verb.idx + len(verb))
    return Attribution(id="", start_char=span[0], end_char=span[1], text="", rule="claims.counter", content=(), cue=(cue,), source=(span,), speaker=name)
