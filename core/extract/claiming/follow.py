"""What a number takes over from the one before it: the whole that it is a part of, or what is counted."""

from __future__ import annotations

import re

from spacy.tokens import Doc, Token

from core.extract.claiming.mention import Mention, Reading
from core.extract.claiming.nouns import kind_of
from core.extract.counting.counted import counted_noun
from core.extract.counting.dependents import dependents
from core.extract.lang.en import claims as en
from core.records import Claim

_NEAR = 250
"""Characters within which a bare number may go on with what the number before it counted."""
_CLOSE = 50
"""The same, for a number that is only set beside it."""
_TOPIC = 80
"""The longest noun phrase that "of it" takes up, in characters."""
_LISTED = re.compile(r"\d(?: \w+)?: (?:[\d,]+ [^.;:,\d]+(?:,| and|, and) )?$")
"""Before the parts of a total: "put the dead at 127: 82 civilians and 45 soldiers"."""
_STEPS = 4
_LEVELS = ("pobj", "prep", "attr", "dobj", "npadvmod", "quantmod", "acomp")
_DASHES = "–—-"


def category_of_whole(reading: Reading, m: Mention) -> str | None:
    """The category of the whole, for "among them three medics" and "including two from abroad"."""
    before = m.before
    if before is None or before.category not in en.DEGREES or not m.number:
        return None
    start, _ = reading.sentences.around(m.quantity.start_char)
    if _LISTED.search(reading.text, max(start, m.quantity.start_char - _TOPIC), m.quantity.start_char):
        return before.category
    doc, near = reading.doc, range(max(0, m.number - 4), m.number)
    part = any(doc[i].lower_ in en.PART_WORDS and (doc[i].tag_ != "WDT" or (i and doc[i - 1].tag_ == "IN")) for i in near)
    part = part or _is_along(doc, m)
    return before.category if before.start_char >= start and part else None  # "of which 40", but not "which says 40"


def _is_along(doc: Doc, m: Mention) -> bool:
    """ "51 Israelis, along with 19 people of other nations"."""
    i = m.first - 1
    return i > 1 and (doc[i - 1].lower_, doc[i].lower_) in (("along", "with"), ("together", "with"), ("addition", "to"))


def taken_up(doc: Doc, m: Mention) -> Claim | None:
    """The claim of which "19 of them" is a part, ``None`` for a number with a verb of its own."""
    number = doc[m.number if m.quantity.unit is None else m.anchor]
    acts = number.dep_ in ("nsubj", "nsubjpass") and number.head.i > number.i
    own = (acts or number.dep_ == "dobj") and number.head.tag_.startswith("VB")
    return m.before if not own and _takes_up(doc, m) and _noun_before(doc, m) is None else None


def _noun_before(doc: Doc, m: Mention) -> Token | None:
    """The noun that "of them" takes up right behind it: "the trucks, some 40 of them"; one that has a number is a whole."""
    i = m.first - 2
    if i >= 0 and m.before is not None and m.before.end_char > doc[i].idx:
        return None
    beside = i >= 0 and doc[i + 1].text == "," and doc[i].tag_ == "NNS" and _of_pronoun(doc, m)
    return doc[i] if beside else None


def category_of_same(doc: Doc, m: Mention) -> str | None:
    """The category that a bare number goes on with, ``None`` where it goes on with nothing."""
    noun = _noun_before(doc, m) if m.head is None else None
    if noun is not None and (kind := en.EVENT_NOUNS.get(noun.lower_) or kind_of(noun.lower_)) is not None:
        return kind
    if m.before is not None and m.head is not None and doc[m.head].lower_ in ("ones", "one"):
        return m.before.category
    if m.before is None or m.head is not None:
        return None
    if _goes_on(doc, m):
        return m.before.category
    return _category_of_some(doc, m, m.before) if _takes_up(doc, m) else None


def category_of_parallel(doc: Doc, m: Mention, found: str | None) -> str | None:
    """The category of a bare number that took over what the claim before it counted, and has no verb of its own.

    "Killed 12 people in the north and three in the south" tells of three killed.
    """
    before, number = m.before, doc[m.number]
    if before is None or m.quantity.unit != before.unit or not m.quantity.rule.endswith("parallel") or before.counted != m.quantity.counted:
        return found
    verb = number.dep_ in ("dobj", "nsubj", "nsubjpass") and number.head.tag_.startswith("VB")
    told = m.after < len(doc) and (doc[m.after].tag_ == "VBN" or doc[m.after].lower_ in en.AFTERMATHS)
    return found if found and (verb or told) else before.category


