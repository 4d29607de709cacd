"""Geometry by id: the outlines of countries, provinces, regions, seas, rivers and borders.

Ids are ``country:SY`` (ISO 3166-1 alpha-2), ``admin1:SY.09`` (GeoNames' admin1 code),
``region:sinai``, ``sea:...``, ``river:...`` and ``border:SY-TR`` (ISO codes in
alphabetical order: the line that two countries share). The artefact is built from
Natural Earth, which draws de facto boundaries; ``core/shapes_data/SOURCES.md`` says
how. It is opened on first use, read-only; ``core.shapes_data.packing`` has its format.
"""

from __future__ import annotations

import sqlite3
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, Literal, NamedTuple

from core.shapes_data.packing import unpack

ARTEFACT = Path(__file__).parent / "shapes_data" / "shapes.sqlite"
BOUNDARIES = "Boundaries: Natural Earth, de facto; not a statement on status"
"""Stands on every map that draws a boundary."""

Geometry = dict[str, Any]
"""A GeoJSON geometry (RFC 7946): WGS 84, longitude first, outer rings counterclockwise."""
Detail = Literal["fine", "coarse"]


class ShapeInfo(NamedTuple):
    """What is known of a shape without reading its geometry."""

    id: str
    name: str
    bounds: tuple[float, float, float, float]
    """West, south, east, north of the main part, in degrees."""
    computed_length_km: float | None
    """For lines: the geodesic length of Natural Earth's line before it was simplified.
    Computed, and shorter than what is published: no figure to quote in its place."""
    iso3: str | None
    """For countries: ISO 3166-1 alpha-3, the id in the base map."""


class _Artefact:
    """One read-only connection, shared by threads behind a lock."""

    def __init__(self, path: Path) -> None:
        self._lock = Lock()
        self._connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)

    def one(self, query: str, *values: str) -> Any:
        with self._lock:
            return self._connection.execute(query, values).fetchone()

    def all(self, query: str, *values: str) -> list[Any]:
        with self._lock:
            return self._connection.execute(query, values).fetchall()


@lru_cache(maxsize=1)
def _artefact() -> _Artefact:
    return _Artefact(ARTEFACT)


def border_id(a: str, b: str) -> str:
    """Id of the line that two countries share, from their ISO alpha-2 codes in any order."""
    first, second = sorted((a.upper(), b.upper()))
    return f"border:{first}-{second}"


@lru_cache(maxsize=256)
def shape(geometry_id: str, detail: Detail = "fine") -> Geometry | None:
    """The geometry of that id, or None for one that the artefact does not hold.

    ``fine`` is simplified to about one kilometre, ``coarse`` to about ten, for maps
    of the world. The dict is shared between callers: don't change it.
    """
    row = _artefact().one(f"select {detail} from shape where id = ?", geometry_id)
    return None if row is None else unpack(row[0])


@lru_cache(maxsize=1024)
def info(geometry_id: str) -> ShapeInfo | None:
    """Name, bounds and computed length of a shape, or None for an unknown id."""
    row = _artefact().one("select id, name, west, south, east, north, length_km, iso3 from shape where id = ?", geometry_id)
    return None if row is None else ShapeInfo(row[0], row[1], (row[2], row[3], row[4], row[5]), row[6], row[7])


def ids(prefix: str = "") -> list[str]:
    """All ids that start with ``prefix``, sorted."""
    return [row[0] for row in _artefact().all("select id from shape where id >= ? and id < ? order by id", prefix, prefix + "\uffff")]
