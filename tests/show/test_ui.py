"""What stands between an article's words and Streamlit's markdown."""

from __future__ import annotations

import pandas as pd
import pytest

from core.show import tables, ui
from core.store import narrow, queries
from core.store.filters import Filters
from core.store.workspace import Workspace
from tests.store.made import made, raqqa


@pytest.mark.parametrize("text", ["![x](http://a.example/b.png)", "<img src=x>", "**bold** _it_ `code`", ":red[x] $y$", "# not a heading"])
def test_markdown_is_shown_and_not_followed(text):
    escaped = ui.plain(text)
    assert escaped.replace("\\", "").replace("\u2060", "") == text
    for mark in "![]()<>*_`:$#":
        assert escaped.count(mark) == escaped.count("\\" + mark)


@pytest.mark.parametrize("text", ["http://a.example/x", "HTTPS://A.example", "www.a.example", "WWW.a.example", "a@b.example"])
def test_an_address_is_no_link(text):
    escaped = ui.plain(text)
    assert "\u2060" in escaped
    assert "://" not in escaped.replace("\\", "")


def test_a_download_has_every_row_and_no_cell_is_run_as_a_formula(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "CSV_ROWS", 2)
    monkeypatch.setattr(tables, "CSV_ARTICLES", 2)
    kept = Workspace(tmp_path / "w")
    kept.add([made(f"a{n}", "Nothing.", title=title) for n, title in enumerate(["=1+1", "+x", "plain", "@y", "last"])])
    found = ui.Rows(queries.articles(kept, limit=1), 5, "articles", Filters())
    csv = tables._csv(kept, found, (tables.Column("Title", "title"), tables.Column("Length", "characters"))).decode("utf-8-sig")
    assert csv.split("\r\n") == ["Title,Length", "'=1+1,8", "'+x,8", "plain,8", "'@y,8", "last,8", ""]


def test_a_download_in_an_order_of_its_own_has_every_row(tmp_path, monkeypatch):
    monkeypatch.setattr(tables, "CSV_ROWS", 2)
    kept = Workspace(tmp_path / "w")
    kept.add([raqqa(f"a{n}") for n in range(3)])
    found = ui.Rows(queries.timeline(kept, limit=1), 6, "timeline", Filters(), narrow.events().by_time())
    csv = tables._csv(kept, found, (tables.Column("Verb", "lemma"),)).decode("utf-8-sig")
    assert csv.split("\r\n") == ["Verb", "enter", "enter", "enter", "kill", "kill", "kill", ""]


def test_a_download_of_nothing_has_its_heading(tmp_path):
    found = ui.Rows(pd.DataFrame({"title": []}), 0, "articles", Filters())
    assert tables._csv(Workspace(tmp_path / "w"), found, (tables.Column("Title", "title"),)).decode("utf-8-sig") == "Title\r\n"
