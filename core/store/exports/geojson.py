"""Toponyms as GeoJSON (RFC 7946): points, lines and areas, each with how exact it is."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from core.shapes import BOUNDARIES, shape
from core.store.exports.codes import acled_geo_precision, ucdp_where_prec
from core.store.exports.rows import rows
from core.store.filters import Filters
from core.store.queries import places
from core.store.workspace import Workspace

PROPERTIES = (
    "article_id", "title", "outlet", "published", "text", "start_char", "end_char", "sentence", "place", "name", "kind",
    "country", "role", "geonameid", "uncertainty_m", "time_begin", "time_end", "rule",
)  # fmt: skip


def write(workspace: Workspace, filters: Filters) -> Iterator[str]:
    """A FeatureCollection with one feature a toponym; one that has no place has a null geometry."""
    yield '{"type": "FeatureCollection", "attribution": ' + json.dumps(f"GeoNames (CC BY 4.0). {BOUNDARIES}") + ', "features": ['
    for n, row in enumerate(rows(places(workspace, filters))):
        yield (",\n" if n else "\n") + json.dumps(feature(row), ensure_ascii=False)
    yield "\n]}\n"


def feature(row: dict[str, Any]) -> dict[str, Any]:
    """One toponym as a feature."""
    drawn = geometry(row)
    codes = {
        "precision": _precision(drawn),
        "where_prec": ucdp_where_prec(row["kind"], row["uncertainty_m"], row["geometry"]),
        "geo_precision": acled_geo_precision(row["kind"], row["uncertainty_m"], row["geometry"]),
    }
    return {
        "type": "Feature",
        "id": f"{row['article_id']}/{row['id']}",
        "geometry": drawn,
        "properties": {name: row[name] for name in PROPERTIES} | codes,
    }


def geometry(row: dict[str, Any]) -> dict[str, Any] | None:
    """The line or area of a toponym, else its point, else nothing."""
    drawn = shape(row["geometry"]) if row["geometry"] else None
    if drawn is not None or row["lat"] is None or row["lon"] is None:
        return drawn
    return {"type": "Point", "coordinates": [row["lon"], row["lat"]]}


def _precision(drawn: dict[str, Any] | None) -> str | None:
    if drawn is None:
        return None
    return {"Point": "point", "LineString": "line", "MultiLineString": "line"}.get(drawn["type"], "area")
