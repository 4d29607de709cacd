"""Which quantities state something about the world, and are no idle words, names or sources."""

from __future__ import annotations

from spacy.tokens import Doc

from core.extract.claiming.mention import Mention, Reading, written
from core.extract.lang.en import claims as en
from core.extract.lang.en.units import TIME_UNITS
from core.records import Quantity

_STATES = frozenset(("personnel", "equipment", "territory", "other"))
"""Categories in which "one of the ..." singles out and does not count."""
_SMALL_VAGUE = 10
_OFTEN = 10
_FEW_SPEAKERS = 100
_NAMED_SPEAKERS = 9
_COUNTS = frozenset(("number.digits", "number.words", "number.one", "number.vague"))


def may_claim(q: Quantity) -> bool:
    """Whether a quantity can be a claim at all: not a span of time or an age, and not unknown."""
    return q.unit not in TIME_UNITS and (q.value, q.low, q.high) != (None, None, None)


def is_claim(reading: Reading, m: Mention, category: str | None) -> bool:
    """Whether a quantity of that category states something about the world (``None``: no category told)."""
    q = m.quantity
    return _states(reading.doc, m, category) and not (_speaks(reading, m) or _is_compound(reading.text, q) or _is_calibre(q) or _is_denominator(reading.doc, m))


def _is_denominator(doc: Doc, m: Mention) -> bool:
    """ "12 deaths per 100,000 people" counts no 100,000 people."""
    return m.first > 0 and doc[m.first - 1].lower_ in ("per", "every")


def _states(doc: Doc, m: Mention, category: str | None) -> bool:
    """An idle "one", a bare figure, "several factors", "three times" and "the two sides" state nothing."""
    q = m.quantity
    if written(q) == "number.one" and [t.lower_ for t in doc[m.number + 1 : m.number + 3]] == ["or", "more"]:
        return False
    if written(q) in ("number.one", "number.fold") and not (written(q) == "number.one" and q.modifier != "exact"):
        return written(q) == "number.one" and category is not None and not _singles_out(doc, m, category)
    known = m.number > 0 and doc[m.number - 1].lower_ in en.KNOWN
    if known and m.head is not None and (doc[m.head].lower_ in en.IDLE or doc[m.head].lower_ == "parties") and written(q) == "number.words":
        return False
    if q.unit is not None or q.change is not None or category not in (None, "personnel", "territory"):
        return True
    if category == "share" and _is_span_of_time(doc, m):
        return False
    if category is None and _is_idle(doc, m):
        return False
    return not (written(q) == "number.words" and (q.value or 0) < 5 and known)


def _is_span_of_time(doc: Doc, m: Mention) -> bool:
    """ "A quarter of a century", "half an hour"."""
    after = [t.lower_ for t in doc[m.after : m.after + 3]]
    return bool(after) and after[0] in ("of", "a", "an") and bool({*after} & en.SPANS)


def _singles_out(doc: Doc, m: Mention, category: str) -> bool:
    """ "One of the officers", of events "one of the deadliest attacks", "eight people of one family", and "not one square metre"."""
    if m.number and doc[m.number - 1].lower_ == "not":
        return True
    if m.head is not None and m.number and doc[m.number - 1].lower_ in ("of", "from") and doc[max(m.number - 2, 0)].tag_ in ("CD", "NNS"):
        return True
    following = doc[m.number + 1 : m.number + 6]
    one_of = bool(len(following)) and following[0].lower_ == "of"
    return one_of and (category in _STATES or any(t.tag_ in ("JJS", "RBS") for t in following))


def _is_idle(doc: Doc, m: Mention) -> bool:
    vague = written(m.quantity) == "number.vague" and (m.quantity.low or 0) < _SMALL_VAGUE
    idle = not m.quantity.counted if m.head is None else doc[m.head].lower_ in en.IDLE and not _is_station(doc, m.head)
    often = m.head is not None and doc[m.head].lower_ == "times" and (m.quantity.value or 0) >= _OFTEN
    return (idle and not often and not m.quantity.per) or vague


def _is_station(doc: Doc, head: int) -> bool:
    """ "26 water points"."""
    before = doc[head - 1]
    return doc[head].lower_ == "points" and before.dep_ == "compound" and before.lower_ not in en.IDLE_POINTS


def _is_calibre(q: Quantity) -> bool:
    """ "155mm howitzers", "500-pound bombs": a calibre names the gun, a weight with a hyphen the bomb."""
    if q.unit is not None and "-" in q.text and not en.CONTAINERS.isdisjoint((q.counted or "").lower().split()):
        return True
    if q.unit in ("pound", "kilogram") and "-" in q.text:
        return not en.MUNITIONS.isdisjoint((q.counted or "").lower().split())
    return q.unit == "millimeter" and any(en.COUNTED_NOUNS.get(word) == "equipment" for word in (q.counted or "").lower().split())


def _is_compound(text: str, q: Quantity) -> bool:
    """Whether the number only describes a thing: "a nine-storey building", "the three-man crew"."""
    return q.unit is None and not text.startswith("-strong", q.end_char) and text[q.end_char : q.end_char + 1] == "-" and text[q.end_char + 1 : q.end_char + 2].isalpha()


def _speaks(reading: Reading, m: Mention) -> bool:
    """Whether the number counts who says something: "two officials said", "quoted one officer as saying"."""
    q = m.quantity
    if q.unit is not None or written(q) not in _COUNTS or (m.head is not None and en.EVENT_NOUNS.get(reading.doc[m.head].lower_) == "strikes"):
        return False
    if (q.value or q.low or 0) < _FEW_SPEAKERS and reading.speakers.begin(q.start_char):
        return True
    if m.head is None or (q.value or _FEW_SPEAKERS) > _NAMED_SPEAKERS:
        return False
    noun = reading.doc[m.head]
    return (noun.dep_ == "nsubj" and noun.head.lower_ in en.SAID) or (noun.dep_ in ("dobj", "pobj") and noun.head.lower_ in en.QUOTED)
