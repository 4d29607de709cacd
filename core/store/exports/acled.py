"""Events in ACLED's columns. Not ACLED's data, and it says so in its first line.

Columns: ACLED Codebook, "Data columns". Left empty is what only a coder can decide, such
as actors and interaction; nothing is guessed to fill a column.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator
from typing import Any

from core.precision import acled_time_precision
from core.store.exports.codes import acled_geo_precision, country_name, happened, number
from core.store.exports.rows import csv_lines
from core.store.filters import Filters
from core.store.workspace import Workspace

HEADING = "# Not ACLED data. Made by Dateline from news articles, in ACLED's columns; empty where not codable by machine.\n"

COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type",
    "actor1", "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting",
    "iso", "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision",
    "source", "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip

_DISORDER = {
    "Battles": "Political violence",
    "Explosions/Remote violence": "Political violence",
    "Violence against civilians": "Political violence",
    "Protests": "Demonstrations",
    "Strategic developments": "Strategic developments",
}
"""Riots may be either, so they have none."""


def write(workspace: Workspace, filters: Filters) -> Iterator[str]:
    """One row an event that happened."""
    yield HEADING
    yield from csv_lines(COLUMNS, (_row(event) for event in happened(workspace, filters)))


def _row(event: dict[str, Any]) -> dict[str, Any]:
    precision = acled_time_precision(event["interval_begin"], event["interval_end"])
    day = datetime.date.fromisoformat(event["interval_begin"]) if precision else None
    kind, name = event["place_kind"], event["place_name"]
    return {
        "event_id_cnty": f"{event['article_id']}/{event['id']}",
        "event_date": f"{day.day:02d} {day:%B} {day.year}" if day else None,
        "year": day.year if day else None,
        "time_precision": precision,
        "disorder_type": _DISORDER.get(event["category"] or ""),
        "event_type": event["category"],
        "country": country_name(event["place_country"]),
        "admin1": name if kind == "admin1" else None,
        "admin2": name if kind == "admin2" else None,
        "location": name,
        "latitude": event["lat"],
        "longitude": event["lon"],
        "geo_precision": acled_geo_precision(kind, event["uncertainty_m"], event["geometry"]),
        "source": event["outlet"],
        "notes": event["sentence"],
        "fatalities": number(event["deaths"]["value"] if event["deaths"]["value"] is not None else event["deaths"]["low"]) if event["deaths"] else None,
    }
