"""Filters as a SQL condition on one view of a snapshot, values as parameters."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from core.store.filters import Filters

Condition = tuple[str, dict[str, Any]]
"""A SQL expression over ``r`` (the row) and ``a`` (its article), and its parameters."""

_SPEAKS = (
    "(h.actor IN (SELECT unnest($speaker)) OR h.speaker IN (SELECT unnest($speaker)) "
    "OR len(h.via) > 0 AND (list_has_any(h.via, $speaker) OR list_has_any(h.via_actors, $speaker)))"
)

HITS: dict[str, tuple[tuple[str, str], ...]] = {
    "place": (("toponyms", "h.role <> 'demonym' AND h.place IN (SELECT unnest($place))"),),
    "entity": (("entities", "(h.entity IN (SELECT unnest($entity)) OR h.actor IN (SELECT unnest($entity)))"),),
    "speaker": (("attributions", _SPEAKS), ("claims", _SPEAKS)),
    "category": (
        ("claims", "h.category IN (SELECT unnest($category))"),
        ("events", "h.category IN (SELECT unnest($category))"),
    ),
}
"""Filter -> the views in which a row can have the value, and how."""

LINKED: dict[tuple[str, str], str] = {
    ("place", "claims"): "h.id = r.toponym_id",
    ("place", "events"): "list_contains(r.toponym_ids, h.id)",
    ("entity", "events"): "list_contains(r.entity_ids, h.id)",
    ("speaker", "claims"): "h.id = r.attribution_id",
    ("speaker", "events"): "h.id = r.attribution_id",
    ("category", "checks"): "list_contains(r.claim_ids, h.id)",
    ("category", "events"): "list_contains(r.claim_ids, h.id)",
}
"""(filter, view) -> the row has the value itself, though it may stand in another sentence."""

_SAME_SENTENCE = "(h.sentence_start < r.sentence_end AND h.sentence_end > r.sentence_start)"


def condition(filters: Filters, kind: str, found: list[str] | None = None) -> Condition:
    """The condition for one view; ``found`` are the ids of the articles that have ``filters.text``."""
    parts = [*_by_article(filters, found), *_by_time(filters, kind)]
    parts += [_by_hit(name, kind) for name in HITS if getattr(filters, name)]
    values: dict[str, Any] = {name: list(v) for name in (*HITS, "outlet", "article") if (v := getattr(filters, name))}
    values |= {"begin": filters.first_day, "end": filters.last_day, "found": found}
    used = {name: v for name, v in values.items() if v is not None}
    return " AND ".join(parts) or "true", used


def _by_article(filters: Filters, found: list[str] | None) -> Iterator[str]:
    if filters.outlet:
        yield "a.outlet IN (SELECT unnest($outlet))"
    if filters.article:
        yield "a.id IN (SELECT unnest($article))"
    if found is not None:
        yield "a.id IN (SELECT unnest($found::VARCHAR[]))"


def _by_time(filters: Filters, kind: str) -> Iterator[str]:
    begin, end = "coalesce(a.published, a.published_earliest)", "coalesce(a.published, a.published_latest)"
    dated = f"({begin} IS NOT NULL OR {end} IS NOT NULL)"
    if kind != "articles":
        own = "(r.time_begin IS NOT NULL OR r.time_end IS NOT NULL)"
        begin, end = f"CASE WHEN {own} THEN r.time_begin ELSE {begin} END", f"CASE WHEN {own} THEN r.time_end ELSE {end} END"
        dated = f"({own} OR {dated})"
    if filters.first_day:
        yield f"coalesce({end}, '9999-12-31') >= $begin AND {dated}"
    if filters.last_day:
        yield f"coalesce({begin}, '0000-01-01') <= $end AND {dated}"


def _by_hit(name: str, kind: str) -> str:
    """A row passes when any view has a hit for it."""
    return "(" + " OR ".join(_exists(name, kind, view, has) for view, has in HITS[name]) + ")"


def _exists(name: str, kind: str, view: str, has: str) -> str:
    if kind == "articles":
        return f"a.id IN (SELECT h.article_id FROM {view} h WHERE {has})"
    linked = LINKED.get((name, kind)) if _links_to(name, kind, view) else None
    near = f"({_SAME_SENTENCE} OR {linked})" if linked else _SAME_SENTENCE
    return f"EXISTS (SELECT 1 FROM {view} h WHERE h.article_id = r.article_id AND {near} AND {has})"


_LINK_VIEWS = {"place": "toponyms", "entity": "entities", "speaker": "attributions", "category": "claims"}


def _links_to(name: str, kind: str, view: str) -> bool:
    return (name, kind) in LINKED and _LINK_VIEWS[name] == view
