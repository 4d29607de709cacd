"""Bare numbers that take over what a number beside them counts, and those that must not."""

from __future__ import annotations

from time import process_time
from typing import Any

import pytest
from spacy.tokens import Doc

from core.extract.components.quantities import find_quantities
from core.extract.pipeline import enrich
from core.records import Article, Claim, Quantity
from tests.extract.parsed import VOCAB, parsed
from tests.extract.test_quantities import make

TAGS = {
    "rose": "VBD", "up": "RB", "against": "IN", "average": "NN", "an": "DT", "per": "IN", "is": "VBZ", "with": "IN", "while": "IN", "highest": "JJS",
    "lowest": "JJS", "had": "VBD", "other": "JJ", "compared": "VBN", "closed": "VBD", "grew": "VBD", "freed": "VBD", "fewer": "JJR", "than": "IN", "held": "VBN", "were": "VBD", "wounded": "VBN", "Some": "DT",
    "wide": "JJ", "deep": "JJ", "below": "IN", "including": "VBG", "lost": "VBD", "over": "IN", "others": "NNS", "fire": "VBP", "pay": "VBP", "have": "VBP", "on": "IN", "followed": "VBN",
    "them": "PRP", "whom": "WP", "for": "IN", "(": "-LRB-", ")": "-RRB-", "died": "VBD", "Of": "IN", "It": "PRP", "They": "PRP", "The": "DT",
}  # fmt: skip


def quantities(words: str) -> list[Quantity]:
    return list(find_quantities(make(words, tags=TAGS)))


def last(words: str) -> tuple[Any, ...]:
    found = quantities(words)[-1]
    return found.unit, found.counted, found.rule


@pytest.mark.parametrize(
    ("words", "counted"),
    [
        ("It rose to 3.9 million headsets , up from 2.4 million in May .", "headsets"),
        ("They saw 22 burglaries , against an average of 20 per week .", "burglaries"),
        ("They saw 22 burglaries , compared with 20 in May .", "burglaries"),
        ("The highest bid is 84 cents , while the lowest is 74 .", "cents"),
        ("It had 2,483 strikes , while the other had 1,385 .", "strikes"),
        ("It had 45 seats , followed by them with 32 .", "seats"),
        ("It grew from 40 men to 60 .", "men"),
        ("They freed 40 men , fewer than the 60 held in May .", "men"),
        ("They lost 40 men , including 12 in May .", "men"),
        ("They saw 40 men , below the standard of 60 .", "men"),
        ("Some 40 men were killed in Homs and 12 in Hama .", "men"),
        ("Some 40 men were killed and 12 wounded .", "men"),
        ("They fire 40 rounds while the others fire 12 .", "rounds"),
        ("They saw 40 men in Homs and 12 in Hama .", "men"),
        ("They saw 40 men in 3 towns and 12 in Hama .", "men"),
        ("Of the 60 men , 23 died .", "men"),
        ("They saw 40 men in 2018 and 12 last year .", "men"),
        ("They saw 40 men on Monday , but 12 a week later .", "men"),
        ("It rose 12 points to 1,204 .", "points"),
        ("It lost 12 points , or 2 percent , to close at 1,204 .", "points"),
        ("It closed at 640 points , while the other closed at 840 .", "points"),
    ],
)
def test_a_bare_number_counts_what_the_one_beside_it_counts(words, counted):
    assert last(words) == (None, counted, "number.digits+counted.parallel")


def test_a_unit_is_taken_over_with_its_name():
    assert last("It rose to 5.2 percent from 4.8 .") == ("percent", None, "number.digits+unit.parallel")


def test_a_dimension_shares_its_unit():
    assert last("It is 15 metres wide and 5 deep .") == ("meter", None, "number.digits+unit.parallel")


def test_bare_numbers_in_one_frame_are_marked_as_parallel():
    assert [q.rule for q in quantities("They killed 23 on Monday , 17 on Tuesday .")] == ["number.digits", "number.digits+parallel"]


def test_a_rate_behind_the_last_of_a_list_is_of_all():
    assert [(q.counted, q.per) for q in quantities("They fire 40 shells and 12 rockets a day .")] == [("shells", "day"), ("rockets", "day")]
    assert [q.per for q in quantities("They have 40 shells . They fire 12 rockets a day .")] == [None, "day"]
    assert [q.per for q in quantities("They pay $40 and 12 rations a day .")] == [None, "day"]


def test_the_first_of_two_levels_takes_unit_and_magnitude_of_a_range_behind_it():
    first, second = quantities("It rose from 24.2 to 33-35 billion euros .")
    assert (first.value, first.low, first.unit) == (24.2e9, 24.2e9, "EUR")
    assert (second.low, second.high) == (33e9, 35e9)


def test_a_level_of_a_price_is_per_the_same():
    found = quantities("It rose to $58 a barrel , up from $52 .")
    assert [(q.value, q.per) for q in found] == [(58, "barrel"), (52, "barrel")]
    assert found[1].rule == "number.digits+per.parallel"


@pytest.mark.parametrize(
    "words",
    [
        "It rose 5 percent and closed at 3,200 .",
        "It rose 5 percent , compared with 3 in May .",
        "They saw 3 towns ; 12 died .",
        "They lost 4 men , including 12 in May .",
        "It took 14 months and 12 died .",
        "They saw 2 towns , compared with 90,000 in May .",
        "They paid $3m in Homs and 400 in Hama .",
        "It is 15 percent over the limit of 10,000 .",
    ],
)
def test_without_a_structure_that_says_so_a_bare_number_stays_bare(words):
    assert last(words) == (None, None, "number.digits")


