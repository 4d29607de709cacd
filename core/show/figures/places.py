"""From mentions of places to places: one row for each place and role.

A place is drawn no more precisely than the text gave it: a country, a province or a
region as its area, a border or a river as its line, a town as a point with the
radius that holds what the text means, and what can't be pinned not at all.
"""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

import pandas as pd

from core import shapes
from core.show.figures.sheet import column, unknown

Drawing = Literal["country", "area", "circle", "line", "point"]

AREA_KINDS = {"country", "admin1", "admin2", "region", "water", "continent", "border", "river", "sea"}
"""Kinds too wide for a pin: without a shape they are drawn as their radius, or not at all."""


class Place(NamedTuple):
    """A place as it is drawn: all the mentions with one key and one role."""

    key: str
    role: str
    drawing: Drawing
    name: str
    kind: str
    country: str | None
    lat: float | None
    lon: float | None
    uncertainty_m: float | None
    geometry: str | None
    n: int
    articles: int
    article_id: str
    record_id: str


def place_keys(places: pd.DataFrame) -> pd.Series[Any]:
    """The key of each mention's place; mentions of one place share it.

    The id of its geometry where it has one (``country:SY``), else ``geonameid:N``,
    else its coordinates (``point:36.2,37.16``), else None. The store makes the same key of
    what it counts (``spot`` in ``core.store.snapshot``).
    """
    if "spot" in places.columns:
        return places["spot"].astype(object).where(places["spot"].notna(), None)
    geometry = column(places, "geometry").astype(object)
    kind, country = column(places, "kind"), column(places, "country")
    geometry = geometry.where(geometry.notna() | (kind != "country") | country.isna(), "country:" + country.astype(str))
    named = column(places, "geonameid")
    named = ("geonameid:" + pd.to_numeric(named).astype("Int64").astype(str)).where(named.notna(), None)
    lat, lon = (pd.to_numeric(column(places, c)).round(4).astype(str) for c in ("lat", "lon"))
    point = ("point:" + lat + "," + lon).where(column(places, "lat").notna(), None)
    keys: pd.Series[Any] = geometry.where(geometry.notna(), named.where(named.notna(), point)).astype(object)
    return keys.where(keys.notna(), None)


def at_place(places: pd.DataFrame, key: str) -> pd.DataFrame:
    """The mentions of one place, by the ``place`` of a picked mark."""
    return places[place_keys(places) == key]


def gather(places: pd.DataFrame) -> list[Place]:
    """The places that can be drawn, the most mentioned last so that they lie on top."""
    if places.empty:
        return []
    frame = _plain(places)
    first = frame.drop_duplicates(["key", "role"]).set_index(["key", "role"])
    groups = frame.groupby(["key", "role"], sort=False)
    first["n"], first["articles"] = groups["count"].sum(), groups["articles"].sum() if "articles" in frame else groups["article_id"].nunique()
    first["uncertainty_m"] = groups["uncertainty_m"].max()
    rows: Any = first.reset_index().sort_values("n", kind="stable").to_dict("records")
    return [place for row in rows if (place := _place(row)) is not None]


def _plain(places: pd.DataFrame) -> pd.DataFrame:
    """The columns that matter, of the mentions that have a place."""
    frame = pd.DataFrame({"key": place_keys(places), "role": column(places, "role", "location")})
    for name in ("name", "text", "kind", "country", "geometry", "article_id", "id"):
        frame[name] = column(places, name).astype(object)
    for name in ("lat", "lon", "uncertainty_m"):
        frame[name] = pd.to_numeric(column(places, name))
    if "articles" in places.columns:
        frame["articles"] = places["articles"]
    frame["count"] = mentions(places)
    return frame[frame["key"].notna()]


def mentions(places: pd.DataFrame) -> pd.Series[Any]:
    """How many mentions each row stands for: one, where rows are not aggregated."""
    return pd.to_numeric(column(places, "count", 1)).fillna(1).astype(int)


def _place(row: dict[str, Any]) -> Place | None:
    geometry = row["key"] if shapes.info(row["key"]) else None
    drawing = _drawing(row, geometry)
    if drawing is None:
        return None
    text = {name: None if unknown(row[name]) else str(row[name]) for name in ("name", "text", "kind", "country")}
    lat, lon, radius = (None if unknown(row[name]) else float(row[name]) for name in ("lat", "lon", "uncertainty_m"))
    name = text["name"] or text["text"] or row["key"]
    return Place(
        row["key"], row["role"], drawing, name, text["kind"] or "place", text["country"], lat, lon, radius, geometry,
        int(row["n"]), int(row["articles"]), str(row["article_id"]), str(row["id"]),
    )  # fmt: skip


def _drawing(row: dict[str, Any], geometry: str | None) -> Drawing | None:
    if geometry is not None:
        known = shapes.info(geometry)
        if known is not None and known.iso3:
            return "country"
        return "line" if geometry.startswith(("border:", "river:")) else "area"
    if unknown(row["lat"]) or unknown(row["lon"]):
        return None
    if row["kind"] in AREA_KINDS:
        return None if unknown(row["uncertainty_m"]) else "circle"
    return "point"
