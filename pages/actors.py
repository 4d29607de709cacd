"""Actors: one actor at a time: what they said, counted and did, where and when."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from core.show import corrections, panels, ui, wording
from core.show.figures.timeline import timeline
from core.show.plotly_view import plotly_view
from core.show.shell import enter


def render() -> None:
    """Draw the page."""
    st.title("Actors", anchor=False)
    names = _names()
    if names.empty:
        ui.nothing("Nobody is named")
        return
    actor = _choose(list(names["name"]))
    said, named = (int(names.loc[names["name"] == actor, c].sum()) for c in ("statements", "mentions"))
    st.text(f"{wording.plural(said, 'statement')}, named {wording.plural(named, 'time')}")
    tabs = st.tabs(["Said", "Counted", "Took part in", "Where", "Names"])
    with tabs[0]:
        _said(actor)
    with tabs[1]:
        _rows("claims", _of(ui.frame("claims"), actor), "No number comes from this actor in this selection.")
    with tabs[2]:
        _events(actor)
    with tabs[3]:
        _where(actor)
    with tabs[4]:
        _merging(actor, list(names["name"]))


def _names() -> pd.DataFrame:
    """Every actor with the number of statements and mentions, the most quoted first."""
    speakers = ui.frame("speaker_totals").rename(columns={"speaker": "name"})[["name", "statements"]]
    entities = ui.frame("entity_totals").rename(columns={"entity": "name"})[["name", "mentions"]]
    both = speakers.merge(entities, on="name", how="outer").fillna({"statements": 0, "mentions": 0})
    return both.sort_values(["statements", "mentions", "name"], ascending=[False, False, True], ignore_index=True)


def _choose(names: list[str]) -> str:
    asked = st.query_params.get("actor")
    index = names.index(asked) if asked in names else 0
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    chosen = left.selectbox("Actor", names, index=index, key=f"actor_{asked}")
    if chosen != asked:
        st.query_params["actor"] = chosen
    with right:
        corrections.reliability(chosen)
    return str(chosen)


def _of(rows: pd.DataFrame, actor: str) -> pd.DataFrame:
    return rows[rows["actor"] == actor]


def _rows(kind: str, rows: pd.DataFrame, nothing: str, *, titled: bool = True) -> None:
    if rows.empty:
        st.caption(nothing)
    else:
        panels.rows_as_cards(kind, rows, f"actor_{kind}", titled=titled)


def _said(actor: str) -> None:
    events = ui.frame("timeline")
    own = events[(events["actor"] == actor) & ~events["undated"].astype(bool)]
    if len(own):
        plotly_view(
            timeline(own, dark=ui.dark()),
            key="actor_timeline",
            label=f"What {actor} speaks of, by date; the cards below have the words",
            height=220,
            on_pick=lambda mark: ui.pick(str(mark["article_id"]), str(mark["record_id"])),
        )
    _rows("attributions", _of(ui.frame("attributions"), actor), "No statement by this actor in this selection.", titled=False)


def _mentions(actor: str) -> pd.DataFrame:
    entities = ui.frame("entities")
    return entities[entities["actor"] == actor]


def _events(actor: str) -> None:
    events, own = ui.frame("timeline"), _mentions(actor)
    keys = set(zip(own["article_id"], own["id"], strict=True))
    named = [
        any((article, e) in keys for e in (ids if ids is not None else ()))
        for article, ids in zip(events["article_id"], events["entity_ids"], strict=True)
    ]
    _rows("events", events[named], "No event names this actor in this selection.")


def _where(actor: str) -> None:
    own, places = _mentions(actor), ui.frame("places")
    near = places.merge(own[["article_id", "sentence_start"]].drop_duplicates(), on=["article_id", "sentence_start"])
    _rows(
        "toponyms", near[near["role"] == "location"], "No place stands in a sentence with this actor in this selection."
    )


def _merging(actor: str, names: list[str]) -> None:
    """Proposals with their reason; a merge or its undoing is kept at the desk."""
    desk = ui.workspace().desk
    for decision in [d for d in desk.decisions("merge") if actor in (d.name, d.value)]:
        _decision(
            f"“{decision.name}” counts as “{decision.value}”",
            [("Undo", desk.undo_name, (decision.id,))],
            f"merge_{decision.id}",
        )
    for merge in [m for m in ui.merge_proposals() if actor in (m.a, m.b)]:
        other = merge.b if merge.a == actor else merge.a
        actions = [
            ("Same actor", desk.merge, (other, actor, merge.reason)),
            ("Not the same", desk.keep_apart, (other, actor, merge.reason)),
        ]
        _decision(f"“{other}” may be the same: {merge.reason}", actions, f"propose_{actor}_{other}")
    with st.form(f"merge_{actor}", border=False):
        chosen = st.selectbox(
            "Another name of this actor", [n for n in names if n != actor], index=None, placeholder="Pick a name"
        )
        if st.form_submit_button("They are the same actor") and chosen:
            desk.merge(chosen, actor)
            st.rerun()


def _decision(text: str, actions: Sequence[tuple[str, object, tuple[object, ...]]], key: str) -> None:
    columns = st.columns([5, *[1.4] * len(actions)], vertical_alignment="center")
    columns[0].text(text)
    for column, (label, action, args) in zip(columns[1:], actions, strict=True):
        column.button(label, on_click=action, args=args, key=f"{key}_{label}")  # type: ignore[arg-type]


enter(render)
