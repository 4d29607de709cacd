"""Docs made by hand: ``word/TAG/dep/head`` for each token, the head as its number in the text."""

from __future__ import annotations

import spacy
from spacy.tokens import Doc, Span

VOCAB = spacy.blank("en").vocab
NO_SPACE_BEFORE = frozenset([",", ".", "'s", "”", ";", ":", "?"])


def parsed(notation: str, **entities: str) -> Doc:
    """A Doc of one sentence or more; ``entities`` are labels by the words that they cover, ``_`` for a space."""
    parts = [token.rsplit("/", 3) for token in notation.split()]
    words = [p[0].replace("¶", "\n\n") for p in parts]
    spaces = [n + 1 < len(words) and words[n + 1] not in NO_SPACE_BEFORE and word not in ("“", "\n\n") for n, word in enumerate(words)]
    doc = Doc(
        VOCAB, words=words, spaces=spaces, tags=[p[1] for p in parts], deps=[p[2] for p in parts], heads=[int(p[3]) for p in parts]
    )
    doc.ents = [_entity(doc, name.replace("_", " "), label) for name, label in entities.items()]
    return doc


def _entity(doc: Doc, name: str, label: str) -> Span:
    start = doc.text.index(name)
    span = doc.char_span(start, start + len(name), label=label)
    assert span is not None
    return span