def counted_by_subject(doc: Doc, m: Mention) -> str | None:
    """What the subject of a level says is counted: "the number of refugees rose to 45,000", "deaths fell to 12".

    Only for a number without unit and noun.
    """
    if m.quantity.unit is not None or m.quantity.counted:
        return None
    token = doc[m.number]
    into = ("to", "from", "at", "in") if m.quantity.modifier == "vague" else ("to", "from", "at")
    for _ in range(_STEPS):
        if token.tag_.startswith("VB"):
            break
        if token.dep_ not in _LEVELS or token.head.i == token.i or (token.dep_ == "prep" and token.lower_ not in into):
            return None
        token = token.head
    if token.lower_ not in en.LEVEL_VERBS:
        return None
    subject = next((c for c in dependents(token) if c.dep_ in ("nsubj", "nsubjpass")), None)
    return None if subject is None else _counted_subject(doc, subject)


def _counted_subject(doc: Doc, subject: Token) -> str | None:
    of = next((c for c in dependents(subject) if c.lower_ == "of"), None) if subject.lower_ in en.COUNTS else None
    if of is not None:
        counted = counted_noun(doc, of.i + 1)
        return None if counted is None else doc[counted.first : counted.last + 1].text
    left = [c for c in dependents(subject) if c.dep_ in ("amod", "compound") and c.i < subject.i]
    if subject.tag_ != "NNS" or not any(t.lower_ in en.EVENT_NOUNS or t.lower_ in en.COUNTED_NOUNS for t in (subject, *left)):
        return None
    return doc[min((c.i for c in left), default=subject.i) : subject.i + 1].text


def category_of_subject(counted: str) -> str:
    """The category of what a subject counts: "displaced people", "refugee arrivals", "deaths"."""
    words = counted.lower().split()
    told = (en.AFTERMATHS.get(w) or en.EVENT_NOUNS.get(w) for w in words)
    kinds = (en.COUNTED_NOUNS.get(w) for w in reversed(words))
    return next(filter(None, told), None) or next(filter(None, kinds), "other")


def counted_of(reading: Reading, m: Mention) -> str | None:
    """What is counted, in the article's words: behind the number, or taken over from the number before."""
    doc, before = reading.doc, m.before
    if m.quantity.counted:
        return m.quantity.counted
    if _of_pronoun(doc, m):
        return _topic(reading, m) or (before.counted if before is not None and _takes_up(doc, m) else None)
    if before is None:
        return None
    rest = any(doc[i].lower_ in en.REMAINDERS for i in range(max(0, m.first - 3), m.after))
    return before.counted if rest or (m.quantity.unit is None and _goes_on(doc, m)) else None


def _goes_on(doc: Doc, m: Mention) -> bool:
    """Whether a bare number goes on counting what the one before counted.

    "Another 19 were lost"; "265, down from about 1,440"; "117,000 lives (170,000 by other
    counts)".
    """
    near = {doc[i].lower_ for i in (m.first, m.number - 1, m.number + 1) if 0 <= i < len(doc) and not (i < m.number and doc[i + 1].lower_ == "than")}
    if near & en.MORE:
        return m.near_before(_NEAR, doc[m.first].idx)
    beside = m.first > 0 and doc[m.first - 1].lower_ in en.COMPARES
    return beside and m.before is not None and m.before.unit is None and m.near_before(_CLOSE, doc[m.first].idx)


def _takes_up(doc: Doc, m: Mention) -> bool:
    """Whether "of them" behind the number takes up what the number before it counted; "20 of whom" is no more than it."""
    if m.before is None or not _of_pronoun(doc, m) or not m.near_before(_NEAR, doc[m.after].idx):
        return False
    part, whole = m.quantity.value or m.quantity.low, m.before.value or m.before.high
    return doc[m.after + 1].tag_ == "PRP" or part is None or whole is None or part <= whole


def _of_pronoun(doc: Doc, m: Mention) -> bool:
    return m.after + 1 < len(doc) and doc[m.after].lower_ == "of" and doc[m.after + 1].tag_ in ("PRP", "WP", "WDT")


def _category_of_some(doc: Doc, m: Mention, before: Claim) -> str:
    """What "four of them" are: as the whole ("14 wounded, four of them badly"), or persons of whom more is told."""
    kind = en.COUNTED_NOUNS.get((before.counted or "").rsplit(" ", 1)[-1].lower())
    number = doc[m.number]
    told = number.dep_ in ("nsubj", "nsubjpass") and number.head.i > number.i and number.head.tag_.startswith("VB")
    return kind if kind and told and number.head.lower_ not in en.BE else before.category  # but "three of whom were children"


def _topic(reading: Reading, m: Mention) -> str | None:
    """The noun phrase before a dash that "of it" takes up: "The entire border – 75 percent of it"."""
    start, _ = reading.sentences.around(m.quantity.start_char)
    left = reading.text[max(start, m.quantity.start_char - 2 * _TOPIC) : m.quantity.start_char].rstrip()
    topic = left.rstrip(_DASHES + " ").lstrip("\"“'‘ ")
    return topic if topic and left != topic and left[-1] in _DASHES and len(topic) < _TOPIC else None
