"""Docs made by hand: a parse in words, so that a rule is tested without the model."""

from __future__ import annotations

from typing import Any

import spacy
from spacy.tokens import Doc

from core.extract.component import set_article
from core.records import Article

VOCAB = spacy.blank("en").vocab
"""English, with lower-case forms; no model."""


def parsed(lines: str, **article: Any) -> Doc:
    """A Doc of one sentence from lines of ``word tag relation head``; the head is a word, with ``#2`` its second occurrence."""
    rows = [line.split() for line in lines.strip().splitlines()]
    words = [row[0] for row in rows]
    heads = [_index(words, row[3]) for row in rows]
    spaces = [i + 1 < len(words) and words[i + 1] not in {".", ",", ";"} for i in range(len(words))]
    doc = Doc(VOCAB, words=words, spaces=spaces, tags=[r[1] for r in rows], deps=[r[2] for r in rows], heads=heads)
    set_article(doc, Article(id="a", text=doc.text, **article))
    return doc


def _index(words: list[str], head: str) -> int:
    word, _, count = head.partition("#")
    found = -1
    for _ in range(int(count or 1)):
        found = words.index(word, found + 1)
    return found


def put(doc: Doc, kind: str, surface: str, **fields: Any) -> str:
    """Leave a record on the Doc as an extractor would; gives its id."""
    start = doc.text.index(surface)
    row = {"id": f"{kind}-{start}", "start_char": start, "end_char": start + len(surface), "text": surface, "rule": "test"}
    doc.user_data.setdefault(f"dateline.{kind}", []).append({**row, **fields})
    return str(row["id"])


def put_timex(doc: Doc, surface: str, begin: str | None, end: str | None, precision: str | None = "day", type: str = "DATE", value: str = "x") -> str:
    """A time expression on the Doc."""
    return put(doc, "timexes", surface, type=type, value=value, mod=None, interval_begin=begin, interval_end=end, precision=precision)


def put_place(doc: Doc, surface: str, role: str = "location") -> str:
    """A place name on the Doc."""
    return put(doc, "toponyms", surface, role=role, name=surface)
