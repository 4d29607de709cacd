"""Find events."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from core.extract.component import register
from core.records import Event


def find_events(doc: Doc) -> Iterator[Event]:
    """Yield the events of a Doc."""
    yield from ()


register("news_events", "events", Event, find_events)
