"""TopoJSON: polygons as arcs that neighbours share, so that no border is drawn twice or apart."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

import shapely

Point = tuple[int, int]
Ring = list[Point]

STEPS = 100_000
"""Steps of the grid over 360 degrees: 0.0036 degrees, some 400 metres."""
SCALE = 360 / STEPS


class Topology:
    """Collects polygons and lines of whole degrees and writes them as shared arcs."""

    def __init__(self) -> None:
        self._ways: dict[Point, set[tuple[Point, Point]]] = defaultdict(set)
        self._arcs: dict[tuple[Point, ...], int] = {}

    def learn(self, geometries: Iterable[Any]) -> None:
        """Look at all polygons first: an arc ends where rings part ways."""
        for geometry in geometries:
            for ring in (r for polygon in polygons(geometry) for r in polygon):
                for before, at, after in zip([ring[-1], *ring[:-1]], ring, [*ring[1:], ring[0]], strict=True):
                    self._ways[at].add((min(before, after), max(before, after)))

    def encode(self, geometry: Any) -> dict[str, Any]:
        """The geometry as a TopoJSON MultiPolygon."""
        return {"type": "MultiPolygon", "arcs": [[self._ring(ring) for ring in polygon] for polygon in polygons(geometry)]}

    def _ring(self, ring: Ring) -> list[int]:
        joints = [i for i, point in enumerate(ring) if len(self._ways[point]) > 1]
        if not joints:
            start = ring.index(min(ring))
            return [self._arc([*ring[start:], *ring[: start + 1]])]
        pieces = zip(joints, [*joints[1:], joints[0] + len(ring)], strict=True)
        twice = ring + ring
        return [self._arc(twice[start : end + 1]) for start, end in pieces]

    def _arc(self, points: Sequence[Point]) -> int:
        forward, backward = tuple(points), tuple(reversed(points))
        if forward in self._arcs:
            return self._arcs[forward]
        if backward in self._arcs:
            return ~self._arcs[backward]
        self._arcs[forward] = len(self._arcs)
        return self._arcs[forward]

    def mesh(self) -> dict[str, Any]:
        """All arcs, each once: every border and coast."""
        return {"type": "MultiLineString", "arcs": [[number] for number in range(len(self._arcs))]}

    def arcs(self) -> list[list[list[int]]]:
        """The arcs, each as a first point and the steps from it."""
        found = []
        for arc in self._arcs:
            steps = [[b[0] - a[0], b[1] - a[1]] for a, b in itertools.pairwise(arc)]
            found.append([list(arc[0]), *steps])
        return found

    def document(self, objects: dict[str, Any]) -> dict[str, Any]:
        """A TopoJSON document with those objects."""
        return {"type": "Topology", "transform": {"scale": [SCALE, SCALE], "translate": [-180, -90]}, "arcs": self.arcs(), "objects": objects}


def polygons(geometry: Any) -> list[list[Ring]]:
    """Polygons as rings on the grid, outer rings clockwise as d3 reads them; what vanishes there is left out."""
    found = []
    for polygon in getattr(geometry, "geoms", [geometry]):
        if polygon.geom_type != "Polygon" or polygon.is_empty:
            continue
        turned = shapely.orient_polygons(polygon, exterior_cw=True)
        rings = [_on_grid(ring.coords) for ring in (turned.exterior, *turned.interiors)]
        if rings[0]:
            found.append([ring for ring in rings if ring])
    return found


def _on_grid(coords: Iterable[tuple[float, ...]]) -> Ring:
    """An open ring on the grid without repeated points; empty where fewer than three are left."""
    points = [(round((x + 180) / SCALE), round((y + 90) / SCALE)) for x, y, *_ in coords]
    ring = [p for p, q in itertools.pairwise(points) if p != q]
    return ring if len(set(ring)) >= 3 else []
