"""Which clock an event is on, and which of the times around it is its own."""

from __future__ import annotations

import pytest

from core.extract.pipeline import enrich
from core.records import Article, Event

DAY = "2023-06-14"
"""A Wednesday."""


@pytest.fixture(scope="module")
def event(nlp):
    def run(text: str, trigger: str) -> Event | None:
        made = next(iter(enrich(nlp, [Article(id="a", text=text, published=DAY, published_basis="given")])))
        return next((e for e in made.events if text[e.trigger[0] : e.trigger[1]] == trigger and e.clock != "printed"), None)

    return run


@pytest.mark.parametrize(
    ("text", "trigger", "clock", "begin", "end"),
    [
        ("Two more villages were added to the list on Monday.", "added", "happened", "2023-06-12", "2023-06-12"),
        ("A state of siege was declared in the province in May 2021.", "declared", "happened", "2021-05-01", "2021-05-31"),
        ("The drought has claimed 400 lives since January.", "claimed", "happened", "2023-01-01", DAY),
        ("The army claimed on Monday to have taken the town.", "claimed", "said", "2023-06-12", "2023-06-12"),
        ("His son was called up three weeks ago.", "called", "happened", "2023-05-22", "2023-05-28"),
        ("The brigade will deploy to the border by July.", "deploy", "planned", DAY, "2023-07-31"),
        ("Some 9,000 tents are needed by September.", "needed", "planned", DAY, "2023-09-30"),
        ("The mission will withdraw 900 soldiers before the end of the year.", "withdraw", "planned", DAY, "2023-12-31"),
        ("The fighting forced 4,000 people to flee between 2 and 9 June.", "flee", "happened", "2023-06-02", "2023-06-09"),
        ("The rebels had left the camp by Monday.", "left", "happened", None, "2023-06-12"),
    ],
)
def test_clock_and_interval(event, text, trigger, clock, begin, end):
    found = event(text, trigger)
    assert (found.clock, found.interval_begin, found.interval_end) == (clock, begin, end)


@pytest.mark.parametrize(
    ("text", "trigger", "begin", "end"),
    [
        ("AMMAN, June 14 (Own agency) - Jets bombed the harbour last week, killing nine sailors.", "bombed", "2023-06-05", "2023-06-11"),
        ("The mission recorded 94 blasts in Luhansk on Monday, up from 230.5 the day before.", "recorded", "2023-06-12", "2023-06-12"),
        ("The war, now in its third year, has killed 11,000 soldiers.", "killed", None, None),
        ("The shelling has now killed 11,000 soldiers.", "killed", None, DAY),
        ("Two men were killed on Monday, when rebels shelled a bakery.", "shelled", "2023-06-12", "2023-06-12"),
        ("Jets struck the barracks in Homs a few hours ago.", "struck", "2023-06-13", DAY),
        ("There has been no raid since the truce lapsed on 2 May, but attacks on convoys in Mopti were a worry.", "attacks", None, None),
        ("The state would need to raise 90,000 soldiers, according to a report in December.", "raise", None, None),
    ],
)
def test_only_its_own_time_dates_an_event(event, text, trigger, begin, end):
    found = event(text, trigger)
    assert (found.interval_begin, found.interval_end) == (begin, end) if found else begin is end is None


def test_what_the_parser_joins_over_a_line_s_end_is_no_part_of_a_clause(event):
    text = "Strikes on the port of Latakia\n\nRebels shelled the airport on Monday.\n\nON THE FRONT\nTwo men were killed in Homs on Tuesday."
    assert event(text, "shelled").text.endswith("shelled the airport on Monday")
    assert event(text, "killed").text == "Two men were killed in Homs on Tuesday"
    strikes = event(text, "Strikes")
    assert strikes is None or strikes.interval_begin is None


def test_a_clause_begins_after_the_dateline(event):
    text = "AMMAN, June 14 (Own agency) - Jets bombed the harbour on Monday."
    assert event(text, "bombed").text == "Jets bombed the harbour on Monday"


def test_the_teller_s_own_moves_are_no_events(event):
    assert event("Turning to Haiti, the spokesman said 40 people had died on Monday.", "Turning") is None
    assert event("The paper, citing two officials in Homs, said 40 people had died on Monday.", "citing") is None


@pytest.mark.parametrize(
    ("text", "category"),
    [
        ("Russia launched 88 drones at Ukraine overnight.", "Explosions/Remote violence"),
        ("Militants fired rockets into Israel on Monday.", "Explosions/Remote violence"),
        ("The company launched a new drone on Monday.", None),
    ],
)
def test_munitions_launched_at_something_are_remote_violence(event, text, category):
    assert event(text, "fired" if "fired" in text else "launched").category == category
