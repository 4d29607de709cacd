"""A page with one figure, a filter and what was picked: the view under test, nothing else."""

from __future__ import annotations

import streamlit as st

from core.show.figures import claims_chart, entity_map, timeline
from core.show.plotly_view import Picked, plotly_view
from tests.show import frames
from tests.show.frames import ALEPPO, BORDER, RUSSIA, SINAI, SYRIA, WASHINGTON

st.set_page_config(layout="wide")
kind = st.query_params.get("figure", "map")
only = st.pills("Only", ["areas", "all"], key="only")


def pick(mark: Picked) -> None:
    """Remember the mark, as a page would before it runs again."""
    st.session_state["mark"] = mark


mark = st.session_state.get("mark")
if kind == "map":
    places = frames.places(WASHINGTON, SYRIA, RUSSIA, SINAI, BORDER, ALEPPO)
    shown = places[places["kind"] != "city"] if only == "areas" else places
    seen = plotly_view(entity_map(shown, selected=mark and mark["place"]), key="map", label="Map of six places", on_pick=pick)
elif kind == "timeline":
    rows = [{"interval_begin": f"20{10 + i % 10}-0{1 + i % 9}-11", "interval_end": f"20{10 + i % 10}-0{1 + i % 9}-11"} for i in range(5000)]
    events = frames.events(*rows) if st.query_params.get("many") else frames.events({}, {"interval_end": "2020-05-31", "precision": "month"})
    window = st.session_state.get("window")
    seen = plotly_view(timeline(events, window=window), key="timeline", label="Timeline", on_pick=pick, report_window=True)
    if seen.window != window:
        st.session_state["window"] = seen.window
        st.rerun()
else:
    claims = frames.claims({"value": 40.0, "low": 40.0, "high": 40.0}, {"low": 30.0, "high": 50.0, "modifier": "range"})
    seen = plotly_view(claims_chart(claims), key="claims", label="Claims by value", on_pick=pick)

st.text(f"picked: {mark['record_id'] if mark else None}")
st.text(f"place: {mark.get('place') if mark else None}")
st.text(f"box: {seen.selected}")
st.text(f"only: {only}")
