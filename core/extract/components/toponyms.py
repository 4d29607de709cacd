"""Find toponyms: the names of places, which places they are, and what they stand for."""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator

import msgspec
from spacy.tokens import Doc

from core.extract.component import article_of, register, set_article, stored_records, text_of
from core.extract.gazetteer.geocoder import stand_in
from core.extract.gazetteer.lookup import gazetteer
from core.extract.places.borders import find_borders
from core.extract.places.evidence import read
from core.extract.places.mention import EntitySpan, Mention
from core.extract.places.mgrs import GridPoint, grid_points
from core.extract.places.precision import Coordinates, coordinates, measure
from core.extract.places.recognise import recognise
from core.extract.places.resolve import resolve
from core.extract.places.roles import Grammar, assign, dateline
from core.records import Candidate, Toponym, record_id

MOST_CANDIDATES = 5


def find_toponyms(doc: Doc) -> Iterator[Toponym]:
    """Yield the toponyms of a Doc, resolved in the context of the whole text.

    A dateline that it finds is kept on the article.
    """
    text, places = text_of(doc), gazetteer()
    entities = [EntitySpan(e.start_char, e.end_char, e.label_) for e in doc.ents]
    mentions = recognise(read(text, entities), places)
    resolve(mentions, places, stand_in())
    mentions = list(_without_groups(mentions, doc))
    _keep_dateline(doc, dateline(text, mentions))
    parsed = doc.has_annotation("DEP")
    assign(mentions, Grammar(lambda start, end: _grammar(doc, start, end) if parsed else None))
    measure(text, mentions)
    yield from _records(mentions, text)
    yield from (_border(m, text) for m in find_borders(text, mentions))
    yield from (_point(c, text, "coordinates") for c in coordinates(text))
    yield from (_point(g, text, "military-grid") for g in grid_points(text))


def _without_groups(mentions: list[Mention], doc: Doc) -> Iterator[Mention]:
    """Leave out words of an armed group's name: no "Arakan" in "the Arakan Army", no place "M23".

    A people's name and a country's stay ("Free Syrian Army", "Sudan Liberation Army"), and so does
    a whole name that is a place's as well ("Donetsk People's Republic").
    """
    groups = sorted((e["start_char"], e["end_char"]) for e in stored_records(doc, "entities") if e["label"] == "ARMED_GROUP")
    for m in mentions:
        start, end = groups[i] if (i := bisect_right(groups, (m.start, sys.maxsize)) - 1) >= 0 else (0, 0)
        within = m.end <= end and not m.demonym and (m.chosen is None or m.chosen.place.kind != "country")
        part = m.end - m.start < end - start - len("the ")
        if not (within and (part or m.chosen is None)):
            yield m


def _keep_dateline(doc: Doc, found: str | None) -> None:
    article = article_of(doc)
    if found and article.dateline is None:
        set_article(doc, msgspec.structs.replace(article, dateline=found))


def _grammar(doc: Doc, start: int, end: int) -> tuple[str, str, str, str] | None:
    """What governs the words of a span; of names that are listed, what governs the first."""
    span = doc.char_span(start, end, alignment_mode="expand")
    if span is None:
        return None
    token = span.root
    for _ in range(8):
        if token.dep_ != "conj":
            break
        token = token.head
    head = token.head
    return token.dep_, head.lower_, head.tag_, head.head.lower_


def _bare(start: int, end: int, text: str, rule: str) -> Toponym:
    return Toponym(
        id=record_id("toponym", start, end), start_char=start, end_char=end, text=text[start:end], rule=rule, role="location"
    )


def _records(mentions: Iterable[Mention], text: str) -> Iterator[Toponym]:
    ranked: dict[tuple[str, bool], tuple[Candidate, ...]] = {}
    for mention in mentions:
        group = mention.key, mention.demonym  # in one text they mean one place, with one list of candidates
        if group not in ranked:
            ranked[group] = _candidates(mention)
        yield _record(mention, text, ranked[group])


def _record(mention: Mention, text: str, candidates: tuple[Candidate, ...]) -> Toponym:
    start, end = mention.start, mention.end
    if mention.chosen is None:
        return msgspec.structs.replace(_bare(start, end, text, mention.rule), candidates=candidates)
    place = mention.chosen.place
    line = (place.geometry or "").startswith("border:")  # "the Durand Line" is a border by another name
    return Toponym(
        id=record_id("toponym", start, end),
        start_char=start,
        end_char=end,
        text=text[start:end],
        rule=mention.rule,
        name=place.name,
        kind="border" if line else place.kind,
        country=place.country or None,
        lat=None if line else place.lat,
        lon=None if line else place.lon,
        uncertainty_m=None if line else place.radius + mention.offset_m or None,
        geonameid=place.geonameid,
        role=mention.role,
        candidates=() if line else candidates,
        geometry=place.geometry,
    )


def _candidates(mention: Mention) -> tuple[Candidate, ...]:
    ranked = sorted(mention.matches, key=lambda m: -mention.scores[m.place.id])[:MOST_CANDIDATES] if mention.scores else ()
    return tuple(
        Candidate(
            name=m.place.name, country=m.place.country or None, lat=m.place.lat, lon=m.place.lon,
            geonameid=m.place.geonameid, score=round(mention.scores[m.place.id], 2),
        )
        for m in ranked
    )  # fmt: skip


def _border(mention: Mention, text: str) -> Toponym:
    """A border is a line: it has a geometry, no point."""
    found = _bare(mention.start, mention.end, text, mention.rule)
    return msgspec.structs.replace(found, name=mention.name, kind=mention.kind, geometry=mention.geometry)


def _point(point: Coordinates | GridPoint, text: str, rule: str) -> Toponym:
    found = _bare(point.start, point.end, text, rule)
    return msgspec.structs.replace(found, kind="point", lat=point.lat, lon=point.lon, uncertainty_m=point.uncertainty_m)


register("news_toponyms", "toponyms", Toponym, find_toponyms)
