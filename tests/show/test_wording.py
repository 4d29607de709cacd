"""Records in an analyst's words: amounts with their rate, and what a number took over."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.show import wording

EXTRACT = Path(wording.__file__).parents[1] / "extract"


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ({"value": 200.0, "modifier": "about", "per": "day"}, "about 200 per day"),
        ({"value": 58.0, "unit": "USD", "per": "barrel"}, "58 USD per barrel"),
        ({"value": 5.0, "unit": "percent", "per": "year"}, "5% per year"),
        ({"low": 40.0, "high": 50.0, "unit": "hour", "per": "week"}, "40 to 50 hour per week"),
        ({"value": 15.0, "unit": "liter", "per": "person / day"}, "15 liter per person per day"),
        ({"value": 500.0, "unit": "USD", "per": "each"}, "500 USD each"),
        ({"value": 200.0, "per": None}, "200"),
        ({"value": 200.0, "per": float("nan")}, "200"),
        ({"value": 200.0}, "200"),
    ],
)
def test_an_amount_is_written_with_its_rate(row, words):
    assert wording.amount(row) == words


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("number.digits", ""),
        ("number.digits+counted.parallel", "counts what the number beside it counts"),
        ("number.digits+per.parallel+unit.parallel", "its rate is that of the number beside it; its unit is that of the number beside it"),
        ("number.digits+unknown.rule", ""),
        (None, ""),
    ],
)
def test_what_a_number_took_over_is_said_in_words(rule, words):
    assert wording.taken_over(rule) == words


def test_every_rule_of_taking_over_has_words():
    code = "".join(p.read_text(encoding="utf-8") for p in EXTRACT.rglob("*.py") if p.parent.name in ("counting", "components"))
    assert all(f'"{part}"' in code or f"+{part}" in code for part in wording.TAKEN_OVER)
