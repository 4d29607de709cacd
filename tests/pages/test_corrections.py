"""Correct a place: to one that the machine did not think of, and back."""

from __future__ import annotations

import pytest

from core.records import Toponym
from core.store.filters import Filters
from core.store.queries import places
from core.store.workspace import Workspace
from tests.pages.test_written import page, press
from tests.store.made import made, rec

TEXT = "The marines live aboard the Sierra Madre off the shoal."


@pytest.fixture
def workspace(tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_WORKSPACE", str(tmp_path / "workspace"))
    kept = Workspace(tmp_path / "workspace")
    kept.add([made("a", TEXT, rec(Toponym, TEXT, "Sierra Madre", name="Sierra Madre", lat=34.16, lon=-118.05, country="US", kind="city"), title="Shoal")])
    return kept


def reader(workspace):
    return page("reader", article="a", record=workspace.enriched("a").toponyms[0].id)


def ask(app, words):
    next(t for t in app.main.text_input if t.label == "Another place").input(words).run()
    assert not app.exception


def choices(app):
    return next(r for r in app.main.radio if r.label == "Which place is meant")


def there(workspace):
    (row,) = places(workspace, Filters()).to_dict("records")
    return row["name"], row["lat"], row["lon"], row["rule"]


def test_a_place_by_its_name_is_taken_kept_and_taken_back(workspace):
    app = reader(workspace)
    ask(app, "Tripoli, Lebanon")
    found = next(r for r in app.main.radio if r.label == "Places of that name")
    assert found.options[0].startswith("Tripoli, Lebanon, ")
    assert found.options[0].endswith(" (34.43, 35.84)")
    press(app, "Take this place")
    assert there(workspace)[:3] == ("Tripoli", 34.43352, 35.84415)
    again = reader(workspace)
    assert choices(again).value.startswith("Your choice: Tripoli, Lebanon")
    choices(again).set_value("As found").run()
    assert there(workspace)[:3] == ("Sierra Madre", 34.16, -118.05)


def test_coordinates_are_taken_as_they_are(workspace):
    app = reader(workspace)
    ask(app, "9.73, 115.86")
    press(app, "Take this place")
    assert there(workspace)[1:] == (9.73, 115.86, "analyst")


@pytest.mark.parametrize("words", ["zzzqqq", "99, 400", "<b>", "a" * 5_000])
def test_what_is_no_place_says_what_to_do(workspace, words):
    app = reader(workspace)
    ask(app, words)
    assert any("Coordinates are always taken" in t.value for t in app.main.text)
    assert "Take this place" not in [b.label for b in app.main.button]
