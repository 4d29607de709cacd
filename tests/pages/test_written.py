"""What people wrote, in the reader and the library: all of it, and what has lost its words."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.errors import StoreError
from core.records import Claim, Toponym
from core.store.desk import Desk
from core.store.deskfile import lines
from core.store.workspace import Workspace
from tests.store.made import made, rec

ROOT = Path(__file__).resolve().parents[2]
OLD = "Officers in Raqqa said that 20 people were killed on Monday."
NEW = "Officers in Raqqa said that 31 people were killed on Monday."


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    """A workspace where a note has lost its words, and a place its record."""
    monkeypatch.setenv("DATELINE_WORKSPACE", str(tmp_path / "workspace"))
    kept = Workspace(tmp_path / "workspace")
    kept.add([made("a", OLD, rec(Claim, OLD, "20 people"), rec(Toponym, OLD, "Raqqa"), title="Raqqa")])
    enriched = kept.enriched("a")
    kept.desk.note(enriched, "The mayor says 31", "claims", enriched.claims[0])
    kept.desk.pick_place(enriched, enriched.toponyms[0], None)
    kept.add([made("a", NEW, rec(Claim, NEW, "31 people"), title="Raqqa")])
    return kept


def page(name, **query):
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30)
    for key, value in query.items():
        app.query_params[key] = value
    app.run().switch_page(f"pages/{name}.py").run()
    assert not app.exception
    return app


def press(app, label):
    next(b for b in app.main.button if b.label == label).click().run()
    assert not app.exception


def test_the_reader_shows_them_and_moves_one(workspace):
    app = page("reader", article="a")
    assert [e.label for e in app.main.expander] == ["2 entries have lost their words"]
    assert [b.label for b in app.main.button].count("Move here") == 1
    press(app, "Move here")
    assert [e.label for e in app.main.expander] == ["1 entry has lost its words"]
    (note,) = workspace.desk.marks("note")
    assert note.record_id == workspace.enriched("a").claims[0].id


def test_one_can_be_taken_back(workspace):
    app = page("reader", article="a")
    press(app, "Take it back")
    assert len(workspace.desk.lost_marks()) == 1


def test_the_library_lists_them_and_those_of_a_removed_article(workspace):
    app = page("library")
    assert "Lost their words: 2 entries" in [e.label for e in app.main.expander]
    workspace.remove(["a"])
    app = page("library")
    assert "Lost their words: 2 entries" in [e.label for e in app.main.expander]
    assert "All of it: 2 entries" in [e.label for e in app.main.expander]
    entries = [text.value for text in app.main.text]
    assert any(entry.startswith("Note: The mayor says 31, on “20 people”") for entry in entries)
    assert any(entry.startswith("Place: no place, on “Raqqa”") for entry in entries)


def test_nothing_written_shows_nothing(tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_WORKSPACE", str(tmp_path / "workspace"))
    app = page("library")
    assert "What you wrote" not in [s.value for s in app.main.subheader]
    assert not page("reader").main.expander


def test_a_desk_that_cannot_be_written_says_so(workspace, monkeypatch):
    def refused(*_):
        raise StoreError("desk.sqlite: attempt to write a readonly database")

    app = page("reader", article="a")
    monkeypatch.setattr(Desk, "_change", refused)
    press(app, "Take it back")
    assert "readonly" in " ".join(e.value for e in app.main.error)
    assert len(workspace.desk.lost_marks()) == 2


def test_what_was_written_is_brought_back_in_the_library(workspace):
    file = "".join(lines(workspace.desk.entries())).replace("The mayor says 31", "The mayor says 40")
    app = page("library")
    app.file_uploader[-1].upload("mine.jsonl", file.encode(), "application/jsonl")
    press(app, "Add it to the desk")
    assert "1 entry added, 1 there already" in [s.value for s in app.success]
    assert sorted(m.value for m in workspace.desk.marks("note")) == ["The mayor says 31", "The mayor says 40"]


def test_a_file_that_is_none_says_where(workspace):
    app = page("library")
    app.file_uploader[-1].upload("mine.jsonl", b"\nwhat?", "application/jsonl")
    press(app, "Add it to the desk")
    assert app.error[0].value.startswith("mine\\.jsonl\\:2\\:")
    assert len(workspace.desk.marks()) == 2
