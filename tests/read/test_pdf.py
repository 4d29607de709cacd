"""PDF files: text in order, furniture gone, words whole, and a reason for every file that has no text."""

from __future__ import annotations

import logging
import subprocess
import sys
import time
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader, PdfWriter

from core.errors import ReadError
from core.ingest import from_upload
from core.read import pdf as reader
from core.read import read
from core.read.printed import Line, running_text
from core.records import Article
from tests.read.printed_pages import column, pdf

BODY = ["Rescue workers reached the village on Monday and", "found the school and two houses in ruins, the", "mayor said."]
SECOND = ["Three families were moved to the next town, and", "the road was closed."]


def one(tmp_path, content, name="report.pdf"):
    (tmp_path / name).write_bytes(content)
    (item,) = read([tmp_path / name])
    return item


def text(tmp_path, *pages, **options):
    item = one(tmp_path, pdf(pages, **options))
    assert isinstance(item, Article), item
    return item.text


def test_lines_become_paragraphs(tmp_path):
    assert text(tmp_path, column([*BODY, "", *SECOND])) == " ".join(BODY) + "\n\n" + " ".join(SECOND)


def test_an_indented_line_begins_a_paragraph(tmp_path):
    lines = ["  " + BODY[0], *BODY[1:], "  " + SECOND[0], SECOND[1]]
    assert text(tmp_path, column(lines)) == " ".join(BODY) + "\n\n" + " ".join(SECOND)


def test_a_line_that_ends_early_ends_its_paragraph(tmp_path):
    assert text(tmp_path, column([*BODY, *SECOND])) == " ".join(BODY) + "\n\n" + " ".join(SECOND)


def test_a_headline_of_larger_letters_is_a_paragraph(tmp_path):
    page = [(72, 714, 20, "Village hit twice"), *column(BODY)]
    assert text(tmp_path, page) == "Village hit twice\n\n" + " ".join(BODY)


def test_columns_are_read_in_the_order_of_the_file(tmp_path):
    right = column(["the road was closed. Nobody had been warned, and"], x=330)
    assert text(tmp_path, column(SECOND[:1]) + right) == f"{SECOND[0]} the road was closed. Nobody had been warned, and"


@pytest.mark.parametrize(
    ("before", "after", "joined"),
    [
        ("a third bom-", "bardment of the town was reported", "a third bombardment of"),
        ("a fight with pro-", "government forces in the town", "with pro-government forces"),
        ("a report by the Anglo-", "American group on the town", "the Anglo-American group"),
        ("a column of old T-", "72 tanks that left the town", "old T-72 tanks"),
        ("a column of twenty-", "five vehicles that left the town", "of twenty-five vehicles"),
        ("a third bom\u00ad", "bardment of the town was reported", "a third bombardment of"),
        ("a pause – the second -", "in the town was reported by them", "second - in the town"),
    ],
)
def test_a_word_broken_at_a_line_s_end_is_whole(tmp_path, before, after, joined):
    assert joined in text(tmp_path, column([before, after]))


def test_the_text_itself_says_whether_a_word_has_a_hyphen(tmp_path):
    lines = ["A cease-fire was signed and broken, and a third cease-", "fire was signed on Friday in the same town, they said"]
    assert text(tmp_path, column(lines)).count("cease-fire") == 2


def test_what_stands_on_every_page_is_dropped_and_the_text_goes_on(tmp_path):
    def page(number, lines):
        return [(72, 760, 9, f"The Courier, 4 March, {number}"), *column(lines), (300, 40, 9, f"Page {number} of 3")]

    pages = [page(1, BODY[:2]), page(2, [BODY[2], "", *SECOND]), page(3, ["A fourth family could not be found by Tuesday."])]
    found = text(tmp_path, *pages)
    assert "Courier" not in found
    assert "Page" not in found
    assert found == " ".join(BODY) + "\n\n" + " ".join(SECOND) + "\n\nA fourth family could not be found by Tuesday."


def test_a_lone_page_number_is_dropped_and_a_year_in_the_text_is_not(tmp_path):
    assert text(tmp_path, [*column(BODY), (300, 40, 9, "- 7 -")]) == " ".join(BODY)
    assert text(tmp_path, column(["The bridge, which was rebuilt at a great cost, fell in", "2014"])).endswith("fell in 2014")


def test_a_line_that_opens_one_page_only_stays(tmp_path):
    assert text(tmp_path, column(BODY), column(SECOND)) == " ".join(BODY) + "\n\n" + " ".join(SECOND)


def test_a_page_turned_on_its_side_is_read_upright_and_a_watermark_is_not(tmp_path):
    assert text(tmp_path, column(BODY), rotate=90) == " ".join(BODY)
    draft = b"BT /F1 11 Tf .7 .7 -.7 .7 200 300 Tm (DRAFT COPY) Tj ET "
    content = pdf([[*column(BODY), (72, 20, 11, "X" * (len(draft) - 37))]])
    shown = b"BT /F1 11 Tf 1 0 0 1 72 20 Tm (" + b"X" * (len(draft) - 37) + b") Tj ET"
    item = one(tmp_path, content.replace(shown, draft.ljust(len(shown))))
    assert item.text == " ".join(BODY)


