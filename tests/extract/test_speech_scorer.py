"""The learned scorer: its file, its features, its training, and what it adds to the rules."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from spacy.tokens import DocBin

from core.extract.columns import code
from core.extract.speech import edges, scorer, train
from core.extract.speech.assemble import attributions_of
from core.extract.speech.edges import find_edges
from core.extract.speech.features import BITS, TEMPLATES, Attributes, attributes_of, bucket, hashed
from core.extract.speech.kinds import Kinds
from core.extract.speech.scorer import CUT, DOWN, UP, Weights
from core.extract.speech.syntax import Parse
from tests.extract.parsed import parsed

SAID = "Ortiz/NNP/nsubj/1 said/VBD/ROOT/1 the/DT/det/3 bridge/NN/nsubj/4 was/VBD/ccomp/1 closed/JJ/acomp/4 ././punct/1"
BUILT = "Ortiz/NNP/nsubj/1 built/VBD/ROOT/1 the/DT/det/3 old/JJ/amod/4 bridge/NN/dobj/1 twice/RB/advmod/1 ././punct/1"
NONE = np.zeros((3, 1 << BITS), dtype=np.float32)


def no_quotes(parse: Parse) -> np.ndarray:
    return np.zeros(parse.n, dtype=np.int64)


def weights_for(tree: str, question: int, h: int, v: int) -> Weights:
    """Weights under which one edge of a tree is taken and all else is as likely as not."""
    parse = Parse(parsed(tree))
    features = hashed(attributes_of(Attributes(parse, no_quotes(parse)), np.array([h]), np.array([v])))
    steps = np.full((3, 1 << BITS), -3, dtype=np.int8)
    steps[question, features[:, 0]] = 1
    return Weights.of(steps, np.full(3, 0.1, dtype=np.float32))


def test_features_are_indices_into_the_table_and_always_the_same():
    parse = Parse(parsed(SAID))
    a = Attributes(parse, no_quotes(parse))
    h, v = a.asked()
    first, second = (hashed(attributes_of(Attributes(parse, no_quotes(parse)), h, v)) for _ in range(2))
    assert first.shape == (len(TEMPLATES), len(v))
    assert first.min() >= 0
    assert first.max() < 1 << BITS
    assert (first == second).all()


def test_roots_and_punctuation_are_not_asked_about():
    h, v = Attributes(Parse(parsed(SAID)), np.zeros(7, dtype=np.int64)).asked(learning=True)
    assert (v.tolist(), h.tolist()) == ([0, 3, 4, 5], [1, 4, 1, 4])


def test_subjects_are_learnt_from_only():
    h, v = Attributes(Parse(parsed(SAID)), np.zeros(7, dtype=np.int64)).asked()
    assert (v.tolist(), h.tolist()) == ([4], [1])


def test_a_table_of_kinds_answers_as_a_dictionary():
    table = {code(word): 1 << i % 9 for i, word in enumerate("said told claims report the of a in on".split())}
    others = [code(word) for word in ("dog", "", "Said")]
    asked = np.array([*table, *others], dtype=np.uint64)
    assert Kinds(table)(asked).tolist() == [*table.values(), 0, 0, 0]


def test_an_edge_over_the_threshold_is_taken_with_its_direction():
    parse = Parse(parsed(BUILT))
    best, cuts = find_edges(parse, weights_for(BUILT, DOWN, 1, 4), no_quotes(parse))
    assert [tuple(e) for e in best.values()] == [(1, 4, -1)]
    assert cuts == set()


def test_edges_scored_in_parts_are_the_same(monkeypatch: pytest.MonkeyPatch):
    parse = Parse(parsed(BUILT))
    weights = Weights.of(np.random.default_rng(1).integers(-127, 127, (3, 1 << scorer.BITS), dtype=np.int8), np.full(3, 0.01, dtype=np.float32))
    whole = find_edges(parse, weights, no_quotes(parse))
    monkeypatch.setattr(edges, "AT_ONCE", 1)
    assert find_edges(parse, weights, no_quotes(parse)) == whole != ({}, set())


def test_a_doc_of_one_word_has_no_edges():
    parse = Parse(parsed("Photo/NN/ROOT/0"))
    assert find_edges(parse, Weights.of(*scorer.quantized(NONE)), no_quotes(parse)) == ({}, set())


def test_buckets_grow_with_length():
    steps = bucket(np.arange(300)).tolist()
    assert steps == sorted(steps)
    assert bucket(np.array([-5]))[0] == 0


def test_weights_come_back_from_their_file(tmp_path: Path):
    tables = np.random.default_rng(1).normal(size=(3, 1 << BITS)).astype(np.float32)
    scorer.save(tables, tmp_path / "w.bin")
    back = scorer.load(tmp_path / "w.bin")
    assert back is not None
    assert (back.packed == Weights.of(*scorer.quantized(tables)).packed).all()
    assert back.packed.max() < 1 << 50


def test_steps_are_close_to_the_weights():
    tables = np.random.default_rng(1).normal(size=(3, 1 << BITS)).astype(np.float32)
    steps, scales = scorer.quantized(tables)
    assert np.abs(tables - steps * scales[:, None]).max() < np.abs(tables).max() / 100


def test_scores_are_summed_in_whole_steps():
    steps = np.array([[-3, 0, 127], [-127, 1, 2], [5, 0, -1]], dtype=np.int8)
    weights = Weights.of(steps, np.array([0.5, 0.25, 2.0], dtype=np.float32))
    scores = weights.score(np.array([[0, 2], [0, 2], [1, 2]]))
    assert scores.tolist() == [[-3.0, 190.5], [-63.25, 1.5], [20.0, -6.0]]


def test_no_file_no_weights(tmp_path: Path):
    assert scorer.load(tmp_path / "missing.bin") is None


def test_the_committed_weights_are_small():
    assert scorer.FILE.stat().st_size < 1_000_000


@pytest.mark.parametrize("tree", [SAID])
def test_without_the_scorer_the_rules_say_who(monkeypatch: pytest.MonkeyPatch, tree: str):
    monkeypatch.setenv("DATELINE_SPEECH", "rules")
    (found,) = attributions_of(parsed(tree, Ortiz="PERSON"))
    assert (found.speaker, found.text, found.rule) == ("Ortiz", "the bridge was closed", "clause")


def corpus(tmp_path: Path, copies: int) -> tuple[Path, Path]:
    """A corpus of one sentence with an attribution and one without, many times over."""
    docs, rows = DocBin(attrs=["ORTH", "TAG", "HEAD", "DEP", "ENT_IOB", "ENT_TYPE", "SENT_START", "SPACY"]), []
    for tree, gold in ((SAID, [{"content": [[11, 32]], "cue": [[6, 10]]}]), (BUILT, [])):
        for _ in range(copies):
            doc = parsed(tree)
            docs.add(doc)
            rows.append(json.dumps({"text": doc.text, "gold": gold}))
    docs.to_disk(tmp_path / "docs.spacy")
    (tmp_path / "corpus.jsonl").write_text("\n".join(rows), encoding="utf-8")
    return tmp_path / "corpus.jsonl", tmp_path / "docs.spacy"


def test_training_learns_what_a_tiny_corpus_shows(tmp_path: Path, nlp):
    made = [train.examples(doc, gold) for doc, gold in train.read_corpus(*corpus(tmp_path, 20))]
    features, answers = (np.concatenate(part) for part in zip(*(m[DOWN] for m in made), strict=True))
    assert answers.sum() == 20
    tables = np.stack([train.train(features, answers), NONE[UP], NONE[CUT] - 1])
    parse = Parse(parsed(SAID))
    best, _ = find_edges(parse, Weights.of(*scorer.quantized(tables)), no_quotes(parse))
    assert [tuple(e) for e in best.values() if e.cue == 1 and e.hole < 0] == [(1, 4, -1)]


def test_training_from_the_command_line_writes_the_same_file_twice(tmp_path: Path, nlp, monkeypatch: pytest.MonkeyPatch):
    texts, parsed_docs = corpus(tmp_path, 3)
    for name in ("a.bin", "b.bin"):
        monkeypatch.setattr("sys.argv", ["train", str(texts), "--parsed", str(parsed_docs), "--out", str(tmp_path / name)])
        train.main()
    assert (tmp_path / "a.bin").read_bytes() == (tmp_path / "b.bin").read_bytes()
