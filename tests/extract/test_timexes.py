"""The component: what the parsed Doc adds to recognition, and the records that come out."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from core.extract.component import set_article
from core.extract.components.timexes import find_timexes, tense_of
from core.records import Article

VOCAB = spacy.blank("en").vocab


def doc(words: str, tags: str, heads: list[int], deps: str, published: str | None = "2015-11-17") -> Doc:
    made = Doc(VOCAB, words=words.split(), tags=tags.split(), heads=heads, deps=deps.split())
    set_article(made, Article(id="a", text=made.text, published=published))
    return made


def left(verb: str, tag: str, helper: str | None = None) -> Doc:
    """ "They (will) VERB Friday": a clause around a bare weekday."""
    if helper is None:
        return doc(f"They {verb} Friday", f"PRP {tag} NNP", [1, 1, 1], "nsubj ROOT npadvmod")
    helper_tag = "MD" if helper in ("will", "would") else "VBP"
    return doc(f"They {helper} {verb} Friday", f"PRP {helper_tag} {tag} NNP", [2, 2, 2, 2], "nsubj aux ROOT npadvmod")


@pytest.mark.parametrize(
    ("clause", "tense", "value"),
    [
        (left("left", "VBD"), "past", "2015-11-13"),
        (left("leave", "VB", "will"), "future", "2015-11-20"),
        (left("leave", "VB", "would"), "future", "2015-11-20"),
        (left("left", "VBN", "have"), "past", "2015-11-13"),
        (left("leave", "VBP"), "present", "2015-11-13"),
    ],
)
def test_tense_turns_a_bare_weekday(clause, tense, value):
    assert tense_of(clause[len(clause) - 1]) == tense
    (found,) = find_timexes(clause)
    assert (found.value, found.rule, found.precision) == (value, "timex:weekday", "day")


def test_by_looks_ahead_beside_a_present_verb():
    made = doc("He expects it by March", "PRP VBZ PRP IN NNP", [1, 1, 1, 1, 3], "nsubj ROOT dobj prep pobj")
    assert [t.value for t in find_timexes(made)] == ["2016-03"]
    made = doc("He left it by March", "PRP VBD PRP IN NNP", [1, 1, 1, 1, 3], "nsubj ROOT dobj prep pobj")
    assert [t.value for t in find_timexes(made)] == ["2015-03"]


def test_until_looks_ahead():
    made = doc("It ran until Friday", "PRP VBD IN NNP", [1, 1, 1, 2], "nsubj ROOT prep pobj")
    assert [t.value for t in find_timexes(made)] == ["2015-11-20"]


def test_a_day_right_behind_said_is_the_reports():
    """Even where the parser hangs it on what is said."""
    made = doc("They said on Friday it would open", "PRP VBD IN NNP PRP MD VB", [1, 1, 6, 2, 6, 6, 1], "nsubj ROOT prep pobj nsubj aux ccomp")
    assert [t.value for t in find_timexes(made)] == ["2015-11-13"]


def test_a_possessive_weekday_is_not_the_verbs_time():
    made = doc("They will appeal Friday 's ruling", "PRP MD VB NNP POS NN", [2, 2, 2, 5, 3, 2], "nsubj aux ROOT poss case dobj")
    assert tense_of(made[3]) is None
    assert [t.value for t in find_timexes(made)] == ["2015-11-13"]


def test_a_record_has_its_offsets_and_interval():
    made = doc("Strikes began 14 months ago", "NNS VBD CD NNS RB", [1, 1, 3, 4, 1], "nsubj ROOT nummod npadvmod advmod")
    (found,) = find_timexes(made)
    assert made.text[found.start_char : found.end_char] == "14 months ago"
    assert found.id == f"timex-{found.start_char}-{found.end_char}"
    assert (found.type, found.value) == ("DATE", "2014-09")
    assert (found.interval_begin, found.interval_end, found.precision) == ("2014-09-01", "2014-09-30", "month")


def test_without_a_date_of_publication_nothing_is_guessed():
    made = doc("They left Friday", "PRP VBD NNP", [1, 1, 1], "nsubj ROOT npadvmod", published=None)
    (found,) = find_timexes(made)
    assert (found.value, found.interval_begin, found.interval_end, found.precision) == ("XXXX-WXX-5", None, None, None)


def test_a_doc_without_parse_or_text_does_no_harm():
    assert list(find_timexes(Doc(VOCAB, words=[]))) == []
    bare = Doc(VOCAB, words=["On", "Friday"])
    assert [t.value for t in find_timexes(bare)] == ["XXXX-WXX-5"]


def test_a_date_of_publication_that_is_none_is_unknown():
    made = doc("They left Friday", "PRP VBD NNP", [1, 1, 1], "nsubj ROOT npadvmod", published="soon")
    assert [t.value for t in find_timexes(made)] == ["XXXX-WXX-5"]


def test_in_the_pipeline_with_the_model(nlp):
    text = "The army said on Tuesday that rebels will meet\u00a0on Friday. Shelling has gone on for the past two weeks."
    made = nlp.make_doc(text.replace("\u00a0", " "))
    set_article(made, Article(id="a", text=text, published="2015-11-18"))
    for _, pipe in nlp.pipeline:
        made = pipe(made)
    assert [(t.text, t.value) for t in made._.timexes] == [
        ("Tuesday", "2015-11-17"),
        ("Friday", "2015-11-20"),
        ("the past two weeks", "P2W"),
    ]
    assert [(t.interval_begin, t.interval_end) for t in made._.timexes][-1] == ("2015-11-04", "2015-11-18")


def test_what_is_due_lies_ahead():
    made = doc("It is due in March", "PRP VBZ JJ IN NNP", [1, 1, 1, 2, 3], "nsubj ROOT acomp prep pobj")
    assert [t.value for t in find_timexes(made)] == ["2016-03"]


def test_what_is_to_be_done_lies_ahead():
    made = doc("It is to be heard Friday", "PRP VBZ TO VB VBN NNP", [1, 1, 4, 4, 1, 4], "nsubj ROOT aux auxpass xcomp npadvmod")
    assert [t.value for t in find_timexes(made)] == ["2015-11-20"]
    made = doc("It was said to be heard Friday", "PRP VBD VBN TO VB VBN NNP", [2, 2, 2, 5, 5, 2, 5], "nsubj auxpass ROOT aux auxpass xcomp npadvmod")
    assert [t.value for t in find_timexes(made)] == ["2015-11-13"]


def test_what_stands_on_a_calendar_lies_ahead():
    made = doc("It meets on Thursday", "PRP VBZ IN NNP", [1, 1, 1, 2], "nsubj ROOT prep pobj")
    assert [t.value for t in find_timexes(made)] == ["2015-11-19"]


def test_what_is_told_as_past_is_of_no_day_to_come():
    made = doc(
        "It will end Sunday At 8.15 am it fell", "PRP MD VB NNP IN CD NN PRP VBD", [2, 2, 2, 2, 8, 6, 4, 8, 8], "nsubj aux ROOT npadvmod prep nummod pobj nsubj ROOT"
    )
    assert [t.value for t in find_timexes(made)] == ["2015-11-22", "2015-11-17T08:15"]


def test_a_weekday_before_a_part_of_the_day_has_the_tense_of_its_verb():
    made = doc("He will leave on Thursday morning", "PRP MD VB IN NNP NN", [2, 2, 2, 2, 5, 3], "nsubj aux ROOT prep compound pobj")
    assert [t.value for t in find_timexes(made)] == ["2015-11-19TMO"]


def test_what_had_been_due_does_not_lie_ahead():
    made = doc("It had been due to expire Friday", "PRP VBD VBN JJ TO VB NNP", [2, 2, 2, 2, 5, 3, 5], "nsubj aux ROOT acomp aux xcomp npadvmod")
    assert [t.value for t in find_timexes(made)] == ["2015-11-13"]
