"""The house keeps its shape: who may know whom, and how large a room may be."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
WINGS = ("read", "extract", "store", "show")
GROUND = "ground"
SOURCES = sorted([*ROOT.glob("core/**/*.py"), *ROOT.glob("pages/*.py"), ROOT / "dashboard.py"])
LAYOUT = {
    "requirements.txt", "requirements-dev.txt", "dashboard.py", "pages", "core", "seeds", "tests", ".streamlit", "README.md",
    "LICENSE", "Makefile", "pyproject.toml", "static", "benchmarks", ".ci", ".gitignore", ".gitattributes", "packages.txt",
}  # fmt: skip

MAY_IMPORT = {
    "streamlit": ("core/show/", "pages/", "dashboard.py"),
    "spacy": ("core/extract/",),
    "thinc": ("core/extract/",),
    "sqlite3": ("core/store/", "core/extract/gazetteer/", "core/shapes"),
    "duckdb": ("core/store/",),
    "deltalake": ("core/store/",),
    "plotly": ("core/show/",),
    "distributed": ("core/ingest",),
    "pypdfium2": ("core/read/",),
    "trafilatura": ("core/read/",),
    "lxml": ("core/read/",),
    "striprtf": ("core/read/",),
}
"""Package -> where alone it may be imported."""

MAY_KNOW = {
    "read": {GROUND},
    "extract": {GROUND},
    "store": {GROUND},
    "show": {GROUND, "store"},
}
"""Wing -> what it may import of the project. ``ingest`` and ``__main__`` join the wings."""


def imports(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def relative(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def in_wings() -> list[Path]:
    return [p for p in SOURCES if p.is_relative_to(ROOT / "core") and p.relative_to(ROOT / "core").parts[0] in WINGS]


def wing_of(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in WINGS else GROUND


@pytest.mark.parametrize("path", SOURCES, ids=relative)
def test_a_library_is_imported_only_where_it_belongs(path):
    for module in imports(path):
        allowed = MAY_IMPORT.get(module.split(".")[0])
        assert allowed is None or relative(path).startswith(allowed), f"{relative(path)} imports {module}"


@pytest.mark.parametrize("path", in_wings(), ids=relative)
def test_wings_do_not_know_each_other(path):
    own = path.relative_to(ROOT / "core").parts[0]
    for module in imports(path):
        if module.startswith("core."):
            assert wing_of(module) in MAY_KNOW[own] | {own}, f"{relative(path)} imports {module}"


JOINS_THE_WINGS = {"core/__main__.py"}


@pytest.mark.parametrize("path", [p for p in SOURCES if relative(p).count("/") == 1 and relative(p).startswith("core/")], ids=relative)
def test_the_ground_floor_knows_no_wing(path):
    if relative(path) not in JOINS_THE_WINGS:
        assert [m for m in imports(path) if m.startswith("core.") and wing_of(m) != GROUND] == []


@pytest.mark.parametrize("path", sorted(ROOT.glob("pages/*.py")), ids=relative)
def test_a_page_reaches_only_for_views_and_queries(path):
    for module in imports(path):
        assert wing_of(module) not in {"read", "extract"}, f"{relative(path)} imports {module}"


@pytest.mark.parametrize("path", sorted([*SOURCES, *ROOT.glob("tests/**/*.py"), *ROOT.glob("benchmarks/*.py")]), ids=relative)
def test_files_stay_short(path):
    assert path.read_text(encoding="utf-8").count("\n") < 400


def test_importing_core_loads_no_heavy_library():
    modules = ["core", "core.records", "core.settings", "core.errors"]
    code = f"import sys, {', '.join(modules)}; print([m for m in ('spacy', 'streamlit', 'pandas', 'duckdb') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_the_top_level_is_the_agreed_one():
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True).stdout.splitlines()
    assert {name.split("/")[0] for name in tracked} <= LAYOUT


def test_no_name_hides_what_a_module_is_for():
    for path in SOURCES:
        assert path.stem not in {"utils", "util", "helpers", "common", "manager", "misc"}, relative(path)
