"""The timeline draws a date as precisely as it is known."""

from __future__ import annotations

import json

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.show.figures.bins import counts, edges
from core.show.figures.lanes import first_free
from core.show.figures.spans import overlapping, span_in_words, spans, starts, stops, undated
from core.show.figures.timeline import DENSE, timeline
from core.show.palette import CLOCK, PRECISION
from tests.show.frames import events, hovers, marks, notes

MONTH = {"interval_begin": "2020-03-01", "interval_end": "2020-03-31", "precision": "month"}
YEAR = {"interval_begin": "2020-01-01", "interval_end": "2020-12-31", "precision": "year"}
SINCE = {"interval_begin": "2020-03-10", "interval_end": None, "precision": "vague"}
UNTIL = {"interval_begin": None, "interval_end": "2020-02-10", "precision": "vague"}
NEVER = {"interval_begin": None, "interval_end": None, "precision": None}


def bars(figure):
    return [t for t in figure["data"] if t["type"] == "bar" and t.get("customdata")]


def many(n: int) -> pd.DataFrame:
    return events(*[{"interval_begin": f"20{10 + i % 10}-0{1 + i % 9}-11", "interval_end": f"20{10 + i % 10}-0{1 + i % 9}-11"} for i in range(n)])


@pytest.mark.parametrize("dark", [False, True])
@pytest.mark.parametrize("group_by", [None, "outlet", "category", "nothing"])
def test_plotly_takes_the_figure(dark, group_by):
    frame = events({}, MONTH, YEAR, SINCE, UNTIL, NEVER, {"clock": "said"})
    figure = timeline(frame, group_by=group_by, dark=dark, selected=("a", "event-1"))
    go.Figure(figure)
    json.dumps(figure, allow_nan=False)


def test_a_bar_is_as_long_as_the_time_that_it_stands_for():
    figure = timeline(events(MONTH))
    (bar,) = bars(figure)
    assert bar["base"] == ["2020-03-01T00:00:00"]
    assert bar["x"] == [31 * 86_400_000]
    assert bar["orientation"] == "h"


def test_a_day_has_a_symbol_in_its_middle_and_a_month_has_none():
    figure = timeline(events({}, MONTH))
    (symbols,) = [t for t in figure["data"] if t.get("mode") == "markers" and t.get("customdata")]
    assert symbols["x"] == ["2020-03-15T12:00:00"]
    assert symbols["marker"]["symbol"] == CLOCK["happened"].symbol


def test_precision_shows_without_colour():
    figure = timeline(events({}, MONTH, YEAR))
    patterns = {t["customdata"][0]["record_id"]: t["marker"].get("pattern", {}).get("shape", "") for t in bars(figure)}
    opacity = {t["customdata"][0]["record_id"]: float(t["marker"]["color"][0].rstrip(")").split(",")[-1]) for t in bars(figure)}
    assert patterns["event-2"] == PRECISION["year"].pattern != ""
    assert opacity["event-0"] > opacity["event-1"] > opacity["event-2"]
    legend = [t["name"] for t in figure["data"] if t.get("showlegend")]
    assert legend == [PRECISION[p].label for p in ("day", "month", "year")]


@pytest.mark.parametrize(("row", "symbol", "edge"), [(SINCE, "triangle-right", 1), (UNTIL, "triangle-left", 0)])
def test_an_open_end_is_a_short_bar_with_an_arrow_at_the_end_that_is_known(row, symbol, edge):
    figure = timeline(events({}, YEAR, row))
    known = pd.Timestamp(row["interval_begin"] or row["interval_end"]) + pd.Timedelta(days=1 - edge)
    (arrow,) = [t for t in figure["data"] if t["type"] == "scatter" and t["marker"]["symbol"] == symbol and t.get("customdata")]
    first, last = (pd.Timestamp(w) for w in figure["layout"]["xaxis"]["range"])
    away = (pd.Timestamp(arrow["x"][0]) - known) / (last - first)
    assert 0.02 < (away if edge else -away) < 0.05
    assert first < pd.Timestamp(arrow["x"][0]) < last
    assert any("Open end" in t["name"] for t in figure["data"])
    assert ("since" if edge else "until") in hovers(figure)


def test_clocks_have_lanes_of_their_own_in_a_fixed_order():
    figure = timeline(events({"clock": "planned"}, {"clock": "said"}, {}, {"clock": "printed"}))
    assert figure["layout"]["yaxis"]["ticktext"] == ["Happened", "Was said", "Was published", "Planned or<br>expected"]
    heights = figure["layout"]["yaxis"]["tickvals"]
    assert heights == sorted(heights, reverse=True)
    assert len({t["marker"]["color"][0] for t in bars(figure)}) == 4


