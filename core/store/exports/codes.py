"""Place precision in the words of the conflict codebooks, and what a row needs of an event.

Sources: UCDP GED Codebook 23.1, ``where_prec``; ACLED Codebook, "Spatial Precision".
What a codebook does not code is ``None``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from core.shapes import info
from core.store.exports.rows import rows
from core.store.filters import Filters
from core.store.queries import claims, timeline
from core.store.workspace import Workspace

NEAR_M = 25_000
"""A spot whose radius is smaller is the location itself: nearly all towns. "Near" a town adds 25 km to it."""

AROUND_M = 60_000
"""UCDP 2, ACLED 2: around a known spot."""

_UCDP = {"admin2": 3, "admin1": 4, "region": 5, "border": 5, "river": 5, "country": 6, "water": 7}
_ACLED = {"admin2": 2, "admin1": 3, "region": 3, "border": 3, "river": 3}
_SPOTS = frozenset({"city", "facility", "metonym", "point"})


def ucdp_where_prec(kind: str | None, uncertainty_m: float | None, geometry: str | None = None) -> int | None:
    """UCDP's code: 1 exact, 2 within about 25 km, 3 district, 4 province, 5 line or loose area, 6 country, 7 international waters."""
    if kind not in _SPOTS:
        return _UCDP.get(_kind(kind, geometry))
    if uncertainty_m is None or uncertainty_m < NEAR_M:
        return 1
    return 2 if uncertainty_m <= AROUND_M else 5


def acled_geo_precision(kind: str | None, uncertainty_m: float | None, geometry: str | None = None) -> int | None:
    """ACLED's code: 1 the town, 2 near a town or a small area, 3 a larger region. A country alone is not coded."""
    if kind not in _SPOTS:
        return _ACLED.get(_kind(kind, geometry))
    if uncertainty_m is None or uncertainty_m < NEAR_M:
        return 1
    return 2 if uncertainty_m <= AROUND_M else 3


def _kind(kind: str | None, geometry: str | None) -> str:
    """Rivers are waters to the gazetteer, and lines to a codebook."""
    return "river" if kind == "water" and (geometry or "").startswith("river:") else kind or ""


def country_name(code: str | None) -> str | None:
    """English name of a country, from its ISO 3166-1 alpha-2 code."""
    known = info(f"country:{code}") if code else None
    return known.name if known else None


def happened(workspace: Workspace, filters: Filters) -> Iterator[dict[str, Any]]:
    """Events that happened, each with ``deaths``: its claim of fatalities, when it has just one and that is no rate.

    What was only said, printed or planned is no event to a codebook.
    """
    counts = claims(workspace, replace(filters, place=(), entity=(), speaker=(), begin=None, end=None, category=("fatalities",)))
    deaths = {(row["article_id"], row["id"]): row for row in rows(counts) if row["category"] == "fatalities" and row["per"] is None}
    for event in rows(timeline(workspace, filters)):
        if event["clock"] == "happened":
            linked = [deaths[key] for c in event["claim_ids"] or () if (key := (event["article_id"], c)) in deaths]
            yield event | {"deaths": linked[0] if len(linked) == 1 else None}


def number(value: float | None) -> int | None:
    """A count of people as a whole number."""
    return None if value is None else int(value)
