"""Geometry in few bytes: steps on a grid of a thousandth of a degree, as varints, deflated.

A thousandth of a degree is 110 metres at most. A step is zigzag-coded and written in
base 128, as in Protocol Buffers; the tree of parts is written as its counts.
"""

from __future__ import annotations

import itertools
import zlib
from collections.abc import Iterator
from typing import Any

KINDS = ("LineString", "MultiLineString", "Polygon", "MultiPolygon")
DEPTH = {"LineString": 0, "MultiLineString": 1, "Polygon": 1, "MultiPolygon": 2}
GRID = 1000


def pack(geometry: dict[str, Any]) -> bytes:
    """A GeoJSON geometry of one of ``KINDS`` as bytes."""
    out = bytearray([KINDS.index(geometry["type"])])
    _write(out, geometry["coordinates"], DEPTH[geometry["type"]])
    return zlib.compress(bytes(out), 9)


def unpack(data: bytes) -> dict[str, Any]:
    """The geometry that was packed, its coordinates rounded to the grid."""
    numbers = _numbers(zlib.decompress(data))
    kind = KINDS[next(numbers)]
    return {"type": kind, "coordinates": _read(numbers, DEPTH[kind])}


def _write(out: bytearray, parts: Any, depth: int) -> None:
    if depth:
        _varint(out, len(parts))
        for part in parts:
            _write(out, part, depth - 1)
        return
    points = _steps(parts)
    _varint(out, len(points))
    for dx, dy in points:
        _varint(out, dx << 1 if dx >= 0 else (-dx << 1) - 1)
        _varint(out, dy << 1 if dy >= 0 else (-dy << 1) - 1)


def _steps(points: Any) -> list[tuple[int, int]]:
    """First point and steps; points that fall together on the grid are one."""
    grid = [(round(x * GRID), round(y * GRID)) for x, y, *_ in points]
    kept = [p for i, p in enumerate(grid) if i == 0 or p != grid[i - 1]]
    kept = kept if len(kept) > 3 else grid
    return [kept[0]] + [(b[0] - a[0], b[1] - a[1]) for a, b in itertools.pairwise(kept)] if kept else []


def _varint(out: bytearray, number: int) -> None:
    while number > 127:
        out.append(number & 127 | 128)
        number >>= 7
    out.append(number)


def _numbers(data: bytes) -> Iterator[int]:
    number = shift = 0
    for byte in data:
        number |= (byte & 127) << shift
        shift += 7
        if byte < 128:
            yield number
            number = shift = 0


def _read(numbers: Iterator[int], depth: int) -> list[Any]:
    count = next(numbers)
    if depth:
        return [_read(numbers, depth - 1) for _ in range(count)]
    x = y = 0
    points = []
    for _ in range(count):
        x, y = x + _signed(next(numbers)), y + _signed(next(numbers))
        points.append([x / GRID, y / GRID])
    return points


def _signed(number: int) -> int:
    return number >> 1 if number & 1 == 0 else -(number + 1 >> 1)
