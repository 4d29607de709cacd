"""Patterns that grammar is sure of, on trees made by hand."""

from __future__ import annotations

from core.extract.speech.chains import seen_by
from core.extract.speech.edges import Edge
from core.extract.speech.repairs import repaired, second_verbs, without_day
from core.extract.speech.syntax import Parse
from tests.extract.parsed import parsed

PUT = "The/DT/det/1 council/NN/nsubj/2 put/VBD/ROOT/2 the/DT/det/5 death/NN/compound/5 toll/NN/dobj/2 at/IN/prep/2 35/CD/pobj/6 ././punct/2"
MESSAGE = "They/PRP/nsubj/1 said/VBD/ROOT/1 in/IN/prep/1 a/DT/det/4 statement/NN/pobj/2 that/WDT/dobj/7 they/PRP/nsubj/7 left/VBD/relcl/4 ././punct/1"
BETWEEN = "Two/CD/nsubj/1 fell/VBD/ccomp/6 when/WRB/advmod/4 it/PRP/nsubj/4 burned/VBD/advcl/6 Ortiz/NNP/nsubj/6 said/VBD/ROOT/6 ././punct/6"
DAY = "They/PRP/nsubj/1 said/VBD/ROOT/1 on/IN/prep/6 Friday/NNP/pobj/2 the/DT/det/5 men/NNS/nsubj/6 left/VBD/ccomp/1 ././punct/1"
SEEN = "A/DT/det/1 report/NN/nsubj/5 seen/VBN/acl/1 by/IN/agent/2 Reuters/NNP/pobj/3 says/VBZ/ROOT/5 so/RB/advmod/5 ././punct/5"


def test_a_toll_put_at_a_number():
    assert set(repaired(Parse(parsed(PUT)), {})) == {5, 6}


def test_putting_a_thing_somewhere_is_not_saying():
    assert repaired(Parse(parsed(PUT.replace("toll/", "cup/").replace("35/CD", "home/NN"))), {}) == {}


def test_a_clause_after_the_statement_that_it_was_said_in():
    assert repaired(Parse(parsed(MESSAGE)), {}) == {7: Edge(1, 7, -1)}


def test_a_cue_with_a_content_of_its_own_takes_no_other():
    own = {0: Edge(1, 0, -1)}
    assert repaired(Parse(parsed(MESSAGE)), own) == own


def test_what_stands_between_a_clause_and_its_cue():
    assert repaired(Parse(parsed(BETWEEN)), {1: Edge(6, 1, -1)})[4] == Edge(6, 4, -1)


def test_the_day_of_saying_is_not_what_is_said():
    parse = Parse(parsed(DAY, Friday="DATE"))
    assert without_day(parse, {2, 3, 4, 5, 6}, 1) == {4, 5, 6}


def test_a_day_that_is_what_is_said_stays():
    parse = Parse(parsed(DAY, Friday="DATE"))
    assert without_day(parse, {2, 3}, 1) == {2, 3}


def test_a_report_seen_by_an_outlet():
    parse = Parse(parsed(SEEN))
    source, outlets = seen_by(parse, (0, 2))
    assert source == (0, 2)
    assert [parse.words(r) for r in outlets] == ["Reuters"]


def test_a_second_verb_of_saying_is_no_part_of_what_the_first_says():
    tree = "They/PRP/nsubj/1 admitted/VBD/ROOT/1 it/PRP/nsubj/3 fell/VBD/ccomp/1 but/CC/cc/3 insisted/VBD/conj/3 it/PRP/nsubj/7 held/VBD/ccomp/5 ././punct/1"
    parse = Parse(parsed(tree))
    assert second_verbs(parse, {3: Edge(1, 3, -1), 7: Edge(5, 7, -1)}) == {5}
