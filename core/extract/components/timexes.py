"""Find timexes."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from core.extract.component import register
from core.records import Timex


def find_timexes(doc: Doc) -> Iterator[Timex]:
    """Yield the timexes of a Doc."""
    yield from ()


register("news_timexes", "timexes", Timex, find_timexes)
