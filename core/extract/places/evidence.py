"""What speaks for and against a name being a place where it stands.

``evidence`` names the signs that it sees; ``WEIGHTS`` says what each is worth. A name is taken for
a place when its weights add up to more than nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from core.extract.dateline import HEAD, closing
from core.extract.gazetteer.lookup import ALIAS, DEMONYM
from core.extract.gazetteer.names import name_key
from core.extract.lang.en.governments import SPEAKING
from core.extract.lang.en.namesakes import CLUB_HEADS, RANKS, SHIP_NOUNS, SHIPS, STORMS, TREATIES
from core.extract.lang.en.places import (
    ABBREVIATIONS,
    ACRONYMS,
    BUILDINGS,
    COMMON_WORDS,
    DIRECTIONS,
    GIVEN_NAMES,
    KINDS_AFTER,
    KINDS_BEFORE,
    MERE_LINKS,
    NEVER_ALONE,
    NOT_PLACES,
    OFFICIAL_NOUNS,
    ORG_HEADS,
    PERSON_TITLES,
    PLACE_CUES,
    SAID_AFTER,
    STREETS,
    SURNAMES,
    TAKING,
    WEAK_CUES,
)
from core.extract.places.mention import EntitySpan
from core.extract.places.words import Name, Word, capitalised

PLACE_LABELS = frozenset(("GPE", "LOC"))
COUNTRIES = 250
LARGE_RANK = 3100
MIDDLE_RANK = 40_000
"""Ranks of importance, which are place ids: countries, then regions, divisions and great cities, then towns."""

_WORD = re.compile(r"[^\W\d_][\w'’-]*$")
_NOUN = re.compile(r"[\w-]+$")
_AFTER = re.compile(r"(?:['’]s)?\s([a-z][\w-]*)")
_SAINTS_OWN = re.compile(r"['’]s (?:Day|Eve|Church|Cathedral|School|College|Hospital|Lutheran|Catholic)\b| Day\b")
_OWN = re.compile(r"['’]s?$")
_BODY_OF = re.compile(r"['’]s [A-Z]")
_LEADS_ON = frozenset(" \n\t'’")
_PARTIES = frozenset(("D-", "R-", "I-"))
_STOP = frozenset(".!?:;\n\"“”—–•|*")


@dataclass(frozen=True)
class Context:
    """A text with its entities and words, as the rules read it."""

    text: str
    entities: Sequence[EntitySpan]
    starts: Sequence[int]
    words: list[Word]
    people: frozenset[str]
    """Keys of the words of people's full names."""
    taken: Counter[str]
    """How many times more often the model takes a key for a place than for a person or organisation."""

    def entity(self, start: int, end: int) -> EntitySpan | None:
        """The first entity that overlaps a span."""
        i = bisect_right(self.starts, start) - 1
        if i >= 0 and self.entities[i].end > start:
            return self.entities[i]
        i += 1
        return self.entities[i] if i < len(self.entities) and self.entities[i].start < end else None


def read(text: str, entities: Iterable[EntitySpan]) -> Context:
    """What the rules need to know of a text."""
    kept = sorted(e for e in entities if e.end > e.start)
    people: set[str] = set()
    taken: Counter[str] = Counter()
    for e in kept:
        if e.label == "PERSON":
            parts = _OWN.sub("", text[e.start : e.end]).split()
            if 1 < len(parts) < 5 and all(p[0].isalpha() for p in parts) and parts[0].lower() not in CLUB_HEADS and parts[-1].lower() not in ORG_HEADS:
                people.update(map(name_key, parts))
        if e.label in ("GPE", "LOC", "PERSON"):
            taken[bare_key(text[e.start : e.end])] += -1 if e.label == "PERSON" else 1
    return Context(text, kept, [e.start for e in kept], capitalised(text), frozenset(people), taken)


@lru_cache(maxsize=4096)
def bare_key(name: str) -> str:
    """The key of a name without its article and its possessive."""
    return name_key(_ENDS.sub("", name.strip()))


_ENDS = re.compile(r"^[Tt]he\s+|['’]s?$")


def size(flags: Sequence[tuple[int, int]]) -> str:
    """How well known the best place of a name is: ``country`` down to ``alternate``."""
    best = next((n for n, flag in flags if flag <= ALIAS), None)
    if best is None:
        first = flags[0][0]
        return "alternate-large" if first < LARGE_RANK else "alternate-middle" if first < MIDDLE_RANK else "alternate"
    if best < COUNTRIES:
        return "country"
    return "large" if best < LARGE_RANK else "middle" if best < MIDDLE_RANK else "small"


