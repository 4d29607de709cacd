"""Published figures that a claim can be held against, each with who published it."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

_FILE = Path(__file__).resolve().parent.parent / "data" / "reference_figures.json"


class Figure(NamedTuple):
    """One published number."""

    value: float
    source: str


class Event(NamedTuple):
    """A well-known event: ISO prefix date, and the lowest and highest published number of dead."""

    name: str
    keys: tuple[str, ...]
    pattern: re.Pattern[str]
    date: str
    deaths: tuple[float, float] | None
    source: str


@lru_cache(maxsize=1)
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(_FILE.read_text(encoding="utf-8"))
    return loaded


def border_lengths(one: str, other: str) -> list[Figure]:
    """Published lengths in kilometres of the border of two countries (ISO 3166-1 alpha-2), shortest first."""
    return _figures("borders_km", "-".join(sorted((one, other))))


def populations(country: str) -> list[Figure]:
    """Published populations of a country, smallest first; the source says of which year."""
    return _figures("populations", country)


def _figures(kind: str, key: str) -> list[Figure]:
    rows = _data()[kind].get(key, [])
    return sorted(Figure(float(r["value"]), f"{r['source']}" + (f", {r['year']} estimate" if r.get("year") else "")) for r in rows)


@lru_cache(maxsize=1)
def events() -> tuple[Event, ...]:
    """The well-known events on file."""
    rows = _data()["events"]
    return tuple(Event(r["name"], tuple(r["keys"]), re.compile(r["pattern"], re.IGNORECASE), r["date"], _span(r["deaths"]), r["source"]) for r in rows)


def _span(ends: list[float] | None) -> tuple[float, float] | None:
    return (float(ends[0]), float(ends[1])) if ends else None
