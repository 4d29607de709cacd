"""Saved feeds: one article an item, and nothing that a feed declares can grow."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ReadError
from core.read import read
from core.records import Article

RSS = """<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Courier</title><language>en-gb</language><link>https://courier.example</link>{}</channel></rss>"""
ITEM = """<item><title>Bridge &amp;amp; road fall</title><link>https://courier.example/1</link><guid>c-1</guid><dc:creator>Ana Ruiz</dc:creator>
<pubDate>Mon, 04 Mar 2019 23:10:00 -0500</pubDate><description>A bridge fell.</description>
<content:encoded><![CDATA[<p>A bridge fell in the <b>night</b>.</p><script>x()</script><p>Two died.</p>]]></content:encoded></item>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>The Desk</title><link href="https://desk.example"/>{}</feed>"""
ENTRY = """<entry><title type="text">Road closed</title><id>tag:desk.example,2019:7</id><link rel="edit" href="https://desk.example/e"/><link href="https://desk.example/7"/>
<author><name>Bo Li</name></author><updated>2019-03-06T01:00:00Z</updated>{}</entry>"""


def items(tmp_path, content, name="news.xml"):
    (tmp_path / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return list(read([tmp_path / name]))


def test_an_item_of_rss(tmp_path):
    (item,) = items(tmp_path, RSS.format(ITEM))
    assert item.text == "A bridge fell in the night.\n\nTwo died."
    assert (item.title, item.byline, item.outlet, item.language) == ("Bridge & road fall", "Ana Ruiz", "The Courier", "en-gb")
    assert (item.url, item.published, item.published_basis) == ("https://courier.example/1", "2019-03-04", "given")


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ('<content type="html">&lt;p&gt;The road is closed.&lt;/p&gt;</content>', "The road is closed."),
        ('<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>The road</p><p>is closed.</p></div></content>', "The road\n\nis closed."),
        ('<content type="text">1 &lt; 2, the road is closed.</content>', "1 < 2, the road is closed."),
        ("<summary>The road is closed.</summary>", "The road is closed."),
    ],
)
def test_an_entry_of_atom(tmp_path, content, text):
    (item,) = items(tmp_path, ATOM.format(ENTRY.format(content)), "a.atom")
    assert item.text == text
    assert (item.title, item.byline, item.outlet, item.url, item.language) == ("Road closed", "Bo Li", "The Desk", "https://desk.example/7", "en")


def test_the_time_of_a_change_is_no_date_of_publication(tmp_path):
    (item,) = items(tmp_path, ATOM.format(ENTRY.format("<summary>The road is closed.</summary>")))
    assert item.published is None
    (item,) = items(tmp_path, ATOM.format(ENTRY.format("<summary>The road is closed.</summary><published>2019-03-05T23:00:00+03:00</published>")))
    assert item.published == "2019-03-05"


def test_an_item_of_rss_1(tmp_path):
    feed = """<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <channel><title>Old News</title></channel><item><title>T</title><description>A bridge fell.</description><dc:date>2004-05-06</dc:date></item></rdf:RDF>"""
    (item,) = items(tmp_path, feed, "old.rss")
    assert (item.text, item.outlet, item.published) == ("A bridge fell.", "Old News", "2004-05-06")


def test_an_item_is_the_same_article_in_a_later_feed(tmp_path):
    later = ITEM.replace("A bridge fell in the", "The bridge fell in the")
    (first,), (second,) = items(tmp_path, RSS.format(ITEM)), items(tmp_path, RSS.format(later), "later.xml")
    assert first.id == second.id
    assert first.text != second.text


def test_an_item_without_text_costs_only_itself(tmp_path):
    bad, good = items(tmp_path, RSS.format("<item><title>Nothing</title></item>" + ITEM))
    assert isinstance(bad, ReadError)
    assert bad.name.endswith("news.xml:1")
    assert isinstance(good, Article)


def test_the_same_item_twice_is_said(tmp_path):
    first, second = items(tmp_path, RSS.format(ITEM + ITEM))
    assert isinstance(first, Article)
    assert "read before" in second.reason


LAUGHS = '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE r [<!ENTITY a SYSTEM "file:///etc/passwd">]>'


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("head", [LAUGHS, OUTSIDE])
def test_entities_of_its_own_are_refused_in_every_encoding(tmp_path, head, encoding):
    (item,) = items(tmp_path, (head + RSS.partition("?>")[2].format(ITEM)).encode(encoding))
    assert "declares entities" in item.reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [("", "empty"), ("  \n", "empty"), ("no xml", "no XML"), ("<rss>", "no XML"), ("<html/>", "no feed"), (RSS.format(""), "without items"), (b"\xff\xfe\x00", "no XML")],
)
def test_a_file_that_is_no_feed_is_named_with_its_reason(tmp_path, content, reason):
    (item,) = items(tmp_path, content)
    assert isinstance(item, ReadError)
    assert reason in item.reason


@given(st.text(alphabet="<>/!&;[]= \"'itemrsfdcnhlak\0\n", max_size=80))
def test_no_content_makes_the_reader_raise(tmp_path_factory, content):
    for wrapped in (content, RSS.format(f"<item><description>{content}</description></item>")):
        for item in items(tmp_path_factory.mktemp("any"), wrapped):
            assert isinstance(item, Article | ReadError)
