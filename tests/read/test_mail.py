"""Messages as mail programs save them: parts, encodings, lines broken for sending, attachments."""

from __future__ import annotations

import base64
import quopri

import pytest

from core.errors import ReadError
from core.read import read

HEAD = "From: Ana Ruiz <ana@courier.example>\r\nSubject: =?utf-8?q?Bridge_=C3=A0?= Mosul\r\nDate: Mon, 04 Mar 2019 23:10:00 -0500\r\nMIME-Version: 1.0\r\n"
TEXT = "A bridge fell in the night – the café beside it was empty. At least 12 people died, said the mayor."


def one(tmp_path, content):
    (tmp_path / "a.eml").write_bytes(content if isinstance(content, bytes) else content.encode())
    (item,) = read([tmp_path / "a.eml"])
    return item


def parts(*found, kind="alternative"):
    return HEAD + f"Content-Type: multipart/{kind}; boundary=B\r\n\r\n" + "".join(f"--B\r\n{part}\r\n" for part in found) + "--B--\r\n"


PLAIN = f"Content-Type: text/plain; charset=utf-8\r\n\r\n{TEXT}"
MARKUP = "Content-Type: text/html; charset=utf-8\r\n\r\n<style>p {}</style><p>From the markup.</p><p>Two died.</p>"
REPORT = "Content-Type: application/pdf\r\nContent-Disposition: attachment; filename=report.pdf\r\nContent-Transfer-Encoding: base64\r\n\r\nJVBERg=="


@pytest.mark.parametrize(("encoding", "sent"), [("quoted-printable", quopri.encodestring(TEXT.encode())), ("base64", base64.encodebytes(TEXT.encode())), ("8bit", TEXT.encode())])
def test_transfer_encodings(tmp_path, encoding, sent):
    item = one(tmp_path, HEAD.encode() + f"Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: {encoding}\r\n\r\n".encode() + sent)
    assert item.text.strip() == TEXT
    assert (item.title, item.byline, item.published) == ("Bridge à Mosul", "Ana Ruiz", "2019-03-04")


def test_the_plain_text_goes_before_the_markup(tmp_path):
    assert one(tmp_path, parts(PLAIN, MARKUP)).text.strip() == TEXT


def test_markup_stands_in_for_a_plain_text_that_is_empty_or_missing(tmp_path):
    assert one(tmp_path, parts(MARKUP)).text == "From the markup.\n\nTwo died."
    assert one(tmp_path, parts("Content-Type: text/plain\r\n\r\n ", MARKUP)).text == "From the markup.\n\nTwo died."


def test_attachments_are_none_of_the_text(tmp_path):
    notes = "Content-Type: text/plain\r\nContent-Disposition: attachment; filename=notes.txt\r\n\r\nNotes."
    assert one(tmp_path, parts(PLAIN, notes, REPORT, kind="mixed")).text.strip() == TEXT


def test_a_message_that_is_only_attachments_names_them(tmp_path):
    item = one(tmp_path, parts(REPORT, kind="mixed"))
    assert isinstance(item, ReadError)
    assert item.reason == "no text of its own, but attachments: save and add report.pdf"


def test_an_encoding_that_nobody_knows(tmp_path):
    assert one(tmp_path, HEAD + "Content-Type: text/plain; charset=x-none\r\n\r\nA bridge fell.").text == "A bridge fell."


def test_lines_broken_for_sending_are_whole(tmp_path):
    sent = "A bridge fell in the \r\nnight.\r\n\r\n From here on \r\nit is closed.\r\n-- \r\nAna"
    item = one(tmp_path, HEAD + f"Content-Type: text/plain; format=flowed\r\n\r\n{sent}")
    assert item.text == "A bridge fell in the night.\n\nFrom here on it is closed.\n-- \nAna"
    item = one(tmp_path, HEAD + "Content-Type: text/plain; format=flowed; delsp=yes\r\n\r\nA brid \r\nge fell.")
    assert item.text == "A bridge fell."
