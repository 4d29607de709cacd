"""Tables of more rows than the browser gets: sorted, searched and turned over all of them."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.show import ui
from core.store.workspace import Workspace
from tests.store.made import made

ROOT = Path(__file__).resolve().parents[2]
NAMES = [f"Report {n:02d}" for n in range(7)]


@pytest.fixture
def app(tmp_path, monkeypatch):
    """The library of seven articles, of which the browser gets three at a time."""
    monkeypatch.setattr(ui, "MOST_ROWS", 3)
    monkeypatch.setenv("DATELINE_WORKSPACE", str(tmp_path / "workspace"))
    Workspace(tmp_path / "workspace").add([made(f"a{n}", "Nothing here. " * (n + 1), title=name, published=f"2015-01-0{n + 1}") for n, name in enumerate(NAMES)])
    (tmp_path / "workspace" / "seed.sha256").write_text("none")
    return AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30)


def library(app):
    app.run().switch_page("pages/library.py").run()
    assert not app.exception
    return app


def shown(app):
    assert not app.exception
    return list(app.dataframe[0].value["Article"])


def captions(app):
    return " ".join(c.value for c in app.caption)


def test_all_rows_are_sorted_and_the_address_says_how(app):
    library(app)
    assert shown(app) == ["Report 06", "Report 05", "Report 04"]
    app.selectbox(key="articles_table_sort").set_value("characters").run()
    assert shown(app) == ["Report 00", "Report 01", "Report 02"]
    assert app.query_params["sort"] == "characters"
    app.selectbox(key="articles_table_sort").set_value("-article").run()
    assert shown(app) == ["Report 06", "Report 05", "Report 04"]
    app.selectbox(key="articles_table_sort").set_value("").run()
    assert "sort" not in app.query_params


def test_pages_are_turned_and_another_order_begins_at_the_first(app):
    library(app)
    app.number_input(key="articles_table_page").set_value(3).run()
    assert shown(app) == ["Report 00"]
    assert "Rows 7 to 7 of 7" in captions(app)
    assert app.query_params["page"] == "3"
    app.selectbox(key="articles_table_sort").set_value("published").run()
    assert shown(app) == ["Report 00", "Report 01", "Report 02"]
    assert "page" not in app.query_params


def test_words_are_found_in_all_rows(app):
    library(app)
    app.text_input(key="articles_table_find").set_value("report 01").run()
    assert shown(app) == ["Report 01"]
    assert "Rows 1 to 1 of 1 with these words, of 7" in captions(app)
    app.text_input(key="articles_table_find").set_value("xyzzy").run()
    assert shown(app) == []
    assert "None of the 7 rows has these words" in captions(app)
    assert app.text_input(key="articles_table_find").value == "xyzzy"


def test_the_address_opens_the_same_rows(app):
    app.query_params["sort"], app.query_params["page"] = "characters", "2"
    library(app)
    assert shown(app) == ["Report 03", "Report 04", "Report 05"]


@pytest.mark.parametrize(("sort", "page"), [("nonsense", "x"), ("--", "-3"), ("sort", "0"), ("", "99999999999999")])
def test_an_address_typed_wrong_shows_the_first_rows(app, sort, page):
    app.query_params["sort"], app.query_params["page"] = sort, page
    library(app)
    assert shown(app) == ["Report 06", "Report 05", "Report 04"]


def test_a_page_beyond_the_last_is_the_last(app):
    app.query_params["page"] = "9"
    library(app)
    assert shown(app) == ["Report 00"]


def test_other_filters_begin_at_the_first_page(app):
    library(app)
    app.number_input(key="articles_table_page").set_value(2).run()
    app.sidebar.text_input(key="begin").set_value("2015-01-03").run()
    assert shown(app) == ["Report 06", "Report 05", "Report 04"]


def test_few_rows_need_no_controls(app):
    app.query_params["text"] = "Nothing"
    app.query_params["begin"] = "2015-01-06"
    library(app)
    assert len(shown(app)) == 2
    assert not [s for s in app.selectbox if s.key == "articles_table_sort"]
