"""Every rule by examples: the expression in brackets, its value after the bar."""

from __future__ import annotations

import re
from datetime import date

import pytest

from core.extract.time import recognize
from core.extract.time.rules import GRAMMAR

TUESDAY = date(2015, 11, 17)
MARK = re.compile(r"\[([^|\]]+)\|([^\]]*)\]")


def read(marked: str) -> tuple[str, list[tuple[str, str | None]]]:
    """A marked text as plain text and its expected expressions."""
    return MARK.sub(r"\1", marked), [(m[1], m[2] or None) for m in MARK.finditer(marked)]


def found(text: str, published: date | None = TUESDAY, narrative: bool | None = None) -> list[tuple[str, str | None]]:
    return [(text[f.start : f.end], f.resolved.value) for f in recognize(text, published, narrative=narrative)]


CALENDAR = [
    "It fell on [17 November 2015|2015-11-17] after a siege.",
    "It fell on [Nov. 3|2015-11-03], before dawn prayers.",
    "It fell on [the 3rd of November 2014|2014-11-03], he said.",
    "A truce from [March 5, 1918|1918-03-05] held.",
    "A truce of [Saturday, April 6, 2013|2013-04-06] held.",
    "Posted [2015-11-17T09:30|2015-11-17T09:30] by staff.",
    "Posted [17/11/2015|2015-11-17] by staff, amended [17.11.2015|2015-11-17].",
    "Talks between [May|2005-05] and [June 2005|2005-06] failed.",
    "Clashes of [September 5|2015-09-05]-[7|2015-09-07] killed ten.",
    "Clashes of [5|1939-09-05]-[7 September 1939|1939-09-07] killed ten.",
    "They fought from [15|2015-10-15] to [22 October|2015-10-22] there.",
    "The plan for [2014|2014]-[2015|2015] was dropped.",
    "The [1914|1914]-[18|1918] war ended.",
    "Back in [nineteen ninety-six|1996] he fled.",
    "Back in [the year two thousand|2000] he fled.",
    "In [early 1943|1943] and [late May|2015-05] they advanced.",
    "By [the end of 1943|1943] and [mid-October|2015-10] they advanced.",
    "[Around October|2015-10] the front froze.",
    "Since [last May|2015-05] and until [next March|2016-03] it holds.",
    "By [May of that year|2015-05] it held.",
    "In [the summer of 1944|1944-SU] and [last winter|2014-WI] it held.",
    "[The spring|2015-SP] offensive began.",
    "Output rose in [the third quarter|2015-Q3] and in [the first half of 2014|2014-H1].",
    "Output rose in [the 1988 third quarter|1988-Q3].",
    "It began in [the 1990s|199] and in [the '80s|198] and [the early nineties|199].",
    "A ruler of [the 20th century|19] and of [the 4th century BC|BC03].",
    "In [490 BC|BC0490] and from [499|BC0499] to [493 BC|BC0493] they fought.",
    "[Fiscal 2014|2014] was worse.",
    "On [Christmas Day|2015-12-25] and [Easter 2016|2016-03-27] the guns fell silent.",
    "Shelled on [the night of April 18, 1775|1775-04-18TNI] again.",
    "Named in [1992|1992]: a list; see the ([1993|1993]) report.",
]
RELATIVE = [
    "He spoke [today|2015-11-17], not [yesterday|2015-11-16] or [tomorrow|2015-11-18].",
    "He spoke [the day after tomorrow|2015-11-19] again.",
    "He spoke on [Friday|2015-11-13] and [Earlier Tuesday|2015-11-17] too.",
    "He spoke [last Tuesday|2015-11-10] and will [next Tuesday|2015-11-24].",
    "He spoke [Monday night|2015-11-16TNI] and [this morning|2015-11-17TMO].",
    "Rockets fell [last night|2015-11-16TNI] and [tonight|2015-11-17TNI].",
    "Drones came [overnight|2015-11-16TNI], and [overnight on Friday|2015-11-13TNI].",
    "They left at [4 in the morning|2015-11-17T04:00] and [11 at night|2015-11-17T23:00], not [6:30 in the evening|2015-11-17T18:30].",
    "Held [last week|2015-W46], [this month|2015-11], [next year|2016].",
    "Held [the past two weeks|P2W] and [the next few years|PXY].",
    "Held over [the last 24 hours|PT24H] of fighting.",
    "Begun [14 months ago|2014-09], [three days ago|2015-11-14], [two years ago|2013].",
    "Begun [a year and a half ago|2014-05] near here.",
    "Begun [years ago|PAST_REF] near here.",
    "He said that [a year ago|2014] it began, following [two years|P2Y] of turmoil.",
    "On [Nov. 3|2015-11-03] he fled; [two days later|2015-11-05] he died.",
    "On [Nov. 3|2015-11-03] he fled and [the next day|2015-11-04] died.",
    "On [Nov. 3|2015-11-03] he fled and [that same day|2015-11-03] died.",
    "He fled [late last month|2015-10] or [earlier this year|2015].",
    "It ends by [the end of the year|2015] or [year-end|2015].",
    "It ends over [the weekend|2015-W46-WE] there.",
    "It ends at [5 p.m. EST Friday|2015-11-13T17:00] sharp.",
    "It fell at [10:35 a.m.|2015-11-17T10:35] and [noon|2015-11-17T12:00].",
    "Sales of [the third quarter|2015-Q3] rose from [a year earlier|2014-Q3].",
    "Sales of [the third quarter|2015-Q3] rose; in [the year-ago quarter|2014-Q3] not.",
]
LENGTHS = [
    "It took [two months|P2M] and [a week|P1W].",
    "The plant gives 3 million litres of clean water [a day|P1D], and nine of ten eat one meal [a day|P1D].",
    "A [10-year|P10Y] war and a [year-long|P1Y] siege.",
    "It took [nearly forty years|P40Y] and [several days|PXD].",
    "It took [2 1/2 years|P2Y6M] and [half an hour|PT30M] there.",
    "It took [a minute and a half|PT1M30S] there.",
    "It took [a couple of weeks|P2W] and [twenty-four hours|PT24H].",
    "It took [12 to 18 months|P12M] for [decades|PXDE] of war, or [3-5 years|P3Y].",
    "It took [another seven months|P7M] and [an additional year|P1Y].",
    "They meet [every month|P1M], [daily|P1D], and [each Thursday|XXXX-WXX-4].",
    "They meet [Tuesdays|XXXX-WXX-2] and [every two weeks|P2W].",
    "Flights [per day|P1D] fell.",
]
WORDS = [
    "He is [now|PRESENT_REF] free and [currently|PRESENT_REF] abroad.",
    "He is abroad [these days|PRESENT_REF], and these months too.",
    "It was [recently|PAST_REF] closed, as in [the past|PAST_REF].",
    "It was closed in [recent weeks|PAST_REF] for [the future|FUTURE_REF].",
]


