"""Through whom: to whom a thing was said, who passed it on, and what is denied.

A chain runs from the speaker over the addressee, where that is a news organisation, to
whoever quoted it: "Kerry told CNN, as quoted by Reuters" is Kerry, CNN, Reuters.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from core.actors import is_media
from core.extract.columns import code, codes
from core.extract.lang.en import speech as words
from core.extract.speech.clauses import (
    ACCORDING,
    ACL,
    ADVCL,
    AGENT,
    CCOMP,
    DOBJ,
    PASSIVE,
    PCOMP,
    POBJ,
    PREP,
    PUNCT,
    RELCL,
    SUBJECTS,
    Range,
    noun_phrase,
)
from core.extract.speech.kinds import ADDRESSING, CITING, IS_SEEN, MESSAGES, QUOTING
from core.extract.speech.syntax import Parse
from core.records import Attribution

TO_WHOM = frozenset((DOBJ, code("dative"), code("iobj")))
QUOTED = codes(("quoted", "cited", "reported", "relayed"))
PASSIVE_MARK = frozenset((PASSIVE,))
CARRYING = frozenset((CCOMP, *SUBJECTS))
"""Labels of what hangs from a verb of saying and can have its "citing" below it."""
SAYING, AS = codes(("saying", "telling")), code("as")
MAX_QUOTED_NAME = 20
"""Tokens from "quoted" to "saying"."""
PEOPLE = codes(form for noun in (*words.ROLE_NOUNS, *words.SOURCE_NOUNS) for form in (noun, noun + "s"))
NAMES = codes(("NNP", "NNPS"))
TO, BY = code("to"), code("by")
NEGATIVE = codes(words.forms(*words.NEGATIVE))
NOT = code("neg")


def addressee(parse: Parse, cue: int) -> Range | None:
    """Who was spoken to: the object of "told", or what follows "to" beside "said"."""
    if parse.lower[cue] in ADDRESSING:
        passive = parse.child(cue, PASSIVE_MARK) is not None  # "the embassy had been told"
        found = parse.child(cue, SUBJECTS if passive else TO_WHOM)
        if found is not None:
            return noun_phrase(parse, found)
    for prep in parse.children(cue) if parse.lower[cue] != ACCORDING else ():
        if parse.dep[prep] in (PREP, code("dative")) and parse.lower[prep] == TO:
            found = parse.child(prep, frozenset((POBJ,)))
            if found is not None:
                return noun_phrase(parse, found)
    return None


def passed_on(parse: Parse, cue: int) -> list[Range]:
    """Who quoted it: "as quoted by Reuters", "according to AFP", "was quoted as saying by TASS"."""
    found: list[Range] = []
    for below in parse.children(cue):
        form = parse.lower[below]
        if form in QUOTED and parse.dep[below] in (ADVCL, PREP):
            found += _objects(parse, below, BY)
        elif form == ACCORDING:
            found += _objects(parse, below, TO)
    if parse.lower[cue] in QUOTED and cue + 2 < parse.n and parse.lower[cue + 1] == AS and parse.lower[cue + 2] in SAYING:
        found += [*_objects(parse, cue, BY), *_objects(parse, cue + 2, BY)]
    above = parse.head[parse.head[cue]]
    if parse.dep[cue] == PCOMP and parse.lower[above] in QUOTING:
        carrier = parse.child(above, SUBJECTS)
        if carrier is not None and parse.child(above, frozenset((PASSIVE,))) is None:
            found.append(noun_phrase(parse, carrier))
    if parse.dep[cue] == PCOMP and parse.lower[above] in QUOTED:
        found += [*_objects(parse, cue, BY), *_objects(parse, above, BY)]
    return found


def seen_by(parse: Parse, source: Range) -> tuple[Range, list[Range]]:
    """A source less "seen by AFP", and which outlets had it: "a report obtained by CNN", "witnesses cited by the BBC"."""
    for i in parse.of_kind_in(IS_SEEN, source[0], source[1] + 3):
        if parse.dep[i] == ACL:
            found = [r for r in _objects(parse, i, BY) if is_media(parse.words(r))]
            if found:
                end = min(source[1], max(i, source[0] + 1))
                return (source[0], end - (end - 1 > source[0] and parse.dep[end - 1] == PUNCT)), found
    return source, []


def carried_by(parse: Parse, places: Sequence[int], cue: int) -> Iterator[tuple[int, Range]]:
    """Who carried the message of a saying, and where that stands: "said in a statement carried by the agency".

    ``places`` are the tokens of the text that say such a thing, see ``carriers``.
    """
    at = bisect_left(places, cue)
    for i in places[max(0, at - 1) : at + 1]:
        if parse.sent[i] == parse.sent[cue]:
            yield from ((i, r) for r in _objects(parse, i, BY) if is_media(parse.words(r)))


def carriers(parse: Parse) -> list[int]:
    """The "carried" of each "statement carried by"."""
    return [i for i in parse.of_kind(IS_SEEN) if parse.dep[i] == ACL and parse.lower[parse.head[i]] in MESSAGES]


def _objects(parse: Parse, i: int, preposition: int) -> Iterator[Range]:
    for prep in parse.children(i):
        if parse.dep[prep] in (AGENT, PREP) and parse.lower[prep] == preposition:
            found = parse.child(prep, frozenset((POBJ,)))
            if found is not None:
                yield noun_phrase(parse, found)


def quoted_as(parse: Parse, cue: int) -> tuple[Range, int] | None:
    """Of "quoted an officer as saying that ...": the officer, and where his words begin."""
    if parse.lower[cue] not in QUOTING:
        return None
    for i in range(cue + 3, min(cue + MAX_QUOTED_NAME, parse.n - 1)):  # "was quoted as saying" names nobody here
        if parse.lower[i - 1] == AS and parse.lower[i] in SAYING:
            return (cue + 1, i - 1), i + 1
    return None


def cited(parse: Parse, cue: int) -> Range | None:
    """Whom the source cites: "CNN said, citing officials". The source is then only the carrier."""
    named = quoted_as(parse, cue)
    if named is not None:
        return named[0]
    for below in citing(parse, cue):
        found = whom(parse, below)
        if found is not None:
            return noun_phrase(parse, found)
    return None


def cites(parse: Parse, source: Range) -> Range | None:
    """Whom a source cites in a clause of its own: "Al Jazeera, which cited doctors"."""
    head = next((i for i in range(*source) if not source[0] <= parse.head[i] < source[1]), source[0])
    below = parse.child(head, frozenset((RELCL,)))
    found = whom(parse, below) if below is not None and parse.lower[below] in QUOTING else None
    return noun_phrase(parse, found) if found is not None else None


def citing(parse: Parse, cue: int) -> Iterator[int]:
    """The "citing" beside a verb of saying, and that which the parser hangs from its subject or its clause."""
    for below in parse.children(cue):
        if parse.lower[below] in CITING:
            yield below
        elif parse.dep[below] in CARRYING:
            yield from (j for j in parse.children(below) if parse.lower[j] in CITING and parse.dep[j] in (ADVCL, ACL))


def whom(parse: Parse, i: int) -> int | None:
    """The person, body or paper that "citing" names; ``None`` where it is a fact that is cited."""
    found = parse.child(i, frozenset((DOBJ,)))
    return found if found is not None and (parse.lower[found] in PEOPLE or parse.tag[found] in NAMES) else None


def denies(parse: Parse, cue: int) -> bool:
    """Whether the cue says that its content is not so: "denied", "did not confirm"."""
    return (parse.lower[cue] in NEGATIVE) != (parse.child(cue, frozenset((NOT,))) is not None)


def chain(attribution: Attribution) -> tuple[str, ...]:
    """Everyone through whom a statement came, the one nearest the speaker first.

    The addressee counts where it is a news organisation: it printed what it was told.
    """
    told = attribution.addressee
    first = (told,) if told and is_media(told) else ()
    return tuple(dict.fromkeys((*first, *attribution.via)))
