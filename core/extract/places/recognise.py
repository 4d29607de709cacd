"""Which of the gazetteer's names in a text are places there: grammar and the model's entities.

Each rule that takes or refuses a name is a function below; the rule that took it is kept on the
mention. Linear in the text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from core.extract.gazetteer.lookup import ALIAS, DEMONYM, Gazetteer
from core.extract.gazetteer.names import name_key
from core.extract.lang.en.places import (
    COMMON_WORDS,
    GIVEN_NAMES,
    KINDS_AFTER,
    KINDS_BEFORE,
    MERE_LINKS,
    ORG_HEADS,
    PERSON_TITLES,
    PLACE_CUES,
    SAID_AFTER,
    STREETS,
    SURNAMES,
    WEAK_CUES,
)
from core.extract.places.mention import EntitySpan, Mention
from core.extract.places.words import Name, Word, capitalised, names

PLACE_LABELS = frozenset(("GPE", "LOC"))
LARGE, MIDDLE, SMALL = 3, 2, 1
"""How much a name is a place by the gazetteer alone."""
LARGE_RANK = 3100
MIDDLE_RANK = 40_000
"""Ranks of importance (place ids): the first takes in countries, regions, first-order divisions and great cities."""

_BEFORE = re.compile(r"([\w.'’-]+)\s+(?:the\s+)?$")
_OF = re.compile(r"([\w-]+)\s+of\s+(?:the\s+)?$")
_AFTER = re.compile(r"[ -]([a-z][\w-]*)")
_CONTAINED = re.compile(r",\s+(?=[A-Z])|\s+\((?=[A-Z])")


@dataclass(frozen=True)
class Context:
    """A text with its entities and words, as the rules read it."""

    text: str
    entities: Sequence[EntitySpan]
    starts: Sequence[int]
    words: list[Word]
    people: frozenset[str]
    """Keys of the words of people's full names."""
    places: frozenset[str]
    """Keys that the model takes for a place somewhere in the text."""

    def entity(self, start: int, end: int) -> EntitySpan | None:
        """The entity that overlaps a span."""
        i = bisect_right(self.starts, start) - 1
        if i >= 0 and self.entities[i].end > start:
            return self.entities[i]
        i += 1
        return self.entities[i] if i < len(self.entities) and self.entities[i].start < end else None


def read(text: str, entities: Iterable[EntitySpan]) -> Context:
    """What the rules need to know of a text."""
    kept = sorted(e for e in entities if e.end > e.start)
    people: set[str] = set()
    places: set[str] = set()
    for e in kept:
        if e.label == "PERSON":
            parts = text[e.start : e.end].split()
            if len(parts) > 1 and len(parts) < 5:
                people.update(name_key(p) for p in parts)
        elif e.label in PLACE_LABELS:
            places.add(bare_key(text[e.start : e.end]))
    return Context(text, kept, [e.start for e in kept], capitalised(text), frozenset(people), frozenset(places))


def bare_key(name: str) -> str:
    """The key of a name without its article and its possessive."""
    return name_key(re.sub(r"^[Tt]he\s+|['’]s?$", "", name.strip()))


def size(name: Name) -> int:
    """``LARGE``, ``MIDDLE`` or ``SMALL``: how well known the best place of that name is."""
    best = min((n for n, flag in name.flags if flag <= ALIAS), default=None)
    if best is None:
        best = 4 * min(n for n, _ in name.flags)
    return LARGE if best < LARGE_RANK else MIDDLE if best < MIDDLE_RANK else SMALL


def recognise(context: Context, gazetteer: Gazetteer) -> list[Mention]:
    """The place names of a text, in order, none overlapping; not yet resolved."""
    found: list[Mention] = []
    for name in names(context.text, context.words, gazetteer):
        mention = _judge(name, context)
        if mention:
            found.append(mention)
    taken = [(m.start, m.end) for m in found]
    found += _unlisted(context, taken)
    return sorted(found, key=lambda m: m.start)


def _judge(name: Name, context: Context) -> Mention | None:
    text, words = context.text, context.words
    entity = context.entity(name.start, name.end)
    label = entity.label if entity else ""
    if _is_demonym(name, label, text):
        return Mention(name.start, name.end, name.key, "gazetteer-demonym", demonym=True, sure=True)
    before = _neighbour(words, name.first - 1, text, -1)
    after = _neighbour(words, name.last + 1, text, 1)
    rule = _rule(name, context, entity, before, after)
    if rule is None:
        return None
    mention = Mention(name.start, name.end, name.key, rule, sure=rule.startswith("model"))
    return mention


def _is_demonym(name: Name, label: str, text: str) -> bool:
    if not any(flag == DEMONYM for _, flag in name.flags):
        return False
    return label == "NORP" or all(flag == DEMONYM or n > LARGE_RANK for n, flag in name.flags)


def _neighbour(words: Sequence[Word], i: int, text: str, side: int) -> str:
    """The capitalised word right beside a name, lower case; empty where there is none."""
    if not 0 <= i < len(words):
        return ""
    gap = text[words[i].end : words[i + 1].start] if side < 0 else text[words[i - 1].end : words[i].start]
    word = words[i].text.lower().rstrip(".")
    return word if gap in (" ", "-", ". ") and not (side < 0 and word in MERE_LINKS) and not (gap == ". " and side > 0) else ""