RARE = [
    "It is planned for [the first quarter of next year|2016-Q1], after [week 53 of 2015|2015-W53], not in [week 53 of 2014|].",
    "Posted [May 22, 05:10 PM|2015-05-22T17:10]; and [October 20, 2014, 21:00 ET|2014-10-20T21:00]; hit at [around 23:00 on 6 September|2015-09-06T23:00].",
    "In [week 21|2015-W21] and [week 3 of 2014|2014-W03] it rained. He came at [the dawn of Monday|2015-11-16TMO].",
    "In [the second half of May|2015-05] and [the first half of June 2014|2014-06] it rained, the worst in [a quarter of a century|P25Y].",
    "It is to begin at [noon|2015-11-17T12:00] and last [seven days|P7D], or to last [two further years|P2Y]; in [the last two years|P2Y] it did not.",
    "[Early in the new year|2016] and by [the new year|2016] they left.",
    "On [Easter Sunday|2015-04-05] and [Easter Sunday 2014|2014-04-20] bells rang.",
    "From [16 Nov|2015-11-16] ([1200 UTC|2015-11-16T12:00Z]) to [17 Nov|2015-11-17]: 31 trucks ([Oct|2015-10]), 44 ([Sep|2015-09]).",
    "On [3 November|2015-11-03] he fled. On [the morning of the 5th|2015-11-05TMO] he was seen, in [the early hours of the 7th|2015-11-07TMO] caught.",
    "They came at [midnight|2015-11-17T24:00] and at [5 a.m.|2015-11-18T05:00] again, [every other day|P2D].",
    "They struck at [dawn|2015-10-03TMO] on [3 October|2015-10-03]; in [the last days of 1999|1999] and [the opening weeks of May|2015-05] too.",
    "They vote [a week from Sunday|2015-11-29] and pay [two weeks from today|2015-12-01], not [a week|P1W] from [yesterday|2015-11-16].",
    "They dug through [the night|2015-11-16TNI]. On [Nov. 3|2015-11-03] they fled, and during [the night|2015-11-03TNI] it burned.",
    "He can wait until [next Monday|2015-11-23]. [Six months earlier|2015-05] he could not.",
    "On [5 June 2014|2014-06-05] it began. On [7 June|2014-06-07] it ended, in [July|2014-07] talks began, in [October|2015-10] they end.",
    "On [5 June 2014|2014-06-05] it began.\n\nOn [7 June|2015-06-07] it was [now|PRESENT_REF] over.",
    "In [the week of 1 to 7 November|2015-W44], in [the week of Aug. 3|2015-W32] and [the week ending 7 May 2014|2014-W18] it rained.",
    "In [the week of 30 June to 6 July 2014|2014-W27] it rained.",
    "[Overnight|2015-10-19TNI] on [October 19|2015-10-19] to [20|2015-10-20] and [overnight|2015-11-03TNI] from [3|2015-11-03] to [4 November|2015-11-04] it burned.",
    "They came [overnight|2014-05-03TNI] on [3 May 2014|2014-05-03] and [overnight from Thursday|2015-11-12TNI] to [Friday|2015-11-13].",
    "On [the night of 17-18 July|2015-07-17TNI], [the night between 4 and 5 May 2014|2014-05-04TNI], [the night of July 3-4|2015-07-03TNI] it fell.",
    "On [the night of 30 April to 1 May|2015-04-30TNI] and [the night of June 30 to July 1, 2014|2014-06-30TNI] it fell.",
    "At [0430 on 6 July 1943|1943-07-06T04:30] it began; at [1830 on the 7th|1943-07-07T18:30] it ended, at [0500 hrs|1943-07-07T05:00].",
    "They met [twice a week|P1W], [three times a month|P1M], [once every year|P1Y].",
    "[Two years on|2017], he left, with [two years|P2Y] on the run. On [Nov. 3|2015-11-03] he fell, [the next morning|2015-11-04TMO] he rose.",
    "[The winter of 1916-17|1916-WI], [the winter of 1942/43|1942-WI]; in [1942|1942]/[43|1943] it held.",
    "It fell on [the night of 17/18 July 1943|1943-07-17TNI] and not on [17/18 July|].",
    "It began at [5:34 a.m.|2003-03-20T05:34] Baghdad time on [March 20, 2003|2003-03-20], in [early-to-mid 2003|2003].",
    "In [the first week of November|2015-11] and [the last two weeks of May 2013|2013-05] it rained.",
    "On [the 9th|2015-11-09] the camp was hit, on the 20th anniversary. [The day before|2015-11-08], all was calm; the day before it was not.",
    "On [the 9th|2015-11-09], he fled. In [Q3 2014|2014-Q3] he came back.",
    "In [the coming days|PXD] and [the weeks ahead|PXW] he may.",
    "By [late afternoon|2015-11-17TAF] and [mid-morning|2015-11-17TMO] it cleared.",
    "At [0300 GMT|2015-11-17T03:00Z] and [1500 hours|2015-11-17T15:00] and [8.15 p.m.|2015-11-17T20:15].",
    "In [the 18th|17] and [19th centuries|18] and [the second half of the 1990s|199] it grew.",
    "It struck [around 2:30 a.m. local time|2015-11-15T02:30] ([2330 GMT|2015-11-14T23:30Z]) on [Sunday|2015-11-15].",
    "The bridge fell at [21:15 local time|2015-11-17T21:15] ([1815 GMT|2015-11-17T18:15Z]).",
    "The island was hit at [7 p.m.|2015-11-17T19:00] ([0700 GMT|2015-11-17T07:00Z]).",
    "They met at [the weekend|2015-W46-WE] and want a deal by [the weekend|2015-W47-WE].",
    "It was seen at [2120 GMT|2015-11-17T21:20Z].",
    "Troops moved in before [dawn on Sunday|2015-11-15TMO] and left by [nightfall|2015-11-15TNI].",
    "They crossed in [the afternoon|2015-11-17TAF], with night vision goggles.",
    "Shelling began on [Sunday night|2015-11-15TNI] and stopped at [4 a.m.|2015-11-16T04:00].",
    "[09:10 GMT|2015-11-17T09:10Z] - On [Nov. 3|2015-11-03] it fell.\n\n[08:15|2015-11-17T08:15] - A quiet start.",
    "The truce of [3 August|2015-08-03] held.\n\nTalks broke up at [6 p.m.|2015-11-17T18:00]",
    "Dated [25-Jan-2011|2011-01-25], [11 a.m. on Sept. 5|2015-09-05T11:00].",
    "In [last fall|2014-FA] and [last November|2014-11], [last May|2015-05], [next spring|2016-SP].",
    "In [the year 10000|] it ends.",
    "On [the twenty-first of October|2015-10-21] it fell.",
    "In [480|BC0480] they rowed, as in [490 BC|BC0490] they ran.",
    "In [the three following weeks|P3W] it fell.",
    "In [the year-ago third quarter|2014-Q3] it fell.",
    "In [the 1988 quarter|1988] it fell.",
    "In [the spring of next year|2016-SP] it falls.",
    "In [the third quarter|2015-Q3] it fell; [the latest quarter|2015-Q3] was no better.",
    "For [the year|P1Y] ended [Sept. 30|2015-09-30] and [centuries-long|PXCE] talks.",
]


