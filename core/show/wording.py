"""Records in an analyst's words: amounts, dates, places. No Streamlit, no figures.

Every function takes plain values (record fields, or the cells of a frame, where nothing
is ``None`` or ``NaN``) and gives one line of text.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

import pandas as pd

from core import shapes
from core.rates import per_in_words
from core.show.palette import CATEGORY

MODIFIERS: dict[str, str] = {
    "about": "about ",
    "at_least": "at least ",
    "at_most": "at most ",
    "more_than": "more than ",
    "less_than": "less than ",
}

UNITS: dict[str, str] = {
    "percent": "%",
    "kilometer": "km",
    "meter": "m",
    "mile": "miles",
    "kilogram": "kg",
    "metric_ton": "tonnes",
    "kilometer ** 2": "km²",
    "square_kilometer": "km²",
    "hectare": "ha",
}

PLACE_KINDS: dict[str, str] = {
    "admin1": "province or state",
    "admin2": "district or county",
    "metonym": "stands for a body",
    "water": "sea, lake or river",
    "facility": "site",
}
"""Kinds of places that are no words of an analyst."""

AREAS = frozenset({"country", "admin1", "admin2", "region", "water"})
"""Kinds of places of which no spot is meant."""

NOTHING = "not stated"

TAKEN_OVER: dict[str, str] = {
    "counted.parallel": "counts what the number beside it counts",
    "unit.parallel": "its unit is that of the number beside it",
    "per.parallel": "its rate is that of the number beside it",
    "parallel": "goes on with the number beside it",
    "counted.subject": "counts what the subject of its clause names",
}
"""Parts of a number's rule to words."""


def missing(value: Any) -> bool:
    """Whether a cell holds nothing: ``None``, ``NaN`` or an empty text or list."""
    if value is None or (isinstance(value, float) and math.isnan(value)):
        return True
    return hasattr(value, "__len__") and len(value) == 0


def rows(frame: pd.DataFrame) -> list[dict[str, Any]]:
    """The rows of a frame as plain values: what a frame holds as ``NaN`` is ``None`` again."""
    names = [str(name) for name in frame.columns]
    columns = [_values(frame.iloc[:, n]) for n in range(len(names))]
    return [dict(zip(names, values, strict=True)) for values in zip(*columns, strict=True)]


def _values(column: pd.Series[Any]) -> list[Any]:
    if column.dtype.kind == "M":  # ``tolist`` would make integers of instants
        return list(column)
    values = column.tolist()
    return [None if isinstance(v, float) and v != v else v for v in values] if column.dtype.kind in "fO" else values


def number(value: float) -> str:
    """``8000.0`` as ``8,000``; fractions keep up to three digits."""
    if abs(value) >= 1e15:
        return f"{value:.3g}"
    return f"{value:,.0f}" if float(value).is_integer() else f"{value:,.3f}".rstrip("0").rstrip(".")


def amount(row: Mapping[str, Any]) -> str:
    """A quantity with its bounds, unit and rate: ``about 8,000``, ``20 to 30``, ``100,000,000 USD or more``, ``200 per day``."""
    unit = "" if missing(row.get("unit")) else UNITS.get(row["unit"], str(row["unit"]).replace("_", " "))
    joint = "" if unit == "%" or not unit else " "
    bound, after = _bounds(row)
    per = row.get("per")
    return f"{bound}{joint}{unit}{per_in_words(None if missing(per) else str(per))}{after}"


def _bounds(row: Mapping[str, Any]) -> tuple[str, str]:
    """The number as far as its unit, and what follows the unit."""
    value, low, high = (None if missing(row.get(k)) else float(row[k]) for k in ("value", "low", "high"))
    if value is not None:
        return MODIFIERS.get(str(row.get("modifier")), "") + number(value), ""
    if low is not None and high is not None:
        return f"{number(low)} to {number(high)}", ""
    if low is not None:
        return number(low), " or more"
    if high is not None:
        return number(high), " or less"
    return "no number", ""


def taken_over(rule: Any) -> str:
    """What a number took over from its neighbours, by its rule: ``its unit is that of the number beside it``."""
    return "; ".join(TAKEN_OVER[part] for part in str(rule).split("+")[1:] if part in TAKEN_OVER)


def interval(begin: Any, end: Any) -> str:
    """``2014-09 to 2015-11-17``, ``from …``, ``until …``, one date, or ``not stated``."""
    first, last = ("" if missing(v) else str(v)[:10] for v in (begin, end))
    if first and last:
        return first if first == last else f"{first} to {last}"
    return f"from {first}" if first else f"until {last}" if last else NOTHING


def chain(names: Any) -> str:
    """Who passed it on: ``CNN, then Reuters``."""
    return "" if missing(names) else ", then ".join(str(name) for name in names)


def says_who(speaker: Any, via: Any = (), own_voice: str = "the article itself") -> str:
    """``John Kerry, through CNN, then Reuters``."""
    name = own_voice if missing(speaker) else str(speaker)
    passed = chain(via)
    return f"{name}, through {passed}" if passed else name


def pinned(row: Mapping[str, Any]) -> str:
    """How precisely a place is known: ``within about 40 km``, ``an area about 490 km across``, or ``not placed``."""
    if missing(row.get("lat")):
        return "not placed" if missing(row.get("geometry")) else "somewhere along its line"
    metres = row.get("uncertainty_m")
    if missing(metres):
        return "a point"
    if row.get("kind") in AREAS:
        return f"an area about {_rounded(2 * float(metres) / 1000)} km across"  # type: ignore[arg-type]
    return f"within about {number(round(float(metres) / 1000, 1 if float(metres) < 10_000 else None))} km"  # type: ignore[arg-type]


def _rounded(km: float) -> str:
    """Two digits and the rest noughts: a circle around a country is no measurement."""
    return number(round(km, 1 - math.floor(math.log10(km)))) if km > 0 else "0"


def country(code: Any) -> str:
    """A country by its ISO 3166-1 code: ``Syria`` for ``SY``; an unknown code as it is."""
    if missing(code):
        return ""
    known = shapes.info(f"country:{code}")
    return known.name if known else str(code)


def place(row: Mapping[str, Any]) -> str:
    """``Raqqa, Syria``; a country's name needs no other beside it."""
    name = row.get("name") or row.get("text")
    return listed((name, None if row.get("kind") == "country" else country(row.get("country"))))


def filter_value(name: str, value: str) -> str:
    """The value of a filter in words: ``Killed`` for a category's ``fatalities``, ``Raqqa, Syria`` for a place's ``Raqqa, SY``."""
    if name == "category" and value in CATEGORY:
        return CATEGORY[value].label
    town, comma, code = value.rpartition(", ")
    return f"{town}, {country(code)}" if name == "place" and comma and len(code) == 2 and code.isupper() else value


def place_kind(row: Mapping[str, Any]) -> str:
    """What sort of place: ``city``, ``province or state``."""
    kind = row.get("kind")
    return "" if missing(kind) else PLACE_KINDS.get(str(kind), str(kind))


def capital(label: str) -> str:
    """With a capital first letter: ``Happened``."""
    return label[:1].upper() + label[1:]


def plural(count: int, noun: str, many: str | None = None) -> str:
    """``1 claim``, ``3 claims``."""
    return f"{count:,} {noun if count == 1 else many or noun + 's'}"


def listed(names: Iterable[Any]) -> str:
    """``a, b, c`` of what is there, without repeats."""
    return ", ".join(dict.fromkeys(str(name) for name in names if not missing(name)))
