"""Which place a name means: prior importance, what the words around ask for, and the rest of the text.

A candidate's score is a sum of terms, each a plain number kept readable in ``Weights``:

- prior: what kind of place it is and how many people live there (log 10);
- name: minus something where the name is only an alternate one in some language or time;
- kind: plus where the words around ask for this kind ("Raqqa governorate"), minus where for another;
- container: plus where the text puts it in this country or division ("Paris, Texas");
- country, division: plus the share of the text's other places that lie there;
- near: plus where another place of the text is near.

Context is capped, so that a village never beats a capital only because its country is named.
One sense per discourse: a name means one place in one text.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from core.extract.gazetteer.lookup import ALTERNATE, DEMONYM, Gazetteer, Match, Place
from core.extract.places.mention import Mention

Ask = Callable[[str], tuple[Match, ...]]
"""Another geocoder: the places of a name."""
Group = tuple[str, bool]
"""A key, and whether it stands for a people."""
Vector = tuple[float, float, float]

EARTH_KM = 6371.0
PASSES = 2
MOST_POINTS = 40
"""Places of a text that nearness is measured to; the first ones stand for the rest of a long list."""

LITTLE_KNOWN = 100_000
"""People of a place that needs another name of its country in the text, or one near."""
NEIGHBOURS_KM = 200.0
CHIEF_TOWN = 20_000
SAME_PLACE_KM = 60.0
TOWNS = ("city", "admin2")


@dataclass(frozen=True)
class Weights:
    """What each term of a score is worth; chosen on public geoparsing corpora of news, pages and posts."""

    country: float = 11.0
    region: float = 8.5
    metonym: float = 7.0
    water: float = 6.0
    facility: float = 2.5
    known_facility: float = 4.0
    """More for one that the news names."""
    admin1: float = 2.5
    admin1_decade: float = 0.8
    admin2: float = 2.0
    admin2_decade: float = 0.5
    city: float = 0.0
    decade: float = 1.15
    """Score of a tenfold population."""
    seat: float = 0.4
    capital: float = 1.5
    alternate: float = -2.5
    exact: float = 0.5
    """For a name spelled as the gazetteer spells the place."""
    kind_asked: float = 2.5
    kind_other: float = -2.0
    contained: float = 6.0
    not_contained: float = -3.0
    country_share: float = 3.5
    division_share: float = 4.5
    near: float = 2.8
    near_km: float = 120.0
    doubt: float = 1.0
    """Votes that a text is short of: what one other name says counts half."""
    people_vote: float = 0.5
    """A demonym's say in where the text is, against a place's 1."""
    country_vote: float = 0.8

    @property
    def most_context(self) -> float:
        """The most that context can add: the cap."""
        return self.country_share + self.division_share + self.near


WEIGHTS = Weights()


def prior(match: Match, surface: str = "", weights: Weights = WEIGHTS) -> float:
    """Score of a candidate before any context."""
    place, w = match.place, weights
    if place.kind == "city":
        score = w.city + w.decade * math.log10(place.population + 10) + (0.0, w.seat, w.capital)[place.seat]
    elif place.kind == "admin1":
        score = w.admin1 + w.admin1_decade * math.log10(place.population + 10)
    elif place.kind == "admin2":
        score = w.admin2 + w.admin2_decade * math.log10(place.population + 10)
    else:
        score = getattr(w, place.kind) + (w.known_facility if place.kind == "facility" and place.seat else 0.0)
    if match.flag >= ALTERNATE and match.flag != DEMONYM:
        score += w.alternate
    elif place.name.lower() == surface.lower():
        score += w.exact
    return score


def vector(place: Place) -> Vector:
    """The point of the unit sphere where a place is."""
    lat, lon = math.radians(place.lat), math.radians(place.lon)
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)


def km(a: Place, b: Place) -> float:
    """Great-circle distance, kilometres."""
    (p, q, r), (x, y, z) = vector(a), vector(b)
    return EARTH_KM * math.acos(max(-1.0, min(1.0, p * x + q * y + r * z)))


def resolve(mentions: Sequence[Mention], gazetteer: Gazetteer, ask: Ask | None = None, weights: Weights = WEIGHTS) -> None:
    """Choose a place for every mention that has candidates, in place.

    With ``ask``, candidates come from there; from the gazetteer where it has none.
    """
    groups: dict[Group, list[Mention]] = defaultdict(list)
    for mention in mentions:
        mention.matches = (ask(mention.key) if ask and not mention.demonym else ()) or _candidates(mention, gazetteer)
        if mention.matches:
            groups[mention.key, mention.demonym].append(mention)
    base = {group: _base(members, gazetteer, weights) for group, members in groups.items()}
    for group, members in groups.items():
        _choose(members, base[group])
    open_groups = [g for g in groups if _is_open(base[g], weights)]
    for group in open_groups:
        base[group] = dict(sorted(base[group].items(), key=lambda item: -item[1][0]))
    for _ in range(PASSES if open_groups and len(groups) > 1 else 0):
        votes = Votes(groups, weights)
        changed = False
        for group in open_groups:
            changed |= _choose(groups[group], votes.hear(group, base[group]))
        if not changed:
            break
    if ask is None:
        _unpin(groups)


def _unpin(groups: dict[Group, list[Mention]]) -> None:
    """Take its place from a town that nothing in the text speaks for, in place.

    A town of few people in a country that no other name of the text lies in, and with no other town
    of the text near, is a namesake of what is meant: on public geoparsing corpora one in ten such was right.
    """
    chosen = {group: members[0].chosen.place for group, members in groups.items() if members[0].chosen}
    countries = Counter(place.country for place in chosen.values())
    if len(countries) < 2:
        return
    for group, place in chosen.items():
        alone = countries[place.country] == 1 and place.kind in TOWNS and place.population < LITTLE_KNOWN and place.seat < 2
        alone = alone and not _only_chief_town(place, groups[group][0].matches)
        if alone and not any(p.kind in TOWNS and p is not place and km(p, place) < NEIGHBOURS_KM for p in chosen.values()):
            for mention in groups[group]:
                mention.chosen = None


def _only_chief_town(place: Place, matches: Sequence[Match]) -> bool:
    """Whether a name is that of one place alone, a division's chief town of some size: Aqaba, with its governorate."""
    chief = any(m.place.seat and m.place.kind == "city" and m.place.population >= CHIEF_TOWN for m in matches)
    return chief and all(m.place.id == place.id or km(m.place, place) < SAME_PLACE_KM for m in matches)


