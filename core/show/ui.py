"""What every page needs: the workspace, frames under the filters, picks, tables.

Pages ask here and nowhere else; queries are kept per version of the workspace, so that a
click that changes no filter asks the store nothing.
"""

from __future__ import annotations

import json
import re
import shutil
import tempfile
from collections.abc import Callable, Hashable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import streamlit as st

from core import naming
from core.actors import Merge
from core.memory import give_back
from core.records import EnrichedArticle
from core.settings import WORKSPACE
from core.show import wording
from core.show.figures.sheet import Figure
from core.show.plotly_view import Drawn
from core.store import aggregates, queries
from core.store.filters import Filters
from core.store.narrow import EVERY, Narrow
from core.store.workspace import SEED, Workspace

HOSTED = Path("/mount/src")
"""Where Streamlit Community Cloud checks an app out."""

FILTER_KEYS = ("begin", "end", "place", "entity", "speaker", "category", "outlet", "text")
"""Widget keys of the sidebar, which are the names in the address and in ``Filters``."""

MOST_MERGES = 1000
"""Proposals kept: the page shows those of one actor."""

MOST_ROWS = 500
"""Rows of a table that are sent to the browser: more are counted, and in the download."""

FRAMES: dict[str, Callable[..., Any]] = {name: getattr(queries, name) for name in queries.KINDS} | {
    name: getattr(queries, name) for name in ("entity_totals", "speaker_totals")
} | {name: getattr(aggregates, name) for name in ("map_places", "event_spans", "chart_claims", "article_count", "actor_names")}  # fmt: skip


class Rows(NamedTuple):
    """The first rows of a query, and how many there are in all."""

    frame: pd.DataFrame
    total: int
    kind: str
    under: Filters
    narrow: Narrow = EVERY


# --- the workspace -----------------------------------------------------------------------
def private() -> bool:
    """Whether visitors share the server, so that each needs a workspace of their own."""
    return Path(__file__).resolve().is_relative_to(HOSTED)


def workspace() -> Workspace:
    """This session's workspace; a new one starts with the seed articles."""
    return _own_workspace() if private() else _shared_workspace(WORKSPACE.get())


@st.cache_resource(show_spinner=False)
def _shared_workspace(folder: str) -> Workspace:
    return Workspace.open_or_create(folder, SEED)


@st.cache_resource(show_spinner=False)
def _seeded() -> tempfile.TemporaryDirectory[str]:
    """A workspace with the seed articles, made once: a visitor's own begins as a copy of it."""
    folder = tempfile.TemporaryDirectory(prefix="dateline-seed-", ignore_cleanup_errors=True)
    Workspace.open_or_create(folder.name, SEED)
    return folder


def _own_workspace() -> Workspace:
    state = st.session_state
    if "own_workspace" not in state:
        # The folder goes when the session does: the object that stands for it is collected. Streamlit lets
        # go of visitors of before when a new one comes, so this is when what they had is free.
        give_back()
        state["own_folder"] = tempfile.TemporaryDirectory(prefix="dateline-", ignore_cleanup_errors=True)
        if Workspace.exists(_seeded().name):  # a host may clean its folder of temporary files
            shutil.copytree(_seeded().name, state["own_folder"].name, dirs_exist_ok=True)
        state["own_workspace"] = Workspace.open_or_create(state["own_folder"].name, SEED)
    own: Workspace = state["own_workspace"]
    return own


# --- filters and frames ------------------------------------------------------------------
def filters() -> Filters:
    """The filters in force, as the sidebar and the address have them."""
    state = {name: st.session_state.get(name) for name in FILTER_KEYS}
    return Filters.from_query({name: value for name, value in state.items() if value})


def rows(kind: str, narrow: Narrow = EVERY, *, limit: int = MOST_ROWS, under: Filters | None = None) -> Rows:
    """The first rows of one query of ``core.store.queries`` under the filters (or under others)."""
    chosen, kept = filters() if under is None else under, workspace()
    frame, total = _rows(str(kept.folder), kept.version, kind, _key(chosen), narrow, limit, kept)
    return Rows(frame, total, kind, chosen, narrow)


@st.cache_data(show_spinner=False, max_entries=60)
def _rows(folder: str, version: str, kind: str, query: str, narrow: Narrow, limit: int, _workspace: Workspace) -> tuple[pd.DataFrame, int]:
    chosen = Filters.from_query(json.loads(query))
    found = FRAMES[kind](_workspace, chosen, limit, narrow)
    whole = len(found) < limit and not narrow.skip
    return found, len(found) if whole else _count(folder, version, kind, query, narrow._replace(order="", skip=0), _workspace)


def count(kind: str, narrow: Narrow = EVERY) -> int:
    """How many rows one query has under the filters."""
    kept = workspace()
    return _count(str(kept.folder), kept.version, kind, _key(filters()), narrow._replace(order="", skip=0), kept)


@st.cache_data(show_spinner=False, max_entries=100)
def _count(folder: str, version: str, kind: str, query: str, narrow: Narrow, _workspace: Workspace) -> int:
    return queries.count_of(_workspace, kind, Filters.from_query(json.loads(query)), narrow)


def asked(kind: str, *args: Hashable, under: Filters | None = None) -> Any:
    """What a query of totals or aggregates gives under the filters (or under others)."""
    kept = workspace()
    return _asked(str(kept.folder), kept.version, kind, _key(filters() if under is None else under), args, kept)


@st.cache_data(show_spinner=False, max_entries=40)
def _asked(folder: str, version: str, kind: str, query: str, args: tuple[Any, ...], _workspace: Workspace) -> Any:
    return FRAMES[kind](_workspace, Filters.from_query(json.loads(query)), *args)


