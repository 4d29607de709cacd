"""Statements by the learned scorer: the edges that it takes, and what hangs from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from core.extract.columns import Ints, code, codes
from core.extract.lang.en import speech as words
from core.extract.speech.chains import cited, citing, whom
from core.extract.speech.clauses import (
    ACCORDING,
    ACOMP,
    ADVCL,
    BY,
    CCOMP,
    COMMA,
    DOBJ,
    PCOMP,
    POBJ,
    PREP,
    PUNCT,
    SUBJECTS,
    VERB_TAGS,
    Range,
    Statement,
    noun_phrase,
    owner,
    subject,
)
from core.extract.speech.edges import Edge, find_edges
from core.extract.speech.kinds import CITING, PUT, QUOTING, SAY
from core.extract.speech.repairs import (
    DATES,
    DAY_WORDS,
    contradicted,
    repaired,
    second_verbs,
    withheld,
    without_citing,
    without_day,
    without_message,
)
from core.extract.speech.scorer import Weights
from core.extract.speech.syntax import Parse

MAX_HEIGHT = 200
"""How far up the tree one looks for a content around a cue: bounds the time."""
LOOSE_ENDS = codes(("cc", "punct"))
"""What is left at the end of a content where the next clause was cut off."""
OPENINGS, CC = codes(("but", "and", "yet", "so")), code("cc")
"""What joins a sentence to the article's one before it, and is not said."""
HEDGES = codes(words.forms(*words.HEDGES))


def score_statements(parse: Parse, weights: Weights, quote: Ints) -> Iterator[Statement]:
    """The statements that the scorer finds, in text order of their cues."""
    best, cuts = find_edges(parse, weights, quote)
    best = repaired(parse, best)
    cuts |= second_verbs(parse, best) | contradicted(parse, best)
    outer = _outermost(parse, best, cuts)
    edges = [found for e in outer if (found := _reporting(parse, _nearer(parse, e))) is not None]
    said = {e.top: _verb_of(parse, e.cue) for e in edges if e.hole < 0}
    branches = {_branch(parse, e.cue) for e in edges if e.hole < 0}
    edges = [e for e in edges if e.top not in branches]
    yield from _statements(parse, edges, said, cuts | set(said) | branches)
    inner = [e for e in best.values() if e.top not in said and _is_nested(parse, e)]
    yield from _statements(parse, inner, said, cuts)


def _statements(parse: Parse, edges: list[Edge], said: dict[int, int], stops: set[int]) -> Iterator[Statement]:
    """The statements of some edges, one for each cue; ``said`` leads from contents to cues."""
    for cue, group in _by_cue(parse, edges).items():
        source = source_of(parse, cue, said)
        tokens = {i for e in group for i in _below(parse, e, stops, cue)}
        tokens.difference_update(range(*source) if source is not None else ())
        tokens = without_message(parse, without_citing(parse, without_day(parse, tokens, cue), cue), cue)
        tokens = _without_quoter(parse, tokens, cue)
        while tokens and parse.dep[max(tokens)] in LOOSE_ENDS:
            tokens.remove(max(tokens))
        if tokens and _joins(parse, min(tokens)):
            tokens.remove(min(tokens))
        if not _empty(parse, tokens) and not _perceived(parse, cue, group) and not _only_frames(parse, cue) and not withheld(parse, cue, min(tokens)) and (source is not None or _unsigned(parse, cue, group)):
            yield Statement((cue, cue + 1), tuple(_runs(sorted(tokens))), source, "scorer")


def _joins(parse: Parse, i: int) -> bool:
    """Whether a word only joins a sentence to the one before it: "But"."""
    return parse.lower[i] in OPENINGS and parse.dep[i] == CC and (i == 0 or parse.sent[i - 1] != parse.sent[i])


def _unsigned(parse: Parse, cue: int, group: list[Edge]) -> bool:
    """Whether it is speech though nobody is named: a clause ("It was reported that"), not "the truce was declared"."""
    return parse.lower[cue] in SAY and parse.lower[cue] != ASKED and any(parse.dep[e.top] == CCOMP for e in group)


