"""Places by name or by coordinates, for who knows better than what was found."""

from __future__ import annotations

import warnings
from typing import Any

from geopy.point import Point

from core.extract.gazetteer.geocoder import Offline

MOST = 8
_BETWEEN = 0.5
"""Half a degree: coordinates are taken for what they say, the nearest town names their country."""


def places_called(query: str) -> list[dict[str, Any]]:
    """The gazetteer's places of a name, likeliest first, or the spot of coordinates such as "36.2, 37.1".

    After commas stand the places that it lies in: "Tripoli, Lebanon". Each has the place fields of a
    ``records.Toponym``; coordinates have no GeoNames id and no radius: nobody stated one.
    """
    query = query.strip()
    if not query:
        return []
    if any(c.isdecimal() for c in query) and (spot := _spot(query)) is not None:
        return [spot]
    found = Offline().geocode(query, exactly_one=False, limit=MOST) or []
    return [_fields(location.raw) for location in found]


def _spot(query: str) -> dict[str, Any] | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # it says so where it would turn 99 degrees north into another place
            point = Point.from_string(query)
    except (ValueError, UserWarning):
        return None
    near = Offline().reverse(point, exactly_one=False, limit=1) or []
    country = next((town.raw["country"] for town in near if _is_near(town.raw, point)), None)
    return {
        "name": query, "kind": "point", "country": country or None, "lat": point.latitude, "lon": point.longitude,
        "uncertainty_m": None, "geonameid": None, "geometry": None,
    }  # fmt: skip


def _is_near(raw: dict[str, Any], point: Point) -> bool:
    return bool(abs(raw["lat"] - point.latitude) < _BETWEEN and abs(raw["lon"] - point.longitude) < _BETWEEN)


def _fields(raw: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": raw["name"], "kind": raw["kind"], "country": raw["country"] or None, "lat": raw["lat"], "lon": raw["lon"],
        "uncertainty_m": float(raw["radius"]) or None, "geonameid": raw["geonameid"], "geometry": raw["geometry"],
    }  # fmt: skip
