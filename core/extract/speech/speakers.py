"""Who a source is: the fullest name that the article gives for it.

A name takes its canonical form; an apposition or a title leads to the name beside it; a
pronoun takes the last speaker or subject that fits; "the spokesman" the person, and "the
group" the body, whose name stood with that word (see ``descriptions``). What no name is
known for keeps its own words: "one Turkish official".
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from core.actors import bare_name
from core.extract.columns import code, codes
from core.extract.lang.en import speech as words
from core.extract.speech.clauses import APPOS, RELCL, Range
from core.extract.speech.descriptions import (
    ACTORS,
    BODIES,
    FIGHTERS,
    Descriptions,
    author,
    full_name,
    is_fighting,
    is_group,
    subjects_before,
    woman_by_name,
)
from core.extract.speech.syntax import Parse
from core.records import Entity, Span

PRONOUNS = {code(word): kind for word, kind in words.PRONOUNS.items()}
MALE, FEMALE = codes(words.MALE), codes(words.FEMALE)
PLURAL_TAGS = codes(("NNS", "NNPS"))
BACK, SENTENCES = 70, 2
"""How far back the subject that a pronoun stands for is looked for: tokens, sentences."""


class Known(NamedTuple):
    """A speaker met earlier."""

    name: str
    kind: str
    """m, f, p (several), n (an organisation), x (a person, sex unknown)."""
    at: int
    """Token of its head."""


class Speakers:
    """The speakers of an article in the order in which its sources are read."""

    def __init__(self, parse: Parse, entities: tuple[Entity, ...], contents: Iterable[Span] = ()) -> None:
        """``contents`` are the characters that anybody says: who is spoken of there does not speak next."""
        self.parse = parse
        self._at: dict[int, Entity] = {}
        starts = parse.starts
        for entity in entities:
            first = bisect_left(starts, entity.start_char)
            while first < parse.n and starts[first] < entity.end_char:
                self._at[first] = entity
                first += 1
        self._said = bytearray(parse.n)
        for start, end in contents:
            first, last = bisect_left(starts, start), bisect_left(starts, end)
            self._said[first:last] = b"\x01" * (last - first)
        self._descriptions = Descriptions(parse, self._at)
        self._sex: dict[str, str] = {}
        self._last: list[Known] = []

    def name(self, source: Range) -> str:
        """The fullest name of a source, and remember it for the pronouns after it."""
        head = self._head(source)
        kind = PRONOUNS.get(self.parse.lower[head])
        if kind is not None and source[1] - source[0] == 1:
            return self._antecedent(head, kind) or self._words(source)
        made_by = author(self.parse, head)
        if made_by is not None and not made_by[0] <= head < made_by[1]:
            return self.name(made_by)
        entity = self._entity(head, source)
        if entity is not None:
            name = entity.entity if entity.label == "PERSON" else self._up_to(source, entity.end_char)
            self._learn(source, entity)
            return self._remember(name, head, "n" if entity.label != "PERSON" else self._sex.get(entity.entity, "x"))
        return self._described(source, head)

    def _described(self, source: Range, head: int) -> str:
        """Whom a source without a name means, else its own words."""
        parse, descriptions = self.parse, self._descriptions
        found = descriptions.means(source, head)
        if found is None and descriptions.group(source, head):
            entity = self._group(head)
            found = (full_name(entity), entity.label) if entity is not None else None
        if found is not None:
            name, label = found
            return self._remember(name, head, self._told_sex(name, parse.lower[head]) if label == "PERSON" else self._kind(head))
        own = self._words(source)
        if parse.lower[source[0]] not in DEFINITE:
            descriptions.sources[head] = own
        return self._remember(own, head, self._kind(head))

    def _kind(self, head: int) -> str:
        """What can stand for a common noun later: "they" for several, "it" for a body."""
        if self.parse.tag[head] in PLURAL_TAGS:
            return "p"
        return "n" if self.parse.lower[head] in BODIES else "x"

    def _told_sex(self, name: str, form: int) -> str:
        """The sex that a word such as "spokeswoman" tells of a person, else what is known."""
        if form in MALE or form in FEMALE:
            self._sex.setdefault(name, "m" if form in MALE else "f")
        return self._sex.get(name, "x")

    def _group(self, head: int) -> Entity | None:
        """The organisation that "the group" means: the last subject that can be one, else the last one named."""
        fits = is_fighting if self.parse.lower[head] in FIGHTERS else is_group
        near = range(head - 1, max(-1, head - 1 - BACK), -1)
        for places in (subjects_before(self.parse, head, BACK), iter(near)):
            for i in places:
                entity = self._at.get(i)
                if entity is not None and not self._said[i] and fits(entity):
                    return entity
        return None

    def _head(self, source: Range) -> int:
        for i in range(*source):
            if not source[0] <= self.parse.head[i] < source[1] or self.parse.head[i] == i:
                return i
        return source[1] - 1

    def _entity(self, head: int, source: Range) -> Entity | None:
        """The name at the head of a source, or the person's name in apposition to it."""
        found = self._at.get(head)
        if found is not None and found.label in ACTORS:
            return found
        for child in self.parse.children(head):
            if self.parse.dep[child] == APPOS and source[0] <= child < source[1]:
                beside = self._at.get(child)
                if beside is not None and beside.label == "PERSON":
                    return beside
        return self._after_comma(source)

    def _after_comma(self, source: Range) -> Entity | None:
        """The person named after a description: "The mayor of the town, Ihor Kolyk"."""
        for i in range(source[0] + 1, source[1]):
            entity = self._at.get(i)
            if self.parse.lower[i - 1] == _COMMA and entity is not None and entity.label == "PERSON":
                return entity
        return None

    def _words(self, source: Range) -> str:
        """The words of a source up to the comma after its head: without age, town and apposition."""
        commas = [i for i in range(self._head(source) + 1, source[1]) if self.parse.lower[i] == _COMMA]
        return self.parse.words((source[0], commas[0]) if commas and not self._goes_on(source) else source)

    def _goes_on(self, source: Range) -> bool:
        """Whether a comma joins a second source: "advocates, as well as members of Congress"."""
        return any(self.parse.dep[i] in _JOINS for i in range(*source))

    def _up_to(self, source: Range, end: int) -> str:
        """The words of a source to the end of its name, with the article before it."""
        start = self.parse.starts[source[0]]
        return self.parse.text[start:end] if start < end else self._words(source)

    def _remember(self, name: str, head: int, kind: str) -> str:
        self._last.append(Known(name, kind, head))
        del self._last[:-20]
        return name

    def _learn(self, source: Range, entity: Entity) -> None:
        """Keep the sex that the words beside a person's name tell."""
        if entity.label != "PERSON":
            return
        for i in range(source[0], source[1]):
            form = self.parse.lower[i]
            if form in MALE or form in FEMALE:
                self._sex[entity.entity] = "m" if form in MALE else "f"

    def _antecedent(self, head: int, kind: str) -> str | None:
        """The speaker or the subject that a pronoun stands for, whichever came last."""
        if kind == "r":
            return self._relative(head)
        spoken = next((k for k in reversed(self._last) if k.kind == kind or (k.kind == "x" and kind in "mf")), None)
        name = self._subject(head, kind, spoken.at if spoken is not None else -1)
        if name is None and spoken is not None:
            name = spoken.name
        if name is None:
            return self._nearest_person(head, kind) if kind in "mf" else None
        if kind in "mf":
            self._sex.setdefault(name, kind)
        return self._remember(name, head, kind)

    def _subject(self, head: int, kind: str, after: int) -> str | None:
        """The last subject since the last speaker that a pronoun can stand for, outside of what is said."""
        parse = self.parse
        for i in subjects_before(parse, head, min(BACK, head - after - 1)):
            if parse.sent[head] - parse.sent[i] > SENTENCES:
                return None
            if not self._said[i] and (name := self._fitting(i, kind)) is not None:
                return self._woman(head, name) if kind == "f" else name
        return None

    def _woman(self, head: int, name: str) -> str:
        """Whom "she" means: not the subject, where nothing tells its sex and a woman's name stands nearer."""
        known = name in self._sex or woman_by_name(name)
        return name if known else next((n for i in self._named_before(head) if woman_by_name(n := self._at[i].entity)), name)

    def _fitting(self, i: int, kind: str) -> str | None:
        """The name of a subject, if a pronoun of this kind can stand for it."""
        entity = self._descriptions.whom(i, kind in "mf") if kind != "p" else None
        if entity is None:
            return None
        if kind == "n":
            return full_name(entity) if self.parse.dep[i] == SUBJECT else None
        fits = self._sex.get(entity.entity, kind) == kind and (kind == "f" or not woman_by_name(entity.entity))
        return entity.entity if fits else None

    def _relative(self, head: int) -> str | None:
        """What "who" or "which" stands for: the noun that its clause hangs from."""
        verb = self.parse.head[head]
        for _ in range(4):
            if self.parse.dep[verb] == RELCL:
                noun = self.parse.head[verb]
                entity = self._at.get(noun)
                if entity is not None and entity.label in ACTORS:
                    return self._remember(full_name(entity), noun, "x" if entity.label == "PERSON" else "n")
                start = self.parse.extent(noun)[0]
                return bare_name(self.parse.words((start, noun + 1))) if noun >= start else None
            verb = self.parse.head[verb]
        return None

    def _nearest_person(self, head: int, kind: str) -> str | None:
        """The last person of that sex named before a pronoun, not over more than two sentences."""
        for i in self._named_before(head):
            name = self._at[i].entity
            if self._sex.get(name, kind) == kind and (kind == "f" or not woman_by_name(name)):
                return name
        return None

    def _named_before(self, head: int) -> Iterator[int]:
        """Tokens of people's names before a place, the nearest first."""
        for i in range(head - 1, max(-1, head - BACK), -1):
            entity = self._at.get(i)
            if self.parse.sent[head] - self.parse.sent[i] > SENTENCES:
                return
            if entity is not None and entity.label == "PERSON":
                yield i


_COMMA, SUBJECT = code(","), code("nsubj")
DEFINITE = codes(("the", "this", "that", "these", "those"))
_JOINS = codes(("cc", "conj"))
