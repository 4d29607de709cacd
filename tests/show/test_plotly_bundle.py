"""The committed plotly.js is the one that the figures are checked against."""

from __future__ import annotations

import json
import re
from pathlib import Path

import plotly

from core.show.plotly_view import PLOTLY

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "static" / PLOTLY


def version(script: Path) -> str:
    """The version in the comment that opens the script."""
    found = re.search(r"plotly\.js v?(\d+\.\d+\.\d+)", script.read_text("utf-8")[:200])
    assert found
    return found[1]


def test_script_recipe_and_schema_are_of_one_version():
    recipe = json.loads((ROOT / "core/show/plotly_bundle/package.json").read_text("utf-8"))
    checked_against = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    assert version(SCRIPT) == recipe["dependencies"]["plotly.js"] == version(checked_against)
    assert version(SCRIPT) in PLOTLY


def test_the_script_has_the_traces_of_the_figures_and_not_much_more():
    text = SCRIPT.read_text("utf-8")
    for name in ("scatter", "bar", "scattergeo", "choropleth"):
        assert f'moduleType:"trace",name:"{name}"' in text
    assert 'name:"scattergl"' not in text
    assert len(text) < 2_000_000
    assert "MIT License" in text[:300]
