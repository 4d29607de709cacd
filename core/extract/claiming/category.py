"""What a claim is about: the conflict desk's categories, from unit, noun and verb."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from core.extract.lang.en import claims as en
from core.extract.normalize.units import is_money
from core.records import Quantity

_OBJECTS = frozenset(("dobj", "nsubjpass", "obj", "nsubj:pass", "acl", "relcl"))
_CLIMB = frozenset(("nummod", "compound", "conj", "pobj", "prep", "appos", "quantmod", "amod", "npadvmod", "nmod", "det", "pcomp", "attr", "oprd", "advmod", "dep", "poss"))
_VERB_TAGS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
_LENGTHS = frozenset(["kilometer", "meter", "centimeter", "millimeter", "mile", "foot", "inch", "yard", "nautical_mile", "micrometer", "nanometer", "light_year"])
_AREAS = frozenset(("hectare", "acre"))
_STEPS = 8


def category_of(doc: Doc, q: Quantity, number: int, head: int | None) -> str | None:
    """The category of a claim, ``None`` where neither unit, noun nor verb tells.

    ``number`` and ``head`` are the tokens of the number and of the counted noun.
    """
    if q.unit is not None or q.rule in ("number.fraction", "number.ratio"):
        return _by_unit(q.unit) if q.unit is not None or (q.value or 1) < 1 else _by_words(doc, number, head)
    return _by_words(doc, number, head)


def _by_unit(unit: str | None) -> str:
    if unit is None or unit == "percent":
        return "share"
    if is_money(unit):
        return "money"
    if unit.endswith("** 2") or unit in _AREAS:
        return "area"
    if unit in ("knot", "mile / hour", "kilometer / hour", "meter / second", "kilometer / second", "foot / second"):
        return "speed"
    return "distance" if unit in _LENGTHS else "other"


def _by_words(doc: Doc, number: int, head: int | None) -> str | None:
    noun = doc[head] if head is not None else None
    if noun is not None and (found := en.EVENT_NOUNS.get(noun.lower_)):
        return found
    word = noun.lower_ if noun is not None else ""
    kind = en.COUNTED_NOUNS.get(word)
    if found := _by_neighbours(doc, number, head) or _by_verb(noun if noun is not None else doc[number], kind):
        return found
    return kind


def _by_neighbours(doc: Doc, number: int, head: int | None) -> str | None:
    """ "12 people dead", "30 wounded", "a death toll of 45", "seven dead": the word beside the number."""
    last = number if head is None else head
    for i in range(last + 1, min(last + 4, len(doc))):
        word = doc[i].lower_
        found = en.EVENT_NOUNS.get(word) if word in ("dead", "wounded", "injured", "missing", "displaced", "killed") else None
        if found:
            return found if word not in ("wounded", "injured", "killed", "displaced") or not _governs(doc, i) else None
        if word not in ("were", "was", "are", "have", "been", "had", "more", "others", "left", "people", "also", "has", "is", "reported", "being", "still"):
            break
    if head is None and any(doc[i].lower_ == "toll" for i in range(max(doc[number].sent.start, number - 12), number)):
        return "fatalities"
    return None


def _governs(doc: Doc, i: int) -> bool:
    """Whether the participle at ``i`` is an active verb with an object of its own: "gunmen killed nine"."""
    return any(child.dep_ in ("dobj", "obj") and child.i > i for child in doc[i].children)


def _by_verb(token: Token, kind: str | None) -> str | None:
    """Climb from the counted noun to its verb and see what the verb does to it."""
    relation = ""
    for _ in range(_STEPS):
        if token.tag_ in _VERB_TAGS and relation:
            return _verb_category(token, relation, kind)
        if token.head.i == token.i:
            return None
        if token.dep_ in _OBJECTS or token.dep_ in ("nsubj", "csubj"):
            relation = token.dep_
        elif token.dep_ in ("pobj", "prep", "attr", "oprd", "npadvmod", "advmod", "dep", "pcomp"):
            relation = relation or token.dep_
        token = token.head
    return None


def _verb_category(verb: Token, relation: str, kind: str | None) -> str | None:
    word = verb.lower_
    if relation in ("nsubj", "csubj"):
        return en.SUBJECT_VERBS.get(word)
    found = en.OBJECT_VERBS.get(word) or en.SUBJECT_VERBS.get(word)
    if relation in _OBJECTS:
        if found is None and word in en.CAPTURES and kind == "personnel":
            return "detained"
        return found
    return found if relation in ("pobj", "prep", "dep", "npadvmod") and kind in (None, "personnel") and word in ("died", "die", "killed", "killing", "wounded", "injured") else None
