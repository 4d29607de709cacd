"""What expressions count from: publication in news, the last date told in a narrative, nothing when unknown."""

from __future__ import annotations

from datetime import date

import pytest

from core.extract.normalize.dates import Moment
from core.extract.time import recognize
from core.extract.time.anchor import Anchor, Tense, moment_of
from core.extract.time.expressions import Calendar, Shift
from core.extract.time.genre import is_narrative

TUESDAY = date(2015, 11, 17)

HISTORY = (
    "The war began on 3 May 1912, when the north rose. In August the capital fell. The river towns were taken in"
    " September 1912. By late October the winter camps stood, and the siege opened on 12 December. In January the"
    " city starved. A relief force set out on 4 February 1913 and was lost two days later. In 1914 talks began;"
    " in March they failed. The treaty of the two powers, declassified in June 1978, was signed in May. The next year the last"
    " garrison left."
)


def values(text: str, published: date | None = TUESDAY, **options) -> list[str | None]:
    return [f.resolved.value for f in recognize(text, published, **options)]


def test_a_narrative_counts_from_the_last_date_told():
    assert values(HISTORY) == [
        "1912-05-03", "1912-08", "1912-09", "1912-10", "1912-WI", "1912-12-12", "1913-01", "1913-02-04", "1913-02-06",
        "1914", "1914-03", "1978-06", "1914-05", "1915",
    ]  # fmt: skip


def test_a_history_needs_no_date_of_publication():
    assert values(HISTORY, None) == values(HISTORY)


def test_the_same_words_in_news_count_from_publication():
    text = "Troops left in August, he said Monday. In January talks failed."
    assert values(text, tense_at=lambda _: "past") == ["2015-08", "2015-11-16", "2015-01"]


def test_news_about_history_stays_news():
    text = "The 1975 war ended in 1990, he said Tuesday. A blast on Friday hurt ten; another last week, one in 2013."
    assert values(text)[2:5] == ["2015-11-17", "2015-11-13", "2015-W46"]


def test_days_are_not_counted_from_a_year_in_news():
    assert values("It has grown since late 2014. A week earlier it stood at ten.") == ["2014", "2015-W46"]
    assert values("It grew in May 2014. Two months later it fell.") == ["2014-05", "2014-07"]


def test_genre_by_its_signals():
    told = [Calendar(year=1912, month=m) for m in range(1, 7)]
    assert is_narrative(told, TUESDAY)
    assert is_narrative(told, None)
    assert not is_narrative(told[:3], None)
    assert not is_narrative([Calendar(year=2015, month=m) for m in range(1, 7)], TUESDAY)
    assert not is_narrative([*told, *[Calendar(weekday=2), Shift(1, "D", -1, "published")] * 2], TUESDAY)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He left yesterday.", "XXXX-XX-XX"),
        ("He left on Friday.", "XXXX-WXX-5"),
        ("He left on Oct. 31.", "XXXX-10-31"),
        ("He left in October.", "XXXX-10"),
        ("He left last week.", "XXXX-WXX"),
        ("He left last month.", "XXXX-XX"),
        ("He left last year.", "XXXX"),
        ("He left 14 months ago.", "XXXX-XX"),
        ("He left last summer.", "XXXX-SU"),
        ("He left in the third quarter.", "XXXX-Q3"),
        ("He left over the weekend.", "XXXX-WXX-WE"),
        ("He left on Thanksgiving Day.", None),
        ("He left last night.", "XXXX-XX-XXTNI"),
        ("He is now abroad.", "PRESENT_REF"),
        ("He left for the past two weeks.", "P2W"),
        ("He left in the eighties.", "XX8"),
    ],
)
def test_without_publication_the_unknown_stays_unknown(text, value):
    (found,) = recognize(text, None)
    assert found.resolved.value == value
    assert (found.resolved.begin, found.resolved.end, found.resolved.precision) == (None, None, None)


@pytest.mark.parametrize(
    ("tense", "weekday", "month"),
    [("past", "2015-11-13", "2015-01"), ("future", "2015-11-20", "2016-01"), (None, "2015-11-13", "2016-01")],
)
def test_tense_decides_where_a_bare_name_points(tense: Tense | None, weekday: str, month: str):
    text = "It falls on Friday or in January."
    assert values(text, tense_at=lambda _: tense) == [weekday, month]


def test_the_weekday_of_publication_is_that_day():
    assert values("He said Tuesday.") == ["2015-11-17"]
    assert values("He said last Tuesday.") == ["2015-11-10"]


def test_a_day_without_year_is_the_nearest():
    assert values("On Dec. 30 and Jan. 2 and June 30.") == ["2015-12-30", "2016-01-02", "2015-06-30"]
    assert values("Feb. 29 was free.", date(2013, 1, 5)) == ["2012-02-29"]


def test_before_christ_later_is_nearer():
    text = "In 492 BC they sailed. The following year envoys came. In 490 BC they landed, in 489 BC they left, in 487 BC died."
    assert values(text, None)[:3] == ["BC0492", "BC0491", "BC0490"]


def test_what_a_value_tells():
    assert moment_of("1944-06-06T05:30") == Moment(1944, 6, 6)
    assert moment_of("BC0490-09") == Moment(-490, 9)
    assert moment_of("2015-W47") == Moment(2015, 11)
    assert moment_of("2015-SU") == Moment(2015)
    assert moment_of("1942-05-XX") == Moment(1942, 5)
    for nothing in (None, "", "PAST_REF", "P2M", "XXXX-10", "199"):
        assert moment_of(nothing) is None


def test_a_year_named_in_passing_does_not_move_the_story():
    anchor = Anchor(None, narrative=True)
    anchor.tell("1788-12-05", explicit=False)
    anchor.tell("1614", explicit=True)
    assert anchor.running_year(12) == 1788
    anchor.tell("1614", explicit=True)
    assert anchor.running_year(12) == 1614


def test_a_year_that_opens_a_sentence_moves_the_story():
    anchor = Anchor(None, narrative=True)
    anchor.tell("1788-12-05", explicit=False)
    anchor.opens = True
    anchor.tell("1789", explicit=True)
    assert anchor.running_year(7) == 1789


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On 6 July 1943 it began. On the 8th they crossed, and in August they rested.", ["1943-07-06", "1943-07-08", "1943-08"]),
        ("On 6 July 1943 it began. On Tuesday they crossed, and in August they rest.", ["1943-07-06", "XXXX-WXX-2", "XXXX-08"]),
        ("Since 1943 it is dry. In August it rains.", ["1943", "XXXX-08"]),
    ],
)
def test_without_a_date_of_its_own_a_text_goes_on_from_a_full_date_unless_it_speaks_from_a_day(text, values):
    assert [f.resolved.value for f in recognize(text, None)] == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On 5 June 1942 they crossed. In the spring of 1943 they came again, and in August they won.", ["1942-06-05", "1943-SP", "1943-08"]),
        ("Between 3 and 5 May 46 died. It changed hands in March 2012 and in June 2014.", ["2023-05-03", "2023-05-05", "2012-03", "2014-06"]),
        ("On 5 June 1942 they crossed, in 1943 again, and on Friday they met.", ["1942-06-05", "1943", "2023-05-12"]),
    ],
)
def test_a_short_history_begins_with_a_year_and_speaks_from_no_day(text, values):
    assert [f.resolved.value for f in recognize(text, date(2023, 5, 17))] == values
