"""Quantities against quantulum3 (classifier off), on the same sentences in the same process.

    uv sync --group benchmarks   (or: pip install --group benchmarks)
    python benchmarks/quantities.py [FILE.txt | FILE.jsonl ...]

Each round runs both; the ratio of a round is what counts. Ours is timed twice: the rules
alone, as they run behind a model that parses the text anyway, and with the tokenizer that
hands them their words. Without files, the authored sentences of the tests are read.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import spacy

from core.extract.components.quantities import find_quantities
from core.extract.pipeline import make_doc
from core.records import Article

ROUNDS = 5
SENTENCES = Path(__file__).resolve().parent.parent / "tests" / "gold" / "quantities.jsonl"


def texts(names: list[str]) -> list[str]:
    """Sentences of the files named, else the tests'."""
    found: list[str] = []
    for path in [Path(n) for n in names] or [SENTENCES]:
        lines = path.read_text(encoding="utf-8").splitlines()
        found += [json.loads(line)["text"] for line in lines if line.strip()] if path.suffix == ".jsonl" else [line for line in lines if line.strip()]
    return found


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def quantulum3() -> Callable[[str], Any]:
    """Their parser; exits with a plain sentence where it is not installed."""
    warnings.simplefilter("ignore")
    try:
        from quantulum3 import classifier, parser
    except ImportError:
        sys.exit("quantulum3 is not installed: pip install quantulum3==0.10.0")
    classifier.USE_CLF = False
    return lambda text: parser.parse(text, classifier_path=None)


def main() -> None:
    """Print words per CPU second of each, and the ratios."""
    sentences, theirs, nlp = texts(sys.argv[1:]), quantulum3(), spacy.blank("en")
    articles = [Article(id=str(n), text=s) for n, s in enumerate(sentences)]
    docs = [make_doc(nlp, a) for a in articles]
    words = sum(map(len, docs))
    theirs(sentences[0])
    runs = [
        (
            cpu(lambda: [theirs(s) for s in sentences]),
            cpu(lambda: [list(find_quantities(d)) for d in docs]),
            cpu(lambda: [list(find_quantities(make_doc(nlp, a))) for a in articles]),
        )
        for _ in range(ROUNDS)
    ]
    print(f"{len(sentences)} sentences, {words} words, {ROUNDS} rounds")
    for name, n in (("quantulum3 0.10, no classifier", 0), ("our rules", 1), ("our rules with tokenizer", 2)):
        print(f"{name:32} {words / statistics.median(r[n] for r in runs):10.0f} words per CPU second")
    for name, n in (("our rules", 1), ("with tokenizer", 2)):
        ratios = [r[0] / r[n] for r in runs]
        print(f"{name:16} {statistics.median(ratios):6.0f} times as fast (from {min(ratios):.0f} to {max(ratios):.0f})")


if __name__ == "__main__":
    main()
