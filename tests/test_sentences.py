"""Sentence spans of plain text, and calendar days of prefix dates."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.isodates import days, first_day, last_day, years_on
from core.sentences import Sentences, sentence_at


def cut(text: str) -> list[str]:
    return [text[a:b] for a, b in Sentences(text).spans()]


@pytest.mark.parametrize(
    "sentences",
    [
        ["He left.", "She stayed!", "Who won?"],
        ["Gen. Ito met Mr. Roe on Oct. 31 in the U.S. Senate.", "J. Kay spoke."],
        ['"We won," he said.', '"They lost."', "(It rained.)", "Then it stopped."],
        ["It grew 3.5 percent…", "Then it fell.", "2015 was worse."],
        ["Сегодня холодно.", "Завтра тепло."],
        ["停战了。", "他们回家。"],
    ],
)
def test_sentences_end_where_a_reader_ends_them(sentences):
    joint = "" if sentences[0].endswith("。") else " "
    assert cut(joint.join(sentences)) == sentences


def test_a_paragraph_ends_a_sentence():
    assert cut("A headline without a point\n\nThe text begins.\r\nIt goes on") == ["A headline without a point", "The text begins.", "It goes on"]


def test_a_span_covers_the_sentences_it_touches():
    text = "One is here. Two is there. Three is gone."
    assert sentence_at(text, 15) == (13, 26)
    assert Sentences(text).covering(5, 20) == (0, 26)
    assert Sentences(text).covering(27, 30) == (27, 41)


@given(text=st.text(max_size=300), data=st.data())
def test_every_span_is_inside_its_sentence(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = Sentences(text).covering(start, end)
    assert 0 <= first <= start <= end <= last <= len(text)
    spans = Sentences(text).spans()
    assert all(a < b for a, b in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))


@pytest.mark.parametrize("text", ["." * 200_000, ".\u201d" * 100_000, "a." * 100_000, "\n" * 200_000, ". " * 100_000, '."' * 100_000, "x" * 300_000])
def test_odd_texts_cost_linear_time(text):
    started = time.process_time()
    Sentences(text).covering(0, len(text))
    assert time.process_time() - started < 2


@pytest.mark.parametrize(
    ("prefix", "covered"),
    [
        ("2016", ("2016-01-01", "2016-12-31")),
        ("2016-02", ("2016-02-01", "2016-02-29")),
        ("2015-11-17", ("2015-11-17", "2015-11-17")),
        ("2015-11-17T10:00Z", ("2015-11-17", "2015-11-17")),
        ("2015-02-30", None),
        ("2015-13", None),
        ("0000", None),
        ("20151117", None),
        ("2015-11-", None),
        ("٢٠١٥", None),
        ("", None),
        (None, None),
    ],
)
def test_a_prefix_date_covers_days(prefix, covered):
    assert days(prefix) == covered
    assert (first_day(prefix), last_day(prefix)) == (covered or (None, None))


@given(text=st.text(max_size=30))
def test_no_text_makes_a_date_raise(text):
    covered = days(text)
    assert covered is None or covered[0] <= covered[1]


@pytest.mark.parametrize(
    ("day", "years", "there"),
    [("2015-11-17", 1, "2016-11-17"), ("2016-02-29", 1, "2017-02-28"), ("0001-01-01", -1, "0001-01-01"), ("9999-12-31", 1, "9999-12-31"), (None, 1, None)],
)
def test_a_step_of_years_stays_in_the_calendar(day, years, there):
    assert years_on(day, years) == there
