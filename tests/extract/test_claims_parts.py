"""The parts that read numeric claims, on trees made by hand."""

from __future__ import annotations

import pytest
import spacy
from spacy.tokens import Doc

from core.extract.checking.finding import noun
from core.extract.claiming.build import kinds, senses, synsets
from core.extract.claiming.category import _as_what
from core.extract.claiming.clause import distance, path_up
from core.extract.claiming.nouns import kind_of
from core.extract.claiming.points import Points
from core.extract.claiming.saying import Said
from core.extract.claiming.sentence import Sentences, sentences_of
from core.records import Attribution, Claim

VOCAB = spacy.blank("en").vocab


def make(rows: str) -> Doc:
    """A Doc of lines ``word tag dep head``; heads are token numbers."""
    words, tags, deps, heads = zip(*(row.split() for row in rows.strip().splitlines()), strict=True)
    return Doc(VOCAB, words=words, tags=tags, deps=deps, heads=[int(h) for h in heads])


JOINED = """
May   NNP npadvmod 1
came  VBD ROOT 1
,     , punct 1
and   CC cc 1
mines NNS nsubj 5
hit   VBD conj 1
7     CD nummod 7
men   NNS dobj 5
"""


def far(doc: Doc, number: int, when: int) -> int | None:
    heads = [t.head.i for t in doc]
    return distance(doc, path_up(heads, number), path_up(heads, when))


def test_a_path_ends_at_the_root_or_after_its_steps():
    assert path_up([1, 1, 1], 0) == [0, 1]
    assert path_up([1, 2, 3, 3], 0, steps=2) == [0, 1]


def test_a_clause_with_a_subject_and_a_comma_has_dates_of_its_own():
    assert far(make(JOINED), 6, 0) == 2  # it opens the sentence
    later = make(JOINED.replace("May   NNP npadvmod 1\ncame  VBD ROOT 1", "came  VBD ROOT 0\nMay   NNP npadvmod 0").replace("conj 1", "conj 0"))
    assert far(later, 6, 1) is None
    together = make(JOINED.replace("May   NNP npadvmod 1\ncame  VBD ROOT 1\n,     , punct 1", "came  VBD ROOT 0\nMay   NNP npadvmod 0\nand  CC cc 0").replace("conj 1", "conj 0"))
    assert far(together, 6, 1) == 2


def test_a_date_in_a_relative_clause_is_the_noun_s():
    doc = make("7 CD nummod 1\nmen NNS ROOT 1\nof IN prep 1\nunits NNS pobj 2\nbuilt VBD relcl 3\n1970 CD npadvmod 4")
    assert far(doc, 0, 5) is None
    assert far(make("7 CD nummod 1\nmen NNS ROOT 1\nkilled VBN acl 1\nMonday NNP npadvmod 2"), 0, 3) == 0


def test_lines_end_sentences():
    doc = Doc(VOCAB, words=["One", "\n", "two", "."], sent_starts=[True, False, False, False])
    assert Sentences(doc, doc.text).around(0) == (0, 5)
    assert Sentences(doc, doc.text).around(doc[2].idx) == (5, doc[-1].idx + 1)
    assert Sentences(Doc(VOCAB), "").around(0) == (0, 0)


def test_kinds_of_nouns_are_known_beyond_the_lists():
    assert [kind_of(w) for w in ("soldiers", "welders", "welder", "tricycles", "chapels", "villages")] == [
        "personnel", "personnel", "personnel", "equipment", "other", "territory",
    ]  # fmt: skip
    assert kind_of("factors") is None
    assert kind_of("") is None


def test_the_kinds_are_built_from_first_senses_that_rule():
    data = [
        "  1 licence line",
        "00000001 18 n 01 person 0 000 | a human",
        "00000002 18 n 01 welder 0 001 @ 00000001 n 0000 | joins metal",
        "00000003 18 n 02 second 0 Second 0 001 @ 00000001 n 0000 | who helps",
        "00000004 28 n 01 second 1 000 | of time",
    ]
    index = [
        "person%1:18:00:: 00000001 1 90",
        "welder%1:18:00:: 00000002 1 0",
        "second%1:28:00:: 00000004 1 9",
        "second%1:18:00:: 00000003 2 1",
        "second%2:30:00:: 00000009 1 1",
    ]
    assert kinds(synsets(data), senses(index)) == {"person": "personnel", "welder": "personnel"}


