"""The sentence around a token, also of a Doc that nobody parsed."""

from __future__ import annotations

from spacy.tokens import Doc, Span


def sentence_of(doc: Doc, token: int) -> Span:
    """The sentence that holds a token; the whole Doc where no sentences are marked."""
    try:
        return doc[token].sent
    except ValueError:
        return doc[:]
