"""Make the weights of the scorer from an annotated corpus.

Usage: ``python -m core.extract.speech.train CORPUS.jsonl [--parsed DOCS.spacy] [--out FILE]``

CORPUS has one article a line: ``{"text", "gold": [{"content", "cue": [[start, end], ...]}]}``.
Parsing it takes a minute for 800 articles, unless ``--parsed`` names a DocBin of the same
articles in the same order; training takes half a minute. No text and no word is kept:
the file has three tables of numbers, indexed by hash.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc, DocBin

from core.extract.columns import Ints
from core.extract.speech.assemble import quotation_numbers
from core.extract.speech.clauses import PREP
from core.extract.speech.features import BITS, Attributes, Features, attributes_of, hashed
from core.extract.speech.quotes import find_quotations
from core.extract.speech.scorer import CUT, DOWN, FILE, UP, Floats, save
from core.extract.speech.syntax import Parse

Examples = tuple[Features, NDArray[np.float32]]
EPOCHS, BATCH, RATE, FLOOR = 10, 16384, 0.3, 1e-2
"""Chosen by log loss on a fifth of the training articles."""


def labels(parse: Parse, gold: list[dict[str, Any]]) -> tuple[Ints, Ints]:
    """For every token the number of the attribution whose content and whose cue it is in, else -1."""
    starts, ends = np.array(parse.starts), np.array(parse.ends)
    content, cue = np.full(parse.n, -1), np.full(parse.n, -1)
    for number, attribution in enumerate(gold):
        for name, array in (("content", content), ("cue", cue)):
            for a, b in attribution[name]:
                array[np.searchsorted(ends, a, side="right") : np.searchsorted(starts, b)] = number
    return content, cue


def examples(doc: Doc, gold: list[dict[str, Any]]) -> dict[int, Examples]:
    """The edges of a Doc that each question is asked about, and the right answers."""
    parse = Parse(doc)
    content, cue = labels(parse, gold)
    attributes = Attributes(parse, quotation_numbers(parse.starts, find_quotations(parse.text)))
    h, v = attributes.asked(learning=True)
    features = hashed(attributes_of(attributes, h, v)).T
    above = parse.columns.heads[h]
    prepositional = (parse.columns.deps[h] == PREP) & (cue[above] == content[v])
    down = (content[v] >= 0) & (content[h] != content[v]) & ((cue[h] == content[v]) | prepositional)
    up = (content[h] >= 0) & (cue[v] == content[h])
    between = (content[h] < 0) | (content[h] != content[v])  # inside a content nothing is asked: nested speech is not marked
    answers = ((DOWN, between, down), (UP, between | up, up), (CUT, content[h] >= 0, content[h] != content[v]))
    return {kind: (features[asked].astype(np.int32), answer[asked].astype(np.float32)) for kind, asked, answer in answers}


def train(features: Features, answers: NDArray[np.float32], seed: int = 0) -> Floats:
    """Logistic regression by AdaGrad (Duchi et al. 2011), averaged over the later epochs."""
    random = np.random.default_rng(seed)
    weights = np.zeros(1 << BITS, dtype=np.float32)
    squares = np.full(1 << BITS, FLOOR, dtype=np.float32)
    total = np.zeros_like(weights)
    for epoch in range(EPOCHS):
        order = random.permutation(len(answers))
        for start in range(0, len(answers), BATCH):
            chosen = order[start : start + BATCH]
            _step(weights, squares, features[chosen], answers[chosen])
        total += weights * (epoch >= EPOCHS // 2)
    return (total / (EPOCHS - EPOCHS // 2)).astype(np.float32)


def _step(weights: Floats, squares: Floats, features: Features, answers: NDArray[np.float32]) -> None:
    error = 1 / (1 + np.exp(-weights[features].sum(axis=1))) - answers
    spread = np.repeat(error, features.shape[1])
    gradient = np.bincount(features.ravel(), weights=spread, minlength=len(weights)) * (100 / len(answers))
    touched = np.flatnonzero(gradient)
    slope = gradient[touched].astype(np.float32)
    squares[touched] += slope * slope
    weights[touched] -= RATE * slope / np.sqrt(squares[touched])


def read_corpus(corpus: Path, parsed: Path | None) -> Iterator[tuple[Doc, list[dict[str, Any]]]]:
    """The articles of a corpus, parsed, with their gold."""
    from core.extract.pipeline import EXTRACTORS, load, model_text

    rows = [json.loads(line) for line in corpus.read_text(encoding="utf-8").splitlines() if line.strip()]
    nlp = load()
    if parsed is not None:
        docs: Iterator[Doc] = DocBin().from_disk(parsed).get_docs(nlp.vocab)
    else:
        docs = nlp.pipe((model_text(row["text"]) for row in rows), disable=EXTRACTORS)
    for row, doc in zip(rows, docs, strict=True):
        if len(doc):
            yield doc, row["gold"]


def main() -> None:
    """Train on a corpus and write the weights."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--parsed", type=Path)
    parser.add_argument("--out", type=Path, default=FILE)
    args = parser.parse_args()
    made = [examples(doc, gold) for doc, gold in read_corpus(args.corpus, args.parsed)]
    tables = []
    for kind in (DOWN, UP, CUT):
        features, answers = (np.concatenate(part) for part in zip(*(m[kind] for m in made), strict=True))
        tables.append(train(features, answers))
        print(f"question {kind}: {len(answers)} edges, {int(answers.sum())} yes")
    save(np.stack(tables), args.out)


if __name__ == "__main__":
    main()
