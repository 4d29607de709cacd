"""The panel beside a view: the picked record, or a list of rows, each leading to its sentence."""

from __future__ import annotations

import pandas as pd
import streamlit as st

from core.show import ui, wording
from core.show.cards import cards
from core.show.reader.marks import find
from core.show.record_cards import record_card, row_card, row_quote

MOST_CARDS = 12


def picked_record(kinds: tuple[str, ...], key: str, hint: str) -> None:
    """The record picked last, when it is of one of ``kinds``; else a hint what to pick."""
    last = ui.picked()
    article = ui.picked_article()
    if last and article:
        found = find(article, last.record_id)
        if found and found[0] in kinds:
            cards([record_card(article, *found, go="Read the sentence", on=True)], key)
            return
    st.caption(hint)


def rows_as_cards(kind: str, rows: pd.DataFrame, key: str) -> None:
    """The first rows as cards that lead to their sentences, and how many more there are."""
    shown = wording.rows(rows.head(MOST_CARDS))
    cards([row_card(kind, row, row_quote(row), go="Read the sentence", brief=True) for row in shown], key)
    if len(rows) > MOST_CARDS:
        st.caption(f"and {wording.plural(len(rows) - MOST_CARDS, 'more row')} in the table")
