"""Who a source is: the fullest name that the article gives for it.

A name takes its canonical form; an apposition or a title leads to the name beside it; a
pronoun takes the last speaker that fits; "the spokesman" the person whose name stood with
that word. What no name is known for keeps its own words: "one Turkish official".
"""

from __future__ import annotations

from typing import NamedTuple

from core.actors import bare_name
from core.extract.columns import code, codes
from core.extract.lang.en import speech as words
from core.extract.speech.clauses import APPOS, RELCL, Range
from core.extract.speech.syntax import Parse
from core.records import Entity

PRONOUNS = {code(word): kind for word, kind in words.PRONOUNS.items()}
ROLES = codes(words.ROLE_NOUNS)
MALE, FEMALE = codes(words.MALE), codes(words.FEMALE)
GROUPS = codes(words.GROUP_NOUNS)
PLURAL_TAGS = codes(("NNS", "NNPS"))
ACTORS = frozenset(("PERSON", "ORG", "GPE", "NORP", "ARMED_GROUP", "MILITARY_UNIT"))


class Known(NamedTuple):
    """A speaker met earlier."""

    name: str
    kind: str
    """m, f, p (several), n (an organisation), x (a person, sex unknown)."""


class Speakers:
    """The speakers of an article in the order in which its sources are read."""

    def __init__(self, parse: Parse, entities: tuple[Entity, ...]) -> None:
        self.parse = parse
        starts = {start: i for i, start in enumerate(parse.starts)} if entities else {}
        self._at: dict[int, Entity] = {}
        for entity in entities:
            first = starts.get(entity.start_char)
            while first is not None and first < parse.n and parse.starts[first] < entity.end_char:
                self._at[first] = entity
                first += 1
        self._roles: dict[int, str] = {}
        self._sex: dict[str, str] = {}
        self._last: list[Known] = []

    def name(self, source: Range) -> str:
        """The fullest name of a source, and remember it for the pronouns after it."""
        head = self._head(source)
        kind = PRONOUNS.get(self.parse.lower[head])
        if kind is not None and source[1] - source[0] == 1:
            return self._antecedent(head, kind) or self._words(source)
        entity = self._entity(head, source)
        if entity is not None:
            name = entity.entity if entity.label == "PERSON" else self._up_to(source, entity.end_char)
            self._learn(source, head, entity)
            return self._remember(name, "n" if entity.label != "PERSON" else self._sex.get(entity.entity, "x"))
        role = self._by_role(source, head)
        if role is not None:
            return self._remember(role, self._sex.get(role, "x"))
        if self.parse.lower[head] in GROUPS and self.parse.lower[source[0]] == _THE and source[1] - source[0] <= 3:
            return self._antecedent(head, "n") or self._remember(self._words(source), "n")
        return self._remember(self._words(source), "p" if self.parse.tag[head] in PLURAL_TAGS else "x")

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

    def _remember(self, name: str, kind: str) -> str:
        self._last.append(Known(name, kind))
        del self._last[:-20]
        return name

    def _learn(self, source: Range, head: int, entity: Entity) -> None:
        """Keep the roles and the sex that the words beside a person's name tell."""
        if entity.label != "PERSON":
            return
        for i in range(source[0], source[1]):
            form = self.parse.lower[i]
            if form in ROLES:
                self._roles[form] = entity.entity
            if form in MALE or form in FEMALE:
                self._sex[entity.entity] = "m" if form in MALE else "f"

    def _by_role(self, source: Range, head: int) -> str | None:
        """The person that "the spokesman" stands for: definite, and named with that word before."""
        short = source[1] - source[0] <= 3
        definite = self.parse.lower[source[0]] == _THE
        return self._roles.get(self.parse.lower[head]) if short and definite else None

    def _antecedent(self, head: int, kind: str) -> str | None:
        if kind == "r":
            return self._relative(head)
        for known in reversed(self._last):
            if known.kind == kind or (known.kind == "x" and kind in "mf"):
                if kind in "mf" and known.kind == "x":
                    self._sex.setdefault(known.name, kind)
                self._last.append(known)
                return known.name
        return self._nearest_person(head, kind) if kind in "mf" else None

    def _relative(self, head: int) -> str | None:
        """What "who" or "which" stands for: the noun that its clause hangs from."""
        verb = self.parse.head[head]
        for _ in range(4):
            if self.parse.dep[verb] == RELCL:
                noun = self.parse.head[verb]
                entity = self._at.get(noun)
                if entity is not None and entity.label in ACTORS:
                    return self._remember(entity.entity if entity.label == "PERSON" else entity.text, "x" if entity.label == "PERSON" else "n")
                start = self.parse.extent(noun)[0]
                return bare_name(self.parse.words((start, noun + 1))) if noun >= start else None
            verb = self.parse.head[verb]
        return None

    def _nearest_person(self, head: int, kind: str) -> str | None:
        """The last person of that sex named before a pronoun, not over more than two sentences."""
        for i in range(head - 1, max(-1, head - 60), -1):
            entity = self._at.get(i)
            if entity is not None and entity.label == "PERSON" and self._sex.get(entity.entity, kind) == kind:
                return entity.entity
            if self.parse.sent[head] - self.parse.sent[i] > 2:
                return None
        return None


_THE, _COMMA = code("the"), code(",")
_JOINS = codes(("cc", "conj"))
