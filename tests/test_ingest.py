"""Many articles: none lost, none twice, whatever dies on the way. Most tests need no model."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from core.errors import ExtractError, ModelError, ReadError
from core.extract import version
from core.extract.batch import enrich_batch as extract_batch
from core.ingest import COMMIT_EVERY, Done, enrich, enrichment_key, from_text, from_upload, ingest, reenrich
from core.ingest.engines import BATCH_CHARS, Cluster, Local, Pool, batched, engine
from core.records import Article, EnrichedArticle, to_json
from core.store.workspace import SEED, Workspace
from tests.dying import deadly, fake, no_model


def article(name: str, text: str = "It rained.", **known: str) -> Article:
    return Article(id=name, text=text, **known)


class Fake:
    """An engine without a model: an article that says "fail" fails."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def run(self, batches):
        for batch in batches:
            self.seen += [a.id for a in batch]
            yield [fake(a) for a in batch]


@pytest.fixture
def workspace(tmp_path: Path) -> Workspace:
    return Workspace(tmp_path / "work")


def states(done) -> list[tuple[str, str]]:
    return [(d.name, d.state) for d in done]


def test_each_article_is_stored_once(workspace):
    items = [article("a"), ReadError("b.txt", "empty"), article("c", "fail"), article("d")]
    engine = Fake()
    done = list(ingest(workspace, items, engine))
    assert sorted(states(done)) == [("a", "stored"), ("b.txt", "failed"), ("c", "failed"), ("d", "stored")]
    assert Done("c", "failed", "it failed") in done
    assert set(workspace.enrichments()) == {"a", "d"}
    commits = workspace.version
    again = Fake()
    assert sorted(states(ingest(workspace, items, again))) == [("a", "unchanged"), ("b.txt", "failed"), ("c", "failed"), ("d", "unchanged")]
    assert again.seen == ["c"]
    assert workspace.version == commits


def test_what_changed_is_enriched_again(workspace):
    list(ingest(workspace, [article("a"), article("b")], Fake()))
    engine = Fake()
    list(ingest(workspace, [article("a", "It snowed."), article("b", outlet="Courier")], engine))
    assert engine.seen == ["a", "b"]
    assert workspace.article("a").text == "It snowed."
    assert workspace.article("b").outlet == "Courier"


def test_an_enrichment_that_is_known_is_not_made_again(workspace):
    list(ingest(workspace, [article("a")], Fake()))
    workspace.remove(["a"])
    engine = Fake()
    assert states(ingest(workspace, [article("a")], engine)) == [("a", "stored")]
    assert engine.seen == []
    assert workspace.article("a").text == "It rained."


def test_other_rules_make_it_again(workspace, monkeypatch):
    list(ingest(workspace, [article("a")], Fake()))
    monkeypatch.setattr("core.ingest.rules_version", lambda: "other")
    engine = Fake()
    assert states(ingest(workspace, [article("a")], engine)) == [("a", "stored")]
    assert engine.seen == ["a"]


def test_a_key_depends_on_all_that_it_should(monkeypatch):
    keys = {enrichment_key(article("a")), enrichment_key(article("b")), enrichment_key(article("a", "Else.")), enrichment_key(article("a", published="2015-01-01"))}
    monkeypatch.setattr("core.ingest.model_name", lambda: "other 1.0")
    assert len(keys | {enrichment_key(article("a"))}) == 5


def test_the_same_id_twice_is_said(workspace):
    assert sorted(states(ingest(workspace, [article("a"), article("a", "Else.")], Fake()))) == [("a", "failed"), ("a", "stored")]


def test_many_articles_come_in_several_commits(workspace):
    items = [article(f"a{n}") for n in range(COMMIT_EVERY + 40)]
    run = ingest(workspace, items, Fake())
    assert next(run).state == "stored"
    assert len(workspace.enrichments()) >= COMMIT_EVERY
    assert len(list(run)) == COMMIT_EVERY + 39
    assert len(workspace.enrichments()) == COMMIT_EVERY + 40


def test_a_date_that_a_person_set_goes_into_the_enrichment(workspace):
    list(ingest(workspace, [article("a")], Fake()))
    mark = workspace.desk.set_published("a", "2015-11-17")
    assert states(reenrich(workspace, ["a"], Fake())) == [("a", "stored")]
    stored = workspace.snapshot().rows("SELECT published FROM raw_articles")
    assert stored == [{"published": "2015-11-17"}]
    assert workspace.given("a").published is None
    workspace.desk.undo(mark)
    list(reenrich(workspace, ["a"], Fake()))
    assert workspace.article("a").published is None


def test_a_stream_keeps_its_order_and_flows():
    asked: list[str] = []

    def items():
        for n in range(100):
            asked.append(str(n))
            yield ReadError(f"{n}.txt", "empty") if n % 10 == 0 else article(str(n), "fail" if n == 55 else "It rained.")

    stream = enrich(items(), Fake())
    first = next(stream)
    assert len(asked) < 50
    named = [first, *stream]
    assert [getattr(r, "name", None) or r.article.id for r in named] == [f"{n}.txt" if n % 10 == 0 else str(n) for n in range(100)]
    assert isinstance(named[55], ExtractError)


def test_errors_alone_need_no_engine():
    engine = Fake()
    (error,) = enrich([ReadError("a.txt", "empty")], engine)
    assert isinstance(error, ReadError)
    assert engine.seen == []


def test_batches_are_bounded():
    assert [len(b) for b in batched(article(str(n)) for n in range(70))] == [32, 32, 6]
    assert [len(b) for b in batched(article(str(n), "x" * BATCH_CHARS) for n in range(3))] == [1, 1, 1]


