"""Borders as a text names them: "its border with Syria", "the Turkish-Syrian border".

A border is a line between two countries, so it gets the id of that line and no point. The second
country may be left out; then it is the one that the rest of the text pairs with the first, or the
neighbour on the side that the words state ("the entire border of northern Syria").
"""

from __future__ import annotations

import math
import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from core.extract.gazetteer.lookup import Place
from core.extract.lang.en.places import BEARINGS, DIRECTIONS
from core.extract.places.mention import Mention
from core.shapes import border_id, ids, info

REACH = 250
"""Characters back that "its" may point to."""
WIDEST_TURN = 70.0
"""Degrees between a stated direction and the bearing of a border that still lies there."""

_NOUN = re.compile(r"\b(?:borders?|frontiers?)\b", re.IGNORECASE)
_WITH = re.compile(r"\s(?:areas? |regions? |crossings? )?with (?:neighbou?ring )?(?:the )?$")
_BETWEEN = re.compile(r"\s(?:that runs |running )?between (?:the )?$")
_OF = re.compile(r"\s(?:of|in) (?:the )?(?:(?P<direction>[a-z-]+) )?$")
_JOINED = re.compile(r"^(?:-|–|/| and (?:the )?)$")
_OWN = re.compile(r"(?:\b(?:the|a|its|their|entire|whole|long|shared|common|porous|(?P<direction>[a-z-]+ern)) )*$", re.IGNORECASE)
_AFTER_NAME = re.compile(r"^(?:['’]s?)? (?:(?:long|shared|common|porous|entire|(?P<direction>[a-z-]+ern)) )*$")


class _Draft(NamedTuple):
    """A border noun with what is known of its two countries."""

    start: int
    end: int
    one: Place
    other: Place | None
    direction: str | None


def find_borders(text: str, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """Yield a mention of kind ``border`` for every border whose two countries are known."""
    if "border" not in text and "rontier" not in text and "BORDER" not in text:
        return
    countries = [m for m in mentions if m.chosen and m.chosen.place.country in neighbours()]
    starts = [m.start for m in countries]
    drafts = [d for noun in _NOUN.finditer(text) if (d := _draft(text, noun.start(), noun.end(), countries, starts))]
    pairs = {_pair(d.one, d.other) for d in drafts if d.other}
    named = {m.chosen.place.country for m in countries if m.chosen}
    for draft in drafts:
        pair = _pair(draft.one, draft.other) if draft.other else _completed(draft, pairs, named)
        if pair and pair[1] in neighbours().get(pair[0], ()):
            geometry = border_id(*pair)
            known = info(geometry)
            yield Mention(
                draft.start, draft.end, "", "border", kind="border", geometry=geometry, name=known.name if known else None
            )


def _draft(text: str, start: int, end: int, countries: Sequence[Mention], starts: Sequence[int]) -> _Draft | None:
    i = bisect_left(starts, start)
    right = countries[i] if i < len(countries) else None
    gap = text[end : right.start] if right and right.start - end < 40 else ""
    second = countries[i + 1] if right and i + 1 < len(countries) else None
    if right and second and _BETWEEN.match(gap) and _JOINED.match(text[right.end : second.start]):
        return _Draft(_phrase(text, start), second.end, _place(right), _place(second), None)
    left = countries[i - 1] if i else None
    if right and _WITH.match(gap):
        owner = _owner(text, start, countries[max(0, i - 12) : i], _place(right))
        return _Draft(owner[1], right.end, owner[0], _place(right), None) if owner else None
    if left and (own := _AFTER_NAME.match(text[left.end : start])):
        before = countries[i - 2] if i > 1 else None
        if before and _JOINED.match(text[before.end : left.start]):
            return _Draft(_phrase(text, before.start), end, _place(before), _place(left), None)
        return _Draft(_phrase(text, left.start), end, _place(left), None, own["direction"])
    of = _OF.match(gap)
    if right and of and (of["direction"] is None or of["direction"] in DIRECTIONS):
        return _Draft(_phrase(text, start), right.end, _place(right), None, of["direction"])
    return None


def _owner(text: str, start: int, before: Sequence[Mention], other: Place) -> tuple[Place, int] | None:
    """Whose border it is: the name before, else the last country named that borders on the other."""
    if before and _AFTER_NAME.match(text[before[-1].end : start]):
        return _place(before[-1]), before[-1].start
    for mention in reversed(before):
        place = _place(mention)
        if start - mention.end > REACH:
            break
        if place.country in neighbours().get(other.country, ()):
            return place, _phrase(text, start)
    return None


def _phrase(text: str, start: int) -> int:
    """Start of the noun phrase: with its article, possessive and adjectives."""
    own = _OWN.search(text, max(0, start - 40), start)
    return own.start() if own else start


def _completed(draft: _Draft, pairs: set[tuple[str, str]], named: set[str]) -> tuple[str, str] | None:
    """The pair of a border of which one country is stated."""
    code = draft.one.country
    known = sorted(p for p in pairs if code in p)
    if len(known) == 1:
        return known[0]
    near = [n for n in neighbours().get(code, ()) if n in named]
    if draft.direction:
        near = _towards(draft.one, DIRECTIONS.get(draft.direction, ""), near or list(neighbours().get(code, ())))
    return _codes(code, near[0]) if len(near) == 1 else None


def _towards(place: Place, direction: str, others: Sequence[str]) -> list[str]:
    """The neighbour whose border lies most in a direction; none where none does."""
    turns = []
    for other in others:
        line = info(border_id(place.country, other))
        if line is not None and direction in BEARINGS:
            west, south, east, north = line.bounds
            turns.append((_turn(place, (south + north) / 2, (west + east) / 2, BEARINGS[direction]), other))
    return [min(turns)[1]] if turns and min(turns)[0] <= WIDEST_TURN else []


def _turn(place: Place, lat: float, lon: float, bearing: float) -> float:
    """Degrees between a bearing and the direction from a place to a point."""
    actual = math.degrees(math.atan2((lon - place.lon) * math.cos(math.radians(place.lat)), lat - place.lat))
    return abs((actual - bearing + 180.0) % 360.0 - 180.0)


def _place(mention: Mention) -> Place:
    assert mention.chosen is not None
    return mention.chosen.place


def _pair(one: Place, other: Place | None) -> tuple[str, str]:
    return _codes(one.country, other.country if other else "")


def _codes(a: str, b: str) -> tuple[str, str]:
    return (a, b) if a < b else (b, a)


@lru_cache(maxsize=1)
def neighbours() -> dict[str, tuple[str, ...]]:
    """``{country: countries that it shares a drawn border with}``, ISO codes."""
    found: dict[str, set[str]] = {}
    for line in ids("border:"):
        a, b = line.removeprefix("border:").split("-")
        found.setdefault(a, set()).add(b)
        found.setdefault(b, set()).add(a)
    return {code: tuple(sorted(others)) for code, others in found.items()}
