"""What a number without a noun of its own counts: what its gauge, its subject or the count before it names."""

from __future__ import annotations

from typing import NamedTuple

from spacy.tokens import Doc, Token

from core.extract.claiming.gauge import bearing, gauge_of
from core.extract.claiming.mention import Mention
from core.extract.claiming.nouns import kind_of
from core.extract.lang.en import claims as en

_NEAR = 300
"""Characters within which a bare number may take up the count before it."""
_BESIDE = 120
"""The same for an amount with a unit."""
_GAPPED = 40
"""The same for "and Malawi three", where the verb is left out."""
_STEPS = 6
_NOUNS = frozenset(("NN", "NNS", "NNP", "NNPS"))
_VERBS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
_THEMES = ("dobj", "nsubjpass", "nsubj", "expl")


class Topic(NamedTuple):
    """The category of a bare number and what it counts, in the article's words, ``None`` where they do not say."""

    category: str
    counted: str | None


def topic_of(doc: Doc, m: Mention) -> Topic | None:
    """The topic of a number that stands without a noun, ``None`` where it states nothing.

    "The number of fighters fell to 3,000", "a ceiling of 4,087", "of which six have arrived",
    "there are 47".
    """
    number = above = bearing(doc, m)
    if m.head is not None or m.quantity.unit is not None or _is_age(doc, m):
        return None
    if m.after < len(doc) and doc[m.after].lower_ == "strong":
        return Topic("personnel", None)
    if _is_gapped(doc, m):
        return _of_before(m)
    if (gauge := gauge_of(number)) is not None:
        return _of_gauge(gauge) or _of_before(m, gauge) or Topic("other", None)
    for _ in range(_STEPS):
        if above.head.i == above.i:
            return None
        above = above.head
        if above.tag_ in _NOUNS:
            return _of_noun(above, m)
        if above.tag_ in _VERBS:
            return _of_verb(above, number, m)
    return None


def _is_gapped(doc: Doc, m: Mention) -> bool:
    """ "South Africa lost 14 soldiers, Malawi three and Uruguay two": a name and its number, without the verb."""
    before = m.last_count
    if before is None or m.first < 3 or m.after >= len(doc) or m.quantity.start_char - before.end_char > _GAPPED:
        return False
    name = m.first - 1
    while name and doc[name].tag_ in ("NNP", "NNPS"):
        name -= 1
    return name < m.first - 1 and doc[name].lower_ in (",", "and", ";") and doc[m.after].lower_ in (",", "and", ";", ".")


def _is_age(doc: Doc, m: Mention) -> bool:
    """ "Children under five": a bound that no count would have."""
    return m.first > 0 and (m.quantity.value or 99) < 19 and bool({doc[m.first].lower_, doc[m.first - 1].lower_} & en.AGE_BOUNDS)


def _of_noun(noun: Token, m: Mention) -> Topic | None:
    if noun.lower_ in en.CROWDS:
        return Topic("personnel", noun.text)
    if noun.lower_ in en.GAUGES:
        return _of_gauge(noun) or _of_before(m, noun) or _of_owner(noun) or Topic("other", None)
    return None


def _of_owner(gauge: Token) -> Topic | None:
    """What the clause over a gauge is about: "troop levels fell from a peak of 48,000"; a strength is of people."""
    verb = next((t for t in gauge.ancestors if t.tag_ in _VERBS), None)
    theme = next((c for c in verb.children if c.dep_ in _SUBJECTS and c.lower_ in en.GAUGES), None) if verb is not None else None
    found = _of_gauge(theme) if theme is not None else None
    return found or (Topic("personnel", None) if gauge.lower_ == "strength" else None)


def _of_gauge(gauge: Token) -> Topic | None:
    """What a gauge measures: "the number of fighters", "troop levels", "the death toll"."""
    for child in gauge.children:
        named = child
        if child.lower_ == "of":
            named = next((c for c in child.children if c.dep_ == "pobj" and c.tag_ in _NOUNS), child)
        if named.lower_ in en.GAUGES and (inner := _of_gauge(named)) is not None:
            return inner
        if child.dep_ in ("acl", "amod") and (fate := en.AFTERMATHS.get(child.lower_)):
            return Topic(fate, None)
        if (found := _befallen(named) or _category(named.lower_)) is not None:
            return Topic(found, named.text)
    return Topic("fatalities", gauge.text) if gauge.lower_ == "toll" else None