def test_the_command_line_chooses_the_engine():
    assert isinstance(engine(), Local)
    assert isinstance(engine(3), Pool)
    assert isinstance(engine(3, "tcp://127.0.0.1:1"), Cluster)


def test_one_bad_article_costs_only_itself(nlp, monkeypatch):
    name, component = nlp.pipeline[-1]

    def picky(doc):
        if "poison" in doc.text:
            raise ValueError("cannot\nbear it")
        return component(doc)

    monkeypatch.setattr(nlp, "get_pipe", lambda wanted, get=nlp.get_pipe: picky if wanted == name else get(wanted))
    results = extract_batch(nlp, [article("a", "All is well."), article("b", "This is poison."), article("c", "All is well.")])
    assert [type(r) for r in results] == [EnrichedArticle, ExtractError, EnrichedArticle]
    assert str(results[1]) == "b: ValueError: cannot"


def test_the_seed_workspace_is_what_the_rules_make_now(nlp):
    from core.read import read

    made = "".join(to_json(r) + "\n" for r in enrich(read([SEED.parent]), Local(nlp)) if isinstance(r, EnrichedArticle))
    assert SEED.read_text(encoding="utf-8") == made, "the rules have changed: run make seed"


def test_a_killed_worker_loses_no_article(tmp_path):
    texts = {7: "kill once", 40: "kill", 90: "fail"}
    items = [article(str(n), texts.get(n, "It rained."), url=str(tmp_path / f"{n}")) for n in range(130)]
    results = [r for part in Pool(2, no_model, deadly).run(batched(items)) for r in part]
    made = {r.article.id for r in results if isinstance(r, EnrichedArticle)}
    failed = {r.name: r.reason for r in results if isinstance(r, ExtractError)}
    assert len(results) == 130
    assert made | set(failed) == {str(n) for n in range(130)}
    assert failed == {"40": "the process that enriched it died, twice", "90": "it failed"}


def test_a_pool_does_not_read_ahead():
    asked = 0

    def batches():
        nonlocal asked
        for n in range(50):
            asked += 1
            yield [article(str(n))]

    run = Pool(2, no_model, deadly).run(batches())
    next(run)
    assert asked < 10
    assert sum(1 for _ in run) == 49


def test_without_a_model_nothing_is_started(monkeypatch):
    monkeypatch.setattr(version, "find_spec", lambda name: None)
    with pytest.raises(ModelError, match="pip install"):
        next(Pool(2).run(iter([[article("a")]])))


def test_a_cluster_that_loses_a_worker_loses_no_article(tmp_path):
    distributed = pytest.importorskip("distributed")
    from core.ingest.cluster import run

    class Nothing(distributed.WorkerPlugin):
        pass

    items = [article(str(n), "kill once" if n == 5 else "It rained.", url=str(tmp_path / str(n))) for n in range(64)]
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as cluster:
        results = [r for part in run(cluster.scheduler_address, batched(items), Nothing(), deadly) for r in part]
    assert {r.article.id for r in results} == {str(n) for n in range(64)}
    assert len(results) == 64


def test_a_cluster_that_is_not_there_is_said(monkeypatch):
    from core.errors import ClusterError
    from core.ingest import cluster

    monkeypatch.setattr(cluster, "CONNECT_SECONDS", 1)
    with pytest.raises(ClusterError, match=r"no Dask scheduler at tcp://127\.0\.0\.1:9"):
        next(Cluster("tcp://127.0.0.1:9").run(iter([[article("a")]])))


def test_a_pasted_text_is_an_article():
    pasted = from_text("It rained.\r\n", title=" Rain ", outlet="", published="2015-11-17", byline=None)
    assert pasted.text == "It rained.\r\n"
    assert (pasted.title, pasted.outlet, pasted.published, pasted.published_basis) == ("Rain", None, "2015-11-17", "given")
    assert pasted.id == from_text("It rained.\r\n").id
    for bad in ("", " \n", "a\0b", "\ud800"):
        with pytest.raises(ReadError):
            from_text(bad)


def test_an_upload_is_read_as_a_file():
    (made,) = from_upload("C:\\texts\\rain.txt", b"It rained.")
    assert isinstance(made, Article)
    assert made.id == "rain"
    first, second = from_upload("../../many.jsonl", b'{"id": "a", "text": "T."}\nnonsense')
    assert isinstance(first, Article)
    assert str(second) == "many.jsonl:2: no JSON"
    (error,) = from_upload("picture.png", b"\x89PNG")
    assert str(error).startswith("picture.png: no format that can be read")


def test_errors_travel_between_processes():
    import pickle

    error = pickle.loads(pickle.dumps(ExtractError("a", "b: c")))
    assert (type(error), error.name, error.reason, str(error)) == (ExtractError, "a", "b: c", "a: b: c")
    assert msgspec.structs.asdict(pickle.loads(pickle.dumps(article("a"))))["id"] == "a"


def test_the_version_of_the_rules_follows_their_files(monkeypatch, tmp_path):
    root = tmp_path / "core" / "extract"
    root.mkdir(parents=True)
    monkeypatch.setattr(version, "_ROOT", root)
    seen = set()
    for content in ("a = 1", "a = 2"):
        (root / "rule.py").write_text(content)
        version.rules_version.cache_clear()
        seen.add(version.rules_version())
    (root / "__pycache__").mkdir()
    (root / "__pycache__" / "x.pyc").write_bytes(b"1")
    version.rules_version.cache_clear()
    assert len(seen | {version.rules_version()}) == 2
    version.rules_version.cache_clear()