def test_groups_take_the_place_of_clocks_and_the_rare_ones_share_a_lane():
    frame = events(*[{"outlet": f"Outlet {i}"} for i in range(13)], {"outlet": "Outlet 1"}, {"outlet": None})
    ticks = timeline(frame, group_by="outlet")["layout"]["yaxis"]["ticktext"]
    assert ticks[0] == "Outlet 1"
    assert "others" in ticks
    assert len(ticks) == 11


def test_bars_of_one_lane_never_cover_one_another():
    figure = timeline(events(MONTH, YEAR, MONTH, {}, {}, SINCE))
    taken = [(t["y"][i], pd.Timestamp(t["base"][i]), pd.Timestamp(t["base"][i]) + pd.Timedelta(t["x"][i], "ms")) for t in bars(figure) for i in range(len(t["x"]))]
    for n, (y, start, stop) in enumerate(taken):
        assert not any(y == other and start < end and begin < stop for other, begin, end in taken[n + 1 :])


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(0, 9)), max_size=30))
def test_packing_uses_the_fewest_rows(pairs):
    laid = sorted((float(a), float(a + n)) for a, n in pairs)
    rows = first_free(laid)
    for i, (a, b) in enumerate(laid):
        assert not any(rows[i] == rows[j] and a < laid[j][1] and laid[j][0] < b for j in range(i) if laid[j][0] < laid[j][1])
    most = max((sum(a <= t < b for a, b in laid) for t in range(60)), default=0)
    assert all(b > a for a, b in laid) is False or max(rows, default=-1) + 1 == most


def test_marks_carry_the_ids_of_their_event():
    assert {m["record_id"] for m in marks(timeline(events({}, MONTH, YEAR)))} == {"event-0", "event-1", "event-2"}


def test_undated_events_are_told_and_listed_but_not_drawn():
    frame = events({}, NEVER)
    figure = timeline(frame)
    assert {m["record_id"] for m in marks(figure)} == {"event-0"}
    assert "1 event without a date" in notes(figure)
    assert undated(frame)["id"].tolist() == ["event-1"]


@pytest.mark.parametrize(("begin", "end", "found"), [
    ("2020-03-20", "2020-03-25", [1, 2]),
    ("2020-03-15T12:00", "2020-03-15T13:00", [0, 1, 2]),
    ("2020-02-01", "2020-02-10", [2, 4]),
    ("2020-02-10T12:00", "2020-02-11", [2, 4]),
    ("2020-02-11", "2020-02-12", [2]),
    ("2020-03-10", "2020-03-10", [1, 2, 3]),
    ("2020-12-31T23:00", "2030-01-01", [2]),
    ("2021-01-01", "2030-01-01", []),
    ("1990-01-01", "1991-01-01", []),
    ("2020-04-01", None, [2]),
    (None, "2020-02-10", [2, 4]),
    ("2020-03-25", "2020-03-20", [1, 2]),
])  # fmt: skip
def test_a_box_finds_what_it_overlaps(begin, end, found):
    frame = events({}, MONTH, YEAR, SINCE, UNTIL, NEVER)
    assert overlapping(frame, begin, end).index.tolist() == found


def test_very_many_events_are_counted_in_bins():
    frame = many(DENSE + 100)
    figure = timeline(frame)
    assert sum(m["n"] for m in marks(figure)) == len(frame)
    assert len(marks(figure)) <= 130
    for mark in marks(figure)[:5]:
        assert len(overlapping(frame, mark["begin"], mark["end"])) == mark["n"]


def test_a_vague_date_is_counted_in_every_bin_that_it_touches_and_apart():
    frame = pd.concat([many(DENSE), events(*[{**YEAR, "interval_begin": "2012-01-01", "interval_end": "2013-12-31", "id": "wide"}] * 7)])
    hatched = [t for t in timeline(frame)["data"] if t["type"] == "bar" and t["marker"].get("pattern")]
    told = [text for t in hatched for text in t["hovertext"]]
    assert all("7 may lie beyond it" in text for text in told)
    assert len(told) > 4


