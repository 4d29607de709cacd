"""Find quantities."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from core.extract.component import register
from core.records import Quantity


def find_quantities(doc: Doc) -> Iterator[Quantity]:
    """Yield the quantities of a Doc."""
    yield from ()


register("news_quantities", "quantities", Quantity, find_quantities)
