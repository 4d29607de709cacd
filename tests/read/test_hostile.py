"""Files made to break a reader, and the ways in which ordinary ones break: each costs only itself, in linear time."""

from __future__ import annotations

import json
import os
import time
import zipfile
from pathlib import Path

import pytest

from core import read as reading
from core.errors import ReadError
from core.read import archive, jsonlines, read
from core.read.markup import parse
from core.records import Article

TEXT = "Two bridges over the river were destroyed in the night, the governor said on Tuesday. At least 12 people died."
SECONDS = 10.0


def put(folder: Path, name: str, content: str | bytes) -> Path:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return folder / name


def one(folder: Path, name: str, content: str | bytes) -> Article | ReadError:
    (item,) = read([put(folder, name, content)])
    return item


# --- pages ---------------------------------------------------------------------------------
@pytest.mark.parametrize("sign", ["<!--", "<a ", "</", "<!", "<?", "<![CDATA[", "<a b='", "<!doctype ", "</a ", "<p>a"])
def test_signs_that_nothing_closes_take_linear_time(sign):
    start = time.process_time()
    page = parse(f"<p>{TEXT}</p>" + sign * 100_000)
    assert time.process_time() - start < SECONDS
    assert page.paragraphs[0][1] == TEXT


@pytest.mark.parametrize("end", ["a <b and more", "5 < 6 & more", "a <!-- and more", "more &am", "</"])
def test_the_end_of_a_page_without_its_end_is_text(end):
    assert parse(f"<p>{TEXT} {end}").text().startswith(f"{TEXT} {end.split()[0]}")
    assert ("more" in parse(f"<p>{end}").text()) == ("more" in end)


@pytest.mark.parametrize("page", ["<head><title>T</title></head><body>{}", "<head><title>T</title><body>{}", "<head><title>T</title><style>x</style>{}"])
def test_a_head_that_nothing_closes_holds_no_words_of_the_article(page):
    found = parse(page.format(f"<p>{TEXT}</p>"))
    assert (found.text(), found.given()["title"]) == (TEXT, "T")


def linked(headline: str) -> str:
    return f'{{"@type": "NewsArticle", "headline": {headline}, "author": {{"name": "Ana Ruiz"}}}}'


@pytest.mark.parametrize("headline", ["[" * 700 + '"x"' + "]" * 700, '{"name": ' * 400 + '"x"' + "}" * 400])
def test_names_within_names_without_end_are_unknown(tmp_path, headline):
    page = one(tmp_path, "a.html", f'<script type="application/ld+json">{linked(headline)}</script><article><p>{TEXT}</p></article>')
    put(tmp_path, "b.json", linked(headline))
    beside = one(tmp_path, "b.txt", TEXT)
    assert (page.title, page.byline, beside.title, beside.byline) == (None, "Ana Ruiz", None, "Ana Ruiz")


def test_a_headline_cut_in_the_middle_of_an_emoji_keeps_its_words(tmp_path):
    item = one(tmp_path, "a.html", f'<script type="application/ld+json">{linked(chr(34) + "Bridge falls " + chr(92) + "ud83d" + chr(34))}</script><p>{TEXT}</p>')
    assert item.title == "Bridge falls"


# --- feeds, lines and tables ---------------------------------------------------------------
def test_an_item_whose_markup_has_no_bottom_costs_only_itself(tmp_path):
    deep = "<div>" * 3000 + "</div>" * 3000
    path = put(tmp_path, "a.xml", f"<rss><channel><item><description>{deep}</description></item><item><description>{TEXT}</description></item></channel></rss>")
    bad, good = read([path])
    assert (bad.name, good.text) == (f"{path}:1", TEXT)


def test_a_line_without_end_costs_only_itself(tmp_path, monkeypatch):
    monkeypatch.setattr(jsonlines, "MOST_BYTES", 1000)
    lines = [json.dumps({"id": str(n), "text": TEXT + "a" * 2500 * (n in (1, 3))}) for n in range(4)]
    found = list(read([put(tmp_path, "a.jsonl", "\n".join(lines))]))
    assert [getattr(item, "id", None) for item in found] == ["0", None, "2", None]
    assert [item.name.rpartition(":")[2] for item in found if isinstance(item, ReadError)] == ["2", "4"]


