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

FILE = Path(__file__).parent.parent / "data" / "speech_weights.bin"
Floats = NDArray[np.float32]
DOWN, UP, CUT = range(3)


@dataclass(frozen=True)
class Weights:
    """A table of weights for each question, in log-odds."""

    tables: tuple[Floats, ...]

    def score(self, features: Features, question: int) -> Floats:
        """Log-odds of yes for each edge."""
        found: Floats = self.tables[question].take(features).sum(axis=1)
        return found


def save(tables: Floats, path: Path = FILE) -> None:
    """Write the tables as bytes with one scale each, compressed."""
    scale = np.abs(tables).max(axis=1, keepdims=True) / 127
    small = np.round(tables / scale).astype(np.int8)
    path.write_bytes(zlib.compress(scale.astype("<f4").tobytes() + small.tobytes(), 9))


@cache
def load(path: Path = FILE) -> Weights | None:
    """Read what ``save`` wrote; ``None`` where there is no such file."""
    if not path.exists():
        return None
    raw = zlib.decompress(path.read_bytes())
    scale = np.frombuffer(raw[:12], "<f4")
    tables = np.frombuffer(raw[12:], np.int8).reshape(3, 1 << BITS)
    return Weights(tuple((table * factor).astype(np.float32) for table, factor in zip(tables, scale, strict=True)))
