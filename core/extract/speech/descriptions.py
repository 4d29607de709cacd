"""Whom a description means: "the colonel" is the man whose name stood with "Col." before.

One goes back from the description to the words that it takes up (the same noun, its
abbreviation, or one that it stands for: "the officer" for a captain) and asks of each whom
it describes: by title, apposition, predicate, or because it is part of the name. Nothing
found: the article's own words stay.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property

import numpy as np

from core.actors import bare_name, look_up
from core.extract.claiming.nouns import kind_of
from core.extract.columns import code, codes
from core.extract.lang.en import roles
from core.extract.lang.en.inflection import singular
from core.extract.lang.en.speech import ROLE_NOUNS
from core.extract.speech.clauses import (
    ACL,
    AGENT,
    APPOS,
    ATTR,
    CONJ,
    POBJ,
    POSS,
    PREP,
    RELCL,
    ROOT,
    SUBJECTS,
    Range,
    noun_phrase,
)
from core.extract.speech.syntax import Parse
from core.records import Entity

ACTORS = frozenset(("PERSON", "ORG", "GPE", "NORP", "ARMED_GROUP", "MILITARY_UNIT"))
PEOPLE, SPEAKING = frozenset(("PERSON",)), frozenset(("ORG", "ARMED_GROUP", "MILITARY_UNIT", "GPE", "FAC"))
GROUPED = frozenset(("ORG", "ARMED_GROUP"))


def _taken_up() -> dict[int, frozenset[int]]:
    """For a noun of a description the words that it may take up, itself among them."""
    spelt: dict[str, set[str]] = defaultdict(set)
    for word, same in roles.SAME.items():
        spelt[same] |= {word, same}
    nouns = {*roles.SAME, *roles.SAME.values(), *roles.STANDS_FOR}
    found = {}
    for noun in nouns:
        same = roles.SAME.get(noun, noun)
        wider = {same, *roles.STANDS_FOR.get(same, "").split()}
        found[code(noun)] = codes({noun, *wider, *(w for narrow in wider for w in spelt[narrow])})
    return found


TAKES_UP = _taken_up()
SAME = {code(word): code(same) for word, same in roles.SAME.items()}
NEEDS = {code(word): frozenset((code(needed),)) for word, needed in roles.NEEDS.items()}
GROUP_NOUNS, FIGHTERS, BODIES = codes(roles.GROUP_NOUNS), codes(roles.FIGHTERS), codes(roles.BODIES)
INSIDE = codes(("compound", "amod", "nmod", "nummod", "npadvmod", "quantmod"))
"""Labels of words inside a noun phrase, before its head."""
ONE_PERSON = frozenset((*roles.SAME, *roles.SAME.values(), *roles.STANDS_FOR, *ROLE_NOUNS))
MAIN = frozenset((ROOT, CONJ))
"""Labels of the verbs of main clauses."""
DOCUMENTS = codes(roles.DOCUMENTS)
LINKS = codes("of for du de des la le and".split())
"""Small words inside names."""
NOMINAL = sorted(codes(("NN", "NNS", "NNP", "NNPS", "CD", "JJ")))
NUMBER, OLD, COMMA = code("CD"), code("old"), code(",")
THE, ARTICLES = code("the"), codes(("the", "a", "an", "this", "that"))
QUALIFIES = codes(("NNP", "NNPS", "JJ", "NN"))
MAX_DESCRIPTION, MAX_LOOKED_AT, MAX_CLIMB = 6, 12, 4
"""Tokens of a description, places looked at for it, and steps up a tree: they bound the time."""


class Descriptions:
    """What the article calls its people and bodies besides their names."""

    def __init__(self, parse: Parse, at: dict[int, Entity]) -> None:
        """``at`` has the entity that each token is part of."""
        self._parse, self._at = parse, at
        self.sources: dict[int, str] = {}
        """Sources met that have no name, by the token of their noun: "A doctor at the clinic"."""

    def means(self, source: Range, head: int) -> tuple[str, str] | None:
        """The name and label of whom a definite description means, ``None`` where no one was described so."""
        parse = self._parse
        if parse.lower[source[0]] != THE or not source[0] < head or source[1] - source[0] > MAX_DESCRIPTION or source[1] != head + 1:
            return None
        wanted = self._noun(source, head)
        given = frozenset(SAME.get(form, form) for form in parse.lower[source[0] + 1 : head]) if wanted != parse.lower[source[0] + 1] else frozenset()
        given |= NEEDS.get(wanted, frozenset())
        words = TAKES_UP.get(wanted, frozenset((wanted,)))
        people = is_person(parse.words((head, head + 1)).lower())
        for i in self._before(source[0], words):
            found = self._described(i, given, people)
            if found is not None:
                return found
        return None

    def _before(self, at: int, words: frozenset[int]) -> list[int]:
        """The last places before a token where one of some words stands, the nearest first."""
        found: list[int] = []
        for word in words:
            places = self._places.get(word, [])
            end = bisect_left(places, at)
            found += places[max(0, end - MAX_LOOKED_AT) : end]
        return sorted(found, reverse=True)[:MAX_LOOKED_AT]

    @cached_property
    def _places(self) -> dict[int, list[int]]:
        """Where each noun, number and adjective stands."""
        found: dict[int, list[int]] = defaultdict(list)
        tags = self._parse.columns.tags
        nominal = np.logical_or.reduce([tags == tag for tag in NOMINAL])
        for i in np.flatnonzero(nominal).tolist():
            found[self._parse.lower[i]].append(i)
        return found

    def _noun(self, source: Range, head: int) -> int:
        """The word to look for: the noun; of "the 43-year-old" the number."""
        parse = self._parse
        first = source[0] + 1
        return parse.lower[first] if parse.lower[head] == OLD and parse.tag[first] in (NUMBER, code("JJ")) else parse.lower[head]

    def _described(self, i: int, given: frozenset[int], people: bool) -> tuple[str, str] | None:
        """Whom the word ``i`` describes, if the words beside it have all of ``given``; a person where it is said of people."""
        parse = self._parse
        if given and not given <= {SAME.get(form, form) for form in parse.lower[max(0, i - 4) : i + 3]}:
            return None
        entity = self.whom(i, people)
        if entity is not None and (people or self._at.get(i) is not entity or parse.dep[i] not in INSIDE):
            return (not people and self._capitals_before(i)) or full_name(entity), entity.label
        if not people and (spelt := self._capitals_before(i)) is not None:
            return spelt, "ORG"
        if i in self.sources:
            return self.sources[i], ""
        return (name, "ORG") if (name := self._qualified(i)) is not None else None

    def _capitals_before(self, i: int) -> str | None:
        """The name in capitals before an apposition, whether the model took it for one or not: "Doctors for Peace, a charity"."""
        parse = self._parse
        end = parse.extent(i)[0] - 1
        if parse.dep[i] != APPOS or end < 1 or parse.lower[end] != COMMA:
            return None
        start = end
        while start > 0 and parse.sent[start - 1] == parse.sent[i] and (parse.lower[start - 1] in LINKS or parse.words((start - 1, start))[:1].isupper()):
            start -= 1
        while start < end and (parse.lower[start] in LINKS or parse.lower[start] == THE):
            start += 1
        return parse.words((start, end)) if end - start > 1 else None

    def whom(self, i: int, people: bool) -> Entity | None:
        """The person, or else the body, that a noun is part of, is the title or predicate of, or stands in apposition with."""
        parse, at, labels = self._parse, self._at, PEOPLE if people else SPEAKING
        for _ in range(MAX_CLIMB):
            entity = at.get(i)
            if entity is not None and entity.label in labels:
                return entity
            if parse.dep[i] not in INSIDE:
                break
            i = parse.head[i]
        return self._beside(i, labels)

    def _beside(self, i: int, labels: frozenset[str]) -> Entity | None:
        parse, at = self._parse, self._at
        near: list[int] = [j for j in parse.children(i) if parse.dep[j] == APPOS]
        if parse.dep[i] == APPOS:
            near.append(parse.head[i])
        elif parse.dep[i] == ATTR:
            near += [j for j in parse.children(parse.head[i]) if parse.dep[j] in SUBJECTS]
        start = parse.extent(i)[0]
        if start > 1 and parse.lower[start - 1] == COMMA and parse.dep[i] not in SUBJECTS:
            near.append(start - 2)
        if labels is PEOPLE:
            near.append(i + 1)
        return next((entity for j in near if (entity := at.get(j)) is not None and entity.label in labels and entity.label != "GPE"), None)

    def _qualified(self, i: int) -> str | None:
        """The fuller name of a body that is no entity: "the Russian health ministry", "M23 rebels"."""
        parse = self._parse
        if parse.lower[i] in GROUP_NOUNS or not (parse.lower[i] in BODIES or parse.lower[i] in FIGHTERS):
            return None
        start = i
        while start > 0 and parse.head[start - 1] in range(start - 1, i + 1) and (parse.tag[start - 1] in QUALIFIES or parse.dep[start - 1] == POSS):
            start -= 1
        named = any(j in self._at or parse.words((j, j + 1))[:1].isupper() for j in range(start, i))
        return parse.words((start, i + 1)) if named else None

    def group(self, source: Range, head: int) -> bool:
        """Whether a description fits any organisation: "the group", "the New York-based group", "the aid group"."""
        parse = self._parse
        plain = parse.lower[source[0]] == THE and source[1] == head + 1 and head - source[0] <= MAX_DESCRIPTION
        return plain and (parse.lower[head] in GROUP_NOUNS or parse.lower[head] in FIGHTERS)


def author(parse: Parse, head: int) -> Range | None:
    """Whose paper it is: "the ministry's figures", "data compiled by the institute", "figures that the army released".

    Who merely saw, obtained or printed it is not its author.
    """
    if parse.lower[head] not in DOCUMENTS:
        return None
    for j in parse.children(head):
        if parse.dep[j] == POSS:
            return noun_phrase(parse, j)
        found = None
        if parse.dep[j] in MADE and parse.lower[j] in MAKING:
            by = parse.child(j, BY_WHOM)
            found = parse.child(by, OBJECT) if by is not None else _maker(parse, j)
        elif parse.dep[j] == PREP and parse.lower[j] in FROM:
            found = parse.child(j, OBJECT)
        if found is not None:
            return noun_phrase(parse, found)
    return None


def _maker(parse: Parse, verb: int) -> int | None:
    """Who "released" it, in "figures that the army released"; not the "that"."""
    found = [j for j in parse.children(verb) if parse.dep[j] == SUBJECT and parse.lower[j] not in RELATIVE]
    return found[-1] if found else None


MADE, BY_WHOM, OBJECT = frozenset((ACL, RELCL)), frozenset((AGENT,)), frozenset((POBJ,))
MAKING, FROM, RELATIVE = codes(roles.MAKING), codes(("by", "from")), codes(("that", "which", "who"))
SUBJECT = code("nsubj")


def is_group(entity: Entity) -> bool:
    """Whether an entity can be "the group": an organisation that is no ministry, government, army or paper."""
    actor = look_up(entity.text)
    if actor is not None:
        return actor.kind in ("armed_group", "ngo", "party", "platform")
    last = entity.text.split()[-1].casefold()
    return entity.label in GROUPED and (last not in roles.BODIES or last in roles.GROUP_NOUNS | {"army", "observatory", "party", "union"})


def is_fighting(entity: Entity) -> bool:
    """Whether an entity can be "the rebels"."""
    words = entity.text.casefold().split()
    return entity.label == "ARMED_GROUP" or (entity.label == "ORG" and words[-1] in ("army", "front", "brigades", "brigade", "movement", "forces"))


def is_person(noun: str) -> bool:
    """Whether a noun is said of one person: by the words of this module, else by WordNet's nouns."""
    return noun not in roles.BODIES and noun not in roles.GROUP_NOUNS and (noun in ONE_PERSON or noun.endswith("old") or (kind_of(noun) == "personnel" and singular(noun) == noun))


def full_name(entity: Entity) -> str:
    """A person's full name; of a body the name as the article writes it."""
    return entity.entity if entity.label == "PERSON" else without_article(entity.text)


def without_article(name: str) -> str:
    """A name without "the" before it and the possessive after it."""
    name = name.removesuffix("'s").removesuffix("’s")
    return name[4:] if name[:4].lower() == "the " else name


def subjects_before(parse: Parse, at: int, back: int) -> Iterator[int]:
    """Tokens before a place that are subjects, of main clauses or in the same sentence, the nearest first; ``back`` tokens at most."""
    for i in range(at - 1, max(-1, at - 1 - back), -1):
        if parse.dep[i] in SUBJECTS:
            clause = parse.dep[parse.head[i]]
            if clause in MAIN or (clause != RELCL and parse.sent[i] == parse.sent[at]):
                yield i


def woman_by_name(name: str) -> bool:
    """Whether a first name is more often a woman's: one in -a that no man is known by."""
    first = bare_name(name).split(" ")[0].casefold()
    return first.endswith("a") and first not in roles.MENS_NAMES_IN_A
