"""Sayings that trail their sentence: "Twelve people died in the attack, the ministry said on Friday."

Newspapers close most reports so, and a small parser takes every third such verb for
part of the clause before it. The pattern is one of the surface: a clause, a comma, a noun
phrase, a verb of saying, and after it nothing that could be said.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.extract.columns import code, codes
from core.extract.lang.en import speech as words
from core.extract.speech.chains import AS, SAYING, quoted_as
from core.extract.speech.clauses import Range
from core.extract.speech.kinds import QUOTES, QUOTING, SAY, SAYS
from core.extract.speech.quoted import Draft
from core.extract.speech.syntax import Parse

RULE = "trailing"
FINITE = codes(("VBD", "VBZ", "VBP", "MD"))
SAID = codes(("VBD", "VBZ", "VBP", "VBN"))
PLURAL = code("NNS")
NOMINAL = codes(("NN", "NNS", "NNP", "NNPS", "PRP", "DT", "CD", "JJ", "PRP$"))
"""Tags that a source may start with."""
ENDS = codes((".", "!", "?", "…", ";"))
COMMA, THAT, AND = code(","), code("that"), code("and")
AFTER = codes("on in at late early to by from during after before via through yesterday today tonight earlier later , ; .".split())
"""What may follow: when, where and to whom it was said, but no clause."""
DAYS = codes("monday tuesday wednesday thursday friday saturday sunday".split())
TELLING = codes(words.forms("tell"))
NO_SOURCE = codes("as who which whom where when while that if because although though after before since until what how".split())
MAX_SOURCE, MAX_APPOSITION, LEAST_CONTENT = 18, 12, 4
"""Tokens."""


def trailing(parse: Parse, drafts: list[Draft]) -> Iterator[Draft]:
    """Sayings at the end of their sentence whose verb is no draft's cue yet."""
    cues = {i for d in drafts for i in range(*d.cue)}
    for i in parse.of_kind(SAYS | QUOTES):
        form = parse.lower[i]
        if form in SAY and i not in cues and _says(parse, i) and _nothing_said_after(parse, i):
            source = _source(parse, i)
            if source is not None:
                start = _sentence_start(parse, source[0])
                if source[0] - 1 - start >= LEAST_CONTENT and _is_clause(parse, start, source[0] - 1):
                    yield Draft((i, i + 1), [parse.chars((start, source[0] - 1))], source, RULE)
        elif form in QUOTING:
            yield from _quoted_as(parse, i)
            yield from _was_quoted_as(parse, i, cues)


def _quoted_as(parse: Parse, i: int) -> Iterator[Draft]:
    """ "Two men died, the Mena agency quoted a doctor as saying.": the cue is "saying", the source the doctor."""
    named, carrier = quoted_as(parse, i), _source(parse, i)
    if named is None or carrier is None:
        return
    (first, end), after = named
    start = _sentence_start(parse, carrier[0])
    closes = after >= parse.n or parse.lower[after] in AFTER | ENDS
    if closes and carrier[0] - 1 - start >= LEAST_CONTENT and _is_clause(parse, start, carrier[0] - 1):
        yield Draft((after - 1, after), [parse.chars((start, carrier[0] - 1))], (first, end), RULE)


def _was_quoted_as(parse: Parse, i: int, cues: set[int]) -> Iterator[Draft]:
    """ "They are alive, the minister was quoted as saying by the agency.": the cue is "saying"."""
    cue = i + 2
    if cue >= parse.n or cue in cues or i in cues or parse.lower[i + 1] != AS or parse.lower[cue] not in SAYING or parse.lower[i - 1] not in WAS:
        return
    source = _source(parse, i - 1)
    if source is not None and (cue + 1 >= parse.n or parse.lower[cue + 1] in AFTER | ENDS):
        start = _sentence_start(parse, source[0])
        if source[0] - 1 - start >= LEAST_CONTENT and _is_clause(parse, start, source[0] - 1):
            yield Draft((cue, cue + 1), [parse.chars((start, source[0] - 1))], source, RULE)


WAS = codes(("was", "were", "is", "are"))


def _says(parse: Parse, i: int) -> bool:
    """A verb in a form that can close a report; at the very end also one taken for a plural noun."""
    return parse.tag[i] in SAID or (parse.tag[i] == PLURAL and i + 1 < parse.n and parse.lower[i + 1] in ENDS)


def _nothing_said_after(parse: Parse, i: int) -> bool:
    if i + 1 >= parse.n:
        return True
    following = parse.lower[i + 1]
    return following in AFTER or following in DAYS or parse.lower[i] in TELLING


def _source(parse: Parse, i: int) -> Range | None:
    """The noun phrase between a comma and the verb, with an apposition inside it."""
    comma = _comma_before(parse, i, MAX_SOURCE)
    if comma is not None and comma == i - 1:  # ", a spokesman, said": the apposition closes right before the verb
        inner = _comma_before(parse, comma, MAX_APPOSITION)
        comma = None if inner is None else _comma_before(parse, inner, MAX_SOURCE)
    if comma is None or parse.tag[comma + 1] not in NOMINAL or parse.lower[comma + 1] in NO_SOURCE:
        return None
    inside = range(comma + 1, i)
    if not inside or any(parse.tag[j] in FINITE or parse.lower[j] in NO_SOURCE for j in inside):
        return None
    return comma + 1, i - 1 if parse.lower[i - 1] == COMMA else i


def _comma_before(parse: Parse, i: int, most: int) -> int | None:
    """The nearest comma before a token, in its sentence and paragraph."""
    for j in range(i - 1, max(-1, i - 1 - most), -1):
        if parse.lower[j] == COMMA:
            return j
        if parse.lower[j] in ENDS or "\n" in parse.words((j, j + 1)):
            return None
    return None


def _sentence_start(parse: Parse, i: int) -> int:
    j = i - 1
    while j > 0 and parse.lower[j - 1] not in ENDS and "\n" not in parse.words((j - 1, j)):
        j -= 1
    return j


def _is_clause(parse: Parse, start: int, end: int) -> bool:
    """Whether the words have a finite verb of their own, and are not what the verb is asked about."""
    return any(parse.tag[j] in FINITE for j in range(start, end)) and parse.lower[start] not in ASKED


ASKED = codes(("asked", "according"))