def _without_quoter(parse: Parse, tokens: set[int], cue: int) -> set[int]:
    """A content without who quoted: "'...', the doctor was quoted as saying by the agency"."""
    if parse.lower[cue] not in QUOTING:
        return tokens
    by = next((i for i in range(cue + 1, min(cue + AS_SAYING_BY, parse.n)) if parse.lower[i] == BY), None)
    return {i for i in tokens if i < by} if by is not None else tokens


AS_SAYING_BY = 4
"""Tokens from "quoted" over "as saying" to "by"."""


def _only_frames(parse: Parse, cue: int) -> bool:
    """Whether a cue says nothing of its own: a hedge, or "Asked about it" before an answer."""
    return parse.lower[cue] in HEDGES or (parse.lower[cue] == ASKED and parse.tag[cue] in PARTICIPLE and parse.dep[cue] == ADVCL)


def _perceived(parse: Parse, cue: int, group: list[Edge]) -> bool:
    """Whether things were seen, counted or shot at, and nothing said: "the mission observed 13 tanks", "they attacked the base"."""
    if parse.lower[cue] in PHYSICAL:
        return not any(parse.entity[e.top] == PERSON or _for(parse, e.top) for e in group) and not _for(parse, cue)
    return parse.lower[cue] in PERCEIVING and parse.tag[cue] in VERB_TAGS and all(parse.dep[e.top] == DOBJ for e in group)


def _for(parse: Parse, i: int) -> bool:
    """Whether a verb or its object has what somebody is attacked for, or as what."""
    return any(parse.lower[j] in FOR for j in parse.children(i))


PHYSICAL, PERSON, FOR = codes(words.forms(*words.PHYSICAL)), code("PERSON"), codes(("for", "as", "over"))
PERCEIVING = codes(words.forms(*words.PERCEIVING))


def _empty(parse: Parse, tokens: set[int]) -> bool:
    """Whether words say nothing by themselves: "which it showed", "counted 212", "said on Friday"."""
    if len(tokens) < 2:
        return all(parse.tag[i] in EMPTY or parse.lower[i] in NOTHING for i in tokens)
    return len(tokens) < MAX_DAY and all(parse.entity[i] in DATES or parse.lower[i] in DAY_WORDS for i in tokens)


MAX_DAY = 6
"""Tokens."""
EMPTY, NOTHING = codes(("WDT", "WP", "CD")), codes(("nothing", "anything", "something"))
ASKED = code("asked")


def _branch(parse: Parse, cue: int) -> int:
    """Where a phrase with a cue of its own begins to hang: "with" in "with one official telling"."""
    return parse.head[cue] if parse.dep[cue] == PCOMP else cue


def _is_nested(parse: Parse, e: Edge) -> bool:
    """Whether an edge inside what another says is speech in speech: "said that Lima had told the paper that"."""
    named = parse.child(e.cue, SUBJECTS)
    return (
        e.hole < 0 and parse.lower[e.cue] in NESTED | PUT and parse.tag[e.cue] in FINITE | PARTICIPLE
        and (parse.dep[e.top] == CCOMP or parse.lower[e.cue] in PUT) and named is not None
    )  # fmt: skip


NESTED = codes(words.forms(*words.TOLD))
PARTICIPLE = codes(("VBN",))


def _outermost(parse: Parse, best: dict[int, Edge], cuts: set[int]) -> list[Edge]:
    """The edges whose cue is not inside what another says."""
    cues = {e.cue for e in best.values() if e.hole < 0}
    best = {top: e for top, e in best.items() if not (top in cues and _passes_on(parse, e))}
    holes = {e.hole for e in best.values()} - {-1}
    kept = []
    for e in best.values():
        above = e.cue if e.hole < 0 else parse.head[e.top]
        free = e.hole >= 0 and (e.top in cuts or above == e.top)
        if free or not _inside(parse, above, best, cuts, holes):
            kept.append(e)
    return kept


