"""Columns drawn row by row are read one after the other; everything else keeps the order of the file."""

from __future__ import annotations

import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.read import read
from core.read.columns import Piece, in_order
from tests.read.printed_pages import column, pdf

LEFT = ["  Rescue workers reached the village on", "Monday and found eleven houses in ruins,", "the mayor said. Four people were killed.", "  The wounded were taken to the capital,", "where doctors called them stable."]
RIGHT = ["  The armies accuse each other of having", "broken the truce. Observers counted 61", "violations in a week, most of them along", "the river that has been the border since", "the spring."]
THIRD = ["  Two convoys with tents were on the way", "to the crossing in the evening, and some", "2,400 people are expected to leave the", "valley before the month is over, groups", "that bring aid there said."]
HEAD = [(50, 740, 20, "Village shelled for a third night, and no end is near"), (50, 715, 10, "By Ana Ruiz in Karsan")]


def paragraphs(lines):
    text = " ".join(lines).replace("   ", "\n\n").strip()
    return text.split("\n\n")


def by_rows(*columns):
    """As a file draws them that goes from the top of the page to its foot."""
    return sorted((placed for lines in columns for placed in lines), key=lambda placed: (-placed[1], placed[0]))


def text(tmp_path, *pages):
    (tmp_path / "report.pdf").write_bytes(pdf(pages))
    (item,) = read([tmp_path / "report.pdf"])
    return item.text


def sides(left, right, top=690):
    return by_rows(column(left, 50, top, 10, 12), column(right, 300, top, 10, 12))


BOTH = [*paragraphs(LEFT), *paragraphs(RIGHT)]


def test_two_columns_below_a_headline(tmp_path):
    assert text(tmp_path, HEAD + sides(LEFT, RIGHT)).split("\n\n")[2:] == BOTH


def test_columns_that_are_drawn_one_by_one_stay_as_they_are(tmp_path):
    page = column(RIGHT, 300, 690, 10, 12) + column(LEFT, 50, 690, 10, 12)
    assert text(tmp_path, page).split("\n\n") == [*paragraphs(RIGHT), *paragraphs(LEFT)]


def test_three_columns(tmp_path):
    page = by_rows(*(column(lines, x, 690, 9, 11) for lines, x in ((LEFT, 40), (RIGHT, 230), (THIRD, 420))))
    assert text(tmp_path, HEAD + page).split("\n\n")[2:] == [*BOTH, *paragraphs(THIRD)]


def test_lines_that_do_not_stand_at_the_same_height(tmp_path):
    page = by_rows(column(LEFT, 50, 690, 10, 12), column(RIGHT, 300, 686, 10, 12))
    assert text(tmp_path, page).split("\n\n") == BOTH


def test_words_drawn_one_by_one(tmp_path):
    """Each word where its column's letters are set wide, as in justified print."""
    page = [(x + 36 * n, y, size, word[:5]) for x, y, size, line in sides(LEFT, RIGHT) for n, word in enumerate(line.split()[:6])]
    words = [word[:5] for line in [*LEFT, *RIGHT] for word in line.split()[:6]]
    assert text(tmp_path, page).split() == words


def test_text_above_below_and_at_the_edges_of_the_columns(tmp_path):
    above = column(["The third night of shelling has left the valley without light, and nobody can say for", "how long it will last, the people of Karsan said on Monday."], 50, 730, 11, 13)
    below = column(["More on the truce and on who has broken it stands on the page that follows this one in print."], 50, 610, 9, 12)
    first = [(50, 770, 8, "The Courier, 5 March"), *above, *sides(LEFT, RIGHT), *below, (300, 30, 8, "3")]
    second = [(50, 770, 8, "The Courier, 5 March"), *sides(RIGHT, THIRD, 730), (300, 30, 8, "4")]
    found = text(tmp_path, first, second).split("\n\n")
    assert found[0].startswith("The third night")
    assert found[1:4] == BOTH
    assert found[4].startswith("More on the truce")
    assert found[5:] == [*paragraphs(RIGHT), *paragraphs(THIRD)]


def test_rows_of_a_table_stay_rows(tmp_path):
    table = by_rows(*(column(cells, x, 650, 10, 12) for cells, x in ((["Province", "Karsan", "Upper Valley", "Lower Valley"], 50), (["Killed", "4", "12", "1"], 250), (["Wounded", "23", "40", "9"], 400))))
    found = text(tmp_path, column(["Four provinces were hit in the night, the ministry's table of its losses says."], 50, 690, 10, 12) + table)
    assert "Upper Valley 12 40" in found.split("\n\n")


PIECES = st.builds(Piece, st.floats(0, 600), st.floats(0, 600), st.floats(0, 800), st.floats(0.1, 40), st.text(max_size=30))


@given(st.lists(PIECES, max_size=40))
def test_no_piece_is_lost_or_made_up(pieces):
    assert sorted(map(id, in_order(pieces))) == sorted(map(id, pieces))


@pytest.mark.parametrize("text", ["cell", "a cell with running text in it"])
def test_a_page_of_very_many_rows_costs_little(text):
    pieces = [Piece(x, x + 90, 800 - y, 0.8, text) for y in range(600) for x in (0, 100, 200, 300)]
    random.Random(1).shuffle(pieces)
    started = time.process_time()
    assert len(in_order(pieces)) == 2400
    assert time.process_time() - started < 5


def test_rows_of_very_many_pieces_cost_little():
    pieces = [Piece(20.0 * x, 20.0 * x + 5, 700 - 12.0 * y, 10, "a word of a row of running text") for y in range(5) for x in range(4000)]
    start = time.process_time()
    assert in_order(pieces) == pieces
    assert time.process_time() - start < 5
