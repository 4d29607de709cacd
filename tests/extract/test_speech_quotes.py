"""Quotations by their marks."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extract.speech.quotes import find_quotations


def quoted(text: str) -> list[str]:
    return [text[q.start : q.end] for q in find_quotations(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Go home,” she said. “Now.”", ["“Go home,”", "“Now.”"]),
        ('"Go home," she said. "Now."', ['"Go home,"', '"Now."']),
        ("''Go home,'' she said. It's late.", ["''Go home,''"]),
        ("„Geht heim“ sagte sie.", ["„Geht heim“"]),
        ("«Rentrez», dit-elle.", ["«Rentrez»"]),
        ("no marks at all", []),
        ("", []),
    ],
)
def test_pairs_of_every_kind_of_mark(text, expected):
    assert quoted(text) == expected


def test_nested_quotations_end_inside_the_outer_one():
    assert quoted("He said “they told me “go” and I went” today") == ["“they told me “go” and I went”"]


def test_nested_ten_deep():
    text = "“a " * 10 + "b" + " c”" * 10
    assert quoted(text) == [text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We lost it, he said. “Then we left,” he added.", ["“Then we left,”"]),
        ('We lost it," he said. "Then we left," he added.', ['"Then we left,"']),
        ("“One is open.\n“Two is closed,” he said.\n“Three is open.", ["“One is open.", "“Two is closed,”"]),
        ("He said it” and left.\n“All is well,” she said.", ["“All is well,”"]),
    ],
)
def test_a_mark_without_a_partner_costs_only_its_own_quotation(text, expected):
    assert quoted(text) == expected


def test_marks_turned_the_wrong_way_are_read_by_their_place():
    assert quoted("”It was open.“\n“It is closed.”") == ["”It was open.“", "“It is closed.”"]


def test_a_quotation_over_paragraphs_runs_on_to_its_closing_mark():
    first, second = find_quotations("“The first part\n\n“and the second,” he said.")
    assert (first.runs_on, second.runs_on) == (True, False)


def test_three_thousand_marks_in_a_row_take_linear_time():
    def took(n: int) -> float:
        start = time.perf_counter()
        find_quotations('"' * n + "“" * n + "”" * n)
        return time.perf_counter() - start

    took(1000)
    assert took(30_000) < 60 * max(took(3_000), 0.002)


@given(st.text(alphabet="ab \n\"“”'«»„‟`‘’.,", max_size=80))
def test_quotations_are_in_order_and_apart(text):
    found = find_quotations(text)
    assert all(0 <= q.start < q.end <= len(text) for q in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
