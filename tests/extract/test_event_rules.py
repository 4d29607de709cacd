"""The rules of events on hand-made parses."""

from __future__ import annotations

import pytest
from spacy.tokens import Doc

from core.extract.components.events import find_events
from core.extract.happenings.modality import Modality
from core.extract.happenings.parse import Parse
from core.records import Event
from tests.extract.clause_docs import VOCAB, parsed, put, put_place, put_timex

BOMBED = """
Jets NNS nsubj bombed
bombed VBD ROOT bombed
Homs NNP dobj bombed
on IN prep bombed
Monday NNP pobj on
. . punct bombed
"""


def only(doc) -> Event:
    (event,) = (e for e in find_events(doc) if e.clock != "printed")
    return event


def none(doc) -> bool:
    return all(e.clock == "printed" for e in find_events(doc))


def test_a_dated_and_placed_clause_is_an_event():
    doc = parsed(BOMBED)
    timex, place = put_timex(doc, "Monday", "2015-11-16", "2015-11-16"), put_place(doc, "Homs")
    entity = put(doc, "entities", "Jets", label="ORG", entity="Jets")
    event = only(doc)
    assert (event.lemma, event.category, event.clock) == ("bomb", "Explosions/Remote violence", "happened")
    assert (event.interval_begin, event.interval_end, event.precision) == ("2015-11-16", "2015-11-16", "day")
    assert (event.timex_id, event.toponym_ids, event.entity_ids) == (timex, (place,), (entity,))
    assert doc.text[event.trigger[0] : event.trigger[1]] == "bombed"
    assert doc.text[event.start_char : event.end_char] == "Jets bombed Homs on Monday"
    assert event.rule == "event.verb.lexicon/timex"


def test_an_undated_event_of_the_lexicon_is_listed_as_undated():
    event = only(parsed(BOMBED, published="2015-11-17"))
    assert (event.interval_begin, event.interval_end, event.timex_id, event.precision) == (None, None, None, None)
    assert event.rule.endswith("/undated")


def test_a_date_that_has_no_interval_is_named_and_left_open():
    doc = parsed(BOMBED)
    timex = put_timex(doc, "Monday", None, None, None)
    event = only(doc)
    assert (event.timex_id, event.interval_begin, event.rule) == (timex, None, "event.verb.lexicon/unresolved")


def test_a_weekday_of_an_article_of_a_known_week_keeps_that_interval():
    doc = parsed(BOMBED, published_earliest="2015-11-17", published_latest="2015-11-20", published_basis="inferred")
    put_timex(doc, "Monday", None, None, None, value="XXXX-WXX-1")
    event = only(doc)
    assert (event.interval_begin, event.interval_end, event.precision) == ("2015-11-11", "2015-11-20", "vague")


def test_an_actor_is_no_place():
    doc = parsed(BOMBED)
    put_place(doc, "Homs", role="actor")
    assert only(doc).toponym_ids == ()


def test_a_date_after_publication_is_a_plan_unless_told_as_past():
    ahead = parsed(BOMBED.replace("bombed VBD", "bombed VBP"), published="2015-11-10")
    put_timex(ahead, "Monday", "2015-11-16", "2015-11-16")
    assert (only(ahead).clock, only(ahead).interval_begin) == ("planned", "2015-11-16")
    told = parsed(BOMBED, published="2015-11-10")
    put_timex(told, "Monday", "2015-11-16", "2015-11-16")
    assert (only(told).clock, only(told).interval_begin) == ("happened", None)


@pytest.mark.parametrize(
    ("aux", "clock", "begin"), [("will", "planned", "2015-11-17"), ("would", "planned", "2015-11-17"), ("did", "happened", None)]
)
def test_auxiliaries_tell_plans_from_facts(aux, clock, begin):
    doc = parsed(f"Jets NNS nsubj bomb\n{aux} MD aux bomb\nbomb VB ROOT bomb\nHoms NNP dobj bomb", published="2015-11-17")
    event = only(doc)
    assert (event.clock, event.interval_begin) == (clock, begin)


@pytest.mark.parametrize("words", ["did VBD aux\nnot RB neg", "could MD aux\nnow RB advmod", "might MD aux\nyet RB advmod"])
def test_what_did_not_happen_is_no_event(words):
    first, second = (f"{line} bomb" for line in words.splitlines())
    doc = parsed(f"Jets NNS nsubj bomb\n{first}\n{second}\nbomb VB ROOT bomb\nHoms NNP dobj bomb")
    assert none(doc)


def test_a_condition_is_no_event():
    doc = parsed("If IN mark bomb\njets NNS nsubj bomb\nbomb VBP advcl leave\nHoms NNP dobj bomb\nthey PRP nsubj leave\nleave VBP ROOT leave")
    assert none(doc)


