"""Map: the places of the articles, no more precise than their words."""

import pandas as pd
import streamlit as st

from core.show import panels, ui, wording
from core.show.figures.entity_map import at_place, entity_map
from core.show.palette import PLACE
from core.show.plotly_view import plotly_view
from core.show.shell import enter

ROLES = {look.label: role for role, look in PLACE.items()}

COLUMNS = (
    ui.Column("Place", lambda row: row.get("name") or row["text"]),
    ui.Column("In the text", "text"),
    ui.Column("Role", lambda row: PLACE[row["role"]].glyph + " " + PLACE[row["role"]].label.split(":")[0]),
    ui.Column("Kind", "kind"),
    ui.Column("Country", "country"),
    ui.Column("Precision", wording.pinned, "How closely the text pins the place: never closer than its words"),
    ui.Column("Sentence", "sentence", width="large"),
    ui.Column("Article", ui.article_of_row),
)


def render() -> None:
    """Draw the page."""
    st.title("Map", anchor=False)
    # The map keeps every place in view: picking one must not wipe the others away.
    everywhere = ui.frame("places", ui.filters().without("place"))
    if everywhere.empty:
        ui.empty(
            "No place in this selection",
            "Widen the filters, or add articles in the library",
            "library",
            "Open the library",
        )
        return
    roles = _roles()
    drawn = everywhere[everywhere["role"].isin(roles)]
    figure, side = st.columns([7, 3], gap="medium")
    key = st.session_state.get("picked_place")
    with figure:
        plotly_view(
            entity_map(drawn, selected=key, dark=ui.dark(), peoples="demonym" in roles),
            key="entity_map",
            label="Map of the places; the table below has the same rows",
            on_pick=lambda mark: _pick(mark, drawn),
        )
    with side:
        _side(drawn, key)
    ui.table(ui.frame("places"), COLUMNS, key="places_table", download="places")


def _roles() -> list[str]:
    shown = st.pills(
        "Show",
        list(ROLES),
        selection_mode="multi",
        default=[PLACE[r].label for r in ("location", "dateline", "actor")],
        key="roles",
        persist_state="session",
        label_visibility="collapsed",
    )
    return [ROLES[label] for label in shown]


def _pick(mark: dict[str, str], drawn: pd.DataFrame) -> None:
    st.session_state["picked_place"] = mark["place"]
    ui.pick(mark["article_id"], mark["record_id"])
    names = at_place(drawn, mark["place"])["place"].dropna().unique()
    ui.narrow(place=[str(name) for name in names])


def _side(drawn: pd.DataFrame, key: str | None) -> None:
    mentions = at_place(drawn, key) if key else drawn.iloc[:0]
    if mentions.empty:
        st.caption(
            "Click a place to see its sentences; everything else then follows it. The table below does the same by keyboard."
        )
        return
    first = mentions.iloc[0]
    st.subheader(ui.plain(str(first["name"] or first["text"])), anchor=False)
    st.text(
        f"{wording.plural(len(mentions), 'mention')} in {wording.plural(mentions['article_id'].nunique(), 'article')}"
    )
    st.button("Show all places again", on_click=_unpick, icon=":material/zoom_out_map:")
    panels.rows_as_cards("toponyms", mentions, "place_cards")


def _unpick() -> None:
    st.session_state.pop("picked_place", None)
    ui.narrow(place=[])


enter(render)
