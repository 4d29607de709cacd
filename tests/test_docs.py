"""The README says what is there: commands, settings, record kinds, dependencies, files."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import msgspec
import pytest

from core.read import READERS
from core.records import RECORD_TYPES, Article, Record
from core.settings import SETTINGS

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


def fields(record: type[msgspec.Struct]) -> list[str]:
    return [f.name for f in msgspec.structs.fields(record)]


def table_row(first_cell: str) -> str:
    rows = [line for line in README.splitlines() if line.startswith(f"| {first_cell} |")]
    assert len(rows) == 1, f"the README has {len(rows)} rows for {first_cell}"
    return rows[0]


@pytest.mark.parametrize("setting", SETTINGS, ids=lambda s: s.name)
def test_every_setting_is_told(setting):
    row = table_row(f"`{setting.name}`")
    assert setting.help in row
    assert (f"`{setting.default}`" if setting.default else "empty") in row


@pytest.mark.parametrize("kind", RECORD_TYPES)
def test_every_record_kind_is_told_with_its_fields(kind):
    row = table_row(f"`{kind}`")
    told = re.findall(r"`(\w+)`", row.split("|")[3])
    assert told == [f for f in fields(RECORD_TYPES[kind]) if f not in fields(Record)]


def test_the_article_is_told_with_its_fields():
    assert re.findall(r"`(\w+)`", table_row("`article`").split("|")[3]) == fields(Article)


def test_every_direct_dependency_has_a_reason():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    packages = [d.split("==")[0] for d in project["project"]["dependencies"]]
    told = {name.strip() for line in README.splitlines() if line.count("|") == 4 for name in line.split("|")[1].split(",")}
    assert [p for p in packages if p not in told] == []


@pytest.mark.parametrize("target", sorted(set(re.findall(r"`make (\w+)|^make (\w+)", README, re.MULTILINE))))
def test_every_make_target_named_exists(target):
    target = "".join(target)
    assert re.search(rf"^{target}:", MAKEFILE, re.MULTILINE), target


@pytest.mark.parametrize("command", ["enrich", "ingest", "export", "desk"])
def test_the_commands_named_exist(command):
    assert f"python -m core {command}" in README
    done = subprocess.run([sys.executable, "-m", "core", command, "--help"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "usage: python -m core" in done.stdout


@pytest.mark.parametrize("path", sorted(set(re.findall(r"`((?:core|pages|static|tests|seeds|benchmarks)/[\w/.]+)`", README))))
def test_every_file_named_exists(path):
    assert (ROOT / path).exists()


def test_the_picture_exists():
    for path in re.findall(r"!\[[^]]*]\(([^)]+)\)", README):
        assert (ROOT / path).is_file()


def test_pages_named_are_the_pages_there():
    told = set(re.findall(r"`/(\w+)[`?]", README))
    assert told == {p.stem for p in ROOT.glob("pages/*.py")} - {"overview"}


def test_every_format_is_told():
    formats = README.partition("## Formats")[2].partition("## Settings")[0]
    assert set(re.findall(r"`(\.\w+)`", formats)) == set(READERS)
