"""Geometry for drawing: circles, the view that holds a set of places, rings for d3."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

import numpy as np

from core import shapes
from core.show.figures.places import Place

EARTH_M = 6_371_008.8
"""Mean radius of the Earth (IUGG R1), in metres."""
CIRCLE_POINTS = 32
MIN_SPAN, MARGIN = 4.0, 0.12
"""The smallest view in degrees, and the margin around what it shows."""
WORLD = (-170.0, -55.0, 190.0, 75.0)
WIDE = 45.0
"""Degrees of longitude; a wider place (Russia, Europe) does not set the view where narrower ones are named."""
NEAR, MOST = 30.0, 0.6
"""Places within so many degrees of one another are one scene; a scene with that share of the mentions is the view."""
BROAD, TALL = 2.4, 1.1
"""Width to height of the broadest page, and height to width of the tallest: what may be on screen besides the view."""
CROWD, OUTLIERS = 30, 0.03
"""Above so many places the view leaves out this share of mentions at each edge."""

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees; east is above 180 where the box crosses the antimeridian."""


@lru_cache(maxsize=512)
def circle(lat: float | None, lon: float | None, radius_m: float | None) -> shapes.Geometry:
    """The polygon of all points within ``radius_m`` of a point on the sphere, counterclockwise."""
    if lat is None or lon is None or radius_m is None:
        return {"type": "Polygon", "coordinates": []}
    angle, up = min(radius_m / EARTH_M, 1.5), math.radians(lat)
    ring = []
    for step in range(CIRCLE_POINTS):
        bearing = -2 * math.pi * step / CIRCLE_POINTS
        sine = math.sin(up) * math.cos(angle) + math.cos(up) * math.sin(angle) * math.cos(bearing)
        y = math.asin(max(-1.0, min(1.0, sine)))
        x = math.atan2(math.sin(bearing) * math.sin(angle) * math.cos(up), math.cos(angle) - math.sin(up) * math.sin(y))
        ring.append([round(lon + math.degrees(x), 3), round(math.degrees(y), 3)])
    return {"type": "Polygon", "coordinates": [[*ring, ring[0]]]}


def for_globe(geometry: shapes.Geometry | None) -> shapes.Geometry:
    """The geometry with its rings turned as d3 reads them: an outer ring runs clockwise.

    GeoJSON's rule is the opposite (RFC 7946, 3.1.6); d3 takes a counterclockwise ring
    for the whole globe but that area.
    """
    if geometry is None:
        return {"type": "MultiPolygon", "coordinates": []}
    if geometry["type"] == "Polygon":
        return {"type": "Polygon", "coordinates": [ring[::-1] for ring in geometry["coordinates"]]}
    if geometry["type"] == "MultiPolygon":
        return {"type": "MultiPolygon", "coordinates": [[ring[::-1] for ring in polygon] for polygon in geometry["coordinates"]]}
    return geometry


def lines_of(geometry: shapes.Geometry | None) -> Iterator[Sequence[Sequence[float]]]:
    """The lines of a LineString or MultiLineString, and the rings of a polygon."""
    kind, parts = (geometry["type"], geometry["coordinates"]) if geometry else ("", [])
    if kind == "LineString":
        yield parts
    elif kind in ("MultiLineString", "Polygon"):
        yield from parts
    elif kind == "MultiPolygon":
        for polygon in parts:
            yield from polygon


def view(places: Sequence[Place]) -> Box:
    """The box to open on: that of the locations, else of the datelines, else of all.

    Very wide places stand back for narrower ones. Of places in two parts of the world it
    holds those of the part with most mentions, and among many places the outermost few
    per cent of mentions are left outside.
    """
    shown: Sequence[Place] = places
    for role in ("location", "dateline"):
        if chosen := [p for p in places if p.role == role]:
            shown = chosen
            break
    boxes = [(box, p.n) for p in shown if (box := bounds(p)) is not None]
    boxes = [(box, n) for box, n in boxes if box[2] - box[0] <= WIDE] or boxes
    return _padded(_around(_scene(boxes))) if boxes else WORLD


def outside(places: Sequence[Place], box: Box) -> list[str]:
    """Names of the places that no page shows when it opens on a box: datelines first, then by mentions."""
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    wide, high = max(box[2] - box[0], BROAD * (box[3] - box[1])) / 2, max(box[3] - box[1], TALL * (box[2] - box[0])) / 2
    west, south, east, north = x - wide, y - high, x + wide, y + high
    return list(dict.fromkeys(name for name, *own in extents(places) if own[0] > east or own[2] < west or own[1] > north or own[3] < south))


def extents(places: Sequence[Place]) -> list[tuple[str, float, float, float, float]]:
    """Name, west, south, east and north of each place but a people's, datelines first, then by mentions."""
    order = sorted((p for p in places if p.role != "demonym"), key=lambda p: (p.role != "dateline", -p.n))
    return [(p.name, *box) for p in order if (box := bounds(p)) is not None]


def bounds(place: Place) -> Box | None:
    """The box of one place as drawn."""
    known: Any = shapes.info(place.key) if place.geometry else None
    if known is not None:
        west, south, east, north = known.bounds
        return west, south, east, north
    if place.lat is None or place.lon is None:
        return None
    north_south = math.degrees((place.uncertainty_m or 0) / EARTH_M)
    east_west = north_south / max(math.cos(math.radians(place.lat)), 0.1)
    return place.lon - east_west, place.lat - north_south, place.lon + east_west, place.lat + north_south


def _scene(boxes: list[tuple[Box, int]]) -> list[tuple[Box, int]]:
    """The boxes of the part of the world with most mentions, or all where no part stands out."""
    west, south, east, north = np.array([box for box, _ in boxes]).T[:, :, None]
    # Degrees that one box lies to the east or north of another, negative where they overlap.
    beyond = np.maximum(west - east.T, south - north.T) <= NEAR
    near = beyond & beyond.T
    scenes, left = [], np.ones(len(boxes), dtype=bool)
    while left.any():
        scene, found = np.zeros(len(boxes), dtype=bool), np.arange(len(boxes)) == left.argmax()
        while found.any():
            scene |= found
            found = near[found].any(axis=0) & ~scene
        left &= ~scene
        scenes.append([boxes[i] for i in np.flatnonzero(scene)])
    heaviest = max(scenes, key=lambda s: sum(n for _, n in s), default=[])
    return heaviest if sum(n for _, n in heaviest) >= MOST * sum(n for _, n in boxes) else boxes


def _around(boxes: list[tuple[Box, int]]) -> Box:
    share = OUTLIERS if len(boxes) > CROWD else 0.0
    sides = [[(box[side], n) for box, n in boxes] for side in range(4)]
    west, south = _quantile(sides[0], share), _quantile(sides[1], share)
    east, north = _quantile(sides[2], 1 - share), _quantile(sides[3], 1 - share)
    return west, south, max(east, west), max(north, south)


def _quantile(values: list[tuple[float, int]], share: float) -> float:
    """The weighted quantile: the value below which ``share`` of the mentions lie."""
    ordered = sorted(values)
    target, seen = share * sum(n for _, n in ordered), 0
    for value, n in ordered:
        seen += n
        if seen >= target and seen > 0:
            return value
    return ordered[-1][0]


def _padded(box: Box) -> Box:
    west, south, east, north = box
    wide, high = max(east - west, MIN_SPAN) * (0.5 + MARGIN), max(north - south, MIN_SPAN) * (0.5 + MARGIN)
    x, y = (west + east) / 2, (south + north) / 2
    if wide > 150:
        return WORLD
    return x - wide, max(y - high, -60.0), x + wide, min(y + high, 80.0)