def is_demonym(name: Name, label: str, context: Context) -> bool:
    """Whether the name is a people's here: "Syrian", "the Turks"."""
    if not any(flag == DEMONYM for _, flag in name.flags) or (name.key in context.people and label != "NORP"):
        return False
    return label == "NORP" or all(flag == DEMONYM or n > LARGE_RANK for n, flag in name.flags)


def refused(name: Name, context: Context, before: str) -> bool:
    """Names that are no place whatever the rest says: acronyms, lone abbreviations, lone generic words."""
    surface = context.text[name.start : name.end]
    if name.key in NEVER_ALONE or name.key in NOT_PLACES or named_for_it(context.text, name.end, name.key, before):
        return True
    if name.key in COMMON_WORDS and _BODY_OF.match(context.text, name.end):
        return True
    if name.key.startswith("saint ") and _SAINTS_OWN.match(context.text, name.end):
        return True
    if name.key in ACRONYMS:
        return not (surface.isupper() or len(name.key) > 4) or _shouted(context.text, name)
    if name.key in ABBREVIATIONS:
        return not (before == "," or context.text[max(0, name.start - 2) : name.start] in _PARTIES or surface.count(".") > 1)
    if not surface.isupper() or len(name.key) > 5 or _shouted(context.text, name):
        return False
    return not _is_dateline(context.text, name)


def _is_dateline(text: str, name: Name) -> bool:
    """Whether the name is followed by what closes a dateline; a colon closes much else."""
    close = closing(text, name.end)
    return close is not None and close.mark != ":"


def named_for_it(text: str, end: int, key: str, before: str) -> bool:
    """Whether what stands around a name, ``before`` in lower case, makes it a storm's, a ship's, a club's, a disease's or a person's."""
    if before in STORMS or before in CLUB_HEADS or before in SHIPS:
        return True
    return text[end : end + 2] in _ONE_GOES_ON and bool(_DISEASE.match(text, end) or (key in GIVEN_NAMES and _SURNAME.match(text, end)))


def capital_before(text: str, start: int) -> str:
    """The capitalised word right before a place in the text, in lower case."""
    found = _CAPITAL_BEFORE.search(text, max(0, start - 20), start)
    return found[1].lower() if found else ""


_CAPITAL_BEFORE = re.compile(r"\b([A-Z][\w-]*) $")
_DISEASE = re.compile(r" (?:virus|fever|flu|disease|syndrome|encephalitis)\b")
_ONE_GOES_ON = frozenset((" v", " f", " d", " s", " e", " M", " O"))
_SURNAME = re.compile(r" (?:Mc|Mac|O['’])[A-Z]")


def _in_dateline(text: str, name: Name) -> bool:
    """Whether the name follows the place of a dateline: the "Chad" of "BONGOR, Chad (AFP) -"."""
    line = text[text.rfind("\n", 0, name.start) + 1 : name.start]
    return bool(_PLACE_OF_DATELINE.fullmatch(line)) and _is_dateline(text, name)


_PLACE_OF_DATELINE = re.compile(r"\s*(?:[^\W\d_][\w'’-]*\.? ?){1,4}, ")


def of_a_person(name: Name, context: Context) -> bool:
    """A word of someone's full name that stands alone where the model sees no place: "Cook", after "Peter Cook"."""
    if name.key not in context.people:
        return False
    entity = context.entity(name.start, name.end)
    return entity is None or entity.label not in PLACE_LABELS


def _shouted(text: str, name: Name) -> bool:
    """Whether the words around are in capitals too."""
    around = text[max(0, name.start - 25) : name.start] + text[name.end : name.end + 25]
    letters = [c for c in around if c.isalpha()]
    return sum(map(str.isupper, letters)) > 0.6 * len(letters) > 4


def neighbour(words: Sequence[Word], i: int, text: str, side: int) -> str:
    """The capitalised word beside a name in lower case, "," where a comma stands between, else empty."""
    if not 0 <= i < len(words):
        return ""
    left, right = (words[i], words[i + 1]) if side < 0 else (words[i - 1], words[i])
    gap = text[left.end : right.start]
    word = words[i].text.lower().rstrip(".")
    if gap == ", ":
        return ","
    if gap not in (" ", "-", ". ") or (gap == ". " and (side > 0 or word not in PERSON_TITLES)):
        return ""
    return "" if side < 0 and (word in MERE_LINKS or (text[words[i].start - 1 : words[i].start] in ("", "\n") and word in MERE_LINKS)) else word