def _passes_on(parse: Parse, e: Edge) -> bool:
    """Whether it says through whom another statement came: "Lima said ..., according to Reuters"."""
    return parse.lower[e.cue] == ACCORDING and parse.lower[e.top] in SAY


def _inside(parse: Parse, i: int, tops: dict[int, Edge], cuts: set[int], holes: set[int]) -> bool:
    """Whether a token is in the content of an edge above it."""
    for _ in range(MAX_HEIGHT):
        if i in holes:
            return False
        if i in tops:
            return True
        if i in cuts or parse.head[i] == i:
            return False
        i = parse.head[i]
    return False


def _nearer(parse: Parse, e: Edge) -> Edge:
    """Give a clause to the word of saying right before it, where the tree hangs it higher.

    "... with one official telling the paper the country plans to": the parser gives the
    clause to the main verb as soon as the words between are a phrase of their own.
    """
    i = parse.extent(e.top)[0] - 1
    while i > e.cue and (parse.dep[i] == PUNCT or parse.lower[i] in COMPLEMENTIZERS):
        i -= 1
    for _ in range(MAX_HEIGHT):
        if e.hole >= 0 or i <= e.cue or i >= e.top:
            return e
        if parse.lower[i] in SAY and parse.tag[i] in FINITE and parse.child(i, CLAUSES) is None:
            return e._replace(cue=i)
        i = parse.head[i]
    return e


CLAUSES = codes(("ccomp", "xcomp"))
FINITE = VERB_TAGS - codes(("VBN",))
COMPLEMENTIZERS = codes(("that", "whether", "how", "why"))


def _reporting(parse: Parse, e: Edge) -> Edge | None:
    """For "CNN reported, citing officials, that ...": the cue is "reported", and whom it cites no content."""
    if parse.lower[e.cue] not in CITING:
        return e
    above = parse.head[e.cue]
    if parse.dep[e.top] == DOBJ:
        return None if whom(parse, e.cue) == e.top else e
    return e._replace(cue=above) if parse.lower[above] in SAY and cited(parse, above) is not None else e


def _by_cue(parse: Parse, edges: list[Edge]) -> dict[int, list[Edge]]:
    groups: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        groups[edge.cue if edge.hole >= 0 else _verb_of(parse, edge.cue)].append(edge)
    return groups


def _verb_of(parse: Parse, cue: int) -> int:
    """The word that a preposition of the cue hangs from: "called" in "called for"."""
    return parse.head[cue] if parse.dep[cue] == PREP else cue


def _below(parse: Parse, e: Edge, stops: set[int], cue: int) -> list[int]:
    """The tokens of a content: below its head, less what is cut off and the cue's own branch."""
    found = [e.top]
    for i in found:  # grows as it is walked
        found += [j for j in parse.children(i) if j not in stops and j != cue and j != e.hole]
    return found


def _runs(tokens: list[int]) -> Iterator[Range]:
    """Tokens in a row as ranges."""
    start = 0
    for at in range(1, len(tokens) + 1):
        if at == len(tokens) or tokens[at] != tokens[at - 1] + 1:
            yield tokens[start], tokens[at - 1] + 1
            start = at


def source_of(parse: Parse, cue: int, said: dict[int, int]) -> Range | None:
    """Whose words or thoughts a cue reports."""
    if parse.lower[cue] == ACCORDING:
        to = parse.child(cue, frozenset((PREP,)))
        found = parse.child(to, frozenset((POBJ,))) if to is not None else None
        return noun_phrase(parse, found) if found is not None else None
    if parse.tag[cue] in VERB_TAGS or parse.dep[cue] == ACOMP:
        return subject(parse, cue, said) or carrier(parse, cue)
    return owner(parse, cue)


def carrier(parse: Parse, cue: int) -> Range | None:
    """The paper of "Radio Sol, citing the mayor, said ...", where the parser finds the verb no subject."""
    for i in citing(parse, cue):
        if 1 < i < cue and parse.lower[i - 1] == COMMA and parse.words((i - 2, i - 1))[:1].isupper():
            return noun_phrase(parse, i - 2, before=i - 1)
    return None
