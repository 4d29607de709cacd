"""What people write: kept, undone, laid over the records, and never lost when those are made again."""

from __future__ import annotations

import time

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import StoreError
from core.records import Attribution, Claim, Entity, Toponym
from core.store import queries
from core.store.anchors import anchor_of, find_quote, resolve
from core.store.filters import Filters
from tests.store.made import TEXT, made, raqqa, rec

ELSEWHERE = {"name": "Ar Raqqah", "country": "SY", "lat": 1.5, "lon": 2.5, "kind": "admin1", "geonameid": 7}


def first(workspace, kind, article_id="raqqa"):
    enriched = workspace.enriched(article_id)
    return enriched, getattr(enriched, kind)[0]


def test_a_picked_place_lies_over_the_machine_s(workspace):
    enriched, place = first(workspace, "toponyms")
    mark = workspace.desk.pick_place(enriched, place, ELSEWHERE)
    picked = workspace.enriched("raqqa").toponyms[0]
    assert (picked.name, picked.lat, picked.kind, picked.uncertainty_m, picked.rule) == ("Ar Raqqah", 1.5, "admin1", None, "analyst")
    assert picked.id == place.id
    assert queries.claims(workspace).query("category == 'fatalities'")["place"].tolist() == ["Ar Raqqah, SY"]
    workspace.desk.undo(mark)
    assert workspace.enriched("raqqa").toponyms[0] == place


def test_the_last_of_several_picks_counts(workspace):
    enriched, place = first(workspace, "toponyms")
    workspace.desk.pick_place(enriched, place, None)
    workspace.desk.pick_place(enriched, place, ELSEWHERE)
    assert workspace.enriched("raqqa").toponyms[0].name == "Ar Raqqah"


def test_no_place_is_no_place_anywhere(workspace):
    enriched, place = first(workspace, "toponyms")
    workspace.desk.pick_place(enriched, place, None)
    assert place.id not in [t.id for t in workspace.enriched("raqqa").toponyms]
    assert "Raqqa, SY" not in queries.places(workspace)["place"].tolist()
    assert queries.claims(workspace)["place"].isna().all()
    assert [m.value for m in workspace.desk.marks("place")] == [None]


def test_a_date_that_a_person_set_is_the_article_s(workspace):
    mark = workspace.desk.set_published("bare", "2020-02-03")
    article = workspace.article("bare")
    assert (article.published, article.published_basis, article.published_earliest) == ("2020-02-03", "given", "2020-02-03")
    assert queries.articles(workspace, Filters(begin="2020"))["id"].tolist() == ["bare"]
    workspace.desk.undo(mark)
    assert workspace.article("bare").published is None


@pytest.mark.parametrize("date", ["2020-02", "2020-02-30", "", "soon"])
def test_only_a_day_is_a_date(workspace, date):
    with pytest.raises(StoreError, match="no calendar day"):
        workspace.desk.set_published("bare", date)


def test_marks_outlive_records_that_are_made_again(workspace):
    enriched, place = first(workspace, "toponyms")
    workspace.desk.pick_place(enriched, place, ELSEWHERE)
    workspace.desk.grade_information(enriched, "claims", enriched.claims[0], "2")
    workspace.desk.note(enriched, "Ask again.", "claims", enriched.claims[0])
    wider = rec(Toponym, TEXT, "Raqqa, Syria", name="Raqqa", country="SY", lat=0.0, lon=0.0)
    longer = rec(Claim, TEXT, "least 20 people were killed", value=20.0)
    workspace.add([made("raqqa", TEXT, wider, longer)])
    assert workspace.enriched("raqqa").toponyms[0].name == "Ar Raqqah"
    assert queries.claims(workspace)["credibility"].tolist() == ["2"]
    assert [m.record_id for m in workspace.desk.marks("note")] == [longer.id]


def test_marks_move_with_a_text_that_changed(workspace):
    enriched, place = first(workspace, "toponyms")
    workspace.desk.pick_place(enriched, place, ELSEWHERE)
    text = "Raqqa in the headline.\n" + TEXT
    places = [rec(Toponym, text, "Raqqa", nth, name="Raqqa") for nth in range(2)]
    workspace.add([made("raqqa", text, *places)])
    assert [t.name for t in workspace.enriched("raqqa").toponyms] == ["Raqqa", "Ar Raqqah"]


