"""Filters as a SQL condition on one view of a snapshot, values as parameters.

Where a filter's value occurs is looked up once and kept in a small table of the snapshot
(``hits_query``), and so are the rows of each kind that are near (``near_query``); the
condition then asks whether a row is one of those.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from core.isodates import years_on
from core.store.filters import Filters

Condition = tuple[str, dict[str, Any]]
"""A SQL expression over ``r`` (the row) and ``a`` (its article), and its parameters."""

_SPEAKS = (
    "(h.actor IN (SELECT unnest($values)) OR h.speaker IN (SELECT unnest($values)) "
    "OR len(h.via) > 0 AND (list_has_any(h.via, $values) OR list_has_any(h.via_actors, $values)))"
)

HITS: dict[str, tuple[tuple[str, str], ...]] = {
    "place": (("toponyms", "h.role <> 'demonym' AND h.place IN (SELECT unnest($values))"),),
    "entity": (("entities", "(h.entity IN (SELECT unnest($values)) OR h.actor IN (SELECT unnest($values)))"),),
    "speaker": (("attributions", _SPEAKS), ("claims", _SPEAKS)),
    "category": (
        ("claims", "h.category IN (SELECT unnest($values))"),
        ("events", "h.category IN (SELECT unnest($values))"),
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


def hits_query(name: str) -> str:
    """Selects where the values ``$values`` of a filter occur: ``view``, ``id``, ``article_id``, ``sentence_start``, ``sentence_end``."""
    found = (
        f"SELECT '{view}' AS view, h.id, h.article_id, h.sentence_start, h.sentence_end FROM {view} h WHERE {has}" for view, has in HITS[name]
    )
    return " UNION ALL ".join(found)


def condition(filters: Filters, kind: str, found: list[str] | None, near: Callable[[str], str]) -> Condition:
    """The condition for one view.

    ``found`` are the ids of the articles that have ``filters.text``; ``near`` gives the
    name of the table with what passes a filter: of ``near_query``, or for articles of ``hits_query``.
    """
    parts = [*_by_article(filters, found), *_by_time(filters, kind)]
    row = "a.id IN (SELECT article_id" if kind == "articles" else "(r.article_id, r.id) IN (SELECT (article_id, id)"
    parts += [f"{row} FROM {near(name)})" for name in HITS if getattr(filters, name)]
    values: dict[str, Any] = {name: list(v) for name in ("outlet", "article") if (v := getattr(filters, name))}
    values |= {"begin": filters.first_day, "end": filters.last_day, "found": found}
    values |= {"begin_reach": years_on(filters.first_day, -1), "end_reach": years_on(filters.last_day, 1)}
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
    """Overlap with the window; see ``Filters`` for what an open side counts for."""
    first, last = "coalesce(a.published, a.published_earliest)", "coalesce(a.published, a.published_latest)"
    begin, end, by_report = first, last, "false"
    if kind != "articles":
        own = "(r.time_begin IS NOT NULL OR r.time_end IS NOT NULL)"
        begin, end = f"CASE WHEN {own} THEN r.time_begin ELSE {first} END", f"CASE WHEN {own} THEN r.time_end ELSE {last} END"
        by_report = f"({own} AND (r.time_begin IS NULL AND r.time_end = {last} OR r.time_end IS NULL AND r.time_begin = {first}))"
    # Of the window one day is moved, not of every row: a year's reach back from a row's end is one forward from the window's.
    if filters.first_day:
        yield f"coalesce({end} >= $begin, {begin} >= CASE WHEN {by_report} THEN $begin ELSE $begin_reach END, false)"
    if filters.last_day:
        yield f"coalesce({begin} <= $end, {end} <= CASE WHEN {by_report} THEN $end ELSE $end_reach END, false)"


def near_query(name: str, kind: str, table: str) -> str:
    """Selects the rows of a kind (``article_id``, ``id``) that have or are near a hit of a filter; ``table`` has its hits.

    By a join, once for each filter: DuckDB answers a correlated question in ten times as long.
    """
    near = _SAME_SENTENCE
    if (name, kind) in LINKED:
        near = f"({near} OR h.view = '{_LINK_VIEWS[name]}' AND {LINKED[name, kind]})"
    return f"SELECT DISTINCT r.article_id, r.id FROM {kind} r JOIN {table} h ON h.article_id = r.article_id AND {near}"


_LINK_VIEWS = {"place": "toponyms", "entity": "entities", "speaker": "attributions", "category": "claims"}
"""Filter -> the view that a row's link leads to."""
