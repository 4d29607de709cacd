"""The filters: their address, and what passes."""

from __future__ import annotations

from urllib.parse import parse_qs, urlencode

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.records import Attribution, Event, Timex, Toponym
from core.store import queries
from core.store.filters import MANY, Filters
from core.store.fulltext import FullText
from tests.store.made import made, raqqa, rec

names = st.lists(st.text(min_size=1, max_size=8).map(str.strip).filter(bool), max_size=3, unique=True).map(tuple)
dates = st.sampled_from([None, "2015", "2015-09", "2015-09-30"])


@given(begin=dates, end=dates, many=st.fixed_dictionaries(dict.fromkeys(MANY, names)))
def test_an_address_gives_the_same_filters_again(begin, end, many):
    filters = Filters(begin=begin, end=end, **many)
    assert Filters.from_query(filters.to_query()) == filters
    address = urlencode(filters.to_query(), doseq=True)
    assert Filters.from_query(parse_qs(address)) == filters


@given(query=st.dictionaries(st.sampled_from(["begin", "end", "place", "text", "other"]), st.text(max_size=9) | st.lists(st.text(max_size=9))))
def test_no_address_makes_filters_raise(query):
    Filters.from_query(query)


def test_what_is_no_filter_is_left_out():
    filters = Filters.from_query({"begin": "soon", "end": ["", "2015-13", "2016"], "place": "", "colour": "red", "text": " a  "})
    assert filters == Filters(end="2016", text="a")
    assert filters.without("end", "text", "place") == Filters()
    assert not Filters()
    assert filters


def ids(frame) -> list[str]:
    return frame["text"].tolist() if "text" in frame else frame["id"].tolist()


def test_no_filter_shows_all(workspace):
    assert len(queries.articles(workspace)) == 3
    assert len(queries.places(workspace)) == 3
    assert len(queries.timeline(workspace)) == 2


@pytest.mark.parametrize(
    ("filters", "claims", "articles"),
    [
        (Filters(place=("Raqqa, SY",)), ["At least 20 people"], ["raqqa"]),
        (Filters(place=("Raqqa, SY", "Nowhere")), ["At least 20 people"], ["raqqa"]),
        (Filters(place=("Raqqa",)), [], []),
        (Filters(place=("Tripoli, LB",)), [], ["raqqa"]),
        (Filters(entity=("Ann Moe",)), ["At least 20 people"], ["raqqa"]),
        (Filters(speaker=("Ann Moe",)), ["At least 20 people"], ["raqqa"]),
        (Filters(speaker=("the Courier",)), ["At least 20 people"], ["raqqa"]),
        (Filters(speaker=("Bo Li",)), [], ["raqqa"]),
        (Filters(category=("fatalities", "detained")), ["At least 20 people", "300 prisoners"], ["raqqa"]),
        (Filters(category=("Violence against civilians",)), ["At least 20 people"], ["raqqa"]),
        (Filters(outlet=("Herald",)), [], ["bare"]),
        (Filters(outlet=("Courier",), article=("bare",)), [], []),
        (Filters(text="bridge prisoners"), ["At least 20 people", "300 prisoners"], ["raqqa"]),
        (Filters(text='"prisoners bridge"'), [], []),
        (Filters(text="nothing"), ["At least 20 people", "300 prisoners"], ["raqqa", "bare"]),
        (Filters(place=("Raqqa, SY",), speaker=("Bo Li",)), [], ["raqqa"]),
        (Filters(begin="2019-05", end="2019-05"), ["At least 20 people", "300 prisoners"], ["raqqa"]),
        (Filters(end="2018"), [], ["old"]),
        (Filters(begin="2019-05-07"), [], []),
        (Filters(speaker=("' OR 1=1 --",)), [], []),
    ],
)
def test_what_passes(workspace, filters, claims, articles):
    assert ids(queries.claims(workspace, filters)) == claims
    assert sorted(ids(queries.articles(workspace, filters))) == sorted(articles)


def test_what_stands_in_the_sentence_passes_too(workspace):
    assert ids(queries.places(workspace, Filters(place=("Syria",)))) == ["Raqqa", "Syria"]
    assert ids(queries.entities(workspace, Filters(category=("fatalities",)))) == ["Ann Moe"]
    assert ids(queries.attributions(workspace, Filters(entity=("Bo Li",)))) == ['"We hold the bridge,"']
    assert len(queries.checks(workspace, Filters(category=("fatalities",)))) == 1


def test_a_quotation_counts_for_all_its_sentences(empty):
    text = '"We left. Homs is empty," said Kay. Hama is not.'
    said = rec(Attribution, text, '"We left. Homs is empty,"', content=((0, 25),), speaker="Kay")
    empty.add([made("a", text, said, *(rec(Toponym, text, name, name=name) for name in ("Homs", "Hama")))])
    assert ids(queries.places(empty, Filters(speaker=("Kay",)))) == ["Homs"]


def test_a_demonym_is_no_place(empty):
    text = "Syrian troops left. Syria said so."
    empty.add([made("a", text, rec(Toponym, text, "Syrian", name="Syria", kind="country", country="SY", role="demonym"), rec(Event, text, "left", trigger=(14, 18), lemma="leave"))])
    assert queries.timeline(empty, Filters(place=("Syria",))).empty
    assert "place" in queries.options(empty)
    assert queries.options(empty)["place"] == []


