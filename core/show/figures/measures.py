"""Claims that can stand on one axis: the same kind of claim in the same unit, and rates per the same."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

import pandas as pd

from core.rates import per_in_words
from core.show.figures.sheet import column, unknown
from core.show.palette import CATEGORY

SCALES: dict[str, tuple[str, float]] = {
    "meter": ("kilometer", 0.001), "mile": ("kilometer", 1.609344), "nautical_mile": ("kilometer", 1.852),
    "yard": ("kilometer", 0.0009144), "foot": ("kilometer", 0.0003048), "centimeter": ("kilometer", 1e-5),
    "gram": ("kilogram", 0.001), "pound": ("kilogram", 0.45359237), "metric_ton": ("kilogram", 1000.0), "ton": ("kilogram", 907.18474),
    "mile ** 2": ("kilometer ** 2", 2.589988110336), "hectare": ("kilometer ** 2", 0.01), "acre": ("kilometer ** 2", 0.0040468564224),
    "meter ** 2": ("kilometer ** 2", 1e-6), "mile / hour": ("kilometer / hour", 1.609344), "knot": ("kilometer / hour", 1.852),
}  # fmt: skip
"""Unit -> the unit of its axis and the factor to it. International yard and pound (1959); the SI brochure for the rest."""

WORDS = {
    "kilometer": "km", "kilogram": "kg", "kilometer ** 2": "km²", "kilometer / hour": "km/h", "percent": "%", "USD": "US dollars", "EUR": "euros",
}  # fmt: skip
LARGEST = 1e15
"""No axis is drawn for numbers beyond it; below its inverse a number is drawn as zero."""
LOG_FROM = 50.0
"""Ratio of the largest to the smallest value from which an axis is logarithmic."""


class Measure(NamedTuple):
    """One axis: a category of claims, a unit and what a rate is per, with the claims on it."""

    category: str
    unit: str | None
    per: str | None
    rows: pd.DataFrame
    """``id``, ``article_id``, ``value``, ``low``, ``high`` in the axis's unit, and the claim's own fields."""

    @property
    def n(self) -> int:
        """How many claims are on it: a row may stand for ``count`` of them."""
        return int(column(self.rows, "count", 1).sum())

    @property
    def title(self) -> str:
        """What stands on the axis, in words."""
        name = CATEGORY.get(self.category, CATEGORY["other"]).label
        unit = unit_in_words(self.unit) if self.unit else ""
        measured = f"{unit}{per_in_words(self.per)}".strip()
        return f"{name}, {measured}" if measured else name


def unit_in_words(unit: str) -> str:
    """A unit's name as a reader knows it."""
    return WORDS.get(unit, unit.replace(" ** 2", "²").replace("_", " "))


def measures(claims: pd.DataFrame) -> list[Measure]:
    """The claims that have a value or a bound, by category, unit and rate, the most frequent first."""
    frame = in_axis_units(claims)
    frame = frame[frame[["value", "low", "high"]].notna().any(axis=1)]
    keys = [frame["category"], frame["unit"].fillna(""), frame["per"].fillna("")]
    found = [Measure(str(c), str(u) or None, str(p) or None, part) for (c, u, p), part in frame.groupby(keys, sort=False)]
    order = list(CATEGORY)
    return sorted(found, key=lambda m: (-m.n, order.index(m.category)))


def in_axis_units(claims: pd.DataFrame) -> pd.DataFrame:
    """A copy with value and bounds as numbers in the unit of their axis, and known categories."""
    frame = claims.copy()
    category = column(claims, "category", "other").astype(object)
    frame["category"] = category.where(category.isin(list(CATEGORY)), "other")
    unit = column(claims, "unit").astype(object)
    factor = unit.map(lambda u: SCALES.get(u, (u, 1.0))[1] if isinstance(u, str) else 1.0)
    frame["unit"] = unit.map(lambda u: SCALES.get(u, (u, 1.0))[0] if isinstance(u, str) else None).astype(object)
    for name in ("value", "low", "high"):
        number = pd.to_numeric(column(claims, name), errors="coerce").astype(float)
        number = number.where(number.abs() < LARGEST)
        frame[name] = number.where(number.abs() >= 1 / LARGEST, number * 0) * factor
    frame["per"] = column(claims, "per").astype(object)
    for name in ("id", "article_id"):
        frame[name] = column(claims, name).astype(str)
    return frame


class Kind(NamedTuple):
    """What claims have in common that may speak of the same quantity. Empty where one does not say."""

    category: str
    units: tuple[str, ...]
    """The units that share an axis."""
    per: str
    counted: str
    """The last word of what is counted, without a plural's s."""


def kind_of(claim: Mapping[str, Any]) -> Kind:
    """What the claims have that may speak of the same quantity as this one; no sum or mean of them is meant."""
    category, unit, per = (None if unknown(claim[name]) else str(claim[name]) for name in ("category", "unit", "per"))
    own = SCALES.get(unit, (unit, 1.0))[0] if unit else ""
    units = (own, *(name for name, (axis, _) in SCALES.items() if axis == own))
    return Kind(category if category in CATEGORY else "other", units, per or "", _head(claim["counted"]))


def _head(counted: Any) -> str:
    """Last word of what is counted, without a plural's s: the same thing by a rough look."""
    words = re.findall(r"\w+", str(counted).lower()) if not unknown(counted) else []
    return words[-1].rstrip("s") if words else ""


def spread(rows: pd.DataFrame) -> tuple[float, float]:
    """The smallest and largest number among values and bounds."""
    numbers = rows[["value", "low", "high"]].to_numpy(dtype=float).ravel()
    known = numbers[~pd.isna(numbers)]
    return float(known.min()), float(known.max())


def is_log(rows: pd.DataFrame) -> bool:
    """Whether the numbers span so much that only a logarithmic axis shows them."""
    low, high = spread(rows)
    return low > 0 and high / low >= LOG_FROM
