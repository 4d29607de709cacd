"""Edges that grammar is sure of where the scorer, or the parser, is not.

Each repair is a pattern that newspapers use all the time and that a parser of this size
gets wrong as often as right.
"""

from __future__ import annotations

from collections.abc import Iterator

from core.extract.columns import code, codes
from core.extract.lang.en import speech as words
from core.extract.speech.chains import whom
from core.extract.speech.clauses import ACCORDING, ACL, ADVCL, CCOMP, CONJ, DOBJ, POBJ, PREP, RELCL, SUBJECTS, VERB_TAGS
from core.extract.speech.edges import Edge
from core.extract.speech.kinds import ADDRESSES, CITES, IS_MESSAGE, MESSAGES, PUTS, SAY
from core.extract.speech.syntax import Parse

FIGURES = codes(words.FIGURES)
THAT, AT, COMMA, IN = code("that"), code("at"), code(","), code("in")
AUX = codes(("aux", "auxpass", "neg"))
ADVERBIAL = frozenset((ADVCL, PREP, code("npadvmod"), code("advmod")))


def repaired(parse: Parse, best: dict[int, Edge]) -> dict[int, Edge]:
    """The edges with those that the patterns add."""
    cues = {e.cue for e in best.values()}
    told = list(_to_somebody(parse))
    addressed = {e.cue for e in told}
    best = {top: e for top, e in best.items() if not (e.cue in addressed and parse.dep[top] == DOBJ)}
    more = [*told, *_in_a_message(parse, cues), *_figures(parse), *_between(parse, best)]
    best = {**best, **{e.top: e for e in more if e.top not in best}}
    for e in [e for e in best.values() if e.hole >= 0 and parse.lower[e.cue] == ACCORDING]:
        del best[e.top]
        raised = _raised(parse, e.top)
        best.setdefault(raised, e._replace(top=raised))
    return best


def _raised(parse: Parse, top: int) -> int:
    """The whole of which "according to" closes the last part: "rose to 40 and fell again, according to the bank"."""
    for _ in range(MAX_RAISED):
        second = parse.dep[top] == CONJ
        if not second and not (parse.dep[top] == ADVCL and parse.tag[top] == GERUND and parse.head[top] < top):
            break
        top = parse.head[top]
    return top


GERUND, MAX_RAISED = code("VBG"), 4


def _in_a_message(parse: Parse, cues: set[int]) -> Iterator[Edge]:
    """ "said in a statement that it had": the clause is no relative clause of the statement."""
    for i in parse.of_kind(IS_MESSAGE):
        if parse.dep[i] == POBJ:
            cue = parse.head[parse.head[i]]
            clause = parse.child(i, frozenset((RELCL, ACL)))
            saying = cue not in cues and parse.lower[cue] in SAY and parse.tag[cue] in VERB_TAGS
            if saying and clause is not None and parse.lower[parse.extent(clause)[0]] == THAT:
                yield Edge(cue, clause, -1)


def _to_somebody(parse: Parse) -> Iterator[Edge]:
    """ "informed residents of two villages that they should leave": the clause says nothing about the villages."""
    for i in parse.of_kind(ADDRESSES):
        if parse.tag[i] in VERB_TAGS and parse.child(i, frozenset((CCOMP,))) is None:
            told = parse.child(i, frozenset((DOBJ,)))
            if told is None:
                continue
            for j in range(told, parse.extent(told)[1]):
                if parse.lower[j] == THAT and parse.dep[j] not in SUBJECTS and parse.dep[parse.head[j]] in (RELCL, ACL):
                    yield Edge(i, parse.head[j], -1)
                    break


def _figures(parse: Parse) -> Iterator[Edge]:
    """ "put the death toll at 35": the toll and the number are what is said."""
    for i in parse.of_kind(PUTS):
        if parse.tag[i] in VERB_TAGS:
            figure = parse.child(i, frozenset((DOBJ,)))
            if figure is not None and (parse.lower[figure] in FIGURES or _at_a_number(parse, i)):
                yield from (Edge(i, j, -1) for j in parse.children(i) if j == figure or (j > figure and parse.dep[j] == PREP))


def _at_a_number(parse: Parse, i: int) -> bool:
    """Whether "at" and a number follow a verb: "put the need at between 200 and 250 million"."""
    return any(parse.lower[j] == AT and parse.dep[j] == PREP and _counts(parse, j) for j in parse.children(i))


def _counts(parse: Parse, i: int) -> bool:
    return any(parse.tag[j] == NUMBER for j in range(i + 1, min(parse.extent(i)[1], i + 6)))


