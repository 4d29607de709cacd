"""Which numbers are quantities and what they count: rules on hand-made Docs."""

from __future__ import annotations

from typing import Any

import pytest
import spacy
from spacy.tokens import Doc, Span

from core.extract.component import ARTICLE_KEY
from core.extract.components.quantities import find_quantities

VOCAB = spacy.blank("en").vocab
TAGS = {
    "the": "DT", "a": "DT", "of": "IN", "in": "IN", "and": "CC", "by": "IN", "they": "PRP", "she": "PRP", "was": "VBD", "said": "VBD",
    "killed": "VBD", "saw": "VBD", ",": ",", ".": ".", "to": "IN", "from": "IN", "at": "IN", "oldest": "JJS", "no": "DT", "million": "CD",
    "western": "JJ",
}  # fmt: skip
NUMBERS = {"one", "two", "three", "nine", "twelve", "half"}


def tag_of(word: str) -> str:
    if word.lower() in TAGS:
        return TAGS[word.lower()]
    if word.lower() in NUMBERS or word[0].isdigit():
        return "CD"
    plural = word.endswith("s")
    return ("NNPS" if plural else "NNP") if word[0].isupper() else ("NNS" if plural else "NN")


def make(words: str, published: str | None = None, tags: dict[str, str] | None = None) -> Doc:
    """A Doc of words set apart by spaces, tagged by their form, without a parse."""
    tokens = words.split()
    spaces = [i + 1 < len(tokens) and tokens[i + 1] not in ".,-" and tokens[i] != "-" for i in range(len(tokens))]
    given = tags or {}
    return Doc(VOCAB, words=tokens, spaces=spaces, tags=[given.get(w) or tag_of(w) for w in tokens], deps=["dep"] * len(tokens), heads=[0] * len(tokens))


def found(doc: Doc) -> list[tuple[Any, ...]]:
    return [(q.value if q.value is not None else q.low, q.unit, q.counted) for q in find_quantities(doc)]


def test_the_counted_noun_is_read_with_its_adjectives():
    assert found(make("They killed nine western soldiers .")) == [(9.0, None, "western soldiers")]


def test_three_of_the_soldiers_counts_soldiers():
    assert found(make("They saw three of the soldiers .")) == [(3.0, None, "soldiers")]


def test_a_bare_number_counts_nothing():
    assert found(make("They killed nine .")) == [(9.0, None, None)]


@pytest.mark.parametrize(
    "words",
    [
        "They saw Flight 9268 .",
        "They saw resolution 2254 .",
        "They saw page 3 .",
        "They saw S 500 .",
        "They saw the Galaxy 20 .",
        "They saw a 787 Dreamliner .",
        "They saw Tu-160 jets .",
        "They saw F-16 jets .",
        "They saw the A320 .",
        "They saw the 22nd town .",
        "They saw the 1990s .",
        "They said 17:22 .",
        "They said 555-1234 .",
        "They said +44 20 7946 0958 .",
        "They said 2-1 .",
        "They said 5 p.m .",
        "They said https://example.org/12 .",
        "They said #12 .",
        "They said 3/11 .",
        "They saw it in 2015 .",
        "They saw it from 2014 to 2017 .",
        "They saw no one .",
        "They saw the Group of 20 .",
        "They saw one .",
    ],
)
def test_what_is_no_quantity_is_left_out(words):
    assert found(make(words)) == []


def test_a_list_number_is_left_out():
    doc = Doc(VOCAB, words=["Plans", "\n", "3", ".", "They", "left", "\n"], spaces=[False, False, False, True, True, False, False])
    assert found(doc) == []


def test_a_number_that_looks_like_a_year_counts_where_it_has_a_noun():
    tokens = "They killed 2000 soldiers".split()
    doc = Doc(VOCAB, words=tokens, tags=["PRP", "VBD", "CD", "NNS"])
    assert found(doc) == [(2000.0, None, "soldiers")]


def test_a_count_may_follow_a_place_name():
    doc = make("In Gaza 12 soldiers died", tags={"In": "IN", "died": "VBD"})
    doc.set_ents([Span(doc, 1, 2, label="GPE")])
    assert found(doc) == [(12.0, None, "soldiers")]


def test_one_counts_before_a_noun():
    assert found(make("They killed one soldier .")) == [(1.0, None, "soldier")]


def test_one_counts_behind_a_verb_of_harm():
    assert found(make("They fired , killing one and wounding 10 .", tags={"killing": "VBG", "wounding": "VBG", "fired": "VBD"})) == [(1.0, None, None), (10.0, None, None)]
    assert found(make("They saw one and left .", tags={"left": "VBD"})) == []


def test_a_vague_plural_begins_a_count_of_its_own():
    words = "They saw thousands injured and millions displaced ."
    assert found(make(words, tags={"injured": "VBN", "displaced": "VBN"})) == [(1000.0, None, None), (1e6, None, None)]


