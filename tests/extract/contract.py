"""What holds of every enriched article, whatever its text: offsets, ids, references, bounds, windows and dates."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from itertools import chain

from core.isodates import days
from core.records import RECORD_TYPES, Attribution, Claim, EnrichedArticle, Quantity, Span, from_json, to_json

CATEGORIES = frozenset("fatalities injuries displaced detained missing strikes personnel equipment territory money share distance area speed vote other".split())
EVENTS = frozenset({None, "Battles", "Protests", "Riots", "Explosions/Remote violence", "Violence against civilians", "Strategic developments"})
DAY = re.compile(r"\d{4}-\d\d-\d\d")
POINTS = {"claims": ("toponym_id", "attribution_id", "quantity_id"), "attributions": ("nested_in",), "events": ("timex_id", "attribution_id")}
KIND_OF = {"toponym_id": "toponyms", "attribution_id": "attributions", "quantity_id": "quantities", "nested_in": "attributions", "timex_id": "timexes", "toponym_ids": "toponyms", "entity_ids": "entities", "claim_ids": "claims"}


def check(made: EnrichedArticle) -> None:
    """Raises ``AssertionError`` with the record that breaks the contract."""
    assert repr(from_json(to_json(made))) == repr(made), "20 for 20.0, a list for a tuple"
    text = made.article.text
    records = {kind: {r.id: r for r in getattr(made, kind)} for kind in RECORD_TYPES}
    assert len(set(chain.from_iterable(records.values()))) == sum(len(getattr(made, kind)) for kind in RECORD_TYPES), "an id twice"
    for record in chain.from_iterable(found.values() for found in records.values()):
        assert text[record.start_char : record.end_char] == record.text, record
        assert 0 <= record.start_char <= record.end_char <= len(text), record
        assert record.rule, record
    _check_references(made, records)
    _check_article(made)
    for number in (*made.quantities, *made.claims):
        _check_bounds(number)
    for claim in made.claims:
        _check_claim(claim)
    for dated in (*made.timexes, *made.events):
        _check_days(dated.interval_begin, dated.interval_end, dated)
    for said in made.attributions:
        _check_attribution(said, len(text))
    assert all(event.category in EVENTS for event in made.events)
    assert all(math.isfinite(figure) for found in made.checks for figure in found.figures.values())
    assert all(t.lat is None if t.lon is None else -90 <= (t.lat or 0) <= 90 and -180 <= t.lon <= 180 for t in made.toponyms)


def _check_references(made: EnrichedArticle, records: dict[str, dict[str, object]]) -> None:
    for kind in RECORD_TYPES:
        for record in getattr(made, kind):
            for field, of in KIND_OF.items():
                named = getattr(record, field, None)
                for name in named if isinstance(named, tuple) else [named] if named else []:
                    assert name in records[of], (record, field)
    outer = {a.id: a.nested_in for a in made.attributions}
    for name in outer:
        seen, at = {name}, outer[name]
        while at:
            assert at not in seen, f"{name} is nested in itself"
            seen.add(at)
            at = outer[at]


def _check_article(made: EnrichedArticle) -> None:
    article = made.article
    _check_days(article.published_earliest, article.published_latest, article.published_clues)
    _check_days(article.published, article.published, article)
    for clue in article.published_clues:
        assert article.text[clue.start_char : clue.end_char] == clue.text, clue
        _check_days(clue.date, clue.date, clue)


def _check_days(begin: str | None, end: str | None, of: object) -> None:
    for day in (begin, end):
        assert day is None or (DAY.fullmatch(day) and days(day)), of
    assert not (begin and end) or begin <= end, of


def _check_bounds(number: Quantity) -> None:
    low, value, high = number.low, number.value, number.high
    assert all(n is None or math.isfinite(n) for n in (low, value, high)), number
    known = [n for n in (low, value, high) if n is not None]
    assert known == sorted(known), number
    assert number.modifier != "exact" or low == value == high, number
    assert number.modifier != "range" or value is None, number


def _check_claim(claim: Claim) -> None:
    assert claim.category in CATEGORIES, claim
    begin, end = days(claim.window_begin), days(claim.window_end)
    assert (begin is None) == (claim.window_begin is None), claim
    assert (end is None) == (claim.window_end is None), claim
    assert not (begin and end) or begin[0] <= end[1], claim


def _check_attribution(said: Attribution, length: int) -> None:
    assert all(0 <= start < end <= length for start, end in _spans(said)), said
    assert (said.start_char, said.end_char) == (min(s for s, _ in said.content), max(e for _, e in said.content)), said


def _spans(said: Attribution) -> Iterable[Span]:
    return chain(said.content, said.cue, said.source)
