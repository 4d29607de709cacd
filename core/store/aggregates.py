"""What figures draw of very many rows, counted in the store instead of sent row by row.

The frames have the columns that the figures take, and ``count``, the number of records
that a row stands for.
"""

from __future__ import annotations

from typing import Any

import pandas as pd

from core.store.exports.rows import rows as rows_of
from core.store.filters import Filters
from core.store.frames import limited, passing, source, total
from core.store.narrow import EVERY, OTHERS, Narrow
from core.store.where import Condition
from core.store.workspace import Workspace

_ORDER = "a.nth::BIGINT * 4294967296 + r.start_char"
"""The order of ``frames.IN_TEXT`` as one number."""

_FIRST = ("article_id", "id", "text", "name", "kind", "country", "lat", "lon", "geonameid", "geometry")

MOST_LANES = 30
"""Values of a column that the timeline is told apart by; the rarer ones are ``OTHERS``."""

MOST_KINDS = 40
"""Categories of claims with their units and rates that a chart is made of: it has room for a quarter of them."""
_KINDS = ("category", "unit", "per")
_KIND = "r.category, r.unit, r.per"

_LANES = {"place_name": "t.name", "speaker": "b.speaker", "outlet": "a.outlet", "category": "r.category"}
_LANE_JOINS = {
    "place_name": "LEFT JOIN toponyms t ON t.article_id = r.article_id AND t.id = r.toponym_ids[1]",
    "speaker": "LEFT JOIN attributions b ON b.article_id = r.article_id AND b.id = r.attribution_id",
}


def map_places(workspace: Workspace, filters: Filters) -> pd.DataFrame:
    """One row for each ``spot`` and ``role`` of the toponyms that pass, the most mentioned first.

    With the fields of its first mention (see ``queries.places``), the largest
    ``uncertainty_m``, ``places`` (the filter's keys of its mentions), ``count`` of mentions
    and of ``articles``. What is not placed has a row for each role with ``spot`` None.
    """
    where, values = passing(workspace, filters, "toponyms")
    first = ", ".join(f"'{name}': r.{name}" for name in _FIRST)
    query = (
        f"SELECT r.spot, r.role, unnest(arg_min({{{first}}}, {_ORDER})), max(r.uncertainty_m) AS uncertainty_m, count(*) AS count, "
        f"count(DISTINCT a.nth) AS articles, list(DISTINCT r.place) FILTER (r.place IS NOT NULL) AS places "
        f"FROM {source('toponyms')} WHERE {where} GROUP BY r.spot, r.role ORDER BY count DESC, r.spot, r.role"
    )
    return total(workspace, filters, query, values)


def event_spans(workspace: Workspace, filters: Filters, narrow: Narrow = EVERY, group_by: str | None = None) -> pd.DataFrame:
    """How many events (``count``) share an interval, a clock and, if asked for, a value of ``group_by``.

    ``group_by`` is one of "place_name", "speaker", "outlet" and "category", as in
    ``queries.timeline``; its rarer values are one.
    """
    where, values = narrow.applied(passing(workspace, filters, "events"))
    lane = _LANES[group_by] if group_by else "NULL"
    rows = f"SELECT r.interval_begin, r.interval_end, r.clock, {lane} AS lane FROM {source('events')} {_LANE_JOINS.get(group_by or '', '')} WHERE {where}"
    query = (
        f"WITH found AS MATERIALIZED (SELECT interval_begin, interval_end, clock, lane, count(*) AS n FROM ({rows}) GROUP BY ALL), "
        f"most AS (SELECT lane FROM found WHERE lane IS NOT NULL GROUP BY lane ORDER BY sum(n) DESC, lane LIMIT {MOST_LANES}) "
        f"SELECT interval_begin, interval_end, clock, CASE WHEN lane IS NULL OR lane IN (FROM most) THEN lane ELSE '{OTHERS}' END AS {group_by or 'lane'}, "
        "sum(n)::BIGINT AS count FROM found GROUP BY ALL ORDER BY ALL"
    )
    return total(workspace, filters, query, values, keep=narrow.whole)


