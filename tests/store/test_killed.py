"""A writer that is killed without warning leaves a workspace that opens, shows nothing half, and has all that was written."""

from __future__ import annotations

import signal
import subprocess
import sys
import time

import pytest

from core.records import RECORD_TYPES, Claim
from core.store import queries
from core.store.desk import Desk
from core.store.workspace import SEED, Workspace
from tests.store.made import made, raqqa, rec


def writer(folder, *args):
    command = [sys.executable, "-m", "tests.store.killed", str(folder), *args]
    return subprocess.Popen(command, cwd=SEED.parent.parent, stdout=subprocess.PIPE, text=True)


def is_whole(folder, said):
    """That a workspace opens, has all that the writer said was done, and every article with all its records."""
    kept = Workspace(folder)
    ids = [row["id"] for row in kept.snapshot().rows("SELECT id FROM articles ORDER BY id")]
    assert len(set(ids)) == len(ids)
    assert (len(ids) - ("again" in ids)) % 3 == 0
    for enriched in kept.enriched_many(ids):
        # The claims' speakers may be merged: the counts and the words say whether all is there.
        assert [len(getattr(enriched, kind)) for kind in RECORD_TYPES] == [len(getattr(raqqa(), kind)) for kind in RECORD_TYPES]
    for kind in RECORD_TYPES:
        (strays,) = kept.snapshot().rows(f"SELECT count(*) AS n FROM {kind} WHERE article_id NOT IN (SELECT id FROM articles)")
        assert strays["n"] == 0
    done = [tuple(line.split()) for line in said]
    assert {f"{n}-{i}" for what, n in done if what == "added" for i in range(3)} <= set(ids)
    assert sorted(kept.search("bridge")) == sorted(ids)
    notes = kept.desk.marks("note")
    assert {f"note {n}" for what, n in done if what == "noted"} <= {m.value for m in notes}
    assert kept.desk.lost_marks() == []
    merged = [d.value for d in kept.desk.decisions()]
    assert {n for what, n in done if what == "taken"} <= set(merged)
    assert all(merged.count(n) == 5 for n in merged)
    kept.add([raqqa("afterwards")])
    assert queries.count_of(kept, "articles") == len(ids) + 1
    return kept


@pytest.mark.parametrize(
    ("where", "nth"),
    [("table", 1), ("table", 5), ("table", 19), ("table", 20), ("index", 2), ("anchors", 6), ("write", 3), ("write", 9)],
)
def test_death_at_any_point_leaves_all_or_nothing(tmp_path, where, nth):
    dying = writer(tmp_path / "w", where, str(nth))
    out, _ = dying.communicate(timeout=120)
    assert dying.returncode == -signal.SIGKILL
    is_whole(tmp_path / "w", out.splitlines())


def test_death_at_any_moment_time_after_time(tmp_path):
    """The same workspace survives one writer after another."""
    said = []
    for wait in (0.05, 0.4, 0.9):
        dying = writer(tmp_path / "w", "never", "0")
        assert dying.stdout is not None
        said.append(dying.stdout.readline())
        time.sleep(wait)
        dying.kill()
        said += dying.communicate(timeout=60)[0].splitlines()
        is_whole(tmp_path / "w", [line for line in said if line.count(" ") == 1 and line.strip()])
        Workspace(tmp_path / "w").remove(["afterwards"])


def test_marks_are_tied_again_where_the_writer_died_before_it_did(empty, monkeypatch):
    text = "20 people were killed. 31 people were hurt."
    empty.add([made("a", text, rec(Claim, text, "20 people"))])
    enriched = empty.enriched("a")
    empty.desk.review(enriched, "claims", enriched.claims[0], "right")
    longer = rec(Claim, text, "20 people were killed")
    with monkeypatch.context() as dying:
        dying.setattr(Desk, "reanchor", lambda *_: pytest.fail("killed"))
        with pytest.raises(pytest.fail.Exception):
            empty.add([made("a", text, longer)])
    assert [m.record_id for m in empty.desk.marks()] != [longer.id]
    assert [m.record_id for m in Workspace(empty.folder).desk.marks()] == [longer.id]


def test_marks_that_are_tied_are_not_tied_again(workspace, monkeypatch):
    enriched = workspace.enriched("raqqa")
    workspace.desk.review(enriched, "claims", enriched.claims[0], "right")
    workspace.remove(["old"])
    workspace.add([raqqa("more")])
    monkeypatch.setattr(Desk, "reanchor", lambda *_: pytest.fail("tied again"))
    assert len(Workspace(workspace.folder).desk.marks()) == 1
