"""Timeline: what happened, was said, was printed and is planned."""

import pandas as pd
import streamlit as st

from core.show import panels, ui, wording
from core.show.figures.timeline import overlapping, timeline
from core.show.palette import CLOCK
from core.show.plotly_view import plotly_view
from core.show.shell import enter

CLOCKS = {look.label: clock for clock, look in CLOCK.items()}

LANES = "Happened or said"

GROUPS = {LANES: None, "Place": "place_name", "Says who": "speaker", "Outlet": "outlet", "Kind": "category"}

COLUMNS = (
    ui.Column("When", lambda row: wording.interval(row["interval_begin"], row["interval_end"])),
    ui.Column("Known to the", "precision"),
    ui.Column(LANES, lambda row: f"{CLOCK[row['clock']].glyph} {CLOCK[row['clock']].label}"),
    ui.Column("What", "text", width="large"),
    ui.Column("Kind", "category", "ACLED's event types"),
    ui.Column("Where", "place_name"),
    ui.Column(
        "Says who", lambda row: "" if wording.missing(row["speaker"]) else wording.says_who(row["speaker"], row["via"])
    ),
    ui.Column("Article", ui.article_name),
)


def render() -> None:
    """Draw the page."""
    st.title("Timeline", anchor=False)
    events = ui.frame("timeline")
    if events.empty:
        ui.nothing("No event")
        return
    group = st.segmented_control("Lanes by", list(GROUPS), default=LANES, key="lanes", persist_state="session")
    events = _in_order(events[events["clock"].isin(_clocks())])
    if events.empty:
        st.caption("Nothing here is of the kinds switched on above: switch on another.")
        return
    undated = events["undated"].astype(bool)
    figure, side = st.columns([7, 3], gap="medium")
    with figure:
        seen = _figure(events[~undated], GROUPS.get(group or LANES))
    with side:
        _side(events[undated])
    _table(events, seen)


def _clocks() -> list[str]:
    shown = st.pills(
        "Show",
        list(CLOCKS),
        selection_mode="multi",
        default=list(CLOCKS),
        key="clocks",
        persist_state="session",
        label_visibility="collapsed",
    )
    return [CLOCKS[label] for label in shown]


def _in_order(events: pd.DataFrame) -> pd.DataFrame:
    """By the day on which each begins, or ends where its beginning is open; what has no date comes last."""
    first = events["interval_begin"].where(events["interval_begin"].notna(), events["interval_end"])
    return events.iloc[first.reset_index(drop=True).sort_values(kind="stable", na_position="last").index]


def _figure(events: pd.DataFrame, group: str | None) -> dict[str, object] | None:
    last = ui.picked()
    window = st.session_state.get("timeline_window")
    drawn = timeline(events, group_by=group, dark=ui.dark(), selected=last, window=window)
    seen = plotly_view(
        drawn,
        key="timeline_view",
        label="Timeline of the events; the table below has the same rows",
        on_pick=_pick,
        report_window=True,
    )
    if seen.window != window:
        st.session_state["timeline_window"] = seen.window
        st.rerun()
    if seen.selected is not None:
        st.session_state["timeline_box"] = seen.selected.get("x")
    box: dict[str, object] | None = st.session_state.get("timeline_box")
    return box


def _pick(mark: dict[str, object]) -> None:
    if mark.get("n") == 1:
        ui.pick(str(mark["article_id"]), str(mark["record_id"]))
        st.session_state.pop("timeline_box", None)
    else:
        st.session_state["timeline_box"] = [mark["begin"], mark["end"]]


def _side(undated: pd.DataFrame) -> None:
    panels.picked_record(
        ("events",),
        "timeline_card",
        "Click a bar or a diamond for its sentence. Drag sideways with the box tool to list what overlaps a stretch of time.",
    )
    if len(undated):
        with st.expander(f"{wording.plural(len(undated), 'event')} without a date", expanded=False):
            panels.rows_as_cards("events", undated, "undated_cards")


def _table(events: pd.DataFrame, box: object) -> None:
    rows = events
    if isinstance(box, list | tuple) and len(box) == 2:
        rows = overlapping(events, *box)
        note, undo = st.columns([4, 1], vertical_alignment="center")
        note.caption(f"{wording.plural(len(rows), 'event')} overlapping {str(box[0])[:10]} to {str(box[1])[:10]}")
        undo.button("Show all", on_click=lambda: st.session_state.pop("timeline_box", None) and None)
    ui.table(rows, COLUMNS, key="events_table", download="timeline")


enter(render)