def _candidates(mention: Mention, gazetteer: Gazetteer) -> tuple[Match, ...]:
    found = gazetteer.matches(mention.key) or gazetteer.by_sound(mention.key)
    if mention.demonym:
        return tuple(m for m in found if m.flag == DEMONYM)
    return tuple(m for m in found if m.flag != DEMONYM) or found


Scored = dict[int, tuple[float, Match]]
"""Score and match by place id."""


def _is_open(scored: Scored, weights: Weights) -> bool:
    """Whether context could change the choice."""
    ranked = sorted((s for s, _ in scored.values()), reverse=True)
    return len(ranked) > 1 and ranked[0] - ranked[1] < weights.most_context


def _base(members: list[Mention], gazetteer: Gazetteer, weights: Weights) -> Scored:
    """Score of each candidate by its name, kind and containers."""
    matches = members[0].matches
    is_country = matches[0].place.kind == "country" and matches[0].flag < ALTERNATE
    asked = next((m.kinds for m in members if m.kinds), ())
    if is_country and "country" not in asked and "admin1" not in asked[:1]:
        asked = ()
    if not any(m.place.kind in asked for m in matches):
        asked = ()
    inside = _inside(members, gazetteer, is_country)
    scored: Scored = {}
    for match in matches:
        score = prior(match, members[0].surface, weights)
        if asked:
            score += weights.kind_asked if match.place.kind in asked else weights.kind_other
        if inside:
            score += weights.contained if any(contains(p, match.place) for p in inside) else weights.not_contained
        scored[match.place.id] = (score, match)
    if not asked:
        _prefer_cities(scored)
    return scored


def _inside(members: list[Mention], gazetteer: Gazetteer, is_country: bool) -> list[Place]:
    """The countries and divisions that the text puts a name in and that hold a candidate.

    A country's name is another place's only where a division follows ("Lebanon, Pennsylvania").
    """
    found = [p for m in members for c in m.containers for p in _containers(c, gazetteer)]
    if is_country:
        found = [p for p in found if p.kind != "country"]
    matches = members[0].matches
    return [p for p in found if any(contains(p, m.place) for m in matches)]


def _containers(key: str, gazetteer: Gazetteer) -> list[Place]:
    found = gazetteer.matches(key)[:8]
    return [m.place for m in found if m.place.kind in ("country", "admin1") or (m.place.kind == "admin2" and " " in key)]


