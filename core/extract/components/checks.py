"""Find checks."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from core.extract.component import register
from core.records import Check


def find_checks(doc: Doc) -> Iterator[Check]:
    """Yield the checks of a Doc."""
    yield from ()


register("news_checks", "checks", Check, find_checks)
