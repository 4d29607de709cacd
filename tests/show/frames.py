"""Small authored frames with the columns of the records."""

from __future__ import annotations

from typing import Any

import pandas as pd


def places(*rows: dict[str, Any]) -> pd.DataFrame:
    """Mentions of places; every column of a toponym, None where a row does not say."""
    names = ("id", "article_id", "name", "text", "kind", "country", "lat", "lon", "uncertainty_m", "geonameid", "role", "geometry")
    filled = [dict.fromkeys(names) | {"id": f"toponym-{i}-{i + 5}", "article_id": "a", "role": "location"} | row for i, row in enumerate(rows)]
    return pd.DataFrame(filled, columns=[*names, *(["count"] if any("count" in r for r in rows) else [])])


SYRIA = {"name": "Syria", "kind": "country", "country": "SY", "lat": 35.0, "lon": 38.0, "uncertainty_m": 4e5, "geonameid": 163843, "geometry": "country:SY"}
RUSSIA = {"name": "Russia", "kind": "country", "country": "RU", "lat": 60.0, "lon": 100.0, "role": "actor", "geometry": "country:RU"}
SINAI = {"name": "Sinai", "kind": "region", "country": "EG", "lat": 29.5, "lon": 33.8, "geometry": "region:sinai"}
BORDER = {"name": "the border", "kind": "border", "geometry": "border:SY-TR"}
ALEPPO = {"name": "Aleppo", "kind": "city", "country": "SY", "lat": 36.2, "lon": 37.16, "uncertainty_m": 15_000.0, "geonameid": 170063}
WASHINGTON = {"name": "Washington", "kind": "city", "country": "US", "lat": 38.9, "lon": -77.04, "uncertainty_m": 500.0, "role": "dateline"}


def events(*rows: dict[str, Any]) -> pd.DataFrame:
    """Events; a day in the middle of March where a row does not say."""
    filled = []
    for i, row in enumerate(rows):
        plain = {"id": f"event-{i}", "article_id": "a", "interval_begin": "2020-03-15", "interval_end": "2020-03-15", "precision": "day"}
        filled.append({**plain, "clock": "happened", "text": "shelled the bridge", "lemma": "shell", "category": None, "outlet": "Desk", "title": "T", "opening": None, **row})
    return pd.DataFrame(filled)


def claims(*rows: dict[str, Any]) -> pd.DataFrame:
    """Claims; an exact count of people killed where a row does not say."""
    names = ("value", "low", "high", "unit", "counted", "per", "speaker", "source_text", "window_begin", "window_end")
    filled = []
    for i, row in enumerate(rows):
        plain = {"id": f"claim-{i}", "article_id": "a", "text": "a number", "modifier": "exact", "category": "fatalities", "status": "done"}
        filled.append({**plain, **dict.fromkeys(names), "outlet": "Desk", "title": "T", "opening": None, **row})
    return pd.DataFrame(filled)


def marks(figure: dict[str, Any]) -> list[dict[str, Any]]:
    """The customdata of every mark that can be clicked."""
    return [data for trace in figure["data"] if trace.get("hoverinfo") != "skip" for data in trace.get("customdata", ())]


def hovers(figure: dict[str, Any]) -> str:
    """All hover texts together."""
    return "\n".join(text for trace in figure["data"] for text in trace.get("hovertext", ()))


def notes(figure: dict[str, Any]) -> str:
    """All that is written on the sheet."""
    return "\n".join(a["text"] for a in figure["layout"].get("annotations", ()))
