"""Find claims."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from core.extract.component import register
from core.records import Claim


def find_claims(doc: Doc) -> Iterator[Claim]:
    """Yield the claims of a Doc."""
    yield from ()


register("news_claims", "claims", Claim, find_claims)
