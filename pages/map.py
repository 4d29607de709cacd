"""Map: the places of the articles, no more precise than their words."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from core.records import Toponym
from core.show import corrections, panels, ui, wording
from core.show.figures.entity_map import at_place, entity_map
from core.show.figures.sheet import Figure
from core.show.palette import PLACE
from core.show.plotly_view import plotly_view
from core.show.reader.marks import find
from core.show.shell import enter
from core.show.tables import Column, table
from core.store.narrow import at_spot

MOST_NAMED = 8

ROLES = {look.label: role for role, look in PLACE.items()}

SIDE = 470
"""Height of the list beside the map in pixels: the table stays in view."""

COLUMNS = (
    Column("Place", lambda row: row.get("name") or row["text"], order="place"),
    Column("In the text", "text"),
    Column("Role", lambda row: PLACE[row["role"]].glyph + " " + PLACE[row["role"]].label.split(":")[0], order="role"),
    Column("Kind", wording.place_kind, order="kind"),
    Column("Country", lambda row: wording.country(row["country"]), order="country"),
    Column("Precision", wording.pinned, "How closely the text pins the place: never closer than its words", order="precision"),
    Column("Sentence", "sentence", width="large"),
    Column("Article", ui.article_name, order="article"),
)


def render() -> None:
    """Draw the page."""
    st.title("Map", anchor=False)
    # The map keeps every place in view: picking one must not wipe the others away.
    everywhere = ui.asked("map_places", under=ui.filters().without("place"))
    if everywhere.empty:
        ui.nothing("No place")
        return
    roles = _roles()
    drawn = everywhere[everywhere["role"].isin(roles)]
    figure, side = st.columns([7, 3], gap="medium")
    key = st.session_state.get("picked_place")
    with figure:
        plotly_view(
            ui.drawn(_map, tuple(roles), key),
            key="entity_map",
            label="Map of the places; the table below has the same rows",
            on_pick=lambda mark: _pick(mark, drawn),
        )
    with side:
        _side(everywhere, key)
    table("places", COLUMNS, key="places_table", download="places", on_row=_pick_row)


def _map(dark: bool, roles: tuple[str, ...], selected: str | None) -> Figure:
    places = ui.asked("map_places", under=ui.filters().without("place"))
    return entity_map(places[places["role"].isin(roles)], selected=selected, kept=_kept(places), dark=dark, peoples="demonym" in roles)


def _kept(places: pd.DataFrame) -> frozenset[str]:
    """The places that the place filter keeps to, by their keys on the map."""
    asked = set(ui.filters().place)
    return frozenset(places["spot"][[not asked.isdisjoint(names or ()) for names in places["places"]]].dropna()) if asked else frozenset()


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
    ui.narrow(place=_names(at_place(drawn, mark["place"])))


def _names(drawn: pd.DataFrame) -> list[str]:
    """The values of the place filter that a place of the map has."""
    return list(dict.fromkeys(str(name) for names in drawn["places"] for name in names or ()))


def _pick_row(row: Mapping[str, Any]) -> None:
    """A picked row shows its place beside the map and narrows nothing, so that the table stays as it is."""
    st.session_state["picked_place"] = row["spot"]
    ui.pick(str(row["article_id"]), str(row["id"]))


def _side(places: pd.DataFrame, key: str | None) -> None:
    there = at_place(places, key) if key else places.iloc[:0]
    if there.empty:
        if asked := ui.filters().place:
            st.text(f"Everything else keeps to {' or '.join(asked)}, outlined here. Other places stay in view, to go on to.")
        panels.picked_record(
            ("toponyms",),
            "map_card",
            f"Click a place on the map to see its sentences: everything else then keeps to it. Or take one from this list or a row of the table below. {ui.BY_KEYBOARD}",
        )
        _another()
        _most_named(places)
        return
    mentions = ui.rows("places", at_spot(str(key)), limit=panels.MOST_ASKED, under=ui.filters().without("place"))
    first = there.iloc[0]
    st.header(ui.plain(str(first["name"] or first["text"])), anchor=False)
    st.text(
        f"{wording.plural(int(there['count'].sum()), 'mention')} in {wording.plural(ui.articles_of(mentions), 'article')}"
    )
    names = _names(there)
    if names and set(names) <= set(ui.filters().place):
        st.button("Show all places again", on_click=_unpick, icon=":material/zoom_out_map:")
    else:
        keep, back = st.container(), st.container()
        if names:
            keep.button("Keep to this place everywhere", on_click=ui.narrow, kwargs={"place": names}, icon=":material/filter_alt:")
        back.button("Back to the list of places", on_click=_unpick, icon=":material/arrow_back:")
    _another()
    with st.container(height=SIDE, border=False):
        panels.rows_as_cards("toponyms", mentions.frame, "place_cards", total=mentions.total)


def _another() -> None:
    """The picked mention's candidates, and the choice of another."""
    last = ui.picked()
    article = ui.picked_article()
    found = find(article, last.record_id) if article and last else None
    if article and found and isinstance(found[1], Toponym):
        with st.expander("Why this place, and which else it may be"):
            corrections.place(article, found[1])


def _most_named(places: pd.DataFrame) -> None:
    """The places where most is said to have happened, as buttons: the way without a mouse."""
    placed = places[(places["role"] == "location") & places["name"].notna() & places["spot"].notna()]
    with st.container(key="most_named", gap=None):
        for row in wording.rows(placed.head(MOST_NAMED)):
            label = f"{ui.plain(wording.place(row))} · {wording.plural(int(row['count']), 'mention')}"
            st.button(label, key=f"named_{row['spot']}", on_click=_pick_row, args=(row,), type="tertiary", icon=":material/location_on:")


def _unpick() -> None:
    for name in ("picked_place", "picked_record"):
        st.session_state.pop(name, None)
    ui.narrow(place=[])


enter(render)
