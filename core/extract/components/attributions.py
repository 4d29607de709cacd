"""Find attributions."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from core.extract.component import register
from core.records import Attribution


def find_attributions(doc: Doc) -> Iterator[Attribution]:
    """Yield the attributions of a Doc."""
    yield from ()


register("news_attributions", "attributions", Attribution, find_attributions)
