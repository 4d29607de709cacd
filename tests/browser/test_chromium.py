"""A machine without a browser that starts is told apart before any test needs one."""

from __future__ import annotations

import pytest

from tests.browser.chromium import what_is_missing


def test_a_browser_that_starts_lacks_nothing() -> None:
    assert what_is_missing() is None


@pytest.mark.parametrize("path", ["/no/such/browser", "/bin/false"])
def test_a_browser_that_does_not_start_is_named(monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.setenv("CHROMIUM", path)
    assert f"{path} does not start" in (what_is_missing() or "")
