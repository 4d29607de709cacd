"""Filters -> frames: what the pages and the exports show.

Every function takes a workspace and filters and gives a pandas ``DataFrame`` with one row
a record, in order of article (newest first) and text. Each has the record's own fields (see ``core.records``;
``text`` is the record's), and of its article ``article_id``, ``title``,
``opening`` (first words of one without a title, see ``core.naming``), ``outlet``, ``published``; of its place in the text ``sentence``, ``sentence_start``, ``sentence_end``;
of its time ``time_begin`` and ``time_end`` (ISO dates: its own interval, else that of the
dates in its sentence). Lists are lists; unknown is ``None`` or ``NaN``.

``limit`` keeps the first rows only; ``narrow`` asks for part of them or for another order, see ``core.store.narrow``.
``count_of`` says how many there are in all. Offsets and ids refer to ``Workspace.enriched``.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from core.actors import Merge, propose_merges
from core.records import RECORD_TYPES
from core.store.filters import Filters
from core.store.frames import count, limited, passing, records, total, with_lists
from core.store.narrow import EVERY, Narrow
from core.store.workspace import Workspace

ALL = Filters()

_ROW = "r.* EXCLUDE (nth)"
_PLACE = "t.place, t.name AS place_name, t.kind AS place_kind, t.country AS place_country, t.lat, t.lon, t.uncertainty_m, t.geometry, t.role AS place_role"


def _grades(kind: str) -> str:
    return (
        f"LEFT JOIN desk_grades g ON g.article_id = r.article_id AND g.kind = '{kind}' AND g.record_id = r.id "
        "LEFT JOIN desk_sources s ON s.name = r.actor"
    )


_GRADED = "coalesce(g.credibility, '6') AS credibility, coalesce(s.reliability, 'F') AS reliability"

_CLAIMS = (f"{_ROW}, {_PLACE}, {_GRADED}", "LEFT JOIN toponyms t ON t.article_id = r.article_id AND t.id = r.toponym_id " + _grades("claims"))
"""Columns and joins of ``claims``; likewise of ``timeline``."""

_EVENTS = (
    f"{_ROW}, r.interval_begin IS NULL AND r.interval_end IS NULL AS undated, b.speaker, b.actor, b.via, {_PLACE}",
    "LEFT JOIN toponyms t ON t.article_id = r.article_id AND t.id = r.toponym_ids[1] "
    "LEFT JOIN attributions b ON b.article_id = r.article_id AND b.id = r.attribution_id",
)


def articles(workspace: Workspace, filters: Filters = ALL, limit: int | None = None, narrow: Narrow = EVERY) -> pd.DataFrame:
    """Articles: the fields of the record but ``text``, ``characters`` (its length), ``added``, and ``n_claims``
    and so on, the number of records of each kind.
    """
    where, values = narrow.applied(passing(workspace, filters, "articles"))
    query = f"SELECT a.* EXCLUDE (enrichment, nth) FROM articles a WHERE {where} ORDER BY {narrow.order + ', ' if narrow.order else ''}a.nth{limited(limit, narrow.skip)}"
    return with_lists(workspace.snapshot().frame(query, values))


def places(workspace: Workspace, filters: Filters = ALL, limit: int | None = None, narrow: Narrow = EVERY) -> pd.DataFrame:
    """Toponyms: the fields of the record but ``candidates`` (see ``Workspace.enriched``), ``place``, the filter's key, and
    ``spot``, the map's (both ``None`` when unresolved).
    """
    return records(workspace, "toponyms", "r.* EXCLUDE (candidates, nth)", "", filters, limit, narrow)


def timeline(workspace: Workspace, filters: Filters = ALL, limit: int | None = None, narrow: Narrow = EVERY) -> pd.DataFrame:
    """Events, with ``undated`` (the event itself has no interval), ``speaker`` and ``via`` of its attribution, and of its
    first toponym ``place``, ``place_name``, ``place_kind``, ``place_country``, ``place_role``, ``lat``, ``lon``,
    ``uncertainty_m`` and ``geometry``.
    """
    return records(workspace, "events", *_EVENTS, filters, limit, narrow)


def claims(workspace: Workspace, filters: Filters = ALL, limit: int | None = None, narrow: Narrow = EVERY) -> pd.DataFrame:
    """Claims, with ``actor`` (the speaker's name across articles) and ``via_actors``, the fields of its toponym as in ``timeline``, and the Admiralty grades ``reliability``
    (of the speaker, A to F) and ``credibility`` (of the claim, 1 to 6); F and 6 until a person says otherwise.
    """
    return records(workspace, "claims", *_CLAIMS, filters, limit, narrow)


def attributions(workspace: Workspace, filters: Filters = ALL, limit: int | None = None, narrow: Narrow = EVERY) -> pd.DataFrame:
    """Attributions, with ``actor``, ``via_actors``, ``reliability`` of the speaker and ``credibility`` of what is said."""
    return records(workspace, "attributions", f"{_ROW}, {_GRADED}", _grades("attributions"), filters, limit, narrow)


def checks(workspace: Workspace, filters: Filters = ALL, limit: int | None = None, narrow: Narrow = EVERY) -> pd.DataFrame:
    """Checks. ``figures`` is a list of (name, number)."""
    return records(workspace, "checks", _ROW, "", filters, limit, narrow)


def entities(workspace: Workspace, filters: Filters = ALL, limit: int | None = None, narrow: Narrow = EVERY) -> pd.DataFrame:
    """Mentions of entities. ``entity`` is the article's name for it, ``actor`` the one across articles; merges applied to both."""
    return records(workspace, "entities", _ROW, "", filters, limit, narrow)


KINDS = {"articles": "articles", "places": "toponyms", "timeline": "events", "claims": "claims", "attributions": "attributions", "checks": "checks", "entities": "entities"}
"""Frame -> the kind of its rows."""


def count_of(workspace: Workspace, frame: str, filters: Filters = ALL, narrow: Narrow = EVERY) -> int:
    """How many rows a frame has without a limit."""
    return count(workspace, KINDS[frame], filters, narrow)


def place_totals(workspace: Workspace, filters: Filters = ALL, limit: int | None = None) -> pd.DataFrame:
    """One row a place and role, most mentioned first: ``place``, ``name``, ``kind``, ``country``, ``lat``, ``lon``,
    ``uncertainty_m`` (the smallest), ``geonameid``, ``geometry``, ``role``, ``mentions``, ``articles``. Unresolved ones are left out.
    """
    where, values = passing(workspace, filters, "toponyms")
    firsts = ", ".join(f"any_value(r.{c}) AS {c}" for c in ("name", "kind", "country", "lat", "lon", "geonameid", "geometry"))
    query = (
        f"SELECT r.place, {firsts}, min(r.uncertainty_m) AS uncertainty_m, r.role, count(*) AS mentions, "
        f"count(DISTINCT r.article_id) AS articles FROM toponyms r JOIN articles a ON a.id = r.article_id "
        f"WHERE r.place IS NOT NULL AND {where} GROUP BY r.place, r.role ORDER BY mentions DESC, r.place, r.role"
    )
    return total(workspace, filters, query, values, limit)


def entity_totals(workspace: Workspace, filters: Filters = ALL, limit: int | None = None) -> pd.DataFrame:
    """One row an actor or thing, most mentioned first: ``entity`` (its name across articles), ``label`` (the most frequent), ``mentions``, ``articles``."""
    where, values = passing(workspace, filters, "entities")
    query = (
        "SELECT r.actor AS entity, mode(r.label) AS label, count(*) AS mentions, count(DISTINCT r.article_id) AS articles "
        f"FROM entities r JOIN articles a ON a.id = r.article_id WHERE {where} GROUP BY r.actor ORDER BY mentions DESC, r.actor"
    )
    return total(workspace, filters, query, values, limit)


def speaker_totals(workspace: Workspace, filters: Filters = ALL, limit: int | None = None) -> pd.DataFrame:
    """One row a speaker, most quoted first: ``speaker`` (the name across articles), ``statements``, ``articles``, ``reliability``."""
    where, values = passing(workspace, filters, "attributions")
    query = (
        "SELECT r.actor AS speaker, count(*) AS statements, count(DISTINCT r.article_id) AS articles, coalesce(any_value(s.reliability), 'F') AS reliability "
        "FROM attributions r JOIN articles a ON a.id = r.article_id LEFT JOIN desk_sources s ON s.name = r.actor "
        f"WHERE r.actor IS NOT NULL AND {where} GROUP BY r.actor ORDER BY statements DESC, r.actor"
    )
    return total(workspace, filters, query, values, limit)


_FACETS = {
    "place": "SELECT place AS value, count(*) AS n FROM toponyms WHERE role <> 'demonym' GROUP BY place",
    "entity": "SELECT actor AS value, count(*) AS n FROM entities GROUP BY actor",
    "speaker": "SELECT actor AS value, count(*) AS n FROM (SELECT actor FROM attributions UNION ALL "
    "SELECT unnest(via_actors) FROM attributions UNION ALL SELECT actor FROM claims WHERE attribution_id IS NULL) GROUP BY actor",
    "category": "SELECT category AS value, count(*) AS n FROM (SELECT category FROM claims UNION ALL SELECT category FROM events) GROUP BY category",
    "outlet": "SELECT outlet AS value, count(*) AS n FROM articles GROUP BY outlet",
}


def options(workspace: Workspace, limit: int = 1000) -> dict[str, list[tuple[str, int]]]:
    """The values that ``place``, ``entity``, ``speaker``, ``category`` and ``outlet`` can take, each with its number of
    records, the most frequent first; at most ``limit`` of each. ``begin`` and ``end`` have the first and last published day.
    """
    found = {}
    for name, facet in _FACETS.items():
        frame = total(workspace, ALL, f"SELECT * FROM ({facet}) WHERE value IS NOT NULL ORDER BY n DESC, value", {}, limit)
        found[name] = list(zip(frame["value"].tolist(), frame["n"].tolist(), strict=True))
    span = workspace.snapshot().rows("SELECT min(published) AS begin, max(published) AS end FROM articles")[0]
    return found | {name: [(day, 1)] if day else [] for name, day in span.items()}


_LATEST = Narrow("r.clock = 'happened' AND r.interval_begin IS NOT NULL", order="r.interval_begin DESC")
_LARGEST = Narrow(order="r.category = 'fatalities' DESC, coalesce(r.value, r.low) DESC NULLS LAST")


COUNTED = ("articles", "toponyms", "events", "claims", "attributions", "checks")
"""What the overview counts. The other kinds have as many rows as these, and nobody sees how many."""


@dataclass(frozen=True)
class Overview:
    """What the workspace holds: how many of each kind, and the newest and strongest of each."""

    counts: dict[str, int]
    """How many of each of ``COUNTED`` pass the filters."""
    articles: pd.DataFrame
    """The newest."""
    events: pd.DataFrame
    """The latest that happened."""
    claims: pd.DataFrame
    """Fatalities before all else, then the largest counts."""
    places: pd.DataFrame
    """The most mentioned, see ``place_totals``; actors and demonyms left out."""
    speakers: pd.DataFrame
    """The most quoted, see ``speaker_totals``."""
    checks: pd.DataFrame


def overview(workspace: Workspace, filters: Filters = ALL, top: int = 5) -> Overview:
    """What the workspace holds under the filters, with ``top`` rows of each kind."""
    totals = place_totals(workspace, filters)
    return Overview(
        counts=counts(workspace, filters, COUNTED),
        articles=articles(workspace, filters, top),
        events=timeline(workspace, filters, top, _LATEST),
        claims=claims(workspace, filters, top, _LARGEST),
        places=totals[totals["role"].isin(["location", "dateline"])].head(top),
        speakers=speaker_totals(workspace, filters, top),
        checks=checks(workspace, filters, top),
    )


def counts(workspace: Workspace, filters: Filters = ALL, kinds: Sequence[str] = ("articles", *RECORD_TYPES)) -> dict[str, int]:
    """How many articles and records of some kinds pass the filters."""
    if not filters:
        return {kind: n for kind, n in _all_counts(workspace).items() if kind in kinds}
    selected: list[str] = []
    values: dict[str, Any] = {}
    for kind in kinds:
        where, used = passing(workspace, filters, kind)
        source = "articles a" if kind == "articles" else f"{kind} r JOIN articles a ON a.id = r.article_id"
        selected.append(f"(SELECT count(*) FROM {source} WHERE {where}) AS {kind}")
        values |= used
    return {kind: int(n) for kind, n in workspace.snapshot().rows("SELECT " + ", ".join(selected), values)[0].items()}


def _all_counts(workspace: Workspace) -> dict[str, int]:
    """Each article knows how many records it has; what a person called no place is none."""
    sums = ", ".join(f"coalesce(sum(n_{kind}), 0) AS {kind}" for kind in RECORD_TYPES)
    struck = "SELECT count(*) FROM desk_places d JOIN articles a ON a.id = d.article_id WHERE d.no_place"
    (found,) = workspace.snapshot().rows(f"SELECT count(*) AS articles, {sums}, ({struck}) AS struck FROM articles")
    found["toponyms"] -= found.pop("struck")
    return {kind: int(n) for kind, n in found.items()}


MOST_COMPARED = 4000
"""Names of speakers, and of entities, that merges are looked for among."""


def merge_proposals(workspace: Workspace, limit: int = 100) -> list[Merge]:
    """Pairs of names in the workspace that may mean one actor, each with its reason, the surer first.

    Of very many names the most quoted and the most named are compared. Left out is what a
    person has decided already, by merging the names or keeping them apart.
    """
    names = entity_totals(workspace, limit=MOST_COMPARED)["entity"].tolist() + speaker_totals(workspace, limit=MOST_COMPARED)["speaker"].tolist()
    decided = {frozenset((d.name, d.value)) for d in workspace.desk.decisions() if d.what in ("merge", "apart")}
    return [m for m in propose_merges(names) if frozenset((m.a, m.b)) not in decided][:limit]