def contains(outer: Place, inner: Place) -> bool:
    """Whether one place lies in a country or division, by their codes."""
    if outer.id == inner.id or outer.country != inner.country or inner.kind == "country":
        return False
    if outer.kind == "country":
        return True
    if outer.kind == "admin1":
        return outer.admin1 == inner.admin1 and inner.kind != "admin1"
    return outer.geonameid is not None and outer.geonameid == inner.admin2


def _prefer_cities(scored: Scored) -> None:
    """A bare name that a division shares with its chief city means the city: Aleppo, Kandahar."""
    cities: dict[tuple[str, str], float] = {}
    for score, match in scored.values():
        if match.place.kind == "city" and (match.place.seat or match.place.population > 50_000):
            where = match.place.country, match.place.admin1
            cities[where] = max(score, cities.get(where, -9.0))
    for number, (score, match) in scored.items():
        city = cities.get((match.place.country, match.place.admin1))
        if city is not None and match.place.kind in ("admin1", "admin2"):
            scored[number] = (min(score, city - 0.3), match)


def _choose(members: list[Mention], scored: Scored) -> bool:
    """Give the mentions of a group their best match; whether it is another than before."""
    before = members[0].chosen
    best = max(scored.values(), key=lambda s: (s[0], -s[1].place.id))[1]
    scores = {n: s for n, (s, _) in scored.items()}
    for mention in members:
        mention.chosen = best
        mention.scores = scores
    return best is not before


class Votes:
    """How much of a text lies in each country and division, and where its places are."""

    def __init__(self, groups: dict[Group, list[Mention]], weights: Weights) -> None:
        self.weights = weights
        self.country: dict[str, float] = Counter()  # type: ignore[assignment]
        self.division: dict[tuple[str, str], float] = Counter()  # type: ignore[assignment]
        self.own: dict[Group, tuple[Place, float]] = {}
        for group, members in groups.items():
            chosen = members[0].chosen
            assert chosen is not None
            place = chosen.place
            worth = weights.people_vote if group[1] else weights.country_vote if place.kind == "country" else 1.0
            weight = worth * (1.0 + math.log(len(members)))
            self.own[group] = (place, weight)
            if place.country:
                self.country[place.country] += weight
                if place.admin1:
                    self.division[place.country, place.admin1] += weight
        self.total, self.divided = sum(self.country.values()), sum(self.division.values())
        near = ("city", "admin2", "facility", "admin1", "metonym")
        self.points = [(g, vector(p)) for g, (p, _) in self.own.items() if p.kind in near][:MOST_POINTS]

    def hear(self, group: Group, scored: Scored) -> Scored:
        """The candidates of ``group``, best first, with what the other names of the text add.

        Nearness, which costs most, is measured only for those that it could still make the best.
        """
        heard: Scored = {}
        best = next(iter(scored.values()))[0]
        least, leader = best - self.weights.most_context, -math.inf
        for number, (score, match) in scored.items():
            if score > least:
                score += self._share(group, match.place)
                if score + self.weights.near > leader and match.place.kind in ("city", "admin2", "facility"):
                    score += self.weights.near * math.exp(-self._nearest(group, match.place) / self.weights.near_km)
                leader = max(leader, score)
            heard[number] = (score, match)
        return heard

    def _share(self, group: Group, place: Place) -> float:
        """What the share of the text's other places in its country and division is worth."""
        w = self.weights
        own, weight = self.own[group]
        total = self.total - (weight if own.country else 0.0)
        score = 0.0
        if place.country and total > 0:
            mine = self.country.get(place.country, 0.0) - (weight if own.country == place.country else 0.0)
            score += w.country_share * mine / (total + w.doubt)
        divided = self.divided - (weight if own.admin1 else 0.0)
        if place.admin1 and divided > 0:
            same = own.country == place.country and own.admin1 == place.admin1
            mine = self.division.get((place.country, place.admin1), 0.0) - (weight if same else 0.0)
            score += w.division_share * mine / (divided + w.doubt)
        return score

    def _nearest(self, group: Group, place: Place) -> float:
        """Kilometres to the nearest other place of the text."""
        x, y, z = vector(place)
        best = max((x * p + y * q + z * r for g, (p, q, r) in self.points if g != group), default=-1.0)
        return EARTH_KM * math.acos(max(-1.0, min(1.0, best)))
