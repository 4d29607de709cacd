"""Clauses of saying: for a cue in the dependency tree, what is said and by whom.

The shapes are those of Krestel, Bergler and Witte, "Minding the Source" (LREC 2008), and
of PARC 3.0 (Pareti 2016): a reporting verb with its complement clause, a complement that
the cue interrupts or follows, "according to", a noun with its clause, and verbs whose
object is what is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from core.extract.columns import code, codes
from core.extract.lang.en import speech as words
from core.extract.speech.kinds import CUE_NOUNS, NOUN_CONTENT, SAY, THINK
from core.extract.speech.syntax import Parse

Range = tuple[int, int]
"""Token indices, end exclusive."""

VERB_TAGS = codes(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
SUBJECTS = codes(("nsubj", "nsubjpass", "csubj"))
CCOMP, XCOMP, DOBJ, PARATAXIS, ADVCL = map(code, ("ccomp", "xcomp", "dobj", "parataxis", "advcl"))
CONJ, ACL, RELCL, PREP, POBJ, PCOMP, AGENT, POSS, PUNCT, MARK, APPOS = map(
    code, ("conj", "acl", "relcl", "prep", "pobj", "pcomp", "agent", "poss", "punct", "mark", "appos")
)
AUXILIARIES = codes(("aux", "auxpass"))
PASSIVE, ROOT = code("auxpass"), code("ROOT")
ACOMP, ATTR = code("acomp"), code("attr")
INHERITS = frozenset((CONJ, XCOMP, ADVCL, PCOMP, ACOMP))
"""A verb with one of these labels and no subject has that of the verb above it."""

CLAUSAL = SAY | THINK | codes(words.forms(*words.CLAUSE_TOO))
ACCORDING, TO, BY = map(code, ("according", "to", "by"))
MAX_CLIMB = 8
"""How far up the tree a subject is looked for: bounds the time on odd parses."""


@dataclass(frozen=True)
class Statement:
    """One statement: what is said, the cue and the source, in token ranges."""

    cue: Range
    content: tuple[Range, ...]
    source: Range | None
    rule: str


def find_statements(parse: Parse) -> Iterator[Statement]:
    """The statements of a parse in the order of their cues, nested ones too."""
    for i, form in enumerate(parse.lower):
        if form in CLAUSAL or form in NOUN_CONTENT:
            if parse.tag[i] in VERB_TAGS:
                yield from _verb(parse, i)
        elif form == ACCORDING:
            yield from _according(parse, i)
        if form in CUE_NOUNS and parse.tag[i] not in VERB_TAGS:
            yield from _noun(parse, i)


def _verb(parse: Parse, i: int) -> Iterator[Statement]:
    form = parse.lower[i]
    source = subject(parse, i)
    content = _complement(parse, i) if form in CLAUSAL else None
    rule = "clause"
    if content is None and form in NOUN_CONTENT and source is not None:
        content, rule = parse.child(i, frozenset((DOBJ,))), "object"
    if content is None and source is not None and form in SAY and parse.dep[i] in (PARATAXIS, ADVCL, CCOMP):
        if interrupts(parse, i):
            head = parse.head[i]
            head = parse.head[head] if parse.dep[head] in AUXILIARIES else head
            yield Statement((i, i + 1), around(parse, head, i), source, "interrupted")
        return
    if content is not None:
        ranges = below(parse, i, content)
        if ranges:
            yield Statement((i, i + 1), ranges, source, rule)


def _complement(parse: Parse, i: int) -> int | None:
    wanted = frozenset((CCOMP, XCOMP)) if parse.lower[i] in SAY else frozenset((CCOMP,))
    return parse.child(i, wanted)


def _according(parse: Parse, i: int) -> Iterator[Statement]:
    to = i + 1
    if to >= parse.n or parse.lower[to] != TO or parse.head[i] == i:
        return
    source = parse.child(to, frozenset((POBJ,)))
    head = parse.head[i]
    while parse.tag[head] not in VERB_TAGS and parse.head[head] != head and parse.sent[head] == parse.sent[i]:
        head = parse.head[head]
    ranges = around(parse, head, i)
    if source is not None and ranges:
        yield Statement((i, to + 1), ranges, noun_phrase(parse, source), "according_to")


def _noun(parse: Parse, i: int) -> Iterator[Statement]:
    clause = parse.child(i, frozenset((ACL, CCOMP)))
    if clause is None or parse.child(clause, frozenset((MARK,))) is None:
        return
    yield Statement((i, i + 1), below(parse, i, clause), owner(parse, i), "noun")


def interrupts(parse: Parse, i: int) -> bool:
    """Whether a cue stands inside or after the clause that it hangs from, set off by commas."""
    start, _ = parse.extent(i)
    inside = start > parse.extent(parse.head[i])[0]
    return inside and start > 0 and (parse.tag[start] in _COMMAS or parse.tag[start - 1] in _COMMAS)


_COMMAS = codes((",", "''", "``", ":"))


def subject(parse: Parse, i: int, said: Mapping[int, int] | None = None) -> Range | None:
    """The noun phrase that says, believes or denies what the verb ``i`` reports.

    ``said`` leads from the heads of contents to their cues: a verb that hangs from what
    another says, without being part of it, has the speaker of that.
    """
    start = i
    for _ in range(MAX_CLIMB):
        if parse.child(i, frozenset((PASSIVE,))) is not None:
            return _of_passive(parse, i)
        found = _nearest_subject(parse, i)
        if found is not None:
            return noun_phrase(parse, found)
        above = parse.head[i]
        if above == i:
            break
        if parse.dep[i] in (ACL, RELCL):
            return noun_phrase(parse, above, before=i)
        if parse.dep[i] == PCOMP and parse.tag[above] not in VERB_TAGS:
            above = parse.head[above]
        elif parse.dep[i] not in INHERITS:
            break
        i = said.get(above, above) if said and said.get(above) != start else above
    return _beside(parse, start)


def _nearest_subject(parse: Parse, i: int) -> int | None:
    """The subject next to a verb; a quotation before it can have left it a second one."""
    found = [j for j in parse.children(i) if parse.dep[j] in SUBJECTS]
    return min(found, key=lambda j: abs(i - j), default=None)


def _of_passive(parse: Parse, i: int) -> Range | None:
    """Who is behind a passive: its agent; else, of a feeling ("was convinced"), its subject."""
    agent = parse.child(i, frozenset((AGENT,)))
    by = parse.child(agent, frozenset((POBJ,))) if agent is not None else None
    if by is not None:
        return noun_phrase(parse, by)
    found = parse.child(i, SUBJECTS)
    nobody = found is None or parse.lower[found] == IT or parse.lower[i] in REPORTED
    return noun_phrase(parse, found) if found is not None and not nobody else None


def _beside(parse: Parse, i: int) -> Range | None:
    """A name or pronoun next to a word of saying, where the tree has no subject.

    Before a comma the description goes with the name: "..., the group's director, Ana
    Lima, said" is often parsed as part of what stands before it.
    """
    if parse.lower[i] not in SAY:
        return None
    comma = i > 1 and parse.lower[i - 1] == COMMA
    for j in (i - 1 - comma, i + 1):
        if 0 <= j < parse.n and parse.tag[j] in _NAMES and parse.sent[j] == parse.sent[i]:
            described = comma and j < i and parse.dep[j] == APPOS and parse.tag[parse.head[j]] == NOUN
            return noun_phrase(parse, parse.head[j] if described else j, before=i if j < i else None)
    return None


REPORTED = (CLAUSAL | NOUN_CONTENT) - codes(("worried", "concerned"))
"""Participles of which the subject is no source: "was found", "is expected", "was told"."""
COMMA, NOUN, IT = code(","), code("NN"), code("it")
_NAMES = codes(("NNP", "NNPS", "PRP"))


def owner(parse: Parse, noun: int) -> Range | None:
    """Who holds a noun of saying: "Cook's claim", "the claim by Cook", "Cook made the claim"."""
    poss = parse.child(noun, frozenset((POSS,)))
    if poss is not None:
        return noun_phrase(parse, poss)
    for prep in parse.children(noun):
        if parse.dep[prep] in (PREP, AGENT) and parse.lower[prep] in _OWNING:
            pobj = parse.child(prep, frozenset((POBJ,)))
            if pobj is not None:
                return noun_phrase(parse, pobj)
    above = parse.head[noun]
    if parse.dep[noun] == POBJ and above != noun:
        above = parse.head[above]
    if parse.dep[noun] in (DOBJ, POBJ, ATTR) and parse.tag[above] in VERB_TAGS:
        return subject(parse, above)
    return None


_OWNING = codes(("by", "from", "of"))


def noun_phrase(parse: Parse, head: int, before: int | None = None) -> Range:
    """The words of a noun phrase, without relative clauses and what follows them."""
    start, end = parse.extent(head)
    for child in parse.children(head):
        if child > head and parse.dep[child] in (RELCL, ACL, ADVCL):
            end = min(end, max(head + 1, parse.extent(child)[0]))
    if before is not None:
        end = min(end, max(head + 1, before))
    while end > head + 1 and (parse.dep[end - 1] == PUNCT or parse.tag[end - 1] in _BLANK):
        end -= 1
    while start < head and (parse.dep[start] == PUNCT or parse.tag[start] in _BLANK):
        start += 1
    return start, end


def antecedent(parse: Parse, pronoun: int) -> Range | None:
    """What a relative pronoun stands for, by the tree: the noun that its clause hangs from."""
    verb = parse.head[pronoun]
    if parse.lower[pronoun] not in _RELATIVE or parse.dep[verb] != RELCL:
        return None
    noun = parse.head[verb]
    if parse.lower[noun] == _PAST or parse.entity[noun] in _TIMES:
        return None  # "statements in the past, which named ...": the time is not who speaks
    return noun_phrase(parse, parse.head[verb], before=pronoun)


_PAST, _TIMES = code("past"), codes(("DATE", "TIME"))
_RELATIVE = codes(("who", "which", "that"))
_BLANK = codes(("_SP", "''", "``", ",", ":"))


def below(parse: Parse, cue: int, head: int) -> tuple[Range, ...]:
    """The subtree of ``head``, without the words of the cue that stand inside it."""
    cut = [(cue, cue + 1)]
    cut += [parse.extent(j) for j in parse.children(cue) if j != head and parse.dep[j] != PUNCT]
    return without(parse.extent(head), cut)


def around(parse: Parse, head: int, cue: int) -> tuple[Range, ...]:
    """The subtree of ``head`` without that of the cue, which hangs inside it."""
    return without(parse.extent(head), [parse.extent(cue)])


def without(whole: Range, cut: list[Range]) -> tuple[Range, ...]:
    """A range of tokens less other ranges."""
    left: list[Range] = []
    start = whole[0]
    for a, b in sorted(cut):
        if b <= start or a >= whole[1]:
            continue
        if a > start:
            left.append((start, a))
        start = max(start, b)
    if start < whole[1]:
        left.append((start, whole[1]))
    return tuple(left)
