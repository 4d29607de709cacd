"""Find toponyms."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from core.extract.component import register
from core.records import Toponym


def find_toponyms(doc: Doc) -> Iterator[Toponym]:
    """Yield the toponyms of a Doc."""
    yield from ()


register("news_toponyms", "toponyms", Toponym, find_toponyms)
