"""Mentions of a text whose entities are stated by the test instead of a model."""

from __future__ import annotations

from core.extract.gazetteer.lookup import gazetteer
from core.extract.places.evidence import read
from core.extract.places.mention import EntitySpan, Mention
from core.extract.places.recognise import recognise
from core.extract.places.resolve import resolve


def entities(text: str, **labels: str) -> list[EntitySpan]:
    """Spans of the first occurrences of names: ``entities(text, GPE="Syria, Homs")``."""
    spans = []
    for label, names in labels.items():
        for name in names.split(", "):
            start = text.index(name)
            spans.append(EntitySpan(start, start + len(name), label))
    return spans


def mentions(text: str, **labels: str) -> list[Mention]:
    """The resolved mentions of a text."""
    found = recognise(read(text, entities(text, **labels)), gazetteer())
    resolve(found, gazetteer())
    return found


def places(text: str, **labels: str) -> dict[str, tuple[str, str]]:
    """``{words: (kind, country)}`` of the mentions of a text."""
    return {
        text[m.start : m.end]: (m.chosen.place.kind, m.chosen.place.country) if m.chosen else ("", "")
        for m in mentions(text, **labels)
    }