def _between(parse: Parse, best: dict[int, Edge]) -> Iterator[Edge]:
    """ "They fled when it burned, he said": what stands between a clause and its cue, without a comma, is said too."""
    for e in best.values():
        if e.hole >= 0 or e.top > e.cue or parse.lower[e.cue] not in SAY:
            continue
        end = parse.extent(e.top)[1]
        for j in parse.children(e.cue):
            if e.top < j < e.cue and parse.dep[j] in ADVERBIAL and parse.dep[j] not in SUBJECTS:
                start, stop = parse.extent(j)
                if start == end and parse.lower[start] != COMMA:
                    yield Edge(e.cue, j, -1)
                    end = stop


def second_verbs(parse: Parse, best: dict[int, Edge]) -> set[int]:
    """Cues without a subject that the parser coordinates with the clause said: "admitted that ... but insisted that"."""
    return {
        e.cue for e in best.values()
        if e.hole < 0 and e.top > e.cue and parse.dep[e.cue] == CONJ and parse.lower[e.cue] in SAY
        and parse.child(e.cue, SUBJECTS | AUX) is None
    }  # fmt: skip


def contradicted(parse: Parse, best: dict[int, Edge]) -> set[int]:
    """Second clauses that somebody else says: "claimed that they held it, but another blogger disputed this"."""
    return {
        j for e in best.values() if e.hole < 0 and e.top > e.cue for j in parse.children(e.top)
        if parse.dep[j] == CONJ and parse.lower[j] in SAY and parse.tag[j] in FINITE and parse.child(j, SUBJECTS) is not None
        and any(parse.lower[k] in BUT for k in range(e.top + 1, parse.extent(j)[0]))
    }  # fmt: skip


def without_day(parse: Parse, tokens: set[int], cue: int) -> set[int]:
    """A content without the day right after the cue: "said on Friday its forces" says nothing of Friday."""
    end = cue + 1
    while end in tokens and (parse.lower[end] in DAY_WORDS or parse.entity[end] in DATES):
        end += 1
    dated = end > cue + 2 and parse.lower[cue + 1] in DAY_WORDS and parse.entity[end - 1] in DATES
    return tokens - set(range(cue + 1, end)) if dated and end in tokens and parse.lower[end] != COMMA else tokens


BUT, FINITE = codes(("but", "while", ";")), codes(("VBD", "VBZ", "VBP"))
NUMBER = code("CD")
DAY_WORDS = codes(("on", "late", "early"))
DATES = codes(("DATE", "TIME"))


def without_citing(parse: Parse, tokens: set[int], cue: int) -> set[int]:
    """A content without the ", citing two officials" at its end, which says whom the paper has it from."""
    if not tokens or not parse.of_kind(CITES):
        return tokens
    first, last = min(tokens), max(tokens)
    for i in parse.of_kind_in(CITES, first, last):
        if i in tokens and parse.lower[i - 1] == COMMA and parse.extent(i)[1] > last:
            return {j for j in tokens if j < i} if i > cue and whom(parse, i) is not None else tokens
    return tokens


def without_message(parse: Parse, tokens: set[int], cue: int) -> set[int]:
    """A content without the "in a statement" at its end, which says where it was said: "called it baseless in an interview"."""
    if not tokens or not parse.of_kind(IS_MESSAGE):
        return tokens
    last = max(tokens)
    for message in parse.of_kind_in(IS_MESSAGE, cue + 2, last):
        i = parse.head[message]
        inside = cue < i < message and i in tokens and parse.lower[i] == IN and parse.dep[i] == PREP and parse.dep[message] == POBJ
        if inside and parse.extent(i)[1] > last:
            above = parse.head[i]
            if (above == cue or parse.tag[above] not in VERB_TAGS) and parse.lower[above] not in MESSAGES:
                return {j for j in tokens if j < i} or tokens
    return tokens


def withheld(parse: Parse, cue: int, first: int) -> bool:
    """Whether nothing is said: "did not say how many", "declined to comment", "plans to send 30", "denied us passage"."""
    form = parse.lower[cue]
    if form in PLANNING and parse.lower[first] == TO:
        return parse.tag[cue] in VERB_TAGS
    if form in KEEPING and parse.child(cue, DATIVE) is not None:
        return True
    if form in REFUSING:
        return parse.lower[first] == TO and first + 1 < parse.n and parse.lower[first + 1] in WITHHELD
    return form in WITHHELD and parse.child(cue, NEGATED) is not None


WITHHELD, REFUSING = codes(words.forms(*words.WITHHELD)), codes(words.forms(*words.REFUSING))
PLANNING, KEEPING = codes(words.forms(*words.PLANNING)), codes(words.forms("deny"))
DATIVE = codes(("dative", "iobj"))
NEGATED, TO = frozenset((code("neg"),)), code("to")
