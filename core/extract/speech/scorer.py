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
Steps = NDArray[np.int64]
DOWN, UP, CUT = range(3)
_FIELD, _BIAS = 21, 128
"""Bits for the sum of one question, and what makes every weight positive."""


@dataclass(frozen=True)
class Weights:
    """The weights of all questions, packed: what costs is to reach for them, so one reach gets all three."""

    packed: Steps
    scales: Floats
    """What a step is in log-odds, for each question."""

    @classmethod
    def of(cls, steps: NDArray[np.int8], scales: Floats) -> Weights:
        """Pack a row of steps, -127 to 127, for each question."""
        packed = np.zeros(steps.shape[1], dtype=np.int64)
        for question, row in enumerate(steps):
            packed |= (row.astype(np.int64) + _BIAS) << (_FIELD * question)
        return cls(packed, scales)

    def score(self, features: Features) -> Floats:
        """Log-odds of yes, a row for a question, a column for an edge.

        Whole steps are summed, so that they are the same on every machine.
        """
        total = self.packed.take(features).sum(axis=0)
        sums = np.array([(total >> (_FIELD * question)) & ((1 << _FIELD) - 1) for question in (DOWN, UP, CUT)])
        found: Floats = (sums - _BIAS * len(features)).astype(np.float32) * self.scales[:, None]
        return found


def quantized(tables: Floats) -> tuple[NDArray[np.int8], Floats]:
    """Weights in log-odds as whole steps of -127 to 127, and what a step is in each table."""
    scales = np.maximum(np.abs(tables).max(axis=1), np.finfo(np.float32).tiny) / np.float32(127)
    return np.round(tables / scales[:, None]).astype(np.int8), scales


def save(tables: Floats, path: Path = FILE) -> None:
    """Write the tables as bytes with one scale each, compressed."""
    steps, scales = quantized(tables)
    path.write_bytes(zlib.compress(scales.astype("<f4").tobytes() + steps.tobytes(), 9))


@cache
def load(path: Path = FILE) -> Weights | None:
    """Read what ``save`` wrote; ``None`` where there is no such file."""
    if not path.exists():
        return None
    raw = zlib.decompress(path.read_bytes())
    scales = np.frombuffer(raw[:12], "<f4").astype(np.float32)
    return Weights.of(np.frombuffer(raw[12:], np.int8).reshape(3, 1 << BITS), scales)
