"""The sidebar's filters: shared by every page and kept in the address bar.

Streamlit writes into the address what a widget shows. Where that is not the value itself
("Killed" for ``fatalities``) one widget out of sight holds the value for the address, and
the one that is seen follows it.
"""

from __future__ import annotations

from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from core.isodates import first_day
from core.show import ui, wording

MANY: tuple[tuple[str, str, str], ...] = (
    ("place", "Place", "Named in the row itself or in its sentence"),
    ("entity", "Name", "People, organisations, groups, weapons: named in the row or in its sentence"),
    ("speaker", "Says who", "Who says it, or through whom it came. Means the actor, whatever name the text uses"),
    ("category", "Kind of claim or event", "What is counted, or what kind of event it is"),
    ("outlet", "Outlet", "Who published the article"),
)
"""Name in the address, label and help of each filter with several values."""
IN_WORDS = ("place", "category")
"""Filters that are seen in other words than the address has."""


def draw() -> None:
    """Draw the filters."""
    counts = ui.options()
    with st.sidebar:
        held = st.container(key="held")
        st.subheader("Filters", anchor=False)
        _dates(counts)
        for name, label, help in MANY:
            _choice(name, label, help, dict(counts[name]), held)
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


def _choice(name: str, label: str, help: str, counts: dict[str, int], held: DeltaGenerator) -> None:
    chosen = st.query_params.get_all(name)
    values = [*counts, *(v for v in dict.fromkeys([*chosen, *(st.session_state.get(name) or [])]) if v not in counts)]
    placeholder = "Any" if values else "None in this workspace"
    if name not in IN_WORDS:
        st.multiselect(label, values, key=name, bind="query-params", help=help, placeholder=placeholder)
        return
    held.multiselect("Address", values, key=name, bind="query-params")
    st.session_state[f"shown_{name}"] = list(st.session_state[name])
    st.multiselect(
        label,
        values,
        key=f"shown_{name}",
        format_func=partial(wording.filter_value, name),
        help=help,
        placeholder=placeholder,
        on_change=_follow,
        args=(name,),
    )


def _follow(name: str) -> None:
    st.session_state[name] = list(st.session_state[f"shown_{name}"])


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
                f"{labels[name]}: {ui.plain(wording.filter_value(name, value))}",
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