SAID = """
Rebels NNS nsubj shelled
shelled VBD ccomp said
Homs NNP dobj shelled
, , punct said
officials NNS nsubj said
said VBD ROOT said
Monday NNP npadvmod said
"""


def test_saying_has_its_own_clock_and_bounds_what_is_told():
    doc = parsed(SAID)
    timex = put_timex(doc, "Monday", "2015-11-16", "2015-11-16")
    attribution = put(doc, "attributions", "Rebels shelled Homs", content=[(0, 19)], cue=[(doc.text.index("said"), doc.text.index("said") + 4)])
    shelled, said = find_events(doc)
    assert (said.clock, said.interval_begin, said.category, said.attribution_id) == ("said", "2015-11-16", None, None)
    assert (shelled.clock, shelled.interval_begin, shelled.interval_end) == ("happened", None, "2015-11-16")
    assert (shelled.precision, shelled.timex_id, shelled.attribution_id) == ("vague", timex, attribution)


def test_saying_without_date_or_figure_is_left_to_the_attributions():
    assert [e.lemma for e in find_events(parsed(SAID))] == ["shell"]


def test_saying_a_figure_is_an_event_with_the_claim():
    doc = parsed(SAID, published="2015-11-17")
    at = doc.text.index("said")
    attribution = put(doc, "attributions", "Rebels shelled Homs", content=[(0, 19)], cue=[(at, at + 4)])
    claim = put(doc, "claims", "Homs", attribution_id=attribution)
    events = {e.lemma: e for e in find_events(doc)}
    assert events["say"].claim_ids == (claim,)
    assert (events["say"].interval_begin, events["say"].interval_end) == (None, "2015-11-17")
    assert events["shell"].claim_ids == (claim,)


LAUNCHED = """
Jets NNS nsubj appear
appear VBP ROOT appear
to TO aux launched
have VB aux launched
launched VBN xcomp appear
a DT det wave
wave NN dobj launched
of IN prep wave
strikes NNS pobj of
in IN prep strikes
Syria NNP pobj in
"""


def test_a_light_verb_takes_type_and_place_of_its_noun():
    doc = parsed(LAUNCHED)
    place = put_place(doc, "Syria")
    event = only(doc)
    assert (event.lemma, event.category, event.toponym_ids) == ("launch", "Explosions/Remote violence", (place,))
    assert doc.text[event.start_char : event.end_char] == doc.text


def test_a_dated_noun_is_an_event_by_itself():
    doc = parsed("They PRP nsubj condemned\ncondemned VBD ROOT condemned\nthe DT det bombing\nMay NNP nmod bombing\nbombing NN dobj condemned\nof IN prep bombing\nHoms NNP pobj of")
    put_timex(doc, "May", "2015-05-01", "2015-05-31", "month")
    event = only(doc)
    assert (event.lemma, event.interval_begin, event.precision) == ("bombing", "2015-05-01", "month")
    assert doc.text[event.start_char : event.end_char] == "the May bombing of Homs"


def test_a_participle_shares_the_date_of_its_clause():
    doc = parsed("Rebels NNS nsubj shelled\nshelled VBD ROOT shelled\nHoms NNP dobj shelled\nMonday NNP npadvmod shelled\n, , punct shelled\nkilling VBG advcl shelled\nsoldiers NNS dobj killing")
    put_timex(doc, "Monday", "2015-11-16", "2015-11-16")
    shelled, killing = find_events(doc)
    assert (killing.category, killing.interval_begin, killing.rule) == ("Battles", "2015-11-16", "event.verb.lexicon/shared")
    assert shelled.interval_begin == killing.interval_begin


@pytest.mark.parametrize(
    ("preposition", "begin", "end"),
    [("on", "2015-11-16", "2015-11-16"), ("since", "2015-11-16", "2015-12-01"), ("before", None, "2015-11-16"), ("after", "2015-11-16", None), ("until", None, "2015-11-16")],
)
def test_the_preposition_says_which_side_is_known(preposition, begin, end):
    doc = parsed(BOMBED.replace("on IN", f"{preposition} IN").replace("pobj on", f"pobj {preposition}"), published="2015-12-01")
    put_timex(doc, "Monday", "2015-11-16", "2015-11-16")
    event = only(doc)
    assert (event.interval_begin, event.interval_end) == (begin, end)


