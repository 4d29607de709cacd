"""Events in UCDP GED's columns. Not UCDP's data, and it says so in its first line.

Columns: UCDP GED Codebook 23.1. Left empty is what only a coder can decide, such as the
conflict, the dyad and the type of violence.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from core.precision import ucdp_date_prec
from core.store.exports.codes import country_name, happened, number, ucdp_where_prec
from core.store.exports.rows import csv_lines
from core.store.filters import Filters
from core.store.workspace import Workspace

HEADING = "# Not UCDP data. Made by Dateline from news articles, in UCDP GED's columns; empty where not codable by machine.\n"

COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_dset_id", "conflict_new_id",
    "conflict_name", "dyad_dset_id", "dyad_new_id", "dyad_name", "side_a_dset_id", "side_a_new_id", "side_a",
    "side_b_dset_id", "side_b_new_id", "side_b", "number_of_sources", "source_article", "source_office", "source_date",
    "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1", "adm_2",
    "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity", "date_prec",
    "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high", "low",
    "gwnoa", "gwnob",
)  # fmt: skip


def write(workspace: Workspace, filters: Filters) -> Iterator[str]:
    """One row an event that happened."""
    yield HEADING
    yield from csv_lines(COLUMNS, (_row(event) for event in happened(workspace, filters)))


def _row(event: dict[str, Any]) -> dict[str, Any]:
    precision = ucdp_date_prec(event["interval_begin"], event["interval_end"])
    begin, end = (event["interval_begin"], event["interval_end"]) if precision else (None, None)
    deaths = event["deaths"] or {}
    return _place(event) | {
        "relid": f"{event['article_id']}/{event['id']}",
        "year": int(begin[:4]) if begin and end and begin[:4] == end[:4] else None,
        "number_of_sources": 1,
        "source_article": "; ".join(str(v) for v in (event["outlet"], event["published"], event["title"]) if v),
        "source_office": event["outlet"],
        "source_date": event["published"],
        "source_headline": event["title"],
        "source_original": event["speaker"],
        "where_description": event["sentence"],
        "date_prec": precision,
        "date_start": begin,
        "date_end": end,
        "best": number(deaths.get("value")),
        "high": number(deaths.get("high")),
        "low": number(deaths.get("low")),
    }


def _place(event: dict[str, Any]) -> dict[str, Any]:
    lat, lon, kind, name = event["lat"], event["lon"], event["place_kind"], event["place_name"]
    return {
        "where_prec": ucdp_where_prec(kind, event["uncertainty_m"], event["geometry"]),
        "where_coordinates": name,
        "adm_1": name if kind == "admin1" else None,
        "adm_2": name if kind == "admin2" else None,
        "latitude": lat,
        "longitude": lon,
        "geom_wkt": f"POINT ({lon:g} {lat:g})" if lat is not None and lon is not None else None,
        "country": country_name(event["place_country"]),
    }