def _cue(text: str, name: Name) -> int:
    """2 after a preposition of place, 1 after one that may be, else 0."""
    m = _BEFORE.search(text, max(0, name.start - 30), name.start)
    word = m[1].lower() if m else ""
    return 2 if word in PLACE_CUES else 1 if word in WEAK_CUES else 0


def _rule(name: Name, context: Context, entity: EntitySpan | None, before: str, after: str) -> str | None:
    label = entity.label if entity else ""
    surface = context.text[name.start : name.end]
    whole = entity is not None and bare_key(context.text[entity.start : entity.end]) == name.key
    if before in PERSON_TITLES and size(name) < LARGE:
        return None
    if label in PLACE_LABELS:
        return _in_place_entity(name, context, entity, whole, before, after)
    if _street_or_team(before, after) and not (whole and label == "FAC"):
        return None if size(name) < LARGE or after in ORG_HEADS else "gazetteer-in-name"
    if label == "PERSON" and not whole and name.last - name.first + 1 < len(surface.split()) + 1 and entity and " " in context.text[entity.start : entity.end].strip():
        inside = entity.start <= name.start and name.end <= entity.end
        if inside and not (size(name) == LARGE and name.key in context.places):
            return None
    if _is_person(name, context, label, whole):
        return None
    if not entity or whole or label in ("NORP", "CARDINAL", "DATE", "MONEY"):
        return _alone(name, context, label, before, after)
    return _inside(name, context, entity, before, after)


def _in_place_entity(name: Name, context: Context, entity: EntitySpan | None, whole: bool, before: str, after: str) -> str | None:
    if whole:
        return "model-place"
    if (before or after) and size(name) == SMALL and after not in KINDS_AFTER and before not in KINDS_BEFORE:
        return None
    if name.key in COMMON_WORDS and size(name) < LARGE:
        return None
    if after in STREETS:
        return None
    return "model-place"


def _street_or_team(before: str, after: str) -> bool:
    return after in STREETS or after in ORG_HEADS


def _is_person(name: Name, context: Context, label: str, whole: bool) -> bool:
    if name.key in context.people and name.key not in context.places and size(name) < LARGE:
        return True
    words = name.key.split()
    personal = words[0] in GIVEN_NAMES or words[-1] in SURNAMES
    if not personal or name.key in context.places or (size(name) == LARGE and label != "PERSON"):
        return False
    return not (_cue(context.text, name) == 2 and label != "PERSON")


def _alone(name: Name, context: Context, label: str, before: str, after: str) -> str | None:
    """A name that the model did not take for a place, standing by itself."""
    text, great, cue = context.text, size(name), _cue(context.text, name)
    common = name.key in COMMON_WORDS or name.key.isdigit()
    if name.key in context.places and not common:
        return "gazetteer-repeated"
    if after in KINDS_AFTER and great >= MIDDLE:
        return "gazetteer-kind"
    if before or (after and after not in KINDS_AFTER):
        return "gazetteer-in-name" if great == LARGE and not common else None
    if common:
        return None
    if great == LARGE:
        return "gazetteer-known"
    followed = _AFTER.match(text, name.end)
    if followed and followed[1] in SAID_AFTER:
        return None
    if great == MIDDLE and (cue or label in ("FAC", "ORG", "")):
        return "gazetteer-cue" if cue else "gazetteer-known"
    if cue == 2 and label in ("", "FAC", "LOC"):
        return "gazetteer-cue"
    return "gazetteer-contained" if _CONTAINED.match(text, name.end) and cue else None


def _inside(name: Name, context: Context, entity: EntitySpan, before: str, after: str) -> str | None:
    """A name inside a longer entity that is no place: "Georgia" in "University of Georgia"."""
    common = name.key in COMMON_WORDS
    if common or (entity.label in ("WORK_OF_ART", "LAW", "PRODUCT") and size(name) < LARGE):
        return None
    if size(name) == LARGE:
        return "gazetteer-in-name"
    if size(name) == MIDDLE and entity.label in ("ORG", "FAC", "EVENT"):
        return "gazetteer-in-name"
    return None


def _unlisted(context: Context, taken: list[tuple[int, int]]) -> list[Mention]:
    """The model's places that the gazetteer does not have under that name."""
    found = []
    starts = [s for s, _ in taken]
    for e in context.entities:
        if e.label not in PLACE_LABELS:
            continue
        i = bisect_right(starts, e.start)
        overlaps = (i > 0 and taken[i - 1][1] > e.start) or (i < len(taken) and taken[i][0] < e.end)
        if not overlaps and any(c.isupper() for c in context.text[e.start : e.end]):
            start = e.start + (4 if context.text[e.start : e.start + 4].lower() == "the " else 0)
            end = e.end - (2 if context.text[e.start : e.end].endswith(("'s", "’s")) else 0)
            if end > start:
                found.append(Mention(start, end, bare_key(context.text[start:end]), "model-place", sure=True))
    return found
