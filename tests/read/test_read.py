"""Files and folders to articles: what is kept, what is said, what is refused."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ReadError
from core.read import read
from core.records import Article


def write(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def one(path: Path) -> Article:
    (item,) = read([path])
    assert isinstance(item, Article), item
    return item


def refused(*paths: Path) -> list[str]:
    return [f"{e.name}: {e.reason}" for e in read(paths) if isinstance(e, ReadError)]


def test_text_is_kept_to_the_character(tmp_path):
    raw = "Line one\r\nline two\u00a0with\u2028odd spaces \n\n\U0001f600 e\u0301 é\n".encode()
    article = one(write(tmp_path, "a b.txt", raw))
    assert article.text.encode() == raw
    assert article.id == "a b"
    assert article.sha256 == hashlib.sha256(raw).hexdigest()
    assert article.published is None
    assert article.published_basis is None


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_byte_order_mark_is_left_out_and_said(tmp_path, caplog, encoding):
    assert one(write(tmp_path, "a.txt", "Aleppo".encode(encoding))).text == "Aleppo"
    assert "byte order mark" in caplog.text
    assert "a.txt" in caplog.text


def test_the_sidecar_says_who_and_when(tmp_path):
    known = {
        "@type": "NewsArticle",
        "headline": "Bridge falls",
        "author": [{"name": "Ana Ruiz"}, "Bo Li"],
        "publisher": {"name": "The Courier"},
        "datePublished": "2019-03-04T23:10:00-05:00",
        "url": "https://example.org/a",
        "inLanguage": "en",
    }
    write(tmp_path, "a.json", json.dumps(known))
    article = one(write(tmp_path, "a.txt", "A bridge fell."))
    assert (article.title, article.byline, article.outlet) == ("Bridge falls", "Ana Ruiz, Bo Li", "The Courier")
    assert (article.published, article.published_basis) == ("2019-03-04", "given")
    assert (article.url, article.language) == ("https://example.org/a", "en")


def test_a_month_is_no_day(tmp_path):
    write(tmp_path, "a.json", '{"datePublished": "2019-02"}')
    article = one(write(tmp_path, "a.txt", "A bridge fell."))
    assert article.published is None
    assert (article.published_earliest, article.published_latest) == ("2019-02-01", "2019-02-28")


def test_a_date_that_is_none_stays_unknown_and_is_said(tmp_path, caplog):
    write(tmp_path, "a.json", '{"datePublished": "2019-02-30"}')
    article = one(write(tmp_path, "a.txt", "A bridge fell."))
    assert (article.published, article.published_basis) == (None, None)
    assert "2019-02-30" in caplog.text


@pytest.mark.parametrize("content", ["{", "[]", '"x"', "[" * 100_000])
def test_a_sidecar_that_is_none_is_said(tmp_path, content):
    write(tmp_path, "a.json", content)
    (said,) = refused(write(tmp_path, "a.txt", "A bridge fell."))
    assert said.startswith(f"{tmp_path}/a.json: no JSON")


def test_a_graph_of_linked_data_is_searched(tmp_path):
    write(tmp_path, "a.json", '{"@graph": [{"@type": "Person", "name": "x"}, {"@type": ["ReportageNewsArticle"], "headline": "H"}]}')
    assert one(write(tmp_path, "a.txt", "A bridge fell.")).title == "H"


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"", "empty"), (b" \n\t", "empty"), (b"\xff\xfe\x00", "no text"), (b"PNG\x00\x01", "no text"), (b"caf\xe9", "no text in UTF-8 (byte 3)")],
)
def test_what_is_no_text_is_refused_and_the_rest_goes_on(tmp_path, content, reason):
    bad, good = write(tmp_path, "bad.txt", content), write(tmp_path, "good.txt", "Fine.")
    first, second = read([bad, good])
    assert isinstance(first, ReadError)
    assert first.name == str(bad)
    assert reason in first.reason
    assert isinstance(second, Article)


def test_missing_and_unknown_inputs_are_named(tmp_path):
    assert refused(tmp_path / "none.txt") == [f"{tmp_path}/none.txt: no such file or folder"]
    assert "no format" in refused(write(tmp_path, "a.doc", "x"))[0]
    assert "no article in this folder" in refused(tmp_path)[0]


def test_a_folder_is_walked_in_order_without_sidecars_and_hidden_files(tmp_path):
    for name in ("b.txt", "a/z.txt", "a/c.txt", "c.jsonl", ".hidden.txt", ".git/x.txt", "b.json", "enriched.ndjson", "d.log"):
        write(tmp_path, name, '{"id": "line", "text": "T."}')
    found = list(read([tmp_path]))
    assert [a.id for a in found if isinstance(a, Article)] == ["c", "z", "b", "line"]
    assert len(found) == 4


def test_a_file_that_is_named_twice_is_one_id_twice(tmp_path):
    path = write(tmp_path, "a.txt", "T.")
    assert refused(path, path) == [f"{path}: the id 'a' was read before, from {path}"]


def test_json_lines_have_the_contracts_fields(tmp_path):
    row = {"id": "x", "text": " T.\r\n", "published": "2020-01-02", "title": "H", "outlet": "O", "byline": "B", "url": "u", "language": "en", "more": 1}
    article = one(write(tmp_path, "a.jsonl", json.dumps(row) + "\n\n"))
    assert article.text == " T.\r\n"
    assert (article.title, article.outlet, article.byline, article.url, article.language) == ("H", "O", "B", "u", "en")
    assert (article.published, article.published_basis) == ("2020-01-02", "given")


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("{not json", "no JSON"),
        ("[1]", "no JSON object"),
        ('{"id": "x"}', "lacks text"),
        ('{"id": "x", "text": null}', "lacks text"),
        ('{"id": "x", "text": 5}', "lacks text"),
        ('{"id": "x", "text": " "}', "empty"),
        ('{"text": "T."}', "lacks an id"),
        ('{"id": true, "text": "T."}', "lacks an id"),
        ('{"id": "x", "text": "T \\ud800."}', "lone surrogate at character 2"),
        ('{"id": "x", "text": "T.", "title": "\\udfff"}', "lone surrogate"),
        ('{"id": "x\\u0000", "text": "T."}', "NUL"),
        ('{"id": "x", "text": "T\\u0000."}', "NUL"),
        ('{"id": "x", "text": "T.", "title": 3}', "title is no text"),
        ('{"a":' * 100_000, "no JSON"),
        (b"\xff\xff", "no text in UTF-8"),
    ],
)
def test_a_bad_line_costs_only_itself(tmp_path, line, reason):
    raw = line if isinstance(line, bytes) else line.encode()
    path = write(tmp_path, "a.jsonl", b'{"id": 1, "text": "One."}\n' + raw + b'\n{"id": "2", "text": "Two."}')
    first, error, last = read([path])
    assert isinstance(error, ReadError)
    assert error.name == f"{path}:2"
    assert reason in error.reason
    assert [a.id for a in (first, last) if isinstance(a, Article)] == ["1", "2"]


def test_an_empty_list_of_lines_is_said(tmp_path):
    assert refused(write(tmp_path, "a.jsonl", "\n \n")) == [f"{tmp_path}/a.jsonl: empty"]


def test_the_same_id_twice_cannot_both_go_on(tmp_path):
    path = write(tmp_path, "a.jsonl", '{"id": "x", "text": "One."}\n{"id": "x", "text": "Two."}')
    assert len(refused(path)) == 1


def test_reading_is_lazy(tmp_path):
    path = write(tmp_path, "a.jsonl", '{"id": 1, "text": "One."}\n')
    items = read([path, tmp_path / "none.txt"])
    assert isinstance(next(items), Article)
    assert isinstance(next(items), ReadError)


@given(content=st.binary(max_size=200))
def test_no_bytes_make_a_reader_raise(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("any")
    for name in ("a.txt", "b.jsonl"):
        for item in read([write(folder, name, content)]):
            if isinstance(item, Article):
                assert item.text.encode()
