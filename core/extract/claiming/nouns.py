"""What kind of thing a noun counts: from the word lists, else from WordNet's nouns (``nouns.tsv``)."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from core.extract.lang.en import claims as en
from core.extract.lang.en.inflection import singular

FILE = Path(__file__).resolve().parent.parent / "data" / "nouns.tsv"


@lru_cache(maxsize=1)
def _listed() -> dict[str, str]:
    lines = FILE.read_text(encoding="utf-8").splitlines()
    return {word: kind for kind, _, words in (line.partition("\t") for line in lines) for word in words.split()}


@lru_cache(maxsize=4096)
def kind_of(word: str) -> str | None:
    """``personnel``, ``equipment``, ``territory``, ``other`` (buildings, papers) or ``None`` for a lower-case noun."""
    if (known := en.COUNTED_NOUNS.get(word)) is not None:
        return known
    listed = _listed()
    found = listed.get(word) or listed.get(singular(word))
    return found or ("personnel" if word.endswith(en.PEOPLE_ENDINGS) else None)