@pytest.mark.parametrize("window", [(None, None), ("2012-01-01", "2014-06-30")])
def test_a_bar_counts_what_it_lists_whatever_ends_are_open(window):
    loose = [{"interval_begin": day, "interval_end": None, "clock": clock} for day in ("2012-03-04", "2013-05-06") for clock in ("said", "planned")]
    loose += [{"interval_begin": None, "interval_end": day, "clock": "said"} for day in ("2011-12-31", "2013-07-08", "2019-01-01")]
    frame = pd.concat([many(DENSE * 6), events(*loose)], ignore_index=True)
    found = [m for m in marks(timeline(frame, window=window)) if m["lane"] == CLOCK["said"].label]
    assert len(found) >= 2
    for mark in found:
        listed = overlapping(frame, mark["begin"], mark["end"])
        assert (listed["clock"] == "said").sum() == mark["n"]


def test_bins_are_as_fine_as_the_window_allows():
    frame = many(DENSE * 10)
    wide, narrow = timeline(frame), timeline(frame, window=("2015-01-01", "2015-12-31"))
    length = {pd.Timestamp(m["end"]) - pd.Timestamp(m["begin"]) for m in marks(wide)}
    assert narrow["layout"]["xaxis"]["range"] == ["2015-01-01T00:00:00", "2015-12-31T00:00:00"]
    assert all(m["n"] == 1 or pd.Timestamp(m["end"]) - pd.Timestamp(m["begin"]) < min(length) for m in marks(narrow))


@pytest.mark.parametrize("window", [("-5000-01-01", "12000-01-01"), ("0001-01-01", "9999-12-31"), (None, "2015-06-01"), ("2015-06-01T00:00:00Z", None), ("x", "y")])
def test_zooming_out_of_the_calendar_does_not_break_the_page(window):
    figure = timeline(many(DENSE * 3), window=window)
    start, stop = (pd.Timestamp(w) for w in figure["layout"]["xaxis"]["range"])
    assert pd.Timestamp("1995-01-01") < start < stop < pd.Timestamp("2035-01-01")


@given(st.lists(st.tuples(st.integers(0, 3000), st.integers(0, 800)), min_size=1, max_size=40))
def test_bins_lose_no_event_and_count_each_once_in_a_bin(pairs):
    base = pd.Timestamp("2001-01-01")
    frame = pd.DataFrame({"start": [base + pd.Timedelta(days=a) for a, _ in pairs], "stop": [base + pd.Timedelta(days=a + n + 1) for a, n in pairs]})
    at = edges(frame["start"].min(), frame["stop"].max())
    inside, beyond = counts(frame, at)
    for i in range(len(at) - 1):
        touching = ((frame["start"] < at[i + 1]) & (frame["stop"] > at[i])).sum()
        assert inside[i] + beyond[i] == touching
    assert len(at) <= 64


def test_the_selected_event_is_found_in_bins_too():
    figure = timeline(many(DENSE + 1), selected=("a", "event-3"))
    assert [t["name"] for t in figure["data"]].count("Selected") == 1


@pytest.mark.parametrize(("start", "stop", "words"), [
    ("2020-03-15", "2020-03-16", "15 March 2020"), ("2020-03-01", "2020-04-01", "March 2020"), ("2020-01-01", "2021-01-01", "2020"),
    ("2020-03-10", "2020-03-13", "10 March 2020 to 12 March 2020"), (None, "2020-03-16", "until 15 March 2020"), ("2020-03-10", None, "since 10 March 2020"),
    (None, None, "no date"),
])  # fmt: skip
def test_a_span_in_words(start, stop, words):
    assert span_in_words(pd.Timestamp(start) if start else pd.NaT, pd.Timestamp(stop) if stop else pd.NaT) == words


@pytest.mark.parametrize(("begin", "end", "start", "stop"), [
    ("2014-09", "2015-11-17", "2014-09-01", "2015-11-18"), ("2014", "2014", "2014-01-01", "2015-01-01"), ("2015-05-05", "2015-05-01", "2015-05-01", "2015-05-06"),
])  # fmt: skip
def test_prefixes_of_dates_are_whole_months_and_years(begin, end, start, stop):
    found = spans(events({"interval_begin": begin, "interval_end": end})).iloc[0]
    assert (found["start"], found["stop"]) == (pd.Timestamp(start), pd.Timestamp(stop))


@pytest.mark.parametrize("text", ["Feb. 30", "2015-02-30", "10000-01-01", "XXXX-WXX-2", "", "nan", "13/14/15"])
def test_what_is_no_date_is_undated(text):
    assert len(undated(events({"interval_begin": text, "interval_end": text}))) == 1