@pytest.mark.parametrize(
    "broken", ['2,"One ""said"" "no",x', '2,"Two\n3,"Three.",x\n', '2,"said "go" and\nleft, then stopped",x']
)
def test_quotation_marks_that_do_not_match_cost_their_row_and_no_other(tmp_path, broken):
    path = put(tmp_path, "a.csv", f'id,text,title\n1,"{TEXT}",x\n{broken}\n4,"Four, ""they"" said.",x\n5,Five.,x\n')
    found = list(read([path]))
    errors = [item for item in found if isinstance(item, ReadError)]
    assert [item.id for item in found if isinstance(item, Article)] == ["1", "4", "5"]
    assert [(error.name, "left out" in error.reason) for error in errors] == [(f"{path}:3", True)]


def test_a_quotation_mark_that_is_never_closed_is_said(tmp_path):
    good, bad = read([put(tmp_path, "a.csv", f'id,text\n1,"{TEXT}"\n2,"Two.\n3,Three.\n')])
    assert (good.id, bad.name.rpartition(":")[2], "unexpected end" in bad.reason) == ("1", "3", True)


def test_bars_part_cells_too_and_a_broken_header_is_said(tmp_path):
    assert one(tmp_path, "a.csv", f"id|text\n7|{TEXT}\n").text == TEXT
    assert "no table" in one(tmp_path, "b.csv", '"id"x,text\n1,a\n').reason


# --- messages and rich text ----------------------------------------------------------------
def test_letters_of_an_encoding_that_is_not_named_are_kept(tmp_path):
    for sent in ("café – Москва".encode(), "café – “so”".encode("cp1252")):
        for kind in ("", "Content-Type: text/plain\r\n", "Content-Type: text/plain; charset=us-ascii\r\n"):
            item = one(tmp_path, "a.eml", f"Subject: x\r\n{kind}\r\n".encode() + sent)
            assert item.text in ("café – Москва", "café – “so”")


@pytest.mark.parametrize(
    "content",
    [
        "".join(f"Content-Type: multipart/mixed; boundary=x{n}\n\n--x{n}\n" for n in range(1500)),
        "Content-Type: message/rfc822\n\n" * 1500 + TEXT,
        "From: " + "(" * 5000 + "\n\n" + TEXT,
        "Subject: " + "=?utf-8?Q?a?= " * 20_000 + "\n\n" + TEXT,
        "Content-Type: text/plain; " + 'a="b"; ' * 100_000 + "\n\n" + TEXT,
        "Content-Type: text/plain;\n" + ' a="b";\n' * 100_000 + "\n\n" + TEXT,
    ],
)
def test_a_message_without_bottom_or_end_is_refused_soon(tmp_path, content):
    start = time.process_time()
    item = one(tmp_path, "a.eml", content)
    assert isinstance(item, ReadError)
    assert "no e-mail that can be read" in item.reason
    assert time.process_time() - start < SECONDS


def test_a_long_list_of_those_that_it_went_to_is_no_matter(tmp_path):
    assert one(tmp_path, "a.eml", "To: " + ", ".join(f"a{n}@b.example" for n in range(5000)) + f"\nSubject: Bridge\n\n{TEXT}").title == "Bridge"


def test_of_many_attachments_a_few_are_named(tmp_path):
    part = "--B\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename=r.pdf\r\n\r\nx\r\n"
    item = one(tmp_path, "a.eml", "Content-Type: multipart/mixed; boundary=B\r\n\r\n" + part * 30 + "--B--\r\n")
    assert item.reason.endswith("save and add r.pdf, r.pdf, r.pdf, r.pdf, r.pdf, and 25 more")


def test_an_emoji_of_rich_text_is_one_letter(tmp_path):
    assert one(tmp_path, "a.rtf", r"{\rtf1 Fires \u-10179?\u-8704? in two towns.}").text == "Fires \U0001f600 in two towns."
    assert one(tmp_path, "b.rtf", r"{\rtf1 Half of one: \u-10179? ends.}").text.startswith("Half of one: \ufffd")


