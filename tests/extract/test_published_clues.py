"""What dates an article: offices, events, lengths, printed dates; and how clues are weighed."""

from __future__ import annotations

import datetime
import json
from importlib import resources

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.extract.published.clues import STRONG, WEAK, Hint, Interval, to_clues, weigh
from core.extract.published.deduce import date_text
from core.extract.published.facts import WORD, load_facts
from core.extract.published.happened import happened_hints
from core.extract.published.offices import office_hints
from core.extract.published.stated import printed_date
from core.extract.published.told import weekday_hints
from core.isodates import days
from core.records import Article


def cuts(hints) -> set[tuple[str, str]]:
    return {(h.cut, h.date) for h in hints}


@pytest.mark.parametrize(
    "text",
    [
        "Secretary of State John Kerry spoke.",
        "US Secretary of State Kerry spoke.",
        "secretary of state John F. Kerry spoke.",
        "John Kerry, the US secretary of state, spoke.",
        "John Kerry, Washington's secretary of state, spoke.",
    ],
)
def test_a_title_with_its_name_gives_the_term(text):
    assert cuts(office_hints(text)) == {("earliest", "2013-02-01"), ("latest", "2017-01-20")}


@pytest.mark.parametrize(
    "text",
    [
        "Kerry spoke.", "John Kerry spoke.", "The secretary of state spoke.", "Deputy Secretary of State John Kerry spoke.",
        "acting Secretary of State John Kerry", "He ran for president. Bush lost.", "President Anna Kerry spoke.",
        "University president Mary Brown", "President Brown of the club", "the late summer. Secretary John Kerry",
    ],
)  # fmt: skip
def test_a_name_or_a_title_alone_is_no_clue(text):
    assert cuts(office_hints(text)) == set()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("former Secretary of State John Kerry", {("earliest", "2017-01-20")}),
        ("ex-president Nicolas Sarkozy", {("earliest", "2012-05-15")}),
        ("then-President Barack Obama", {("earliest", "2009-01-20")}),
        ("President-elect Barack Obama", {("earliest", "2008-10-12")}),
        ("President Xi Jinping", {("earliest", "2013-03-14")}),
        ("Chinese President Xi said", {("earliest", "2013-03-14")}),
        ("Syrian president Bashar al Assad", {("earliest", "2000-07-17"), ("latest", "2024-12-08")}),
        ("President Bush said", {("earliest", "1989-01-20"), ("latest", "2009-01-20")}),
        ("President George W. Bush said", {("earliest", "2001-01-20"), ("latest", "2009-01-20")}),
        ("Vice President Joe Biden", {("earliest", "2009-01-20"), ("latest", "2017-01-20")}),
        ("Prime Minister Theresa May", {("earliest", "2016-07-13"), ("latest", "2019-07-24")}),
        ("President Recep Tayyip Erdogan", {("earliest", "2014-08-28")}),
    ],
)
def test_words_around_a_title_say_which_end_it_cuts(text, expected):
    assert cuts(office_hints(text)) == expected


def test_the_name_of_an_event_is_not_printed_before_it():
    (hint,) = happened_hints("Families of the victims of MH17 met.")
    assert (hint.cut, hint.date, hint.rule) == ("earliest", "2014-07-17", "published.event")
    assert "Aviation Safety Network" in (hint.source or "")


def test_an_event_with_its_date_but_no_year_is_of_the_last_twelve_months():
    assert cuts(happened_hints("the July 17 downing of MH17")) == {("earliest", "2014-07-17"), ("latest", "2015-07-16")}
    assert cuts(happened_hints("the July 17, 2014 downing of MH17")) == {("earliest", "2014-07-17")}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Russia began its operations in Syria five months ago.", {("earliest", "2016-01-30"), ("latest", "2016-03-30")}),
        ("In its five months of operations in Syria, Russia lost a jet.", {("earliest", "2016-01-30"), ("latest", "2016-03-30")}),
        ("Mosul saw the third week of the offensive against the Islamic State.", {("earliest", "2016-10-31"), ("latest", "2016-11-07")}),
        ("He left Syria five months ago, and Russia sells arms there.", set()),
        ("The war began two years ago.", set()),
        ("Sudan's army said nothing for two years of war.", set()),
    ],
)
def test_the_length_of_a_known_campaign_counts_from_its_first_day(text, expected):
    assert cuts(happened_hints(text)) == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Nov. 17, 2015\n\nJets bombed Homs.", "2015-11-17"),
        ("Published: 17 November 2015\nJets bombed Homs.", "2015-11-17"),
        ("PARIS, 17 November 2015 — Jets bombed Homs.", "2015-11-17"),
        ("PARIS, Nov. 17, 2015 (Agency) - Jets bombed Homs.", "2015-11-17"),
        ("Jets bombed Homs. (Agency, 17 November 2015)", "2015-11-17"),
        ("Tuesday, November 17, 2015 10:30 AM EST\nJets bombed Homs.", "2015-11-17"),
        ("2015-11-17\nJets bombed Homs.", "2015-11-17"),
        ("Posted on 17/11/2015\nJets bombed Homs.", "2015-11-17"),
        ("Jets bombed Homs.\n\nFirst published November 17, 2015", "2015-11-17"),
    ],
)
def test_a_printed_date_is_read(text, day):
    printed = printed_date(text)
    assert printed is not None
    assert printed.full == datetime.date.fromisoformat(day)
    article = date_text(Article(id="a", text=text), text, lambda _: None)
    assert (article.published, article.published_basis, article.published_earliest, article.published_latest) == (day, "stated", day, day)
    assert [text[c.start_char : c.end_char] == c.text for c in article.published_clues] == [True, True]


