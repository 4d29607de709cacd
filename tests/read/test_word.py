"""Word documents: paragraphs in order, no deleted text, and a reason for every file that has no text."""

from __future__ import annotations

import zipfile

import pytest

from core.errors import ReadError
from core.read import read, xmltree
from core.records import Article
from tests.read.printed_pages import W, docx, paragraph


def one(tmp_path, body, about="", head=""):
    docx(tmp_path / "note.docx", body, about, head)
    (item,) = read([tmp_path / "note.docx"])
    return item


def test_paragraphs_with_an_empty_line_between(tmp_path):
    item = one(tmp_path, paragraph("A bridge fell.") + "<w:p/>" + paragraph("Two &lt;died&gt; – café."))
    assert (item.id, item.text) == ("note", "A bridge fell.\n\nTwo <died> – café.")


def test_runs_breaks_and_tabs(tmp_path):
    run = "<w:r><w:t>At</w:t></w:r><w:r><w:t xml:space='preserve'> least</w:t><w:tab/><w:t>12</w:t><w:br/><w:t>died</w:t></w:r>"
    assert one(tmp_path, f"<w:p>{run}</w:p>").text == "At least\t12\ndied"


def test_deleted_text_and_field_codes_are_no_text(tmp_path):
    kept = "<w:ins><w:r><w:t>Three</w:t></w:r></w:ins>"
    gone = "<w:del><w:r><w:delText>Two</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r>"
    assert one(tmp_path, f"<w:p>{gone}{kept}<w:r><w:t> died.</w:t></w:r></w:p>").text == "Three died."


def test_tables_and_text_boxes_are_read_once(tmp_path):
    table = f"<w:tbl><w:tr><w:tc>{paragraph('Killed')}</w:tc><w:tc>{paragraph('12')}</w:tc></w:tr></w:tbl>"
    box = f"<mc:AlternateContent><mc:Choice>{paragraph('In a box.')}</mc:Choice><mc:Fallback>{paragraph('In a box.')}</mc:Fallback></mc:AlternateContent>"
    assert one(tmp_path, table + f"<w:p><w:r><w:t>Before.</w:t>{box}<w:t>After.</w:t></w:r></w:p>").text == "Killed\t12\n\nBefore.\n\nIn a box.\n\nAfter."


def test_properties_count_where_the_text_says_the_same(tmp_path):
    about = "<dc:title>Bridge falls</dc:title><dc:creator>Office User</dc:creator>"
    item = one(tmp_path, paragraph("Bridge falls") + paragraph("Two died."), about)
    assert (item.title, item.byline, item.published) == ("Bridge falls", None, None)


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"PK\x03\x04 and no more", "no Word document"),
        (b"plain text", "no Word document"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "encrypted, or of Word before 2007"),
    ],
)
def test_a_file_that_is_none_is_named_with_its_reason(tmp_path, content, reason):
    (tmp_path / "note.docx").write_bytes(content)
    (item,) = read([tmp_path / "note.docx"])
    assert isinstance(item, ReadError)
    assert reason in item.reason


def test_a_document_without_text_is_empty(tmp_path):
    assert one(tmp_path, "<w:p/>").reason == "empty"


def test_an_archive_of_something_else_is_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "note.docx", "w") as archive:
        archive.writestr("a.txt", "x")
    (item,) = read([tmp_path / "note.docx"])
    assert "no Word document" in item.reason


def test_entities_that_grow_are_refused(tmp_path):
    head = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
    assert "declares entities" in one(tmp_path, paragraph("&b;"), head=head).reason


def test_a_part_that_unpacks_without_end_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(xmltree, "MOST_BYTES", 10_000)
    assert "of XML" in one(tmp_path, paragraph("a" * 20_000)).reason


def test_broken_xml_is_named(tmp_path):
    with zipfile.ZipFile(tmp_path / "note.docx", "w") as archive:
        archive.writestr("word/document.xml", f"<w:document {W}><w:body>")
    (item,) = read([tmp_path / "note.docx"])
    assert "no XML" in item.reason


def test_deep_nesting_costs_no_stack(tmp_path):
    item = one(tmp_path, "<w:sdt>" * 20_000 + paragraph("Deep.") + "</w:sdt>" * 20_000)
    assert isinstance(item, ReadError) or item.text == "Deep."
    assert isinstance(item, Article | ReadError)
