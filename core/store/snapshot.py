"""One state of the workspace as DuckDB views: a commit of the tables under the desk of that moment.

``articles`` (their texts are in ``raw_articles``) and one view per record kind, with what
people wrote laid over what the machine wrote. ``articles`` has ``nth``, its place in the order of lists: the newest is 1.
``toponyms`` has a ``place`` column, the key that filters use: the name, and the country behind it for anything smaller than
a country ("Tripoli, LB"); and ``spot``, the key of what the map draws, see ``core.show.figures.places.place_keys``.
"""

from __future__ import annotations

import json
import tempfile
import threading
from collections.abc import Hashable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
from pyarrow import parquet

from core.actors import canonical
from core.errors import StoreError
from core.naming import LOOKED_AT, opening
from core.records import RECORD_TYPES
from core.store.desk import Desk
from core.store.rollups import Rollups
from core.store.tables import SCHEMAS

PLACE_FIELDS = ("name", "kind", "country", "lat", "lon", "uncertainty_m", "geonameid", "geometry")
CONFIG: dict[str, Any] = {
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "memory_limit": "256MB",
    "temp_directory": str(Path(tempfile.gettempdir()) / "dateline-spill"),
}
"""No extension is fetched, and a large question spills to disk before it takes a small machine's memory."""

KEPT_RESULTS = 150
"""Results of filters that a snapshot keeps, see ``Snapshot.keep``."""

FORM = 1
"""Raised when a view changes what it gives, so that no answer of an older form is taken for its own."""

_OVERLAID_BY = ("desk_places", "desk_dates", "desk_names", "desk_grades", "desk_sources")
"""All that people wrote that a query can show."""

ANALYST = "analyst"
"""The ``rule`` of a record that a person corrected."""

_PICKED = pa.schema(
    [("article_id", pa.string()), ("record_id", pa.string()), ("no_place", pa.bool_())]
    + [("d_" + name, SCHEMAS["toponyms"].field(name).type) for name in PLACE_FIELDS]
)
_DATES = pa.schema([("article_id", pa.string()), ("date", pa.string())])
_OPENINGS = pa.schema([("id", pa.string()), ("opening", pa.string())])
_NAMES = pa.schema([("name", pa.string()), ("shown", pa.string())])
_GRADES = pa.schema([("article_id", pa.string()), ("kind", pa.string()), ("record_id", pa.string()), ("credibility", pa.string())])
_SOURCES = pa.schema([("name", pa.string()), ("reliability", pa.string())])

_SHOWN = "list_transform(r.{0}, lambda v: coalesce(m.shown[v], v))"


