"""What a place name stands for: a location, the article's dateline, or a government that acts.

A country, a capital or a seat of power is an actor where it does or suffers what only people do:
"Russia has alerted", "told Ankara", "accused by the Kremlin". The grammar is spaCy's parse,
handed over as plain functions so that this module needs no spaCy.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from core.extract.dateline import HEAD, closing
from core.extract.lang.en.governments import (
    ACTED_ON,
    ADDRESSING,
    ARMS_AND_OFFICES,
    BETWEEN_ACTORS,
    BORDER_NOUNS,
    FROM_GOVERNMENTS,
    GOVERNING,
    SPEAKING,
    UNDERGOING,
)
from core.extract.lang.en.places import PLACE_CUES
from core.extract.places.mention import Mention


class Grammar:
    """The parse around a span: its own dependency, and the lower-case words that govern it.

    ``look(start, end)`` gives ``(dependency, head word, head tag, grandhead word)``, spaCy's labels.
    """

    def __init__(self, look: Callable[[int, int], tuple[str, str, str, str] | None]) -> None:
        self.look = look


def dateline(text: str, mentions: Sequence[Mention]) -> str | None:
    """Mark the mentions of the article's dateline and return its text, such as ``BEIRUT, Lebanon``.

    A name that is known as a place needs no capitals before a dash.
    """
    for i, mention in enumerate(mentions):
        if mention.start > HEAD:
            return None
        close = closing(text, mention.end) if _opens_line(text, mention.start) and not mention.demonym else None
        if close and (close.mark != ":" or close.agency or text[mention.start : mention.end].isupper()):
            end = mention.end
            for other in mentions[i:]:
                if other.end <= close.end:
                    other.role, end = "dateline", other.end
            return text[mention.start : end]
    return None


def _opens_line(text: str, start: int) -> bool:
    return start == 0 or text[:start].rstrip(" \t").endswith("\n") or not text[:start].strip()


def assign(mentions: Sequence[Mention], grammar: Grammar) -> None:
    """Set the role of every mention that is no dateline, in place."""
    for mention in mentions:
        if mention.demonym:
            mention.role = "demonym"
        elif mention.role == "location" and mention.chosen and _governs(mention) and _acts(mention, grammar):
            mention.role = "actor"


def _governs(mention: Mention) -> bool:
    """Whether the place can stand for a government: countries, capitals and seats of power."""
    assert mention.chosen is not None
    place = mention.chosen.place
    return place.kind in ("country", "metonym") or (place.kind == "city" and place.seat == 2)


def _acts(mention: Mention, grammar: Grammar) -> bool:
    assert mention.chosen is not None
    found = grammar.look(mention.start, mention.end)
    if found is None:
        return mention.chosen.place.kind == "metonym"
    dependency, head, tag, above = found
    kind = mention.chosen.place.kind
    if kind == "metonym":
        return head not in PLACE_CUES or dependency != "pobj"
    speaks = head in SPEAKING
    if dependency in ("nsubj", "nsubjpass"):
        willing = kind == "country" and dependency == "nsubj" and head not in UNDERGOING
        return tag.startswith("VB") and (willing or speaks or head in GOVERNING)
    if dependency in ("dobj", "dative"):
        return head in ACTED_ON
    if dependency == "pobj":
        if above in BORDER_NOUNS:
            return False
        if head == "from":
            return above in FROM_GOVERNMENTS or (kind == "country" and above in SPEAKING)
        return (head in BETWEEN_ACTORS and (kind == "country" or above in SPEAKING)) or (head == "to" and above in ADDRESSING)
    if kind == "city" and dependency in ("poss", "compound", "nmod", "amod"):
        return head in ARMS_AND_OFFICES
    return dependency == "poss" and kind == "country" and head in GOVERNING
