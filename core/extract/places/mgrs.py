"""Points of the military grid: "37S BU 12345 67890" (MGRS), and what its digits are good for.

The grid is that of NGA.STND.0037 (2014), "Universal Grids and Grid Reference Systems": a zone of six
degrees, a band of latitude, a square of 100 km, and digits that halve into easting and northing. Degrees come
from Krüger's series for the transverse Mercator projection on WGS 84 as Karney gives them ("Transverse
Mercator with an accuracy of a few nanometers", J. Geodesy 85, 2011), to the fourth order: millimetres.
The polar caps (bands A, B, Y and Z) are not read.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from typing import NamedTuple

SEMI_MAJOR, FLATTENING = 6_378_137.0, 1 / 298.257223563
SCALE, FALSE_EASTING, FALSE_NORTHING = 0.9996, 500_000.0, 10_000_000.0
SQUARE, CYCLE = 100_000.0, 2_000_000.0
ROWS = "ABCDEFGHJKLMNPQRSTUV"
COLUMNS = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")
BANDS = {
    "C": 1.1, "D": 2.0, "E": 2.8, "F": 3.7, "G": 4.6, "H": 5.5, "J": 6.4, "K": 7.3, "L": 8.2, "M": 9.1,
    "N": 0.0, "P": 0.8, "Q": 1.7, "R": 2.6, "S": 3.5, "T": 4.4, "U": 5.3, "V": 6.2, "W": 7.0, "X": 7.9,
}  # fmt: skip
"""Least northing of a band's squares, in thousands of kilometres."""
BAND_DEGREES = 8.0
SLACK = 1.5
"""Degrees that a square may reach over the edge of its band or zone."""
WIDEST_ZONE = 9.0
"""Degrees from a zone's middle to the far edge of those that take in others (Norway and Svalbard)."""

_GRID = re.compile(
    r"(?<![\w.,/-])(?P<zone>0?[1-9]|[1-5]\d|60)(?P<band>[C-HJ-NP-X])(?P<gap> ?)(?P<column>[A-HJ-NP-Z])(?P<row>[A-HJ-NP-V])"
    r" ?(?:(?P<easting>\d{1,5}) (?P<northing>\d{1,5})|(?P<digits>\d{2,10}))(?![\w/-]|[.,]\d)"
)
_SQUARE = re.compile(r"\d[C-HJ-NP-X] ?[A-HJ-NP-Z][A-HJ-NP-V]")
"""Quick to look for, and in every reference."""
_CUE = re.compile(r"\b(?:MGRS|UTM|grid|coordinates?|reference)\b", re.IGNORECASE)
CUE_REACH = 60
LEAST_DIGITS = {True: 2, False: 8}
"""Digits in all that a reference needs: with a word for it before, or with a blank in it, and without."""


class GridPoint(NamedTuple):
    """A reference in a text: offsets, the middle of its cell in degrees, metres from there to the cell's corner."""

    start: int
    end: int
    lat: float
    lon: float
    uncertainty_m: float


def grid_points(text: str) -> Iterator[GridPoint]:
    """Yield the military grid references of a text; serial numbers that name no square are left out."""
    if not _SQUARE.search(text):
        return
    for found in _GRID.finditer(text):
        east, north = found["easting"], found["northing"]
        if found["digits"]:
            east, north = _halves(found["digits"])
        cued = bool(_CUE.search(text, max(0, found.start() - CUE_REACH), found.start()))
        least = LEAST_DIGITS[True] if cued else 6 if found["gap"] else LEAST_DIGITS[False]
        if len(east) != len(north) or len(east + north) < least:
            continue
        cell = 10.0 ** (5 - len(east))
        point = locate(int(found["zone"]), found["band"], found["column"] + found["row"], (int(east) + 0.5) * cell, (int(north) + 0.5) * cell)
        if point:
            yield GridPoint(found.start(), found.end(), *point, max(1.0, cell * math.sqrt(0.5)))


def _halves(digits: str) -> tuple[str, str]:
    half = len(digits) // 2
    return digits[:half], digits[half:]


def locate(zone: int, band: str, square: str, east: float, north: float) -> tuple[float, float] | None:
    """Latitude and longitude, WGS 84 degrees, of the metres ``east`` and ``north`` in a square of 100 km.

    ``None`` where the zone has no such square, or the square does not touch the band.
    """
    column = COLUMNS[(zone - 1) % 3].find(square[0])
    if column < 0:
        return None
    easting = (column + 1) * SQUARE + east
    row = (ROWS.index(square[1]) - (0 if zone % 2 else 5)) % len(ROWS)
    least = BANDS[band] * 1e6
    northing = row * SQUARE + north
    northing += math.ceil(max(0.0, least - SQUARE + 1 - row * SQUARE) / CYCLE) * CYCLE
    lat, lon = degrees(zone, band >= "N", easting, northing)
    south = -80.0 + BAND_DEGREES * "CDEFGHJKLMNPQRSTUVWX".index(band)
    height = BAND_DEGREES + (4.0 if band == "X" else 0.0)
    width = WIDEST_ZONE if band in "VX" else 3.0 + SLACK
    inside = south - SLACK <= lat <= south + height + SLACK and abs(lon - (zone * 6 - 183)) <= width
    return (lat, (lon + 180.0) % 360.0 - 180.0) if inside else None


_N = FLATTENING / (2 - FLATTENING)
_RADIUS = SEMI_MAJOR / (1 + _N) * (1 + _N**2 / 4 + _N**4 / 64)
_BETA = (
    _N / 2 - 2 * _N**2 / 3 + 37 * _N**3 / 96 - _N**4 / 360,
    _N**2 / 48 + _N**3 / 15 - 437 * _N**4 / 1440,
    17 * _N**3 / 480 - 37 * _N**4 / 840,
    4397 * _N**4 / 161280,
)
_DELTA = (
    2 * _N - 2 * _N**2 / 3 - 2 * _N**3 + 116 * _N**4 / 45,
    7 * _N**2 / 3 - 8 * _N**3 / 5 - 227 * _N**4 / 45,
    56 * _N**3 / 15 - 136 * _N**4 / 35,
    4279 * _N**4 / 630,
)


def degrees(zone: int, is_north: bool, easting: float, northing: float) -> tuple[float, float]:
    """UTM metres -> degrees (WGS 84): the inverse of Krüger's series."""
    xi = (northing - (0.0 if is_north else FALSE_NORTHING)) / (SCALE * _RADIUS)
    eta = (easting - FALSE_EASTING) / (SCALE * _RADIUS)
    terms = list(enumerate(_BETA, 1))
    x = xi - sum(b * math.sin(2 * j * xi) * math.cosh(2 * j * eta) for j, b in terms)
    y = eta - sum(b * math.cos(2 * j * xi) * math.sinh(2 * j * eta) for j, b in terms)
    conformal = math.asin(math.sin(x) / math.cosh(y))
    lat = conformal + sum(d * math.sin(2 * j * conformal) for j, d in enumerate(_DELTA, 1))
    return math.degrees(lat), zone * 6 - 183 + math.degrees(math.atan2(math.sinh(y), math.cos(x)))
