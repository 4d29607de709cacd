"""Every page in AppTest: on the seed, on an empty workspace, under filters."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from core.show import ui
from core.show.plotly_view import Drawn
from core.store import queries
from core.store.filters import Filters
from core.store.workspace import SEED, Workspace

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted(p.stem for p in ROOT.glob("pages/*.py"))


@pytest.fixture
def app(tmp_path, monkeypatch):
    """The dashboard on a workspace of its own, not yet run."""
    monkeypatch.setenv("DATELINE_WORKSPACE", str(tmp_path / "workspace"))
    return AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30)


def words(app: AppTest) -> str:
    return "\n".join(str(getattr(e, "value", "") or getattr(e, "label", "")) for e in app.main)


@pytest.mark.parametrize("page", PAGES)
def test_a_page_draws_the_seed_without_error(app, page):
    app.run().switch_page(f"pages/{page}.py").run()
    assert not app.exception
    assert app.title[0].value


@pytest.mark.parametrize("page", [p for p in PAGES if p != "sources"])
def test_an_empty_workspace_says_what_to_do_next(app, page, tmp_path):
    Workspace(tmp_path / "workspace")
    app.run().switch_page(f"pages/{page}.py").run()
    assert not app.exception
    assert "library" in words(app).lower() or "paste or upload" in words(app).lower()


@pytest.mark.parametrize("page", [p for p in PAGES if p not in {"sources", "library"}])
def test_filters_that_leave_nothing_can_be_cleared(app, page):
    app.query_params["text"] = "xyzzy"
    app.run().switch_page(f"pages/{page}.py").run()
    assert not app.exception
    clear = next(b for b in app.main.button if b.label == "Clear all filters")
    clear.click().run()
    assert not app.exception
    assert not [b for b in app.main.button if b.label == "Clear all filters"]


def test_a_filter_in_the_address_narrows_the_claims(app):
    app.query_params["category"] = "strikes"
    app.run().switch_page("pages/claims.py").run()
    assert list(app.dataframe[0].value["How many"]) == ["about 8,000"]


def test_the_timeline_is_in_order_of_time_and_shows_the_kinds_switched_on(app):
    app.run().switch_page("pages/timeline.py").run()
    dated = [cell for cell in app.dataframe[0].value["When"] if cell[:2] == "20"]
    assert dated == sorted(dated, key=lambda cell: cell[:10])
    next(b for b in app.button_group if b.key == "clocks").set_value(["Planned or expected"]).run()
    assert set(app.dataframe[0].value["Happened or said"]) == {"▷ Planned or expected"}
    next(b for b in app.button_group if b.key == "clocks").set_value([]).run()
    assert not app.exception
    assert "switch on another" in words(app)


def test_a_date_that_is_none_is_said_and_filters_nothing(app):
    app.run()
    app.sidebar.text_input(key="begin").set_value("last week").run()
    assert "last week is no date" in app.sidebar.warning[0].value
    app.switch_page("pages/claims.py").run()
    assert len(app.dataframe[0].value) == 4


def test_a_pasted_article_is_added_and_the_empty_text_refused(app):
    app.run().switch_page("pages/library.py").run()
    add = next(b for b in app.main.button if b.label == "Add the article")
    add.click().run()
    assert [e.value for e in app.error] == ["The text is empty: paste the article first"]
    app.text_area[0].set_value("At least 12 people were killed in Aleppo on Tuesday, officials said.")
    next(b for b in app.main.button if b.label == "Add the article").click().run(timeout=60)
    assert not app.exception
    assert [s.value for s in app.success] == ["1 article added"]
    assert app.text_area[0].value == ""
    app.switch_page("pages/claims.py").run()
    assert "at least 12" in list(app.dataframe[0].value["How many"])


def test_an_article_without_a_mark_says_why(app):
    app.run().switch_page("pages/library.py").run()
    app.text_area[0].set_value("People talk, and birds sing.")
    next(b for b in app.main.button if b.label == "Add the article").click().run(timeout=60)
    added = ui.rows("articles", under=Filters(text="birds")).frame["id"].iloc[0]
    app.query_params["article"] = added
    app.switch_page("pages/reader.py").run()
    assert not app.exception
    assert any(caption.value.startswith("Nothing is marked here") for caption in app.caption)


def test_an_article_can_be_removed(app):
    app.run().switch_page("pages/library.py").run()
    app.session_state["library_article"] = "000_d663472cd4bb9700"
    app.run()
    next(b for b in app.main.button if b.label == "Remove it").click().run()
    assert not app.exception
    assert "No article yet" in words(app)
    assert any(caption.value.startswith("Removed: ") for caption in app.caption)


def test_a_removed_article_can_be_had_back_with_what_was_written_on_it(app):
    app.run()
    desk, before = ui.workspace().desk, ui.workspace().enriched("000_d663472cd4bb9700")
    desk.note(before, "Seen.", "claims", before.claims[0])
    app.switch_page("pages/library.py").run()
    app.session_state["library_article"] = "000_d663472cd4bb9700"
    app.run()
    next(b for b in app.main.button if b.label == "Remove it").click().run()
    next(b for b in app.main.button if b.label == "Undo").click().run(timeout=60)
    assert not app.exception
    assert len(app.dataframe[0].value) == 1
    assert ui.workspace().enriched("000_d663472cd4bb9700").article == before.article
    assert [m.record_id for m in desk.marks("note", "000_d663472cd4bb9700")] == [before.claims[0].id]
    assert not any(caption.value.startswith("Removed: ") for caption in app.caption)


def test_setting_the_date_moves_what_is_relative(app):
    app.run().switch_page("pages/library.py").run()
    app.session_state["library_article"] = "000_d663472cd4bb9700"
    app.run()
    app.date_input[0].set_value("2016-11-17")
    next(b for b in app.main.button if b.label == "Set the date").click().run(timeout=60)
    assert not app.exception
    app.switch_page("pages/claims.py").run()
    assert "2015-09 to 2016-11-17" in list(app.dataframe[0].value["When"])


def test_first_paint_needs_no_language_model(tmp_path):
    """Every page drawn from the seed workspace in a fresh process: spaCy is never imported."""
    code = f"""
