"""Toponyms as KML 2.2 (OGC 07-147r2), for globes and map programs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from xml.sax.saxutils import escape

from core.shapes import BOUNDARIES
from core.store.exports.geojson import geometry
from core.store.exports.rows import rows
from core.store.filters import Filters
from core.store.queries import places
from core.store.workspace import Workspace

DATA = ("article_id", "outlet", "published", "text", "kind", "country", "role", "geonameid", "uncertainty_m", "rule")
_CONTROLS = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF])
"""Characters that XML 1.0 cannot hold."""


def write(workspace: Workspace, filters: Filters) -> Iterator[str]:
    """One placemark a toponym; one that has no place has no geometry."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n<name>Dateline: places</name>\n'
    yield f"<description>GeoNames (CC BY 4.0). {_text(BOUNDARIES)}</description>\n"
    for row in rows(places(workspace, filters)):
        yield _placemark(row)
    yield "</Document>\n</kml>\n"


def _placemark(row: dict[str, Any]) -> str:
    data = "".join(f'<Data name="{name}"><value>{_text(row[name])}</value></Data>' for name in DATA if row[name] is not None)
    begin, end = row["time_begin"], row["time_end"]
    time = f"<begin>{_text(begin)}</begin>" * bool(begin) + f"<end>{_text(end)}</end>" * bool(end)
    drawn = geometry(row)
    return (
        f"<Placemark><name>{_text(row['place'] or row['text'])}</name><description>{_text(row['sentence'])}</description>"
        + (f"<TimeSpan>{time}</TimeSpan>" if time else "")
        + f"<ExtendedData>{data}</ExtendedData>{_geometry(drawn) if drawn else ''}</Placemark>\n"
    )


def _geometry(drawn: dict[str, Any]) -> str:
    kind, at = drawn["type"], drawn.get("coordinates", [])
    if kind == "Point":
        return f"<Point><coordinates>{_position(at)}</coordinates></Point>"
    if kind == "LineString":
        return f"<LineString><tessellate>1</tessellate><coordinates>{_positions(at)}</coordinates></LineString>"
    if kind == "Polygon":
        return f"<Polygon>{_ring('outer', at[0])}{''.join(_ring('inner', ring) for ring in at[1:])}</Polygon>"
    parts = drawn.get("geometries") or [{"type": kind.removeprefix("Multi"), "coordinates": part} for part in at]
    return f"<MultiGeometry>{''.join(_geometry(part) for part in parts)}</MultiGeometry>"


def _ring(side: str, ring: list[list[float]]) -> str:
    return f"<{side}BoundaryIs><LinearRing><coordinates>{_positions(ring)}</coordinates></LinearRing></{side}BoundaryIs>"


def _positions(points: list[list[float]]) -> str:
    return " ".join(map(_position, points))


def _position(point: list[float]) -> str:
    return f"{point[0]:.5f},{point[1]:.5f}"


def _text(value: Any) -> str:
    return escape(str(value).translate(_CONTROLS))
