"""The commands as the contract has them: output, order, messages and exit status."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from core import __main__ as commands
from core.__main__ import FILTER_HELP, FORMAT_NAMES, main
from core.errors import ModelError
from core.records import RECORD_TYPES, EnrichedArticle, from_json
from core.settings import SETTINGS
from core.store.exports import FORMATS
from core.store.filters import Filters
from core.store.workspace import SEED, Workspace

ROOT = SEED.parent.parent
GOOD = "Rebels killed at least 20 soldiers near Aleppo on 3 May 2016, the army said."


@pytest.fixture(autouse=True)
def one_model(nlp, monkeypatch):
    """The commands load the model; here they share the session's."""
    monkeypatch.setattr("core.ingest.engines._load", lambda: nlp)


@pytest.fixture
def inputs(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "b.txt").write_text(GOOD, encoding="utf-8")
    (folder / "a.jsonl").write_text(f'{{"id": "line", "text": "{GOOD}", "outlet": "Courier", "published": "2016-05-04"}}\n{{"id": "x"}}\n', encoding="utf-8")
    (folder / "empty.txt").write_bytes(b"")
    return folder


def lines(text: str) -> list[str]:
    return text.splitlines()


def test_enrich_writes_one_article_a_line_in_order(inputs, capfdbinary):
    status = main(["enrich", str(inputs), str(inputs / "none.txt")])
    out, err = (part.decode() for part in capfdbinary.readouterr())
    assert status == 1
    assert [from_json(line).article.id for line in lines(out)] == ["line", "b"]
    assert lines(err) == [
        f"{inputs}/a.jsonl:2: lacks text",
        f"{inputs}/empty.txt: empty",
        f"{inputs}/none.txt: no such file or folder",
    ]
    row = json.loads(lines(out)[0])
    assert list(row) == ["article", *RECORD_TYPES]
    assert row["article"]["published_basis"] == "given"


def test_enrich_to_a_file_says_nothing(inputs, tmp_path, capfd):
    out = tmp_path / "out.jsonl"
    assert main(["enrich", str(inputs / "b.txt"), "--out", str(out)]) == 0
    assert capfd.readouterr() == ("", "")
    enriched = from_json(out.read_bytes())
    assert isinstance(enriched, EnrichedArticle)
    assert enriched.article.text == GOOD
    for kind in RECORD_TYPES:
        for record in getattr(enriched, kind):
            assert GOOD[record.start_char : record.end_char] == record.text


def test_ingest_skips_what_is_there_and_export_gives_it(inputs, tmp_path, capfd):
    work = ["--workspace", str(tmp_path / "work")]
    assert main(["ingest", str(inputs), *work]) == 1
    assert capfd.readouterr().out == "2 stored, 0 unchanged, 2 failed\n"
    assert main(["ingest", str(inputs / "b.txt"), *work]) == 0
    assert capfd.readouterr().out == "0 stored, 1 unchanged, 0 failed\n"
    assert main(["export", "json", *work, "--outlet", "Courier"]) == 0
    exported = [from_json(line) for line in lines(capfd.readouterr().out)]
    assert [e.article.id for e in exported] == ["line"]
    assert main(["enrich", str(inputs / "a.jsonl")]) == 1
    assert from_json(lines(capfd.readouterr().out)[0]) == exported[0]


@pytest.mark.parametrize("name", FORMAT_NAMES)
def test_every_format_goes_to_a_file(name, inputs, tmp_path, capfd):
    work = ["--workspace", str(tmp_path / "work")]
    assert main(["ingest", str(inputs / "b.txt"), *work]) == 0
    out = tmp_path / f"out{FORMATS[name].suffix}"
    assert main(["export", name, *work, "--out", str(out)]) == 0
    assert out.stat().st_size > 0
    assert (tmp_path / "out.csv-metadata.json").exists() == (name == "csv")
    capfd.readouterr()
    assert main(["export", name, *work]) == 0
    assert capfd.readouterr().out == out.read_bytes().decode()


def test_export_without_a_workspace_uses_the_dashboard_s(tmp_path, monkeypatch, capfd):
    monkeypatch.setenv("DATELINE_WORKSPACE", str(tmp_path / "default"))
    assert main(["export", "json"]) == 0
    seeds = SEED.read_text(encoding="utf-8")
    assert sorted(lines(capfd.readouterr().out)) == sorted(lines(seeds))


def test_a_workspace_that_is_named_must_be_there(tmp_path, capfd):
    assert main(["export", "json", "--workspace", str(tmp_path / "none")]) == 1
    assert "no workspace here" in capfd.readouterr().err
    assert not (tmp_path / "none").exists()


def test_an_output_that_cannot_be_written_is_said(inputs, tmp_path, capfd):
    assert main(["enrich", str(inputs), "--out", str(tmp_path / "no" / "out.jsonl")]) == 1
    assert lines(capfd.readouterr().err) == [f"{tmp_path}/no/out.jsonl: No such file or directory"]


def test_a_disk_that_is_full_is_said(inputs, capfd):
    assert main(["enrich", str(inputs / "b.txt"), "--out", "/dev/full"]) == 1
    assert lines(capfd.readouterr().err) == ["No space left on device"]


def test_nothing_is_written_over_what_is_read(inputs, capfd):
    same = inputs / ".." / "in" / "b.txt"
    assert main(["enrich", str(inputs / "b.txt"), "--out", str(same)]) == 2
    assert "is an input" in capfd.readouterr().err
    assert same.read_text() == GOOD


