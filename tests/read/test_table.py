"""Tables of articles, as spreadsheets and databases of news write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ReadError
from core.read import read
from core.records import Article


def rows(tmp_path, content, name="list.csv"):
    (tmp_path / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(read([tmp_path / name]))


def test_columns_are_told_by_their_names(tmp_path):
    (item,) = rows(tmp_path, 'Headline,Publication,Author,Publication Date,Full_Text,Link,Pages\nBridge falls,The Courier,Ana Ruiz,"March 4, 2019","A bridge, old.\nTwo ""died"".",https://courier.example/1,3\n')
    assert item.text == 'A bridge, old.\nTwo "died".'
    assert (item.title, item.outlet, item.byline, item.published, item.url) == ("Bridge falls", "The Courier", "Ana Ruiz", "2019-03-04", "https://courier.example/1")


@pytest.mark.parametrize(("delimiter", "name"), [(",", "a.csv"), (";", "a.csv"), ("\t", "a.csv"), ("\t", "a.tsv")])
def test_what_parts_the_cells(tmp_path, delimiter, name):
    (item,) = rows(tmp_path, f"id{delimiter}text\n7{delimiter}A bridge fell.\n", name)
    assert (item.id, item.text) == ("7", "A bridge fell.")


def test_a_spreadsheet_s_byte_order_mark_is_none_of_the_first_column(tmp_path):
    assert rows(tmp_path, "\ufefftext,date\nA bridge fell.,2019-03-04\n")[0].published == "2019-03-04"


def test_a_row_without_an_id_is_the_same_article_wherever_it_stands(tmp_path):
    first, second = rows(tmp_path, "text\nOne.\nTwo.\n")
    (again,) = rows(tmp_path, "text\nTwo.\n", "later.csv")
    assert (first.id != second.id)
    assert again.id == second.id


def test_events_of_acled_are_read_by_their_notes_and_their_day_is_none_of_publication(tmp_path):
    (item,) = rows(tmp_path, "event_id_cnty,event_date,notes,source\nSYR1,2019-03-04,Shells hit a bridge.,The Courier\n")
    assert (item.id, item.text, item.outlet, item.published) == ("SYR1", "Shells hit a bridge.", "The Courier", None)


def test_a_row_without_text_costs_only_itself(tmp_path):
    good, bad, short, last = rows(tmp_path, "id,text\n1,One.\n2, \n3\n\n4,Four.\n")
    assert [item.id for item in (good, last)] == ["1", "4"]
    assert (bad.name.rpartition(":")[2], bad.reason, short.reason) == ("3", "empty", "empty")


@pytest.mark.parametrize(
    ("content", "reason"),
    [("", "empty"), ("id,words\n1,x\n", "no column of texts"), (b"text\ncaf\xe9\n", "no text in UTF-8"), ("text\n\0\n", "NUL"), (b"PK\x03\x04\xff", "no text")],
)
def test_what_is_no_table_of_articles_is_named_with_its_reason(tmp_path, content, reason):
    item = rows(tmp_path, content)[-1]
    assert isinstance(item, ReadError)
    assert reason in item.reason


def test_a_long_text_is_read_whole(tmp_path):
    assert len(rows(tmp_path, "text\n" + "word " * 29_999)[0].text) == 149_995


@given(content=st.text(alphabet='text,;\t"\n\r0a ', max_size=60))
def test_no_content_makes_the_reader_raise(tmp_path_factory, content):
    for name in ("a.csv", "a.tsv"):
        for item in rows(tmp_path_factory.mktemp("any"), "text,id\n" + content, name):
            assert isinstance(item, Article | ReadError)
