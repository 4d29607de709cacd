"""The panel beside a view: the picked record, or a list of rows, each leading to its sentence."""

from __future__ import annotations

from dataclasses import replace

import pandas as pd
import streamlit as st

from core.show import ui, wording
from core.show.cards import Shape, cards
from core.show.reader.marks import find
from core.show.record_cards import record_card, row_card, row_quote

MOST_CARDS = 12
MOST_ASKED = 204
"""Rows that a list of cards asks the store for: as many as a person may want to go through."""


def picked_record(kinds: tuple[str, ...], key: str, hint: str) -> None:
    """The record picked last, when it is of one of ``kinds``; else a hint what to pick."""
    last = ui.picked()
    article = ui.picked_article()
    if last and article:
        found = find(article, last.record_id)
        if found and found[0] in kinds:
            cards([record_card(article, *found, go="Read the sentence", on=True, named=True)], key)
            return
    st.caption(hint)


def rows_as_cards(kind: str, rows: pd.DataFrame, key: str, *, shape: Shape = "stack", titled: bool = True, total: int | None = None) -> None:
    """The first rows as cards that lead to their sentences, and a button for more.

    ``titled=False`` leaves out a title that would be the same on each. ``total`` is how
    many there are when ``rows`` are only the first of them.
    """
    most, total = _shown(key, rows), len(rows) if total is None else total
    found = [row_card(kind, row, row_quote(row), go="Read the sentence", brief=True) for row in wording.rows(rows.head(most))]
    cards(found if titled else [replace(card, title="") for card in found], key, shape)
    if total > most:
        left, right = st.columns([1, 2], vertical_alignment="center")
        if len(rows) > most:
            left.button("Show more", key=f"more_{key}", on_click=_more, args=(key, most), icon=":material/expand_more:")
        right.caption(f"{min(most, len(rows)):,} of {total:,}" + ("" if len(rows) > most else ": narrow the filters to see others"))


def _shown(key: str, rows: pd.DataFrame) -> int:
    """How many cards to draw: what was asked for, as long as the rows stay the same ones."""
    asked, of = st.session_state.get(f"shown_{key}", (MOST_CARDS, None))
    same = (len(rows), str(rows["id"].iloc[0]) if len(rows) else "")
    st.session_state[f"shown_{key}"] = (asked if of == same else MOST_CARDS, same)
    return int(asked) if of == same else MOST_CARDS


def _more(key: str, most: int) -> None:
    st.session_state[f"shown_{key}"] = (most + 2 * MOST_CARDS, st.session_state[f"shown_{key}"][1])
