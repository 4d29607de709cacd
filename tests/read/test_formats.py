"""Web pages and e-mail: the article's words, and what is said of them."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.errors import ReadError
from core.read import read
from core.read.markup import parse
from core.records import Article

PAGE = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Bridge falls &mdash;
The Courier</title><meta property="og:site_name" content="The Courier"><meta name="author" content="Ana Ruiz">
<meta property="article:published_time" content="2019-03-04T23:10:00-05:00"><link rel="canonical" href="https://example.org/a">
<style>p { color: red }</style></head><body><nav>Home <p>Menu</p></nav>
<article><h1>Bridge falls</h1><p>A <b>bridge</b> fell&nbsp;in\n Mosul.<br>Two died.</p><script>var x = "<p>no</p>";</script>
<aside><p>Read also</p></aside><p>It &lt;rained&gt;.</article><footer>Contact</footer></body></html>"""


def one(folder: Path, name: str, content: str | bytes) -> Article | ReadError:
    path = folder / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    (item,) = read([path])
    return item


def article(folder: Path, name: str, content: str | bytes) -> Article:
    item = one(folder, name, content)
    assert isinstance(item, Article), item
    return item


def test_a_page_gives_its_article_and_no_more(tmp_path):
    page = article(tmp_path, "a.html", PAGE)
    assert page.text == "A bridge fell in Mosul.\n\nTwo died.\n\nIt <rained>."
    assert (page.id, page.title, page.byline, page.outlet) == ("a", "Bridge falls", "Ana Ruiz", "The Courier")
    assert (page.published, page.published_basis, page.url, page.language) == ("2019-03-04", "given", "https://example.org/a", "en")


def test_linked_data_goes_before_meta_and_a_sidecar_before_both(tmp_path):
    data = '<script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "headline": "Data", "datePublished": "2019-03-03", "author": {"name": "B"}}]}</script>'
    page = article(tmp_path, "a.htm", PAGE.replace("</head>", data + "</head>"))
    assert (page.title, page.byline, page.outlet, page.published) == ("Data", "B", "The Courier", "2019-03-03")
    (tmp_path / "a.json").write_text('{"headline": "Given", "datePublished": "2019-03-02"}')
    page = article(tmp_path, "a.htm", PAGE.replace("</head>", data + "</head>"))
    assert (page.title, page.published) == ("Given", "2019-03-02")


@pytest.mark.parametrize(
    ("page", "published"),
    [
        ('<main><time datetime="2018-01-02">Jan 2</time><p>T.</p></main>', "2018-01-02"),
        ('<link rel="canonical" href="https://x.org/2018/01/03/news.html"><p>T.</p>', "2018-01-03"),
        ('<meta name="date" content="2018-02-30"><p>T.</p>', None),
        ('<link rel="canonical" href="https://x.org/2018/99/03/news.html"><p>T.</p>', None),
        ('<script type="application/ld+json">{broken</script><p>T.</p>', None),
        ("<p>T.</p>", None),
    ],
)
def test_a_page_s_date(tmp_path, page, published):
    assert article(tmp_path, "a.html", page).published == published


def test_a_page_without_an_article_element_gives_its_body(tmp_path):
    assert article(tmp_path, "a.html", "<title>T</title><p>One.<p>Two.<div>Three.</div>").text == "One.\n\nTwo.\n\nThree."


def test_a_page_in_another_encoding(tmp_path):
    assert article(tmp_path, "a.html", '<meta charset="windows-1252"><p>caf\u00e9 \u2019'.encode("cp1252")).text == "caf\u00e9 \u2019"
    assert isinstance(one(tmp_path, "b.html", b'<meta charset="utf-8"><p>caf\xe9'), ReadError)
    assert article(tmp_path, "c.html", '<meta charset="nonsense"><p>T.').text == "T."


@pytest.mark.parametrize("page", ["", "<p></p>", "<script>x</script>", "<p>a\0b</p>"])
def test_a_page_without_text_is_refused(tmp_path, page):
    assert isinstance(one(tmp_path, "a.html", page), ReadError)


@given(markup=st.text(alphabet="<>/!-&;= \"'pdivarticlescript\0\n", max_size=80))
def test_no_markup_makes_the_parser_raise(markup):
    assert isinstance(parse(markup).text(), str)


@pytest.mark.parametrize("markup", ["<div>" * 100_000, "</p>" * 100_000, "<p>" * 100_000, "<nav>" * 50_000 + "</x>" * 50_000])
def test_deep_markup_costs_linear_time(markup):
    started = time.process_time()
    parse(markup)
    assert time.process_time() - started < 3


MAIL = "From: Ana Ruiz <ana@example.org>\r\nSubject: Bridge =?utf-8?q?=C3=A0?= Mosul\r\nDate: Mon, 04 Mar 2019 23:10:00 -0500\r\nOrganization: The Courier\r\n"


def test_a_message_gives_its_body(tmp_path):
    mail = article(tmp_path, "a.eml", MAIL + "Content-Type: text/plain; charset=utf-8\r\n\r\nA bridge fell.\r\nTwo died – caf\u00e9.\r\n")
    assert [line.strip() for line in mail.text.strip().splitlines()] == ["A bridge fell.", "Two died – caf\u00e9."]
    assert (mail.title, mail.byline, mail.outlet, mail.published) == ("Bridge à Mosul", "Ana Ruiz", "The Courier", "2019-03-04")


def test_a_message_of_html_is_read_as_a_page(tmp_path):
    mail = article(tmp_path, "a.eml", MAIL + "Content-Type: text/html\r\n\r\n<p>A <b>bridge</b> fell.</p><style>x</style>")
    assert mail.text == "A bridge fell."


@pytest.mark.parametrize("content", ["", "\r\n", MAIL + "\r\n", MAIL + "Content-Type: image/png\r\n\r\nxx", "Content-Type: text/plain; charset=nonsense\r\n\r\nx\xff"])
def test_a_message_without_text_is_refused_or_read(tmp_path, content):
    item = one(tmp_path, "a.eml", content)
    assert isinstance(item, ReadError) or item.text.strip()


def test_a_message_with_a_date_that_is_none(tmp_path):
    assert article(tmp_path, "a.eml", "Date: yesterday\r\n\r\nA bridge fell.").published is None


@given(content=st.binary(max_size=200))
def test_no_bytes_make_these_readers_raise(tmp_path_factory, content):
    folder = tmp_path_factory.mktemp("any")
    for name in ("a.html", "b.eml"):
        item = one(folder, name, content)
        if isinstance(item, Article):
            assert item.text.encode()
