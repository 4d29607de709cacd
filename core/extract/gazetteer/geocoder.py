"""The gazetteer as a geopy geocoder, and any other geopy geocoder in its stead.

    >>> Offline().geocode("Paris, Texas").point  # doctest: +SKIP
    Point(33.66094, -95.55551, 0.0)
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import lru_cache
from typing import Any, TypeAlias

from geopy.adapters import BaseSyncAdapter
from geopy.exc import GeocoderQueryError, GeocoderServiceError, GeopyError
from geopy.extra.rate_limiter import RateLimiter
from geopy.geocoders import get_geocoder_for_service
from geopy.geocoders.base import DEFAULT_SENTINEL, Geocoder
from geopy.location import Location
from geopy.point import Point

from core.errors import SettingError
from core.extract.gazetteer.lookup import DEMONYM, Gazetteer, Match, Place, gazetteer
from core.extract.gazetteer.names import name_key
from core.extract.places.mention import Mention
from core.extract.places.resolve import km, resolve
from core.settings import GEOCODER

MAX_QUERY = 200
"""Longer queries are no place names; they find nothing."""
SECONDS_BETWEEN = 1.0
"""Between two questions to an online geocoder; what Nominatim's usage policy asks for."""
REACHES = (1, 2)
"""One-degree cells around a point that ``reverse`` looks into, one after another."""
MOST = 10

Found: TypeAlias = "Location | list[Location] | None"


class NoNetwork(BaseSyncAdapter):  # type: ignore[misc]  # geopy has no types
    """An adapter that refuses every request: this geocoder is offline."""

    def get_json(self, url: str, *, timeout: float, headers: dict[str, str]) -> Any:
        """Refuse. Raises ``GeocoderServiceError``."""
        raise GeocoderServiceError("the built-in gazetteer asks no network")

    get_text = get_json


class Offline(Geocoder):  # type: ignore[misc]  # geopy has no types
    """Dateline's own gazetteer behind geopy's interface: ``geocode`` and ``reverse``."""

    def __init__(self, places: Gazetteer | None = None, *, timeout: Any = DEFAULT_SENTINEL) -> None:
        def adapter(*, proxies: Any, ssl_context: Any) -> NoNetwork:
            return NoNetwork(proxies=proxies, ssl_context=ssl_context)

        super().__init__(timeout=timeout, adapter_factory=adapter)
        self._gazetteer = places or gazetteer()

    def geocode(
        self, query: str, *, exactly_one: bool = True, timeout: Any = DEFAULT_SENTINEL, limit: int | None = None
    ) -> Found:
        """Places called ``query``, the likeliest first; after commas stand the places that it lies in.

        ``None`` where there is none. Raises ``GeocoderQueryError`` when the query is no text.
        """
        if not isinstance(query, str):
            raise GeocoderQueryError("a query must be text")
        mention = _mention(query) if len(query) <= MAX_QUERY else None
        if mention is None:
            return None
        resolve([mention], self._gazetteer)
        ranked = sorted(mention.matches, key=lambda m: -mention.scores[m.place.id])
        found = [_location(m.place, mention.scores[m.place.id]) for m in ranked if m.flag != DEMONYM]
        return _one_or_all(found[: limit or MOST], exactly_one)

    def reverse(
        self, query: Any, *, exactly_one: bool = True, timeout: Any = DEFAULT_SENTINEL, limit: int | None = None
    ) -> Found:
        """Populated places about a point, the nearest first; ``None`` on the open sea.

        ``query`` is a ``Point``, a pair of degrees or text such as ``"36.2, 37.1"``. Raises
        ``ValueError`` where it is no point.
        """
        point = query if isinstance(query, Point) else Point(query)
        here = Place(-1, "city", "", point.latitude, point.longitude, "", "", 0, 0, None, 0, None, 0)
        for reach in REACHES:
            near = self._gazetteer.near(here.lat, here.lon, reach)
            if near:
                near.sort(key=lambda p: (km(here, p), p.id))
                return _one_or_all([_location(p, -km(here, p)) for p in near[: limit or MOST]], exactly_one)
        return None


def _mention(query: str) -> Mention | None:
    name, *containers = (part.strip() for part in query.split(","))
    key = name_key(name.removeprefix("the ").removeprefix("The "))
    if not key:
        return None
    return Mention(0, len(name), key, "query", name, containers=tuple(filter(None, map(name_key, containers))))


def _one_or_all(found: list[Location], exactly_one: bool) -> Found:
    if not found:
        return None
    return found[0] if exactly_one else found


def _location(place: Place, score: float) -> Location:
    address = ", ".join(filter(None, (place.name, place.country)))
    return Location(address, Point(place.lat, place.lon), {**place._asdict(), "score": round(score, 2)})


def stand_in() -> Callable[[str], tuple[Match, ...]] | None:
    """What to ask instead of the built-in gazetteer, by the setting ``DATELINE_GEOCODER``.

    The setting names one of geopy's services and its options: ``nominatim user_agent=my-desk`` or
    ``geonames username=me``. Empty, which is the default: none, and nothing goes online. Answers are
    kept, and questions are a second apart. Raises ``SettingError`` where geopy has no such service.
    """
    stated = GEOCODER.get().split()
    return _stand_in(tuple(stated)) if stated else None


@lru_cache(maxsize=4)
def _stand_in(stated: tuple[str, ...]) -> Callable[[str], tuple[Match, ...]]:
    service, options = stated[0], dict(o.split("=", 1) for o in stated[1:] if "=" in o)
    try:
        kind = get_geocoder_for_service(service)
        if service.lower() == "nominatim":
            options.setdefault("user_agent", "dateline")
        geocoder = kind(**options)
    except (GeopyError, TypeError) as error:
        raise SettingError(f"{GEOCODER.name}={' '.join(stated)}: {error}") from error
    return asker(geocoder)


def asker(geocoder: Geocoder, seconds_between: float = SECONDS_BETWEEN) -> Callable[[str], tuple[Match, ...]]:
    """Ask a geocoder for the places of a name: rate-limited, each name once; none on its failure."""
    limited = RateLimiter(geocoder.geocode, min_delay_seconds=seconds_between, max_retries=1, swallow_exceptions=True)

    @lru_cache(maxsize=4096)
    def ask(name: str) -> tuple[Match, ...]:
        found = limited(name, exactly_one=False) or ()
        return tuple(_match(n, location) for n, location in enumerate(found[:MOST]))

    return ask


def _match(number: int, location: Location) -> Match:
    raw = location.raw if isinstance(location.raw, dict) else {}
    address = raw.get("address")
    code = raw.get("countryCode") or raw.get("country") or (address.get("country_code") if isinstance(address, dict) else "")
    country = str(code or "").upper()
    kind = _KINDS.get(str(raw.get("addresstype") or raw.get("fcl") or raw.get("type") or raw.get("kind")), "city")
    population = raw.get("population") or 10 ** max(0, 6 - number)
    place = Place(
        -1 - number, kind, str(location.address), location.latitude, location.longitude,
        country if len(country) == 2 else "", "", 0, int(population) if math.isfinite(float(population)) else 0,
        None, 1000, None, 0,
    )  # fmt: skip
    return Match(place, 0)


_KINDS = {
    "country": "country", "state": "admin1", "province": "admin1", "A": "admin1", "county": "admin2", "H": "water",
    "water": "water", "river": "water", "region": "region", "L": "region", "T": "region", "admin1": "admin1",
    "admin2": "admin2", "facility": "facility", "metonym": "metonym",
}  # fmt: skip
"""What Nominatim, GeoNames and this gazetteer call a kind of place -> Dateline's word for it."""