def test_a_tale_goes_on_from_the_last_date_told_and_not_from_now():
    words = "Jets NNS nsubj bombed\nbombed VBD ROOT bombed\nHoms NNP dobj bombed\nMay NNP npadvmod bombed\nRebels NNS nsubj shelled\nshelled VBD ROOT shelled\nHama NNP dobj shelled"
    told = parsed(words)
    put_timex(told, "May", "2015-05-01", "2015-05-31", "month")
    _, shelled = find_events(told)
    assert (shelled.interval_begin, shelled.interval_end, shelled.precision) == ("2015-05-01", "2015-05-31", "vague")
    assert shelled.rule == "event.verb.lexicon/flow"
    now = parsed(words.replace("npadvmod", "advmod"))
    put_timex(now, "May", "2015-05-01", "2015-05-01", value="PRESENT_REF")
    assert [e.interval_begin for e in find_events(now)] == ["2015-05-01", None]


def test_a_repetition_dates_nothing():
    doc = parsed(BOMBED)
    put_timex(doc, "Monday", None, None, None, type="SET", value="XXXX-WXX-1")
    assert only(doc).timex_id is None


@pytest.mark.parametrize(
    ("words", "reality"),
    [
        ("He PRP nsubj plans\nplans VBZ ROOT plans\nto TO aux bomb\nbomb VB xcomp plans", "plan"),
        ("He PRP nsubj refused\nrefused VBD ROOT refused\nto TO aux bomb\nbomb VB xcomp refused", "unreal"),
        ("He PRP nsubj began\nbegan VBD ROOT began\nto TO aux bomb\nbomb VB xcomp began", "fact"),
        ("He PRP nsubj went\nwent VBD ROOT went\nto TO aux bomb\nbomb VB advcl went", "purpose"),
        ("He PRP nsubj left\nleft VBD ROOT left\nwithout IN prep left\nto TO aux bomb\nbomb VB pcomp without", "unreal"),
    ],
)
def test_an_infinitive_is_as_real_as_its_governor_says(words, reality):
    parse = Parse(parsed(words))
    assert Modality(parse).read(len(parse.lower) - 1).reality == reality


def test_a_game_has_no_battles():
    words = "The DT det team\nteam NN nsubj attacked\nattacked VBD ROOT attacked\nthe DT det coach\ncoach NN dobj attacked\ngame NN dep attacked\nseason NN dep attacked\nleague NN dep attacked"
    assert none(parsed(words))


def test_the_article_itself_is_printed_on_its_dateline():
    doc = parsed("HOMS NNP dep bombed\n— : punct bombed\n" + BOMBED.strip(), published="2015-11-17", published_basis="given")
    printed = next(find_events(doc))
    assert (printed.clock, printed.lemma, printed.text or doc.text[printed.start_char : printed.end_char]) == ("printed", "publish", "HOMS")
    assert (printed.interval_begin, printed.interval_end, printed.precision, printed.rule) == ("2015-11-17", "2015-11-17", "day", "event.published.given")


def test_an_unparsed_text_has_no_events():
    assert list(find_events(Doc(VOCAB, words=["Jets", "bombed", "Homs"]))) == []
    assert list(find_events(Doc(VOCAB))) == []


@pytest.mark.parametrize("relation", ["conj", "xcomp", "advcl"])
def test_a_chain_of_any_depth_is_read(relation):
    n = 3000
    rows = ["bombed VBD ROOT bombed", *(f"w{i} VBD {relation} {f'w{i - 1}' if i > 1 else 'bombed'}" for i in range(1, n))]
    doc = parsed("\n".join(rows))
    assert Parse(doc).owner == list(range(n))
    assert [e.lemma for e in find_events(doc)] == ["bomb"]


COURSE = """
{year} CD {relation} {head}
it PRP nsubj was
was VBD ROOT was
on IN prep was
course NN pobj on
to TO aux be
be VB xcomp was
warm JJ acomp be
. . punct was
"""


def test_a_time_that_a_clause_is_about_dates_no_event():
    """ "2022 was on course to be warm" tells of no event; "in 2022 it was" does."""
    about = parsed("\n".join(line for line in COURSE.format(year="2022", relation="nsubj", head="was").splitlines() if not line.startswith("it ")))
    put_timex(about, "2022", "2022-01-01", "2022-12-31", "year")
    assert none(about)
    within = parsed(COURSE.format(year="2022", relation="npadvmod", head="was"))
    put_timex(within, "2022", "2022-01-01", "2022-12-31", "year")
    assert not none(within)


def test_nothing_has_been_said_in_a_time_to_come():
    doc = parsed("""
They PRP nsubj said
said VBD ROOT said
it PRP nsubj ends
ends VBZ ccomp said
in IN prep said
2016 CD pobj in
. . punct said
""", published="2015-11-17")
    put_timex(doc, "2016", "2016-01-01", "2016-12-31", "year")
    (said,) = (e for e in find_events(doc) if e.clock == "said")
    assert (said.interval_begin, said.interval_end, said.timex_id) == (None, "2015-11-17", None)