def chart_claims(workspace: Workspace, filters: Filters, most: int, dated: bool = False, only_first: bool = False) -> pd.DataFrame:
    """The claims with a number as their chart takes them: of each category, unit and rate the first ``most`` as they are.

    Where there are more, the claims of one number are one row with their ``count``, their kind
    and number and the ids of the first; or the rest is left out (``only_first``). ``dated``:
    only those that say what time they cover. Rare kinds beyond ``MOST_KINDS`` are left out.
    """
    where, values = passing(workspace, filters, "claims")
    where += " AND coalesce(r.value, r.low, r.high) IS NOT NULL" + " AND coalesce(r.window_begin, r.window_end) IS NOT NULL" * dated
    told = total(
        workspace,
        filters,
        f"SELECT {_KIND}, count(*) AS n, min({_ORDER}, {int(most)}) AS firsts FROM {source('claims')} WHERE {where} GROUP BY {_KIND} ORDER BY n DESC LIMIT {MOST_KINDS}",
        values,
    )
    kinds = list(rows_of(told))
    many = [kind for kind in kinds if kind["n"] > most and not only_first]
    few = [place for kind in kinds if kind not in many for place in list(kind["firsts"])]
    rows = total(
        workspace,
        filters,
        f"SELECT r.* EXCLUDE (sentence), a.title, a.opening, a.outlet, 1::BIGINT AS count FROM {source('claims')} "
        f"WHERE {where} AND {_ORDER} IN (SELECT unnest($few::BIGINT[])) ORDER BY {_ORDER}, r.id",
        values | {"few": few},
    )
    if not many:
        return rows
    parts: list[pd.DataFrame] = [rows.astype(object), _numbers(workspace, filters, many, (where, values)).astype(object)]
    return pd.concat(parts, ignore_index=True)


def _numbers(workspace: Workspace, filters: Filters, kinds: list[dict[str, Any]], where: Condition) -> pd.DataFrame:
    """How many claims of some kinds have each number."""
    wanted = " OR ".join(f"({' AND '.join(f'r.{c} IS NOT DISTINCT FROM ${c}_{n}' for c in _KINDS)})" for n in range(len(kinds)))
    named = {f"{c}_{n}": kind[c] for n, kind in enumerate(kinds) for c in _KINDS}
    number = f"{_KIND}, r.value, r.low, r.high"
    query = (
        f"SELECT {number}, count(*) AS count, unnest(arg_min({{'article_id': r.article_id, 'id': r.id}}, {_ORDER})) FROM {source('claims')} "
        f"WHERE {where[0]} AND ({wanted}) GROUP BY {number} ORDER BY min({_ORDER})"
    )
    return total(workspace, filters, query, where[1] | named)


def actor_names(workspace: Workspace, filters: Filters, limit: int | None = None, name: str | None = None) -> pd.DataFrame:
    """One row an actor (or only that of a ``name``), the most quoted first: ``name``, ``statements``, ``mentions``, and ``names``, how many there are in all."""
    parts, values = [], {"name": name} if name is not None else {}
    for kind, counted in (("attributions", "statements"), ("entities", "mentions")):
        where, used = passing(workspace, filters, kind)
        only = " AND r.actor = $name" if name is not None else ""
        parts.append(f"(SELECT r.actor AS name, count(*) AS {counted} FROM {source(kind)} WHERE r.actor IS NOT NULL AND {where}{only} GROUP BY r.actor)")
        values |= used
    query = (
        f"SELECT name, coalesce(statements, 0) AS statements, coalesce(mentions, 0) AS mentions, count(*) OVER () AS names "
        f"FROM {parts[0]} FULL JOIN {parts[1]} USING (name) ORDER BY statements DESC, mentions DESC, name{limited(limit)}"
    )
    return total(workspace, filters, query, values, keep=name is None)


def article_count(workspace: Workspace, filters: Filters, kind: str, narrow: Narrow = EVERY) -> int:
    """In how many articles the records of a kind stand that pass."""
    where, values = narrow.applied(passing(workspace, filters, kind))
    return int(workspace.snapshot().rows(f"SELECT count(DISTINCT a.nth) AS n FROM {source(kind)} WHERE {where}", values)[0]["n"])
