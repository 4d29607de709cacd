"""Numbers in text with unit, bounds, modifier and change: rules that need no model."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extract.counting.amounts import find_amounts


def amounts(text):
    return list(find_amounts(text))


def one(text):
    found = amounts(text)
    assert len(found) == 1, [text[a.start : a.end] for a in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("It fired 3 rockets.", 3, None),
        ("It fired twenty-one rockets.", 21, None),
        ("There were two hundred and fifty of them.", 250, None),
        ("It cost $11m.", 11e6, "USD"),
        ("It cost US $2.5 billion.", 2.5e9, "USD"),
        ("It cost €40 million.", 40e6, "EUR"),
        ("It cost 300 million rubles.", 300e6, "RUB"),
        ("It cost 5,000 Syrian pounds.", 5000, "SYP"),
        ("It cost GBP 350.", 350, "GBP"),
        ("It is 98 km away.", 98, "kilometer"),
        ("It is 98km away.", 98, "kilometer"),
        ("They took 14 square kilometres.", 14, "kilometer ** 2"),
        ("It flew at 900 km/h.", 900, "kilometer / hour"),
        ("It flew at 500 miles per hour.", 500, "mile / hour"),
        ("A 30-foot wall stands there.", 30, "foot"),
        ("He is a 68-year-old farmer.", 68, "year"),
        ("Some cases are 5 percent.", 5, "percent"),
        ("It reached minus 12 degrees Celsius.", -12, "degree_Celsius"),
        ("About half a million fled.", 500_000, None),
        ("A third of the town burned.", 1 / 3, None),
        ("Two-thirds of it burned.", 2 / 3, None),
        ("One in five fled.", 0.2, None),
        ("Nine out of 10 houses fell.", 0.9, None),
        ("A dozen tanks came.", 12, None),
        ("A pair of jets came.", 2, None),
        ("It took 2 1/2 hours.", 2.5, "hour"),
        ("It weighs 12.3m tonnes.", 12.3e6, "metric_ton"),
        ("They sold 4.3M copies.", 4.3e6, None),
        ("It lies 5 m below.", 5, "meter"),
        ("They need 280 million.", 280e6, None),
        ("Output grew sixfold.", 6, None),
        ("It took half an hour.", 0.5, "hour"),
        ("One of every nine fled.", 1 / 9, None),
        ("The error is plus or minus 4 percentage points.", 4, "percent"),
        ("It lost three dozen men.", 36, None),
        ("It lost two dozen men.", 24, None),
        ("Every second house burned.", 0.5, None),
        ("It costs €1,5 Mrd.", 1.5e9, "EUR"),
        ("They need 2.5 mln tonnes.", 2.5e6, "metric_ton"),
        ("It carried 800 MT of flour.", 800, "metric_ton"),
        ("It pumps 2.5 mbpd.", 2.5e6, None),
        ("It pumps 1.1m b/d.", 1.1e6, None),
        ("It held 15 ppb of lead.", 15, None),
        ("The wall is 30' high.", 30, "foot"),
        ("He is 5'6\" tall.", 5.5, "foot"),
        ("It had a yield of 15 kt.", 15, "kiloton"),
        ("It sold 15 kt of ore.", 15, "kilometric_ton"),
        ("It made 15 kt at sea.", 15, "knot"),
        ("It peaked at $75 U.S. again.", 75, "USD"),
    ],
)
def test_a_number_has_its_value_and_unit(text, value, unit):
    found = one(text)
    assert found.value == pytest.approx(value)
    assert found.unit == unit


@pytest.mark.parametrize(
    ("text", "modifier", "bounds"),
    [
        ("20 villagers", "exact", (20, 20, 20)),
        ("about 20 villagers", "about", (20, None, None)),
        ("nearly 20 villagers", "about", (20, None, None)),
        ("some 20 villagers", "about", (20, None, None)),
        ("at least 20 villagers", "at_least", (20, 20, None)),
        ("20 or more villagers", "at_least", (20, 20, None)),
        ("20+ villagers", "at_least", (20, 20, None)),
        ("20-odd villagers", "about", (20, None, None)),
        ("20-plus villagers", "at_least", (20, 20, None)),
        ("fewer than the 20 villagers", "exact", (20, 20, 20)),
        ("climbing back to 20 villagers", "exact", (20, 20, 20)),
        ("inching back up to 20 villagers", "exact", (20, 20, 20)),
        ("between 20 and 30 on the GPa scale", "range", (None, 20, 30)),
        ("no fewer than 20 villagers", "at_least", (20, 20, None)),
        ("at least another 20 villagers", "at_least", (20, 20, None)),
        ("more than 20 villagers", "more_than", (20, 20, None)),
        ("over 20 villagers", "more_than", (20, 20, None)),
        ("up to 20 villagers", "at_most", (20, None, 20)),
        ("as many as 20 villagers", "at_most", (20, None, 20)),
        ("fewer than 20 villagers", "less_than", (20, None, 20)),
        ("between 20 and 30 villagers", "range", (None, 20, 30)),
        ("20 to 30 villagers", "range", (None, 20, 30)),
        ("1,200-1,500 villagers", "range", (None, 1200, 1500)),
        ("three or four villagers", "range", (None, 3, 4)),
        ("$10 to $15 billion", "range", (None, 10e9, 15e9)),
        ("dozens of villagers", "vague", (None, 12, None)),
        ("a couple of villagers", "vague", (None, 2, None)),
        ("several villagers", "vague", (None, 3, None)),
        ("a few hundred villagers", "vague", (None, 300, None)),
        ("tens of thousands of villagers", "vague", (None, 10_000, None)),
        ("hundreds of millions of dollars", "vague", (None, 1e8, None)),
    ],
)
def test_a_number_is_bounded_as_the_contract_says(text, modifier, bounds):
    found = one(f"They named {text}.")
    assert found.modifier == modifier
    assert (found.value, found.low, found.high) == bounds


@pytest.mark.parametrize(
    ("text", "change"),
    [
        ("Prices rose 5 percent.", "up"),
        ("Prices fell by about 5 percent.", "down"),
        ("Prices were up 5 percent.", "up"),
        ("The index closed at +5 percent.", "up"),
        ("Prices rose to 5 percent.", None),
        ("Prices are 5 percent.", None),
        ("They shot down 5 drones.", None),
        ("They rounded up 5 men.", None),
        ("Shares ended down 5 percent.", "down"),
        ("It lost a third more tanks.", "up"),
        ("It used 5 percent less fuel.", "down"),
    ],
)
def test_the_verb_says_which_way_a_quantity_moves(text, change):
    assert one(text).change == change


def test_what_follows_or_in_brackets_moves_the_same_way():
    assert [a.change for a in amounts("Shares lost 16 points, or 2 percent.")] == ["down", "down"]


def test_a_change_by_an_amount_to_a_level_is_no_range():
    assert [(a.value, a.change) for a in amounts("It fell by 5 km to 20 km.")] == [(5, "down"), (20, None)]


@pytest.mark.parametrize(
    ("text", "modifier"),
    [
        ("It paid more than 7.5 million crowns (US$1.1 million).", "more_than"),
        ("It lies at least 10 miles (16 km) off.", "at_least"),
        ("It paid 7.5 million crowns (US$1.1 million).", "exact"),
        ("It lies about 10 miles (16 km) off.", "exact"),
        ("It took more than 30 towns ($5m).", "exact"),
        ("It took more than 10 miles ($5m).", "exact"),
        ("It lies more than 10 miles (16 percent) off.", "exact"),
    ],
)
def test_a_conversion_in_brackets_has_the_bound_of_what_it_converts(text, modifier):
    assert amounts(text)[1].modifier == modifier


@pytest.mark.parametrize("text", ["He said 'we have 30' again.", "The class of '98' met.", "Every second day counts.", "They saw every other house."])
def test_a_closing_quote_is_no_foot_and_time_no_share(text):
    assert all(a.unit != "foot" and a.kind != "ratio" for a in amounts(text))


@pytest.mark.parametrize(
    ("text", "counted", "per"),
    [("It pumps 300,000 bpd.", "barrels", "day"), ("It held 15 ppb.", "parts per billion", None), ("It made 5 boe/d.", "barrels of oil equivalent", "day"), ("It saw 3 bpds.", None, None)],
)
def test_an_abbreviation_says_what_it_counts_and_per_what(text, counted, per):
    assert (one(text).counted, one(text).per) == (counted, per)


@pytest.mark.parametrize(("text", "value"), [("Scores were killed.", 20), ("Two died and scores were wounded.", 20), ("Its scores fell.", None), ("Test scores were high.", None)])
def test_scores_count_where_they_suffer(text, value):
    assert next((a.low for a in amounts(text) if a.kind == "vague"), None) == value


def test_a_move_from_one_level_to_a_lower_one_is_two_numbers():
    assert [a.value for a in amounts("It fell from 208 tonnes to 193 tonnes.")] == [208, 193]


@pytest.mark.parametrize(
    ("text", "levels"),
    [
        ("The toll rose from 12 to 15.", [(12, None), (15, None)]),
        ("It fell from 208 pounds to 193.", [(208, "pound"), (193, "pound")]),
        ("Sales grew from 24 to 33 billion euros.", [(24e9, "EUR"), (33e9, "EUR")]),
    ],
)
def test_a_move_is_two_levels_that_share_unit_and_magnitude(text, levels):
    assert [(a.value, a.unit) for a in amounts(text)] == levels


@pytest.mark.parametrize("text", ["Shell eased 1 to 416.", "It left in 2018 to 3.9 million cheers.", "He saw two and three men."])
def test_two_numbers_that_only_meet_are_no_range(text):
    assert len(amounts(text)) == 2


def test_a_part_has_the_unit_of_its_whole():
    assert [a.unit for a in amounts("The town got 12 million of the 3.5 billion shekels.")] == ["ILS", "ILS"]


def test_over_the_past_years_is_no_lower_bound():
    assert one("It lasted over the past two years.").modifier == "exact"


def test_the_span_is_modifier_number_and_unit():
    text = "He gave at least 98 km of wire."
    found = one(text)
    assert text[found.start : found.end] == "at least 98 km"


BAD = [
    ("It gave 1e999 points.", None),
    ("It gave " + "9" * 5000 + " points.", None),
    ("It gave 3/0 of it.", None),
    ("It gave -0 points.", 0.0),
    ("It gave 1.000,50 points.", 1000.5),
    ("It gave 12,34,567 points.", 1234567.0),
    ("It gave ٣٤٥ points.", 345.0),
    ("It gave 300people.", 300.0),
]


@pytest.mark.parametrize(("text", "value"), BAD)
def test_bad_input_has_the_right_value_or_none(text, value):
    assert one(text).value == value


def test_a_fraction_of_a_division_by_nothing_is_two_mentions():
    assert [a.value for a in amounts("½ of 3/0")] == [0.5, None]


@given(st.text(max_size=200))
def test_random_text_never_raises_and_offsets_hold(text):
    end = 0
    for a in find_amounts(text):
        assert 0 <= a.start <= a.number < a.number_end <= a.end <= len(text)
        assert a.number >= end
        end = a.number_end
        assert a.low is None or a.high is None or a.low <= a.high


@given(st.lists(st.sampled_from(["two", "hundred", "and", "1,5", "km", "$", "to", "-", "half", "a", "of", "%", "dozens", "3/4", "between", "or", "m", "."]), max_size=30))
def test_piled_up_number_words_never_raise(words):
    for a in find_amounts(" ".join(words)):
        assert a.low is None or a.high is None or a.low <= a.high


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Deaths fell by a third.", [1 / 3]),
        ("Deaths fell by up to a fifth in May.", [0.2]),
        ("Exports fell by a quarter to 40 tons.", [0.25, 40]),
        ("It lost to a third party.", []),
        ("It was sold to a third.", []),
        ("It was hit by a third shell.", []),
        ("The camera has 48MP.", [48]),
        ("The 12 MPs left.", [12]),
        ("It is 5½m long.", [5.5]),
    ],
)
def test_a_part_may_end_its_clause_and_a_letter_may_follow(text, values):
    assert [a.value for a in amounts(text)] == pytest.approx(values)


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They fired 40 155-mm shells.", [40, 155]),
        ("They fired 1,000 155mm shells.", [1000, 155]),
        ("They dropped 40 500-pound bombs.", [40, 500]),
        ("They sold 25 000 tickets.", [25_000]),
        ("They sold 12 300 tickets.", [12_300]),
        ("They sold 1 234 567 tickets.", [1_234_567]),
        ("A 25 000-strong army.", [25_000]),
        ("In 2014 155 people left.", [2014, 155]),
    ],
)
def test_digits_in_threes_are_one_number_but_a_calibre_is_its_own(text, values):
    assert [a.value for a in amounts(text)] == values


@pytest.mark.parametrize("text", ["It is 20 by 10 metres.", "It is 3 x 4 m.", "A 20-by-10-metre grave."])
def test_both_sides_have_one_unit(text):
    assert [a.unit for a in amounts(text)] == ["meter", "meter"]
