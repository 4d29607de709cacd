"""Tables of rows: walked by keyboard, picked from, sorted, searched, turned page by page and downloaded.

The browser gets some hundred rows at a time and sorts and searches those by itself. Of more
rows the store is asked to sort, to look for words and for another page; the address holds
what was asked (``?sort=-number&find=hospital&page=3``).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any, Literal, NamedTuple

import pandas as pd
import streamlit as st

from core.show import ui, wording
from core.store import queries
from core.store.exports.rows import csv_lines
from core.store.narrow import EVERY, Narrow
from core.store.sorting import holding, in_order
from core.store.workspace import Workspace

CSV_ROWS = 20_000
"""Rows of a download that are in memory at a time, where it is in an order of its own."""
CSV_ARTICLES = 250
"""Articles whose rows are, where it is in the order of articles."""
SORT, FIND, PAGE = "sort", "find", "page"
"""Names in the address: the order, with a minus where it falls, the words looked for, and the page, from 1."""


@dataclass(frozen=True)
class Column:
    """A column as a person reads it: a heading, and the cell made of a row."""

    heading: str
    cell: str | Callable[[Mapping[str, Any]], Any]
    help: str | None = None
    width: Literal["small", "medium", "large"] | None = None
    order: str | None = None
    """The order of ``core.store.sorting`` that all rows can be sorted in by it."""


class Asked(NamedTuple):
    """What the address asks of a table."""

    sort: str = ""
    find: str = ""
    page: int = 1


def table(
    frame: str,
    columns: tuple[Column, ...],
    *,
    key: str,
    download: str,
    narrow: Narrow = EVERY,
    on_row: Callable[[Mapping[str, Any]], None] | None = None,
) -> None:
    """Draw the rows of a query of ``core.store.queries`` under the filters; ``key`` is the page's own.

    ``download`` names the file, which has all the rows, as shown. ``on_row`` is called with the
    picked row before the page runs again; by default the record becomes the picked one.
    """
    total = ui.count(frame, narrow)
    asked = _asked(key, frame, columns, narrow) if total > ui.MOST_ROWS else Asked()
    wanted = _narrowed(frame, narrow, asked)
    found = ui.count(frame, wanted) if asked.find else total
    pages = max(1, -(-found // ui.MOST_ROWS))
    asked = asked._replace(page=min(asked.page, pages))
    if total > ui.MOST_ROWS:
        _controls(asked, key, columns, pages)
    shown = wanted._replace(skip=(asked.page - 1) * ui.MOST_ROWS)
    _rows(ui.Rows(pd.DataFrame(), found, frame, ui.filters(), shown), columns, _key(key, asked), on_row)
    if total > ui.MOST_ROWS:
        st.caption(_said(asked, found, total))
    st.download_button(
        "Download as filtered",
        partial(_csv, ui.workspace(), ui.Rows(pd.DataFrame(), found, frame, ui.filters(), wanted), columns),
        f"{download}.csv",
        "text/csv",
        key=f"{key}_download",
        on_click="ignore",
        icon=":material/download:",
    )


# --- what is asked of all rows ------------------------------------------------------------
def _asked(key: str, frame: str, columns: tuple[Column, ...], narrow: Narrow) -> Asked:
    """What the address asks; the page is the first again where the rows are other ones than before."""
    address = st.query_params
    sort = address.get(SORT, "")
    asked = Asked(sort if sort.removeprefix("-") in {c.order for c in columns} - {None} else "", address.get(FIND, "").strip(), _page(address.get(PAGE)))
    of, state = (json.dumps(ui.filters().to_query()), narrow, asked.sort, asked.find), st.session_state
    if state.get(f"{key}_of", of) != of:
        _to_address(PAGE, "")
        asked = asked._replace(page=1)
    state[f"{key}_of"] = of
    return asked


def _page(given: str | None) -> int:
    return max(1, int(given)) if given and given.isdecimal() and len(given) < 9 else 1


def _narrowed(frame: str, narrow: Narrow, asked: Asked) -> Narrow:
    kind = queries.KINDS[frame]
    narrow = holding(narrow, kind, asked.find)
    return in_order(narrow, kind, asked.sort.removeprefix("-"), falling=asked.sort.startswith("-")) if asked.sort else narrow


def _key(key: str, asked: Asked) -> str:
    """Other rows are another table: what was picked in the one is not picked in the other."""
    return key if asked == Asked() else f"{key}_{asked.sort}_{asked.find}_{asked.page}"


def _controls(asked: Asked, key: str, columns: tuple[Column, ...], pages: int) -> None:
    """Sorting, searching and turning pages of all rows; what they hold is what the address says."""
    orders = {c.order: c.heading for c in columns if c.order}
    for name, value in ((SORT, asked.sort), (FIND, asked.find), (PAGE, asked.page)):
        st.session_state[f"{key}_{name}"] = value
    sort, find, page = st.columns([3, 4, 2], vertical_alignment="bottom")
    sort.selectbox(
        "Sort all rows by",
        ["", *(sign + name for name in orders for sign in ("", "-"))],
        key=f"{key}_{SORT}",
        format_func=lambda s: f"{orders[s.removeprefix('-')]} {'↓' if s.startswith('-') else '↑'}" if s else "The order of the page",
        on_change=_follow,
        args=(key, SORT),
        help="↑ begins with the smallest, earliest or first in the alphabet, ↓ with the largest, latest or last. What is not known comes last. A heading sorts only the rows that are shown",
    )
    find.text_input(
        "Find in all rows", key=f"{key}_{FIND}", on_change=_follow, args=(key, FIND), placeholder="hospital strike", help="Every word must be in the row, its sentence or the name of its article"
    )
    page.number_input(f"Page (of {pages:,})", 1, pages, key=f"{key}_{PAGE}", on_change=_follow, args=(key, PAGE), disabled=pages == 1)


def _follow(key: str, name: str) -> None:
    value = st.session_state[f"{key}_{name}"]
    _to_address(name, "" if value == 1 else str(value).strip())


def _to_address(name: str, value: str) -> None:
    if value:
        st.query_params[name] = value
    else:
        st.query_params.pop(name, None)


def _said(asked: Asked, found: int, total: int) -> str:
    """Which of the rows are shown, in a sentence."""
    if not found:
        return f"None of the {total:,} rows has these words."
    first = (asked.page - 1) * ui.MOST_ROWS + 1
    among = f" with these words, of {total:,}" if asked.find else ""
    return f"Rows {first:,} to {min(first + ui.MOST_ROWS - 1, found):,} of {found:,}{among}. The download has all{' of these' if asked.find else ''}."


# --- the rows ------------------------------------------------------------------------------
def _rows(found: ui.Rows, columns: tuple[Column, ...], key: str, on_row: Callable[[Mapping[str, Any]], None] | None) -> None:
    def chosen() -> None:
        selection = st.session_state[key]["selection"]["rows"]
        rows = ui.rows(found.kind, found.narrow, limit=ui.MOST_ROWS, under=found.under).frame
        if selection and selection[0] < len(rows):
            (on_row or _pick)(wording.rows(rows.iloc[[selection[0]]])[0])

    st.dataframe(
        _shown(str(ui.workspace().folder), ui.workspace().version, found.kind, json.dumps(found.under.to_query(), sort_keys=True), found.narrow, columns[0].heading, columns),
        key=key,
        hide_index=True,
        height="auto",
        on_select=chosen,
        selection_mode="single-row",
        column_config={c.heading: st.column_config.Column(help=c.help, width=c.width) for c in columns},
    )


@st.cache_data(show_spinner=False, max_entries=20)
def _shown(folder: str, version: str, kind: str, query: str, narrow: Narrow, name: str, _columns: tuple[Column, ...]) -> pd.DataFrame:
    """The cells of the rows under the filters in force (``query``), made once."""
    return _cells_of(ui.rows(kind, narrow, limit=ui.MOST_ROWS).frame, _columns)


def _pick(row: Mapping[str, Any]) -> None:
    ui.pick(str(row["article_id"]), str(row["id"]))


def _cells_of(rows: pd.DataFrame, columns: tuple[Column, ...]) -> pd.DataFrame:
    plain = wording.rows(rows)
    return pd.DataFrame({c.heading: _cells(plain, c) for c in columns})


def _cells(rows: list[dict[str, Any]], column: Column) -> list[Any]:
    cells = [row[column.cell] if isinstance(column.cell, str) else column.cell(row) for row in rows]
    # An unknown word is an empty cell; a table would write "None" into it.
    return (
        cells
        if any(isinstance(cell, int | float) for cell in cells)
        else ["" if cell is None else cell for cell in cells]
    )


# --- the download ----------------------------------------------------------------------------
def _csv(kept: Workspace, found: ui.Rows, columns: tuple[Column, ...]) -> bytes:
    """UTF-8 with a byte order mark, so that spreadsheets read it; no cell is run as a formula."""
    lines, heading = [b"\xef\xbb\xbf"], True
    for part in _parts(kept, found):
        shown = _cells_of(part, columns)
        if heading or len(shown):
            table = csv_lines([str(c) for c in shown.columns], wording.rows(shown))
            lines.append("".join(list(table)[0 if heading else 1 :]).encode())
            heading = False
    return b"".join(lines)


def _parts(kept: Workspace, found: ui.Rows) -> Iterator[pd.DataFrame]:
    """All the rows, some at a time: by article where they come in the order of articles, which is cheapest."""
    asked = partial(ui.FRAMES[found.kind], kept, found.under)
    if found.narrow.order:
        for skip in range(0, max(found.total, 1), CSV_ROWS):
            yield asked(CSV_ROWS, found.narrow._replace(skip=skip))
    else:
        for first in range(1, max(queries.count_of(kept, "articles"), 1) + 1, CSV_ARTICLES):
            yield asked(None, found.narrow.of_articles(first, first + CSV_ARTICLES - 1))
