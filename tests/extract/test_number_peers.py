"""The side-by-side of numbers: its plumbing, not its figures."""

from __future__ import annotations

import importlib.util
import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
PEER = """#!{python}
import json, sys
sentences = json.loads(sys.stdin.readline())
print(json.dumps({ready}), flush=True)
for line in sys.stdin:
    print(json.dumps({{"rules alone": 1000.0}} if json.loads(line) == "time" else [[{{"value": len(s)}}] for s in sentences]), flush=True)
"""


def module(path: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"benchmark_{Path(path).stem}", ROOT / path)
    assert spec is not None
    assert spec.loader is not None
    made = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = made
    spec.loader.exec_module(made)
    return made


bench, worker = module("benchmarks/quantities.py"), module("benchmarks/peers/contender.py")


@pytest.fixture
def peer(tmp_path):
    """Makes an interpreter that answers like a peer that is ready, or that tells why it is not."""

    def make(ready: dict[str, str]) -> str:
        path = tmp_path / "python-of-peer"
        path.write_text(PEER.format(python=sys.executable, ready=ready), encoding="utf-8")
        path.chmod(0o755)
        return str(path)

    return make


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    settings = {name: value for name, value in os.environ.items() if not name.endswith("_PYTHON")}
    return subprocess.run([sys.executable, "benchmarks/quantities.py", *arguments], cwd=ROOT, capture_output=True, text=True, env=settings)


def test_all_read_the_same_sentences_and_take_turns(peer, tmp_path):
    (tmp_path / "in.txt").write_text("Some 60 men left.\n\nThe mine is 30 km away.\n", encoding="utf-8")
    done = run("--quantulum3-python", peer({"ready": "Peer 1"}), "--found", str(tmp_path / "out.jsonl"), str(tmp_path / "in.txt"))
    assert "sentences: 2, words: 10, rounds: 5" in done.stdout
    assert "times as fast as quantulum3, rules alone (from " in done.stdout
    rows = [json.loads(line) for line in (tmp_path / "out.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["dateline"][0]["value"] for row in rows] == [60, 30]
    assert rows[1]["dateline"][0]["unit"] == "kilometer"
    assert [row["quantulum3"] for row in rows] == [[{"value": 17}], [{"value": 23}]]


def test_a_peer_that_was_asked_for_and_is_not_there_ends_it_with_the_reason(peer):
    done = run("--cqe-python", peer({"absent": "No module named 'CQE'"}))
    assert done.returncode == 1
    assert "cqe: No module named 'CQE' (in " in done.stderr


@pytest.mark.parametrize(("python", "reason"), [("/nowhere/python", "does not run: No such file"), ("/bin/false", "ended with status 1")])
def test_an_interpreter_that_fails_is_told(python, reason):
    with pytest.raises(bench.Absent, match=reason):
        bench.Contender("cqe", python, ["One."])


def test_sentences_come_from_lines_and_from_the_field_text(tmp_path):
    (tmp_path / "a.txt").write_text("One.\n\n Two.\n", encoding="utf-8")
    (tmp_path / "b.jsonl").write_text('{"text": "Three."}\n', encoding="utf-8")
    assert bench.texts([str(tmp_path / "a.txt"), str(tmp_path / "b.jsonl")]) == ["One.", " Two.", "Three."]
    assert len(bench.texts([])) >= 40


def test_a_ratio_is_of_one_round(capsys):
    class Timed:
        def __init__(self, name, rounds):
            self.name, self.rounds = name, rounds

    ours = [{"numbers alone": s, "numbers and dates": 2 * s, "with the model": 10 * s} for s in (1.0, 2.0, 4.0)]
    theirs = [{"with its model": 20 * s, "rules alone": 8 * s} for s in (1.0, 2.0, 4.0)]
    bench.report({"dateline": Timed("Dateline", ours), "cqe": Timed("CQE", theirs)}, 100)
    printed = capsys.readouterr().out
    assert "numbers and dates: 4.0 times as fast as cqe, rules alone (from 4.0 to 4.0)" in printed
    assert "with the model: 2.0 times as fast as cqe, with its model" in printed
    assert "quantulum3" not in printed


def test_the_worker_answers_time_and_found(monkeypatch):
    def reads(sentences):
        return worker.Contender("Reader 1", lambda: {"rules alone": 0.15}, lambda s: [{"value": float(s)}])

    monkeypatch.setitem(worker.CONTENDERS, "cqe", reads)
    answers: list[object] = []
    worker.serve("cqe", io.StringIO('["1", "none", "2"]\n"time"\n"found"\n'), answers.append)
    assert answers[0] == {"ready": "Reader 1"}
    assert answers[1] == {"rules alone": pytest.approx(0.15)}
    assert answers[2] == [[{"value": 1.0}], None, [{"value": 2.0}]]


def test_the_worker_says_what_is_missing(monkeypatch):
    def lacks(sentences):
        raise ImportError("No module named 'CQE'")

    monkeypatch.setitem(worker.CONTENDERS, "cqe", lacks)
    answers: list[object] = []
    worker.serve("cqe", io.StringIO("[]\n"), answers.append)
    assert answers == [{"absent": "No module named 'CQE'"}]


def test_a_model_is_clocked_apart_from_the_rules():
    class Model:
        vocab = "words"

        def __call__(self, text):
            return sum(range(200_000))

    clocked = worker._Clocked(Model())
    clocked("a")
    assert clocked.seconds > 0
    assert clocked.vocab == "words"


def test_a_sentence_that_a_parser_cannot_take_does_not_stop_the_round():
    read: list[float] = []
    worker.each(lambda s: read.append(float(s)), ["1", "x", "2"])
    assert read == [1.0, 2.0]
