"""The claims chart shows ranges as ranges and never adds anything up."""

from __future__ import annotations

import itertools
import json
import math

import pandas as pd
import plotly.graph_objects as go
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.show.figures.claim_marks import amount, rows_of
from core.show.figures.claims_chart import claims_chart
from core.show.figures.measures import kind_of, measures
from core.show.palette import CATEGORY, MODIFIER, STATUS
from tests.show.frames import claims, hovers, marks, notes

VIEWS = ("category", "speaker", "time")
EXACT = {"value": 40.0, "low": 40.0, "high": 40.0, "speaker": "the ministry"}
RANGE = {"low": 30.0, "high": 50.0, "modifier": "range", "speaker": "the governor"}
LEAST = {"value": 20.0, "low": 20.0, "modifier": "at_least", "text": "at least 20"}
LESS = {"value": 60.0, "high": 60.0, "modifier": "less_than"}
VAGUE = {"low": 12.0, "modifier": "vague", "text": "dozens"}
DATED = {**EXACT, "window_begin": "2020-03", "window_end": "2020-04-15"}


def lines(figure):
    return [t for t in figure["data"] if t.get("mode") == "lines" and t.get("x")]


def symbols(figure):
    return [t for t in figure["data"] if t.get("mode") == "markers" and isinstance(t["marker"]["symbol"], list)]


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("dark", [False, True])
def test_plotly_takes_the_figure(view, dark):
    frame = claims(EXACT, RANGE, LEAST, LESS, VAGUE, DATED, {"value": 3.0, "unit": "kilometer", "category": "distance"})
    figure = claims_chart(frame, view=view, dark=dark, selected=("a", "claim-5"))
    go.Figure(figure)
    json.dumps(figure, allow_nan=False)


def test_a_range_is_a_bar_from_end_to_end():
    (line,) = lines(claims_chart(claims(RANGE)))
    assert line["x"][:2] == [30.0, 50.0]


def test_an_exact_number_is_a_symbol_without_a_bar():
    figure = claims_chart(claims(EXACT))
    assert lines(figure) == []
    assert symbols(figure)[0]["x"] == [40.0]


@pytest.mark.parametrize(("row", "end", "arrow"), [(LEAST, 1, "triangle-right"), (VAGUE, 1, "triangle-right"), (LESS, 0, "triangle-left")])
def test_an_open_bound_runs_to_the_edge_with_an_arrow(row, end, arrow):
    figure = claims_chart(claims(row, EXACT))
    edge = figure["layout"]["xaxis"]["range"][end]
    (line,) = lines(figure)
    assert line["x"][end] == pytest.approx(edge)
    (head,) = [t for t in figure["data"] if t.get("mode") == "markers" and t["marker"]["symbol"] == arrow]
    assert head["x"] == [pytest.approx(edge)]


def test_about_has_no_bounds_and_so_no_bar():
    figure = claims_chart(claims({"value": 8000.0, "modifier": "about"}))
    assert lines(figure) == []
    assert symbols(figure)[0]["marker"]["symbol"] == [MODIFIER["about"].symbol]


def test_what_is_not_done_is_dashed_and_named():
    figure = claims_chart(claims({**RANGE, "status": "denied"}))
    assert lines(figure)[0]["line"]["dash"] == STATUS["denied"].dash != "solid"
    assert "denied" in notes(figure)


def test_each_kind_and_unit_has_an_axis_of_its_own():
    frame = claims(EXACT, {**EXACT, "unit": "USD", "category": "money"}, {**EXACT, "unit": "EUR", "category": "money"})
    figure = claims_chart(frame)
    assert {"xaxis", "xaxis2", "xaxis3"} <= figure["layout"].keys()
    assert "Killed" in notes(figure)
    assert "euros" in notes(figure)
    tops = [figure["layout"][name]["domain"] for name in ("yaxis", "yaxis2", "yaxis3")]
    assert all(upper[0] > lower[1] for upper, lower in itertools.pairwise(tops))