def test_a_mark_without_its_words_is_kept_and_shown(workspace):
    enriched, place = first(workspace, "toponyms")
    workspace.desk.pick_place(enriched, place, ELSEWHERE)
    workspace.add([made("raqqa", "Other words.")])
    (lost,) = workspace.desk.lost_marks()
    assert lost.anchor is not None
    assert lost.anchor.quote == "Raqqa"
    workspace.add([raqqa()])
    assert workspace.desk.lost_marks() == []
    assert workspace.enriched("raqqa").toponyms[0].name == "Ar Raqqah"


def test_marks_survive_removing_the_article(workspace):
    enriched, place = first(workspace, "toponyms")
    workspace.desk.pick_place(enriched, place, ELSEWHERE)
    workspace.remove(["raqqa"])
    workspace.add([raqqa()])
    assert workspace.enriched("raqqa").toponyms[0].name == "Ar Raqqah"


def test_merged_names_are_one_actor_everywhere(workspace):
    desk = workspace.desk
    decision = desk.merge("Ann Moe", "A. Moe", "same rank and unit")
    desk.merge("the Courier", "The Daily Courier")
    enriched = workspace.enriched("raqqa")
    assert {e.entity for e in enriched.entities} == {"A. Moe", "Bo Li"}
    assert enriched.claims[0].speaker == "A. Moe"
    assert enriched.claims[0].via == ("The Daily Courier",)
    assert len(queries.claims(workspace, Filters(speaker=("A. Moe",)))) == 1
    assert len(queries.claims(workspace, Filters(speaker=("The Daily Courier",)))) == 1
    assert len(queries.claims(workspace, Filters(speaker=("Ann Moe",)))) == 1
    desk.undo_name(decision)
    assert workspace.enriched("raqqa").claims[0].speaker == "Ann Moe"


def test_merges_follow_chains_and_refuse_circles(workspace):
    desk = workspace.desk
    desk.merge("a", "b")
    desk.merge("b", "c")
    assert desk.merges() == {"a": "c", "b": "c"}
    assert desk.canonical("a") == "c"
    with pytest.raises(StoreError, match="already"):
        desk.merge("c", "a")
    with pytest.raises(StoreError):
        desk.merge("x", "x")


def test_names_kept_apart_are_remembered(workspace):
    workspace.desk.keep_apart("Moe", "Ann Moe", "two people")
    (decision,) = workspace.desk.decisions("apart")
    assert (decision.name, decision.value, decision.reason) == ("Moe", "Ann Moe", "two people")


def test_a_speaker_is_the_actor_not_the_string(empty):
    text = "The Pentagon said no. The Defense Department said yes. Gen. Moe waited."
    said = [rec(Attribution, text, w, content=((0, 3),), speaker=s) for w, s in (("no", "The Pentagon"), ("yes", "The Defense Department"), ("waited", "Gen. Moe"))]
    empty.add([made("a", text, *said)])
    frame = queries.attributions(empty)
    assert frame["speaker"].tolist() == ["The Pentagon", "The Defense Department", "Gen. Moe"]
    actor = frame["actor"][0]
    assert frame["actor"].tolist() == [actor, actor, "Moe"]
    assert queries.attributions(empty, Filters(speaker=(actor,)))["text"].tolist() == ["no", "yes"]
    assert queries.attributions(empty, Filters(speaker=("The Pentagon",)))["text"].tolist() == ["no", "yes"]
    assert dict(queries.options(empty)["speaker"]) == {actor: 2, "Moe": 1}
    empty.desk.grade_source("The Pentagon", "C")
    assert queries.attributions(empty)["reliability"].tolist() == ["C", "C", "F"]


def test_merges_are_proposed_until_a_person_decides(empty):
    text = "Abu Bakr al-Baghdadi spoke. Abu Bakr el Baghdadi left."
    empty.add([made("a", text, *(rec(Entity, text, w, label="PERSON", entity=w) for w in ("Abu Bakr al-Baghdadi", "Abu Bakr el Baghdadi")))])
    (proposed,) = queries.merge_proposals(empty)
    assert {proposed.a, proposed.b} == {"Abu Bakr al-Baghdadi", "Abu Bakr el Baghdadi"}
    assert proposed.reason
    apart = empty.desk.keep_apart(proposed.a, proposed.b)
    assert queries.merge_proposals(empty) == []
    empty.desk.undo_name(apart)
    empty.desk.merge(proposed.a, proposed.b, proposed.reason)
    assert queries.merge_proposals(empty) == []
    assert queries.entity_totals(empty)["entity"].tolist() == [proposed.b]


