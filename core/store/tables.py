"""Record kinds as tables: the Arrow schema of each, and rows from an enriched article.

A row has the record's own fields and what links it to others: its article, the sentences
that it stands in, and the days that it speaks of (its own interval, else that of the
dates in its sentence; both ``None`` when the text gives neither).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin

import msgspec
import pyarrow as pa

from core.actors import canonical
from core.isodates import first_day, last_day
from core.records import RECORD_TYPES, Article, EnrichedArticle, Record
from core.sentences import Sentences

LINKS: tuple[tuple[str, Any], ...] = (
    ("article_id", pa.string()),
    ("sentence_start", pa.int64()),
    ("sentence_end", pa.int64()),
    ("sentence", pa.string()),
    ("time_begin", pa.string()),
    ("time_end", pa.string()),
)
"""Columns that every record table has beside the record's fields."""

KEPT: tuple[tuple[str, Any], ...] = (("enrichment", pa.string()), ("given", pa.string()), ("added", pa.string()), ("characters", pa.int64()))
"""Columns of ``articles`` beside its fields: the key of its enrichment, the article as read (JSON, without the text), when it came in, its length."""

_SCALARS: dict[type, Any] = {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
_INTERVALS = (("interval_begin", "interval_end"), ("window_begin", "window_end"))


def arrow_type(annotation: Any) -> Any:
    """Arrow type of a record field's annotation. Raises ``TypeError`` on one that no table can hold."""
    origin, args = get_origin(annotation), get_args(annotation)
    if annotation in _SCALARS:
        return _SCALARS[annotation]
    if origin is Literal:
        return pa.string()
    if origin in (Union, UnionType):
        return arrow_type(next(a for a in args if a is not NoneType))
    if origin is tuple:
        return pa.list_(arrow_type(args[0]))
    if origin is dict:
        return pa.map_(arrow_type(args[0]), arrow_type(args[1]))
    if isinstance(annotation, type) and issubclass(annotation, msgspec.Struct):
        return pa.struct(_fields(annotation))
    raise TypeError(f"no column type for {annotation!r}")


def _fields(struct: type[msgspec.Struct]) -> list[tuple[str, Any]]:
    return [(f.name, arrow_type(f.type)) for f in msgspec.structs.fields(struct)]


_NAMES: dict[str, str] = {"entities": "entity", "claims": "speaker", "attributions": "speaker"}
"""Record kind -> the field that names an actor."""


def _actor_columns(kind: str) -> list[tuple[str, Any]]:
    """``actor``, the name that the actor goes by across articles (``core.actors``), and the same of ``via``."""
    columns: list[tuple[str, Any]] = [("actor", pa.string())] if kind in _NAMES else []
    return [*columns, ("via_actors", pa.list_(pa.string()))] if _NAMES.get(kind) == "speaker" else columns


SCHEMAS: dict[str, Any] = {kind: pa.schema([*LINKS, *_actor_columns(kind), *_fields(record)]) for kind, record in RECORD_TYPES.items()}
"""Arrow schema of each record table by its kind."""

SCHEMAS["articles"] = pa.schema([*_fields(Article), *KEPT, *((f"n_{kind}", pa.int64()) for kind in RECORD_TYPES)])


def as_given(article: Article) -> Article:
    """An enriched article as it was read, as far as can be told: what was found in the text is taken away."""
    if article.published_basis == "given":
        return msgspec.structs.replace(article, dateline=None)
    unknown = dict.fromkeys(("dateline", "published", "published_basis", "published_earliest", "published_latest"))
    return msgspec.structs.replace(article, published_clues=(), **unknown)


def article_row(enriched: EnrichedArticle, enrichment: str | None, given: Article | None, added: str) -> dict[str, Any]:
    """The row of ``articles``: the article's fields and how many records of each kind it has."""
    counts = {f"n_{kind}": len(getattr(enriched, kind)) for kind in RECORD_TYPES}
    read = msgspec.structs.replace(given or as_given(enriched.article), text="")
    kept = {"enrichment": enrichment, "given": msgspec.json.encode(read).decode(), "added": added, "characters": len(enriched.article.text)}
    return {**msgspec.to_builtins(enriched.article), **kept, **counts}


def record_rows(enriched: EnrichedArticle) -> dict[str, list[dict[str, Any]]]:
    """Rows of every record table for one article, by kind."""
    text = enriched.article.text
    sentences = Sentences(text)
    dated = list(_dated(enriched, sentences))
    return {
        kind: [_row(record, enriched.article, sentences, dated) | _actors(kind, record) for record in getattr(enriched, kind)]
        for kind in RECORD_TYPES
    }


def _actors(kind: str, record: Record) -> dict[str, Any]:
    name = getattr(record, _NAMES[kind]) if kind in _NAMES else None
    return {"actor": name and canonical(name), "via_actors": [canonical(v) for v in getattr(record, "via", ())]}


Dated = tuple[int, int, str, str]
"""Sentence start and end, first and last day."""


def _dated(enriched: EnrichedArticle, sentences: Sentences) -> Iterator[Dated]:
    for timex in enriched.timexes:
        begin, end = own_interval(timex)
        if begin and end:
            yield *sentences.covering(timex.start_char, timex.end_char), begin, end


def own_interval(record: Record) -> tuple[str | None, str | None]:
    """First and last day that a record itself names; an open side is ``None``."""
    for begin, end in _INTERVALS:
        if hasattr(record, begin):
            return first_day(getattr(record, begin)), last_day(getattr(record, end))
    return None, None


def _row(record: Record, article: Article, sentences: Sentences, dated: Iterable[Dated]) -> dict[str, Any]:
    start, end = sentences.covering(record.start_char, record.end_char)
    begin, last = own_interval(record)
    if begin is None and last is None:
        around = [(b, e) for s, t, b, e in dated if s < end and t > start]
        begin, last = (min(b for b, _ in around), max(e for _, e in around)) if around else (None, None)
    return {
        **msgspec.to_builtins(record),
        "article_id": article.id,
        "sentence_start": start,
        "sentence_end": end,
        "sentence": article.text[start:end],
        "time_begin": begin,
        "time_end": last,
    }