def test_units_of_one_dimension_share_an_axis():
    frame = claims(*({"value": v, "low": v, "high": v, "unit": u, "category": "distance"} for v, u in ((98.0, "kilometer"), (100.0, "mile"), (500.0, "meter"))))
    (measure,) = measures(frame)
    assert measure.unit == "kilometer"
    assert measure.rows["value"].tolist() == pytest.approx([98.0, 160.9344, 0.5])
    assert frame["value"].tolist() == [98.0, 100.0, 500.0], "the frame itself is left as it was"


@pytest.mark.parametrize(("values", "kind"), [((5, 40), None), ((5, 4000), "log"), ((0, 4000), None), ((-5, 4000), None)])
def test_the_axis_is_logarithmic_where_the_span_asks_for_it(values, kind):
    axis = claims_chart(claims(*({"value": float(v), "low": float(v), "high": float(v)} for v in values)))["layout"]["xaxis"]
    assert axis.get("type") == kind
    low, high = (10**v for v in axis["range"]) if kind else axis["range"]
    assert low <= min(values) < max(values) <= high


def test_a_billion_is_written_as_one():
    axis = claims_chart(claims({"value": 2.7e9, "low": 2.7e9, "high": 2.7e9, "unit": "USD", "category": "money"}))["layout"]["xaxis"]
    assert axis["exponentformat"] == "B", "not the G of SI"
    assert "tickformat" not in axis, "which would go before it"


def test_speakers_stand_one_under_another():
    frame = claims(EXACT, {**EXACT, "value": 45.0, "low": 45.0, "high": 45.0}, RANGE, {**LEAST, "speaker": None})
    figure = claims_chart(frame, view="speaker")
    assert [n for n in notes(figure).split("\n") if n.startswith("<b>the")] == ["<b>the ministry</b>", "<b>the governor</b>", "<b>the article itself</b>"]
    assert sorted(symbols(figure)[0]["y"]) == [-2, -1, 0, 0]


def test_over_time_a_claim_covers_its_window():
    figure = claims_chart(claims(DATED, EXACT), view="time")
    (line,) = lines(figure)
    assert line["x"][:2] == ["2020-03-01T00:00:00", "2020-04-16T00:00:00"]
    assert line["y"][:2] == [40.0, 40.0]
    assert "1 claim not drawn" in notes(figure)


def test_an_open_window_has_an_arrow():
    figure = claims_chart(claims({**EXACT, "window_begin": "2020-03"}), view="time")
    (head,) = [t for t in figure["data"] if t.get("mode") == "markers" and t["marker"]["symbol"] == "triangle-right"]
    assert head["x"] == [figure["layout"]["xaxis"]["range"][1]]


@pytest.mark.parametrize("view", VIEWS)
def test_marks_carry_the_ids_of_their_claim(view):
    frame = claims(DATED, {**DATED, "category": "injuries"})
    assert {(m["article_id"], m["record_id"], m["n"]) for m in marks(claims_chart(frame, view=view))} == {("a", "claim-0", 1), ("a", "claim-1", 1)}


def test_very_many_claims_are_counted_by_value_and_none_is_lost():
    frame = claims(*({"value": float(v), "low": float(v), "high": float(v)} for v in range(1, 501)))
    data = marks(claims_chart(frame))
    assert sum(m["n"] for m in data) == 500
    assert len(data) <= 48
    assert all(m["low"] <= m["high"] for m in data)


def test_claims_without_a_number_are_told():
    figure = claims_chart(claims(EXACT, {"text": "some"}))
    assert "1 claim not drawn" in notes(figure)
    assert len({m["record_id"] for m in marks(figure)}) == 1


@pytest.mark.parametrize(("row", "words"), [
    (EXACT, "40"), (RANGE, "30 to 50"), (LEAST, "at least 20"), (LESS, "less than 60"), (VAGUE, "12 or more"),
    ({"high": 9.0, "unit": "percent"}, "9 % or less"), ({"value": 1e8, "unit": "USD", "modifier": "about"}, "about 1e+08 US dollars"),
])  # fmt: skip
def test_a_number_in_words(row, words):
    assert amount(rows_of(claims(row))[0]) == words