class Snapshot:
    """Views over one commit and one state of the desk, in a DuckDB of their own in memory."""

    def __init__(self, version: str, files: Mapping[str, Sequence[str]], desk: Desk, rollups: Path) -> None:
        """``rollups`` is the folder of kept answers, see ``answer``."""
        self.version = version
        self._lock = threading.Lock()
        self._kept: dict[Hashable, str] = {}
        self._db = duckdb.connect(":memory:", config=CONFIG)
        with _said():
            self._load_desk(desk)
            self._make_views(files)
        state = json.dumps([sorted(files.items()), [self.rows(f"SELECT * FROM {table} ORDER BY ALL") for table in _OVERLAID_BY]])
        self._rollups = Rollups(rollups, f"{FORM}\0{state}")

    def _make_views(self, files: Mapping[str, Sequence[str]]) -> None:
        for kind, schema in SCHEMAS.items():
            self._make(f"empty_{kind}", schema, [])
            self._db.execute(f"CREATE VIEW raw_{kind} AS {_reading(kind, files.get(kind, ()))}")
        # Every query joins the articles: all but their texts are few megabytes, and read once.
        self._load_openings()
        self._db.execute("CREATE TABLE heads AS SELECT r.* EXCLUDE (text, given), o.opening FROM raw_articles r LEFT JOIN openings o ON o.id = r.id")
        self._db.execute(f"CREATE TABLE articles AS SELECT *, (row_number() OVER ({_NEWEST_FIRST}))::INTEGER AS nth FROM ({self._view('articles')})")
        for kind in RECORD_TYPES:
            self._db.execute(f"CREATE VIEW {kind} AS {self._view(kind)}")

    def _load_openings(self) -> None:
        """The first words of each article without a title, by which lists name it."""
        untitled = self.rows(f"SELECT id, left(text, {LOOKED_AT}) AS text FROM raw_articles WHERE coalesce(trim(title), '') = ''")
        self._make("openings", _OPENINGS, [{"id": row["id"], "opening": opening(row["text"])} for row in untitled])

    def _view(self, kind: str) -> str:
        """The records of a kind under the desk; as they are when nobody wrote anything that would change them."""
        table, overlaid = _OVERLAYS.get(kind, ("", ""))
        written = table and self.rows(f"SELECT 1 FROM {table} LIMIT 1")
        plain = "heads" if kind == "articles" else f"raw_{kind}"
        view = overlaid if written else f"SELECT * FROM {plain}"
        return f"SELECT *, {_PLACE_KEY} AS place, {_SPOT} AS spot FROM ({view})" if kind == "toponyms" else view

    def _load_desk(self, desk: Desk) -> None:
        self._make("desk_places", _PICKED, [_picked(m.article_id, m.record_id, m.value) for m in desk.marks("place") if m.record_id], ("article_id", "record_id"))
        self._make("desk_dates", _DATES, [{"article_id": m.article_id, "date": m.value} for m in desk.marks("published")], ("article_id",))
        self._merged = desk.merges()
        self._make("desk_names", _NAMES, [{"name": n, "shown": s} for n, s in self._merged.items()])
        self._db.execute("CREATE TABLE desk_map AS SELECT map(coalesce(list(name), []), coalesce(list(shown), [])) AS shown FROM desk_names")
        self._make(
            "desk_grades",
            _GRADES,
            [{"article_id": m.article_id, "kind": m.kind, "record_id": m.record_id, "credibility": m.value} for m in desk.marks("credibility")],
            ("article_id", "kind", "record_id"),
        )
        sources = [{"name": self.actor(n), "reliability": r} for n, r in desk.reliabilities().items()]
        self._make("desk_sources", _SOURCES, sources, ("name",))

    def _make(self, name: str, schema: Any, rows: Sequence[Mapping[str, Any]], key: Sequence[str] = ()) -> None:
        """A table in memory; of several rows with the same key the last one counts."""
        last = {tuple(row[k] for k in key) if key else i: row for i, row in enumerate(rows)}
        self._db.register("given", pa.Table.from_pylist(list(last.values()), schema=schema))
        self._db.execute(f"CREATE TABLE {name} AS SELECT * FROM given")
        self._db.unregister("given")

    def actor(self, name: str) -> str:
        """The name to show for an actor, whichever of its names is given."""
        return self._merged.get(name) or self._merged.get(canonical(name)) or canonical(name)

    def keep(self, key: Hashable, query: str, parameters: Mapping[str, Any]) -> str:
        """Name of a table with a query's result, made the first time that ``key`` is asked for."""
        with self._lock:
            if key not in self._kept:
                name = f"kept_{len(self._kept)}"
                with _said():
                    self._db.cursor().execute(f"CREATE TABLE {name} AS {query}", dict(parameters))
                self._kept[key] = name
            return self._kept[key]

    def answer(self, query: str, parameters: Mapping[str, Any], clause: str = "") -> pd.DataFrame:
        """The answer to a query about the whole workspace, from its kept file (made where there is none).

        ``clause`` (a limit) is applied to the kept answer.
        """
        key = json.dumps([query, dict(parameters)])
        path = self._rollups.path(key, lambda file: self._write(query, parameters, file), self._sound)
        try:
            return self.frame(f"SELECT * FROM {f'read_parquet({_literal(str(path))})' if path else self.keep(key, query, parameters)}{clause}")
        except StoreError:  # another process has just dropped the file
            return self.frame(query + clause, parameters)

    def _write(self, query: str, parameters: Mapping[str, Any], file: Path) -> None:
        parquet.write_table(self._db.cursor().sql(query, params=dict(parameters)).to_arrow_table(), file, compression="zstd")

    def _sound(self, file: Path) -> bool:
        try:
            self._db.cursor().execute(f"SELECT * FROM read_parquet({_literal(str(file))}) LIMIT 1")
        except duckdb.Error:
            return False
        return True

    @property
    def full(self) -> bool:
        """Whether so many results are kept that it is time for a new snapshot."""
        return len(self._kept) >= KEPT_RESULTS

    def frame(self, query: str, parameters: Mapping[str, Any] | None = None) -> pd.DataFrame:
        """Run a query. Values go in as parameters (``$name``), never as text."""
        with _said():
            relation = self._db.cursor().sql(query, params=dict(parameters or {}))
            frame: pd.DataFrame = relation.to_arrow_table().to_pandas()
        return frame

    def rows(self, query: str, parameters: Mapping[str, Any] | None = None) -> list[dict[str, Any]]:
        """Run a query that gives few rows, as plain Python values."""
        with _said():
            cursor = self._db.cursor().execute(query, dict(parameters or {}))
            names = [column[0] for column in cursor.description]
            return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