def test_year_on_year_is_not_counted():
    assert found(make("It hit 34.8% year on year .", tags={"hit": "VBD", "on": "IN"})) == [(34.8, "percent", None)]


def test_a_bare_age_is_in_years():
    assert found(make("Cook , 66 , said .")) == [(66.0, "year", None)]
    assert found(make("She was 10 .")) == [(10.0, "year", None)]


@pytest.mark.parametrize(
    ("words", "unit"),
    [
        ("Life expectancy for men is around 73 .", "year"),
        ("The median age was 31 .", "year"),
        ("They saw children under five .", "year"),
        ("They saw those aged 35 or older .", "year"),
        ("They scored 35 or above .", None),
        ("They saw prices under five .", None),
    ],
)
def test_a_cue_makes_a_bare_number_an_age(words, unit):
    assert found(make(words, tags={"is": "VBZ", "under": "IN", "around": "RB", "or": "CC"}))[-1][1] == unit


@pytest.mark.parametrize(
    ("words", "counted"),
    [
        ("A 6,000 - strong force came .", "force"),
        ("Some 40 - odd villagers came .", "villagers"),
        ("They saw a four - engine .", "engine"),
        ("They saw 20 more soldiers .", "soldiers"),
        ("They saw 20 last year .", None),
        ("They saw 20 Monday .", None),
        ("They saw 312 dead , including 98 women .", None),
        ("They saw 20 held last year .", None),
    ],
)
def test_what_belongs_to_the_number_or_the_calendar_is_not_counted(words, counted):
    tags = {"A": "DT", "Some": "DT", "-": "HYPH", "strong": "JJ", "odd": "JJ", "more": "JJR", "last": "JJ", "dead": "JJ", "including": "VBG", "held": "VBN", "came": "VBD"}
    assert found(make(words, tags=tags))[0][2] == counted


def test_every_day_before_a_count_names_no_day():
    assert found(make("Every day 200 soldiers left .", tags={"Every": "DT", "left": "VBD"})) == [(200.0, None, "soldiers")]


def test_a_number_in_a_date_is_left_out_and_a_span_of_time_stays():
    doc = make("They left October 31 and saw it 14 months ago .", tags={"ago": "RB"})
    doc.user_data[ARTICLE_KEY] = {"id": "", "text": doc.text}
    doc.user_data["dateline.timexes"] = [
        {"id": "t1", "start_char": 10, "end_char": 20, "text": "October 31", "rule": "r", "type": "DATE", "value": "2015-10-31"},
        {"id": "t2", "start_char": 32, "end_char": 45, "text": "14 months ago", "rule": "r", "type": "DATE", "value": "2014-09"},
    ]
    assert found(doc) == [(14.0, "month", None)]


def test_a_number_inside_the_noun_phrase_of_another_is_a_name():
    assert found(make("They saw two 737 Max jets ."))[0][0] == 2.0
    assert len(found(make("They saw two 737 Max jets ."))) == 1


@pytest.mark.parametrize("text", ["", " ", "\n", "1", "½", "x" * 10_000, "1 " * 3_000, "one of " * 500, "$" * 500, "(1) " * 500, "½" * 5_000, "hundred " * 500, "1/" * 2_000])
def test_odd_texts_never_raise(text):
    doc = spacy.blank("en").make_doc(text)
    assert all(0 <= q.start_char < q.end_char <= len(doc.text) for q in find_quantities(doc))


def test_an_untagged_doc_still_gives_its_numbers():
    assert [q.value for q in find_quantities(Doc(VOCAB, words=["They", "killed", "nine", "people"]))] == [9.0]


def test_the_rule_says_what_wrote_the_number(nlp):
    doc = nlp.make_doc("Half of the 20 towns and dozens of villages fell.")
    assert [q.rule for q in find_quantities(doc)] == ["number.fraction", "number.digits", "number.vague"]


@pytest.mark.parametrize(
    ("words", "values"),
    [
        ("One dead , two hurt .", [1.0, 2.0]),
        ("They lost two men , one killed .", [2.0, 1.0]),
        ("They saw 12 men , one of them a monk .", [12.0, 1.0]),
        ("She was the one hurt .", []),
        ("She was the only one hurt .", []),
        ("They saw no one injured .", []),
        ("They saw two tapes , one captured by a camera .", [2.0]),
        ("They saw one of them .", []),
        ("They left one kilometre .", [1.0]),
        ("They left within one day .", [1.0]),
        ("One day they left .", []),
        ("They saw no one kilometre .", []),
    ],
)
def test_one_is_a_number_of_casualties_parts_and_units_but_no_pronoun(words, values):
    tags = {"One": "CD", "dead": "JJ", "hurt": "JJ", "captured": "VBN", "injured": "VBN", "them": "PRP", "only": "JJ", "within": "IN", "left": "VBD", "lost": "VBD"}
    assert [value for value, _, _ in found(make(words, tags=tags))] == values