def test_a_number_of_another_sentence_gives_nothing():
    words = "They saw 40 men in Homs . It was up from 12 .".split()
    tags = ["PRP", "VBD", "CD", "NNS", "IN", "NNP", ".", "PRP", "VBD", "RB", "IN", "CD", "."]
    doc = Doc(VOCAB, words=words, tags=tags, sent_starts=[i in (0, 7) for i in range(13)])
    assert list(find_quantities(doc))[-1].counted is None


KILLED = "Gunmen/NNS/nsubj/1 killed/VBD/ROOT/1 nine/CD/nummod/3 guards/NNS/dobj/1 and/CC/cc/1 {}/PRP/{}/6 wounded/VBD/conj/1 30/CD/dobj/6 ././punct/1"


def test_coordinate_verbs_share_what_they_count_unless_one_has_a_subject_of_its_own():
    shared, own = (list(find_quantities(parsed(KILLED.format(*words))))[-1] for words in (("then", "advmod"), ("they", "nsubj")))
    assert (shared.counted, shared.rule) == ("guards", "number.digits+counted.parallel")
    assert own.counted is None


@pytest.mark.parametrize("words", ["12 " * 400, "from 1 to 2 to " * 200, "3 men in and 4 in " * 200])
def test_long_rows_of_numbers_are_read(words):
    assert quantities(words)


def claims(nlp: Any, text: str) -> list[Claim]:
    (enriched,) = enrich(nlp, [Article(id="a", text=text, published="2024-05-10")])
    return list(enriched.claims)


def test_a_claim_goes_on_with_the_category_of_the_one_beside_it(nlp):
    found = claims(nlp, "Shells killed 12 people in the north and three in the south.")
    assert [(c.value, c.category, c.counted) for c in found] == [(12, "fatalities", "people"), (3, "fatalities", "people")]
    found = claims(nlp, "Gunmen killed nine policemen and wounded 30.")
    assert [(c.value, c.category) for c in found] == [(9, "fatalities"), (30, "injuries")]


def test_numbers_in_one_frame_tell_of_the_same(nlp):
    found = claims(nlp, "Clashes killed 23 on Monday, 17 on Tuesday and at least 9 on Wednesday.")
    assert [(c.value, c.category) for c in found] == [(23, "fatalities"), (17, "fatalities"), (9, "fatalities")]


def test_the_subject_of_a_level_says_what_is_counted(nlp):
    found = claims(nlp, "The number of displaced people rose to 45,000 from 32,000.")
    assert [(c.value, c.category, c.counted) for c in found] == [(45_000, "displaced", "displaced people"), (32_000, "displaced", "displaced people")]
    assert all(c.rule == "number.digits+counted.subject" for c in found)


def test_thousands_of_numbers_under_one_verb_are_read_as_fast_as_they_are_many():
    took = []
    for n in (400, 3200):
        tags, heads = ["PRP", "VBP"] + ["CD", "NNS"] * n, [1, 1] + [h for i in range(n) for h in (3 + 2 * i, 1)]
        doc = Doc(VOCAB, words=["They", "fire"] + ["40", "shells"] * n, tags=tags, heads=heads, deps=["nsubj", "ROOT"] + ["nummod", "dobj"] * n)
        start = process_time()
        assert len(list(find_quantities(doc))) == n
        took.append(process_time() - start)
    assert took[1] < 40 * max(took[0], 0.005)


def test_the_conversion_of_a_number_stands_between_it_and_its_frame():
    assert [q.unit for q in quantities("They pay 4,000 yen ( $30 ) for a bed and 5,000 ( $38 ) for a room .")] == ["JPY", "USD", "JPY", "USD"]


def test_the_first_of_two_counts_what_the_one_set_beside_it_does():
    first, second = quantities("It was first with 640 while Sumy came second with 310 strikes .")
    assert (first.counted, second.counted) == ("strikes", "strikes")


def test_a_part_of_them_counts_what_its_whole_does():
    nine, four, third = quantities("They killed nine officers , four of them women , a third of whom were old .")
    assert (nine.counted, four.counted, third.counted) == ("officers",) * 3
    assert four.rule == "number.words+counted.whole"


@pytest.mark.parametrize("words", ["It lost 12 tanks to 40 .", "It rose 5 percent to 340 ."])
def test_a_loss_and_a_share_lend_nothing(words):
    assert last(words)[:2] == (None, None)


def test_a_part_in_another_sentence_takes_nothing():
    words = "It has 12 tanks . Four of them left .".split()
    doc = Doc(VOCAB, words=words, tags=["PRP", "VBZ", "CD", "NNS", ".", "CD", "IN", "PRP", "VBD", "."], heads=[1] * 5 + [8] * 5, deps=["dep", "ROOT", "dep", "dep", "dep"] + ["dep"] * 3 + ["ROOT", "dep"])
    assert [q.counted for q in find_quantities(doc)] == ["tanks", None]


def test_a_verb_of_change_parts_its_amount_from_the_level_reached():
    assert [(q.value, q.unit) for q in quantities("It rose 3 metres to 12 .")] == [(3.0, "meter"), (12.0, "meter")]