@pytest.mark.parametrize(
    "text",
    ["Feb. 30, 2015\nText.", "13/14/2015\nText.", "03/04/2015\nText.", "Published 31 June 2015\nText.", "Jets bombed Homs on Nov. 17, 2015.", "", "—", "PARIS, 17 November 99999 — Text"],
)
def test_what_is_no_date_of_its_own_is_not_stated(text):
    printed = printed_date(text)
    assert printed is None or printed.full is None


def test_a_dateline_without_year_takes_the_only_year_that_other_clues_leave():
    text = "PARIS, Nov. 17 — Secretary of State Rex Tillerson met Prime Minister Theresa May."
    article = date_text(Article(id="a", text=text), text, lambda _: None)
    assert (article.published, article.published_basis) == ("2017-11-17", "inferred")
    assert (article.published_earliest, article.published_latest) == ("2017-11-17", "2017-11-18")


def test_a_weekday_beside_a_date_chooses_the_year():
    hints = list(weekday_hints("on Tuesday, Nov. 17, he said", Interval("2013-01-01", "2017-12-31")))
    assert cuts(hints) == {("earliest", "2015-11-10"), ("latest", "2015-11-24")}
    assert list(weekday_hints("on Tuesday, Nov. 17, he said", Interval("2013-01-01", None))) == []


def test_a_year_told_as_past_bounds_and_one_ahead_does_not():
    text = "It was founded in 2011. It will close by 2030. Debts are due in 2045."
    article = date_text(Article(id="a", text=text), text, lambda at: "past" if at < 30 else None)
    assert (article.published_earliest, article.published_latest, article.published_basis) == ("2011-01-01", None, "inferred")


def hint(cut, date, weight=STRONG, start=0):
    return Hint((start, start + 1), cut, date, "because", "test", None, weight)


def test_a_name_of_the_past_gives_way_to_what_had_happened():
    interval, kept = weigh([hint("earliest", "2015-10-31"), hint("latest", "2009-01-20"), hint("latest", "2017-01-20")])
    assert interval == Interval("2015-10-31", "2017-01-20")
    assert {h.date: ok for h, ok in kept} == {"2015-10-31": True, "2009-01-20": False, "2017-01-20": True}


def test_a_weak_clue_never_overturns_a_strong_one():
    interval, kept = weigh([hint("earliest", "2035-01-01", WEAK), hint("latest", "2017-01-20")])
    assert interval == Interval(None, "2017-01-20")
    assert [ok for h, ok in kept if h.weight == WEAK] == [False]


@given(st.lists(st.tuples(st.sampled_from(["earliest", "latest"]), st.dates(), st.sampled_from([STRONG, WEAK]), st.integers(0, 5))))
def test_the_interval_is_never_empty_and_never_depends_on_order(raw):
    hints = [hint(cut, day.isoformat(), weight, start) for cut, day, weight, start in raw]
    interval, kept = weigh(hints)
    assert interval == weigh(reversed(hints))[0]
    assert not (interval.earliest and interval.latest) or interval.earliest <= interval.latest
    assert all(c.kept for c in to_clues(kept, "abcdef") if c.date in interval)


@given(st.text(max_size=300))
def test_no_text_raises(text):
    article = date_text(Article(id="a", text=text), text, lambda _: None)
    assert article.published_basis in (None, "stated", "inferred")


TEMPLATES = ["President {}", "{} months of war in Gaza, Hamas said Oct. 7", "PARIS, {} —", "Published {}", "© {}", "day {} of the war in Sudan RSF", "the {} bombing of MH17"]