def test_vague_words_say_how_they_were_coded():
    assert "coded by its lower bound" in hovers(claims_chart(claims(VAGUE)))


def test_what_claims_of_the_same_thing_have_in_common():
    (claim,) = claims({**EXACT, "counted": "government soldiers"}).to_dict("records")
    assert kind_of(claim) == ("fatalities", ("",), "", "soldier")
    (claim,) = claims({**EXACT, "category": "territory", "unit": "mile", "per": "day"}).to_dict("records")
    kind = kind_of(claim)
    assert kind.units[0] == "kilometer"
    assert {"mile", "meter"} < set(kind.units)
    assert (kind.per, kind.counted) == ("day", "")


def test_rows_that_stand_for_many_are_drawn_as_the_many():
    numbers = [float(n % 40) for n in range(400)]
    many = claims(*({"value": n, "low": n, "high": n} for n in numbers))
    few = claims(*({"value": n, "low": n, "high": n} for n in numbers[:40])).assign(count=10)
    assert claims_chart(few, total=400)["data"][0] == claims_chart(many)["data"][0]
    assert notes(claims_chart(few, total=400)) == notes(claims_chart(many))


def test_a_selected_claim_is_ringed():
    figure = claims_chart(claims(EXACT, RANGE), selected=("a", "claim-1"))
    (ring,) = [t for t in figure["data"] if t.get("name") == "Selected"]
    assert ring["x"] == [40.0]


def test_words_cannot_carry_markup():
    nasty = "<a href='x'>y</a>"
    figure = claims_chart(claims({**EXACT, "text": nasty, "speaker": nasty, "counted": nasty, "title": nasty, "unit": nasty}))
    assert "<a " not in hovers(figure) + notes(figure)


def test_every_category_and_modifier_has_a_look():
    for name in CATEGORY:
        for modifier in MODIFIER:
            assert marks(claims_chart(claims({**EXACT, "category": name, "modifier": modifier})))


@pytest.mark.parametrize("frame", [claims({"text": "some"}), pd.DataFrame(), claims(EXACT).iloc[:0]])
@pytest.mark.parametrize("view", VIEWS)
def test_an_empty_frame_says_so(frame, view):
    assert "No claim" in notes(claims_chart(frame, view=view))


numbers = st.none() | st.floats(allow_nan=True, allow_infinity=True) | st.integers(-(10**6), 10**6).map(float)


@given(
    st.lists(
        st.fixed_dictionaries({
            "value": numbers, "low": numbers, "high": numbers, "modifier": st.sampled_from([None, *MODIFIER, "?"]), "category": st.sampled_from([*CATEGORY, "?"]),
            "unit": st.sampled_from([None, "percent", "mile", "?"]), "status": st.sampled_from([None, *STATUS]), "window_begin": st.none() | st.dates().map(str),
        }), max_size=5),
    st.sampled_from(VIEWS),
)  # fmt: skip
def test_no_frame_of_claims_raises(rows, view):
    figure = claims_chart(claims(*rows), view=view)
    json.dumps(figure, allow_nan=False)
    for name, axis in figure["layout"].items():
        if name.startswith("xaxis") and "range" in axis and view != "time":
            assert all(math.isfinite(v) for v in axis["range"])


def test_rates_have_an_axis_of_their_own_and_are_never_compared_with_amounts():
    frame = claims({"value": 500.0}, {"value": 20.0, "per": "day"}, {"value": 30.0, "per": "day"}, {"value": 90.0, "per": "week"})
    assert [(m.per, len(m.rows)) for m in measures(frame)] == [("day", 2), (None, 1), ("week", 1)]
    assert measures(frame)[0].title.endswith(", per day")
    assert [kind_of(row).per for row in frame.to_dict("records")] == ["", "day", "day", "week"]
    assert amount(rows_of(frame)[1]) == "20 per day"
