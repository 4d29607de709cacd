"""Which of Natural Earth's provinces make up which divisions and territories of GeoNames.

The two sets share no code that can be trusted: France has departments in one and
regions in the other, and FIPS codes were given anew. So the cities decide: provinces
nearly all of whose GeoNames cities belong to a set of divisions make up that set,
where nearly all of its cities lie in the provinces so found. Where Natural Earth is
older and coarser than GeoNames nothing is drawn, rather than the wrong area.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence
from typing import Any

import numpy as np
import shapely

from core.shapes_data.sources import City

PURE, COMPLETE = 0.75, 0.7
LIKELY, PRESENT = 0.65, 0.35
"""The same, where Natural Earth's own code of the province says so too."""
"""Least share of a province's cities in the divisions, and of the divisions' cities in their provinces."""


class Census:
    """The GeoNames cities that lie in each province."""

    def __init__(self, geometries: Sequence[Any], cities: Sequence[City], labels: Sequence[str] = ()) -> None:
        self._labels = dict(enumerate(labels))
        points = shapely.points(np.array([(c.lon, c.lat) for c in cities]))
        pairs = shapely.STRtree(points).query(np.array(geometries, dtype=object), predicate="intersects")
        self.inside: dict[int, Counter[str]] = defaultdict(Counter)
        self._provinces: dict[str, set[int]] = defaultdict(set)
        for province, city in zip(*pairs.tolist(), strict=True):
            self.inside[province][cities[city].code] += 1
            self._provinces[cities[city].code].add(province)

    @property
    def codes(self) -> list[str]:
        """The divisions that have a city in some province, sorted."""
        return sorted(self._provinces)

    def provinces_of(self, codes: Collection[str]) -> list[int]:
        """Numbers of the provinces that make up these divisions; empty where they fit none."""
        touched = sorted({n for code in codes for n in self._provinces.get(code, ())})
        found = [n for n in touched if self._cities(n, codes) >= PURE * self.inside[n].total()]
        all_cities = sum(self._cities(n, codes) for n in touched)
        if found and sum(self._cities(n, codes) for n in found) >= COMPLETE * all_cities:
            return found
        labelled = [n for n in touched if self._labels.get(n) in codes and self._cities(n, codes) >= LIKELY * self.inside[n].total()]
        return labelled if sum(self._cities(n, codes) for n in labelled) > PRESENT * all_cities else []

    def _cities(self, province: int, codes: Collection[str]) -> int:
        return sum(self.inside[province][code] for code in codes)

    def country_of(self, province: int, otherwise: str, known: Collection[str]) -> str:
        """The ISO code of a territory that Natural Earth counts to another country, such as French Guiana.

        Only a code that Natural Earth has no country for is taken from the cities: it
        never decides to whom a disputed province belongs.
        """
        countries = Counter[str]()
        for code, n in self.inside.get(province, {}).items():
            countries[code.split(".")[0]] += n
        (iso, n) = countries.most_common(1)[0] if countries else ("", 0)
        return iso if iso and iso not in known and n >= PURE * countries.total() else otherwise