HISTORY = [
    "The assault began at [0430|1943-07-06T04:30] on [6 July 1943|1943-07-06].",
    "It began on [12 September 1593|1593-09-12] and ended [the following June|1594-06]. The first assault came on [3 October|1593-10-03].",
    "On [6 July 1943|1943-07-06] it began, in [the last week of August|P1W] it ended. [The previous year|1942] they had lost it. In [mid-September|1943-09] they rested.",
    "The [former|PAST_REF] king feared [future|FUTURE_REF] revolts in [present-day|PRESENT_REF] Syria, say [recent|PAST_REF] works.",
    "They moved at [night|XXXX-XX-XXTNI], by [night|XXXX-XX-XXTNI]-marches and [daytime|XXXX-XX-XXTDT] raids.",
    "It was shelled [daily|XXXX-XX-XX], searched [weekly|XXXX-WXX] and taxed [every year|XXXX], [two days|P2D] [per month|P1M].",
    "The boy, [14 years|P14Y] old, was tried as a man of [20 years|P20Y] of age.",
]
"""What is an expression, or another one, in a history only."""


@pytest.mark.parametrize("marked", HISTORY)
def test_a_history_tells_time_by_more_words(marked):
    text, expected = read(marked)
    assert [(text[f.start : f.end], f.resolved.value) for f in recognize(text, TUESDAY, narrative=True)] == expected
    assert len(found(text)) < len(expected) or "daily" in text or "ended" in text or "assault" in text