import sys
from streamlit.testing.v1 import AppTest
app = AppTest.from_file("dashboard.py", default_timeout=60).run()
for page in {PAGES!r}:
    app.switch_page(f"pages/{{page}}.py").run()
    assert not app.exception, (page, app.exception)
print([m for m in ("spacy", "thinc") if m in sys.modules])
"""
    env = {"DATELINE_WORKSPACE": str(tmp_path / "w"), "PATH": "/usr/bin:/bin", "HOME": str(tmp_path)}
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-2000:]
    assert done.stdout.strip() == "[]"


def test_the_seed_workspace_is_there():
    assert SEED.is_file()


def test_a_filter_in_force_can_be_taken_off_above_the_page(app):
    app.query_params["category"] = "strikes"
    app.run()
    chip = next(b for b in app.main.button if b.label == "Kind of claim or event: Strikes and attacks")
    chip.click().run()
    assert app.session_state["category"] == []
    assert not [b for b in app.main.button if b.label.startswith("Kind of claim")]


def test_on_a_shared_host_no_visitor_sees_another_ones_articles(monkeypatch):
    monkeypatch.setattr("core.show.ui.HOSTED", ROOT)
    one, other = (AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30).run() for _ in range(2))
    folders = [a.session_state["own_workspace"].folder for a in (one, other)]
    assert folders[0] != folders[1]
    one.session_state["own_workspace"].remove(["000_d663472cd4bb9700"])
    assert "No article yet" in words(one.switch_page("pages/library.py").run())
    other.switch_page("pages/library.py").run()
    assert len(other.dataframe[0].value) == 1
    assert "yours alone" in other.caption[0].value
    third = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30).run().switch_page("pages/library.py").run()
    assert len(third.dataframe[0].value) == 1


def test_a_visitor_gets_the_seed_where_the_copy_of_it_was_cleaned_away(monkeypatch):
    monkeypatch.setattr("core.show.ui.HOSTED", ROOT)
    AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30).run()
    shutil.rmtree(ui._seeded().name)
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=30).run().switch_page("pages/library.py").run()
    assert len(app.dataframe[0].value) == 1
    ui._seeded.clear()


def test_a_figure_is_drawn_again_only_when_what_it_shows_changes(app, monkeypatch):
    drawn = []
    of = Drawn.of
    monkeypatch.setattr(ui.Drawn, "of", lambda *args: drawn.append(1) or of(*args))
    app.run().switch_page("pages/map.py").run()
    first = len(drawn)
    app.run()
    assert len(drawn) == first > 0
    next(b for b in app.button_group if b.key == "roles").set_value([]).run()
    assert len(drawn) == first + 1
    app.sidebar.text_input(key="text").set_value("Sinai").run()
    assert len(drawn) == first + 2


def test_the_actors_page_asks_for_the_tab_that_is_seen_only(app, monkeypatch):
    app.run().switch_page("pages/actors.py").run()
    kinds = []
    monkeypatch.setitem(ui.FRAMES, "places", lambda *args: kinds.append("places") or queries.places(*args))
    monkeypatch.setitem(ui.FRAMES, "attributions", lambda *args: kinds.append("attributions") or queries.attributions(*args))
    app.sidebar.text_input(key="begin").set_value("2010").run()
    assert not app.exception
    assert kinds == ["attributions"]
    app.session_state["actor_tab"] = "Where"
    app.run()
    assert kinds == ["attributions", "places"]
