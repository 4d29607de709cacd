"""ZIP archives: each member as the file that it is, nothing outside the archive, and no more than fits."""

from __future__ import annotations

import zipfile

import pytest

from core.errors import ReadError
from core.ingest import from_upload
from core.read import archive, read
from core.records import Article


def packed(path, members, **options):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, **options) as target:
        for name, content in members.items():
            target.writestr(name, content)
    return path


def test_members_are_read_by_their_format_in_the_order_of_their_names(tmp_path):
    path = packed(tmp_path / "all.zip", {"b/two.txt": "Two.", "a.csv": "id,text\n1,One.\n", "picture.png": b"x", "b/two.json": '{"headline": "Second"}', "__MACOSX/._two.txt": "x", ".hidden.txt": "x"})
    first, second = read([path])
    assert (first.id, first.text, second.id, second.text, second.title) == ("1", "One.", "two", "Two.", "Second")


def test_a_member_that_cannot_be_read_is_named_within_its_archive(tmp_path):
    bad, good = read([packed(tmp_path / "all.zip", {"a/bad.pdf": b"junk", "good.txt": "Fine."})])
    assert (bad.name, bad.reason) == (f"{tmp_path}/all.zip/a/bad.pdf", "no PDF that can be read")
    assert isinstance(good, Article)


def test_an_uploaded_archive_is_named_as_the_person_named_it(tmp_path):
    path = packed(tmp_path / "all.zip", {"bad.pdf": b"junk"})
    (bad,) = from_upload("Mine.zip", path.read_bytes())
    assert str(bad) == "Mine.zip/bad.pdf: no PDF that can be read"


def test_no_name_leads_out_of_the_archive(tmp_path):
    names = {"../../out.txt": "One.", "/etc/rooted.txt": "Two.", "..\\..\\other.txt": "Three."}
    found = list(read([packed(tmp_path / "all.zip", names)]))
    assert {item.id for item in found} == {"out", "rooted", "other"}
    assert [path.name for path in tmp_path.iterdir()] == ["all.zip"]


def test_one_that_unpacks_without_end_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(archive, "MOST_BYTES", 100_000)
    path = packed(tmp_path / "bomb.zip", {f"{n}.txt": "a" * 60_000 for n in range(3)})
    assert path.stat().st_size < 1_000
    (item,) = read([path])
    assert item.reason == "holds more than 0 MB"
    monkeypatch.setattr(archive, "MOST_MEMBERS", 2)
    (item,) = read([path])
    assert "more than 2 articles" in item.reason


def test_an_archive_in_an_archive_is_not_opened(tmp_path):
    inner = packed(tmp_path / "inner.zip", {"a.txt": "One."})
    (item,) = read([packed(tmp_path / "outer.zip", {"inner.zip": inner.read_bytes()})])
    assert item.reason == "an archive within an archive: unpack it first"


def test_members_of_one_id_cannot_both_go_on(tmp_path):
    first, second = read([packed(tmp_path / "all.zip", {"a/x.txt": "One.", "b/x.txt": "Two."})])
    assert isinstance(first, Article)
    assert "was read before" in second.reason


def locked(path):
    """The flag of encryption set: without its password no member can be read."""
    raw = bytearray(packed(path, {"a.txt": "One."}).read_bytes())
    raw[6] |= 1
    raw[raw.index(b"PK\x01\x02") + 8] |= 1
    path.write_bytes(raw)
    return path


def test_one_with_a_password_is_named(tmp_path):
    (item,) = read([locked(tmp_path / "all.zip")])
    assert item.reason == "encrypted: unpack it first"


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"text", b"PK\x05\x06" + b"\0" * 18])
def test_what_is_no_archive_is_named_with_its_reason(tmp_path, content):
    (tmp_path / "all.zip").write_bytes(content)
    (item,) = read([tmp_path / "all.zip"])
    assert isinstance(item, ReadError)
    assert "no ZIP archive" in item.reason or "holds no article" in item.reason
