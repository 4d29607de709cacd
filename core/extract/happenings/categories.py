"""ACLED event type of a clause or an event noun, by its words (``core.extract.lang.en.conflict``)."""

from __future__ import annotations

from functools import cached_property

from spacy.strings import get_string_id

from core.extract.happenings.parse import NOUN_TERMS, VERB_TERMS, Parse
from core.extract.lang.en import conflict as words
from core.extract.lang.en.inflection import plural
from core.extract.lang.en.time import MONTHS, WEEKDAYS

_DEALS = frozenset(get_string_id(w) for noun in words.DEAL_NOUNS for w in (noun, plural(noun)))
_MUNITIONS = frozenset(get_string_id(w) for noun in words.MUNITIONS for w in (noun, plural(noun)))
_MEASURES = frozenset(get_string_id(w) for w in words.MEASURE_NOUNS)
_TOWNS = frozenset(get_string_id(w) for w in "town village city district province base airport bridge border area territory hill crossing positions outskirts neighborhood neighbourhood capital island road highway checkpoint".split())
_PATIENTS = ("dobj", "nsubjpass")
_VICTIM_PREPOSITIONS = frozenset(("on", "at", "against", "upon"))
_DEADLY = frozenset("kill attack shoot stab beat assault wound injure".split())


class Categories:
    """Decides the category of each trigger of one text."""

    def __init__(self, parse: Parse) -> None:
        self.parse = parse

    @cached_property
    def is_sport(self) -> bool:
        """Whether the text speaks of games, where attacks and battles are none."""
        p = self.parse
        sport = p.count_cues(words.SPORT_CUE)
        return sport >= 4 and sport > p.count_cues(words.ARMED_CUE | words.REMOTE_CUE)

    def measured(self, noun: int) -> int:
        """The noun whose "wave of", "series of" a noun stands in, else the noun itself."""
        p = self.parse
        for _ in range(3):
            head = p.head[noun]
            if p.dep[noun] != "pobj" or p.word(head) != "of" or p.lower[p.head[head]] not in _MEASURES:
                break
            noun = p.head[head]
        return noun

    def patients(self, trigger: int) -> list[int]:
        """Tokens that name whom or what an event befell: object, passive subject, "on" and "against"."""
        p = self.parse
        found: list[int] = []
        for k in p.kids[trigger]:
            relation = p.dep[k]
            if relation in _PATIENTS:
                found += self._phrase(k)
            elif relation == "prep" and p.word(k) in (_VICTIM_PREPOSITIONS if p.is_clause[trigger] else {"of", *_VICTIM_PREPOSITIONS}):
                found += [t for o in p.kids_by(k, "pobj") for t in self._phrase(o)]
        return found

    def _phrase(self, noun: int) -> list[int]:
        p = self.parse
        below = [k for k in p.kids[noun] if not p.is_clause[k]]
        return [noun, *below, *(o for k in below for o in p.kids[k] if p.dep[o] in ("pobj", "conj", "compound"))]

    def of_noun(self, noun: int) -> str | None:
        """Category of an event noun."""
        p = self.parse
        kind = NOUN_TERMS[p.lower[noun]]
        own = p.cues(p.owned[noun])
        around = p.cues(p.owned[p.clause_of(noun)]) | own
        if kind == words.PUBLIC:
            return words.PROTESTS if around & (words.CROWD_CUE | words.PROTESTER_CUE) and not around & words.MARKET_CUE else None
        if kind == words.BY_CONTEXT:
            return self._violent_noun(noun, own, around)
        if kind == words.BATTLES and around & words.PROTESTER_CUE:
            return words.RIOTS
        return None if self.is_sport else kind

    def _violent_noun(self, noun: int, own: int, around: int) -> str | None:
        word = self.parse.word(noun).rstrip("s")
        if word == "strike" and around & words.LABOUR_CUE and not own & words.REMOTE_CUE:
            return words.PROTESTS
        if self.is_sport:
            return None
        if own & words.REMOTE_CUE or word == "strike":
            return words.EXPLOSIONS
        victims = self.parse.cues(self.patients(noun))
        if victims & words.ARMED_CUE:
            return words.BATTLES
        if victims & words.CIVILIAN_CUE or word == "shooting":
            return words.CIVILIANS
        if around & words.REMOTE_CUE:
            return words.EXPLOSIONS
        return words.BATTLES if word in ("gunfire", "raid") and around & words.ARMED_CUE else None

    def of_verb(self, verb: int, base: str, nouns: list[int]) -> str | None:
        """Category of a clause by its verb and the event nouns merged into it."""
        p = self.parse
        kind = VERB_TERMS.get(p.lower[verb])
        lent = next((c for n in nouns if (c := self.of_noun(n))), None)
        if kind is None:
            return lent or self._phrasal(verb, base)
        around = p.cues(p.owned[verb]) | p.cues([t for n in nouns for t in p.owned[n]])
        if kind == words.BY_CONTEXT:
            return lent or self._violent_verb(verb, base, around)
        if kind == words.PUBLIC:
            return lent or (words.PROTESTS if around & (words.CROWD_CUE | words.PROTESTER_CUE) and not around & words.MARKET_CUE else None)
        if kind == words.DEAL:
            return lent or (words.STRATEGIC if self._object_in(verb, _DEALS) else None)
        if kind == words.FORCE:
            retreats = base in words.RETREAT_VERBS and around & words.ARMED_CUE
            return lent or (words.STRATEGIC if retreats or p.cues(self.patients(verb)) & words.CAPTIVE_CUE else None)
        return self._named(kind, verb, base, around)

    def _phrasal(self, verb: int, base: str) -> str | None:
        """ "Launched 88 drones at", "opened fire on", "went off"."""
        p = self.parse
        if base in words.LAUNCHING and self._object_in(verb, _MUNITIONS) and self._is_aimed(verb):
            return words.EXPLOSIONS
        if base == "open" and any(p.word(k) == "fire" for k in p.kids_by(verb, "dobj")):
            return self._violent_verb(verb, "fire", p.cues(p.owned[verb]))
        if any((base, p.word(k)) in words.EXPLODING for k in p.kids_by(verb, "prt", "advmod")) and p.cues(p.owned[verb]) & words.REMOTE_CUE:
            return words.EXPLOSIONS
        return None

    def _is_aimed(self, verb: int) -> bool:
        """Whether a clause says at whom or what; "on Monday" says it not."""
        p = self.parse
        aims = [o for k in p.kids_by(verb, "prep") if p.word(k) in words.AIMED for o in p.kids_by(k, "pobj")]
        return any(p.word(o) not in WEEKDAYS and p.word(o) not in MONTHS and not p.word(o).isdigit() for o in aims)

    def _named(self, kind: str, verb: int, base: str, around: int) -> str | None:
        """A verb that names its type, unless its company says that it means something else."""
        p = self.parse
        if self.is_sport:
            return None
        if base in ("battle", "clash", "repel", "repulse"):
            if around & words.PROTESTER_CUE:
                return words.RIOTS
            return kind if around & (words.ARMED_CUE | words.REMOTE_CUE) else None
        if base == "demonstrate" and p.kids_by(verb, "dobj", "ccomp"):
            return None
        if base == "execute" and not p.cues(self.patients(verb)) & (words.CIVILIAN_CUE | words.ARMED_CUE):
            return None
        return kind

    def _object_in(self, verb: int, nouns: frozenset[int]) -> bool:
        p = self.parse
        return any(p.lower[t] in nouns for k in p.kids_by(verb, "dobj", "nsubjpass", "prep") for t in (k, *p.kids[k]))

    def _violent_verb(self, verb: int, base: str, around: int) -> str | None:
        p = self.parse
        if self.is_sport or (around & words.ACCIDENT_CUE and not around & words.REMOTE_CUE):
            return None
        if base in ("seize", "capture", "storm", "raid"):
            place = self._object_in(verb, _TOWNS)
            return words.BATTLES if place or around & words.ARMED_CUE else None
        if around & words.REMOTE_CUE:
            return words.EXPLOSIONS
        victims = p.cues(self.patients(verb))
        if victims & words.PROTESTER_CUE:
            return words.PROTESTS
        if victims & words.ARMED_CUE:
            return words.BATTLES
        if victims & words.CIVILIAN_CUE and base in _DEADLY:
            return words.CIVILIANS
        return words.BATTLES if around & words.ARMED_CUE and base in ("fight", "attack", "fire") else None
