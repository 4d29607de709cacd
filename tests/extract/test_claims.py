"""Numeric claims: what is counted, whether it happened, when, and who says so."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest
import spacy
from spacy.tokens import Doc

from core.extract.claiming.category import category_of
from core.extract.claiming.saying import Said, Speakers
from core.extract.claiming.status import status_of
from core.extract.claiming.window import window_of
from core.extract.components.claims import find_claims
from core.extract.components.quantities import find_quantities
from core.extract.pipeline import enrich
from core.extract.speech.chains import chain
from core.records import Article, Attribution, Claim, Quantity, Timex

VOCAB = spacy.blank("en").vocab


def make(rows: str) -> Doc:
    """A Doc of lines ``word tag dep head``; heads are token numbers."""
    table = [row.split() for row in rows.strip().splitlines()]
    words, tags, deps, heads = zip(*table, strict=True)
    return Doc(VOCAB, words=words, tags=tags, deps=deps, heads=[int(h) for h in heads])


def count(**fields: Any) -> Quantity:
    return Quantity(id="q", start_char=0, end_char=1, text="", rule=fields.pop("rule", "number.digits"), **fields)


KILLED = """
Gunmen  NNS nsubj 1
killed  VBD ROOT 1
nine    CD nummod 3
guards  NNS dobj 1
and     CC cc 1
wounded VBD conj 1
30      CD nummod 7
others  NNS dobj 5
"""


def test_the_verb_says_what_happened_to_its_object():
    doc = make(KILLED)
    assert category_of(doc, count(value=9), 2, 3, None) == "fatalities"
    assert category_of(doc, count(value=30), 6, 7, None) == "injuries"


def test_who_kills_is_counted_as_personnel():
    doc = make(KILLED.replace("Gunmen  NNS nsubj 1", "gunmen  NNS nsubj 1"))
    assert category_of(doc, count(value=3), 0, 0, None) == "personnel"


@pytest.mark.parametrize(
    ("unit", "category"),
    [
        ("percent", "share"),
        ("USD", "money"),
        ("kilometer", "distance"),
        ("kilometer ** 2", "area"),
        ("hectare", "area"),
        ("kilometer / hour", "speed"),
        ("knot", "speed"),
        ("kilogram", "other"),
    ],
)
def test_a_unit_says_the_category_itself(unit, category):
    assert category_of(make("98 CD ROOT 0"), count(value=98, unit=unit), 0, None, None) == category


def test_a_fraction_is_a_share():
    assert category_of(make("half CD ROOT 0"), count(value=0.5, rule="number.fraction"), 0, None, None) == "share"


PLANNED = """
They VBP nsubj 1
plan VBP ROOT 1
to   TO aux 3
send VB xcomp 1
500  CD nummod 5
men  NNS dobj 3
"""


@pytest.mark.parametrize(
    ("rows", "at", "category", "status"),
    [
        (KILLED, 3, "fatalities", "done"),
        (PLANNED, 5, "personnel", "planned"),
        (PLANNED.replace("plan ", "want "), 5, "personnel", "hypothetical"),
        ("They PRP nsubj 2\nwill MD aux 2\nsend VB ROOT 2\n500 CD nummod 4\nmen NNS dobj 2", 4, "personnel", "planned"),
        ("They PRP nsubj 2\ncould MD aux 2\nsend VB ROOT 2\n500 CD nummod 4\nmen NNS dobj 2", 4, "personnel", "hypothetical"),
        ("They PRP nsubj 3\ndid VBD aux 3\nnot RB neg 3\nsend VB ROOT 3\n500 CD nummod 5\nmen NNS dobj 3", 5, "personnel", "denied"),
        ("They PRP nsubj 2\nare VBP aux 2\nsending VBG ROOT 2\n500 CD nummod 4\nmen NNS dobj 2", 4, "personnel", "ongoing"),
        ("They PRP nsubj 1\nhave VBP ROOT 1\n500 CD nummod 3\nmen NNS dobj 1", 3, "personnel", "ongoing"),
        ("Bombs NNS nsubj 1\nkill VBP ROOT 1\n500 CD nummod 3\nmen NNS dobj 1", 3, "fatalities", "done"),
        ("500 CD nummod 1\nmen NNS ROOT 1", 1, "personnel", "done"),
    ],
)
def test_tense_modality_and_negation_say_whether_it_happened(rows, at, category, status):
    assert status_of(make(rows), at, category, reported=False) == status


def test_would_in_reported_speech_is_the_future():
    doc = make("They PRP nsubj 2\nwould MD aux 2\nsend VB ROOT 2\n500 CD nummod 4\nmen NNS dobj 2")
    assert status_of(doc, 4, "personnel", reported=True) == "planned"
    assert status_of(doc, 4, "personnel", reported=False) == "hypothetical"


def timex(text: str, words: str, value: str, **fields: Any) -> Timex:
    start = text.index(words)
    return Timex(id=words, start_char=start, end_char=start + len(words), text=words, rule="r", type=fields.pop("type", "DATE"), value=value, **fields)


@pytest.mark.parametrize(
    ("text", "words", "value", "window"),
    [
        ("It made 90 raids since 2014-09 began", "2014-09", "2014-09", ("2014-09", "2015-11-17")),
        ("It made 90 raids on Monday", "Monday", "2015-11-16", ("2015-11-16", "2015-11-16")),
        ("It made 90 raids by Monday", "Monday", "2015-11-16", (None, "2015-11-16")),
        ("It has made 90 raids now", "now", "PRESENT_REF", (None, "2015-11-17")),
        ("It made 90 raids, he said Monday", "Monday", "2015-11-16", (None, None)),
        ("It made 90 raids once", "once", "PAST_REF", (None, None)),
    ],
)
def test_the_window_comes_from_the_calendar_words_near_by(text, words, value, window):
    start = text.index("90")
    assert window_of(text, (start, start + 8), (0, len(text)), [timex(text, words, value)], "done", "2015-11-17") == window


def test_a_date_after_a_sentence_that_says_is_no_date_of_saying():
    text = "It did, he said. In May it made 90 raids"
    assert window_of(text, (32, 40), (17, len(text)), [timex(text, "May", "2015-05")], "done", None) == ("2015-05", "2015-05")


def test_two_dates_with_between_bound_the_window():
    text = "Between 2011 and 2015 it made 90 raids"
    years = [timex(text, "2011", "2011"), timex(text, "2015", "2015")]
    assert window_of(text, (30, 38), (0, len(text)), years, "done", None) == ("2011", "2015")


def test_a_duration_gives_the_interval_that_it_stands_for():
    text = "It made 90 raids over the last day"
    day = timex(text, "the last day", "P1D", type="DURATION", interval_begin="2015-11-16", interval_end="2015-11-17")
    assert window_of(text, (8, 16), (0, len(text)), [day], "done", None) == ("2015-11-16", "2015-11-17")


def test_a_week_that_begins_before_the_calendar_has_no_begin():
    text = "It made 90 raids in the week ending Monday"
    assert window_of(text, (8, 16), (0, len(text)), [timex(text, "Monday", "0001-01-03")], "done", None) == (None, "0001-01-03")


def said(*contents: tuple[int, int], **fields: Any) -> Attribution:
    return Attribution(id=str(contents), start_char=contents[0][0], end_char=contents[-1][1], text="", rule="r", content=contents, **fields)


def test_the_innermost_speaker_states_the_number():
    outer, inner = said((0, 100), speaker="Reuters"), said((20, 60), speaker="an official")
    who = Said([outer, inner])
    assert [a.speaker if (a := who.over(at, at + 5)) else None for at in (5, 30, 70, 200)] == ["Reuters", "an official", "Reuters", None]


def test_it_came_through_whoever_was_told_and_who_quotes_them():
    assert chain(said((0, 1), addressee="CNN", via=("Reuters",))) == ("CNN", "Reuters")
    assert chain(said((0, 1), addressee="reporters")) == ()


def test_a_number_in_the_name_of_a_source_is_known_by_its_place():
    spans = Speakers([said((50, 90), source=((10, 30),))])
    assert [spans.hold(at) for at in (5, 10, 29, 30)] == [False, True, True, False]


def claims(nlp: Any, text: str, published: str = "2024-05-10") -> list[Claim]:
    (enriched,) = enrich(nlp, [Article(id="a", text=text, published=published)])
    return list(enriched.claims)


def brief(found: list[Claim]) -> list[tuple[Any, ...]]:
    return [(c.text, c.category, c.status) for c in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gunmen killed nine policemen and wounded 30 others on Sunday.", [("nine policemen", "fatalities", "done"), ("30 others", "injuries", "done")]),
        ("The shelling left seven people dead, among them three medics.", [("seven people", "fatalities", "done"), ("three medics", "fatalities", "done")]),
        ("Rebels seized 12 villages and two tanks.", [("12 villages", "territory", "done"), ("two tanks", "equipment", "done")]),
        ("Police arrested at least 40 protesters.", [("at least 40 protesters", "detained", "done")]),
        ("Some 15,000 families have fled the town.", [("Some 15,000 families", "displaced", "done")]),
        ("The army will send 500 more soldiers to the north.", [("500 more soldiers", "personnel", "planned")]),
        ("Jets carried out 20 airstrikes overnight.", [("20 airstrikes", "strikes", "done")]),
        ("Civilian deaths were 265 in May.", [("265", "fatalities", "done")]),
        ("The militia lost 8,000 wounded and 500 captured.", [("8,000", "injuries", "done"), ("500", "detained", "done")]),
        ("On Sunday 22 migrants were found dead.", [("22 migrants", "fatalities", "done")]),
        ("At least 43 miners are believed to have been killed.", [("At least 43 miners", "fatalities", "done")]),
        ("He was tried for the killing of eight civilians.", [("eight civilians", "fatalities", "done")]),
        ("The bombing wounded 14 people, four of them critically.", [("14 people", "injuries", "done"), ("four", "injuries", "done")]),
        ("They shot down 29 of 34 Shahed drones.", [("29", "equipment", "done"), ("34 Shahed drones", "equipment", "done")]),
        ("The group has attacked ships more than 100 times.", [("more than 100 times", "strikes", "done")]),
        ("Russia attacked the city with 55 missiles.", [("55 missiles", "strikes", "done")]),
        ("The camp hosts 100,000 displaced people.", [("100,000 displaced people", "displaced", "ongoing")]),
        ("The alliance raised its troops from 1,000 to 4,000.", [("1,000", "personnel", "done"), ("4,000", "personnel", "done")]),
        ("The camp shelters 9,000 people.", [("9,000 people", "displaced", "ongoing")]),
        ("Three children were missing.", [("Three children", "missing", "ongoing")]),
        ("The group controls 15 villages.", [("15 villages", "territory", "ongoing")]),
        ("One soldier was killed.", [("One soldier", "fatalities", "done")]),
    ],
)
def test_claims_are_read_with_category_and_status(nlp, text, expected):
    assert brief(claims(nlp, text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The Tu-160 bombers and Flight 9268 were named in Resolution 2254.",
        "She left 14 months ago and spoke for 24 hours.",
        "Hamid, 34, is a farmer.",
        "The first man came in third.",
        "It was the wrong one.",
        "He pointed to several factors.",
        "The two sides met.",
        "A nine-storey building stood there.",
        "Two officials said the talks had failed.",
        "They fired 155mm howitzers.",
        "They dropped a 500-pound bomb.",
        "It was one of the attackers.",
        "The 2014 protests were large.",
    ],
)
def test_what_is_no_claim_is_left_out(nlp, text):
    assert claims(nlp, text) == []


def test_a_claim_knows_its_speaker_place_and_quantity(nlp):
    (claim,) = claims(nlp, "At least 20 civilians were killed in Aleppo on Tuesday, a Syrian official said.")
    assert (claim.value, claim.low, claim.high, claim.modifier) == (20, 20, None, "at_least")
    assert claim.counted == "civilians"
    assert "official" in (claim.speaker or "")
    assert (claim.window_begin, claim.window_end) == ("2024-05-07", "2024-05-07")
    assert claim.toponym_id
    assert claim.attribution_id
    assert claim.quantity_id


def test_the_seed_article_has_its_four_claims(nlp):
    from tests.extract.test_gold_articles import TESTS

    path = next((TESTS.parent / "seeds").glob("*.txt"))
    found = claims(nlp, path.read_text(encoding="utf-8"), "2015-11-17")
    assert [(c.text, c.category, c.status) for c in found] == [
        ("around 8,000 airstrikes", "strikes", "done"),
        ("75 percent", "share", "done"),
        ("the other remaining 98 km", "distance", "planned"),
        ("hundreds of millions of dollars", "money", "planned"),
    ]
    assert [(c.window_begin, c.window_end) for c in found] == [("2014-09", "2015-11-17"), (None, "2015-11-17"), (None, None), ("2015-11-17", None)]
    assert [c.unit for c in found] == [None, "percent", "kilometer", "USD"]


@pytest.mark.parametrize("text", ["", "12", "12 12 12", "killed 1e999 people", '"' * 500 + "12 dead", "12 " * 500])
def test_odd_texts_never_raise(text):
    assert list(find_claims(spacy.blank("en").make_doc(text))) == []


def test_claims_of_an_unparsed_doc_never_raise():

    doc = spacy.blank("en").make_doc("They killed nine people and took 3 of 5 towns, 12% of it.")
    doc.user_data["dateline.quantities"] = [msgspec.to_builtins(q) for q in find_quantities(doc)]
    assert all(c.value is not None for c in find_claims(doc))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A 6,000-strong force entered the city.", [("6,000-strong force", "personnel", "done")]),
        ("A battalion of 800 was sent to the border.", [("800", "personnel", "done")]),
        ("The hospital treats 80 to 100 wounded daily.", [("80 to 100", "injuries", "ongoing")]),
        ("The group holds 51 hostages, 20 of whom are believed alive.", [("51 hostages", "detained", "ongoing"), ("20", "detained", "ongoing")]),
        ("The number of dead is in the low hundreds.", [("hundreds", "fatalities", "done")]),
        ("The unit reported 12 KIA and 30 WIA.", [("12 KIA", "fatalities", "done"), ("30 WIA", "injuries", "done")]),
        ("A 155mm howitzer shell costs between $3,000 and $8,000.", [("between $3,000 and $8,000", "money", "done")]),
    ],
)
def test_forms_of_counts_in_reports(nlp, text, expected):
    assert brief(claims(nlp, text)) == expected


def test_more_than_the_number_before_is_no_part_of_it(nlp):
    (_, missiles, *rest) = claims(nlp, "They launched 88 drones and five missiles, of which 62 were downed.")
    assert missiles.counted == "missiles"
    assert all(c.counted != "missiles" for c in rest)
