"""Timeline: what happened, was said, was printed and is planned."""

import streamlit as st

from core.show import panels, ui, wording
from core.show.figures.sheet import Figure
from core.show.figures.spans import sorted_instants
from core.show.figures.timeline import DENSE, timeline
from core.show.palette import CLOCK
from core.show.plotly_view import Drawn, plotly_view
from core.show.shell import enter
from core.show.tables import Column, table
from core.store import narrow

CLOCKS = {look.label: clock for clock, look in CLOCK.items()}

LANES = "Happened or said"

GROUPS = {LANES: None, "Place": "place_name", "Says who": "speaker", "Outlet": "outlet", "Kind": "category"}

COLUMNS = (
    Column("When", lambda row: wording.interval(row["interval_begin"], row["interval_end"]), order="when"),
    Column("Known to the", lambda row: "" if row["precision"] == "vague" else row["precision"], "Empty where the text gives no limit"),
    Column(LANES, lambda row: f"{CLOCK[row['clock']].glyph} {CLOCK[row['clock']].label}", order="clock"),
    Column("What", "text", width="large", order="what"),
    Column("Kind", "category", "ACLED's event types", order="kind"),
    Column("Where", "place_name"),
    Column(
        "Says who", lambda row: "" if wording.missing(row["speaker"]) else wording.says_who(row["speaker"], row["via"])
    ),
    Column("Article", ui.article_name, order="article"),
)


def render() -> None:
    """Draw the page."""
    st.title("Timeline", anchor=False)
    if not ui.count("timeline"):
        ui.nothing("No event")
        return
    group = st.segmented_control("Lanes by", list(GROUPS), default=LANES, key="lanes", persist_state="session")
    clocks = tuple(_clocks())
    if not ui.count("timeline", narrow.events(clocks)):
        st.caption("Nothing here is of the kinds switched on above: switch on another.")
        return
    undated = ui.rows("timeline", narrow.events(clocks, dated=False), limit=panels.MOST_ASKED)
    figure, side = st.columns([7, 3], gap="medium")
    with figure:
        drawn = _figure(clocks, GROUPS.get(group or LANES), undated.total)
    with side:
        _side(undated, bool(drawn.meta.get("bins")))
    _table(clocks, GROUPS.get(group or LANES), drawn)


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


def _figure(clocks: tuple[str, ...], group: str | None, undated: int) -> Drawn:
    """Draw it, and note the stretch of time that is listed."""
    window = st.session_state.get("timeline_window")
    drawn = ui.drawn(_timeline, clocks, group, undated, window, ui.picked())
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
        st.session_state.pop("timeline_lane", None)
    return drawn


def _timeline(dark: bool, clocks: tuple[str, ...], group: str | None, undated: int, window: tuple[str, str] | None, last: ui.Pick | None) -> Figure:
    dated = narrow.events(clocks, dated=True, days=_days(window))
    many = ui.count("timeline", dated) > DENSE
    return timeline(
        ui.asked("event_spans", dated, group) if many else ui.rows("timeline", dated, limit=DENSE).frame,
        group_by=group,
        dark=dark,
        selected=last,
        window=window,
        within=(ui.filters().first_day, ui.filters().last_day),
        picked=ui.rows("timeline", narrow.one(*last)).frame if many and last else None,
        left_out=undated,
    )


def _days(stretch: object) -> tuple[str | None, str | None]:
    """First and last day of a stretch of the axis."""
    first, last = sorted_instants(*stretch) if isinstance(stretch, list | tuple) and len(stretch) == 2 else (None, None)
    return None if first is None else first.date().isoformat(), None if last is None else last.date().isoformat()


def _pick(mark: dict[str, object]) -> None:
    if mark.get("record_id"):
        ui.pick(str(mark["article_id"]), str(mark["record_id"]))
        _show_all()
    else:
        st.session_state["timeline_box"], st.session_state["timeline_lane"] = [mark["begin"], mark["end"]], str(mark["lane"])


def _show_all() -> None:
    st.session_state.pop("timeline_box", None)
    st.session_state.pop("timeline_lane", None)


HINT = "Click a bar or a diamond for its sentence. Drag sideways with the box tool to list what overlaps a stretch of time."
HINT_BINS = "There are too many events to draw each: a bar counts those of its time. Click one to list them below. Zoom in, or set the dates in the filters, and they stand one by one."


def _side(undated: ui.Rows, bins: bool) -> None:
    panels.picked_record(("events",), "timeline_card", HINT_BINS if bins else HINT)
    if undated.total:
        with st.expander(f"{wording.plural(undated.total, 'event')} without a date", expanded=False):
            panels.rows_as_cards("events", undated.frame, "undated_cards", total=undated.total)


def _table(clocks: tuple[str, ...], group: str | None, drawn: Drawn) -> None:
    days, lane = _days(st.session_state.get("timeline_box")), str(st.session_state.get("timeline_lane", ""))
    asked, told = narrow.events(clocks, dated=True, days=days) if any(days) else narrow.events(clocks), ""
    # A lane is of the drawing that it was clicked in: with other lanes on screen the stretch of time is listed whole.
    if any(days) and lane in (lanes := drawn.meta.get("lanes", [])):
        told = f" of the lane “{lane}”"
        asked = asked.and_("r.clock = $clock", clock=CLOCKS[lane]) if group is None else asked.in_lane(group, lane, tuple(lanes))
    if any(days):
        note, undo = st.columns([4, 1], vertical_alignment="center")
        note.caption(f"{wording.plural(ui.count('timeline', asked), 'event')}{told} that may touch {wording.interval(*days)}; one with an open end stands at the end that is known")
        undo.button("Show all", on_click=_show_all)
    table("timeline", COLUMNS, key="events_table", download="timeline", narrow=asked.by_time())


enter(render)