@given(st.sampled_from(TEMPLATES), st.one_of(st.integers(), st.text(max_size=20), st.dates().map(str)))
def test_no_filled_pattern_raises(template, filling):
    text = template.format(filling)
    date_text(Article(id="a", text=text), text, lambda _: "past")


def test_the_facts_are_whole():
    facts = load_facts()
    for office in facts.offices:
        assert office.source in facts.sources
        assert all(t == t.lower() for t in office.titles)
        for holder in office.holders:
            flat = [day for term in holder.terms for day in term if day]
            assert flat == sorted(flat), holder.names
            assert all(days(day) for day in flat)
            assert all(end for _, end in holder.terms[:-1])
    for event in (*facts.events, *facts.names):
        assert event.source in facts.sources
        assert days(event.date), event
        assert all(WORD.match(name) for name in event.names)
    for conflict in facts.conflicts:
        assert conflict.source in facts.sources
        assert conflict.begin <= conflict.begin_latest
        assert json.dumps(conflict.sentence).islower()


def test_no_name_belongs_to_two_events():
    facts = load_facts()
    names = [name for event in (*facts.events, *facts.names) for name in event.names]
    assert len(names) == len(set(names))


def test_every_office_holder_is_found_by_every_name():
    missed = [
        name
        for office in load_facts().offices
        for holder in office.holders
        for name in holder.names
        if ("earliest", holder.begin) not in cuts(office_hints(f"On Monday {office.titles[0]} {name} spoke."))
    ]
    assert missed == []


def test_every_event_is_found_by_every_name():
    facts = load_facts()
    assert [n for n, e in facts.by_name.items() if ("earliest", e.date) not in cuts(happened_hints(f"They spoke of {n}, again."))] == []


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("The Brexit referendum is to be held in June.", "2016-03-01"),
        ("Calls for Assad's ouster grew louder.", "2012-02-01"),
        ("After the fall of Kabul the Northern Alliance took Jalalabad.", "2001-11-15"),
        ("He spoke of links to al Qaeda in Iraq.", "2003-02-05"),
        ("Malala Yousafzai won the country's first peace prize for the young.", "2011-12-20"),
        ("The firebomb attack on Charlie Hebdo destroyed its office.", "2011-11-03"),
        ("The so-called Islamic State of Iraq claimed the blast.", "2007-04-13"),
        ("Parameters for a Joint Comprehensive Plan of Action were agreed.", "2015-04-03"),
        ("Hurricane Katrina neared the coast of Florida.", "2005-08-25"),
        ("The country is to be called North Macedonia.", "2018-06-13"),
        ("Washington warned of a Russian invasion of Ukraine.", "2014-03-02"),
        ("The Institute for Science and International Security (ISIS) counted 7,000 centrifuges.", "2009-11-20"),
        ("The residents of Grenfell Tower complained about the stairs.", "2015-05-01"),
    ],
)
def test_no_name_dates_an_article_after_the_day_it_was_printed(text, printed):
    assert [h for h in happened_hints(text) if h.cut == "earliest" and h.date > printed] == []


def test_offices_say_what_their_terms_were_held_against():
    facts = json.loads(resources.files("core.extract.data").joinpath("facts.json").read_text(encoding="utf-8"))
    offices = facts["offices"]
    assert {key for o in offices for key in (o["source"], *o.get("checked", ()))} <= set(facts["sources"])
    assert {e["source"] for kind in ("events", "names", "conflicts") for e in facts[kind]} <= set(facts["sources"])
    for office in offices:
        for holder in office["holders"]:
            named = [day for term in holder["terms"] for day in term if day]
            assert named == sorted(named)
            assert all(end for _, end in holder["terms"][:-1])


@pytest.mark.parametrize(
    ("text", "earliest"),
    [("President Mahamat Idriss Deby said so.", "2021-04-20"), ("Prime Minister Nawaf Salam said so.", "2025-02-08"), ("Foreign Minister Mevlut Cavusoglu said so.", "2014-08-29")],
)
def test_office_holders_of_one_family_are_told_apart(text, earliest):
    assert [h.date for h in office_hints(text) if h.cut == "earliest"] == [earliest]


@pytest.mark.parametrize(
    ("text", "ends"),
    [
        ("They waited for hours. Defense Secretary Robert Gates said so.", {"2006-12-18", "2011-07-01"}),
        ("Twelve were hit since Sunday. Britain's Foreign Secretary William Hague said so.", {"2010-05-12", "2014-07-14"}),
        ("He served under the former U.S. Defense Secretary Robert Gates.", {"2011-07-01"}),
        ("A U.S. Defense Secretary Robert Gates it was not.", set()),
    ],
)
def test_words_of_the_sentence_before_say_nothing_of_an_office(text, ends):
    assert {h.date for h in office_hints(text)} == ends
