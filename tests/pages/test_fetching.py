"""The library's field for addresses: there only where the setting says so, and what it says of what it could not fetch."""

from __future__ import annotations

from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def library(tmp_path, monkeypatch):
    monkeypatch.setenv("DATELINE_WORKSPACE", str(tmp_path / "workspace"))
    app = AppTest.from_file(str(ROOT / "dashboard.py"), default_timeout=60)
    return lambda: app.run().switch_page("pages/library.py").run()


def labels(app: AppTest) -> list[str]:
    return [tab.label for tab in app.tabs]


@pytest.mark.parametrize("value", ["0", "", "no"])
def test_there_is_no_field_unless_it_is_switched_on(library, monkeypatch, value):
    monkeypatch.setenv("DATELINE_FETCH", value)
    app = library()
    assert "Fetch addresses" not in labels(app)
    assert any(caption.value.endswith("Nothing leaves it.") for caption in app.caption)


def test_what_cannot_be_fetched_is_named_with_its_reason(library, monkeypatch):
    monkeypatch.setenv("DATELINE_FETCH", "1")
    app = library()
    assert "Fetch addresses" in labels(app)
    assert any("addresses that you enter" in caption.value for caption in app.caption)
    next(area for area in app.text_area if area.label.startswith("Addresses")).set_value("http://127.0.0.1:9/a\nnews.example")
    next(button for button in app.button if button.label == "Fetch and add").click().run()
    assert not app.exception
    said = [error.value for error in app.error]
    assert any(said_one.startswith("http") and "this machine or its network" in said_one for said_one in (s.replace("\\", "") for s in said))
    assert any("begins with http" in s for s in said)


def test_too_many_at_a_time_are_refused(library, monkeypatch):
    monkeypatch.setenv("DATELINE_FETCH", "1")
    app = library()
    next(area for area in app.text_area if area.label.startswith("Addresses")).set_value("\n".join(f"http://127.0.0.1/{n}" for n in range(21)))
    next(button for button in app.button if button.label == "Fetch and add").click().run()
    assert [error.value for error in app.error] == ["At most 20 addresses at a time"]
