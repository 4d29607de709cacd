"""Choose the edges of the tree that lead from a cue to what is said, by score and by rule."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from core.extract.columns import Ints
from core.extract.speech.features import Attributes, attributes_of, hashed
from core.extract.speech.kinds import (
    AS,
    ASKED,
    COMPLEMENT,
    CUE_KINDS,
    HOLDS_CUE,
    IS_CCOMP,
    IS_XCOMP,
    NAMED,
    NAMING,
    SAYS,
    STRONG,
)
from core.extract.speech.scorer import CUT, DOWN, UP, Floats, Weights
from core.extract.speech.syntax import Parse

LEAST = (-0.4, -0.5, 0.2)
"""Log-odds from which an edge is taken, for each question; chosen on the corpora and on articles of our own."""
LEAST_FURTHER = -0.8
"""The same for a second edge from a cue that has one."""
STRONG_PRIOR, CLAUSE_PRIOR, DOING_PRIOR, NEVER = 1.5, 1.0, -0.6, -99.0
"""Log-odds added to an edge, see ``_prior``."""


AT_ONCE = 4096
"""Edges scored at once: the features of one take 2 KB, and a long article has 60,000 edges."""


class Edge(NamedTuple):
    """A cue and the head of what is said, one of them hanging from the other."""

    cue: int
    top: int
    """The head of what is said."""
    hole: int
    """The branch of ``top`` that holds the cue, or -1 where the cue stands above."""


def find_edges(parse: Parse, weights: Weights, quote: Ints) -> tuple[dict[int, Edge], set[int]]:
    """The edges that the scorer takes, by the head of the content, and the tokens cut off from contents.

    ``quote`` has for every token the number of the quotation around it, 0 outside.
    """
    attributes = Attributes(parse, quote)
    h, v = attributes.asked()
    if not len(v):
        return {}, set()
    scores = _scores(attributes, weights, h, v)
    best = _best(attributes, h, v, scores[DOWN] + _prior(attributes, h, v))
    may_hold = np.flatnonzero(attributes.dep_kind[v] & HOLDS_CUE)
    up = scores[UP, may_hold]
    for at in np.argsort(up)[np.sort(up) > LEAST[UP]].tolist():
        cue, top = int(v[may_hold[at]]), int(h[may_hold[at]])
        if top not in best or best[top][0] < up[at]:
            best[top] = (float(up[at]), Edge(cue, top, cue))
    within = np.flatnonzero(_inside(parse, [edge.top for _, edge in best.values()])[h])
    cut = scores[CUT, within] > LEAST[CUT]
    return {top: edge for top, (_, edge) in best.items()}, set(v[within[cut]].tolist())


def _best(a: Attributes, h: Ints, v: Ints, scores: Floats) -> dict[int, tuple[float, Edge]]:
    """The downward edges over the threshold, with their scores, by the head of the content."""
    sure = scores > LEAST[DOWN]
    cues = np.zeros(a.n, dtype=bool)
    cues[h[sure]] = True
    taken = np.flatnonzero(sure | (cues[h] & (scores > LEAST_FURTHER))).tolist()
    return {int(v[at]): (float(scores[at]), Edge(int(h[at]), int(v[at]), -1)) for at in taken}


def _prior(a: Attributes, h: Ints, v: Ints) -> Floats:
    """What is added to the log-odds of some edges, since the corpus is of one election.

    Verbs of saying with what they take are surer whatever the topic, any of them with a
    subject and a clause too; what is merely begun, tried or allowed is less sure. A clause across a
    semicolon, or the question of "Asked whether ..., he said", is not what is said; nor is
    that somebody "asked not to be named", or what a thing is "known as".
    """
    of_h, of_v, dep = a.word_kind[h], a.word_kind[v], a.dep_kind[v]
    prior = np.zeros(len(h), dtype=np.float32)
    prior[(of_h & STRONG != 0) & (dep & COMPLEMENT != 0)] = STRONG_PRIOR
    clause = dep & IS_CCOMP != 0
    prior[(of_h & SAYS != 0) & clause & (a.role["subj"][h] != a.n)] += CLAUSE_PRIOR
    prior[(of_h & CUE_KINDS == 0) & (dep & IS_XCOMP != 0)] += DOING_PRIOR
    prior[(a.seen[0][h] != a.seen[0][v]) & clause] = NEVER
    prior[(a.word_kind[a.left[v]] & ASKED != 0) & (v < h)] = NEVER
    prior[(of_h & ASKED != 0) & (of_v & NAMED != 0)] = NEVER
    prior[(of_h & AS != 0) & (a.word_kind[a.head[h]] & NAMING != 0)] = NEVER
    return prior


def _scores(attributes: Attributes, weights: Weights, h: Ints, v: Ints) -> Floats:
    """The log-odds of every edge, as of ``Weights.score``."""
    parts = (slice(first, first + AT_ONCE) for first in range(0, len(h), AT_ONCE))
    found = [weights.score(hashed(attributes_of(attributes, h[part], v[part]))) for part in parts]
    return found[0] if len(found) == 1 else np.concatenate(found, axis=1)


def _inside(parse: Parse, tops: list[int]) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    """For every token whether it stands in the extent of one of the heads."""
    steps = np.zeros(parse.n + 1, dtype=np.int64)
    for top in tops:
        start, end = parse.extent(top)
        steps[start] += 1
        steps[end] -= 1
    return np.cumsum(steps[:-1]) > 0
