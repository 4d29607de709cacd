"""Relayed, announced and withheld speech as agencies write it, through the model."""

from __future__ import annotations

import time

import pytest

from core.extract.dateline import stamp_end
from core.extract.pipeline import enrich
from core.records import Article, Attribution


@pytest.fixture(scope="module")
def says(nlp):
    def run(text: str) -> list[Attribution]:
        return list(next(iter(enrich(nlp, [Article(id="a", text=text)]))).attributions)

    return run


def said(text: str, found: list[Attribution]) -> list[tuple[str, list[str]]]:
    return [(a.text, [text[s:e] for s, e in a.source]) for a in found]


@pytest.mark.parametrize(
    ("text", "content", "speaker", "via"),
    [
        ("Two men drowned in the harbour, the Mena agency quoted a doctor as saying.", "Two men drowned in the harbour", "a doctor", ("the Mena agency",)),
        ("Radio Sol, citing the mayor, said three boats were missing.", "three boats were missing", "mayor", ("Radio Sol",)),
        ("The Gazette said the depot had burned down, citing a diplomat.", "the depot had burned down", "a diplomat", ("The Gazette",)),
    ],
)
def test_whom_a_paper_quotes_speaks_and_the_paper_carries(says, text, content, speaker, via):
    (a,) = says(text)
    assert (a.text, a.via) == (content, via)
    assert speaker in (a.speaker or "")


def test_both_whom_a_paper_cites_and_the_paper_are_named_in_the_source(says):
    text = "Radio Sol, citing a diplomat, said three boats were missing."
    assert said(text, says(text)) == [("three boats were missing", ["Radio Sol", "a diplomat"])]


def test_what_is_cited_as_a_fact_stays_said(says):
    text = "Haddad said the road was unsafe, citing the rains."
    assert any("the rains" in content for content, _ in said(text, says(text)))


@pytest.mark.parametrize(
    "text",
    [
        "The ministry declined to comment.",
        "Colonel Ortiz did not say how many of her men were hurt.",
        "The mayor refused to say whether the bridge would open.",
        "The truce was declared in May.",
        "The army said nothing.",
        "Observers counted 31 trucks on the road.",
        "The patrol recorded nine explosions near the dam.",
        "On Tuesday soldiers began to clear the road.",
    ],
)
def test_what_was_not_said_is_no_statement(says, text):
    assert says(text) == []


def test_a_negative_belief_is_a_statement(says):
    (a,) = says("The colonel does not believe that the bridge will open.")
    assert (a.text, a.polarity) == ("that the bridge will open", "negative")


def test_a_warning_on_a_day_has_its_clause(says):
    text = "The food agency warned last week that 4,000 people in the north face famine."
    assert said(text, says(text)) == [("that 4,000 people in the north face famine", ["The food agency"])]


def test_the_clause_told_to_somebody_says_nothing_of_where_they_live(says):
    text = "Omar Haddad informed residents of two villages that they should leave."
    assert said(text, says(text)) == [("that they should leave", ["Omar Haddad"])]


def test_what_a_clause_that_is_reported_as_a_whole_announces_is_part_of_it(says):
    text = "The envoy had offered to mediate; the rebels replied that they were willing, the state radio reported."
    (a,) = says(text)
    assert a.text.endswith("the rebels replied that they were willing")
    assert a.speaker == "the state radio"


def test_a_clause_is_announced_to_somebody(says):
    text = "Her cousin wrote to her on the eve of the closure that shops were running out of flour."
    assert said(text, says(text)) == [("that shops were running out of flour", ["Her cousin"])]


def test_a_single_word_keeps_both_its_marks(says):
    text = 'A source in the ministry, quoted by Interfax, blamed "provocateurs" and hinted that more guards could come.'
    assert ('"provocateurs"', ["A source in the ministry"]) in said(text, says(text))


def test_a_dateline_with_accents_is_said_by_nobody(says):
    (a,) = says("CÓRDOBA, Argentina (Own desk) - Six boats were found on Monday, the coast guard announced.")
    assert a.text.startswith("Six boats")


def test_what_is_put_at_a_number_is_said_with_it(says):
    text = "The union puts the need at between 30 and 40 million, and growers estimate their losses at 3 million euros."
    assert said(text, says(text)) == [
        ("the need at between 30 and 40 million", ["The union"]), ("their losses at 3 million euros", ["growers"]),
    ]  # fmt: skip


def test_what_was_found_out_is_said(says):
    text = "The patrol observed that nine guns were missing."
    assert said(text, says(text)) == [("that nine guns were missing", ["The patrol"])]


def test_a_time_is_nobody_that_a_pronoun_stands_for(says):
    text = "It differs from statements in the past, which said that the dam was safe."
    assert not any("past" in words for _, source in said(text, says(text)) for words in source)


def test_the_question_of_nobody_is_no_statement(says):
    text = "Asked whether the focus on the dam could delay the road, Haddad said it would be built."
    assert [content for content, _ in said(text, says(text))] == ["it would be built"]


def test_who_disputes_it_is_no_part_of_what_the_first_said(says):
    text = "A blogger claimed that the brigade had taken the hill, but another analyst disputed this."
    assert said(text, says(text)) == [("that the brigade had taken the hill", ["A blogger"]), ("this", ["another analyst"])]


def test_a_relative_pronoun_stands_beside_the_name_it_stands_for(says):
    text = "They asked Salma Rahal, who thinks that the dam will hold."
    assert ("that the dam will hold", ["Salma Rahal", "who"]) in said(text, says(text))


def test_an_abbreviation_keeps_its_full_stop(says):
    found = says("Most families had left by 6 p.m., the mayor said. The convoy moved at 7 a.m., he added.")
    assert [a.text for a in found] == ["Most families had left by 6 p.m.", "The convoy moved at 7 a.m."]


def test_the_time_of_an_entry_is_said_by_nobody(says):
    (a,) = says("14:20 GMT - Nine ships have turned back, according to the port office.")
    assert a.text == "Nine ships have turned back"


def test_a_stamp_stands_at_the_head_of_a_line():
    assert stamp_end("09:40 - The port is shut", 0) == len("09:40 - ")
    assert stamp_end("At 09:40 - the port shut", 3) == 0


def test_many_announcements_take_linear_time(says):
    start = time.perf_counter()
    says("The mayor warned late on Monday that it " * 2_000)
    assert time.perf_counter() - start < 30
