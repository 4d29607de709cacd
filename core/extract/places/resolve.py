"""Which place a name means: prior importance, what the words around ask for, and the rest of the text.

A candidate's score is a sum of terms, each a plain number kept readable here:

- prior: what kind of place it is and how many people live there (log 10);
- name: minus something where the name is only an alternate one in some language or time;
- kind: plus where the words around ask for this kind ("Raqqa governorate"), minus where for another;
- container: plus where the text puts it in this country or division ("Paris, Texas");
- country, division: plus the share of the text's other places that lie there;
- near: plus where other places of the text are near.

Context is capped, so that a village never beats a capital only because its country is named.
One sense per discourse: a name means one place in one text, unless kinds differ.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Sequence

from core.extract.gazetteer.lookup import ALTERNATE, DEMONYM, Gazetteer, Match, Place
from core.extract.places.mention import Mention

PRIOR = {"country": 11.0, "region": 8.5, "metonym": 6.5, "admin1": 7.0, "water": 6.0, "admin2": 2.0, "facility": 2.5, "city": 0.0}
PER_DECADE = 1.15
"""Score of a tenfold population."""
SEAT, CAPITAL = 0.8, 1.0
NOT_ITS_NAME = -2.5
KIND_ASKED, KIND_OTHER = 3.0, -2.0
CONTAINED = 7.0
NOT_CONTAINED = -3.0
COUNTRY_SHARE, DIVISION_SHARE, NEAR = 3.5, 2.5, 2.5
NEAR_KM = 120.0
PASSES = 2
LEAST = -1.0


def prior(match: Match) -> float:
    """Score of a candidate before any context."""
    place = match.place
    score = PRIOR[place.kind]
    if place.kind in ("city", "admin2", "admin1"):
        weight = PER_DECADE if place.kind == "city" else 0.45 if place.kind == "admin2" else 0.2
        score += weight * math.log10(place.population + 10)
        score += SEAT if place.seat else 0.0
    if match.flag >= ALTERNATE:
        score += NOT_ITS_NAME
    return score


def km(a: Place, b: Place) -> float:
    """Great-circle distance, kilometres (haversine)."""
    p, q = math.radians(a.lat), math.radians(b.lat)
    x = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b.lon - a.lon) / 2) ** 2
    return 12742.0 * math.asin(min(1.0, math.sqrt(x)))


def resolve(mentions: Sequence[Mention], gazetteer: Gazetteer) -> None:
    """Choose a place for every mention that has candidates, in place."""
    groups: dict[tuple[str, bool], list[Mention]] = defaultdict(list)
    for mention in mentions:
        mention.matches = _candidates(mention, gazetteer)
        if mention.matches:
            groups[mention.key, mention.demonym].append(mention)
    base = {group: _base(members, gazetteer) for group, members in groups.items()}
    for group, members in groups.items():
        _choose(members, base[group])
    for _ in range(PASSES):
        votes = Votes(groups)
        scores = {g: {n: s + votes.bonus(g, m) for n, (s, m) in base[g].items()} for g in groups}
        for group, members in groups.items():
            _choose(members, {n: (s, base[group][n][1]) for n, s in scores[group].items()})


def _candidates(mention: Mention, gazetteer: Gazetteer) -> tuple[Match, ...]:
    found = gazetteer.matches(mention.key) or gazetteer.by_sound(mention.key)
    if mention.demonym:
        return tuple(m for m in found if m.flag == DEMONYM)
    return tuple(m for m in found if m.flag != DEMONYM) or found


def _base(members: list[Mention], gazetteer: Gazetteer) -> dict[int, tuple[float, Match]]:
    """Context-free score of each candidate, by place id."""
    kinds = Counter(k for m in members for k in m.kinds[:1])
    asked = members[0].kinds if kinds else ()
    if kinds:
        asked = next(m.kinds for m in members if m.kinds)
    inside = [p for m in members for c in m.containers for p in _containers(c, gazetteer)]
    scored: dict[int, tuple[float, Match]] = {}
    for match in members[0].matches:
        score = prior(match)
        if asked:
            score += KIND_ASKED if match.place.kind in asked else KIND_OTHER
        if inside:
            score += CONTAINED if any(contains(p, match.place) for p in inside) else NOT_CONTAINED
        scored[match.place.id] = (score, match)
    return scored


def _containers(key: str, gazetteer: Gazetteer) -> list[Place]:
    return [m.place for m in gazetteer.matches(key)[:8] if m.place.kind in ("country", "admin1", "admin2")]


def contains(outer: Place, inner: Place) -> bool:
    """Whether one place lies in a country or division, by their codes."""
    if outer.id == inner.id or outer.country != inner.country:
        return False
    if outer.kind == "country":
        return True
    if outer.kind == "admin1":
        return outer.admin1 == inner.admin1
    return outer.geonameid is not None and outer.geonameid == inner.admin2


def _choose(members: list[Mention], scored: dict[int, tuple[float, Match]]) -> None:
    best = max(scored.values(), key=lambda s: (s[0], -s[1].place.id))[1]
    for mention in members:
        mention.chosen = best
        mention.scores = {n: s for n, (s, _) in scored.items()}


class Votes:
    """How much of a text lies in each country and division, and where its places are."""

    def __init__(self, groups: dict[tuple[str, bool], list[Mention]]) -> None:
        self.country: Counter[str] = Counter()
        self.division: Counter[tuple[str, str]] = Counter()
        self.own: dict[tuple[str, bool], tuple[Place, float]] = {}
        for group, members in groups.items():
            chosen = members[0].chosen
            assert chosen is not None
            weight = 1.0 + math.log(len(members))
            self.own[group] = (chosen.place, weight)
            if chosen.place.country:
                self.country[chosen.place.country] += weight  # type: ignore[assignment]
                if chosen.place.admin1:
                    self.division[chosen.place.country, chosen.place.admin1] += weight  # type: ignore[assignment]
        self.points = [(g, p) for g, (p, _) in self.own.items() if p.kind in ("city", "admin2", "facility", "admin1", "metonym")]
        self.total = sum(self.country.values())
        self.divided = sum(self.division.values())

    def bonus(self, group: tuple[str, bool], match: Match) -> float:
        """What the other names of the text add to a candidate of ``group``."""
        place = match.place
        own, weight = self.own[group]
        total = self.total - (weight if own.country else 0.0)
        score = 0.0
        if place.country and total > 0:
            mine = self.country[place.country] - (weight if own.country == place.country else 0.0)
            score += COUNTRY_SHARE * mine / total
        divided = self.divided - (weight if own.admin1 else 0.0)
        if place.admin1 and divided > 0 and place.kind != "admin1":
            same = own.country == place.country and own.admin1 == place.admin1
            mine = self.division[place.country, place.admin1] - (weight if same else 0.0)
            score += DIVISION_SHARE * mine / divided
        if place.kind in ("city", "admin2", "facility"):
            near = min((km(place, p) for g, p in self.points if g != group), default=1e5)
            score += NEAR * math.exp(-near / NEAR_KM) if near < 600 else 0.0
        return score