def test_grades_are_f6_until_a_person_says_otherwise(workspace):
    frame = queries.claims(workspace, Filters(speaker=("Ann Moe",)))
    assert frame[["reliability", "credibility"]].to_numpy().tolist() == [["F", "6"]]
    enriched, claim = first(workspace, "claims")
    workspace.desk.grade_source("Ann Moe", "B")
    workspace.desk.grade_information(enriched, "claims", claim, "3")
    frame = queries.claims(workspace, Filters(speaker=("Ann Moe",)))
    assert frame[["reliability", "credibility"]].to_numpy().tolist() == [["B", "3"]]
    assert queries.speaker_totals(workspace).set_index("speaker")["reliability"].to_dict()["Ann Moe"] == "B"


@pytest.mark.parametrize("grade", ["G", "a", "", "AB", "0"])
def test_other_grades_are_refused(workspace, grade):
    with pytest.raises(StoreError):
        workspace.desk.grade_source("Ann Moe", grade)
    enriched, claim = first(workspace, "claims")
    with pytest.raises(StoreError):
        workspace.desk.grade_information(enriched, "claims", claim, grade)


def test_reviews_notes_and_views(workspace):
    desk = workspace.desk
    enriched, claim = first(workspace, "claims")
    desk.review(enriched, "claims", claim, "wrong")
    desk.note(enriched, "On the whole article.")
    assert [(m.what, m.value, m.record_id) for m in desk.marks(article_id="raqqa")] == [
        ("review", "wrong", claim.id),
        ("note", "On the whole article.", None),
    ]
    desk.save_view("Raqqa", "place=Raqqa%2C+SY")
    desk.save_view("Raqqa", "place=Syria")
    desk.save_view("x'; DROP TABLE views; --", "")
    assert desk.views()["Raqqa"] == "place=Syria"
    desk.delete_view("x'; DROP TABLE views; --")
    assert list(desk.views()) == ["Raqqa"]


def test_a_desk_that_is_no_database_is_said(workspace):
    workspace.desk.path.write_bytes(b"no database" * 1000)
    with pytest.raises(StoreError, match=r"desk\.sqlite"):
        workspace.desk.marks()


def test_an_anchor_prefers_its_own_surroundings():
    text = "The bank of the river. The bank in town. Another bank."
    anchor = anchor_of("entities", rec(Entity, text, "bank", 1, label="ORG", entity="bank"), text)
    moved = "Here the bank in town stands. The bank of the river floods."
    assert find_quote(anchor, moved) == (9, 13)
    assert find_quote(anchor, "No such word.") is None


def test_of_touching_records_the_closest_one_is_taken():
    text = "Near Aleppo city centre."
    anchor = anchor_of("entities", rec(Entity, text, "Aleppo", label="GPE", entity="Aleppo"), text)
    whole = rec(Entity, text, "Near Aleppo city centre", label="FAC", entity="x")
    near = rec(Entity, text, "Aleppo city", label="GPE", entity="y")
    assert resolve(anchor, made("a", text, whole, near)) == near
    assert resolve(anchor, made("a", text, rec(Entity, text, "centre", label="FAC", entity="z"))) is None
    assert resolve(anchor, made("a", text, rec(Toponym, text, "Aleppo"))) is None


def test_a_quote_that_stands_everywhere_is_found_in_linear_time():
    start = time.process_time()
    anchor = anchor_of("entities", Entity(id="e", start_char=9, end_char=10, text="", rule="", label="", entity=""), "zzzzzzzzza")
    assert find_quote(anchor, "a " * 200_000) is not None
    assert time.process_time() - start < 5


@given(text=st.text(min_size=1, max_size=60), other=st.text(max_size=60), data=st.data())
def test_an_anchor_finds_its_quote_wherever_it_is(text, other, data):
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = anchor_of("entities", Entity(id="e", start_char=start, end_char=end, text="", rule="", label="", entity=""), text)
    assert find_quote(anchor, text) == (start, end)
    found = find_quote(anchor, other + text)
    assert found is not None
    assert (other + text)[found[0] : found[1]] == anchor.quote
    assert msgspec.json.decode(msgspec.json.encode(anchor), type=type(anchor)) == anchor
