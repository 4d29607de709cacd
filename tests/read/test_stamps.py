"""Dates as publishers write them: one reading or none, never a guess between two."""

from __future__ import annotations

import datetime
import json
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.isodates import days
from core.read import read
from core.read.stamps import day_given, readings


@pytest.mark.parametrize(
    ("stamp", "date"),
    [
        ("2015-03-04", "2015-03-04"),
        ("2015-03", "2015-03"),
        ("2015", "2015"),
        ("2019-03-04T23:10:00-05:00", "2019-03-04"),
        ("2019-03-05T00:10:00+0300", "2019-03-05"),
        ("2019-03-04 23:10:00.000Z", "2019-03-04"),
        ("2015-3-4", "2015-03-04"),
        ("2015/03/04", "2015-03-04"),
        ("2015.03.04 10:00", "2015-03-04"),
        ("20150304", "2015-03-04"),
        ("20150304T221500Z", "2015-03-04"),
        ("4 March 2015", "2015-03-04"),
        ("04-Mar-2015", "2015-03-04"),
        ("4th of March, 2015", "2015-03-04"),
        ("March 4, 2015", "2015-03-04"),
        ("Sept. 4, 2015", "2015-09-04"),
        ("Wednesday, 4 March 2015 18.22 GMT", "2015-03-04"),
        ("March 4, 2015 Wednesday", "2015-03-04"),
        ("March 4, 2015, 10:22 p.m. EST", "2015-03-04"),
        ("Mar 4 2015 at 10 PM", "2015-03-04"),
        ("March 2015", "2015-03"),
        ("Mon, 04 Mar 2019 23:10:00 -0500", "2019-03-04"),
        ("Mon, 04 Mar 19 23:10:00 -0500", "2019-03-04"),
        ("23/04/2015", "2015-04-23"),
        ("04/23/2015", "2015-04-23"),
        ("03/03/2015", "2015-03-03"),
        ("23.4.2015, 10:15", "2015-04-23"),
    ],
)
def test_a_date_that_reads_one_way(stamp, date):
    assert day_given(stamp) == date


@pytest.mark.parametrize("stamp", ["03/04/2015", "3-4-2015", "03.04.2015", "03/04/2015 10:30"])
def test_figures_that_do_not_say_which_is_the_month_are_no_date(stamp):
    assert readings(stamp) == ("2015-03-04", "2015-04-03")
    assert day_given(stamp) == ""


@pytest.mark.parametrize(
    "stamp",
    ["", "soon", "yesterday", "1 day ago", "03/04/15", "13/14/2015", "30 February 2015", "2015-02-30", "20153040", "1425427200", "42067", "4 March", "March 4", "Updated 4 March 2015", "4 March 2015 to 6 March 2015", "2015-2016", "٢٠١٥-٠٣-٠٤"],
)
def test_what_is_no_date_of_a_day_month_or_year(stamp):
    assert readings(stamp) == ()


def test_an_unclear_date_stays_unknown_and_is_said(tmp_path, caplog):
    (tmp_path / "a.jsonl").write_text(json.dumps({"id": "a", "text": "A bridge fell.", "published": "03/04/2015"}))
    (article,) = read([tmp_path / "a.jsonl"])
    assert (article.published, article.published_basis, article.published_earliest) == (None, None, None)
    assert "'03/04/2015' could be 2015-03-04 or 2015-04-03" in caplog.text


def test_a_sidecar_s_date_in_words_is_given(tmp_path):
    (tmp_path / "a.txt").write_text("A bridge fell.")
    (tmp_path / "a.json").write_text('{"datePublished": "March 4, 2015 Wednesday"}')
    (article,) = read([tmp_path / "a.txt"])
    assert (article.published, article.published_basis) == ("2015-03-04", "given")


@given(day=st.dates(datetime.date(1600, 1, 1), datetime.date(2099, 12, 31)), form=st.sampled_from(["%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%d %B %Y", "%B %d, %Y", "%d-%b-%Y", "%A, %d %B %Y %H:%M", "%d/%m/%Y", "%m/%d/%Y"]))
def test_the_day_written_is_among_the_readings(day, form):
    assert day.isoformat() in readings(day.strftime(form))


@given(stamp=st.text(max_size=60) | st.text(alphabet="0123456789/-. :TZ,MarchSundytAPM", max_size=60))
def test_no_text_makes_it_raise_and_every_reading_is_a_date(stamp):
    assert all(days(date) for date in readings(stamp))


def test_a_long_text_costs_nothing():
    started = time.process_time()
    for text in ("1" * 100_000, "March " * 20_000, "4 March 2015 10:10 " + ":10" * 50_000):
        readings(text)
    assert time.process_time() - started < 1
