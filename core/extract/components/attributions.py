"""Find attributions: who says what."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from core.extract.component import register
from core.extract.speech.assemble import attributions_of
from core.records import Attribution


def find_attributions(doc: Doc) -> Iterator[Attribution]:
    """Yield the attributions of a Doc, nested ones too.

    Each has the words said, the cue and the source nearest to it, and the speaker by the
    fullest name in the article.
    """
    yield from attributions_of(doc)


register("news_attributions", "attributions", Attribution, find_attributions)