def _befallen(noun: Token) -> str | None:
    """What became of them: "the number of Israelis released", "of people who fled"."""
    for child in noun.children:
        if child.i > noun.i and child.dep_ in ("acl", "relcl"):
            word = child.lower_
            return (en.OBJECT_VERBS.get(word) or ("detained" if word in en.CAPTURES else None)) if child.tag_ == "VBN" else en.SUBJECT_VERBS.get(word)
    return None


def _category(word: str) -> str | None:
    return en.EVENT_NOUNS.get(word) or kind_of(word) or en.COUNTED_NOUNS.get(word + "s")


def _of_verb(verb: Token, number: Token, m: Mention) -> Topic | None:
    """What the clause is about, if the number is not its subject: a gauge, what is counted, or a pronoun for it."""
    if number.dep_ in _SUBJECTS:
        if verb.lower_ in en.BE and (named := next((c for c in verb.children if c.dep_ == "attr" and c.i > number.i and c.lower_ in en.EVENT_NOUNS), None)) is not None:
            return Topic(en.EVENT_NOUNS[named.lower_], named.text)
        if verb.lower_ in en.BE and m.last_people is not None and m.quantity.start_char - m.last_people.end_char <= _NEAR and _are_people(verb, number):
            return Topic(m.last_people.category, m.last_people.counted)
        return None if _is_more(number, m) else _of_subject(verb, m)
    if verb.lower_ in en.VOTES:
        return Topic("vote", None)
    themes = sorted((c for c in verb.children if c.dep_ in _THEMES and (c.i < number.i or (c.dep_ == "dobj" and c.lower_ in en.GAUGES))), key=lambda c: _THEMES.index(c.dep_))
    for theme in themes:
        word = theme.lower_
        if word in en.GAUGES:
            return _of_gauge(theme) or _of_before(m, theme) or Topic("other", None)
        if word in en.STAND_INS:
            return _of_before(m)
        if theme.tag_ in _NOUNS and verb.lower_ in en.PUTS:
            found = _category(word)
            return Topic(found, theme.text) if found else _of_before(m) or Topic("other", theme.text)
        if theme.tag_ in _NOUNS and verb.lower_ in en.REACHES:
            return None if word in en.AGES else Topic(_category(word) or "other", theme.text)
    return _of_before(m) if number.dep_ in ("dobj", "attr") or verb.lower_ in en.SPEAKS_OF else None


def _are_people(verb: Token, number: Token) -> bool:
    """ "Seventy-nine are women"."""
    return any(c.dep_ == "attr" and c.i > number.i and kind_of(c.lower_) == "personnel" for c in verb.children)


def _is_more(number: Token, m: Mention) -> bool:
    """Whether "of which 62" would be more than the count before it: then it is of something before that."""
    if not number.i or number.nbor(-1).lower_ not in ("which", "whom") or m.last_count is None:
        return False
    part, whole = m.quantity.value or m.quantity.low, m.last_count.value or m.last_count.high
    return part is not None and whole is not None and part > whole


def _of_subject(verb: Token, m: Mention) -> Topic | None:
    """A bare number that does something: munitions that come down are strikes, whoever speaks is a person."""
    before = _of_before(m)
    if before is not None and before.category in en.DEGREES and verb.lower_ in en.NEEDY:
        return Topic("personnel", before.counted)
    if before is None or before.category == "other":
        return Topic("personnel", None) if verb.lower_ in en.SPEAKS else before
    thing = (before.counted or "").rsplit(" ", 1)[-1].lower()
    return Topic("strikes", before.counted) if thing in en.MUNITIONS and verb.lower_ in en.LANDS else before


def _of_before(m: Mention, gauge: Token | None = None) -> Topic | None:
    """The count before, if it is near and counts things; of dead or hurt for "the true number" and "the total"."""
    tolls = m.last_toll if gauge is not None and gauge.lower_ in en.TALLIES else None
    for before in (tolls, m.last_count):
        if before is not None and m.quantity.start_char - before.end_char <= _NEAR:
            return Topic(before.category, before.counted)
    last = m.before
    beside = last is not None and last.unit is not None and last.category != "share" and m.quantity.start_char - last.end_char < _BESIDE
    return Topic(last.category, None) if beside and last is not None else None