def test_what_is_written_into_the_folder_that_is_read_is_no_input(inputs, capfd):
    for name in ("a.jsonl", "empty.txt"):
        (inputs / name).unlink()
    for _ in range(2):
        assert main(["enrich", str(inputs), "--out", str(inputs / "out.jsonl")]) == 0
        assert [from_json(line).article.id for line in lines((inputs / "out.jsonl").read_text())] == ["b"]
    assert capfd.readouterr().err == ""


def test_a_filter_that_is_no_text_finds_nothing(inputs, tmp_path, capfd):
    Workspace(tmp_path / "w")
    assert main(["export", "csv", "--place", "\udcff", "--text", "\udcff", "--workspace", str(tmp_path / "w")]) == 0
    assert len(lines(capfd.readouterr().out)) == 1


def test_a_missing_model_is_one_line(inputs, monkeypatch, capfd):
    def missing() -> None:
        raise ModelError("no spaCy model x is installed")

    monkeypatch.setattr("core.ingest.engines._load", missing)
    assert main(["enrich", str(inputs / "b.txt")]) == 1
    assert lines(capfd.readouterr().err) == ["no spaCy model x is installed"]


@pytest.mark.parametrize(
    "argv",
    [
        [],
        ["what"],
        ["enrich"],
        ["export"],
        ["export", "docx"],
        ["export", "json", "--begin", "soon"],
        ["export", "json", "--colour", "red"],
        ["ingest", "x", "--workers", "0"],
        ["ingest", "x", "--workers", "many"],
    ],
)
def test_wrong_usage_is_status_2(argv, capfd):
    with pytest.raises(SystemExit) as left:
        main(argv)
    assert left.value.code == 2
    assert "usage: python -m core" in capfd.readouterr().err


def test_help_names_every_command_setting_format_and_filter(capfd):
    for argv, named in (
        (["--help"], ["enrich", "ingest", "export", *(s.name for s in SETTINGS), *(s.help for s in SETTINGS)]),
        (["export", "--help"], [*FORMATS, *(f"--{name}" for name in FILTER_HELP)]),
        (["ingest", "--help"], ["--workspace", "--workers", "--scheduler"]),
    ):
        with pytest.raises(SystemExit) as left:
            main(argv)
        assert left.value.code == 0
        said = capfd.readouterr().out
        assert [name for name in named if name not in said] == []


def test_the_command_line_has_the_filters_and_formats_of_the_store():
    assert tuple(FILTER_HELP) == Filters.__match_args__
    assert tuple(FORMATS) == FORMAT_NAMES
    assert commands.ONCE == ("begin", "end", "text")


def test_the_commands_run_as_a_module():
    done = subprocess.run([sys.executable, "-m", "core", "enrich", "nowhere.txt"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "nowhere.txt: no such file or folder\n")


def test_a_reader_that_has_had_enough_is_no_error(tmp_path):
    work = Workspace.open_or_create(tmp_path / "work", SEED)
    assert work.enrichments()
    command = f'"{sys.executable}" -m core export webannotation --workspace "{tmp_path / "work"}" | head -c 10'
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert len(done.stdout) == 10
    assert done.stderr == ""


def test_what_people_wrote_goes_out_and_comes_back(inputs, tmp_path, capfd):
    here, there, file = tmp_path / "here", tmp_path / "there", tmp_path / "desk.jsonl"
    main(["ingest", str(inputs / "b.txt"), "--workspace", str(here)])
    kept = Workspace(here)
    kept.desk.note(kept.enriched("b"), "Ask again.")
    kept.desk.set_published("b", "2016-05-05")
    assert main(["desk", "--workspace", str(here), "--out", str(file)]) == 0
    main(["ingest", str(inputs / "b.txt"), "--workspace", str(there)])
    capfd.readouterr()
    assert main(["desk", str(file), "--workspace", str(there)]) == 0
    assert lines(capfd.readouterr().err) == [f"{file}: 2 entries added"]
    (article,) = Workspace(there).enriched_many(["b"])
    assert article.article.published == "2016-05-05"
    assert main(["desk", str(file), "--workspace", str(there)]) == 0
    out, err = capfd.readouterr()
    assert lines(err) == [f"{file}: 0 entries added, 2 there already"]
    assert out == ""
    main(["desk", "--workspace", str(there)])
    assert capfd.readouterr().out == file.read_text(encoding="utf-8")


def test_a_file_of_no_desk_is_named_and_the_others_are_added(tmp_path, capfd):
    good, bad = tmp_path / "good.jsonl", tmp_path / "bad.jsonl"
    good.write_text('{"entry":"view","name":"a","query":"map","at":"2026-01-02T03:04:05Z"}', encoding="utf-8")
    bad.write_text("\n{}\n", encoding="utf-8")
    Workspace(tmp_path / "w")
    assert main(["desk", str(bad), str(good), str(tmp_path / "none"), "--workspace", str(tmp_path / "w")]) == 1
    out, err = capfd.readouterr()
    assert (out, [line.split(": ")[0] for line in lines(err)]) == ("", [f"{bad}:2", str(good), str(tmp_path / "none")])
    assert Workspace(tmp_path / "w").desk.views() == {"a": "map"}


def test_a_desk_s_file_that_was_not_taken_in_is_not_written_over(tmp_path, capfd):
    bad = tmp_path / "bad.jsonl"
    bad.write_text('{"entry":"view","name":"a","query":"map","at":"2026-01-02T03:04:05Z"}\n{}\n', encoding="utf-8")
    kept = bad.read_bytes()
    Workspace(tmp_path / "w")
    assert main(["desk", str(bad), "--out", str(bad), "--workspace", str(tmp_path / "w")]) == 1
    assert "not written" in capfd.readouterr().err
    assert bad.read_bytes() == kept
