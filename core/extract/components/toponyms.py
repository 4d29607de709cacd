"""Find toponyms: the names of places, and which places they are."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec
from spacy.tokens import Doc

from core.extract.component import register
from core.extract.gazetteer.geocoder import stand_in
from core.extract.gazetteer.lookup import gazetteer
from core.extract.places.evidence import read
from core.extract.places.mention import EntitySpan, Mention
from core.extract.places.recognise import recognise
from core.extract.places.resolve import resolve
from core.records import Candidate, Toponym, record_id

MOST_CANDIDATES = 5


def find_toponyms(doc: Doc) -> Iterator[Toponym]:
    """Yield the toponyms of a Doc, resolved in the context of the whole text."""
    places = gazetteer()
    entities = [EntitySpan(e.start_char, e.end_char, e.label_) for e in doc.ents]
    text = doc.text
    mentions = recognise(read(text, entities), places)
    resolve(mentions, places, stand_in())
    for mention in mentions:
        yield _record(mention, text)


def _record(mention: Mention, text: str) -> Toponym:
    found = Toponym(
        id=record_id("toponym", mention.start, mention.end), start_char=mention.start, end_char=mention.end,
        text=text[mention.start : mention.end], rule=mention.rule,
    )  # fmt: skip
    if mention.chosen is None:
        return found
    place = mention.chosen.place
    return msgspec.structs.replace(
        found,
        name=place.name,
        kind=place.kind,
        country=place.country or None,
        lat=place.lat,
        lon=place.lon,
        uncertainty_m=float(place.radius) or None,
        geonameid=place.geonameid,
        role="demonym" if mention.demonym else "location",
        candidates=_candidates(mention),
        geometry=place.geometry,
    )


def _candidates(mention: Mention) -> tuple[Candidate, ...]:
    ranked = sorted(mention.matches, key=lambda m: -mention.scores[m.place.id])[:MOST_CANDIDATES]
    return tuple(
        Candidate(
            name=m.place.name, country=m.place.country or None, lat=m.place.lat, lon=m.place.lon,
            geonameid=m.place.geonameid, score=round(mention.scores[m.place.id], 2),
        )
        for m in ranked
    )  # fmt: skip


register("news_toponyms", "toponyms", Toponym, find_toponyms)