@contextmanager
def _said() -> Iterator[None]:
    """A file that is gone or broken is told as any other failure of the store."""
    try:
        yield
    except (duckdb.IOException, duckdb.InvalidInputException, duckdb.OutOfMemoryException) as error:
        raise StoreError(f"the records cannot be read: {str(error).splitlines()[0]}") from error


def _reading(kind: str, files: Sequence[str]) -> str:
    """Select over Parquet files; columns that older files lack are null."""
    if not files:
        return f"SELECT * FROM empty_{kind}"
    listed = ", ".join(map(_literal, files))
    return f"SELECT * FROM empty_{kind} UNION ALL BY NAME SELECT * FROM read_parquet([{listed}], union_by_name = true)"


def _literal(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def _picked(article_id: str, record_id: str | None, value: Mapping[str, Any] | None) -> dict[str, Any]:
    fields = {"d_" + name: (value or {}).get(name) for name in PLACE_FIELDS}
    return {"article_id": article_id, "record_id": record_id, "no_place": value is None, **fields}


def _overlaid(table: str, columns: Mapping[str, str], join: str) -> str:
    replaced = ", ".join(f"{expression} AS {name}" for name, expression in columns.items())
    return f"SELECT r.* REPLACE ({replaced}) FROM {table} r {join}"


_PICK = "CASE WHEN d.record_id IS NULL THEN r.{0} ELSE d.d_{0} END"
_NEWEST_FIRST = "ORDER BY published DESC NULLS LAST, id"
_SPOT = (
    "coalesce(geometry, CASE WHEN kind = 'country' AND country IS NOT NULL THEN 'country:' || country END, 'geonameid:' || geonameid, "
    "'point:' || round(lat, 4) || ',' || round(lon, 4))"
)
_PLACE_KEY = "CASE WHEN country IS NULL OR kind = 'country' THEN name ELSE name || ', ' || country END"
_SPEAKER = {
    "speaker": "coalesce(m.shown[r.speaker], r.speaker)",
    "actor": "coalesce(m.shown[r.actor], m.shown[r.speaker], r.actor)",
    "via": _SHOWN.format("via"),
    "via_actors": _SHOWN.format("via_actors"),
}
_ENTITY = {"entity": "coalesce(m.shown[r.entity], r.entity)", "actor": "coalesce(m.shown[r.actor], m.shown[r.entity], r.actor)"}
_DATED = {
    "published": "coalesce(d.date, r.published)",
    "published_basis": "CASE WHEN d.date IS NULL THEN r.published_basis ELSE 'given' END",
    "published_earliest": "coalesce(d.date, r.published_earliest)",
    "published_latest": "coalesce(d.date, r.published_latest)",
}
_PICKED_PLACE = {name: _PICK.format(name) for name in PLACE_FIELDS} | {"rule": f"CASE WHEN d.record_id IS NULL THEN r.rule ELSE '{ANALYST}' END"}

_OVERLAYS: dict[str, tuple[str, str]] = {
    "articles": ("desk_dates", _overlaid("heads", _DATED, "LEFT JOIN desk_dates d ON d.article_id = r.id")),
    "toponyms": (
        "desk_places",
        _overlaid(
            "raw_toponyms",
            _PICKED_PLACE,
            "LEFT JOIN desk_places d ON d.article_id = r.article_id AND d.record_id = r.id WHERE NOT coalesce(d.no_place, false)",
        ),
    ),
    "entities": ("desk_names", _overlaid("raw_entities", _ENTITY, ", desk_map m")),
    "claims": ("desk_names", _overlaid("raw_claims", _SPEAKER, ", desk_map m")),
    "attributions": ("desk_names", _overlaid("raw_attributions", _SPEAKER, ", desk_map m")),
}
"""View -> the desk's table that changes it, and how."""

assert set(_OVERLAYS) <= {*RECORD_TYPES, "articles"}