def said(text: str, content: list[str], source: str, cue: str) -> Attribution:
    spans = [(text.index(c), text.index(c) + len(c)) for c in (*content, source, cue)]
    return Attribution(
        id="a", start_char=spans[0][0], end_char=spans[0][1], text="", rule="r", content=tuple(spans[:-2]), source=(spans[-2],), cue=(spans[-1],)
    )


def test_a_hole_in_what_was_said_and_all_that_is_according_to_someone_belong_to_it():
    text = "They lost 3 guns, 4 carts and 5 tents, Ann said."
    holed = Said([said(text, ["They lost 3 guns", "and 5 tents"], "Ann", "said")], text)
    whole = (0, len(text))
    assert holed.beside(text.index("4"), whole, []) is not None
    assert holed.beside(text.index("Ann"), whole, []) is None
    text = "They lost 3 guns and 4 carts, according to Ann."
    partly = Said([said(text, ["They lost 3 guns"], "Ann", "according")], text)
    assert partly.beside(text.index("4"), (0, len(text)), []) is not None
    text = "They lost 3 guns and 4 carts, said Ann."
    partly = Said([said(text, ["They lost 3 guns"], "Ann", "said")], text)
    assert partly.beside(text.index("4"), (0, len(text)), []) is None
    assert partly.beside(text.index("4"), (0, len(text)), [text.index("lost")]) is not None
    assert not partly.in_sentence((len(text), len(text) + 9))


def test_plans_and_the_article_s_own_voice_say_nothing():
    text = "Ann plans 3 raids."
    assert Said([said(text, ["3 raids"], "Ann", "plans")], text).over(10, 11) is None
    text = "We want 3 carts."
    assert Said([said(text, ["3 carts"], "We", "want")], text).over(8, 9) is None


def test_what_is_counted_may_be_no_word_at_all():
    claim = Claim(id="c", start_char=0, end_char=1, text="5", rule="r", category="other", status="done", counted=" \n")
    assert noun(claim) == ""


def test_points_have_the_line_over_their_list():
    text = "Two ships sank on Tuesday:\n\n- Near Hull, 9 drowned.\n- Off Cork, 5 drowned.\nIn Bray 2 drowned.\n- Near Deal, 3 drowned."
    points = Points(text)
    lead = (0, text.index("\n"))
    assert points.lead_of(text.index("9")) == lead
    assert points.lead_of(text.index("5")) == lead
    assert points.lead_of(text.index("2 drowned")) is None
    assert points.lead_of(text.index("3")) is None


def test_text_without_lists_and_endless_lines_have_no_lead():
    assert Points("").lead_of(0) is None
    assert Points("- 9 drowned").lead_of(2) is None
    assert Points("Dead:\n- " + "x" * 10_000 + " 9").lead_of(10_005) is None
    many = "- 9\n" * 5_000
    points = Points(many)
    assert {points.lead_of(n) for n in range(2, len(many), 400)} == {None}


def test_sentences_are_found_once_for_a_doc_and_anew_for_another():
    one, other = Doc(VOCAB, words=["He", "left", "."]), Doc(VOCAB, words=["They", "stayed", "."])
    kept = sentences_of(one, one.text)
    assert sentences_of(one, one.text) is kept
    assert sentences_of(other, other.text).around(0) == (0, len(other.text.rstrip()))
    assert sentences_of(one, one.text).spans == kept.spans


@pytest.mark.parametrize("word", ["As", "as", "AS"])
def test_who_fell_as_martyrs_is_found_however_as_is_written(word):
    doc = Doc(VOCAB, words=["Nine", "fell", word, "martyrs"], heads=[1, 1, 1, 2], deps=["nsubj", "ROOT", "prep", "pobj"], tags=["CD", "VBD", "IN", "NNS"])
    assert _as_what(doc[1]) == "fatalities"
