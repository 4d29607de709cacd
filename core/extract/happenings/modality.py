"""Did it happen, does it lie ahead, or neither: the tense and the reality of a clause.

Read from Penn tags and auxiliaries; a clause that is not finite takes what its governor
says. After FactBank's distinctions (Saurí and Pustejovsky 2009), folded to what a timeline
can show: a fact, a plan, a mere possibility, and what did not happen.
"""

from __future__ import annotations

from typing import Literal, NamedTuple

from core.extract.happenings.parse import Parse
from core.extract.lang.en import conflict as words
from core.extract.lang.en.inflection import verb_base

Reality = Literal["fact", "plan", "purpose", "possible", "unreal"]
"""A purpose is told by an infinitive that no verb of planning governs: mostly ahead, at times done ("forced to flee in May")."""
Tense = Literal["past", "perfect", "present", "future"]
MAX_CLIMB = 8


class Reading(NamedTuple):
    """What a clause says of its own event."""

    reality: Reality
    tense: Tense


_FACT = Reading("fact", "past")
_HAVE = frozenset(("have", "has", "had", "'ve", "having", "'s"))
_PAST_AUX = frozenset(("was", "were", "had", "did", "got"))
_NOT_DONE_PREPOSITIONS = frozenset(("without", "from", "against", "instead"))


class Modality:
    """Reads each clause once."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse
        self._read: dict[int, Reading] = {}
        self._base: dict[int, str] = {}

    def base(self, verb: int) -> str:
        """Base form of a verb."""
        if verb not in self._base:
            self._base[verb] = verb_base(self.parse.word(verb), self.parse.tag(verb))
        return self._base[verb]

    def read(self, verb: int, climb: int = MAX_CLIMB) -> Reading:
        """Tense and reality of a clause by its verb."""
        if verb not in self._read:
            self._read[verb] = self._judge(verb, climb)
        return self._read[verb]

    def _judge(self, verb: int, climb: int) -> Reading:
        p = self.parse
        aux, negated, mark = [], False, ""
        for k in p.kids[verb]:
            relation = p.dep[k]
            if relation in ("aux", "auxpass"):
                aux.append(p.word(k))
            elif relation == "neg":
                negated = True
            elif relation == "mark":
                mark = p.word(k)
        if negated or self._denied(verb):
            return Reading("unreal", "past")
        found = self._finite(verb, aux) or self._governed(verb, aux, climb)
        if mark in words.CONDITIONAL_MARKS and found.reality in ("fact", "plan", "purpose"):
            return Reading("possible", found.tense)
        return found

    def _denied(self, verb: int) -> bool:
        """ "Denied that its jets had bombed the hospital"."""
        head = self.parse.head[verb]
        return self.parse.dep[verb] == "ccomp" and self.parse.is_clause[head] and self.base(head) in words.DENYING

    def _finite(self, verb: int, aux: list[str]) -> Reading | None:
        """Reading of a clause with a tense of its own, ``None`` for an infinitive or a participle."""
        tag = self.parse.tag(verb)
        if not words.FUTURE_AUX.isdisjoint(aux):
            return Reading("plan", "future")
        if "would" in aux:
            return Reading("possible" if "have" in aux else "plan", "future")
        if not words.MODAL_AUX.isdisjoint(aux):
            return Reading("possible", "future")
        if tag == "VBD":
            return _FACT
        if tag in ("VBZ", "VBP"):
            return Reading("fact", "present")
        if not aux or "to" in aux:
            return None
        if tag == "VBN" and not _HAVE.isdisjoint(aux):
            return Reading("fact", "past" if "had" in aux else "perfect")
        return Reading("fact", "past" if not _PAST_AUX.isdisjoint(aux) else "present")

    def _governed(self, verb: int, aux: list[str], climb: int) -> Reading:
        """Reading of an infinitive or a participle from what governs it."""
        p = self.parse
        relation, head = p.dep[verb], p.head[verb]
        if head == verb or climb == 0:
            return Reading("fact", "past") if p.tag(verb) == "VBN" else Reading("possible", "present")
        if relation == "pcomp" and p.word(head) in _NOT_DONE_PREPOSITIONS:
            return Reading("unreal", "past")
        governor = p.clause_of(head)
        if not p.is_clause[governor] or governor == verb:
            return _FACT
        above = self.read(governor, climb - 1)
        if "to" in aux:
            return self._infinitive(verb, relation, head, above)
        if relation == "xcomp" and p.is_clause[head] and self.base(head) in words.UNREAL_VERBS:
            return Reading("unreal", above.tense)
        if relation == "acl" and above.reality != "unreal":
            return _FACT if p.tag(verb) == "VBN" else Reading("fact", above.tense)
        return above

    def _infinitive(self, verb: int, relation: str, head: int, above: Reading) -> Reading:
        p = self.parse
        if relation in ("advcl", "acl", "relcl", "ROOT"):
            done = relation == "acl" and p.word(head) not in words.PLANNING_NOUNS and p.word(head) in ("first", "second", "last", "latest")
            return above if done or above.reality == "unreal" else Reading("purpose", "future")
        if not p.is_clause[head]:
            return above
        governor = self.base(head)
        if governor in words.UNREAL_VERBS:
            return Reading("unreal", above.tense)
        ahead = governor in words.PLANNING or (governor == "go" and p.tag(head) == "VBG") or governor == "be"
        return Reading("plan", "future") if ahead and above.reality != "unreal" else above
