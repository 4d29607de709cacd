"""A Doc as columns: the values of its tokens, made once."""

from __future__ import annotations

import threading

import spacy
from spacy.tokens import Doc

from core.extract.columns import Columns, columns_of
from tests.extract.parsed import parsed

SAID = "Ortiz/NNP/nsubj/1 said/VBD/ROOT/1 the/DT/det/3 bridge/NN/nsubj/4 was/VBD/ccomp/1 closed/JJ/acomp/4 ././punct/1"


def test_columns_hold_what_the_tokens_say():
    doc = parsed(SAID)
    columns = columns_of(doc)
    assert columns.start == [t.idx for t in doc]
    assert columns.end == [t.idx + len(t) for t in doc]
    assert columns.head == [t.head.i for t in doc]
    assert (columns.orth, columns.lower) == ([t.orth for t in doc], [t.lower for t in doc])
    assert (columns.tag, columns.dep) == ([t.tag for t in doc], [t.dep for t in doc])
    assert columns.suffixes.tolist() == [t.suffix for t in doc]
    assert columns.sents.tolist() == [1] * len(doc)


def test_sentences_are_numbered():
    doc = Doc(spacy.blank("en").vocab, words=["One", ".", "Two", "."], sent_starts=[True, False, True, False])
    assert columns_of(doc).sents.tolist() == [1, 1, 2, 2]


def test_a_doc_is_read_once_and_another_one_anew():
    one, two = parsed(SAID), parsed(SAID.replace("Ortiz", "Lima"))
    first = columns_of(one)
    assert columns_of(one) is first
    assert columns_of(two).orth[0] == two[0].orth
    assert columns_of(one).orth[0] == one[0].orth


def test_a_doc_with_other_tokens_than_before_is_read_anew():
    doc = parsed(SAID)
    assert columns_of(doc).n == 7
    with doc.retokenize() as retokenizer:
        retokenizer.merge(doc[2:4])
    assert columns_of(doc).n == 6
    assert columns_of(doc).start == [t.idx for t in doc]


def test_an_empty_doc_has_empty_columns():
    columns = Columns(Doc(spacy.blank("en").vocab))
    assert (columns.n, columns.start, columns.head, columns.sents.tolist()) == (0, [], [], [])


def test_threads_get_the_columns_of_their_own_doc():
    docs = [parsed(SAID.replace("Ortiz", f"Ortiz{n}")) for n in range(4)]
    wrong = []

    def read(doc: Doc) -> None:
        wrong.extend(1 for _ in range(300) if columns_of(doc).orth[0] != doc[0].orth)

    threads = [threading.Thread(target=read, args=(doc,)) for doc in docs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not wrong
