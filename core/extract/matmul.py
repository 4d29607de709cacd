"""Choose the faster matrix product for the model on this processor.

BLIS, thinc's default, falls back to its generic kernel on some processors and is then half
as fast as numpy's product; on others it is the faster one. Both give the same entities.
numpy's is held to one thread: on texts of this length a second one costs CPU time and
brings nothing.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import numpy
from spacy.language import Language
from thinc.api import NumpyOps
from threadpoolctl import threadpool_limits

SHAPE = (512, 288)
"""Rows and columns of the probe: the size of one batch in the small model's encoder."""
ROUNDS = 5


def use_fastest_product(nlp: Language) -> None:
    """Give every layer of the model the product that is faster here. Takes milliseconds."""
    threadpool_limits(limits=1, user_api="blas")
    contenders = (NumpyOps(use_blis=True), NumpyOps(use_blis=False))
    a = numpy.ones(SHAPE, dtype="float32")
    b = numpy.ones((SHAPE[1], SHAPE[1]), dtype="float32")
    fastest = min(contenders, key=lambda ops: _seconds(lambda: ops.gemm(a, b)))
    for _, pipe in nlp.pipeline:
        model = getattr(pipe, "model", None)
        for layer in model.walk() if model is not None else ():
            layer.ops = fastest


def _seconds(product: Callable[[], object]) -> float:
    product()
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        product()
        taken.append(time.perf_counter() - start)
    return min(taken)
