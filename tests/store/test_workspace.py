"""The workspace: whole or not at all, once or not again, and readable while it is written."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
import threading
from pathlib import Path

import msgspec
import pyarrow as pa
import pytest

from core.errors import StoreError
from core.records import RECORD_TYPES, Article, EnrichedArticle, to_json
from core.store import delta
from core.store.delta import Tables
from core.store.tables import SCHEMAS, arrow_type, as_given
from core.store.workspace import SEED, Workspace
from tests.store.made import made, raqqa


def test_what_goes_in_comes_out(empty):
    article = raqqa("it's \u00e9 \"odd\" '; DROP TABLE articles; --")
    empty.add([article])
    assert empty.enriched(article.article.id) == article


def test_every_field_of_every_record_has_a_column():
    for kind, record in RECORD_TYPES.items():
        assert {f.name for f in msgspec.structs.fields(record)} <= set(SCHEMAS[kind].names)
    assert {f.name for f in msgspec.structs.fields(Article)} <= set(SCHEMAS["articles"].names)


def test_a_field_that_no_table_can_hold_is_refused():
    assert arrow_type(tuple[tuple[int, int], ...]) == pa.list_(pa.list_(pa.int64()))
    with pytest.raises(TypeError):
        arrow_type(set)


def test_adding_twice_is_adding_once(empty):
    empty.add([raqqa()])
    before = empty.enriched("raqqa")
    empty.add([raqqa()])
    assert empty.enriched("raqqa") == before
    assert len(empty.enrichments()) == 1


def test_the_same_id_twice_in_a_batch_is_refused(empty):
    with pytest.raises(StoreError, match="same id"):
        empty.add([raqqa(), raqqa()])
    assert empty.enrichments() == {}


def test_a_new_version_takes_the_place_of_the_old_one(workspace):
    workspace.add([made("raqqa", "All is new here.", outlet="Herald")])
    assert workspace.enriched("raqqa") == made("raqqa", "All is new here.", outlet="Herald")
    assert workspace.search("bridge") == []
    assert workspace.search("new") == ["raqqa"]


def test_removing_leaves_the_others(workspace):
    workspace.remove(["raqqa", "unknown"])
    assert set(workspace.enrichments()) == {"bare", "old"}
    assert workspace.search("bridge") == []
    with pytest.raises(StoreError, match="no article 'raqqa'"):
        workspace.enriched("raqqa")
    with pytest.raises(StoreError):
        workspace.article("raqqa")


def test_the_version_changes_with_commits_and_with_the_desk(workspace):
    versions = [workspace.version]
    workspace.remove(["old"])
    versions.append(workspace.version)
    workspace.desk.set_published("bare", "2020-01-01")
    versions.append(workspace.version)
    assert len(set(versions)) == 3
    assert workspace.snapshot() is workspace.snapshot()


def test_another_process_s_writing_is_seen(workspace):
    other = Workspace(workspace.folder)
    other.add([made("late", "It came late.")])
    assert "late" in workspace.enrichments()
    assert workspace.search("late") == ["late"]


@pytest.mark.parametrize("broken", ["claims", "checks", "articles"])
def test_a_writer_that_dies_leaves_nothing_half_done(workspace, monkeypatch, broken):
    before = workspace.enriched("raqqa")
    write = delta.write_deltalake

    def dies(table, data, **options):
        if str(table.table_uri).rstrip("/").endswith(broken):
            raise delta.DeltaError("the disk is full")
        write(table, data, **options)

    monkeypatch.setattr(delta, "write_deltalake", dies)
    with pytest.raises(StoreError, match="disk is full"):
        workspace.add([raqqa(title="Changed"), raqqa("second")])
    monkeypatch.undo()
    reader = Workspace(workspace.folder)
    assert reader.enriched("raqqa") == before
    assert set(reader.enrichments()) == {"raqqa", "bare", "old"}
    reader.add([made("next", "It goes on.")])
    assert reader.enriched("raqqa") == before
    counts = reader.snapshot().rows("SELECT count(*) AS n FROM entities")
    assert counts[0]["n"] == len(before.entities)


def test_many_small_commits_are_gathered(empty, monkeypatch):
    monkeypatch.setattr(delta, "MANY_FILES", 3)
    for n in range(8):
        empty.add([raqqa(f"a{n}")])
    _, files = Tables(empty.folder / "records").files()
    assert all(len(names) <= 4 for names in files.values())
    assert empty.enriched("a0") == raqqa("a0")
    assert len(empty.enrichments()) == 8


def _write_many(folder: str, start: int) -> None:
    workspace = Workspace(folder)
    for n in range(6):
        workspace.add([raqqa(f"{start}-{n}"), raqqa("shared", title=f"{start}-{n}")])


def test_readers_see_whole_articles_while_others_write(tmp_path):
    folder = tmp_path / "work"
    Workspace(folder).add([raqqa("first")])
    context = multiprocessing.get_context("spawn")
    writers = [context.Process(target=_write_many, args=(str(folder), n)) for n in range(2)]
    for writer in writers:
        writer.start()
    wanted, seen, reader = msgspec.structs.replace(raqqa("x"), article=raqqa("y").article), 0, Workspace(folder)
    while any(writer.is_alive() for writer in writers) or not seen:
        for found in reader.enriched_many(list(reader.enrichments())):
            assert msgspec.structs.replace(found, article=wanted.article) == wanted
            seen += 1
    assert [writer.exitcode for writer in writers] == [0, 0]
    assert set(reader.enrichments()) == {"first", "shared"} | {f"{w}-{n}" for w in range(2) for n in range(6)}


def test_threads_share_a_workspace(workspace):
    failed: list[Exception] = []

    def read() -> None:
        try:
            for _ in range(5):
                assert workspace.enriched("raqqa").article.id == "raqqa"
                workspace.desk.note(workspace.enriched("raqqa"), "seen")
        except Exception as error:
            failed.append(error)

    threads = [threading.Thread(target=read) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failed == []


def test_a_new_workspace_takes_the_seed_once(tmp_path):
    seed = tmp_path / "seed.ndjson"
    seed.write_text(to_json(raqqa()) + "\n\n" + to_json(made("b", "Second.")) + "\n", encoding="utf-8")
    workspace = Workspace.open_or_create(tmp_path / "w", seed)
    assert set(workspace.enrichments()) == {"raqqa", "b"}
    workspace.remove(["raqqa", "b"])
    assert Workspace.open_or_create(tmp_path / "w", seed).enrichments() == {}


def test_seed_articles_follow_a_seed_that_was_made_again(tmp_path):
    seed = tmp_path / "seed.ndjson"
    seed.write_text("".join(to_json(made(name, "First.")) + "\n" for name in "abc"), encoding="utf-8")
    workspace = Workspace.open_or_create(tmp_path / "w", seed)
    workspace.remove(["b"])
    workspace.add([made("c", "My own.")], {"c": "key"})
    seed.write_text("".join(to_json(made(name, "Second.")) + "\n" for name in "abcd"), encoding="utf-8")
    again = Workspace.open_or_create(tmp_path / "w", seed)
    assert {name: again.article(name).text for name in again.enrichments()} == {"a": "Second.", "c": "My own."}
    version = again.version
    assert Workspace.open_or_create(tmp_path / "w", seed).version == version


def test_a_workspace_that_had_no_seed_gets_none_later(tmp_path):
    Workspace(tmp_path / "w").add([made("a", "Mine.")])
    seed = tmp_path / "seed.ndjson"
    seed.write_text(to_json(made("a", "Seed.")) + "\n", encoding="utf-8")
    assert Workspace.open_or_create(tmp_path / "w", seed).article("a").text == "Mine."


def test_records_that_are_gone_are_said(workspace):
    workspace.snapshot()
    for file in (workspace.folder / "records" / "claims").glob("*.parquet"):
        file.unlink()
    with pytest.raises(StoreError, match="cannot be read"):
        workspace.enriched("raqqa")


def test_without_a_seed_a_new_workspace_is_empty(tmp_path):
    assert Workspace.open_or_create(tmp_path / "w", tmp_path / "none").enrichments() == {}
    assert Workspace.exists(tmp_path / "w")
    assert not Workspace.exists(tmp_path / "other")


def test_opening_the_seed_workspace_loads_no_spacy(tmp_path):
    code = (
        "import sys; from core.store.workspace import SEED, Workspace; from core.store import queries, exports\n"
        f"w = Workspace.open_or_create({str(tmp_path / 'w')!r}, SEED); assert len(queries.claims(w)) > 0; queries.overview(w)\n"
        "print([m for m in ('spacy', 'thinc', 'streamlit', 'distributed') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=SEED.parent.parent)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("name", ["a*", "a?", "[a]", "a#b", "a%20b"])
def test_a_folder_that_would_be_a_pattern_is_refused(tmp_path, name):
    with pytest.raises(StoreError, match="must not have"):
        Workspace(tmp_path / name)


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match="file"):
        Workspace(tmp_path / "file" / "work")


@pytest.mark.parametrize("name", ["with space", "it's", "é", "a;b", "$(x)", "日本"])
def test_odd_folder_names_work(tmp_path, name):
    workspace = Workspace(tmp_path / name)
    workspace.add([raqqa()])
    workspace.add([raqqa()])
    assert workspace.enriched("raqqa") == raqqa()


def test_columns_that_older_files_lack_are_null(empty, monkeypatch):
    old = pa.schema([f for f in SCHEMAS["claims"] if f.name != "status"])
    folder = Path(empty.folder).parent / "older"
    monkeypatch.setitem(SCHEMAS, "claims", old)
    Workspace(folder).add([raqqa("before")])
    monkeypatch.undo()
    newer = Workspace(folder)
    assert [c.status for c in newer.enriched("before").claims] == [None, None]
    newer.add([raqqa("after")])
    assert [c.status for c in newer.enriched("after").claims] == ["done", None]
    assert [c.status for c in newer.enriched("before").claims] == [None, None]


def test_what_was_found_is_taken_away_to_enrich_again():
    found = Article(id="a", text="T", dateline="ROME", published="2019-05-06", published_basis="stated", published_earliest="2019-05-06")
    assert as_given(found) == Article(id="a", text="T")
    given = msgspec.structs.replace(found, published_basis="given")
    assert as_given(given) == msgspec.structs.replace(given, dateline=None)


def test_the_article_as_read_is_kept(empty):
    read = Article(id="raqqa", text=raqqa().article.text, outlet="Courier")
    empty.add([raqqa()], {"raqqa": "key"}, {"raqqa": read})
    assert empty.given("raqqa") == read
    assert empty.enrichments() == {"raqqa": "key"}
    with pytest.raises(StoreError):
        empty.given("none")


def test_enriched_many_keeps_the_order_asked_for(workspace):
    found = [e.article.id for e in workspace.enriched_many(["old", "none", "raqqa", "bare"])]
    assert found == ["old", "raqqa", "bare"]


def test_an_article_without_records_is_an_article(empty):
    empty.add([made("a", "Text.")])
    assert empty.enriched("a") == EnrichedArticle(article=made("a", "Text.").article)
