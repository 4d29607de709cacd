"""The sidebar's filters: shared by every page and kept in the address bar."""

from __future__ import annotations

import streamlit as st

from core.isodates import first_day
from core.show import ui

MANY: tuple[tuple[str, str, str], ...] = (
    ("place", "Place", "Named in the row itself or in its sentence"),
    ("entity", "Name", "People, organisations, groups, weapons: named in the row or in its sentence"),
    ("speaker", "Says who", "Who says it, or through whom it came. Means the actor, whatever name the text uses"),
    ("category", "Kind of claim or event", "What is counted, or what kind of event it is"),
    ("outlet", "Outlet", "Who published the article"),
)
"""Name in the address, label and help of each filter with several values."""


def draw() -> None:
    """Draw the filters."""
    counts = ui.options()
    with st.sidebar:
        st.subheader("Filters", anchor=False)
        _dates(counts)
        for name, label, help in MANY:
            _choice(name, label, help, dict(counts[name]))
        st.text_input(
            "Words in the article",
            key="text",
            bind="query-params",
            placeholder='airstrike "border with Syria"',
            help="Every word, and every phrase in quotation marks, must be in the article",
        )
        st.button(
            "Clear all filters",
            on_click=ui.clear,
            disabled=not ui.filters(),
            width="stretch",
            icon=":material/filter_alt_off:",
        )


def _dates(counts: dict[str, list[tuple[str, int]]]) -> None:
    published = [day for name in ("begin", "end") for day, _ in counts[name]]
    hint = published[0][:7] if published else "2024-09"
    left, right = st.columns(2)
    help = "A year, a month or a day: 2015, 2015-09 or 2015-09-30. Keeps what overlaps it"
    left.text_input("From", key="begin", bind="query-params", placeholder=hint, help=help)
    right.text_input("To", key="end", bind="query-params", placeholder=hint, help=help)
    for name, label in (("begin", "From"), ("end", "To")):
        typed = st.session_state.get(name)
        if typed and not first_day(typed):
            st.warning(
                f"{label}: {typed} is no date like 2015, 2015-09 or 2015-09-30; it filters nothing",
                icon=":material/event_busy:",
            )


def _choice(name: str, label: str, help: str, counts: dict[str, int]) -> None:
    # No format_func: the address would hold the formatted words instead of the values.
    chosen = st.query_params.get_all(name)
    values = [*counts, *(v for v in dict.fromkeys([*chosen, *(st.session_state.get(name) or [])]) if v not in counts)]
    st.multiselect(
        label,
        values,
        key=name,
        bind="query-params",
        help=help,
        placeholder="Any" if values else "None in this workspace",
    )


def in_force() -> None:
    """The filters in force as buttons that take them off, above every page: on a phone the sidebar is shut."""
    chosen = [(name, value) for name in ui.FILTER_KEYS for value in _listed(st.session_state.get(name))]
    if not chosen:
        return
    labels = {"begin": "From", "end": "To", "text": "Words", **{name: label for name, label, _ in MANY}}
    with st.container(horizontal=True, gap="small", vertical_alignment="center", key="in_force"):
        st.caption("Showing only", width="content")
        for name, value in chosen:
            st.button(
                f"{labels[name]}: {ui.plain(value)}",
                key=f"off_{name}_{value}",
                icon=":material/close:",
                on_click=_take_off,
                args=(name, value),
                help="Take this filter off",
            )


def _listed(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) and value else list(value or [])


def _take_off(name: str, value: str) -> None:
    now = st.session_state[name]
    st.session_state[name] = "" if isinstance(now, str) else [v for v in now if v != value]
