"""A place name found in a text, before and after it is resolved."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from core.extract.gazetteer.lookup import Match


class EntitySpan(NamedTuple):
    """A named entity of the model: offsets in characters and its OntoNotes label."""

    start: int
    end: int
    label: str


@dataclass(slots=True)
class Mention:
    """A name in the text; offsets are code points, end exclusive."""

    start: int
    end: int
    key: str
    """``name_key`` of the name alone."""
    rule: str
    surface: str = ""
    """The name alone as it is written."""
    matches: tuple[Match, ...] = ()
    kinds: tuple[str, ...] = ()
    """Kinds of place that the words around ask for, best first."""
    containers: tuple[str, ...] = ()
    """Keys of the places that the text puts it in, the nearest first."""
    demonym: bool = False
    chosen: Match | None = None
    scores: dict[int, float] = field(default_factory=dict)
    """Score by place id."""
    offset_m: float = 0.0
    """Distance from the place that the text states ("50 km north of")."""
    role: Literal["location", "dateline", "actor", "demonym"] = "location"
    kind: str | None = None
    geometry: str | None = None
    name: str | None = None
