"""What the reader marks: the layers of an enriched article as spans. No Streamlit."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate
from typing import Any

import msgspec

from core.records import Attribution, Claim, EnrichedArticle, Quantity, Record, Span, Timex, Toponym
from core.show import wording
from core.show.palette import PLACE

LAYERS: tuple[str, ...] = ("toponyms", "timexes", "claims", "quantities", "attributions", "entities", "events")
"""Record kinds that are marked, in the order of the legend."""


class Mark(msgspec.Struct, frozen=True):
    """One marked span; offsets are code points."""

    id: str
    layer: str
    start: int
    end: int
    label: str
    symbol: str = ""
    """In place of its layer's: how a place name is meant."""


def marks(article: EnrichedArticle) -> list[Mark]:
    """Every mark of an article in text order, an outer one before an inner one.

    A quantity that is a claim is marked once, as the claim.
    """
    claimed = {(c.start_char, c.end_char) for c in article.claims} | {c.quantity_id for c in article.claims}
    plain = [q for q in article.quantities if (q.start_char, q.end_char) not in claimed and q.id not in claimed]
    found = [
        *(
            Mark(t.id, "toponyms", t.start_char, t.end_char, _place(t), PLACE[t.role].glyph) for t in article.toponyms
        ),
        *_layer("timexes", article.timexes, _date),
        *_layer("claims", article.claims, _amount),
        *_layer("quantities", plain, _amount),
        *_layer("attributions", article.attributions, _speech),
        *_layer("entities", article.entities, lambda e: f"{e.entity} ({e.label})"),
        *(
            Mark(e.id, "events", *e.trigger, f"{e.lemma}, {wording.interval(e.interval_begin, e.interval_end)}")
            for e in article.events
        ),
    ]
    return sorted((m for m in found if m.end > m.start), key=lambda m: (m.start, -m.end, m.id))


def _layer(name: str, records: Iterable[Any], label: Any) -> list[Mark]:
    return [Mark(r.id, name, r.start_char, r.end_char, label(r)) for r in records]


def _place(place: Toponym) -> str:
    known = wording.listed((place.name or "no place known", place.kind, place.country))
    return known if place.role == "location" else f"{known}, named as {place.role}"


def _date(timex: Timex) -> str:
    return f"{timex.value or 'no value'} ({wording.interval(timex.interval_begin, timex.interval_end)})"


def _amount(quantity: Quantity) -> str:
    who = f", says {wording.says_who(quantity.speaker, quantity.via)}" if isinstance(quantity, Claim) else ""
    return f"{wording.amount(msgspec.to_builtins(quantity))}{who}"


def _speech(said: Attribution) -> str:
    return f"says {wording.says_who(said.speaker, said.via, 'someone not named')}"


def related(article: EnrichedArticle) -> dict[str, list[Span]]:
    """Per record the other spans that it rests on: the source and cue of speech, the source of a claim."""
    speech = {a.id: [*a.source, *a.cue] for a in article.attributions}
    claims = {c.id: [*c.source, *speech.get(c.attribution_id or "", [])] for c in article.claims}
    times = {t.id: (t.start_char, t.end_char) for t in article.timexes}
    events = {e.id: [times[e.timex_id]] if e.timex_id in times else [] for e in article.events}
    return {key: spans for key, spans in {**speech, **claims, **events}.items() if spans}


def utf16(text: str) -> list[int]:
    """For each code point offset of ``text`` the offset in UTF-16 units, as browsers count."""
    return list(accumulate((2 if ord(ch) > 0xFFFF else 1 for ch in text), initial=0))


def find(article: EnrichedArticle, record_id: str) -> tuple[str, Record] | None:
    """A record of the article with its kind (plural), or ``None``."""
    for kind in msgspec.structs.fields(EnrichedArticle):
        if kind.name != "article":
            for record in getattr(article, kind.name):
                if record.id == record_id:
                    return kind.name, record
    return None