def dated(article_id: str, begin: str | None, end: str | None, **known):
    text = "It fell. A flood came in spring."
    event = rec(Event, text, "It fell", trigger=(3, 7), lemma="fall", interval_begin=begin, interval_end=end)
    flood = rec(Event, text, "A flood came", trigger=(17, 21), lemma="come")
    spring = rec(Timex, text, "spring", type="DATE", interval_begin="2015-03-01", interval_end="2015-05-31")
    return made(article_id, text, event, flood, spring, **known)


@pytest.mark.parametrize(
    ("begin", "end", "passes"),
    [
        ("2015-01-01", "2015-01-31", ["flood"]),
        ("2015-02-10", "2015-02-20", ["fell", "flood"]),
        ("2015-01-01", "2015-12-31", ["fell", "flood"]),
        (None, "2015-02-01", ["fell", "flood"]),
        ("2015-06-01", None, ["flood"]),
        (None, None, ["flood"]),
    ],
)
def test_intervals_pass_when_they_overlap(empty, begin, end, passes):
    empty.add([dated("a", begin, end)])
    found = queries.timeline(empty, Filters(begin="2015-02", end="2015-03"))
    assert [{"It fell": "fell", "A flood came": "flood"}[t] for t in found["text"]] == passes


@pytest.mark.parametrize(
    ("begin", "end", "window", "passes"),
    [
        (None, "2023-12-31", ("2023", "2023"), True),
        (None, "2023-12-31", ("2023-02", "2023-03"), True),
        (None, "2023-12-31", ("2022", "2022-12-30"), False),
        (None, "2023-12-31", ("2022", "2022"), True),
        (None, "2023-12-31", ("1990", "2015"), False),
        (None, "2023-12-31", (None, "2015"), False),
        (None, "2023-12-31", (None, "2022"), True),
        (None, "2023-12-31", ("2024", None), False),
        ("2014-07-01", None, ("2014", "2014"), True),
        ("2014-07-01", None, ("2015-06-30", "2016"), True),
        ("2014-07-01", None, ("2015-07-02", None), False),
        ("2014-07-01", None, (None, "2014-06"), False),
    ],
)
def test_an_open_side_reaches_a_year(empty, begin, end, window, passes):
    text = "It lasted."
    empty.add([made("a", text, rec(Event, text, text, trigger=(3, 9), lemma="last", interval_begin=begin, interval_end=end), published="2024-02-01")])
    assert len(queries.timeline(empty, Filters(begin=window[0], end=window[1]))) == passes
    assert queries.counts(empty, Filters(begin=window[0], end=window[1]))["events"] == passes


@pytest.mark.parametrize(("begin", "end"), [(None, "2015-11-17"), ("2015-11-17", None)])
def test_what_only_the_report_bounds_has_its_day_alone(empty, begin, end):
    text = "They spoke."
    empty.add([made("a", text, rec(Event, text, text, trigger=(5, 10), lemma="speak", interval_begin=begin, interval_end=end), published="2015-11-17")])
    assert len(queries.timeline(empty, Filters(begin="2015-11-17", end="2015-11-17"))) == 1
    assert queries.timeline(empty, Filters(begin="2015-11-18")).empty
    assert queries.timeline(empty, Filters(end="2015-11-16")).empty


def test_an_article_known_only_to_be_later_than_a_day_passes_a_year_of_windows(empty):
    empty.add([made("a", "It fell.", published_earliest="2014-03-01")])
    windows = [("2013", "2014-02"), ("2014", "2014"), ("2015-02", None), ("2015-04", None), ("2014-02-28", "2014-02-28")]
    assert [len(queries.articles(empty, Filters(begin=b, end=e))) for b, e in windows] == [0, 1, 1, 0, 0]


def test_what_is_undated_has_its_article_s_day(empty):
    empty.add([dated("a", None, None, published="2016-01-01"), dated("b", None, None, published_earliest="2015-12-01", published_latest="2016-02-01")])
    found = queries.timeline(empty, Filters(begin="2016-01", end="2016-01"))
    assert found["article_id"].tolist() == ["a", "b"]
    assert found["text"].tolist() == ["It fell", "It fell"]
    assert found["undated"].tolist() == [True, True]
    assert queries.timeline(empty, Filters(begin="2016-01-15"))["article_id"].tolist() == ["b"]


@given(query=st.text(max_size=40))
def test_no_search_makes_the_index_raise(tmp_path_factory, query):
    index = FullText(tmp_path_factory.mktemp("index") / "words.sqlite")
    index.update(0, 1, (), [("a", None, "Raqqa fell")])
    assert index.search(query) in ([], ["a"])


def test_search_finds_words_not_operators(workspace):
    assert workspace.search("BRIDGE") == ["raqqa"]
    assert workspace.search("taken") == ["raqqa"]
    assert workspace.search("bridge OR zebra") == []
    assert workspace.search('"hold the bridge"') == ["raqqa"]
    assert workspace.search("bridge*") == ["raqqa"]
    assert workspace.search('" "') == workspace.search("* - :") == []


def test_the_index_is_made_again_when_it_is_lost_or_behind(workspace):
    workspace.fulltext.path.unlink()
    assert workspace.search("bridge") == ["raqqa"]
    workspace.fulltext.update(5, 6, (), [("ghost", None, "phantom")])
    assert workspace.search("phantom") == []
    assert workspace.search("bridge") == ["raqqa"]


def test_the_index_counts_every_commit(workspace):
    assert workspace.fulltext.version == workspace.tables.version
    workspace.add([raqqa("more")])
    workspace.remove(["old"])
    assert workspace.fulltext.version == workspace.tables.version
