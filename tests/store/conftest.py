"""A workspace with a few hand-made articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.store.workspace import Workspace
from tests.store.made import made, raqqa


@pytest.fixture
def empty(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "work")


@pytest.fixture
def workspace(empty: Workspace) -> Workspace:
    empty.add([raqqa(), made("bare", "Nothing is known of this.", outlet="Herald"), made("old", "An old one.", published="2001-01-01")])
    return empty
