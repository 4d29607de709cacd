"""Where a person's mark stands in a text, so that it outlives the records.

Records are disposable: better rules give other records with other ids. A mark therefore
keeps what it was put on, as the W3C Web Annotation selectors do: the quoted words with
some text around them (TextQuoteSelector) and their offsets (TextPositionSelector), and
the kind of record.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from core.records import EnrichedArticle, Record, Span

CONTEXT = 32
"""Characters kept on either side of the quote."""


class Anchor(msgspec.Struct, frozen=True, kw_only=True):
    """A quote, its place, and the kind of record that it was put on (plural, as in an enriched article)."""

    kind: str
    start_char: int
    end_char: int
    quote: str
    prefix: str = ""
    suffix: str = ""


def anchor_of(kind: str, record: Record, text: str) -> Anchor:
    """The anchor of a record in its article's text."""
    start, end = record.start_char, record.end_char
    return Anchor(
        kind=kind,
        start_char=start,
        end_char=end,
        quote=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
    )


def find_quote(anchor: Anchor, text: str) -> Span | None:
    """Where the quote stands in a text that may have changed.

    The same offsets where they still hold the quote; else the occurrence with the most of
    its context around it, the nearest to the old offset among equals; else ``None``.
    """
    start, quote = anchor.start_char, anchor.quote
    if quote and text.startswith(quote, start):
        return start, start + len(quote)
    found = _occurrences(quote, text)
    if not found:
        return None
    best = max(found, key=lambda at: (_context(anchor, text, at), -abs(at - start)))
    return best, best + len(quote)


def resolve(anchor: Anchor, enriched: EnrichedArticle) -> Record | None:
    """The record that a mark belongs to after the article was enriched again.

    Of the records of the same kind: the one with the quote's own span, else the one that
    shares the most characters with it relative to the characters of both. ``None`` when
    no record touches the quote; the mark is kept all the same.
    """
    span = find_quote(anchor, enriched.article.text)
    records: Sequence[Record] = getattr(enriched, anchor.kind, ())
    if span is None:
        return None
    touching = [r for r in records if r.start_char < span[1] and r.end_char > span[0]]
    return max(touching, key=lambda r: _overlap(span, r), default=None)


def _overlap(span: Span, record: Record) -> float:
    shared = min(span[1], record.end_char) - max(span[0], record.start_char)
    joined = max(span[1], record.end_char) - min(span[0], record.start_char)
    return shared / joined


def _occurrences(quote: str, text: str) -> list[int]:
    found: list[int] = []
    at = text.find(quote) if quote else -1
    while at >= 0:
        found.append(at)
        at = text.find(quote, at + 1)
    return found


def _context(anchor: Anchor, text: str, at: int) -> int:
    before, after = text[max(0, at - CONTEXT) : at], text[at + len(anchor.quote) :][:CONTEXT]
    same_after = _same(anchor.suffix, after)
    return _same(anchor.prefix[::-1], before[::-1]) + same_after


def _same(a: str, b: str) -> int:
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