def test_figures_shorter_than_a_picture_take_linear_time(tmp_path):
    start = time.process_time()
    one(tmp_path, "a.rtf", "{\\rtf1 " + ("ab " * 660 + "x ") * 4500 + "}")
    assert time.process_time() - start < SECONDS


# --- archives and folders ------------------------------------------------------------------
def packed(path: Path, *members: tuple[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as target:
        for name, content in members:
            target.writestr(name, content)
    return path


def test_a_damaged_member_costs_only_itself(tmp_path):
    path = packed(tmp_path / "all.zip", ("a.txt", "One."), ("b.txt", "Two."), ("n" * 300 + ".txt", "Three."))
    put(tmp_path, "all.zip", path.read_bytes().replace(b"One.", b"0ne."))
    bad, good, long = read([path])
    assert (str(bad), good.text) == (f"{path}/a.txt: cannot be unpacked (damaged)", "Two.")
    assert "cannot be unpacked (File name too long)" in str(long)


def test_members_whose_ways_meet_are_all_read(tmp_path):
    path = packed(tmp_path / "all.zip", ("a/../b.txt", "One."), ("../a/b.txt", "Two."), ("/a/b.txt", "Three."), ("in.zip", b""))
    found = list(read([path]))
    assert [item.text for item in found if isinstance(item, Article)] == ["Two."]
    assert [str(item).count("was read before") for item in found if isinstance(item, ReadError)] == [1, 1, 0]
    texts = {file.read_text() for file in archive_of(path, tmp_path / "out")}
    assert texts == {"One.", "Two.", "Three."}


def archive_of(path: Path, folder: Path) -> list[Path]:
    folder.mkdir()
    with zipfile.ZipFile(path) as source:
        return [file for file in archive._unpacked(source, folder, {".txt"}, "all.zip") if isinstance(file, Path)]


def test_what_tells_of_a_folder_is_no_article_unless_it_is_named(tmp_path, caplog):
    for name in ("README.md", "readme.txt", "LICENSE.txt", "news.txt"):
        put(tmp_path, name, name)
    assert [item.id for item in read([tmp_path])] == ["news"]
    assert f"{tmp_path}/README.md: passed over" in caplog.text
    assert [item.id for item in read([tmp_path / "README.md"])] == ["README"]
    (item,) = read([packed(tmp_path / "all.zip", ("x/Readme.md", "x"), ("x/two.txt", "Two."))])
    assert item.id == "two"


def test_a_folder_that_may_not_be_read_is_named_and_the_others_go_on(tmp_path, monkeypatch):
    (tmp_path / "a").mkdir()
    put(tmp_path, "b.txt", TEXT)
    listed = Path.iterdir
    monkeypatch.setattr(Path, "iterdir", lambda self: listed(self) if self.name != "a" else (_ for _ in ()).throw(PermissionError(13, "Permission denied")))
    bad, good = read([tmp_path])
    assert (str(bad), good.text) == (f"{tmp_path / 'a'}: Permission denied", TEXT)


@pytest.mark.parametrize("name", ["a" * 300 + ".txt", "a" * 5000, "a\0b.txt", ""])
def test_names_that_no_file_can_have(tmp_path, name):
    bad, good = read([name, put(tmp_path, "a.txt", TEXT)])
    assert isinstance(bad, ReadError)
    assert good.text == TEXT


def test_a_file_whose_name_is_no_text_cannot_be_an_id(tmp_path):
    path = os.fsdecode(os.fsencode(tmp_path) + b"/bad\xff.txt")
    Path(path).write_text(TEXT)
    (item,) = read([path])
    assert "lone surrogate" in item.reason


def test_a_reader_that_fails_in_a_way_of_its_own_costs_one_file(tmp_path, monkeypatch):
    def broken(path):
        yield from ()
        raise RecursionError("too deep")

    monkeypatch.setitem(reading.READERS, ".md", broken)
    bad, good = read([put(tmp_path, "a.md", "x"), put(tmp_path, "b.txt", TEXT)])
    assert bad.reason == "cannot be read: its reader fails with RecursionError"
    assert good.text == TEXT
