"""Numbers side by side with quantulum3 (classifier off) and CQE, on the same sentences.

    python benchmarks/quantities.py [--quantulum3-python PYTHON] [--cqe-python PYTHON]
                                    [--found OUT.jsonl] [FILE.txt | FILE.jsonl ...]

Each contender runs in a process and an interpreter of its own, loaded and warmed up before, and all take
turns in every round: the ratio of a round is what counts. CPU time, all threads, one thread asked for.
Without files, the authored sentences of the tests are read; a FILE has a sentence a line, or in its field
``text``. A peer is looked for in this interpreter, unless an option or QUANTULUM3_PYTHON, CQE_PYTHON names
another; one that is not there is named and left out. ``make peers`` makes an environment for each, and the
locale en_US.UTF-8, which CQE asks for, in .venv/peers; ``make bench`` uses them.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

ROUNDS = 5
ROOT = Path(__file__).resolve().parent.parent
SENTENCES = ROOT / "tests" / "gold" / "quantities.jsonl"
WORKER = Path(__file__).resolve().parent / "peers" / "contender.py"
PEERS = ("quantulum3", "cqe")
ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "MKL", "BLIS")}

COMPARED = (
    ("numbers alone", "quantulum3", "rules alone"),
    ("numbers and dates", "quantulum3", "rules alone"),
    ("with the model", "quantulum3", "rules alone"),
    ("numbers and dates", "cqe", "rules alone"),
    ("with the model", "cqe", "with its model"),
)
"""Our way of counting, the peer and its way. quantulum3 needs no model; our numbers stand behind one that other records need anyway."""


class Absent(Exception):
    """A contender that cannot run; the message says why."""


class Contender:
    """A worker in an interpreter of its own that holds the sentences."""

    def __init__(self, key: str, python: str, sentences: Sequence[str]) -> None:
        self.key, self.rounds = key, list[dict[str, float]]()
        try:
            self._process = subprocess.Popen(
                [python, str(WORKER), key], env={**os.environ, **ONE_THREAD}, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8"
            )
        except OSError as error:
            raise Absent(f"{python} does not run: {error.strerror}") from None
        ready = self.ask(sentences)
        if "absent" in ready:
            self.close()
            raise Absent(f"{ready['absent']} (in {python})")
        self.name: str = ready["ready"]

    def ask(self, question: object) -> Any:
        """Send one line, return the answer."""
        asked, answers = _open(self._process.stdin), _open(self._process.stdout)
        try:
            asked.write(json.dumps(question) + "\n")
            asked.flush()
            answer = answers.readline()
        except BrokenPipeError:
            answer = ""
        if not answer:
            raise Absent(f"{self.key} ended with status {self._process.wait()}: run {WORKER.relative_to(ROOT)} {self.key} to see why")
        return json.loads(answer)

    def close(self) -> None:
        """Let the worker end."""
        _open(self._process.stdin).close()
        self._process.wait()


def _open(stream: IO[str] | None) -> IO[str]:
    assert stream is not None
    return stream


def texts(names: Sequence[str]) -> list[str]:
    """Sentences of the files named, else the tests'."""
    found: list[str] = []
    for path in [Path(n) for n in names] or [SENTENCES]:
        lines = [line for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
        found += [json.loads(line)["text"] for line in lines] if path.suffix == ".jsonl" else lines
    return found


def contenders(options: argparse.Namespace, sentences: Sequence[str]) -> dict[str, Contender]:
    """All that run, ours first. One that was asked for by its interpreter must; ends with its reason if not."""
    here = {"dateline": Contender("dateline", sys.executable, sentences)}
    for key in PEERS:
        python = getattr(options, f"{key}_python")
        try:
            here[key] = Contender(key, python or sys.executable, sentences)
        except Absent as reason:
            if python:
                sys.exit(f"{key}: {reason}")
            print(f"{key} left out: {reason}. `make peers` installs it")
    return here


def report(here: dict[str, Contender], words: int) -> None:
    """Print words per CPU second of each way of each contender, then the ratios."""
    for one in here.values():
        print(one.name)
        for way in one.rounds[0]:
            print(f"    {way:20} {words / statistics.median(r[way] for r in one.rounds):10.0f} words per CPU second")
    for ours, key, theirs in COMPARED:
        if key in here:
            ratios = [b[theirs] / a[ours] for a, b in zip(here["dateline"].rounds, here[key].rounds, strict=True)]
            print(f"{ours}: {statistics.median(ratios):.1f} times as fast as {key}, {theirs} (from {min(ratios):.1f} to {max(ratios):.1f})")


def write(path: Path, here: dict[str, Contender], sentences: Sequence[str]) -> None:
    """One line a sentence, with what each contender found in it (null where it raised)."""
    found = {key: one.ask("found") for key, one in here.items()}
    rows = ({"text": text, **{key: found[key][n] for key in found}} for n, text in enumerate(sentences))
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), encoding="utf-8")


def main() -> None:
    """Run all in turn, and print the ratios."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for key in PEERS:
        options.add_argument(f"--{key}-python", metavar="PYTHON", default=os.environ.get(f"{key.upper()}_PYTHON"))
    options.add_argument("--found", metavar="OUT.jsonl", type=Path, help="also write what each found in every sentence")
    options.add_argument("files", nargs="*")
    given = options.parse_args()
    sentences = texts(given.files)
    words = sum(len(s.split()) for s in sentences)
    here = contenders(given, sentences)
    for _ in range(ROUNDS):
        for one in here.values():
            one.rounds.append(one.ask("time"))
    print(f"sentences: {len(sentences)}, words: {words}, rounds: {ROUNDS}")
    report(here, words)
    if given.found:
        write(given.found, here, sentences)
    for one in here.values():
        one.close()


if __name__ == "__main__":
    main()
