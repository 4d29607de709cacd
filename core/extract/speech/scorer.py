"""A small learned scorer: which edges of the tree lead from a cue to what is said.

Three logistic regressions over hashed features, one for each question:

- ``DOWN``: is the head of an edge a cue and its dependent the head of what is said?
- ``UP``: is the dependent a cue and the head what is said ("according to")?
- ``CUT``: inside what is said, does the dependent no longer belong to it?

``train.py`` makes the weights; ``SOURCES.md`` in ``core/extract/data`` says from what.
"""

from __future__ import annotations

import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from core.extract.speech.features import BITS, Features
from core.extract.speech.syntax import Ints, Parse, code

FILE = Path(__file__).parent.parent / "data" / "speech_weights.bin"
Floats = NDArray[np.float32]
DOWN, UP, CUT = range(3)
PUNCT = code("punct")


@dataclass(frozen=True)
class Weights:
    """A table of weights for each question, in log-odds."""

    tables: Floats

    def score(self, features: Features) -> Floats:
        """Log-odds of yes for each edge: a row for an edge, a column for a question."""
        found: Floats = self.tables[features].sum(axis=1)
        return found


def edges_of(parse: Parse) -> tuple[Ints, Ints]:
    """The edges that are asked about, as heads and dependents: all but punctuation and roots."""
    v = np.flatnonzero((parse.heads != np.arange(parse.n)) & (parse.columns["DEP"] != PUNCT))
    return parse.heads[v], v


def save(tables: Floats, path: Path = FILE) -> None:
    """Write the tables as bytes with one scale each, compressed."""
    scale = np.abs(tables).max(axis=0) / 127
    small = np.round(tables / scale).astype(np.int8)
    path.write_bytes(zlib.compress(scale.astype("<f4").tobytes() + small.tobytes(), 9))


@cache
def load(path: Path = FILE) -> Weights | None:
    """Read what ``save`` wrote; ``None`` where there is no such file."""
    if not path.exists():
        return None
    raw = zlib.decompress(path.read_bytes())
    scale = np.frombuffer(raw[:12], "<f4")
    return Weights((np.frombuffer(raw[12:], np.int8).reshape(1 << BITS, 3) * scale).astype(np.float32))
