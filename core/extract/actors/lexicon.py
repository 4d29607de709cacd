"""Names and types beyond the model's: armed groups, units, weapons, aircraft, ships.

Fixed names come from the alias file and ``core/extract/data/military.tsv``, found by
their first word; unit and ship names follow patterns ("3rd Brigade", "USS Carney").
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from core.actors import actors
from core.extract.columns import code

FILE = Path(__file__).parent.parent / "data" / "military.tsv"


class Entry(NamedTuple):
    """A name to be found in a text, by its exact spelling."""

    text: str
    label: str
    entity: str
    alone: bool
    """Found on its own; otherwise only where the model sees a name."""


_ORDINAL = r"(?:\d{1,3}(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Seventh|Eighth|Ninth|Tenth)"
_ARM = r"(?:(?:[A-Z][\w-]+|(?:Air|Special) [A-Z]\w+) ){0,4}?"
_UNITS = ("Division", "Brigade", "Battalion", "Regiment", "Corps", "Army", "Fleet", "Squadron", "Wing")
_UNIT = re.compile(rf"\b{_ORDINAL} {_ARM}(?:{'|'.join(_UNITS)})\b")
_PREFIXES = ("USS", "USNS", "HMS", "HMCS", "HMAS", "INS", "MV", "MT")
_SHIP = re.compile(rf"\b(?:{'|'.join(_PREFIXES)}) [A-Z][\w.-]+(?: [A-Z][\w.-]+){{0,3}}")
PATTERNS = (
    ("MILITARY_UNIT", "unit_pattern", _UNITS, _UNIT),
    ("SHIP", "ship_pattern", tuple(f"{prefix} " for prefix in _PREFIXES), _SHIP),
)
"""Label, rule, words of which a match has one, pattern: most texts have none of them, which is soon seen."""

FOUND_ALONE = frozenset(("armed_group", "military", "alliance"))
LONG_ACRONYM = 5
"""Letters from which an acronym hardly ever means anything else: MONUSCO, UNHCR."""
_FIRST = re.compile(r"\w+|\W")


class Entries(NamedTuple):
    """The entries that begin with a token."""

    longest_first: list[Entry]
    length: int
    """Characters of that token."""
    onward: frozenset[str] | None
    """The two characters after it in any of them; ``None`` where one ends with it. Most that begin with "the" go on otherwise."""


@cache
def by_first_word() -> dict[int, Entries]:
    """Entries by spaCy's integer for their first token."""
    index: dict[str, list[Entry]] = defaultdict(list)
    for entry in _entries():
        first = _FIRST.match(entry.text)
        words = {entry.text.split()[0], first.group() if first else ""}
        for word in words - {""}:
            index[word].append(entry)
    return {code(word): _begun(word, entries) for word, entries in index.items()}


def _begun(word: str, entries: list[Entry]) -> Entries:
    n = len(word)
    onward = frozenset(e.text[n : n + 2] for e in entries)
    whole = any(len(after) < 2 for after in onward)
    return Entries(sorted(entries, key=lambda e: -len(e.text)), n, None if whole else onward)


def _entries() -> Iterator[Entry]:
    for actor in dict.fromkeys(actors().values()):
        for text in (actor.name, *actor.aliases):
            several = " " in text or "-" in text
            acronym = text.isupper() and len(text) >= LONG_ACRONYM
            alone = several or acronym or (actor.kind in FOUND_ALONE and len(text) >= 3 and text[0].isupper())
            yield Entry(text, actor.label, actor.name, alone)
    for line in FILE.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            label, names, _source = line.split("\t")
            first = names.split(";")[0]
            for text in names.split(";"):
                yield Entry(text, label, first, True)
