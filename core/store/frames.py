"""From filters to the rows of one kind: the part that every query shares."""

from __future__ import annotations

import re
from typing import Any

import pandas as pd

from core.store.filters import Filters
from core.store.narrow import EVERY, Narrow
from core.store.where import Condition, condition, hits_query, near_query
from core.store.workspace import Workspace

IN_TEXT = "a.nth, r.start_char, r.end_char, r.id"
"""The order of rows: the newest article first, then as in the text."""

MOST_KEPT = 1000
"""First rows of the whole workspace that are kept once they were asked for."""


def passing(workspace: Workspace, filters: Filters, kind: str) -> tuple[str, dict[str, Any]]:
    """The condition that rows of a kind pass, over ``r`` (the row) and ``a`` (its article), and its parameters."""
    snapshot = workspace.snapshot()

    def near(name: str) -> str:
        values = getattr(filters, name)
        meant = [*values, *(snapshot.actor(v) for v in values)] if name in ("entity", "speaker") else [*values]
        hits = snapshot.keep((name, values), hits_query(name), {"values": meant})
        return hits if kind == "articles" else snapshot.keep((name, values, kind), near_query(name, kind, hits), {})

    return condition(filters, kind, workspace.search(filters.text) if filters.text else None, near)


def records(
    workspace: Workspace, kind: str, columns: str, joins: str, filters: Filters, limit: int | None, narrow: Narrow = EVERY
) -> pd.DataFrame:
    """Rows first, then what is joined to them: with a limit, few rows are joined."""
    where, values = narrow.applied(passing(workspace, filters, kind))
    order = f"{narrow.order}, {IN_TEXT}" if narrow.order else IN_TEXT
    rows = (
        f"SELECT r.*, a.title, a.opening, a.outlet, a.published, a.nth FROM {source(kind)} "
        f"WHERE {where} ORDER BY {order}{limited(limit, narrow.skip)}"
    )
    # The rows found have what is compared of their article among their own columns.
    shown = f"SELECT {columns} FROM ({{}}) r {joins} ORDER BY {_OF_ARTICLE.sub('r.', order)}"
    if limit is None or limit > MOST_KEPT:
        return with_lists(workspace.snapshot().frame(shown.format(rows), values))
    if filters or narrow.skip or not narrow.whole:
        return _few(workspace, kind, shown, (where, values), order, limited(limit, narrow.skip))
    return total(workspace, filters, shown.format(rows), values)


_OF_ARTICLE = re.compile(r"\ba\.")


def _few(workspace: Workspace, kind: str, query: str, where: Condition, order: str, clause: str) -> pd.DataFrame:
    """Which rows first, then those rows: to find the few of a limit it need not read every column of all."""
    snapshot = workspace.snapshot()
    found = snapshot.rows(f"SELECT r.article_id, r.id FROM {source(kind)} WHERE {where[0]} ORDER BY {order}{clause}", where[1])
    rows = f"SELECT r.*, a.title, a.opening, a.outlet, a.published, a.nth FROM {source(kind)} WHERE r.article_id IN (SELECT unnest($of_articles::VARCHAR[])) AND (r.article_id, r.id) IN (SELECT (unnest($of_articles::VARCHAR[]), unnest($ids::VARCHAR[])))"
    return with_lists(snapshot.frame(query.format(rows), {"of_articles": [f["article_id"] for f in found], "ids": [f["id"] for f in found]}))


def total(workspace: Workspace, filters: Filters, query: str, values: dict[str, Any], limit: int | None = None, *, keep: bool = True) -> pd.DataFrame:
    """The answer to a query over the rows that pass.

    That of the whole workspace is kept (``core.store.rollups``), if ``keep`` says that it is
    asked for often and is small.
    """
    snapshot = workspace.snapshot()
    if filters or not keep:
        return with_lists(snapshot.frame(query + limited(limit), values))
    return with_lists(snapshot.answer(query, values, limited(limit)))


def count(workspace: Workspace, kind: str, filters: Filters, narrow: Narrow = EVERY) -> int:
    """How many rows of a kind pass."""
    where, values = narrow.applied(passing(workspace, filters, kind))
    return int(total(workspace, filters, f"SELECT count(*) AS n FROM {source(kind)} WHERE {where}", values, keep=narrow.whole)["n"].iloc[0])


def source(kind: str) -> str:
    """The rows ``r`` of a kind with their article ``a``, to select from."""
    return "articles a" if kind == "articles" else f"{kind} r JOIN articles a ON a.id = r.article_id"


def with_lists(frame: pd.DataFrame) -> pd.DataFrame:
    """A frame whose arrays are lists. Arrow gives arrays in arrays; a list can be tested and joined without care."""
    for name in frame.columns:
        first = next((v for v in frame[name] if v is not None), None) if frame[name].dtype == object else None
        if hasattr(first, "tolist"):
            frame[name] = [None if v is None else _listed(v) for v in frame[name]]
    return frame


def _listed(value: Any) -> Any:
    plain = value.tolist() if hasattr(value, "tolist") else value
    return [_listed(v) for v in plain] if isinstance(plain, list) else plain


def limited(limit: int | None, skip: int = 0) -> str:
    """The clause that keeps the first rows only, after those to leave out."""
    return ("" if limit is None else f" LIMIT {int(limit)}") + (f" OFFSET {int(skip)}" if skip else "")
