"""Actors: one actor at a time: what they said, counted and did, where and when."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

import streamlit as st

from core.show import corrections, panels, ui, wording
from core.show.figures.sheet import Figure
from core.show.figures.timeline import DENSE, timeline
from core.show.plotly_view import plotly_view
from core.show.shell import enter
from core.store import narrow
from core.store.queries import MOST_COMPARED

MOST_NAMES = 1000
"""Names in the list of actors; the others can be typed."""


def render() -> None:
    """Draw the page."""
    st.title("Actors", anchor=False)
    names = wording.rows(ui.asked("actor_names", MOST_NAMES))
    if not names:
        ui.nothing("Nobody is named")
        return
    listed, total = [str(row["name"]) for row in names], int(names[0]["names"])
    actor = _choose(listed, total)
    own = next((row for row in names if row["name"] == actor), None) or _known(actor) or {}
    st.text(f"{wording.plural(int(own['statements']), 'statement')}, named {wording.plural(int(own['mentions']), 'time')}")
    tabs: dict[str, Callable[[], None]] = {
        "Said": partial(_said, actor),
        "Counted": partial(_rows, "claims", "claims", narrow.by_actor(actor), "No number comes from this actor in this selection."),
        "Took part in": partial(_rows, "events", "timeline", narrow.taken_part(actor), "No event names this actor in this selection."),
        "Where": partial(_rows, "toponyms", "places", narrow.happened_near(actor), "No place stands in a sentence with this actor in this selection."),
        "Names": partial(_merging, actor, listed, total),
    }
    # Only the tab that is seen is asked for: all five take three times as long.
    for tab, draw in zip(st.tabs(list(tabs), key="actor_tab", on_change="rerun"), tabs.values(), strict=True):
        if tab.open:
            with tab:
                draw()


def _known(name: str) -> dict[str, Any] | None:
    """How much an actor said and is named in this selection; ``None`` for nobody."""
    return next(iter(wording.rows(ui.asked("actor_names", None, name))), None)


def _choose(names: list[str], total: int) -> str:
    asked = st.query_params.get("actor")
    known = asked in names or bool(asked and _known(asked))
    listed = names if not known or asked in names else [str(asked), *names]
    more = total - len(names)
    left, right = st.columns([3, 2], vertical_alignment="bottom")
    picked = left.selectbox(
        "Actor",
        listed,
        index=listed.index(str(asked)) if known else 0,
        key=f"actor_{asked}",
        accept_new_options=more > 0,
        help=f"The {len(names):,} most quoted. {wording.plural(more, 'more name')} can be typed in full" if more > 0 else None,
    )
    chosen = str(picked)
    if chosen not in listed and not _known(chosen):
        left.caption(f"Nobody of this name in this selection: {ui.plain(chosen)}")
        chosen = listed[0]
    if chosen != asked:
        st.query_params["actor"] = chosen
    with right:
        corrections.reliability(chosen)
    return chosen


def _rows(kind: str, frame: str, asked: narrow.Narrow, nothing: str, *, titled: bool = True) -> None:
    rows = ui.rows(frame, asked, limit=panels.MOST_ASKED)
    if not rows.total:
        st.caption(nothing)
    else:
        panels.rows_as_cards(kind, rows.frame, f"actor_{kind}", titled=titled, total=rows.total)


def _said(actor: str) -> None:
    if ui.count("timeline", narrow.told_by(actor)):
        plotly_view(
            ui.drawn(_timeline, actor, height=220),
            key="actor_timeline",
            label=f"What {actor} speaks of, by date; the cards below have the words",
            on_pick=_pick,
        )
    _rows("attributions", "attributions", narrow.by_actor(actor), "No statement by this actor in this selection.", titled=False)


def _timeline(dark: bool, actor: str) -> Figure:
    dated = narrow.told_by(actor)
    many = ui.count("timeline", dated) > DENSE
    return timeline(ui.asked("event_spans", dated) if many else ui.rows("timeline", dated, limit=DENSE).frame, dark=dark)


def _pick(mark: dict[str, object]) -> None:
    if mark.get("n") == 1 and mark.get("record_id"):
        ui.pick(str(mark["article_id"]), str(mark["record_id"]))


def _merging(actor: str, names: list[str], total: int) -> None:
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
            "Another name of this actor",
            [n for n in names if n != actor],
            index=None,
            placeholder="Pick a name" if total == len(names) else "Pick or type a name",
            accept_new_options=total > len(names),
        )
        if st.form_submit_button("They are the same actor") and chosen:
            if chosen in names or _known(chosen):
                desk.merge(chosen, actor)
                st.rerun()
            st.caption(f"Nobody of this name in this selection: {ui.plain(chosen)}")
    if total > MOST_COMPARED:
        st.caption(f"Proposals are made of the {MOST_COMPARED:,} most quoted and the {MOST_COMPARED:,} most named.")


def _decision(text: str, actions: Sequence[tuple[str, object, tuple[object, ...]]], key: str) -> None:
    columns = st.columns([5, *[1.4] * len(actions)], vertical_alignment="center")
    columns[0].text(text)
    for column, (label, action, args) in zip(columns[1:], actions, strict=True):
        column.button(label, on_click=action, args=args, key=f"{key}_{label}")  # type: ignore[arg-type]


enter(render)
