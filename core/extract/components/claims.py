"""Find numeric claims: what the article says that was counted, by whom, when and where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from spacy.tokens import Doc

from core.extract.claiming.category import category_of
from core.extract.claiming.follow import (
    category_of_parallel,
    category_of_same,
    category_of_subject,
    category_of_whole,
    counted_by_subject,
    counted_of,
)
from core.extract.claiming.mention import Mention, Reading, mention_of, span_of
from core.extract.claiming.place import place_of
from core.extract.claiming.saying import source_text
from core.extract.claiming.status import status_of
from core.extract.claiming.window import window_of
from core.extract.claiming.worth import is_claim, may_claim
from core.extract.component import records_of, register
from core.extract.speech.chains import chain
from core.records import Attribution, Claim, Quantity, Span, record_id

_FAR = 1_000
"""Characters around a number, within its sentence, in which its time and place may stand."""


def find_claims(doc: Doc) -> Iterator[Claim]:
    """Yield the numeric claims of a Doc in text order."""
    quantities: Sequence[Quantity] = records_of(doc, "quantities", Quantity)
    if not quantities:
        return
    reading = Reading(doc)
    before: Claim | None = None
    for q in filter(may_claim, quantities):
        claim = _claim(reading, mention_of(reading, q, before))
        if claim is not None:
            before = claim
            yield claim


def _claim(reading: Reading, m: Mention) -> Claim | None:
    doc, q = reading.doc, m.quantity
    found = category_of(doc, q, m.number, m.head, category_of_whole(reading, m))
    subject = counted_by_subject(doc, m)
    category = category_of_parallel(doc, m, found) or (category_of_subject(subject) if subject else category_of_same(doc, m))
    attribution = reading.said.over(q.start_char, q.end_char)
    if not is_claim(reading, m, category):
        return None
    category = category or "other"
    denied = attribution is not None and attribution.polarity == "negative"
    status = "denied" if denied else status_of(doc, m.anchor, category, attribution is not None)
    return _record(reading, m, subject, attribution, category, status)


def _record(reading: Reading, m: Mention, subject: str | None, attribution: Attribution | None, category: str, status: str) -> Claim:
    q, span = m.quantity, span_of(reading, m)
    start, end = reading.sentences.around(q.start_char)
    sentence = (max(start, span[0] - _FAR), min(end, span[1] + _FAR))
    scope = _scope(sentence, attribution, span)
    window = window_of(reading.text, span, scope, reading.timexes, status, reading.published)
    return Claim(
        id=record_id("claim", *span),
        start_char=span[0],
        end_char=span[1],
        text="",
        **{name: getattr(q, name) for name in ("value", "low", "high", "modifier", "change", "unit", "per")},
        rule=f"{q.rule}+counted.subject" if subject else q.rule,
        counted=subject or counted_of(reading, m),
        category=category,
        status=status,  # type: ignore[arg-type]
        source_text=source_text(reading.text, attribution) if attribution else None,
        source=attribution.source if attribution else (),
        speaker=attribution.speaker if attribution else None,
        via=chain(attribution) if attribution else (),
        window_begin=window[0],
        window_end=window[1],
        toponym_id=place_of(reading, span, sentence),
        attribution_id=attribution.id if attribution else None,
        quantity_id=q.id,
    )


def _scope(sentence: Span, attribution: Attribution | None, span: Span) -> Span:
    """Where the time of a number may stand: in the speaker's words, if these hold the number; else in the sentence."""
    for a, b in attribution.content if attribution else ():
        if a <= span[0] and span[1] <= b + 1:
            return max(a, sentence[0]), min(b, sentence[1])
    return sentence


register("news_claims", "claims", Claim, find_claims)
