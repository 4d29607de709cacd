"""Words per CPU second of the whole enrichment, against spaCy's defaults on the same texts.

    python benchmarks/enrichment.py [FILE.txt | FILE.jsonl ...]

Both run in this process, in turn, several rounds each; the ratio of each round is what
counts, as absolute times differ from machine to machine. Then the share of the CPU time
of the model that each of our extractors takes. Without files, the seed article is read
over and over.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

import spacy
from spacy.language import Language

from core.extract import pipeline
from core.extract.version import MODELS
from core.records import Article

ROUNDS = 5
SEEDS = Path(__file__).resolve().parent.parent / "seeds"
MIN_CHARS = 300_000


def texts(names: list[str]) -> list[str]:
    """The texts of the files named, else the seeds' repeated."""
    paths = [Path(n) for n in names] or sorted(SEEDS.glob("*.txt"))
    found = [text for path in paths for text in _texts(path)]
    return found if names else found * (1 + MIN_CHARS // sum(map(len, found)))


def _texts(path: Path) -> Iterable[str]:
    content = path.read_text(encoding="utf-8")
    if path.suffix != ".jsonl":
        return [content]
    import json

    return [json.loads(line)["text"] for line in content.splitlines() if line.strip()]


def defaults() -> Language:
    """The model as ``spacy.load`` gives it."""
    name = next(m for m in MODELS if spacy.util.is_package(m))
    return spacy.load(name)


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of one call."""
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> None:
    """Run both and print the ratios."""
    sample = texts(sys.argv[1:])
    articles = [Article(id=str(n), text=t, published="2020-06-15", published_basis="given") for n, t in enumerate(sample)]
    theirs, ours = defaults(), pipeline.load()
    words = sum(len(theirs.make_doc(t)) for t in sample)
    runs = [
        (cpu(lambda: list(theirs.pipe(sample))), cpu(lambda: list(pipeline.enrich(ours, articles)))) for _ in range(ROUNDS)
    ]
    ratios = [a / b for a, b in runs]
    print(f"{len(sample)} articles, {words} words, {ROUNDS} rounds")
    for name, seconds in (("spaCy's defaults", [r[0] for r in runs]), ("whole enrichment", [r[1] for r in runs])):
        print(f"{name:20} {words / statistics.median(seconds):8.0f} words per CPU second")
    print(f"enrichment / spaCy's defaults: {statistics.median(ratios):.2f} times as fast (from {min(ratios):.2f} to {max(ratios):.2f})")
    shares(ours, articles)


def shares(nlp: Language, articles: list[Article]) -> None:
    """Print each extractor's CPU time as a share of the model's, in one enrichment as it always runs."""
    taken = dict.fromkeys(pipeline.EXTRACTORS, 0.0)
    start = time.process_time()
    for doc in pipeline.parse(nlp, articles):
        for name in pipeline.EXTRACTORS:
            taken[name] += cpu(partial(nlp.get_pipe(name), doc))
    model = time.process_time() - start - sum(taken.values())
    for name, seconds in taken.items():
        print(f"{name:20} {100 * seconds / model:5.1f} % of the model")
    total = sum(taken.values())
    print(f"{'all our rules':20} {100 * total / model:5.1f} % of the model, {100 * total / (model + total):.1f} % of the whole")


if __name__ == "__main__":
    main()
