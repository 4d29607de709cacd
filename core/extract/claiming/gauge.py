"""The gauge that a number reads: the "number" of "bringing the number of settlements taken since May to 122"."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from core.extract.claiming.mention import Mention
from core.extract.lang.en.claims import GAUGES, PUTS, REVISES, TOLLS, TOTALLING

_STEPS = 9
_SETS = TOTALLING | REVISES | PUTS
"""Verbs that put a gauge to a number."""


def bearing(doc: Doc, m: Mention) -> Token:
    """The token of the number that the parse hangs up: the "million" of "18.6 million"."""
    token = doc[m.number]
    while token.head.tag_ == "CD" and m.first <= token.head.i < m.after and token.head.i != token.i:
        token = token.head
    return token


def gauge_of(number: Token) -> Token | None:
    """The object of the verb that sets a gauge "to" or "at" a number, ``None`` for no such verb.

    The preposition may hang on a clause within the object: "the number of settlements taken since May to 122".
    """
    up = number.head
    if up.lower_ not in ("to", "at") or up.dep_ != "prep":
        return None
    for _ in range(_STEPS):
        up = up.head
        if up.lower_ in GAUGES and up.head.lower_ in _SETS:
            return up
        if up.lower_ in _SETS:
            return next((c for c in up.children if c.dep_ == "dobj" and c.lower_ in GAUGES), None)
        if up.head.i == up.i:
            return None
    return None


def is_reached(doc: Doc, m: Mention) -> bool:
    """Whether a toll came to the number: "the toll rose to 47 on Sunday" counts all until then, of whom no day is told."""
    number = doc[m.number]
    while number.tag_ == "CD" and number.head.tag_ == "CD" and number.head.i < number.i:
        number = number.head
    if number.head.lower_ not in ("to", "at") or number.head.dep_ != "prep":
        return False
    return any(c.lower_ in TOLLS and c.dep_ in ("nsubj", "dobj", "nsubjpass") for c in number.head.head.children)


def bearer(doc: Doc, m: Mention) -> int:
    """The token whose clause dates the number: what it counts, also through a gauge ("brings to 18 the number of troops killed")."""
    if m.quantity.unit is not None or m.head is not None:
        return m.number if m.head is None or m.quantity.unit is not None else m.head
    above = doc[m.number].head
    verb = above.head if above.dep_ == "prep" else above
    gauge = gauge_of(bearing(doc, m)) or next((c for c in verb.children if c.lower_ in GAUGES), None)
    if gauge is None or any(c.lower_ == "since" for c in gauge.children):
        return m.number if gauge is None else gauge.i
    return next((c.i for of in gauge.children if of.lower_ == "of" for c in of.children), m.number)