def test_words_cannot_carry_markup():
    assert "<script" not in hovers(timeline(events({"text": "<script>x</script>", "title": "<i>", "outlet": "<b>"}), group_by="outlet"))


def test_an_empty_frame_says_so():
    for frame in (events(NEVER), events().reindex(columns=["id"]), pd.DataFrame()):
        assert "No dated event" in notes(timeline(frame))


@given(st.lists(st.fixed_dictionaries({
    "interval_begin": st.none() | st.dates().map(str) | st.text(max_size=8), "interval_end": st.none() | st.dates().map(str) | st.text(max_size=8),
    "precision": st.sampled_from([None, *PRECISION, "?"]), "clock": st.sampled_from([None, *CLOCK, "?"]), "text": st.none() | st.text(max_size=5),
}), max_size=6))  # fmt: skip
def test_no_frame_of_events_raises(rows):
    json.dumps(timeline(events(*rows)), allow_nan=False)


@pytest.mark.parametrize("group_by", [None, "outlet"])
def test_rows_that_stand_for_many_are_drawn_as_the_many(group_by):
    rows = [{"interval_begin": f"2020-{1 + n % 9:02d}-15", "interval_end": f"2020-{1 + n % 9:02d}-20", "outlet": f"O{n % 3}"} for n in range(900)]
    few = events(*rows[:9]).assign(count=100)
    assert timeline(few, group_by=group_by)["data"] == timeline(events(*rows), group_by=group_by)["data"]


def test_the_selected_one_of_many_is_given_apart():
    few = events({}).assign(count=1000)
    one = events({"id": "event-7", "interval_begin": "2020-03-15"})
    drawn = timeline(few, selected=("a", "event-7"), picked=one)
    assert [t["name"] for t in drawn["data"] if t["name"] == "Selected"] == ["Selected"]
    assert not [t for t in timeline(few, selected=("a", "event-7"), picked=one.iloc[:0])["data"] if t["name"] == "Selected"]


def test_events_that_were_not_sent_are_told():
    assert "1,200 events without a date not drawn" in notes(timeline(events({}), left_out=1200))


def test_the_axis_opens_on_the_days_asked_for_however_far_an_event_reaches():
    long, day = {"interval_begin": "2014-01-01", "interval_end": "2020-12-31", "precision": "year"}, {}
    x = timeline(events(long, day), within=("2020-03-10", "2020-03-20"))["layout"]["xaxis"]["range"]
    assert [w[:10] for w in x] == ["2020-03-09", "2020-03-22"]
    whole = timeline(events(long, day))["layout"]["xaxis"]["range"]
    assert whole[0] < "2014" < "2020-12-31" < whole[1]
    # Days that no event is in are not asked of the axis: nothing would be seen.
    assert timeline(events(day), within=("2030-01-01", None))["layout"]["xaxis"]["range"][0] < "2020-03-16"


def test_it_says_whether_events_are_counted_in_bars():
    assert timeline(events({}))["layout"]["meta"]["bins"] is False
    assert timeline(events(*[{}] * 500))["layout"]["meta"]["bins"] is True


def test_dates_asked_once_for_each_are_those_of_every_row_whatever_its_index():
    dates = pd.Series(["2014-09", None, "2015", "2014-09", "2015-11-17", "no date", "12000-01-01"], index=[3, 1, 4, 1, 5, 9, 2])
    begin, end = starts(dates), stops(dates)
    assert list(begin.index) == list(end.index) == list(dates.index)
    assert [None if pd.isna(d) else str(d.date()) for d in begin] == ["2014-09-01", None, "2015-01-01", "2014-09-01", "2015-11-17", None, None]
    assert [None if pd.isna(d) else str(d.date()) for d in end] == ["2014-10-01", None, "2016-01-01", "2014-10-01", "2015-11-18", None, None]
    assert starts(dates.iloc[:0]).empty
    assert stops(pd.Series([None, None])).isna().all()


def test_a_day_that_is_only_told_near_has_a_pale_symbol():
    day = {"interval_begin": "2020-03-15", "interval_end": "2020-03-15"}
    figure = timeline(events(YEAR, {**day, "precision": "vague"}, {**day, "precision": "day"}))
    shades = {t["customdata"][0]["record_id"]: t["marker"]["opacity"] for t in figure["data"] if t["type"] == "scatter" and t.get("customdata")}
    assert shades["event-1"] < shades["event-2"] == 1
    assert "event-0" not in shades
