"""How near to a place's point the text means: distances and nearness in words, and coordinates as such."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from core.extract.places.mention import Mention

KM, MILE = 1000.0, 1609.344
NEARBY_M = 25_000.0
"""What "near" and "outside" may reach: the 25 km of UCDP GED's ``where_prec`` 2."""

_DISTANCE = re.compile(
    r"(?P<number>\d{1,4}(?:,\d{3})*(?:\.\d+)?)[\s-]?(?P<unit>km|kilomet(?:er|re)s?|miles?|mi)\b(?:\s\([^)]{1,25}\))?\s"
    r"(?:(?:to the )?(?:(?:north|south|east|west|north-?east|north-?west|south-?east|south-?west)(?:ern)?|away|outside)\s)?"
    r"(?:of|from|outside|off|north|south|east|west)?\s?(?:the )?(?:(?:\w+ )?(?:city|town|village|port|capital) of )?$",
    re.IGNORECASE,
)
_NEAR = re.compile(r"\b(?:near|outside|around|close to|off|outskirts of|east of|west of|north of|south of)\s(?:the )?(?:(?:\w+ )?(?:city|town|village|port|capital) of )?$", re.IGNORECASE)
_DEGREES = (
    r"(?P<{0}>\d{{1,3}}(?:\.\d+)?)\s?(?P<{0}d>[°º]|deg(?:rees?)?\b)?\s?"
    r"(?:(?P<{0}m>\d{{1,2}}(?:\.\d+)?)\s?(?:['′’]|min(?:utes?)?\b)\s?)?(?:(?P<{0}s>\d{{1,2}}(?:\.\d+)?)\s?(?:[\"″”]|sec(?:onds?)?\b)\s?)?"
)
_COORDINATES = re.compile(
    rf"(?<![\w.]){_DEGREES.format('lat')}(?P<ns>[NS])(?:orth|outh)?\b[,;]?\s{{0,2}}(?:(?:and|/)\s)?{_DEGREES.format('lon')}(?P<ew>[EW])(?:ast|est)?\b",
    re.IGNORECASE,
)
_PLAIN = re.compile(
    r"\b(?:coordinates|GPS|lat(?:itude)?\b)[^\d\n-]{0,20}(?P<point>(?P<lat>-?\d{1,2}\.\d{1,8})(?:, ?|; ?| )(?:and )?(?:lon(?:g(?:itude)?)?\.?:? )?(?P<lon>-?\d{1,3}\.\d{1,8}))(?![\w°]|\.\d)",
    re.IGNORECASE,
)
"""Bare decimals are a point only behind a word for it."""
_HINT = re.compile(r"\d['’\"″”]?\s?(?:[NS](?:orth|outh)?|north|south)\b")
_MARKS = ("°", "º", "′", "egrees", "oordinates", "GPS", "atitude", "Lat ", "lat ")
"""One of these stands in a text that has a point in it, or ``_HINT`` fits: both are quick to look for."""


def measure(text: str, mentions: Sequence[Mention]) -> None:
    """Set ``offset_m`` where the words before a name say how far from it, in place."""
    for mention in mentions:
        if mention.demonym:
            continue
        before = text[max(0, mention.start - 60) : mention.start]
        stated = _DISTANCE.search(before)
        if stated:
            number = float(stated["number"].replace(",", ""))
            mention.offset_m = number * (MILE if stated["unit"].lower().startswith("mi") else KM)
        elif _NEAR.search(before):
            mention.offset_m = NEARBY_M


class Coordinates(NamedTuple):
    """A point written in degrees: offsets, degrees, and metres that its last digit stands for."""

    start: int
    end: int
    lat: float
    lon: float
    uncertainty_m: float


def coordinates(text: str) -> Iterator[Coordinates]:
    """Yield points such as "36.2 N, 37.1 E", "36°12′N 37°9′E" and "coordinates 36.2012, 37.1612".

    Those off the globe are left out, and whole numbers that nothing calls degrees ("5 N 6 E").
    """
    if not (any(mark in text for mark in _MARKS) or _HINT.search(text)):
        return
    for found in _COORDINATES.finditer(text):
        if _says_degrees(found, "lat") and _says_degrees(found, "lon"):
            lat, lon = _degrees(found, "lat", "ns", "S"), _degrees(found, "lon", "ew", "W")
            if abs(lat) <= 90.0 and abs(lon) <= 180.0:
                yield Coordinates(found.start(), found.end(), lat, lon, _resolution(found))
    for found in _PLAIN.finditer(text):
        lat, lon = float(found["lat"]), float(found["lon"])
        if abs(lat) <= 90.0 and abs(lon) <= 180.0:
            yield Coordinates(*found.span("point"), lat, lon, _last_digit(found["lat"]))


def _says_degrees(found: re.Match[str], part: str) -> bool:
    return bool(found[part + "d"] or found[part + "m"] or "." in found[part])


def _degrees(found: re.Match[str], part: str, side: str, negative: str) -> float:
    whole = float(found[part]) + float(found[part + "m"] or 0) / 60 + float(found[part + "s"] or 0) / 3600
    return -whole if found[side].upper() == negative else whole


def _resolution(found: re.Match[str]) -> float:
    if found["lats"]:
        return 30.0
    return 1850.0 if found["latm"] else _last_digit(found["lat"])


def _last_digit(degrees: str) -> float:
    decimals = len(degrees.partition(".")[2])
    return max(1.0, 111_320.0 / math.pow(10.0, decimals))
