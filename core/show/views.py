"""Saved views: a page with its filters under a name, kept at the desk and opened from the sidebar.

A view is kept as its address, such as ``claims?category=strikes&begin=2014``. What is
deleted or replaced can be had back until the visit ends.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple
from urllib.parse import parse_qs, urlencode

import streamlit as st

from core.errors import StoreError
from core.show import ui, wording
from core.show.attempts import attempt
from core.store.filters import SINGLE

MOST = 80
"""Characters of a view's name."""
OPENING, UNDO = "view_to_open", "view_undo"
"""Keys of the session: the address to go to, and what can be had back."""


class Undo(NamedTuple):
    """What a deletion or a replacement took away."""

    said: str
    name: str
    address: str


# --- addresses ---------------------------------------------------------------------------
def address(page: str, filters: Mapping[str, str | list[str]], rest: Mapping[str, Iterable[str]]) -> str:
    """The address of a page under filters; ``rest`` is what else it has, such as the reader's article."""
    query = {**{name: value for name, value in filters.items() if value}, **{n: list(v) for n, v in rest.items() if n not in ui.FILTER_KEYS}}
    return page + (f"?{urlencode(query, doseq=True)}" if query else "")


def parsed(kept: str) -> tuple[str, dict[str, list[str]]]:
    """Page and query of a kept address; one that has no page is the overview's."""
    page, _, query = kept.rpartition("?") if "?" in kept else (kept, "", "")
    return page.strip("/") or "overview", parse_qs(query)


def described(kept: str, titles: Mapping[str, str]) -> str:
    """A kept address in words: ``Claims: Strikes and attacks, from 2014``."""
    page, query = parsed(kept)
    begin, end = (query.get(name, [""])[0] for name in ("begin", "end"))
    dates = [f"from {begin}"] * bool(begin) + [f"to {end}"] * bool(end)
    values = [wording.filter_value(name, value) for name, found in query.items() if name not in ("begin", "end", "record", "article") for value in found]
    shown = wording.listed([*values, *dates])
    return titles.get(page, page) + (f": {shown}" if shown else "")


def _here(page: str) -> str:
    rest = {name: st.query_params.get_all(name) for name in st.query_params}
    return address(page, ui.filters().to_query(), rest)


# --- drawing -----------------------------------------------------------------------------
def follow(pages: Iterable[str]) -> None:
    """Go to the view that was picked. Called before a page is drawn."""
    chosen = st.session_state.pop(OPENING, None)
    if chosen is None:
        return
    page, query = parsed(chosen)
    if page in pages:
        # The filters were set by the click; Streamlit lets nobody else put them into the address.
        rest = {name: values for name, values in query.items() if name not in ui.FILTER_KEYS}
        st.switch_page(f"pages/{page}.py", query_params=rest)


def draw(page: str, titles: Mapping[str, str]) -> None:
    """Draw the saved views and the way to save this one; ``titles`` has each page's title by its address."""
    with st.sidebar:
        st.subheader("Saved views", anchor=False)
        try:
            kept = ui.workspace().desk.views()
        except StoreError as error:
            st.caption(ui.plain(f"They cannot be read: {error}"))
            return
        if not kept:
            st.caption("None yet. Set filters on any page and save the view under a name.")
        here = _here(page)
        for name, saved in kept.items():
            _view(name, saved, here, titles)
        _save(here, set(kept), titles)
        if kept:
            _change(kept, here, titles)
        _after()


def _view(name: str, saved: str, here: str, titles: Mapping[str, str]) -> None:
    st.button(
        ui.plain(name),
        key=f"open_{name}",
        on_click=_open,
        args=(saved,),
        help=ui.plain(described(saved, titles)),
        width="stretch",
        type="primary" if parsed(saved) == parsed(here) else "secondary",
        icon=":material/bookmark:",
    )


def _change(kept: Mapping[str, str], here: str, titles: Mapping[str, str]) -> None:
    with st.popover("Change a view", icon=":material/edit:", width="stretch"):
        name = str(st.selectbox("View", list(kept), key="view_to_change"))
        saved = kept[name]
        st.caption(ui.plain(described(saved, titles)))
        with st.form(f"rename_{name}", border=False):
            st.text_input("New name", value=name, key=f"name_{name}", max_chars=MOST)
            st.form_submit_button("Rename", on_click=_attempt, args=(lambda: _rename(name),))
        same = parsed(saved) == parsed(here)
        st.button("Set it to what is shown now", key=f"replace_{name}", on_click=_attempt, args=(lambda: _replace(name, saved, here),), disabled=same)
        st.button("Delete", key=f"delete_{name}", on_click=_attempt, args=(lambda: _delete(name, saved),), icon=":material/delete:")


def _save(here: str, taken: set[str], titles: Mapping[str, str]) -> None:
    with st.popover("Save this view", icon=":material/bookmark_add:", width="stretch"), st.form("save_view", border=False):
        # The key has the suggestion in it: else the field would keep the one of another view.
        suggested = described(here, titles)[:MOST]
        key = f"new_view_{here}"
        st.text_input("Name", value="" if suggested in taken else suggested, key=key, max_chars=MOST)
        st.caption("The page with its filters. It opens from here until you delete it.")
        st.form_submit_button("Save", type="primary", on_click=_attempt, args=(lambda: _keep(st.session_state[key], here),))


def _after() -> None:
    undo: Undo | None = st.session_state.get(UNDO)
    if undo:
        st.caption(ui.plain(undo.said))
        st.button("Undo", key="undo_view", on_click=_attempt, args=(lambda: _restore(undo),), icon=":material/undo:")


# --- what the buttons do -----------------------------------------------------------------
def _attempt(action: Callable[[], None]) -> None:
    st.session_state.pop(UNDO, None)
    attempt(action)()


def _open(kept: str) -> None:
    query = parsed(kept)[1]
    ui.clear()
    ui.narrow(**{name: values[0] if name in SINGLE else values for name, values in query.items() if name in ui.FILTER_KEYS})
    st.session_state[OPENING] = kept


def _keep(name: str, here: str) -> None:
    name = _free(name)
    ui.workspace().desk.save_view(name, here)


def _rename(old: str) -> None:
    name = str(st.session_state[f"name_{old}"])
    if name.strip() != old:
        ui.workspace().desk.rename_view(old, _free(name))


def _free(name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise StoreError("the view has no name yet")
    if name in ui.workspace().desk.views():
        raise StoreError(f"there is a view {name!r} already: choose another name")
    return name


def _replace(name: str, saved: str, here: str) -> None:
    ui.workspace().desk.save_view(name, here)
    st.session_state[UNDO] = Undo(f"{name} shows another view now", name, saved)


def _delete(name: str, saved: str) -> None:
    ui.workspace().desk.delete_view(name)
    st.session_state[UNDO] = Undo(f"{name} is deleted", name, saved)


def _restore(undo: Undo) -> None:
    ui.workspace().desk.save_view(undo.name, undo.address)
