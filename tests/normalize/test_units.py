"""Unit names are Pint's, currency codes ISO 4217's, and neither needs Pint at run time."""

from __future__ import annotations

import subprocess
import sys

import pint
import pytest

from core.extract.lang.en import units as en
from core.extract.normalize import units

REGISTRY = pint.UnitRegistry()
NAMES = sorted({*units.SYMBOLS.values(), *en.UNIT_WORDS.values(), "mile / hour", "kilometer / hour"})


@pytest.mark.parametrize("name", NAMES)
def test_every_unit_name_is_one_that_pint_parses(name):
    assert REGISTRY.parse_units(name).dimensionality is not None


def test_currencies_are_codes_of_three_capitals():
    for table in (units.CURRENCY_PREFIXES, units.CURRENCY_SIGNS, en.CURRENCY_WORDS):
        assert all(units.is_money(code) for code in table.values())


def test_units_are_no_money():
    assert not units.is_money("kilometer")
    assert not units.is_money(None)


def test_a_rate_of_two_units_is_a_unit_and_a_rate_of_money_is_not():
    assert units.per("mile", "hour") == "mile / hour"
    assert units.per("USD", "day") is None
    assert units.per("mile", None) is None


def test_pint_is_not_imported_by_the_extractors():
    code = "import sys, core.extract.components.claims, core.extract.components.checks; print('pint' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
