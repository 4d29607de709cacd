"""The shell that every page is drawn in: page setup, navigation, filters.

Streamlit finds the ``pages`` folder by itself, and on a cold server it runs a page file
alone when the first visit is a deep link. So every page file ends with ``enter(render)``:
inside the shell that draws the page, and on its own it starts the shell, which then finds
the page again by its address.
"""

from __future__ import annotations

from collections.abc import Callable
from contextvars import ContextVar
from pathlib import Path

import streamlit as st

from core.show import attempts, sidebar, ui, views
from core.store.filters import SINGLE

ROOT = Path(__file__).parents[2]
STYLE = Path(__file__).with_name("shell.css").read_text(encoding="utf-8")

DARK = '[data-testid*="BaseButton-primary"] *, [data-testid="stMultiSelect"] [data-tag], [data-testid="stMultiSelect"] [data-tag] * { color: #10202a !important; }'
"""Streamlit writes in white on the dark theme's light blue, at a contrast of 2.2:1."""

PAGES: tuple[tuple[str, str, str], ...] = (
    ("overview", "Overview", "dashboard"),
    ("map", "Map", "public"),
    ("timeline", "Timeline", "timeline"),
    ("claims", "Claims", "tag"),
    ("actors", "Actors", "groups"),
    ("reader", "Reader", "article"),
    ("library", "Library", "inventory_2"),
    ("sources", "Sources", "license"),
)
"""File stem and address, title, and Material symbol of each page; the first is at ``/``."""

_inside: ContextVar[bool] = ContextVar("inside_shell", default=False)


def enter(render: Callable[[], None]) -> None:
    """Draw a page inside the shell. The last line of every file in ``pages``."""
    if _inside.get():
        render()
    else:
        main()


def main() -> None:
    """Set up the page, draw navigation and filters, and run the page of this address."""
    st.set_page_config(page_title="Dateline", page_icon=str(ROOT / "static" / "dateline.svg"), layout="wide")
    # Before all else: what comes first would be seen without it.
    st.html(f"<style>{STYLE}{DARK if ui.dark() else ''}</style>")
    _hold_address()
    page = st.navigation([_page(n, *spec) for n, spec in enumerate(PAGES)], position="top")
    st.logo(str(ROOT / "static" / f"wordmark-{'dark' if ui.dark() else 'light'}.svg"), size="large")
    token = _inside.set(True)
    titles = {stem: title for stem, title, _ in PAGES}
    try:
        views.follow(titles)
        sidebar.draw()
        st.session_state["filters_drawn"] = True
        views.draw(page.url_path or PAGES[0][0], titles)
        # A place of its own even when empty: else the page below it moves and its figures are built anew.
        with st.container(key="above"):
            attempts.draw()
            sidebar.in_force()
        page.run()
    finally:
        _inside.reset(token)


def _hold_address() -> None:
    """Keep the filters of the address that the browser opened with, until the sidebar has them.

    A link of the navigation can be clicked before the first run has drawn every filter;
    Streamlit then drops from the address what no widget holds yet.
    """
    state, address = st.session_state, st.query_params
    if "opened_with" not in state:
        state["opened_with"] = {name: address.get_all(name) for name in ui.FILTER_KEYS if name in address}
    if not state.get("filters_drawn"):
        for name, values in state["opened_with"].items():
            if name not in address and name not in state:
                # Both: the widget takes its value from the one, the browser shows the other.
                state[name] = values[0] if name in SINGLE else values
                address[name] = values
    for name in ui.FILTER_KEYS:
        if name not in address and state.get(name):
            # Set anew, a filter that holds is written into the address again.
            state[name] = state[name]


def _page(number: int, stem: str, title: str, symbol: str) -> st.Page:
    return st.Page(
        ROOT / "pages" / f"{stem}.py",
        title=title,
        icon=f":material/{symbol}:",
        url_path=stem,
        default=number == 0,
    )
