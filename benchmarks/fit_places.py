"""Fit the weights of the evidence for place names to annotated texts, and print them::

    python benchmarks/fit_places.py GOLD.jsonl [GOLD.jsonl ...]

A line of GOLD is ``{"id", "text", "gold": [{"start", "end"}]}``. Each name that the gazetteer has is one
case: its signs (``core.extract.places.evidence``), and whether the gold has a toponym there. A logistic
regression with a small ridge gives log odds; every file weighs the same. Rounded by hand, they are
``WEIGHTS``. ``tests/gold/places.jsonl`` shows the format, and is too small to fit anything to.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import numpy as np
from numpy.typing import NDArray

from core.extract.gazetteer.lookup import Gazetteer, gazetteer
from core.extract.pipeline import EXTRACTORS, load
from core.extract.places.evidence import (
    THRESHOLD,
    WEIGHTS,
    Context,
    evidence,
    is_demonym,
    listed,
    neighbour,
    read,
    refused,
)
from core.extract.places.mention import EntitySpan
from core.extract.places.words import Name, names

RIDGE = 1.0
STEPS = 30
Case = tuple[list[str], bool]


def cases(path: Path) -> Iterator[Case]:
    """Yield the signs of every name in a file's texts, and whether it is a toponym."""
    rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    nlp = load()
    for row, doc in zip(rows, nlp.pipe([r["text"] for r in rows], disable=EXTRACTORS), strict=True):
        context = read(row["text"], [EntitySpan(e.start_char, e.end_char, e.label_) for e in doc.ents])
        for name, signs in _signs(context, gazetteer()):
            yield signs, any(g["start"] < name.end and name.start < g["end"] for g in row["gold"])


def _signs(context: Context, places: Gazetteer) -> list[tuple[Name, list[str]]]:
    """The names of a text with their signs, those that the other names give included."""
    found: list[tuple[Name, list[str]]] = []
    for name in names(context.text, context.words, places):
        before = neighbour(context.words, name.first - 1, context.text, -1)
        after = neighbour(context.words, name.last + 1, context.text, 1)
        entity = context.entity(name.start, name.end)
        if not refused(name, context, before) and not is_demonym(name, entity.label if entity else "", context):
            found.append((name, list(evidence(name, context, before, after))))
    taken = [sum(WEIGHTS[s] for s in signs) > THRESHOLD for _, signs in found]
    where = [[m.place.country for m in places.matches(name.key)[:4]] or [""] for name, _ in found]
    countries = Counter(w[0] for w, sure in zip(where, taken, strict=True) if sure)
    for i, (name, signs) in enumerate(found):
        beside = [found[j][0] for j in (i - 1, i + 1) if 0 <= j < len(found) and taken[j]]
        if any(listed(context.text, min(o.end, name.end), max(o.start, name.start)) for o in beside):
            signs.append("listed")
        if where[i][0] and countries[where[i][0]] > taken[i]:
            signs.append("same-country")
        elif any(c and countries[c] for c in where[i][1:]):
            signs.append("other-country")
    return found


def fit(files: list[list[Case]]) -> tuple[dict[str, float], float]:
    """Log odds of every sign, and the intercept, by Newton's method."""
    keys = sorted({s for file in files for signs, _ in file for s in signs})
    column = {key: i for i, key in enumerate(keys)}
    rows = [(signs, y, 1.0 / len(file)) for file in files for signs, y in file]
    x: NDArray[np.float64] = np.zeros((len(rows), len(keys) + 1))
    x[:, -1] = 1.0
    for i, (signs, _, _) in enumerate(rows):
        x[i, [column[s] for s in signs]] = 1.0
    y = np.array([float(right) for _, right, _ in rows])
    weight = np.array([w for _, _, w in rows]) * len(rows) / len(files)
    beta: NDArray[np.float64] = np.zeros(x.shape[1])
    ridge = np.diag([RIDGE] * len(keys) + [0.0])
    for _ in range(STEPS):
        p = 1.0 / (1.0 + np.exp(-np.clip(x @ beta, -30, 30)))
        slope = x.T @ (weight * (y - p)) - ridge @ beta
        curve = (x * (weight * p * (1 - p))[:, None]).T @ x + ridge + 1e-9 * np.eye(x.shape[1])
        beta += np.linalg.solve(curve, slope)
    return dict(zip(keys, beta[:-1].round(2).tolist(), strict=True)), float(beta[-1])


def main() -> None:
    """Fit to the files named on the command line."""
    if not sys.argv[1:]:
        sys.exit("usage: python benchmarks/fit_places.py GOLD.jsonl [GOLD.jsonl ...]")
    weights, intercept = fit([list(cases(Path(name))) for name in sys.argv[1:]])
    print(f"intercept {intercept:.2f}")
    for sign, weight in weights.items():
        print(f"{sign:26s} {weight:6.2f}   in force {WEIGHTS.get(sign, 0.0):6.2f}")


if __name__ == "__main__":
    main()
