"""What hangs on each verb and event noun: times, places, names, claims, and who says it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from spacy.tokens import Doc

from core.extract.columns import code
from core.extract.component import stored_records, text_of
from core.extract.happenings.parse import Parse
from core.records import Span

Row = dict[str, Any]
"""A record as the Doc keeps it: the fields of ``core.records`` by name."""

_PLACE_RELATIONS = frozenset(("prep", "dobj", "advmod", "npadvmod", "pobj", "nsubjpass", "dative"))
_NO_PLACE_PREPOSITIONS = frozenset("with of by about against for like than as including despite under".split())


_COMPARED = re.compile(r"\b(?:(?:compared (?:with|to)|(?:up|down) from)\b(?:[^.;,\n]|[.,](?=\d))*|than (?:(?:in|on|at|during) )?(?:all of )?|as (?:many|much) as in (?:all of )?)$")
_ACCORDING = code("according")
_ON = frozenset(("on", "late", "early"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "expl"))
MAX_CLIMB = 12
"""Heads from a word up to its owner that are looked at."""
COMPARED = 60
"""Characters before a time that may say so."""


@dataclass(slots=True)
class Attached:
    """Records whose nearest owner is one trigger; times with the token they hang by."""

    timexes: list[tuple[Row, int]] = field(default_factory=list)
    places: list[str] = field(default_factory=list)
    set_in: list[str] = field(default_factory=list)
    """Those of ``places`` where the event is said to take place, none inside its subject."""
    entities: list[str] = field(default_factory=list)
    claims: list[str] = field(default_factory=list)

    def take(self, other: Attached) -> None:
        """Add what hangs on a trigger that is merged into this one."""
        self.timexes += other.timexes
        self.places += other.places
        self.set_in += other.set_in
        self.entities += other.entities
        self.claims += other.claims


def attach(doc: Doc, parse: Parse, dateline: Span = (0, 0)) -> dict[int, Attached]:
    """Owners with what hangs on them; owners with nothing are left out. A dateline's time dates no event."""
    found: dict[int, Attached] = defaultdict(Attached)
    if not parse.lower:
        return found

    def at(row: Row) -> tuple[Attached, int]:
        token = parse.head_of(*parse.tokens(row["start_char"], row["end_char"]))
        return found[parse.owner[token]], token

    text = text_of(doc)
    reports = "ccording" in text
    for row in stored_records(doc, "timexes"):
        if dateline[0] <= row["start_char"] < dateline[1] or not _is_date(row) or _is_compared(text, row["start_char"]):
            continue
        here, token = at(row)
        owner = parse.owner[token]
        if parse.dep[owner] == "ccomp" and _is_when_said(parse, token, owner):
            owner = parse.head[owner]
            here = found[owner]
        # "The current offer" is no date, nor is "the war, now in its third year"; "is now closed" is.
        if row["value"] == "PRESENT_REF" and (parse.dep[token] != "advmod" or parse.head[token] != owner):
            continue
        if not parse.parted(token, owner) and not (reports and _of_report(parse, token, owner)):
            here.timexes.append((row, token))
    for row in stored_records(doc, "toponyms"):
        if row["role"] == "location":
            here, token = at(row)
            if parse.parted(token, parse.owner[token]):
                continue
            here.places.append(row["id"])
            if _is_setting(parse, token):
                here.set_in.append(row["id"])
    for row in stored_records(doc, "entities"):
        # There are many, and where a name begins is as good as its head.
        owner = parse.owner[max(bisect_right(parse.start, row["start_char"]) - 1, 0)]
        found[owner].entities.append(row["id"])
    for row in stored_records(doc, "claims"):
        at(row)[0].claims.append(row["id"])
    return dict(found)


def _is_when_said(parse: Parse, token: int, owner: int) -> bool:
    """Whether a time right behind the verb that reports is of the report: "said on Monday it would open".

    Parsers hang it on what is said, whose subject stands behind it.
    """
    said = parse.head[owner]
    between = token - said - 1
    if not (parse.is_clause[said] and parse.tag(said) == "VBD") or not 0 <= between <= 1 or (between and parse.word(said + 1) not in _ON):
        return False
    return any(token < kid < owner and parse.dep[kid] in _SUBJECTS for kid in parse.kids[owner])


def _is_compared(text: str, start: int) -> bool:
    """Whether a time is only that of a figure to compare with: "compared with 230 the day before"."""
    before = text[max(start - COMPARED, 0) : start]
    return any(cue in before for cue in ("than ", "from ", "compared ", " as in ")) and _COMPARED.search(before) is not None


def _of_report(parse: Parse, token: int, owner: int) -> bool:
    """Whether a time is that of a report which a clause rests on: "according to a report in December"."""
    for _ in range(MAX_CLIMB):
        if token == owner:
            break
        if parse.lower[token] == _ACCORDING:
            return True
        token = parse.head[token]
    return False


def _is_date(row: Row) -> bool:
    """Whether a time expression dates something: no repetition, and no length without an anchor."""
    return row["type"] in ("DATE", "TIME") or (row["type"] == "DURATION" and bool(row["interval_begin"] or row["interval_end"]))


def _is_setting(parse: Parse, token: int) -> bool:
    """Whether a place stands where the event is set: "shelled Homs", "fell in Homs", "the Homs bombing"."""
    owner = parse.owner[token]
    for _ in range(MAX_CLIMB):
        if token == owner:
            return True
        head = parse.head[token]
        if parse.word(head) in _NO_PLACE_PREPOSITIONS:
            return False
        if head == owner:
            return not parse.is_clause[owner] or parse.dep[token] in _PLACE_RELATIONS
        token = head
    return False


class Sayings:
    """Attributions by the words inside them."""

    def __init__(self, doc: Doc) -> None:
        rows = stored_records(doc, "attributions")
        self._claims: dict[str, list[str]] = {}
        for claim in stored_records(doc, "claims"):
            if claim["attribution_id"]:
                self._claims.setdefault(claim["attribution_id"], []).append(claim["id"])
        spans = sorted(((s, -e, row["id"]) for row in rows for s, e in row["content"]))
        self._spans = [(s, -e, name) for s, e, name in spans]
        self._cues = [(start, end, row["id"]) for row in rows for start, end in row["cue"]]

    def innermost(self, offsets: Iterable[int]) -> dict[int, str]:
        """For each offset, given in order, the shortest content around it; those in none are left out."""
        found: dict[int, str] = {}
        stack: list[tuple[int, str]] = []
        following = 0
        for offset in offsets:
            while following < len(self._spans) and self._spans[following][0] <= offset:
                _, end, name = self._spans[following]
                following += 1
                while stack and stack[-1][0] < end:
                    stack.pop()
                stack.append((end, name))
            while stack and stack[-1][0] <= offset:
                stack.pop()
            if stack:
                found[offset] = stack[-1][1]
        return found

    def claims_of(self, names: Iterable[str]) -> list[str]:
        """Claims that the attributions state."""
        return [claim for name in names for claim in self._claims.get(name, ())]

    def by_cue(self, parse: Parse) -> dict[int, list[str]]:
        """Tokens of cues with the attributions that they introduce."""
        found: dict[int, list[str]] = {}
        for start, end, name in self._cues:
            first, last = parse.tokens(start, end)
            for token in range(first, last + 1):
                found.setdefault(token, []).append(name)
        return found
