"""The schema: what the machine says of an article, as frozen typed records.

Extractors make these records, the store keeps them, the views read them; nothing
else passes between the wings. Offsets are Unicode code points into the article's
text exactly as given, end exclusive. Unknown is ``None``, never a guess.

Terms are the field's own: TIMEX3 (ISO-TimeML), toponym and geocode, attribution
with source, cue and content (PARC 3.0), ACLED event types.
"""

from __future__ import annotations

from typing import Literal

import msgspec

Span = tuple[int, int]
"""``(start, end)`` in code points of the article's text, end exclusive."""


class Clue(msgspec.Struct, frozen=True, kw_only=True):
    """Words of the text that tell when the article was published, and which end they cut."""

    start_char: int
    end_char: int
    text: str
    cut: Literal["earliest", "latest"]
    date: str
    """ISO day: not published before it (``earliest``) or not after it (``latest``)."""
    reason: str
    """Why the words say so, as one sentence for a reader."""
    rule: str
    source: str | None = None
    """Where the fact stands, when the clue rests on a fact outside the text."""
    kept: bool = True
    """False when another clue contradicts it and the interval goes by that one."""


class Article(msgspec.Struct, frozen=True, kw_only=True):
    """One article as read, with what is known of its own date."""

    id: str
    text: str
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    url: str | None = None
    language: str | None = None
    dateline: str | None = None
    published: str | None = None
    """ISO date of publication (document creation time)."""
    published_basis: Literal["given", "stated", "inferred"] | None = None
    published_earliest: str | None = None
    published_latest: str | None = None
    published_clues: tuple[Clue, ...] = ()
    """What an inferred date rests on, in text order."""
    sha256: str = ""
    """Of the text in UTF-8, hexadecimal."""


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """What every record has: where it stands and what made it."""

    id: str
    """Unique in the article and the same on every run."""
    start_char: int
    end_char: int
    text: str
    rule: str
    """Name of the rule or the model that made the record."""


class Entity(Record, frozen=True, kw_only=True):
    """A named person, organisation, place, weapon, vehicle or event."""

    label: str
    entity: str
    """Canonical name within the article."""


class Candidate(msgspec.Struct, frozen=True, kw_only=True):
    """A place that a toponym may mean."""

    name: str
    country: str | None
    lat: float
    lon: float
    geonameid: int | None
    score: float


class Toponym(Record, frozen=True, kw_only=True):
    """A place name, and the place that it stands for."""

    name: str | None = None
    kind: str | None = None
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    lat: float | None = None
    lon: float | None = None
    uncertainty_m: float | None = None
    """Radius around the point, in metres, that holds what the text means."""
    geonameid: int | None = None
    role: Literal["location", "dateline", "actor", "demonym"] = "location"
    candidates: tuple[Candidate, ...] = ()
    geometry: str | None = None
    """Id of a line or polygon, see ``core.shapes``."""


Precision = Literal["day", "week", "month", "quarter", "season", "year", "decade", "vague"]


class Timex(Record, frozen=True, kw_only=True):
    """A temporal expression, TIMEX3 of ISO-TimeML."""

    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None = None
    mod: str | None = None
    interval_begin: str | None = None
    """First ISO date of the calendar interval that it stands for."""
    interval_end: str | None = None
    """Last ISO date of that interval, inclusive."""
    precision: Precision | None = None


Modifier = Literal["exact", "about", "at_least", "at_most", "more_than", "less_than", "range", "vague"]


class Quantity(Record, frozen=True, kw_only=True):
    """A number with its unit; bounds are inclusive and ``None`` is open."""

    value: float | None = None
    low: float | None = None
    high: float | None = None
    modifier: Modifier = "exact"
    change: Literal["up", "down"] | None = None
    unit: str | None = None
    """A name that Pint parses, an ISO 4217 code, or ``None`` for a count."""
    counted: str | None = None
    per: str | None = None
    """What a rate is per: a span of time by Pint's name (``day``) or the word of the text (``barrel``);
    ``None`` for a plain amount. A rate that Pint names (``mile / hour``) is a unit and has none."""


class Claim(Quantity, frozen=True, kw_only=True):
    """A quantity that the article states about the world, and who says so."""

    category: str = "other"
    status: Literal["done", "ongoing", "planned", "hypothetical", "denied"] | None = None
    source_text: str | None = None
    source: tuple[Span, ...] = ()
    speaker: str | None = None
    via: tuple[str, ...] = ()
    """Who passed it on, the one nearest the speaker first."""
    window_begin: str | None = None
    """ISO prefix date."""
    window_end: str | None = None
    toponym_id: str | None = None
    attribution_id: str | None = None
    quantity_id: str | None = None


class Attribution(Record, frozen=True, kw_only=True):
    """Who says what (PARC): source, cue and content; the offsets cover the content."""

    content: tuple[Span, ...]
    cue: tuple[Span, ...] = ()
    source: tuple[Span, ...] = ()
    speaker: str | None = None
    """The fullest name that the article gives for the source."""
    via: tuple[str, ...] = ()
    addressee: str | None = None
    type: Literal["direct", "indirect", "mixed"] = "indirect"
    polarity: Literal["positive", "negative"] = "positive"
    nested_in: str | None = None


class Event(Record, frozen=True, kw_only=True):
    """A dated or placed clause; ``clock`` tells what happened from what was said."""

    trigger: Span
    lemma: str
    category: str | None = None
    """ACLED event type."""
    interval_begin: str | None = None
    interval_end: str | None = None
    precision: Precision | None = None
    timex_id: str | None = None
    toponym_ids: tuple[str, ...] = ()
    entity_ids: tuple[str, ...] = ()
    claim_ids: tuple[str, ...] = ()
    attribution_id: str | None = None
    clock: Literal["happened", "said", "printed", "planned"] = "happened"


class Check(Record, frozen=True, kw_only=True):
    """A finding between claims, or a claim and a reference. Never a verdict."""

    kind: str
    claim_ids: tuple[str, ...]
    statement: str
    """One sentence with the figures."""
    figures: dict[str, float] = {}
    reference: str | None = None
    """Source of any outside figure."""
    readings: tuple[str, ...] = ()
    """The ways in which both can be true."""


RECORD_TYPES: dict[str, type[Record]] = {
    "entities": Entity,
    "toponyms": Toponym,
    "timexes": Timex,
    "quantities": Quantity,
    "claims": Claim,
    "attributions": Attribution,
    "events": Event,
    "checks": Check,
}
"""Record kinds by their plural name, in the order in which an enriched article has them."""


class EnrichedArticle(msgspec.Struct, frozen=True, kw_only=True):
    """An article with all its records: one line of ``enrich``'s output."""

    article: Article
    entities: tuple[Entity, ...] = ()
    toponyms: tuple[Toponym, ...] = ()
    timexes: tuple[Timex, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    claims: tuple[Claim, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    checks: tuple[Check, ...] = ()


def record_id(kind: str, start: int, end: int) -> str:
    """Id of a record of ``kind`` (a singular name) at an offset, such as ``claim-2039-2062``."""
    return f"{kind}-{start}-{end}"


def to_json(enriched: EnrichedArticle) -> str:
    """One line of JSON, without the line feed."""
    return msgspec.json.encode(enriched).decode()


def from_json(line: str | bytes) -> EnrichedArticle:
    """Read what ``to_json`` wrote. Raises ``msgspec.ValidationError`` on anything else."""
    return msgspec.json.decode(line, type=EnrichedArticle)