_LIST_GAP = re.compile(r"^(?:['’]s)?(?:, (?:and |or )?| and | or | to |/|-| – )(?:the |in |near |at )?$")


def listed(text: str, left_end: int, right_start: int) -> bool:
    """Whether two names stand side by side in a list: "A, B and C"."""
    return 0 < right_start - left_end < 12 and bool(_LIST_GAP.match(text[left_end:right_start]))


def evidence(name: Name, context: Context, before: str, after: str) -> list[str]:
    """The signs for and against a name, as keys of ``WEIGHTS``."""
    great = "capital" if name.capital else size(name.flags)
    signs = [great, _relation(name, context, context.entity(name.start, name.end))]
    _add_around(signs, name, context.text, before)
    _add_behind(signs, name, context.text, after, great in ("country", "capital", "large") and name.key not in context.people)
    words = name.key.split()
    _add_words(signs, name, context.text, words)
    _add_plain(signs)
    taken = context.taken[name.key]
    if taken:
        signs.append("place-elsewhere" if taken > 0 else "person-elsewhere")
    if name.key in context.people or not context.people.isdisjoint(words):
        signs.append("in-full-name")
    return signs


def _relation(name: Name, context: Context, entity: EntitySpan | None) -> str:
    """How the name lies in the entity that the model saw: ``place-whole``, ``org-start`` and so on."""
    if entity is None:
        return "no-entity"
    label = {"GPE": "place", "LOC": "place", "ORG": "org", "PERSON": "person", "FAC": "fac", "NORP": "people"}.get(entity.label)
    if label is None:
        return "number" if entity.label in ("DATE", "CARDINAL", "MONEY", "TIME", "ORDINAL", "PERCENT", "QUANTITY") else "other-entity"
    if bare_key(context.text[entity.start : entity.end]) == name.key:
        return f"{label}-whole"
    if name.start <= entity.start and name.end < entity.end:
        return f"{label}-start"
    return f"{label}-end" if name.end >= entity.end else f"{label}-middle"


class Before(NamedTuple):
    """What stands right before a name, when a blank parts it from the name; else nothing."""

    word: str = ""
    """The word, or the one before "the", in lower case."""
    article: bool = False
    """Whether "the" stands between."""
    of: str = ""
    """The noun of "province of", "province of the"."""
    noun: str = ""
    """The last word as written, whatever it is."""


def governing(text: str, start: int) -> Before:
    """The words right before a place in the text, cut out without a search."""
    window = text[max(0, start - WORDS_BEFORE) : start]
    words = window.rsplit(None, 3)[-3:] if window[-1:].isspace() else []
    if not words:
        return _NOTHING
    the = len(words) > 1 and words[-1] == "the"
    word = _ending(_WORD, words[-2]) if the else ""
    of = _ending(_NOUN, words[-2 - the]) if words[-1 - the] == "of" and len(words) > 1 + the else ""
    return Before((word or _ending(_WORD, words[-1])).lower(), bool(word), of, _ending(_NOUN, words[-1]))


def _ending(pattern: re.Pattern[str], word: str) -> str:
    """The end of a word that fits; all of one that has letters only."""
    if word.isalpha():
        return word
    found = pattern.search(word)
    return found.group() if found else ""


_NOTHING = Before()
WORDS_BEFORE = 40
"""Characters before a name that are read."""


def _add_around(signs: list[str], name: Name, text: str, before: str) -> None:
    """What stands before a name, and whether it opens a sentence or the article."""
    word, article, kind, noun = governing(text, name.start)
    if word in PLACE_CUES:
        signs.append("after-place-preposition")
    elif word in WEAK_CUES:
        signs.append("after-preposition")
    if kind.lower() in KINDS_BEFORE or kind in DIRECTIONS:
        signs.append("after-kind-of")
    elif word in KINDS_BEFORE:
        signs.append("after-kind")
    if word in TAKING:
        signs.append("after-taking")
    if kind in RANKS:
        signs.append("after-rank-of")
    elif noun in SHIP_NOUNS:
        signs.append("after-ship")
    if before in PERSON_TITLES or (word in PERSON_TITLES and not article):
        signs.append("after-title")
    elif before not in ("", ","):
        signs.append("after-capital")
    if text[max(0, name.start - 2) : name.start] in _PARTIES:
        signs.append("after-party")
    if before == ",":
        signs.append("after-comma")
    previous = text[max(0, name.start - 3) : name.start].rstrip(" ")[-1:]
    if not previous or previous in _STOP:
        signs.append("dateline" if _is_dateline(text, name) else "opens")
    elif before == "," and name.start < HEAD and _in_dateline(text, name):
        signs.append("dateline")


