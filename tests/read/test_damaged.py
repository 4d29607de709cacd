"""Every reader on files cut short, overwritten, shuffled or made of anything: an article or a reason, and soon."""

from __future__ import annotations

import json
import time
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from core.errors import ReadError
from core.read import READERS, read
from core.records import Article
from tests.read.printed_pages import DC, W, column, paragraph, pdf

TEXT = "Two bridges over the river were destroyed in the night, the governor said on Tuesday. At least 12 people died."
SECONDS = 10.0
"""For one small file, on a machine that has other things to do."""


def zipped(**members: str) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return out.getvalue()


@cache
def whole(suffix: str) -> bytes:
    """A file of the format that is as it should be."""
    page = f'<html lang="en"><head><title>T</title><script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2019-03-04"}}</script></head><body><article><p>{TEXT}</p><table><tr><td>a<td>b</table></article></body></html>'
    feed = f'<rss version="2.0"><channel><title>C</title><item><guid>1</guid><pubDate>Mon, 04 Mar 2019 23:10:00 -0500</pubDate><description>&lt;p&gt;{TEXT}&lt;/p&gt;</description></item></channel></rss>'
    mail = f"From: A <a@b.example>\r\nDate: Mon, 04 Mar 2019 23:10:00 -0500\r\nContent-Type: multipart/mixed; boundary=B\r\n\r\n--B\r\nContent-Type: text/plain; charset=utf-8; format=flowed\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n{TEXT} \r\n--B\r\nContent-Type: text/html\r\n\r\n<p>x</p>\r\n--B--\r\n"
    table = f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl>"
    word = {"word__document_xml": f"<w:document {W}><w:body>{paragraph(TEXT)}{table}</w:body></w:document>", "docProps__core_xml": f"<c {DC}><dc:title>T</dc:title></c>"}
    made = {
        ".html": page.encode(), ".eml": mail.encode(), ".pdf": pdf([column([TEXT[:60], TEXT[60:]]), column([TEXT])]), ".docx": zipped(**word),
        ".odt": zipped(content_xml='<o xmlns:t="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><t:p>A<t:s t:c="3"/>b</t:p></o>'),
        ".rtf": rb"{\rtf1\ansi{\fonttbl{\f0 T;}}\pard Two bridges \u8211? caf\'e9\par At least 12 people died.\par}", ".csv": f'id,text,date\n1,"{TEXT}",2019-03-04\n'.encode(),
        ".xml": feed.encode(), ".jsonl": (json.dumps({"id": "1", "text": TEXT, "published": "2019-03-04"}) + "\n").encode(),
        ".zip": zipped(a_txt=TEXT, b_json='{"headline": "x"}', b_txt=TEXT), ".txt": TEXT.encode(),
    }  # fmt: skip
    made |= {".htm": made[".html"], ".md": made[".txt"], ".tsv": made[".csv"].replace(b",", b"\t"), ".rss": made[".xml"], ".atom": made[".xml"]}
    return made[suffix]


def settled(folder: Path, suffix: str, content: bytes) -> None:
    path = folder / f"report{suffix}"
    path.write_bytes(content)
    started = time.process_time()
    for item in read([path]):
        if isinstance(item, ReadError):
            assert item.name.startswith(str(path))
            assert item.reason.strip()
            assert "Traceback" not in item.reason
        else:
            assert isinstance(item, Article)
            assert item.text.strip()
            assert item.text.encode()
    assert time.process_time() - started < SECONDS


@pytest.mark.parametrize("suffix", READERS)
def test_the_whole_file_is_read(tmp_path, suffix):
    (tmp_path / f"a{suffix}").write_bytes(whole(suffix))
    assert all(isinstance(item, Article) for item in read([tmp_path / f"a{suffix}"]))


@pytest.mark.parametrize("suffix", READERS)
@given(data=st.data())
@settings(max_examples=40)
def test_a_damaged_file_is_an_article_or_a_reason(tmp_path_factory, suffix, data):
    content = bytearray(whole(suffix))
    places = st.integers(0, len(content) - 1)
    for kind in data.draw(st.lists(st.sampled_from(["cut", "write", "drop", "repeat"]), min_size=1, max_size=3)):
        a, b = sorted((min(data.draw(places), len(content)), min(data.draw(places), len(content))))
        if kind == "cut":
            del content[b:]
        elif kind == "write":
            content[a : a + 3] = data.draw(st.binary(max_size=3))
        elif kind == "drop":
            del content[a:b]
        else:
            content[a:a] = content[a:b] * data.draw(st.integers(1, 30))
    settled(tmp_path_factory.mktemp("damaged"), suffix, bytes(content))


@pytest.mark.parametrize("suffix", READERS)
@given(content=st.binary(max_size=300))
@settings(max_examples=25)
def test_any_bytes_are_an_article_or_a_reason(tmp_path_factory, suffix, content):
    folder = tmp_path_factory.mktemp("any")
    settled(folder, suffix, content)
    settled(folder, suffix, whole(suffix)[:12] + content)


@pytest.mark.parametrize("suffix", READERS)
@pytest.mark.parametrize("content", [b"\0" * 100_000, b"\xff" * 100_000, b"a" * 1_000_000, b"<a>" * 40_000, b"{" * 100_000, b"(" * 100_000, b"\n" * 300_000, b"a,\"" * 100_000, b"--B\r\n" * 50_000])
def test_much_of_one_thing_takes_no_time(tmp_path, suffix, content):
    settled(tmp_path, suffix, content)


@pytest.mark.parametrize("suffix", READERS)
def test_a_folder_in_a_file_s_place_and_a_file_that_may_not_be_read(tmp_path, suffix):
    (tmp_path / f"a{suffix}").mkdir()
    (item,) = read([tmp_path / f"a{suffix}"])
    assert isinstance(item, ReadError)


def test_too_much_for_one_article_is_refused(tmp_path, monkeypatch):
    for name in ("a.txt", "a.md"):
        (tmp_path / name).write_text("word " * 100_001)
        (item,) = read([tmp_path / name])
        assert item.reason == "more than 500,000 characters: too long for one article, so split it"
    monkeypatch.setattr("core.read.MOST_BYTES", 1_000)
    (item,) = read([tmp_path / "a.txt"])
    assert "may have at most" in item.reason
    monkeypatch.setattr("core.read.jsonlines.MOST_BYTES", 1_000)
    (tmp_path / "a.jsonl").write_text('{"id": "1", "text": "One."}\n' + '{"id": "2", "text": "' + "a" * 2_000 + '"}\n')
    first, second = read([tmp_path / "a.jsonl"])
    assert first.id == "1"
    assert (second.name, second.reason) == (f"{tmp_path}/a.jsonl:2", "more than 0 MB in one line")