def drawn(make: Callable[..., Figure], *args: Hashable, height: int | None = None) -> Drawn:
    """A figure under the filters, ready to send; what a click does not change is not drawn again.

    ``make`` is a function of a page: it gets whether the theme is dark, and ``args``, and what
    else it draws it asks of this module.
    """
    kept = workspace()
    return _drawn(str(kept.folder), kept.version, f"{make.__module__}.{make.__qualname__}", _key(filters()), dark(), args, height, make)


@st.cache_data(show_spinner=False, max_entries=12)
def _drawn(
    folder: str, version: str, name: str, query: str, dark: bool, args: tuple[Any, ...], height: int | None, _make: Callable[..., Figure]
) -> Drawn:
    return Drawn.of(_make(dark, *args), height)


def articles_of(found: Rows) -> int:
    """In how many articles the rows stand."""
    return int(asked("article_count", queries.KINDS[found.kind], found.narrow, under=found.under))


def _key(chosen: Filters) -> str:
    return json.dumps(chosen.to_query(), sort_keys=True)


def overview() -> queries.Overview:
    """What the workspace holds under the filters."""
    kept = workspace()
    return _overview(str(kept.folder), kept.version, _key(filters()), kept)


@st.cache_data(show_spinner=False, max_entries=50)
def _overview(folder: str, version: str, query: str, _workspace: Workspace) -> queries.Overview:
    return queries.overview(_workspace, Filters.from_query(json.loads(query)))


def options() -> dict[str, list[tuple[str, int]]]:
    """The values that each filter can take, with their numbers of records."""
    kept = workspace()
    return _options(str(kept.folder), kept.version, kept)


@st.cache_data(show_spinner=False, max_entries=50)
def _options(folder: str, version: str, _workspace: Workspace) -> dict[str, list[tuple[str, int]]]:
    return queries.options(_workspace)


def merge_proposals() -> list[Merge]:
    """Pairs of names that may mean one actor, less what a person has decided."""
    kept = workspace()
    return _merge_proposals(str(kept.folder), kept.version, kept)


@st.cache_data(show_spinner=False, max_entries=20)
def _merge_proposals(folder: str, version: str, _workspace: Workspace) -> list[Merge]:
    return queries.merge_proposals(_workspace, MOST_MERGES)


def enriched(article_id: str) -> EnrichedArticle:
    """One article with its records, what people wrote laid over it."""
    kept = workspace()
    return _enriched(str(kept.folder), kept.version, article_id, kept)


@st.cache_resource(show_spinner=False, max_entries=20)
def _enriched(folder: str, version: str, article_id: str, _workspace: Workspace) -> EnrichedArticle:
    return _workspace.enriched(article_id)


def dark() -> bool:
    """Whether this browser shows the dark theme."""
    return bool(st.context.theme.type == "dark")


# --- picks -------------------------------------------------------------------------------
class Pick(NamedTuple):
    """A record that a person picked on any page."""

    article_id: str
    record_id: str


def picked() -> Pick | None:
    """The record picked last, on whatever page."""
    chosen: Pick | None = st.session_state.get("picked_record")
    return chosen


def picked_article() -> EnrichedArticle | None:
    """The article of the record picked last, while it is in the workspace."""
    last = picked()
    return enriched(last.article_id) if last and workspace().known([last.article_id]) else None


def pick(article_id: str, record_id: str) -> None:
    """Make a record the picked one: panels and the reader follow."""
    st.session_state["picked_record"] = Pick(article_id, record_id)


def narrow(**values: Any) -> None:
    """Set filters from a callback, so that every view follows."""
    for name, value in values.items():
        st.session_state[name] = value


BY_KEYBOARD = "By keyboard: arrows in the table, Shift and Space to pick."
"""How a row of a table is picked without a mouse."""


# --- words and empty states --------------------------------------------------------------
def by_id(articles: pd.DataFrame) -> dict[str, dict[str, Any]]:
    """Articles by their id."""
    return {str(row["id"]): row for row in wording.rows(articles)}


def plain(text: str) -> str:
    """An article's words for a heading: markdown in them is shown, not followed.

    An address would be made a link even where its marks are escaped; a word joiner parts it.
    """
    parted = re.sub(r"(?<=:)(?=//)|(?<=www)(?=\.)|(?=@)", "\u2060", text, flags=re.IGNORECASE)
    return re.sub(r"([\\`*_{}\[\]()#+\-.!|<>$:~])", r"\\\1", parted)


def article_name(row: Mapping[str, Any]) -> str:
    """An article, or the one of a record's row, in one line of a list: its name, outlet and date."""
    return wording.listed((naming.article_name(row), row.get("outlet"), row.get("published")))


def empty(what: str, do: str, page: str | None = None, label: str | None = None) -> None:
    """An empty state: what there is none of, and what to do next."""
    with st.container(border=True):
        st.text(what)
        st.caption(do)
        left, right = st.columns([1, 3]) if page and filters() else (st.container(), st.container())
        if filters():
            left.button("Clear all filters", on_click=clear, key="empty_clear")
        if page and label:
            right.page_link(f"pages/{page}.py", label=label)


def nothing(what: str) -> None:
    """The empty state of a view under filters: ``what`` is "No event", say."""
    empty(
        f"{what} in this selection", "Widen the filters, or add articles in the library", "library", "Open the library"
    )


def clear() -> None:
    """Clear every filter."""
    for name in FILTER_KEYS:
        st.session_state[name] = "" if name in ("begin", "end", "text") else []