@pytest.mark.parametrize(
    "words",
    ["They saw a six - speed gearbox .", "They saw a two - state solution .", "They called 112 .", "They saw runway 27 ."],
)
def test_kinds_and_telephone_numbers_count_nothing(words):
    assert found(make(words, tags={"-": "HYPH", "called": "VBD"})) == []


def test_the_verb_numbers_names_nothing():
    assert found(make("The army numbers 12,000 men .", tags={"numbers": "VBZ"})) == [(12_000.0, None, "men")]
    assert found(make("They saw numbers 12 .")) == []


@pytest.mark.parametrize("words", ["Men aged 18 to 27 left .", "Men aged between 40 and 75 left .", "The youngest was 4 .", "They were aged 6 and 9 ."])
def test_ages_come_as_ranges_and_lists_too(words):
    tags = {"aged": "VBN", "between": "IN", "youngest": "JJS", "left": "VBD", "were": "VBD"}
    assert {unit for _, unit, _ in found(make(words, tags=tags))} == {"year"}


def test_three_digits_that_are_called_may_count():
    assert found(make("They called 112 witnesses .", tags={"called": "VBD"})) == [(112.0, None, "witnesses")]


@pytest.mark.parametrize(
    ("words", "counted"),
    [
        ("They saw a third of the combined 4 million sales .", "sales"),
        ("They saw two of the last 12 ships .", "ships"),
        ("They saw half of the 40 km road .", "road"),
        ("They saw half of the 40 km of road .", "road"),
        ("They saw half of those killed .", "those killed"),
        ("They saw half of those still missing .", "those still missing"),
        ("They saw half of those burnt houses .", "burnt houses"),
        ("They saw half of the city 's 12,000 shops .", "shops"),
        ("They saw one of three men on the firm 's 12 boards .", "men"),
        ("They saw two of the men 12 years ago .", "men"),
        ("They saw half of those", None),
        ("They saw half of the 12", None),
    ],
)
def test_a_part_counts_what_its_whole_does_without_the_number_of_that(words, counted):
    tags = {"'s": "POS", "on": "IN", "combined": "JJ", "last": "JJ", "those": "DT", "still": "RB", "missing": "JJ", "killed": "VBN", "burnt": "VBN"}
    assert found(make(words, tags=tags))[0][2] == counted


def test_a_distance_within_something_counts_nothing():
    assert found(make("They came within 800 m of the bridge .", tags={"within": "IN"})) == [(800.0, "meter", None)]


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("They rose by an average of 1500 .", True),
        ("A total of 2015 left .", True),
        ("They had 300 men and 2000 more left .", True),
        ("In 2014 more men left .", False),
        ("They rose by 1500 .", True),
        ("They rose by 2015 .", False),
    ],
)
def test_words_of_counting_make_a_number_of_what_reads_like_a_year(words, kept):
    doc = make(words, tags={"rose": "VBD", "A": "DT", "an": "DT", "more": "JJR", "In": "IN", "left": "VBD", "had": "VBD"})
    year = next(t for t in doc if t.text.isdigit() and len(t.text) == 4)
    doc.user_data["dateline.timexes"] = [{"id": "timex-0", "start_char": year.idx, "end_char": year.idx + 4, "text": year.text, "rule": "r", "type": "DATE", "value": year.text}]
    assert (float(year.text) in [value for value, _, _ in found(doc)]) is kept


@pytest.mark.parametrize(("text", "kept"), [("A P-8 Poseidon flew over the area .", []), ("It costs P8 million .", [(8e6, "PHP", None)])])
def test_a_letter_with_a_hyphen_before_digits_is_no_currency(text, kept):
    assert found(make(text)) == kept


def test_modifiers_joined_by_and_leave_the_noun_behind_them():
    tags = ["PRP", "VBD", "CD", "NNP", "CC", "JJ", "NNS", "."]
    heads, deps = [1, 1, 6, 6, 3, 3, 1, 1], ["nsubj", "ROOT", "nummod", "nmod", "cc", "conj", "dobj", "punct"]
    doc = Doc(VOCAB, words="They sent 1,200 U.S. and Filipino troops .".split(), tags=tags, heads=heads, deps=deps)
    assert found(doc) == [(1200.0, None, "U.S. and Filipino troops")]


def test_a_designation_is_passed_on_the_way_to_the_noun():
    doc = Doc(VOCAB, words="They sent 18 RCH 155 howitzers .".split(), tags=["PRP", "VBD", "CD", "NNP", "CD", "NNS", "."], heads=[1, 1, 5, 5, 3, 1, 1], deps=["nsubj", "ROOT", "nummod", "nmod", "nummod", "dobj", "punct"])
    assert found(doc) == [(18.0, None, "RCH 155 howitzers")]
