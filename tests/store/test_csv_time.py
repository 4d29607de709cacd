"""The claims' CSV gives the time that a number covers as EDTF too."""

from __future__ import annotations

import csv
import io

from core.store.exports import FORMATS
from core.store.filters import Filters
from core.store.workspace import SEED, Workspace


def test_windows_stand_as_edtf(tmp_path):
    workspace = Workspace.open_or_create(tmp_path / "w", SEED)
    text = FORMATS["csv"].text(workspace, Filters(category=("strikes", "money")))
    found = {row["category"]: row["window_edtf"] for row in csv.DictReader(io.StringIO(text)) if row["category"] in ("strikes", "money")}
    assert found == {"strikes": "2014-09-01/2015-11-17", "money": "2015-11-17/"}
