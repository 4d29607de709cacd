"""An article without a title goes by its first words everywhere, and its title stays unknown."""

from __future__ import annotations

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.naming import MOST, article_name, name_of, opening
from core.records import Article
from core.store import queries
from core.store.exports import FORMATS
from core.store.filters import Filters
from tests.store.made import TEXT, raqqa


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("The bridge at the old mill fell on Monday, and two of the workers on it died.", "“The bridge at the old mill fell on Monday, and two of the …”"),
        ("Bridge falls\n\nTwo workers died on Monday.", "“Bridge falls …”"),
        ("\n \n  A  bridge\tfell.", "“A bridge fell.”"),
        ("x" * 200, "“" + "x" * MOST + " …”"),
        ("", None),
        (" \n ", None),
    ],
)
def test_the_first_words_in_quotation_marks(text, named):
    assert opening(text) == named


@given(st.text())
def test_no_text_makes_it_raise_or_grow(text):
    found = opening(text)
    assert found is None or (len(found) <= MOST + 4 and "\n" not in found)


def test_a_title_goes_first_and_the_id_last():
    assert article_name({"title": "Bridge falls", "opening": None, "id": "a"}) == "Bridge falls"
    assert article_name({"title": None, "opening": "“A …”", "article_id": "a", "id": "claim-1"}) == "“A …”"
    assert article_name({"title": float("nan"), "opening": None, "article_id": "a", "id": "claim-1"}) == "a"
    assert name_of(Article(id="a", text="A bridge fell.")) == "“A bridge fell.”"


def add_untitled(workspace):
    same = raqqa()
    workspace.add([msgspec.structs.replace(same, article=msgspec.structs.replace(same.article, id="untitled", title=None))])


def test_rows_have_the_first_words_of_untitled_articles_only(workspace):
    add_untitled(workspace)
    articles = queries.articles(workspace).set_index("id")
    assert articles.loc["untitled", "opening"] == opening(TEXT)
    assert articles["title"].isna()["untitled"]
    assert articles["opening"].notna().sum() == articles["title"].isna().sum()
    claims = queries.claims(workspace).set_index("article_id")
    assert set(claims.loc[["untitled"], "opening"]) == {opening(TEXT)}


def test_the_report_names_it_and_the_tables_keep_the_title_unknown(workspace):
    add_untitled(workspace)
    only = Filters(article=("untitled",))
    assert opening(TEXT)[:30] in FORMATS["html"].text(workspace, only)
    assert "“" not in FORMATS["csv"].text(workspace, only).splitlines()[1].split(",")[1]
    assert '"title":null' in FORMATS["json"].text(workspace, only)
