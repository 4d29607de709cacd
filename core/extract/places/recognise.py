"""The place names of a text: the gazetteer's names weighed by evidence, and the model's other places.

Linear in the text; never raises.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from core.extract.gazetteer.lookup import Gazetteer
from core.extract.gazetteer.names import name_key
from core.extract.lang.en.places import (
    COMMON_WORDS,
    KINDS_AFTER,
    KINDS_BEFORE,
    LANDSCAPES,
    NEVER_ALONE,
    NOT_PLACES,
)
from core.extract.places.evidence import (
    PLACE_LABELS,
    THRESHOLD,
    WEIGHTS,
    Context,
    bare_key,
    capital_before,
    evidence,
    governing,
    is_demonym,
    listed,
    named_for_it,
    neighbour,
    of_a_person,
    refused,
)
from core.extract.places.mention import Mention
from core.extract.places.words import Name, names

_KIND_NOUN = re.compile(r"[ -]([^\W\d_]+)")
_FACILITY = re.compile(
    r" (?:international airport|military airport|air(?:port|field|base| base)|naval (?:base|facility)|refugee camp|camp|dam|crossing|prison)\b",
    re.IGNORECASE,
)
_LANDSCAPE = re.compile(r" (?:gap|plains?|basin|corridor|valley|heights|highlands|mountains|range|pass|spit|gorge|reef|shoal)\b", re.IGNORECASE)
_IN = re.compile(r"(?:,? in| of)(?: the)?(?: [a-z-]+){0,2} $|^(?:,? in| of)(?: the)? $")
_PEOPLES = re.compile(r"^(?:['’]s)?(?: [a-z][a-z-]*){0,3} (?:of |)(?:the )?$|^['’]s $")

_NO_NOUN = re.compile(r"[.,;:)]|$| (?:and|are|as|at|but|by|for|from|had|has|in|is|of|on|or|that|to|was|were|which|with)\b")
WITH_ARTICLE = ("region", "water", "admin1")
"""Kinds of place whose bare name takes an article: "in the Yukon" is not in the town of Yukon."""


REACH = 2.4
"""The most that the other names of a text can add to a name's evidence."""


@dataclass(slots=True)
class _Weighed:
    """A name with the sum of its evidence."""

    name: Name
    mention: Mention
    score: float
    person: bool = False
    """Whether it is a word of someone's full name: then only places on both sides in a list make it one."""


def recognise(context: Context, gazetteer: Gazetteer) -> list[Mention]:
    """The place names of a text, in order, none overlapping; not yet resolved."""
    weighed = [w for name in names(context.text, context.words, gazetteer) if (w := _weigh(name, context))]
    _hear_the_others(weighed, context.text, gazetteer)
    found = [w.mention for w in weighed if w.score > THRESHOLD]
    for mention in found:
        if not _join_noun(mention, context.text, gazetteer):
            _ask_kind(mention, context, gazetteer)
    found += _unlisted(context, [(m.start, m.end) for m in found])
    found.sort(key=lambda m: m.start)
    for left, right in pairwise(found):
        _link(left, right, context.text)
    return found


def _weigh(name: Name, context: Context) -> _Weighed | None:
    """A name with its own evidence; ``None`` where no other names could make it a place."""
    entity = context.entity(name.start, name.end)
    label = entity.label if entity else ""
    if is_demonym(name, label, context):
        return _Weighed(name, Mention(name.start, name.end, name.key, "gazetteer-demonym", demonym=True), THRESHOLD + 1)
    before = neighbour(context.words, name.first - 1, context.text, -1)
    after = neighbour(context.words, name.last + 1, context.text, 1)
    if refused(name, context, before):
        return None
    signs = evidence(name, context, before, after)
    score = sum(WEIGHTS[s] for s in signs)
    person = of_a_person(name, context)
    if score + (WEIGHTS["listed"] if person else REACH) <= THRESHOLD:
        return None
    rule = "model-place" if label in PLACE_LABELS else "gazetteer-dateline" if "dateline" in signs else "gazetteer-name"
    surface = context.text[name.start : name.end]
    return _Weighed(name, Mention(name.start, name.end, name.key, rule, surface), score, person)


