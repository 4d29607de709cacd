"""The frames: their columns, their order, and what the overview picks."""

from __future__ import annotations

import msgspec
import pytest

from core.records import RECORD_TYPES, Article
from core.store import queries
from core.store.filters import Filters
from tests.store.made import made, raqqa

FRAMES = {
    "places": ("toponyms", {"candidates"}, {"place"}),
    "timeline": ("events", set(), {"undated", "speaker", "actor", "via", "place", "place_name", "place_kind", "place_country", "place_role", "lat", "lon", "uncertainty_m", "geometry"}),
    "claims": ("claims", set(), {"actor", "via_actors", "place", "place_name", "place_kind", "lat", "lon", "reliability", "credibility"}),
    "attributions": ("attributions", set(), {"actor", "via_actors", "reliability", "credibility"}),
    "checks": ("checks", set(), set()),
    "entities": ("entities", set(), {"actor"}),
}
EVERYWHERE = {"article_id", "title", "outlet", "published", "sentence", "sentence_start", "sentence_end", "time_begin", "time_end"}


@pytest.mark.parametrize("name", FRAMES)
def test_a_frame_has_the_record_s_fields_and_what_it_promises(workspace, name):
    kind, left_out, more = FRAMES[name]
    frame = getattr(queries, name)(workspace)
    fields = {f.name for f in msgspec.structs.fields(RECORD_TYPES[kind])}
    assert fields - left_out | more | EVERYWHERE <= set(frame.columns)
    assert not left_out & set(frame.columns)
    assert len(frame) > 0
    for row in frame.itertuples():
        assert row.text in row.sentence
    empty = getattr(queries, name)(workspace, Filters(article=("none",)))
    assert list(empty.columns) == list(frame.columns)
    assert empty.empty


def test_articles_have_their_fields_and_counts(workspace):
    frame = queries.articles(workspace).set_index("id")
    fields = {f.name for f in msgspec.structs.fields(Article)}
    assert fields - {"text", "id"} < set(frame.columns)
    assert "text" not in frame.columns
    assert frame.loc["raqqa", "characters"] == len(raqqa().article.text)
    assert (frame.loc["raqqa", "n_claims"], frame.loc["bare", "n_claims"]) == (2, 0)


def test_rows_come_newest_first_and_in_text_order(workspace):
    workspace.add([raqqa("newer", published="2020-01-01")])
    assert queries.articles(workspace)["id"].tolist() == ["newer", "raqqa", "old", "bare"]
    frame = queries.claims(workspace)
    assert frame["article_id"].tolist() == ["newer", "newer", "raqqa", "raqqa"]
    assert frame["start_char"].is_monotonic_increasing is False
    assert queries.claims(workspace, limit=3)["start_char"].tolist() == frame["start_char"].tolist()[:3]


def test_lists_are_lists(workspace):
    claim = queries.claims(workspace).iloc[0]
    assert claim["via"] == ["the Courier"]
    assert claim["source"] == [[76, 91]]
    check = queries.checks(workspace).iloc[0]
    assert check["readings"] == ["both", "none"]
    assert list(check["figures"]) == [("a", 20.0)]


def test_an_event_knows_its_place_and_speaker(workspace):
    event = queries.timeline(workspace).set_index("lemma").loc["kill"]
    assert (event["place"], event["place_kind"], event["lat"], event["speaker"], event["undated"]) == ("Raqqa, SY", "city", 35.95, "Ann Moe", True)


def test_totals_count_mentions_and_articles(workspace):
    workspace.add([raqqa("second")])
    places = queries.place_totals(workspace).set_index("place")
    assert places.loc["Raqqa, SY", ["mentions", "articles", "uncertainty_m"]].tolist() == [2, 2, 4000.0]
    entities = queries.entity_totals(workspace).set_index("entity")
    assert entities.loc["Ann Moe", ["label", "mentions", "articles"]].tolist() == ["PERSON", 2, 2]
    speakers = queries.speaker_totals(workspace, Filters(article=("second",))).set_index("speaker")
    assert speakers.loc["Bo Li", ["statements", "articles"]].tolist() == [1, 1]
    assert len(queries.speaker_totals(workspace, limit=1)) == 1


def test_options_have_every_value_with_its_count(workspace):
    options = queries.options(workspace)
    assert options["place"] == [("Raqqa, SY", 1), ("Syria", 1), ("Tripoli, LB", 1)]
    assert dict(options["speaker"])["Ann Moe"] == 1
    assert {name for name, _ in options["speaker"]} == {"Ann Moe", "Bo Li", queries.claims(workspace)["via_actors"][0][0]}
    assert dict(options["category"]) == {"fatalities": 1, "detained": 1, "Strategic developments": 1, "Violence against civilians": 1}
    assert sorted(options["outlet"]) == [("Courier", 1), ("Herald", 1)]
    assert (options["begin"], options["end"]) == ([("2001-01-01", 1)], [("2019-05-06", 1)])
    assert len(queries.options(workspace, limit=1)["place"]) == 1


@pytest.mark.parametrize("facet", ["place", "entity", "speaker", "category", "outlet"])
def test_every_option_finds_something(workspace, facet):
    for value, _ in queries.options(workspace)[facet]:
        assert len(queries.articles(workspace, Filters(**{facet: (value,)}))) == 1


def test_the_overview_has_the_newest_and_strongest(workspace):
    shown = queries.overview(workspace, top=1)
    every = {"articles": 3, "entities": 2, "toponyms": 3, "timexes": 1, "quantities": 0, "claims": 2, "attributions": 2, "events": 2, "checks": 1}
    assert queries.counts(workspace) == every
    assert shown.counts == {kind: n for kind, n in every.items() if kind in queries.COUNTED}
    assert queries.overview(workspace, Filters(text="Raqqa")).counts.keys() == shown.counts.keys()
    assert shown.articles["id"].tolist() == ["raqqa"]
    assert shown.claims["category"].tolist() == ["fatalities"]
    assert shown.events["lemma"].tolist() == ["enter"]
    assert shown.places["place"].tolist() == ["Raqqa, SY"]
    assert len(shown.speakers) == len(shown.checks) == 1


def test_the_overview_of_nothing_is_empty(empty):
    shown = queries.overview(empty)
    assert set(shown.counts.values()) == {0}
    assert shown.claims.empty
    assert shown.places.empty


def test_all_is_counted_as_any_part_is(workspace):
    enriched = workspace.enriched("raqqa")
    workspace.desk.pick_place(enriched, enriched.toponyms[0], None)
    everything = Filters(article=("raqqa", "bare", "old"))
    assert queries.counts(workspace) == queries.counts(workspace, everything)
    assert queries.counts(workspace)["toponyms"] == 2


def test_counts_follow_the_filters(workspace):
    workspace.add([made("other", "Nothing.", outlet="Herald")])
    assert queries.counts(workspace, Filters(outlet=("Herald",)))["articles"] == 2
    assert queries.counts(workspace, Filters(speaker=("Bo Li",)))["attributions"] == 1
