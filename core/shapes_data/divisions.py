"""Which of Natural Earth's provinces make up which first-order division of GeoNames.

The two sets share no code that can be trusted: France has departments in one and
regions in the other, and FIPS codes were given anew. So the cities decide: a province
belongs to the division that nearly all of its GeoNames cities belong to, and a
division is drawn only where nearly all of its cities lie in the provinces so found.
Where Natural Earth is older and coarser than GeoNames nothing is drawn, rather than
the wrong area.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

import numpy as np
import shapely

from core.shapes_data.sources import City

PURE = 0.8
"""Least share of a province's cities in one division, and of a division's cities in its provinces."""


def members(geometries: Sequence[Any], cities: Sequence[City]) -> dict[str, list[int]]:
    """``{admin1 code: numbers of the provinces that it is made of}``."""
    inside = _cities_inside(geometries, cities)
    found: dict[str, list[int]] = defaultdict(list)
    for number, codes in sorted(inside.items()):
        code, n = codes.most_common(1)[0]
        if n >= PURE * codes.total():
            found[code].append(number)
    total = Counter(city.code for city in cities)
    return {code: numbers for code, numbers in sorted(found.items()) if sum(inside[n][code] for n in numbers) >= PURE * total[code]}


def _cities_inside(geometries: Sequence[Any], cities: Sequence[City]) -> dict[int, Counter[str]]:
    points = shapely.points(np.array([(c.lon, c.lat) for c in cities]))
    tree = shapely.STRtree(points)
    inside: dict[int, Counter[str]] = defaultdict(Counter)
    for province, city in zip(*tree.query(np.array(geometries, dtype=object), predicate="intersects").tolist(), strict=True):
        inside[province][cities[city].code] += 1
    return inside
