"""Saved views: a page with its filters, kept under a name at the desk."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.errors import StoreError
from core.show.views import address, described, parsed
from core.store.desk import Desk
from core.store.workspace import SEED, Workspace

ROOT = Path(__file__).resolve().parents[2]
VIEW = "claims?begin=2014&category=strikes"
TITLES = {"claims": "Claims", "overview": "Overview"}


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_WORKSPACE", str(tmp_path / "workspace"))
    return tmp_path / "workspace"


def start(page=None, **query):
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30)
    for name, value in query.items():
        app.query_params[name] = value
    app.run()
    return app.switch_page(f"pages/{page}.py").run() if page else app


def press(app, label):
    next(b for b in app.sidebar.button if b.label == label).click().run()
    assert not app.exception


def views(folder):
    return Desk(folder / "desk.sqlite").views()


def save(app, name):
    next(t for t in app.sidebar.text_input if t.label == "Name").set_value(name)
    press(app, "Save")


def said(app):
    return " ".join(str(e.value) for e in [*app.error, *app.sidebar.caption])


def test_the_page_and_its_filters_are_kept_and_opened(folder):
    app = start("claims", category="strikes", begin="2014")
    save(app, "Strikes so far")
    assert parsed(views(folder)["Strikes so far"]) == parsed(VIEW)
    other = start()
    press(other, "Strikes so far")
    assert other.title[0].value == "Claims"
    assert (other.session_state["category"], other.session_state["begin"]) == (["strikes"], "2014")
    assert list(other.dataframe[0].value["How many"]) == ["about 8,000"]


def test_opening_a_view_clears_the_other_filters(folder):
    Workspace.open_or_create(folder, SEED).desk.save_view("All claims", "claims")
    app = start(category="strikes", text="Russia")
    press(app, "All claims")
    assert (app.session_state["category"], app.session_state["text"]) == ([], "")


def test_without_views_it_says_how_to_make_one(folder):
    app = start()
    assert "None yet" in said(app)
    assert not [b for b in app.sidebar.button if b.label == "Delete"]


def test_a_deleted_view_can_be_had_back(folder):
    Workspace.open_or_create(folder, SEED).desk.save_view("Strikes", VIEW)
    app = start()
    press(app, "Delete")
    assert views(folder) == {}
    assert "Strikes is deleted" in said(app)
    press(app, "Undo")
    assert views(folder) == {"Strikes": VIEW}
    assert "is deleted" not in said(app)


def test_a_view_is_renamed_and_never_over_another_one(folder):
    desk = Workspace.open_or_create(folder, SEED).desk
    desk.save_view("Strikes", VIEW)
    desk.save_view("Troops", "claims?category=troops")
    app = start()
    next(t for t in app.sidebar.text_input if t.label == "New name").set_value("Troops")
    press(app, "Rename")
    assert "already" in said(app)
    next(t for t in app.sidebar.text_input if t.label == "New name").set_value("  Air   strikes ")
    press(app, "Rename")
    assert views(folder) == {"Air strikes": VIEW, "Troops": "claims?category=troops"}
    with pytest.raises(StoreError):
        desk.rename_view("Troops", "Air strikes")


def test_a_view_is_set_to_what_is_shown_and_back(folder):
    Workspace.open_or_create(folder, SEED).desk.save_view("Mine", VIEW)
    app = start("timeline", text="Russia")
    press(app, "Set it to what is shown now")
    assert parsed(views(folder)["Mine"]) == ("timeline", {"text": ["Russia"]})
    press(app, "Undo")
    assert views(folder) == {"Mine": VIEW}


@pytest.mark.parametrize("name", ["", "   "])
def test_a_view_needs_a_name(folder, name):
    app = start()
    save(app, name)
    assert "no name yet" in said(app)
    assert views(folder) == {}


def test_a_name_is_never_markup(folder):
    Workspace.open_or_create(folder, SEED).desk.save_view("![x](http://example.org/x.png) :red[x]", VIEW)
    app = start()
    assert "![x](" not in " ".join(b.label for b in app.sidebar.button)


@pytest.mark.parametrize("kept", ["nowhere?x=1", "", "?", "claims?category=no such kind&begin=nonsense", "reader?article=gone&record=gone"])
def test_a_view_that_leads_nowhere_breaks_nothing(folder, kept):
    Workspace.open_or_create(folder, SEED).desk.save_view("Odd", kept)
    press(start("claims"), "Odd")


def test_views_stay_when_articles_are_read_again_or_removed(folder):
    workspace = Workspace.open_or_create(folder, SEED)
    workspace.desk.save_view("Strikes", VIEW)
    seed = workspace.enriched("000_d663472cd4bb9700")
    workspace.add([seed])
    workspace.remove([seed.article.id])
    assert Workspace(folder).desk.views() == {"Strikes": VIEW}


def test_a_desk_that_cannot_be_written_says_so_and_loses_nothing(folder, monkeypatch):
    Workspace.open_or_create(folder, SEED).desk.save_view("Strikes", VIEW)
    app = start()

    def refused(*_):
        raise StoreError("desk.sqlite: attempt to write a readonly database")

    monkeypatch.setattr(Desk, "_change", refused)
    press(app, "Delete")
    assert "readonly" in said(app)
    assert "is deleted" not in said(app)
    save(app, "Another")
    assert "readonly" in said(app)
    assert views(folder) == {"Strikes": VIEW}
    press(app, "Strikes")
    assert app.title[0].value == "Claims"


def test_an_old_desk_without_views_gets_them(folder):
    folder.mkdir()
    with sqlite3.connect(folder / "desk.sqlite") as db:
        db.execute("CREATE TABLE changes (n INTEGER NOT NULL)")
    app = start()
    assert not app.exception
    save(app, "Overview at first")
    assert list(views(folder)) == ["Overview at first"]


def test_an_address_there_and_back():
    kept = address("reader", {"category": ["a&b", "c"], "begin": "2014"}, {"article": ["x?y"], "category": ["passed over"]})
    assert parsed(kept) == ("reader", {"category": ["a&b", "c"], "begin": ["2014"], "article": ["x?y"]})
    assert address("overview", {}, {}) == "overview"


def test_an_address_in_words():
    assert described(VIEW, TITLES) == "Claims: Strikes and attacks, from 2014"
    assert described("overview", TITLES) == "Overview"
