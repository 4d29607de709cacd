"""Statements by the learned scorer: the edges that it takes, and what hangs from them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from core.extract.speech.clauses import (
    ACCORDING,
    ACOMP,
    POBJ,
    PREP,
    VERB_TAGS,
    Range,
    Statement,
    noun_phrase,
    owner,
    subject,
)
from core.extract.speech.features import Attributes, attributes_of, hashed
from core.extract.speech.scorer import CUT, DOWN, UP, Floats, Weights, edges_of
from core.extract.speech.syntax import Ints, Parse

LEAST = (-0.4, -0.5, 0.0)
"""Log-odds from which an edge is taken, for each question; chosen on the training corpus."""
MAX_HEIGHT = 200
"""How far up the tree one looks for a content around a cue: bounds the time."""


class Edge(NamedTuple):
    """A cue and the head of what is said, one of them hanging from the other."""

    cue: int
    top: int
    """The head of what is said."""
    hole: int
    """The branch of ``top`` that holds the cue, or -1 where the cue stands above."""


def score_statements(parse: Parse, weights: Weights, quote: Ints) -> Iterator[Statement]:
    """The statements that the scorer finds, in text order of their cues."""
    h, v = edges_of(parse)
    if not len(v):
        return
    scores = weights.score(hashed(attributes_of(Attributes(parse, quote), h, v)))
    cuts = set(v[scores[:, CUT] > LEAST[CUT]].tolist())
    edges = _outermost(parse, _best(h, v, scores), cuts)
    said = {e.top: _verb_of(parse, e.cue) for e in edges if e.hole < 0}
    stops = cuts | set(said)
    for cue, group in sorted(_by_cue(parse, edges).items()):
        tokens = {i for e in group for i in _below(parse, e, stops - {e.top}, cue)}
        yield Statement((cue, cue + 1), tuple(_runs(sorted(tokens))), source_of(parse, cue, said), "scorer")


def _best(h: Ints, v: Ints, scores: Floats) -> dict[int, Edge]:
    """The edges over the threshold, the surest one for each head of a content."""
    down, up = (np.flatnonzero(scores[:, kind] > LEAST[kind]).tolist() for kind in (DOWN, UP))
    found = [(float(scores[at, DOWN]), Edge(int(h[at]), int(v[at]), -1)) for at in down]
    found += [(float(scores[at, UP]), Edge(int(v[at]), int(h[at]), int(v[at]))) for at in up]
    return {edge.top: edge for _, edge in sorted(found)}


def _outermost(parse: Parse, best: dict[int, Edge], cuts: set[int]) -> list[Edge]:
    """The edges whose cue is not inside what another says."""
    holes = {e.hole for e in best.values()} - {-1}
    kept = []
    for e in best.values():
        above = e.cue if e.hole < 0 else parse.head[e.top]
        free = e.hole >= 0 and (e.top in cuts or above == e.top)
        if free or not _inside(parse, above, best, cuts, holes):
            kept.append(e)
    return kept


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


def _by_cue(parse: Parse, edges: list[Edge]) -> dict[int, list[Edge]]:
    groups: dict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        groups[edge.cue if edge.hole >= 0 else _verb_of(parse, edge.cue)].append(edge)
    return groups


def _verb_of(parse: Parse, cue: int) -> int:
    """The word that a preposition of the cue hangs from: "called" in "called for"."""
    return parse.head[cue] if parse.dep[cue] == PREP else cue


def _below(parse: Parse, e: Edge, stops: set[int], cue: int) -> Iterator[int]:
    """The tokens of a content: below its head, less what is cut off and the cue's own branch."""
    stack = [e.top]
    while stack:
        i = stack.pop()
        yield i
        stack += [j for j in parse.children(i) if j not in stops and j not in (e.hole, cue)]


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
        return subject(parse, cue, said)
    return owner(parse, cue)