def _add_behind(signs: list[str], name: Name, text: str, after: str, great: bool) -> None:
    """What stands behind a name; a great place that speaks is no less a place."""
    following = text[name.end : name.end + 1]
    follows = _AFTER.match(text, name.end) if following in _LEADS_ON else None
    noun = follows[1] if follows else ""
    if after in KINDS_AFTER or noun in KINDS_AFTER:
        signs.append("before-kind")
    elif after in STREETS:
        signs.append("before-street")
    elif after in BUILDINGS:
        signs.append("before-building")
    elif after in ORG_HEADS or after in TREATIES:
        signs.append("before-firm")
    elif after == ",":
        signs.append("before-comma-capital")
    elif after:
        signs.append("before-capital")
    elif noun in SAID_AFTER or noun in SPEAKING:
        signs.extend(() if great else ("before-said",))
    elif noun in OFFICIAL_NOUNS:
        signs.append("before-official")
    elif noun in TREATIES:
        signs.append("before-firm")
    if following == "-" and text[name.end + 1 : name.end + 2].islower():
        signs.append("before-hyphen")


def _add_plain(signs: list[str]) -> None:
    """What a name is worth that nothing else speaks for or against: one unlike any person's, firm's or common name."""
    if signs[2:] == ["opens"] and signs[1] == "no-entity" and signs[0] in ("large", "middle"):
        signs.append("opens-known")
    elif len(signs) == 2 and signs[0] == "small" and signs[1] in ("org-whole", "person-whole"):
        signs.append("small-plain")


def _add_words(signs: list[str], name: Name, text: str, words: list[str]) -> None:
    """What the words of the name itself are."""
    if len(words) > 1:
        signs.append("many-words")
    elif name.key in COMMON_WORDS:
        signs.append("common-word")
    elif name.key in ACRONYMS:
        signs.append("acronym")
    if words[0] in GIVEN_NAMES:
        signs.append("given-name")
    elif words[-1] in SURNAMES:
        signs.append("surname")
    if text[name.start : name.end].isupper() and len(name.key) > 3:
        signs.append("capitals")


THRESHOLD = 0.2
"""A name is a place when the weights of its evidence add up to more."""

WEIGHTS: dict[str, float] = {
    # how well known a place of that name is
    "country": 1.55, "capital": 1.55, "large": 1.05, "middle": 0.45, "small": -0.5, "alternate-large": 0.2, "alternate-middle": -0.65, "alternate": -1.05,
    # what the model took it for
    "place-whole": 0.55, "place-start": 0.6, "place-middle": 0.6, "place-end": 0.7, "fac-whole": 0.5, "fac-start": 0.35,
    "fac-middle": 0.35, "fac-end": 0.75, "org-whole": -0.3, "org-start": -0.15, "org-middle": -0.45, "org-end": 0.0,
    "person-whole": 0.0, "person-start": 0.0, "person-middle": -0.65, "person-end": -0.75, "people-whole": -0.6,
    "people-start": -0.1, "people-middle": 0.0, "people-end": 0.0, "no-entity": -0.75, "number": -0.9, "other-entity": -0.6,
    "place-elsewhere": 0.9, "person-elsewhere": 0.05, "in-full-name": -1.15,
    # the words before
    "after-place-preposition": 0.8, "after-preposition": 0.1, "after-kind-of": 1.25, "after-kind": -0.3, "after-title": -1.8,
    "after-capital": -0.4, "after-comma": 0.0, "after-party": 0.5, "after-ship": -2.0, "after-taking": 0.7, "after-rank-of": -1.5, "opens": -0.55, "opens-known": 0.6, "small-plain": 0.3, "dateline": 1.75,
    # the words behind
    "before-kind": 0.85, "before-building": 0.85, "before-street": 0.0, "before-firm": -2.0, "before-comma-capital": 0.35,
    "before-capital": -0.35, "before-said": -2.0, "before-official": 0.8, "before-hyphen": -1.0,
    # the name itself
    "many-words": 1.3, "common-word": -1.4, "given-name": -1.15, "surname": -0.75, "acronym": -0.3, "capitals": 0.0,
    # the other names of the text
    "listed": 1.15, "same-country": 0.8, "other-country": 0.4,
}  # fmt: skip
"""Log odds, rounded by hand, as ``benchmarks/fit_places.py`` fits them; on public geoparsing corpora of news, pages and posts.

One number to a sign; no sign names a word. Leaving any one corpus out of the fit moved its F by less than 0.03.
"""
