"""Which verbs and nouns of a text carry an event, with what hangs on them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from spacy.strings import get_string_id

from core.extract.happenings.attached import Attached, Sayings
from core.extract.happenings.categories import Categories
from core.extract.happenings.modality import Modality, Reading
from core.extract.happenings.parse import VERB_TERMS, Parse
from core.extract.lang.en import conflict as words
from core.extract.lang.en import speech
from core.extract.lang.en.inflection import inflect, singular

Clock = Literal["happened", "said", "printed", "planned"]
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_MERGING_PREPOSITIONS = frozenset(("in", "during", "by", "amid", "with", "from"))


_SAYING = frozenset(speech.SAY) - words.PLANNING
"""Verbs that say something where an attribution rests on them; others of its cues show, vote or sign."""

MAX_GOVERNORS = 4
"""Verbs above an infinitive that are looked at: "is said to have begun to plan to attack"."""

_TELLING = frozenset(get_string_id(w) for w in inflect("threaten")).union(VERB_TERMS)


@dataclass(slots=True)
class Trigger:
    """A verb or noun with an event: ``governors`` are the verbs whose clause it completes."""

    token: int
    lemma: str
    clock: Clock
    reading: Reading
    rule: str
    category: str | None
    attached: Attached
    governors: list[int] = field(default_factory=list)
    nouns: list[int] = field(default_factory=list)


class Triggers:
    """Finds the triggers of one text."""

    def __init__(self, parse: Parse, attached: dict[int, Attached], sayings: Sayings) -> None:
        self.parse, self.attached, self.sayings = parse, attached, sayings
        self.modality = Modality(parse)
        self.categories = Categories(parse)
        self._merged = self._merge_nouns()
        self._cued = sayings.by_cue(parse)
        self._hot = self._find_hot()

    def find(self) -> Iterator[Trigger]:
        """Triggers in text order."""
        taken = {n for nouns in self._merged.values() for n in nouns}
        found = [t for v in self.parse.verbs if self._is_candidate(v) and (t := self._verb(v))]
        verbs = {t.token for t in found}
        nouns = [n for n in self.parse.nouns if n not in taken or self._host.get(n) not in verbs]
        found += [t for n in nouns if (t := self._noun(n))]
        return iter(sorted(found, key=lambda t: t.token))

    def _merge_nouns(self) -> dict[int, list[int]]:
        """Verbs with the event nouns that tell of the same event: "launched a raid", "killed in clashes"."""
        p = self.parse
        self._host: dict[int, int] = {}
        merged: dict[int, list[int]] = {}
        for noun in p.nouns:
            outer = self.categories.measured(noun)
            head, relation = p.head[outer], p.dep[outer]
            if relation == "pobj" and (p.word(head) in _MERGING_PREPOSITIONS or (p.word(head) == "on" and self._goes(p.head[head]))):
                head = p.head[head]
            elif relation not in ("dobj", "nsubj", "nsubjpass"):
                continue
            if not p.is_clause[head] or not self._may_merge(noun, head):
                continue
            self._host[noun] = head
            merged.setdefault(head, []).append(noun)
        return merged

    def _goes(self, verb: int) -> bool:
        """ "Went on strike"."""
        return self.parse.is_clause[verb] and self.modality.base(verb) == "go"

    def _may_merge(self, noun: int, verb: int) -> bool:
        own, verbs_own = self.attached.get(noun), self.attached.get(verb)
        if own and own.timexes and verbs_own and verbs_own.timexes:
            return False
        kind = VERB_TERMS.get(self.parse.lower[verb])
        return kind == words.BY_CONTEXT or self.modality.base(verb) in words.LIGHT_VERBS - words.SPOKEN

    def _gather(self, verb: int) -> tuple[Attached, list[int]]:
        """What hangs on a verb, its merged nouns, and the governors that pass theirs on to it."""
        p = self.parse
        if verb not in self._merged and p.dep[verb] != "xcomp":
            return self.attached.get(verb) or Attached(), []
        whole = Attached()
        for owner in (verb, *self._merged.get(verb, ())):
            if owner in self.attached:
                whole.take(self.attached[owner])
        governors: list[int] = []
        v = verb
        while p.dep[v] == "xcomp" and p.is_clause[p.head[v]] and len(governors) < MAX_GOVERNORS:
            v = p.head[v]
            governors.append(v)
            if v in self.attached:
                own = self.attached[v]
                if self.modality.base(v) in words.ATTEMPT_VERBS:
                    whole.take(own)
                else:
                    whole.entities += own.entities
        return whole, governors

    def _is_candidate(self, verb: int) -> bool:
        """Whether anything could make an event of a verb: most have nothing, and are passed over unread."""
        p = self.parse
        for _ in range(MAX_GOVERNORS + 1):
            if verb in self._hot or p.lower[verb] in _TELLING:
                return True
            if p.dep[verb] != "xcomp" or not p.is_clause[p.head[verb]]:
                return False
            verb = p.head[verb]
        return False

    def _find_hot(self) -> set[int]:
        """Verbs with a time, a place, an event noun, or a figure that they state."""
        hot = {owner for owner, here in self.attached.items() if here.timexes or here.set_in}
        stating = {verb for verb, names in self._cued.items() if self.sayings.claims_of(names)}
        return hot | stating | self._merged.keys()

    def _verb(self, verb: int) -> Trigger | None:
        base = self.modality.base(verb)
        reading = self.modality.read(verb)
        if reading.reality == "unreal" or self._passes_on(verb, base) or self._leads_over(verb, base) or self._is_name(verb):
            return None
        whole, governors = self._gather(verb)
        if self._is_said(verb, base):
            return self._said(verb, base, reading, whole)
        if reading.reality == "possible" and not whole.timexes:
            return None
        nouns = self._merged.get(verb, [])
        category = self.categories.of_verb(verb, base, nouns)
        # "The towns lining the Euphrates" describes; it tells of no event.
        placed = whole.set_in and base not in words.STATIVE and self.parse.dep[verb] != "acl"
        threat = base == "threaten"
        subject = base in words.STATIVE and self._speaks_of_time(whole)
        dated = not subject and any(not row["value"] or not row["value"].endswith("_REF") or base not in words.STATIVE for row, _ in whole.timexes)
        if not (category or dated or placed or threat):
            return None
        planned = reading.reality in ("plan", "purpose", "possible") or threat
        rule = "event.verb.lexicon" if category else "event.verb.dated" if dated else "event.verb.placed"
        return Trigger(verb, base, "planned" if planned else "happened", reading, rule, category, whole, governors, nouns)

    def _passes_on(self, verb: int, base: str) -> bool:
        """Whether the event is that of the verb's own infinitive: "began to shell", "plans to spend"."""
        p = self.parse
        if not (base in words.ATTEMPT_VERBS or base in words.PLANNING):
            return False
        return any(p.is_clause[k] for k in p.kids_by(verb, "xcomp")) and not (
            base in words.PLANNING and verb in self.attached and self.attached[verb].timexes and not self._speaks_of_time(self.attached[verb])
        )

    def _speaks_of_time(self, whole: Attached) -> bool:
        """Whether every time is what the clause is about, and so dates no event: "2022 was on course to be the warmest year"."""
        return bool(whole.timexes) and all(self.parse.dep[token] in _SUBJECTS for _, token in whole.timexes)

    def _is_name(self, verb: int) -> bool:
        """Whether an infinitive with a capital is a name that the tagger took for one: "on the road to Sheraro"."""
        p = self.parse
        return p.tag(verb) == "VB" and p.is_title(verb) and any(p.word(k) == "to" for k in p.kids_by(verb, "aux"))

    def _leads_over(self, verb: int, base: str) -> bool:
        """Whether a participle only leads over to what is said: "Turning to Haiti, the Spokesperson reported ..."."""
        p = self.parse
        if base not in words.LEADING_OVER or p.dep[verb] != "advcl" or p.tag(verb) != "VBG":
            return False
        return self._is_said(p.head[verb], self.modality.base(p.head[verb]))

    def _is_said(self, verb: int, base: str) -> bool:
        p = self.parse
        if base in words.ACTING and (verb not in self._cued or base == "charge") and not p.kids_by(verb, "ccomp", "xcomp"):
            return False
        tolls = base == "claim" and any(p.word(k) in words.TOLL for k in p.kids_by(verb, "dobj", "ccomp"))
        if tolls or (base == "call" and p.kids_by(verb, "prt")):
            return False  # "has claimed 412 lives", "was called up"
        if base in words.SPOKEN:
            return p.dep[verb] != "acl"
        return verb in self._cued and base in _SAYING

    def _said(self, verb: int, base: str, reading: Reading, whole: Attached) -> Trigger | None:
        """An act of saying: dated, or one that states a figure."""
        stated = self.sayings.claims_of(self._cued.get(verb, ()))
        if reading.reality == "possible" or not (whole.timexes or stated):
            return None
        if stated:
            whole = replace(whole, claims=list(dict.fromkeys([*whole.claims, *stated])))
        rule = "event.said.dated" if whole.timexes else "event.said.claim"
        return Trigger(verb, base, "planned" if reading.reality in ("plan", "purpose") else "said", reading, rule, None, whole)

    def _hoped_for(self, noun: int) -> bool:
        """ "Hopes for a ceasefire", "called for an election", "plans an offensive": none of it has happened yet."""
        p = self.parse
        head = p.head[noun]
        if p.dep[noun] == "pobj" and p.word(head) == "for":
            return self.modality.base(p.head[head]) in words.ASKING if p.is_clause[p.head[head]] else p.word(p.head[head]) in words.WISHES
        return p.dep[noun] == "dobj" and p.is_clause[head] and self.modality.base(head) in words.PLANNING - words.ASKING_OF_PEOPLE

    def _noun(self, noun: int) -> Trigger | None:
        """An event noun by itself, when it is dated or placed: "the Oct. 31 downing"."""
        p = self.parse
        own = self.attached.get(noun)
        if own is None or not (own.timexes or own.set_in):
            return None
        before = {p.word(k) for k in p.kids_by(noun, "det", "amod", "neg")}
        verb = p.clause_of(noun)
        above = self.modality.read(verb) if p.is_clause[verb] else Reading("fact", "past")
        if "no" in before:
            return None
        planned = (
            not words.PLANNED_ADJECTIVES.isdisjoint(before)
            or (above.reality in ("plan", "purpose") and p.dep[noun] in ("dobj", "nsubj"))
            or self._hoped_for(noun)
        )
        rule = "event.noun.dated" if own.timexes else "event.noun.placed"
        category = self.categories.of_noun(noun)
        return Trigger(noun, singular(p.word(noun)), "planned" if planned else "happened", above, rule, category, own)
