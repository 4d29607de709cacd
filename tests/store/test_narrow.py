"""What pages ask for beyond the filters: the rows, their order, and how many there are."""

from __future__ import annotations

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.records import Claim, Event, Toponym
from core.show.figures.measures import kind_of
from core.show.figures.places import place_keys
from core.show.figures.spans import overlapping
from core.store import aggregates, narrow, queries
from core.store.filters import Filters
from core.store.workspace import Workspace
from tests.store.made import made, raqqa, rec

WORDS = "one two three four five six seven eight nine ten eleven twelve"


def numbered(kind, *fields):
    return [rec(kind, WORDS, word, **{"trigger": (0, 1), "lemma": "be"} | f if kind is Event else f) for word, f in zip(WORDS.split(), fields, strict=False)]


def test_a_limit_tells_how_many_there_are(workspace):
    assert len(queries.claims(workspace, limit=1)) == 1
    assert queries.count_of(workspace, "claims") == 2
    assert queries.count_of(workspace, "articles", Filters(outlet=("Herald",))) == 1


def test_a_part_can_be_skipped(workspace):
    whole = queries.claims(workspace)["id"].tolist()
    assert queries.claims(workspace, limit=5, narrow=narrow.Narrow(skip=1))["id"].tolist() == whole[1:]
    assert queries.articles(workspace, narrow=narrow.Narrow(skip=1))["id"].tolist() == ["old", "bare"]


def test_an_actor_s_rows(workspace):
    assert queries.claims(workspace, narrow=narrow.by_actor("Ann Moe"))["text"].tolist() == ["At least 20 people"]
    assert queries.timeline(workspace, narrow=narrow.taken_part("Ann Moe"))["lemma"].tolist() == ["kill"]
    assert queries.places(workspace, narrow=narrow.happened_near("Ann Moe")).empty
    assert queries.timeline(workspace, narrow=narrow.told_by("Ann Moe")).empty  # it has no date
    assert queries.claims(workspace, narrow=narrow.by_actor("'; DROP TABLE articles; --")).empty


def test_one_record_and_one_place(workspace):
    claim = raqqa().claims[0]
    assert queries.claims(workspace, narrow=narrow.one("raqqa", claim.id))["id"].tolist() == [claim.id]
    assert queries.places(workspace, narrow=narrow.at_spot("geonameid:172955"))["name"].tolist() == ["Raqqa"]
    workspace.add([raqqa("second")])
    assert aggregates.article_count(workspace, Filters(), "toponyms", narrow.at_spot("country:SY")) == 2


def test_events_in_order_of_time_with_the_undated_last(workspace):
    frame = queries.timeline(workspace, narrow=narrow.events().by_time())
    assert frame["undated"].tolist() == [False, True]
    assert queries.timeline(workspace, narrow=narrow.events(["planned"])).empty
    assert queries.timeline(workspace, narrow=narrow.events(dated=False))["lemma"].tolist() == ["kill"]


DAYS = st.sampled_from([None, "2014", "2014-09", "2014-09-30", "2014-10-01", "2015-01-01"])


@pytest.fixture(scope="module")
def dated(tmp_path_factory):
    """A workspace with an event of every pair of dates."""
    sides = [None, "2014-09-01", "2014-09-30", "2014-10-01", "2015-06-30"]
    pairs = [{"interval_begin": b, "interval_end": e} for b in sides for e in sides]
    kept = Workspace(tmp_path_factory.mktemp("dated") / "w")
    kept.add([made(f"a{n}", WORDS, *numbered(Event, *pairs[n : n + 12])) for n in range(0, 25, 12)])
    return kept


@settings(max_examples=30)
@given(st.dates(min_value=pd.Timestamp("2014-08-01").date(), max_value=pd.Timestamp("2015-08-01").date()), st.integers(0, 90))
def test_a_stretch_of_time_holds_what_the_figure_says_overlaps_it(dated, first, length):
    begin, end = first.isoformat(), (pd.Timestamp(first) + pd.Timedelta(days=length)).date().isoformat()
    whole = queries.timeline(dated)
    wanted = overlapping(whole, begin, end)
    found = queries.timeline(dated, narrow=narrow.events(dated=True, days=(begin, end)))
    assert found[["article_id", "id"]].values.tolist() == wanted[["article_id", "id"]].values.tolist()


def test_spots_are_the_keys_of_the_figure(empty):
    fields = [
        {"name": "Raqqa", "kind": "city", "country": "SY", "lat": 35.95, "lon": 39.01, "geonameid": 172955},
        {"name": "Syria", "kind": "country", "country": "SY", "lat": 35.0, "lon": 38.0},
        {"name": "Sinai", "kind": "region", "geometry": "region:sinai"},
        {"name": "a spot", "kind": "city", "lat": 36.200049, "lon": -0.00001},
        {"name": "far", "kind": "city", "lat": -33.0, "lon": 151.123456},
        {},
    ]
    empty.add([made("a", WORDS, *numbered(Toponym, *fields))])
    frame = queries.places(empty)
    assert frame["spot"].tolist()[:5] == place_keys(frame.drop(columns="spot")).tolist()[:5]
    assert frame["spot"].isna().tolist()[5]


