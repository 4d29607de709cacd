"""Kept answers about the whole workspace: never out of date, made again when missing, no harm when they cannot be kept."""

from __future__ import annotations

import shutil

import pytest

from core.store import aggregates, queries
from core.store.filters import Filters
from core.store.rollups import FILES, STATES, Rollups
from core.store.snapshot import Snapshot
from core.store.workspace import Workspace
from tests.store.made import raqqa


def kept(workspace):
    return sorted((workspace.folder / "rollups").rglob("*.parquet"))


def answers(workspace):
    """What the pages ask of the whole workspace, as plain values."""
    found = queries.overview(workspace)
    frames = [found.articles, found.events, found.claims, found.places, found.speakers, found.checks, queries.entity_totals(workspace)]
    frames += [aggregates.map_places(workspace, Filters()), aggregates.event_spans(workspace, Filters()), queries.claims(workspace, limit=500)]
    frames += [aggregates.chart_claims(workspace, Filters(), 1)]
    return [found.counts, queries.options(workspace), *(f.astype(object).where(f.notna(), None).to_dict("records") for f in frames)]


def test_another_process_finds_the_answers(workspace, monkeypatch):
    first = answers(workspace)
    assert kept(workspace)
    monkeypatch.setattr(Snapshot, "_write", lambda *_: pytest.fail("made again"))
    assert answers(Workspace(workspace.folder)) == first


def test_a_commit_and_the_desk_make_new_answers(workspace):
    before = queries.speaker_totals(workspace)["speaker"].tolist()
    workspace.desk.merge("Bo Li", "Ann Moe")
    assert queries.speaker_totals(workspace)["statements"].tolist() == [2]
    workspace.add([raqqa("second")])
    assert queries.speaker_totals(workspace)["statements"].tolist() == [4]
    workspace.desk.undo_name(workspace.desk.decisions()[0].id)
    workspace.remove(["second"])
    assert queries.speaker_totals(workspace)["speaker"].tolist() == before


def test_a_note_makes_nothing_anew(workspace, monkeypatch):
    first = answers(workspace)
    workspace.desk.note(workspace.enriched("raqqa"), "Ask again.")
    monkeypatch.setattr(Snapshot, "_write", lambda *_: pytest.fail("made again"))
    assert answers(workspace) == first


@pytest.mark.parametrize("harm", ["gone", "folder", "cut", "other"])
def test_what_is_lost_or_broken_is_made_again(workspace, harm):
    first = answers(workspace)
    for path in kept(workspace):
        if harm == "gone":
            path.unlink()
        elif harm == "cut":
            path.write_bytes(path.read_bytes()[:-30])
        elif harm == "other":
            path.write_bytes(b"no parquet")
    if harm == "folder":
        shutil.rmtree(workspace.folder / "rollups")
    assert answers(workspace) == first
    assert answers(Workspace(workspace.folder)) == first


def test_a_file_dropped_while_it_is_wanted_costs_time_only(workspace, monkeypatch):
    first = queries.place_totals(workspace)
    made = Rollups.path

    def dropped(self, *args):
        path = made(self, *args)
        path.unlink()
        return path

    monkeypatch.setattr(Rollups, "path", dropped)
    assert queries.place_totals(workspace).equals(first)


def test_where_nothing_can_be_written_the_answers_are_right_all_the_same(workspace):
    (workspace.folder / "rollups").write_text("a file where the folder should be")
    assert queries.place_totals(workspace)["mentions"].tolist() == [1, 1, 1]
    assert queries.place_totals(workspace, limit=1)["place"].tolist() == ["Raqqa, SY"]


def test_a_filtered_answer_is_not_kept(workspace):
    queries.place_totals(workspace, Filters(begin="2019"))
    queries.claims(workspace)
    assert kept(workspace) == []


def test_old_states_go(workspace):
    for n in range(STATES + 2):
        workspace.add([raqqa(f"n{n}")])
        queries.place_totals(workspace)
    assert len(list((workspace.folder / "rollups").iterdir())) == STATES


def test_many_answers_of_one_state_are_bounded(workspace):
    for n in range(FILES + 5):
        queries.place_totals(workspace)
        queries.claims(workspace, limit=n + 1)
    assert len(kept(workspace)) <= FILES
