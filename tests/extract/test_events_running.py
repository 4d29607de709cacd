"""Events of running reports, of clock times, and of what is only hoped for."""

from __future__ import annotations

import pytest

from core.extract.pipeline import enrich
from core.records import Article, Event


@pytest.fixture(scope="module")
def event(nlp):
    def run(text: str, trigger: str) -> Event:
        made = next(iter(enrich(nlp, [Article(id="a", text=text, published="2023-06-14", published_basis="given")])))
        return next(e for e in made.events if text[e.trigger[0] : e.trigger[1]] == trigger)

    return run


def test_the_time_of_an_entry_does_not_date_what_has_a_date(event):
    found = event("14:20 GMT - Nine ships were bombed in the port in May.", "bombed")
    assert (found.interval_begin, found.interval_end) == ("2023-05-01", "2023-05-31")


def test_the_time_of_an_entry_dates_what_has_no_other(event):
    found = event("14:20 GMT - Nine ships were bombed in the port.", "bombed")
    assert (found.interval_begin, found.interval_end) == ("2023-06-14", "2023-06-14")


@pytest.mark.parametrize("when", ["shortly after noon on Monday", "before dawn on Monday"])
def test_after_a_clock_time_is_the_same_day(event, when):
    found = event(f"Rebels shelled the airport {when}.", "shelled")
    assert (found.interval_begin, found.interval_end) == ("2023-06-12", "2023-06-12")


def test_after_a_day_has_no_end(event):
    assert event("Rebels shelled the airport after May 3.", "shelled").interval_end is None


def test_what_is_hoped_for_has_not_happened(event):
    assert event("The envoy hopes for a ceasefire by the end of July.", "ceasefire").clock == "planned"
    assert event("Both sides praised the ceasefire of May 3.", "ceasefire").clock == "happened"
