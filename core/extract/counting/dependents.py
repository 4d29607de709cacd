"""The dependents of a word, asked for so often that a text without sentences must not make it slow."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

_LONGEST = 400
"""Words under one head; a table or a list without a full stop has more, and says nothing by its parse."""


def dependents(token: Token) -> Iterator[Token]:
    """The children of a token in text order; none where its subtree is longer than any sentence."""
    if token.right_edge.i - token.left_edge.i <= _LONGEST:
        yield from token.children
