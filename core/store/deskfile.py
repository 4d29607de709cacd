"""What people wrote as a file, one entry a line, and back: to keep it, move it, or put two desks together.

A line is a JSON object with ``entry`` (``mark``, ``name`` or ``view``) and the fields of
``MarkEntry``, ``NameEntry`` or ``ViewEntry``. Ids of rows and records are not in it: a mark
finds its record by its anchor. Files of the older form, one object with ``marks``, ``names``
and ``views``, are read too.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, Literal

import msgspec

from core.errors import StoreError
from core.isodates import days
from core.records import RECORD_TYPES, Toponym
from core.store.anchors import Anchor

RELIABILITY = "ABCDEF"
"""NATO Admiralty code, of a source: A completely reliable ... E unreliable, F cannot be judged."""
CREDIBILITY = "123456"
"""NATO Admiralty code, of a piece of information: 1 confirmed ... 5 improbable, 6 cannot be judged."""

MarkKind = Literal["place", "published", "review", "note", "credibility"]
NameKind = Literal["merge", "apart", "reliability"]


class MarkEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="entry", tag="mark"):
    """Something written on an article, or on the words of an anchor in it."""

    what: MarkKind
    article_id: str
    anchor: Anchor | None = None
    value: Any
    at: str
    """When, as an ISO 8601 instant."""


class NameEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="entry", tag="name"):
    """A decision about a name."""

    what: NameKind
    name: str
    value: str
    reason: str | None = None
    at: str


class ViewEntry(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="entry", tag="view"):
    """A saved view. Its time is empty in files of the older form, which had none."""

    name: str
    query: str
    at: str


Entry = MarkEntry | NameEntry | ViewEntry


def lines(entries: Iterable[Entry]) -> Iterator[str]:
    """The file, a line at a time."""
    for entry in entries:
        yield msgspec.json.encode(entry).decode() + "\n"


def entries(name: str, content: bytes) -> list[Entry]:
    """The entries of a file; ``name`` is what messages call it.

    Raises ``StoreError``, which names the file, the line and what is wrong with it: then
    nothing of it should be used.
    """
    old = _older(name, content)
    if old is not None:
        return old
    found = [_decoded(f"{name}:{n}", line) for n, line in enumerate(content.removeprefix(b"\xef\xbb\xbf").split(b"\n"), 1) if line.strip()]
    if not found:
        raise StoreError(f"{name}: empty")
    return found


def _decoded(where: str, line: bytes) -> Entry:
    try:
        return _checked(where, msgspec.json.decode(line, type=Entry))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise StoreError(f"{where}: {error}") from error


def _older(name: str, content: bytes) -> list[Entry] | None:
    """The entries of a file of the older form; ``None`` of what is none."""
    try:
        whole = msgspec.json.decode(content.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        return None
    if not isinstance(whole, dict) or "entry" in whole or not {"marks", "names", "views"} & set(whole):
        return None
    if not all(isinstance(whole.get(kind, []), list) for kind in ("marks", "names")) or not isinstance(whole.get("views", {}), dict):
        raise StoreError(f"{name}: marks and names are lists, views an object")
    listed: list[tuple[str, dict[str, Any]]] = []
    for kind, tag in (("marks", "mark"), ("names", "name")):
        listed += [(f"{name}: {kind}[{n}]", {"entry": tag} | _without_ids(row)) for n, row in enumerate(whole.get(kind, ()))]
    views = whole.get("views", {})
    listed += [(f"{name}: views[{key!r}]", {"entry": "view", "name": key, "query": query, "at": ""}) for key, query in views.items()]
    return [_decoded(where, msgspec.json.encode(row)) for where, row in listed]


def _without_ids(row: object) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key not in ("id", "kind", "record_id")} if isinstance(row, Mapping) else {}


# --- what an entry may say -----------------------------------------------------------------
def _checked(where: str, entry: Entry) -> Entry:
    reason = _wrong(entry)
    if reason:
        raise StoreError(f"{where}: {reason}")
    return entry if isinstance(entry, ViewEntry) and not entry.at else msgspec.structs.replace(entry, at=_instant(entry.at))


def _wrong(entry: Entry) -> str | None:
    """What is wrong with an entry, or ``None``."""
    if not (isinstance(entry, ViewEntry) and not entry.at) and _instant(entry.at) is None:
        return f"{entry.at!r} is no time with its zone (2026-05-04T12:00:00+00:00)"
    if isinstance(entry, ViewEntry):
        return None if entry.name.strip() else "a view without a name"
    if isinstance(entry, NameEntry):
        graded = entry.what != "reliability" or one_of(entry.value, RELIABILITY)
        return None if graded else f"reliability is one of {', '.join(RELIABILITY)}, not {entry.value!r}"
    if entry.anchor is None and entry.what in ("place", "review", "credibility"):
        return f"a {entry.what} without the words that it is on"
    if entry.anchor is not None and entry.anchor.kind not in RECORD_TYPES:
        return f"no kind of record: {entry.anchor.kind!r}"
    return None if _VALUES[entry.what](entry.value) else f"no value of a {entry.what}: {entry.value!r}"


def one_of(value: object, allowed: str) -> bool:
    """Whether a value is one of some letters."""
    return isinstance(value, str) and len(value) == 1 and value in allowed


def _is_day(value: object) -> bool:
    covered = days(value) if isinstance(value, str) else None
    return covered is not None and covered[0] == covered[1] == value


_BARE = {"id": "", "start_char": 0, "end_char": 0, "text": "", "rule": ""}


def _is_place(value: object) -> bool:
    """No place at all, or the place fields of a toponym."""
    if value is None:
        return True
    try:
        place = msgspec.convert(dict(value) | _BARE, Toponym)  # type: ignore[call-overload]
    except (msgspec.ValidationError, TypeError, ValueError):
        return False
    return abs(place.lat or 0) <= 90 and abs(place.lon or 0) <= 180 and abs(place.geonameid or 0) < 2**63


_VALUES: dict[str, Callable[[object], bool]] = {
    "place": _is_place,
    "published": _is_day,
    "review": lambda value: value in ("right", "wrong"),
    "note": lambda value: isinstance(value, str),
    "credibility": lambda value: one_of(value, CREDIBILITY),
}


def _instant(at: str) -> str | None:
    """An instant in UTC, so that the order of texts is that of times; ``None`` for what is none."""
    try:
        found = datetime.datetime.fromisoformat(at)
        return found.astimezone(datetime.UTC).isoformat() if found.tzinfo else None
    except (ValueError, OverflowError):
        return None