def _hear_the_others(weighed: list[_Weighed], text: str, gazetteer: Gazetteer) -> None:
    """Add what the other names of the text say: names beside in a list, and names in the same country."""
    taken = [w.score > THRESHOLD for w in weighed]
    countries = Counter(_countries(w.name, gazetteer)[0] for w, sure in zip(weighed, taken, strict=True) if sure)
    for i, w in enumerate(weighed):
        if taken[i]:
            continue
        before = i > 0 and taken[i - 1] and listed(text, weighed[i - 1].name.end, w.name.start)
        after = i + 1 < len(weighed) and taken[i + 1] and listed(text, w.name.end, weighed[i + 1].name.start)
        if (before and after) if w.person else (before or after):
            w.score += WEIGHTS["listed"]
        if w.person or w.score + WEIGHTS["same-country"] <= THRESHOLD:
            continue
        first, *others = _countries(w.name, gazetteer)
        if countries[first] and first:
            w.score += WEIGHTS["same-country"]
        elif any(countries[c] for c in others if c):
            w.score += WEIGHTS["other-country"]


def _countries(name: Name, gazetteer: Gazetteer) -> list[str]:
    """The countries of the four best known places of a name."""
    return [m.place.country for m in gazetteer.matches(name.key)[:4]] or [""]


def _join_noun(mention: Mention, text: str, gazetteer: Gazetteer) -> bool:
    """Let a noun behind join the name where the gazetteer has both together: "Hmeimim air base", "the Suwalki gap"."""
    facility = _FACILITY.match(text, mention.end)
    noun = facility or _LANDSCAPE.match(text, mention.end)
    key = name_key(text[mention.start : noun.end()]) if noun and not mention.demonym else ""
    if not key or key not in gazetteer:
        return False
    mention.end, mention.key, mention.kinds = noun.end(), key, ("facility",) if facility else ("region", "water")  # type: ignore[union-attr]
    mention.surface = text[mention.start : mention.end]
    return True


def _ask_kind(mention: Mention, context: Context, gazetteer: Gazetteer) -> None:
    """Note the kinds of place that the words around ask for; a capitalised noun joins the name."""
    text = context.text
    own = mention.key.rpartition(" ")
    if own[0] and own[2] in KINDS_AFTER:
        mention.kinds = KINDS_AFTER[own[2]]
        return
    after = _KIND_NOUN.match(text, mention.end)
    if after and after[1].lower() in KINDS_AFTER:
        mention.kinds = KINDS_AFTER[after[1].lower()]
        if after[1][0].isupper() and text[mention.end] == " ":
            mention.end = after.end()
            if after[1].lower() in LANDSCAPES:
                _only_as_such(mention, text, gazetteer)
        return
    if text[max(0, mention.start - 5) : mention.start] == "Lake ":
        mention.start, mention.kinds = mention.start - 5, ("water",)
        _only_as_such(mention, text, gazetteer)
        return
    before = governing(text, mention.start)
    noun = before.of or (before.noun if before.noun.islower() else "")
    if noun.lower() in KINDS_BEFORE:
        mention.kinds = KINDS_BEFORE[noun.lower()]
    elif before.article and _NO_NOUN.match(text, mention.end):
        mention.kinds = WITH_ARTICLE


def _only_as_such(mention: Mention, text: str, gazetteer: Gazetteer) -> None:
    """Look for the whole name where no place of the kind bears the bare one: no town for "Black Rock Desert"."""
    if not any(m.place.kind in mention.kinds for m in gazetteer.matches(mention.key)):
        mention.key = name_key(text[mention.start : mention.end])


def _link(left: Mention, right: Mention, text: str) -> None:
    """Note which of two neighbouring names lies in the other: "A, B", "A (B)", "A in northern B", "B's city of A"."""
    gap = text[left.end : right.start]
    if left.key == right.key or len(gap) > 40 or "." in gap or "\n" in gap:
        return
    if gap in (", ", " (", ",") or _IN.match(gap):
        left.containers += (right.key, *right.containers)
    elif _PEOPLES.match(gap) and (left.demonym or gap[:1] in "'’"):
        right.containers += (left.key,)


def _unlisted(context: Context, taken: list[tuple[int, int]]) -> list[Mention]:
    """The model's places that the gazetteer does not have under that name."""
    found = []
    starts = [s for s, _ in taken]
    for e in context.entities:
        if e.label not in PLACE_LABELS:
            continue
        i = bisect_right(starts, e.start)
        overlaps = (i > 0 and taken[i - 1][1] > e.start) or (i < len(taken) and taken[i][0] < e.end)
        surface = context.text[e.start : e.end]
        if overlaps or not any(c.isupper() for c in surface) or "\n" in surface.strip() or context.taken[bare_key(surface)] <= 0:
            continue
        start = e.start + (4 if surface[:4].lower() == "the " else 0)
        end = e.end - (2 if surface.endswith(("'s", "’s")) else 0)
        key = bare_key(context.text[start:end])
        named_so = key in NOT_PLACES or named_for_it(context.text, end, key, capital_before(context.text, start))
        if key and key not in NEVER_ALONE and key not in COMMON_WORDS and not named_so:
            found.append(Mention(start, end, key, "model-place"))
    return found
