"""Through whom: to whom a thing was said, who passed it on, and what is denied.

A chain runs from the speaker over the addressee, where that is a news organisation, to
whoever quoted it: "Kerry told CNN, as quoted by Reuters" is Kerry, CNN, Reuters.
"""

from __future__ import annotations

from core.actors import is_media
from core.extract.lang.en import speech as words
from core.extract.speech.clauses import ADVCL, AGENT, DOBJ, POBJ, PREP, Range, noun_phrase
from core.extract.speech.syntax import Parse, code, codes
from core.records import Attribution

ADDRESSING = codes(words.forms(*words.ADDRESSED))
TO_WHOM = frozenset((DOBJ, code("dative"), code("iobj")))
QUOTED = codes(("quoted", "cited", "reported", "relayed"))
CITING = codes(("citing", "quoting"))
TO, BY = code("to"), code("by")
NEGATIVE = codes(words.forms(*words.NEGATIVE))
NOT = code("neg")


def addressee(parse: Parse, cue: int) -> Range | None:
    """Who was spoken to: the object of "told", or what follows "to" beside "said"."""
    if parse.lower[cue] in ADDRESSING:
        found = parse.child(cue, TO_WHOM)
        if found is not None:
            return noun_phrase(parse, found)
    for prep in parse.children(cue):
        if parse.dep[prep] in (PREP, code("dative")) and parse.lower[prep] == TO:
            found = parse.child(prep, frozenset((POBJ,)))
            if found is not None:
                return noun_phrase(parse, found)
    return None


def passed_on(parse: Parse, cue: int) -> list[Range]:
    """Who quoted it: "as quoted by Reuters", "as reported by AFP" below the cue."""
    found: list[Range] = []
    for below in parse.children(cue):
        if parse.dep[below] in (ADVCL, PREP) and parse.lower[below] in QUOTED:
            agent = parse.child(below, frozenset((AGENT, PREP)))
            by = parse.child(agent, frozenset((POBJ,))) if agent is not None and parse.lower[agent] == BY else None
            if by is not None:
                found.append(noun_phrase(parse, by))
    return found


def cited(parse: Parse, cue: int) -> Range | None:
    """Whom the source cites: "CNN said, citing officials". The source is then only the carrier."""
    for below in parse.children(cue):
        if parse.lower[below] in CITING:
            found = parse.child(below, frozenset((DOBJ,)))
            return noun_phrase(parse, found) if found is not None else None
    return None


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
