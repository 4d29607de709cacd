"""What stands between an article's words and Streamlit's markdown."""

from __future__ import annotations

import pytest

from core.show import ui


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


def test_a_cell_that_would_run_in_a_spreadsheet_is_guarded():
    import pandas as pd

    csv = ui._csv(pd.DataFrame({"a": ["=1+1", "+x", "plain"], "n": [-5, 3, 1]})).decode("utf-8-sig")
    assert csv.splitlines() == ["a,n", "'=1+1,-5", "'+x,3", "plain,1"]
