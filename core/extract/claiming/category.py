"""What a claim is about: the conflict desk's categories, from unit, noun and verb."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from core.extract.claiming.mention import written
from core.extract.claiming.nouns import kind_of
from core.extract.component import text_of
from core.extract.lang.en import claims as en
from core.extract.normalize.units import is_money
from core.records import Quantity

_OBJECTS = frozenset(("dobj", "nsubjpass", "obj", "nsubj:pass", "acl", "relcl"))
_VERB_TAGS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
_LENGTHS = frozenset(["kilometer", "meter", "centimeter", "millimeter", "mile", "foot", "inch", "yard", "nautical_mile", "micrometer", "nanometer", "light_year"])
_AREAS = frozenset(("hectare", "acre"))
_HARM = frozenset(("died", "die", "killed", "killing", "wounded", "injured"))
_TO = frozenset(("to", "or", "-", "–"))
_BODILY = frozenset(("fatalities", "injuries"))
_LEVEL = frozenset(("at", "to"))
_MODIFYING = frozenset(("RB", "IN", "JJR", "JJS", "RBR"))
_COMMON = frozenset(("NN", "NNS"))
_STEPS = 8
_ASIDE = 14
"""Words at most between two commas."""


def category_of(doc: Doc, q: Quantity, number: int, head: int | None, whole: str | None) -> str | None:
    """The category of a claim, ``None`` where neither unit, noun nor verb tells.

    ``number`` and ``head`` are the tokens of the number and of the counted noun; ``whole`` is
    the category of the claim that this one is a part of, if it is one.
    """
    if q.unit is not None:
        return _by_unit(q.unit)
    if written(q) in ("number.fraction", "number.ratio") and (q.value or q.low or q.high or 1) < 1:
        return "share"
    return _by_words(doc, number, head, whole, inherited_noun(q))


def inherited_noun(q: Quantity) -> str:
    """The noun that a bare number took over from one beside it, in lower case; empty for none."""
    return (q.counted or "").rsplit(" ", 1)[-1].lower() if "counted.parallel" in q.rule else ""


def _by_unit(unit: str) -> str:
    if unit == "percent":
        return "share"
    if is_money(unit):
        return "money"
    if unit.endswith("** 2") or unit in _AREAS:
        return "area"
    if unit in ("knot", "mile / hour", "kilometer / hour", "meter / second", "kilometer / second", "foot / second"):
        return "speed"
    return "distance" if unit in _LENGTHS else "other"


def _by_words(doc: Doc, number: int, head: int | None, whole: str | None, inherited: str) -> str | None:
    noun = doc[head] if head is not None else None
    word = noun.lower_ if noun is not None else inherited
    named = en.EVENT_NOUNS.get(word) or (_of_strikes(noun) if noun is not None and word in en.WAVES else None)
    if word in en.MONEY:
        return "money"
    if word == "times":
        return "strikes" if noun is not None and (noun.head.lower_ in en.HITS or _is_under(noun.head)) else None
    if named and word not in en.FATES:
        return named
    if named == "detained" and noun is not None and noun.dep_ == "nsubj" and noun.head.lower_ in en.ESCAPES:
        return "personnel"
    if named and head is not None and any(doc[i].lower_ in en.FORMER for i in range(number + 1, head)):
        return "personnel"
    if noun is not None and noun.i > number + 1 and doc[number + 1].lower_ in ("-strong", "strong", "-") and "strong" in (doc[number + 1].lower_, doc[number + 2].lower_):
        return "personnel"
    kind = "personnel" if named else kind_of(word) or _people(noun)
    if noun is None and kind is None and _is_size(doc, number):
        kind = "personnel"
    bearer = noun if noun is not None else doc[number]
    found = _by_verb(bearer, number, kind) if _is_rest(bearer, number) else _by_neighbours(doc, number, head, kind) or _by_verb(bearer, number, kind)
    if word in en.HARMED and found not in en.WORSE:
        return named or found
    if found == "injuries" and noun is None and number + 1 < len(doc) and doc[number + 1].lower_ == "of":
        worse = _by_verb(doc[number], number, kind)
        return worse if worse in en.WORSE else found
    return found or whole or named or kind


def _of_strikes(noun: Token) -> str | None:
    """ "Three waves of raids"."""
    of = (c for of in noun.children if of.lower_ == "of" for c in of.children)
    return "strikes" if any(c.lower_ in en.MUNITIONS or en.EVENT_NOUNS.get(c.lower_) == "strikes" for c in of) else None


def _is_under(verb: Token) -> bool:
    """ "Came under fire three times"."""
    return any(c.lower_ in en.UNDER_FIRE for under in verb.children if under.lower_ == "under" for c in under.children)


def _is_size(doc: Doc, number: int) -> bool:
    """Whether a bare number tells how many belong to a group or live in a place: "a battalion of about 800"."""
    for i in range(number - 1, max(number - 5, 0), -1):
        if doc[i].lower_ == "of":
            return doc[i - 1].lower_ in en.GROUPS
        if doc[i].tag_ not in ("RB", "IN", "JJR", "JJ", "DT", "CD", "TO", "RBR"):
            return False
    return False


def _people(noun: Token | None) -> str | None:
    """``personnel`` for peoples: "Iraqis"."""
    if noun is None:
        return None
    return "personnel" if noun.ent_type_ == "NORP" else None


def _by_neighbours(doc: Doc, number: int, head: int | None, kind: str | None) -> str | None:
    """ "12 people dead", "30 wounded", "a death toll of 45", "seven dead": the word beside the number."""
    if kind not in (None, "personnel"):
        return None
    last = number if head is None else head
    while last + 2 < len(doc) and doc[last + 2].tag_ == "CD" and doc[last + 1].lower_ in _TO:
        last += 2  # "80 to 100 wounded"
    if head is None and (put := _put_at(doc, number)):
        return put
    if number > 2 and doc[number - 1].text == "," and doc[number - 3].lower_ in ("the", "those") and (listed := _fate(doc[number - 2].lower_)) in en.DEGREES:
        return listed  # "of the deceased, 89"
    if number > 1 and doc[number - 1].text == ":" and (listed := _fate(doc[number - 2].lower_)):
        return listed
    if _with_wounds(doc, last):
        return "injuries"
    if last + 2 < len(doc) and doc[last + 1].lower_ == "to" and doc[last + 2].lower_ == "death":
        return "fatalities"  # "hacked 11 people to death"
    if head is not None and _in_cells(doc, last):
        return "detained"
    for i in range(number + 1, last):
        if found := en.AFTERMATHS.get(doc[i].lower_):
            return found
    beyond = _past_aside(doc, last + 1)
    for i in range(beyond, min(beyond + 5, len(doc))):
        word = doc[i].lower_
        if doc[i].tag_ == "CD":
            continue
        if found := en.AFTERMATHS.get(word):
            return found if word in ("dead", "missing") or not _governs(doc, i) else None
        if word == "held" and i + 1 < len(doc) and doc[i + 1].lower_ in en.HELD_FOR:
            return "detained"
        if word in en.LOSES and i + 2 < len(doc) and doc[i + 2].lower_ in ("lives", "life"):
            return "fatalities"
        if word not in en.LINKS and doc[i].tag_ != "RB":
            break
    return "fatalities" if head is None and _toll_before(doc, number) else None


def _past_aside(doc: Doc, after: int) -> int:
    """Behind an aside between commas that tells of some: "eight others, among them a guard, lost their lives"."""
    if after + 1 >= len(doc) or doc[after].text != "," or doc[after + 1].lower_ not in en.ASIDES:
        return after
    return next((i + 1 for i in range(after + 2, min(after + _ASIDE, len(doc))) if doc[i].text == ","), after)


def _fate(word: str) -> str | None:
    return en.AFTERMATHS.get(word) or en.EVENT_NOUNS.get(word)


def _put_at(doc: Doc, number: int) -> str | None:
    """ "The number of dead at five and the injured at 18": the fate before "at", back to the number before."""
    i = number - 1
    while i > 0 and doc[i].tag_ in _MODIFYING and doc[i].lower_ not in _LEVEL:
        i -= 1
    if i < 1 or doc[i].lower_ not in _LEVEL:
        return None
    for j in range(i - 1, max(i - 6, -1), -1):
        if doc[j].tag_ == "CD":
            return None
        if found := _fate(doc[j].lower_):
            return found if j and doc[j - 1].lower_ in ("of", "the") else None
        if doc[j].is_sent_start:
            return None
    return None


def _with_wounds(doc: Doc, last: int) -> bool:
    """ "Three others with gunshot wounds"."""
    return last + 2 < len(doc) and doc[last + 1].lower_ == "with" and any(t.lower_ in en.WOUNDS for t in doc[last + 2 : last + 6])


def _in_cells(doc: Doc, last: int) -> bool:
    """ "Eight people still in custody", "40 men behind bars"."""
    i = last + 1
    while i < min(last + 4, len(doc)) and doc[i].lower_ in en.STAYING:
        i += 1
    return i + 1 < len(doc) and doc[i].lower_ in ("in", "behind") and any(t.lower_ in en.CELLS for t in doc[i + 1 : i + 4] if t.tag_ not in ("IN", "VBN"))


def _toll_before(doc: Doc, number: int) -> bool:
    """Whether a bare number stands behind "toll" in its sentence."""
    for i in range(number - 1, max(number - 13, -1), -1):
        if doc[i].lower_ == "toll":
            return True
        if doc[i].is_sent_start:
            return False
    return False


def _governs(doc: Doc, i: int) -> bool:
    """Whether the participle at ``i`` is an active verb with an object of its own: "gunmen killed nine"."""
    return any(child.dep_ in ("dobj", "obj") and child.i > i for child in doc[i].children)


def _by_verb(token: Token, number: int, kind: str | None) -> str | None:
    """Climb from the counted noun to its verb and see what the verb does to it."""
    relation, noun, direct = "", token, True
    if _is_fired(token, number):
        return "strikes"
    if _is_rest(token, number):
        return None
    if kind == "personnel" and (done := _by_participle(token)):
        return done
    for _ in range(_STEPS):
        if token.lower_ in en.PART_WORDS and token.tag_ in ("VBG", "IN"):
            relation = "dobj" if token.head.tag_ in _VERB_TAGS else ""
            token = token.head
            continue
        if token.tag_ in _VERB_TAGS and relation:
            return _verb_category(token, relation, kind, noun)
        if token.lower_ in ("of", "over") and token.i < noun.i and direct and kind in (None, "other") and _is_control(token):
            return "territory"
        if token.lower_ == "of" and token.dep_ == "prep" and token.i < noun.i and direct:
            freed = kind == "personnel" and noun.lower_ not in en.ARMED and token.head.lower_ in en.RELEASES
            done = en.ACTION_NOUNS.get(token.head.lower_) or ("detained" if freed else None) or ("fatalities" if kind == "personnel" and token.head.lower_ == "loss" else None)
            if done and kind in (None, "personnel"):
                return done
            direct = False
        if token.head.i == token.i:
            return None
        if token.dep_ in _OBJECTS or token.dep_ in ("nsubj", "csubj"):
            relation = token.dep_
        elif token.lower_ == "between" and token.i < number:
            relation = "dobj"
        elif token.dep_ in ("pobj", "prep", "attr", "oprd", "npadvmod", "advmod", "dep", "pcomp"):
            relation = relation or token.dep_
        token = token.head
    return None


def _is_control(preposition: Token) -> bool:
    """ "Took control over three camps", "gained control of the two dams"."""
    above = preposition.head
    return above.lower_ == "control" or any(c.lower_ == "control" and c.dep_ == "dobj" for c in above.children)


def _is_fired(noun: Token, number: int) -> bool:
    """Whether a clause at the noun says that these munitions were fired: "the 14 drones that were launched"."""
    part = noun.head.lower_ == "of" and number < noun.head.i
    told = (c for c in noun.children if c.dep_ in ("acl", "relcl"))
    return noun.lower_ in en.MUNITIONS and not part and any(c.lower_ in en.FIRES for c in told)


def _is_rest(noun: Token, number: int) -> bool:
    """Whether a number is the whole behind "of", of which the verb tells only a part: the five of "two of her five sons"."""
    above = noun.head
    return above.lower_ == "of" and above.head.tag_ == "CD" and above.head.i < number


def _by_participle(noun: Token) -> str | None:
    """The participle behind the noun: "over 400 Americans taken prisoner"."""
    for child in noun.children:
        if child.tag_ == "VBN" and child.dep_ in ("acl", "relcl") and (found := en.OBJECT_VERBS.get(child.lower_) or _of_object(child, child.lower_, "personnel", noun)):
            return found
    return None


def _verb_category(verb: Token, relation: str, kind: str | None, noun: Token) -> str | None:
    word = verb.lower_
    if relation in ("nsubj", "nsubjpass", "dobj") and (told := _as_what(verb)):
        return told
    if relation in ("nsubj", "nsubjpass") and word in en.REPORTS:
        inner = next((c for c in verb.children if c.dep_ in ("xcomp", "ccomp", "oprd", "acomp")), verb)
        if inner is not verb or verb.tag_ == "VBN":
            word, relation = inner.lower_, "nsubjpass" if word != "left" or inner is not verb else relation
    if relation in ("nsubj", "csubj") or (relation == "attr" and word in en.BE and noun.i > verb.i):
        return _of_doer(verb, word, noun)
    if kind == "personnel" and (paired := _paired(verb)) is not None:
        word = paired
    if word in en.FIRES and noun.lower_ in en.MUNITIONS and relation in _OBJECTS:
        return "strikes"
    if noun.lower_ in en.MUNITIONS and word in en.HITS and relation in ("pobj", "prep"):
        return "strikes"
    if word in en.HITS and noun.lower_ in en.TARGETS and relation in _OBJECTS:
        return "strikes"
    if noun.tag_ == "CD" and relation not in _OBJECTS and (told := _of_subject(verb)):
        return told
    found = en.OBJECT_VERBS.get(word) or en.SUBJECT_VERBS.get(word)
    if found in en.DEGREES and kind != "personnel" and (kind is not None or (found not in _BODILY and noun.tag_ in _COMMON)):
        found = None
    if relation in _OBJECTS:
        return found or _of_object(verb, word, kind, noun)
    if relation in ("pobj", "prep") and word in en.SEARCHES and kind == "personnel":
        return "missing"
    return found if kind in (None, "personnel") and word in _HARM else None


def _of_doer(verb: Token, word: str, noun: Token) -> str | None:
    """What the subject of an active verb comes to: who died, what struck, who "were among the dead"."""
    if noun.lower_ in en.MUNITIONS and word in en.LANDS:
        return "strikes"
    if word in en.LOSES and any(c.lower_ in ("lives", "life") for c in verb.children if c.dep_ in ("dobj", "obj")):
        return "fatalities"
    if word in en.SUSTAINS and any(c.lower_ in en.WOUNDS for c in verb.children if c.dep_ in ("dobj", "obj")):
        return "injuries"
    if word in ("have", "has", "had"):
        verb = next((c for c in verb.children if c.dep_ == "xcomp" and c.lower_ in en.LEAVES), verb)
        word = verb.lower_
    if word in en.LEAVES and noun.lower_ not in en.ARMED and _from_place(verb, noun.lower_ in en.CIVIL):
        return "displaced"
    if word in en.BE:
        among = (c for c in verb.children if c.lower_ == "among")
        fates = (en.AFTERMATHS.get(p.lower_) or en.EVENT_NOUNS.get(p.lower_) for c in among for p in c.children)
        return next(filter(None, fates), None)
    return en.SUBJECT_VERBS.get(word)


def _as_what(verb: Token) -> str | None:
    """ "Have registered as displaced", "fell as martyrs"."""
    last = verb.right_edge
    if "as" not in text_of(verb.doc)[verb.left_edge.idx : last.idx + len(last)].lower():
        return None  # to ask for the dependents of each dependent takes long
    for child in verb.children:
        below = list(child.children)
        named = below if child.lower_ == "as" else [child] if any(c.lower_ == "as" for c in below) and not any(c.dep_ == "nsubj" for c in below) else []
        if (fate := next((f for p in named if (f := "fatalities" if p.lower_ in en.FALLEN else _fate(p.lower_)) in en.DEGREES), None)) is not None:
            return fate
    return None


def _from_place(verb: Token, civil: bool) -> bool:
    """Whether people leave where they live: "have left the districts near the port", "3,000 families had left"."""
    left = [c for c in verb.children if c.dep_ in ("dobj", "obj", "xcomp", "ccomp", "oprd")]
    return (civil and not left) or any(c.lower_ in en.DWELLINGS or kind_of(c.lower_) == "territory" or c.ent_type_ in ("GPE", "LOC") for c in left)


def _paired(verb: Token) -> str | None:
    """The first verb of "killed or wounded 30", which share their object."""
    first = verb.head
    joined = verb.dep_ == "conj" and verb.i and verb.doc[verb.i - 1].lower_ == "or"
    return first.lower_ if joined and first.tag_ in _VERB_TAGS else None


def _of_subject(verb: Token) -> str | None:
    """What "Casualties were 270,000", "deaths rose to 45" and "raised its troops to 4,000" count."""
    for child in verb.children:
        if child.dep_ in ("nsubj", "nsubjpass", "dobj") and (found := en.EVENT_NOUNS.get(child.lower_)):
            return found
        if child.dep_ in ("dobj", "nsubjpass") and verb.lower_ in en.MOVES and (found := en.COUNTED_NOUNS.get(child.lower_)):
            return found
    return None


def _of_object(verb: Token, word: str, kind: str | None, noun: Token) -> str | None:
    """What losing, capturing or driving out does to people, and wrecking to places."""
    if kind == "territory" and word in en.WRECKS:
        return "other"
    if kind != "personnel" and not (noun.tag_ == "CD" and word in en.DRIVES):
        return None
    if word in en.LOSES:
        return "fatalities"
    if word in en.CAPTURES or (word in en.KEEPS and any(t.lower_ in en.CELLS for t in verb.doc[verb.i : verb.i + 12])):
        return "detained"
    following = {t.lower_ for t in verb.doc[verb.i : verb.i + 10]} if word in en.DRIVES else set()
    return "displaced" if following & en.FROM_HOME else None
