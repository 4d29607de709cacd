"""Find entities."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from core.extract.component import register
from core.records import Entity


def find_entities(doc: Doc) -> Iterator[Entity]:
    """Yield the entities of a Doc."""
    yield from ()


register("news_entities", "entities", Entity, find_entities)
