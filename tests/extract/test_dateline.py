"""Datelines: where they end, and what they say."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extract.dateline import closing, dateline_at, find_dateline
from core.records import Span


def cut(text: str, span: Span | None) -> str | None:
    return None if span is None else text[span[0] : span[1]]


@pytest.mark.parametrize(
    ("text", "place", "date", "agency", "rest"),
    [
        ("KYIV (Reuters) - Russia fired", "KYIV", None, "Reuters", "Russia fired"),
        ("MANAMA, Bahrain, Jan. 14 — The navy", "MANAMA, Bahrain", "Jan. 14", None, "The navy"),
        ("PARIS, 3 March 2015 (AFP) -- Talks", "PARIS", "3 March 2015", "AFP", "Talks"),
        ("CAIRO, Tuesday, Aug. 3, 2021 (Own Agency) – Shells", "CAIRO", "Tuesday, Aug. 3, 2021", "Own Agency", "Shells"),
        ("ERBIL, northern Iraq — Fighters", "ERBIL, northern Iraq", None, None, "Fighters"),
        ("GAZA/JERUSALEM (Reuters) - Rockets", "GAZA/JERUSALEM", None, "Reuters", "Rockets"),
        ("ABOARD THE USS MERIDIAN — Jets", "ABOARD THE USS MERIDIAN", None, None, "Jets"),
        ("DEIR EZ-ZOR, Syria (AP) _ Troops", "DEIR EZ-ZOR, Syria", None, "AP", "Troops"),
        ("ŁÓDŹ, Poland — Workers", "ŁÓDŹ, Poland", None, None, "Workers"),
        ("PORT LUIS, Arda (Own Agency), March 14, 2024 — Ships", "PORT LUIS, Arda", "March 14, 2024", "Own Agency", "Ships"),
        ("Beirut (AFP) – Shells", "Beirut", None, "AFP", "Shells"),
        ("Cairo, Nov. 17 – Police", "Cairo", "Nov. 17", None, "Police"),
        ("ISTANBUL, Jan 5: Police", "ISTANBUL", "Jan 5", None, "Police"),
        ("Shells fall again\n\n  GENEVA (AP) — Talks", "GENEVA", None, "AP", "Talks"),
    ],
)  # fmt: skip
def test_datelines(text, place, date, agency, rest):
    found = find_dateline(text)
    assert found is not None
    assert (cut(text, found.place), cut(text, found.date), cut(text, found.agency), text[found.end :]) == (place, date, agency, rest)


@pytest.mark.parametrize(
    "text",
    [
        "NATO allies – which met",
        "The army said",
        "Cook — who spoke on Monday — left",
        "Cook (left) - the minister",
        "Tester (D-Ohio) - the senator",
        "UPDATE: Shells fall",
        "AFP - Shells fall",
        "Paris, which has - for years - paid",
        "SHELLS FELL AGAIN ON THE OLD TOWN — MAYOR",
        "He was in KYIV (Reuters) - said",
        "x" * 500 + "\nKYIV (Reuters) - Russia fired",
        "",
        "\n\n",
        "—",
    ],
)
def test_what_is_no_dateline(text):
    assert find_dateline(text) is None


def test_a_known_place_needs_no_capitals():
    text = "By Ana Lima\nHoms - Shells fell."
    assert find_dateline(text) is None
    found = find_dateline(text, "Homs")
    assert found is not None
    assert (cut(text, found.place), text[found.end :]) == ("Homs", "Shells fell.")


def test_a_known_place_without_a_mark_is_its_own_span():
    found = find_dateline("HOMS. Shells fell.", "HOMS")
    assert found is not None
    assert (found.place, found.end) == ((0, 4), 4)


def test_a_place_that_is_not_in_the_text_is_looked_for_no_further():
    assert find_dateline("Shells fell.", "Homs") is None


def test_what_closes_a_dateline_says_its_mark():
    text = "Homs, Syria (AP): Shells"
    close = closing(text, 4)
    assert close is not None
    assert (cut(text, close.around), cut(text, close.agency), close.mark, text[close.end :]) == (", Syria", "AP", ":", "Shells")
    assert closing("Homs fell", 4) is None


@given(st.text(alphabet="AB ab.,/()-—:\n1JanMoÉ’", max_size=80))
def test_spans_are_in_order_and_nothing_is_raised(text):
    found = dateline_at(text, 0)
    if found is not None:
        edges = [*found.place, *(found.date or ()), *(found.agency or ()), found.end]
        assert edges == sorted(edges)
        assert text[found.place[0] : found.place[1]].strip()


@pytest.mark.parametrize("text", ["A" * 50_000, "AB " * 20_000, "AB, A" + "b " * 20_000, "AB" + ", Ab" * 20_000, "\n" * 50_000, "(" * 50_000])
def test_odd_texts_take_no_time(text):
    started = time.process_time()
    find_dateline(text)
    assert time.process_time() - started < 1
