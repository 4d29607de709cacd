"""Orders and words that tables ask the store for, over all rows."""

from __future__ import annotations

import pytest

from core.store import queries, sorting
from core.store.filters import Filters
from core.store.narrow import EVERY
from core.store.workspace import Workspace
from tests.store.made import made, raqqa

TITLES = {"a": "Beta", "b": "alpha", "c": "Éclair", "d": None}


@pytest.fixture
def titled(tmp_path):
    kept = Workspace(tmp_path / "titled")
    kept.add([made(name, f"Words of {name}.", title=title) for name, title in TITLES.items()])
    return kept


def titles(kept, narrow, limit=10):
    return [str(t) if isinstance(t, str) else None for t in queries.articles(kept, limit=limit, narrow=narrow)["title"]]


def test_articles_come_in_an_order_and_its_reverse(titled):
    assert titles(titled, sorting.in_order(EVERY, "articles", "article")) == ["alpha", "Beta", "Éclair", None]
    assert titles(titled, sorting.in_order(EVERY, "articles", "article", falling=True)) == [None, "Éclair", "Beta", "alpha"]


@pytest.mark.parametrize(("frame", "kind"), [(f, k) for f, k in queries.KINDS.items() if k in sorting.ORDERS])
@pytest.mark.parametrize("filters", [Filters(), Filters(text="Raqqa")])
def test_every_order_gives_every_row_once_page_by_page(tmp_path, frame, kind, filters):
    kept = Workspace(tmp_path / "w")
    kept.add([raqqa(f"a{n}") for n in range(3)])
    column = "id" if kind == "articles" else ["article_id", "id"]
    ask = getattr(queries, frame)
    every = sorted(map(tuple, ask(kept, filters)[[column] if isinstance(column, str) else column].to_numpy().tolist()))
    for name in sorting.ORDERS[kind]:
        for falling in (False, True):
            asked = sorting.in_order(EVERY, kind, name, falling=falling)
            pages = [ask(kept, filters, 2, asked._replace(skip=skip)) for skip in range(0, len(every) + 2, 2)]
            found = [row for page in pages for row in map(tuple, page[[column] if isinstance(column, str) else column].to_numpy().tolist())]
            assert sorted(found) == every
            assert found == list(map(tuple, ask(kept, filters, None, asked)[[column] if isinstance(column, str) else column].to_numpy().tolist()))


@pytest.mark.parametrize("falling", [False, True])
def test_what_is_not_known_comes_last(tmp_path, falling):
    kept = Workspace(tmp_path / "w")
    kept.add([made(name, "Words.", outlet=outlet) for name, outlet in (("a", None), ("b", "Herald"), ("c", None), ("d", "Wire"))])
    outlets = queries.articles(kept, narrow=sorting.in_order(EVERY, "articles", "outlet", falling=falling))["outlet"].tolist()
    assert outlets[:2] == (["Wire", "Herald"] if falling else ["Herald", "Wire"])


def test_words_are_found_whatever_their_case_and_accents_and_each_must_be_there(titled):
    assert titles(titled, sorting.holding(EVERY, "articles", "ECLAIR")) == ["Éclair"]
    assert titles(titled, sorting.holding(EVERY, "articles", "éclair c")) == ["Éclair"]
    assert titles(titled, sorting.holding(EVERY, "articles", "eclair beta")) == []
    assert queries.count_of(titled, "articles", narrow=sorting.holding(EVERY, "articles", "d")) == 1
    assert sorting.holding(EVERY, "articles", "  ") == EVERY


@pytest.mark.parametrize("words", ["'", "%", "_", '"; DROP TABLE articles; --', "x " * 50, "\\"])
def test_words_are_values_and_no_pattern(titled, words):
    assert queries.count_of(titled, "articles", narrow=sorting.holding(EVERY, "articles", words)) == 0


def test_no_kind_has_an_order_that_is_not_its_own():
    with pytest.raises(KeyError):
        sorting.in_order(EVERY, "claims", "id; DROP TABLE claims")