def test_the_map_counts_mentions_and_articles(workspace):
    workspace.add([raqqa("second")])
    frame = aggregates.map_places(workspace, Filters()).set_index("spot")
    assert frame.loc["geonameid:172955", ["count", "articles", "places", "article_id"]].tolist() == [2, 2, ["Raqqa, SY"], "raqqa"]
    assert aggregates.map_places(workspace, Filters(article=("second",)))["count"].tolist() == [1, 1, 1]
    assert aggregates.map_places(workspace, Filters(article=("none",))).empty


def test_event_spans_lose_no_event(dated):
    whole = aggregates.event_spans(dated, Filters())
    assert whole["count"].sum() == queries.count_of(dated, "timeline") == 25
    for group in ("place_name", "speaker", "outlet", "category"):
        assert aggregates.event_spans(dated, Filters(), narrow.EVERY, group)["count"].sum() == 25


def test_the_rarer_lanes_are_one(empty):
    told = [made(f"a{n}", WORDS, *numbered(Event, {}), outlet=f"Outlet {n}") for n in range(aggregates.MOST_LANES + 5)]
    empty.add([*told, made("again", WORDS, *numbered(Event, {}), outlet="Outlet 0")])
    frame = aggregates.event_spans(empty, Filters(), narrow.EVERY, "outlet").set_index("outlet")["count"]
    assert (frame["Outlet 0"], frame[aggregates.OTHERS], len(frame)) == (2, 5, aggregates.MOST_LANES + 1)


def test_very_many_claims_are_counted_by_number_and_few_sent_whole(empty):
    for n in range(5):
        fields = [{"value": float(i % 4), "category": "fatalities", "counted": "people"} for i in range(10)]
        empty.add([made(f"a{n}", WORDS, *numbered(Claim, *fields, {"value": 7.0, "category": "money", "unit": "USD"}, {"category": "money"}))])
    frame = aggregates.chart_claims(empty, Filters(), most=6)
    assert frame.groupby("category")["count"].sum().to_dict() == {"fatalities": 50, "money": 5}
    assert len(frame[frame["category"] == "fatalities"]) == 4
    assert frame[frame["category"] == "money"]["text"].tolist() == ["eleven"] * 5
    first = aggregates.chart_claims(empty, Filters(), most=6, only_first=True)
    assert first.groupby("category")["count"].sum().to_dict() == {"fatalities": 6, "money": 5}
    assert aggregates.chart_claims(empty, Filters(), most=6, dated=True).empty


def test_claims_of_the_same_thing(empty):
    fields = [
        {"value": 5.0, "category": "fatalities", "counted": "soldiers"},
        {"value": 6.0, "category": "fatalities", "counted": "government soldiers"},
        {"value": 7.0, "category": "fatalities", "counted": "villagers"},
        {"low": 8.0, "category": "fatalities"},
        {"value": 9.0, "category": "injuries", "counted": "soldiers"},
        {"value": 9.0, "category": "fatalities", "counted": "soldiers", "per": "day"},
        {"value": 3.0, "category": "territory", "unit": "mile"},
        {"value": 4.0, "category": "territory", "unit": "kilometer"},
    ]
    empty.add([made("a", WORDS, *numbered(Claim, *fields))])
    rows = queries.claims(empty)

    def alike(n):
        return queries.claims(empty, narrow=narrow.alike(*kind_of(rows.iloc[n])))["text"].tolist()

    assert alike(0) == ["one", "two", "four"]
    assert alike(5) == ["six"]
    assert alike(6) == alike(7) == ["seven", "eight"]


def test_known_articles(workspace):
    assert workspace.known(["raqqa", "gone", ""]) == {"raqqa"}
    assert workspace.known([]) == set()


def test_actors_by_how_much_they_said(workspace):
    frame = aggregates.actor_names(workspace, Filters(), 1)
    assert frame.to_dict("records") == [{"name": "Ann Moe", "statements": 1, "mentions": 1, "names": 2}]
    assert aggregates.actor_names(workspace, Filters(), None, "Bo Li")["statements"].tolist() == [1]
    assert aggregates.actor_names(workspace, Filters(), None, "nobody").empty
    assert aggregates.actor_names(workspace, Filters(article=("bare",)), 9).empty
    workspace.desk.merge("Bo Li", "Ann Moe")
    assert aggregates.actor_names(workspace, Filters())["statements"].tolist() == [2]


@pytest.mark.parametrize("group", ["place_name", "speaker", "outlet", "category"])
def test_a_lane_holds_the_events_that_the_timeline_draws_in_it(workspace, group):
    workspace.add([raqqa("second")])
    whole = queries.timeline(workspace)
    values = whole[group].where(whole[group].notna(), narrow.NOT_SAID)
    lanes = tuple(sorted(set(values)))
    for lane in lanes:
        found = queries.timeline(workspace, narrow=narrow.EVERY.in_lane(group, lane, lanes))
        assert found["id"].tolist() == whole["id"][values == lane].tolist()
    # What no lane is named for stands among the others.
    rest = queries.timeline(workspace, narrow=narrow.EVERY.in_lane(group, narrow.OTHERS, (narrow.NOT_SAID, narrow.OTHERS)))
    assert rest["id"].tolist() == whole["id"][values != narrow.NOT_SAID].tolist()
