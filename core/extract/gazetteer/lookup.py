"""The gazetteer on disk: names in a memory-mapped trie, places in read-only SQLite."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

import marisa_trie

from core.extract.gazetteer.names import name_key, sound_key

DATA = Path(__file__).parent / "data"
KINDS = ("admin1", "admin2", "city", "country", "facility", "metonym", "region", "water")
"""In the order of their numbers in the database."""
PRIMARY, ALIAS, ALTERNATE, DEMONYM = range(4)
"""What a name is to its place: its own, a usual other one, one in some language or time, its people's."""
SOUND = "~"
GREAT = 3500
"""Ids below are those of countries, regions, divisions and great cities."""
MOST = 64
"""Places looked at for one name; they come most important first."""

_COLUMNS = "id, kind, name, lat, lon, country, admin1, admin2, population, geonameid, radius, geometry, seat"


class Place(NamedTuple):
    """A place of the gazetteer. Degrees are WGS 84; unknown is ``None`` or an empty string."""

    id: int
    kind: str
    name: str
    lat: float
    lon: float
    country: str
    admin1: str
    admin2: int
    population: int
    geonameid: int | None
    radius: int
    """Metres around the point that make up the place."""
    geometry: str | None
    seat: int
    """2 for a country's capital, 1 for the chief city of a division and a facility known from the news, else 0."""


class Match(NamedTuple):
    """A place that a name may mean, and what the name is to it."""

    place: Place
    flag: int


class Gazetteer:
    """Look-up by name, by id and by point. Opens in milliseconds; holds no more than its caches.

    ``folder`` holds ``places.sqlite`` and ``names.marisa``. Raises ``OSError`` or
    ``sqlite3.Error`` where they are missing or broken.
    """

    def __init__(self, folder: Path = DATA) -> None:
        uri = f"{(folder / 'places.sqlite').resolve().as_uri()}?mode=ro&immutable=1"
        self._places = sqlite3.connect(uri, uri=True, check_same_thread=False)
        self._places.execute("pragma cache_size = -1024")
        self._names = marisa_trie.RecordTrie("<I")
        self._names.mmap(str(folder / "names.marisa"))
        self.capitals = frozenset(n for (n,) in self._places.execute(f"select id from place where id < {GREAT} and seat = 2"))
        """Ids of the capitals that count as great cities."""
        self.flags = lru_cache(maxsize=8192)(self._flags)
        self.matches = lru_cache(maxsize=2048)(self._matches)
        self.division = lru_cache(maxsize=512)(self._division)

    def __contains__(self, key: str) -> bool:
        """Whether some place has this ``name_key``."""
        return key in self._names

    def _flags(self, key: str) -> tuple[tuple[int, int], ...]:
        """``(id, flag)`` of every place with this key, the most important first; no disk read."""
        found: list[tuple[int]] = self._names.get(key, [])
        return tuple(sorted((n >> 2, n & 3) for (n,) in found))

    def lookup(self, name: str) -> tuple[Match, ...]:
        """Places of a name as written, the most important first; by sound where none is spelled so."""
        key = name_key(name)
        return self.matches(key) or self.by_sound(key)

    def by_sound(self, key: str) -> tuple[Match, ...]:
        """Places whose romanised names sound like ``key``; none for keys under four letters."""
        sound = sound_key(key) if len(key) > 3 else ""
        return self.matches(SOUND + sound) if len(sound) > 3 else ()

    def _matches(self, key: str) -> tuple[Match, ...]:
        flags = dict(self.flags(key)[:MOST])
        return tuple(Match(p, flags[p.id]) for p in self.places(flags))

    def places(self, ids: Iterable[int]) -> list[Place]:
        """The places of some ids, the most important first; unknown ids are left out."""
        marks = ",".join(str(int(n)) for n in ids)
        query = f"select {_COLUMNS} from place where id in ({marks}) order by id"
        return [_place(row) for row in self._places.execute(query)] if marks else []

    def _division(self, country: str, admin1: str) -> Place | None:
        """The first-order division with a GeoNames code, such as ``("SY", "09")``."""
        query = f"select {_COLUMNS} from place where geometry = ? and geometry <> ''"
        row = self._places.execute(query, (f"admin1:{country}.{admin1}",)).fetchone()
        return _place(row) if row else None

    def near(self, lat: float, lon: float, reach: int) -> list[Place]:
        """Populated places in the one-degree cells up to ``reach`` cells around a point, unordered."""
        rows, columns = range(-reach, reach + 1), range(-reach, reach + 1)
        cells = {(int(lat // 1) + 90 + y) * 360 + (int(lon // 1) + 180 + x) % 360 for y in rows for x in columns}
        marks = ",".join(map(str, sorted(cells)))
        query = f"select {_COLUMNS} from place where id in (select id from cell where cell in ({marks}))"
        return [_place(row) for row in self._places.execute(query)]


def _place(row: tuple[Any, ...]) -> Place:
    number, kind, name, lat, lon, country, admin1, admin2, population, geonameid, radius, geometry, seat = row
    return Place(
        number, KINDS[kind], name, lat / 1e5, lon / 1e5, country, admin1, admin2, population,
        geonameid or None, radius, geometry or None, seat,
    )  # fmt: skip


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer that Dateline carries, opened once."""
    return Gazetteer()