def test_ligatures_and_control_codes_become_letters():
    assert running_text([Line(1, 72, 700, 11, reader.cleaned("o\ufb03ce\x00 of\t the\x02 \ufb01re"))]) == "office of the fire"


INFO = "/Title (Village hit twice) /Author (Ana Ruiz) /CreationDate (D:20190304101500Z) /ModDate (D:20190305101500Z)"


def test_metadata_counts_where_the_text_says_the_same_and_its_dates_never_do(tmp_path):
    page = [(72, 740, 20, "Village hit twice"), (72, 715, 11, "By Ana Ruiz"), *column(BODY)]
    item = one(tmp_path, pdf([page], INFO, root="/Lang (en-GB)"))
    assert (item.title, item.byline, item.language, item.published) == ("Village hit twice", "Ana Ruiz", "en-GB", None)
    item = one(tmp_path, pdf([column(BODY)], INFO))
    assert (item.title, item.byline, item.published, item.published_basis) == (None, None, None, None)


def test_a_sidecar_goes_before_what_the_file_says(tmp_path):
    (tmp_path / "report.json").write_text('{"headline": "Ruins", "datePublished": "2019-03-04"}')
    item = one(tmp_path, pdf([column(BODY)], INFO))
    assert (item.title, item.published, item.published_basis) == ("Ruins", "2019-03-04", "given")


# --- files that cannot be read -----------------------------------------------------------
def encrypted(password):
    writer = PdfWriter(PdfReader(BytesIO(pdf([column(BODY)]))))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "empty"),
        (b"This is no PDF.", "no PDF that can be read"),
        (pdf([column(BODY)])[:200], "no PDF that can be read"),
        (b"%PDF-1.7\n" + b"\0" * 500, "no PDF that can be read"),
        (pdf([[], []]), "no text on its 2 pages"),
        (encrypted("secret"), "encrypted"),
        (pdf([]), "no PDF that can be read"),
    ],
)
def test_a_file_without_text_is_named_with_its_reason(tmp_path, content, reason):
    item = one(tmp_path, content)
    assert isinstance(item, ReadError)
    assert item.name.endswith("report.pdf")
    assert reason in item.reason


def test_a_file_that_is_only_kept_from_printing_is_read(tmp_path):
    assert one(tmp_path, encrypted("")).text == " ".join(BODY)


@pytest.mark.parametrize("path", sorted((Path(__file__).parent / "locked").glob("*.pdf")), ids=lambda path: path.stem)
def test_a_file_that_aes_keeps_from_printing_is_read(path):
    (item,) = read([path])
    assert item.text == " ".join(BODY)


def test_too_large_a_file_is_refused_unread(tmp_path, monkeypatch):
    monkeypatch.setattr(reader, "MOST_BYTES", 1000)
    assert "at most" in one(tmp_path, pdf([column(BODY)]) + b" " * 1000).reason
    monkeypatch.undo()
    monkeypatch.setattr(reader, "MOST_PAGES", 1)
    assert "2 pages" in one(tmp_path, pdf([column(BODY), column(BODY)])).reason
    monkeypatch.undo()
    monkeypatch.setattr(reader, "MOST_CHARACTERS", 50)
    assert "too long" in one(tmp_path, pdf([column(BODY)])).reason


def test_the_others_of_a_folder_go_on(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"junk")
    (tmp_path / "b.pdf").write_bytes(pdf([column(BODY)]))
    bad, good = read([tmp_path])
    assert isinstance(bad, ReadError)
    assert good.id == "b"


def test_an_uploaded_file_is_named_as_the_person_named_it():
    (good,) = from_upload("Report 7.PDF", pdf([column(BODY)]))
    assert (good.id, good.text) == ("Report 7", " ".join(BODY))
    (bad,) = from_upload("broken.pdf", b"junk")
    assert str(bad) == "broken.pdf: no PDF that can be read"


def test_nothing_is_said_beside_the_error(tmp_path, caplog):
    with caplog.at_level(logging.DEBUG):
        one(tmp_path, pdf([column(BODY)]).replace(b"startxref", b"startxxxx"))
    assert not [r for r in caplog.records if r.levelno >= logging.WARNING]


def test_the_library_is_loaded_with_the_first_file_only():
    code = "import sys, core.read, core.ingest; print('pypdfium2' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


@given(st.data())
@settings(max_examples=60)
def test_no_damage_makes_the_reader_raise(tmp_path_factory, data):
    content = bytearray(pdf([column(BODY), column(SECOND)], INFO))
    for _ in range(data.draw(st.integers(1, 12))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    item = one(tmp_path_factory.mktemp("damaged"), bytes(content))
    assert isinstance(item, Article | ReadError)


LINES = st.builds(Line, st.integers(1, 3), st.floats(0, 600), st.floats(-50, 800), st.floats(0.1, 99), st.text(max_size=20).map(reader.cleaned))


@given(st.lists(LINES, max_size=30))
def test_no_lines_make_the_text_raise_and_no_letter_is_made_up(lines):
    found = running_text(lines)
    assert set(found) <= set("".join(line.text for line in lines)) | set(" \n")


def test_time_is_linear_in_the_pages():
    lines = [Line(page, 72, 700 - 10 * n, 10, f"{page} {n} " + "word " * 12) for page in range(300) for n in range(60)]
    started = time.process_time()
    running_text(lines)
    assert time.process_time() - started < 5
