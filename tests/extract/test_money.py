"""Money whose name several countries share, by the countries that the article names."""

from __future__ import annotations

import pytest

from core.extract.components.quantities import find_quantities
from core.extract.lang.en.currencies import CODES_BY_COUNTRY, FULL_NAMES
from core.extract.normalize.units import CURRENCY_CODES
from core.records import Quantity
from tests.extract.test_quantities import make

TAGS = {"cost": "VBP", "weighs": "VBZ", "were": "VBD", "paid": "VBN", "It": "PRP", "They": "PRP", "CFA": "NNP", "a": "DT"}


def money(words: str, *countries: str) -> Quantity:
    doc = make(words, tags=TAGS)
    doc.user_data["dateline.toponyms"] = [{"country": c} for c in countries]
    (found,) = find_quantities(doc)
    return found


@pytest.mark.parametrize(
    ("words", "countries", "unit", "text"),
    [
        ("They cost 9,000 pesos .", ("AR", "FR", "AR"), "ARS", "9,000 pesos"),
        ("They cost 3 million dinars .", ("DZ",), "DZD", "3 million dinars"),
        ("They cost 90 CFA francs .", ("ML", "FR"), "XOF", "90 CFA francs"),
        ("They cost 90 francs .", ("ML", "NE"), "XOF", "90 francs"),
        ("They cost 90 rupees .", ("PK",), "PKR", "90 rupees"),
        ("They cost 90 riyals .", ("YE", None), "YER", "90 riyals"),
        ("They cost 90 pounds .", ("LB",), "LBP", "90 pounds"),
        ("They saw 90 million pounds .", ("SD",), "SDG", "90 million pounds"),
    ],
)
def test_one_country_with_money_of_that_name_makes_it_its_own(words, countries, unit, text):
    found = money(words, *countries)
    assert (found.unit, words[found.start_char : found.end_char], found.counted) == (unit, text, None)
    assert found.rule == "number.digits+currency.article"


@pytest.mark.parametrize(
    ("words", "countries", "counted"),
    [
        ("They cost 9,000 pesos .", ("AR", "CL"), "pesos"),
        ("They cost 9,000 pesos .", ("FR",), "pesos"),
        ("They cost 90 rupees .", ("PK", "IN"), "rupees"),
        ("They cost 90 pounds .", (), "pounds"),
        ("They cost 90 pounds .", ("LB", "SY"), "pounds"),
    ],
)
def test_none_and_several_leave_it_unknown(words, countries, counted):
    found = money(words, *countries)
    assert (found.unit, found.counted, found.rule) == (None, counted, "number.digits")


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("It weighs 90 pounds .", "pound"),
        ("They cost 90 pounds of flour .", "pound"),
        ("They saw a 500-pound bomb .", "pound"),
        ("They cost 90 British pounds .", "GBP"),
        ("They cost 90 Algerian dinars .", "DZD"),
    ],
)
def test_weights_stay_weights_and_full_names_need_no_country(words, unit):
    found = money(words, "SY")
    assert (found.unit, found.rule) == (unit, "number.digits")


def test_a_usual_name_keeps_its_usual_code_where_no_country_is_named():
    assert money("They cost 90 rupees .").unit == "INR"


def test_pounds_a_month_are_paid_or_moved():
    found = money("They were paid 300 pounds a month .", "EG")
    assert (found.unit, found.per) == ("EGP", "month")


def test_every_code_is_one_of_the_standard():
    assert {code for codes in CODES_BY_COUNTRY.values() for code in codes.values()} <= CURRENCY_CODES
    assert set(FULL_NAMES.values()) <= CURRENCY_CODES
