"""Where a person's mark stands in a text, so that it outlives the records.

Records are disposable: better rules give other records with other ids. A mark therefore
keeps what it was put on, as the W3C Web Annotation selectors do: the quoted words with
some text around them (TextQuoteSelector) and their offsets (TextPositionSelector), and
the kind of record.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

import msgspec

from core.records import EnrichedArticle, Record, Span

CONTEXT = 32
"""Characters kept on either side of the quote."""

MOST_OCCURRENCES = 50
"""Of the same words in one text: more tell a person nothing."""
ALIKE = 0.5
"""Part of the different words of two quotes that both have, from which they are much alike."""
SURE = 8
"""Characters of context that must still stand on either side of changed words."""


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
    return _best(anchor.kind, span, enriched) if span else None


def _best(kind: str, span: Span, enriched: EnrichedArticle) -> Record | None:
    """The record of a kind that shares most with a span."""
    records: Sequence[Record] = getattr(enriched, kind, ())
    touching = [r for r in records if r.start_char < span[1] and r.end_char > span[0]]
    return max(touching, key=lambda r: _overlap(span, r), default=None)


def elsewhere(anchor: Anchor, enriched: EnrichedArticle, kinds: Sequence[str], most: int = 5) -> list[tuple[str, Record]]:
    """Records that a lost mark may be moved to, each with its kind, the likeliest first.

    Those on the same words anywhere in the text, whatever their case and line breaks, those
    on the words that stand in their place now, and those of the same kind on words much like
    them. Of ``kinds`` the first one that has a record there counts.
    """
    text = enriched.article.text
    spans = {*islice(_same_words(anchor.quote, text), MOST_OCCURRENCES), *_instead(anchor, text), *_alike(anchor, enriched)}
    found: dict[str, tuple[str, Record]] = {}
    for span in sorted(spans, key=lambda s: (-_context(anchor, text, s[0]), abs(s[0] - anchor.start_char))):
        on_it = ((kind, record) for kind in kinds if (record := _best(kind, span, enriched)))
        for kind, record in islice(on_it, 1):
            found.setdefault(record.id, (kind, record))
    return list(found.values())[:most]


def _same_words(quote: str, text: str) -> Iterator[Span]:
    words = r"\s+".join(map(re.escape, quote.split()))
    if words:
        yield from (match.span() for match in re.finditer(rf"(?<!\w){words}(?!\w)", text, re.IGNORECASE))


def _alike(anchor: Anchor, enriched: EnrichedArticle) -> Iterator[Span]:
    """Records of the same kind whose words are mostly the quote's: "20 villagers" has become "31 villagers"."""
    words = set(anchor.quote.casefold().split())
    for record in getattr(enriched, anchor.kind, ()):
        others = set(record.text.casefold().split())
        if words & others and len(words & others) >= ALIKE * len(words | others):
            yield record.start_char, record.end_char


def _instead(anchor: Anchor, text: str) -> Iterator[Span]:
    """The words between what stood before and after the quote."""
    before, after = anchor.prefix[-2 * SURE :], anchor.suffix[: 2 * SURE]
    if min(len(before), len(after)) < SURE:
        return
    for at in islice(_occurrences(before, text), MOST_OCCURRENCES):
        start = at + len(before)
        end = text.find(after, start + 1, start + 3 * len(anchor.quote) + 60 + len(after))
        if end > start:
            yield start, end


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
    before, after = text[max(0, at - CONTEXT) : at], text[at + len(anchor.quote) : at + len(anchor.quote) + CONTEXT]
    same_after = _same(anchor.suffix, after)
    return _same(anchor.prefix[::-1], before[::-1]) + same_after


def _same(a: str, b: str) -> int:
    return next((i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