@pytest.mark.parametrize("marked", CALENDAR + RELATIVE + LENGTHS + WORDS + RARE)
def test_expression_and_value(marked):
    text, expected = read(marked)
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "You may march on if you can.",
        "The boy was 5 years old, a five-year-old child, his uncle aged 25 years.",
        "He counted 1500 men and $1980 in cash.",
        "Flight 1549 and Resolution 2254 were named.",
        "A second attack on the second floor.",
        "Three quarters of the city is in ruins.",
        "Version 3.5.1 of the 5.56 rifle.",
        "Jan Kowalski met August Hanning on Bloody Sunday",
        "The March for Babies, according to March of Dimes",
        "Under resolutions 1970 and 1973 of the council, in the 1300 block, at 1232 Haco Drive",
        "He was in his 30s, it was in the upper 60s, outside office hours",
        "A total of 2015 people and a force of 1990 men",
        "The 2000 refugees and another 1900 of them",
        "He had a spring in his step before the fall of Rome.",
        "It is read in week 1,000 of the show, and in week 54 too.",
        "The ratio was 12:99 and 25:61 at best.",
    ],
)
def test_what_only_looks_like_time(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "mod"),
    [
        ("early 1943", "START"),
        ("the middle of October", "MID"),
        ("late last month", "END"),
        ("about two weeks", "APPROX"),
        ("more than three years", "MORE_THAN"),
        ("less than an hour", "LESS_THAN"),
        ("at least 30 days", "EQUAL_OR_MORE"),
        ("no more than sixty days", "EQUAL_OR_LESS"),
        ("two weeks", None),
    ],
)
def test_modifier(text, mod):
    (hit,) = recognize(f"for {text} there", TUESDAY)
    assert hit.resolved.mod == mod


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("over the last 24 hours", "2015-11-16", "2015-11-17"),
        ("in its two months of operations", "2015-09-17", "2015-11-17"),
        ("in the next few years", "2015-11-17", None),
        ("the past several months", None, "2015-11-17"),
        ("three hours ago", "2015-11-16", "2015-11-17"),
        ("it is now shut", "2015-11-17", "2015-11-17"),
        ("it took two months", None, None),
        ("the week of 1 to 7 November", "2015-11-01", "2015-11-07"),
        ("the week ending 7 May 2014", "2014-05-01", "2014-05-07"),
        ("the second week of March", "2015-03-08", "2015-03-14"),
        ("the last two weeks of May", "2015-05-18", "2015-05-31"),
    ],
)
def test_interval_of_a_length_that_is_anchored(text, begin, end):
    (hit,) = recognize(text, TUESDAY)
    assert (hit.resolved.begin, hit.resolved.end) == (begin, end)


def test_every_rule_has_an_example():
    examples = [*CALENDAR, *RELATIVE, *LENGTHS, *WORDS, *RARE]
    reached = {f.rule for marked in examples for f in recognize(read(marked)[0], TUESDAY)}
    reached |= {f.rule for marked in HISTORY for f in recognize(read(marked)[0], TUESDAY, narrative=True)}
    assert {r.name for r in GRAMMAR.rules} - reached == set()
