"""OpenDocument and RTF texts, and what Word has in common with them."""

from __future__ import annotations

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from core.errors import ReadError
from core.read import read, xmltree
from core.read.office import row_or_cells
from tests.read.printed_pages import docx, paragraph

ODF = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text", "table", "draw", "meta", "manifest"))
CONTENT = "<office:document-content {}><office:body><office:text>{}</office:text></office:body></office:document-content>"


def odt(path: Path, body: str, **parts: str) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("content.xml", CONTENT.format(ODF, body))
        for name, content in parts.items():
            archive.writestr({"meta": "meta.xml", "manifest": "META-INF/manifest.xml"}[name], content)
    return path


def one(path):
    (item,) = read([path])
    return item


def written(tmp_path, body, **parts):
    return one(odt(tmp_path / "note.odt", body, **parts))


def test_paragraphs_headings_and_lists(tmp_path):
    body = "<text:h>Bridge falls</text:h><text:p>A <text:span>bridge</text:span> fell\n   in the night.</text:p><text:p/><text:list><text:list-item><text:p>Two died.</text:p></text:list-item></text:list>"
    assert written(tmp_path, body).text == "Bridge falls\n\nA bridge fell in the night.\n\nTwo died."


def test_spaces_tabs_and_line_breaks_are_elements(tmp_path):
    assert written(tmp_path, '<text:p>a<text:s text:c="3"/>b<text:tab/>c<text:line-break/>d<text:s text:c="x"/>e</text:p>').text == "a   b\tc\nd e"


def test_notes_comments_and_deleted_text_are_not_read_and_the_text_goes_on(tmp_path):
    note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Said on Monday.</text:p></text:note-body></text:note>"
    comment = "<office:annotation><text:p>Check this</text:p></office:annotation>"
    deleted = "<text:tracked-changes><text:changed-region><text:deletion><text:p>Three</text:p></text:deletion></text:changed-region></text:tracked-changes>"
    assert written(tmp_path, f"{deleted}<text:p>Two died{note}, he{comment} said.</text:p>").text == "Two died, he said."


def test_rows_and_text_boxes(tmp_path):
    table = "<table:table><table:table-row><table:table-cell><text:p>Killed</text:p></table:table-cell><table:table-cell><text:p>12</text:p></table:table-cell></table:table-row></table:table>"
    box = "<text:p>Before.<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame>After.</text:p>"
    assert written(tmp_path, table + box).text == "Killed\t12\n\nBefore.\n\nIn a box.\n\nAfter."


def test_what_it_says_of_itself_counts_where_the_text_says_the_same(tmp_path):
    meta = f'<office:document-meta {ODF} xmlns:dc="http://purl.org/dc/elements/1.1/"><office:meta><dc:title>Bridge falls</dc:title><dc:creator>Office User</dc:creator></office:meta></office:document-meta>'
    item = written(tmp_path, "<text:h>Bridge falls</text:h><text:p>Two died.</text:p>", meta=meta)
    assert (item.title, item.byline, item.published) == ("Bridge falls", None, None)


def test_a_document_with_a_password_is_named(tmp_path):
    manifest = f'<manifest:manifest {ODF}><manifest:file-entry><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
    assert written(tmp_path, "<text:p>x</text:p>", manifest=manifest).reason == "encrypted: save a copy without a password"


def test_deep_nesting_costs_no_stack(tmp_path):
    item = written(tmp_path, "<text:section>" * 20_000 + "<text:p>Deep.</text:p>" + "</text:section>" * 20_000)
    assert isinstance(item, ReadError) or item.text == "Deep."
    rows = "<table:table><table:table-row><table:table-cell>"
    item = written(tmp_path, rows * 2_000 + "<text:p>Deep.</text:p>" + "</table:table-cell></table:table-row></table:table>" * 2_000)
    assert isinstance(item, ReadError) or item.text == "Deep."


def test_a_part_that_unpacks_without_end_and_entities_that_grow_are_refused(tmp_path, monkeypatch):
    with zipfile.ZipFile(tmp_path / "laughs.odt", "w") as archive:
        archive.writestr("content.xml", '<!DOCTYPE x [<!ENTITY a "ha">]><x>&a;</x>')
    assert "declares entities" in one(tmp_path / "laughs.odt").reason
    monkeypatch.setattr(xmltree, "MOST_BYTES", 10_000)
    assert "of XML" in written(tmp_path, f"<text:p>{'a' * 20_000}</text:p>").reason


def test_rows_that_lay_out_text_keep_their_paragraphs():
    assert [*row_or_cells([["West"], ["2,412", "of them 4 dead"]])] == ["West\t2,412 of them 4 dead"]
    assert [*row_or_cells([["Menu"], ["A long text. " * 40, "And more."]])] == ["Menu", "A long text. " * 40, "And more."]
    assert [*row_or_cells([["One."], [], []])] == ["One."]


def test_a_table_in_a_table_of_a_word_document(tmp_path):
    inner = f"<w:tbl><w:tr><w:tc>{paragraph('a')}</w:tc><w:tc>{paragraph('b')}</w:tc></w:tr></w:tbl>"
    docx(tmp_path / "a.docx", f"<w:tbl><w:tr><w:tc>{inner}</w:tc><w:tc>{paragraph('c')}</w:tc></w:tr></w:tbl>")
    assert one(tmp_path / "a.docx").text == "a b\tc"


# --- RTF ---------------------------------------------------------------------------------
RTF = (
    r"{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Times;}}{\info{\author Nobody}{\title Draft}}{\*\generator X;}"
    r"\pard A bridge fell in the night \endash  the caf\'e9 beside it was \b empty\b0.\par"
    r"\u8220?At least 12,\u8221? the mayor said.\par\par{\field{\*\fldinst HYPERLINK http://x.example}{\fldrslt Read on}}\par"
    r"\trowd\intbl Killed\cell 12\cell\row}"
)


def rtf(tmp_path, content):
    (tmp_path / "a.rtf").write_bytes(content if isinstance(content, bytes) else content.encode("cp1252"))
    return one(tmp_path / "a.rtf")


def test_words_are_taken_out_of_rtf(tmp_path):
    item = rtf(tmp_path, RTF)
    paragraphs = item.text.split("\n\n")
    assert paragraphs[:2] == ["A bridge fell in the night – the café beside it was empty.", "“At least 12,” the mayor said."]
    assert "Read on" in paragraphs[2]
    assert paragraphs[-1].split("\t") == ["Killed", "12"]
    assert "Nobody" not in item.text


def test_pictures_are_no_text(tmp_path):
    assert rtf(tmp_path, r"{\rtf1 One.\par{\pict\pngblip " + "89504e47" * 3_000_000 + r"}Two.\par}").text == "One.\n\nTwo."


@pytest.mark.parametrize(
    ("content", "reason"),
    [("", "empty"), ("A bridge fell.", "no RTF"), (r"{\rtf1 }", "empty"), (r"{\rtf1 \u99999999999999? x}", ""), (b"{\\rtf1 \x81\x00\xff", ""), (r"{\rtf1 " + r"\'zz{{{{", "")],
)
def test_rtf_without_a_text(tmp_path, content, reason):
    item = rtf(tmp_path, content)
    assert not isinstance(item, ReadError) or reason in item.reason


def test_the_library_is_loaded_with_the_first_file_only():
    code = "import sys, core.read; print('striprtf' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
