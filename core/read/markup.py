"""Markup -> paragraphs, and what a page says of itself.

For pieces of a page, such as a feed's item or a message, and for the metadata of whole ones: JSON-LD
(schema.org), else meta elements (Open Graph, Dublin Core and the common ``author`` and ``date``), else a
date in the page's own address. Which part of a whole page is its article, ``webpage`` decides.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from html import unescape
from html.parser import HTMLParser
from typing import Any

from core.read.metadata import Given, from_schema_org, news_articles
from core.read.stamps import day_given

BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 li blockquote pre figcaption td dd dt div section article main body br".split())
"""Elements that end a paragraph."""

LEFT_OUT = frozenset("script style template noscript svg nav aside footer form button select textarea iframe figure".split())
MAIN = frozenset({"article", "main"})
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())

MOST_UNCLOSED = 20
"""Signs of markup that nothing closes, after which the rest of a page is taken for text."""

_META = {
    "title": ("og:title", "dc.title", "twitter:title"),
    "byline": ("author", "article:author", "dc.creator", "parsely-author"),
    "outlet": ("og:site_name", "dc.publisher", "application-name"),
    "url": ("og:url",),
    "published": ("article:published_time", "date", "datepublished", "pubdate", "dc.date", "dc.date.issued", "parsely-pub-date", "og:published_time"),
}
_FIRST, OF_CHANGE = re.compile(r"publi[sc]|pubdate", re.IGNORECASE), re.compile(r"modif|updat", re.IGNORECASE)
"""What an element's attributes call the time of publication, and that of a change."""
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=[/.-]|$)")


class Page(HTMLParser):
    """Collects paragraphs, meta elements and JSON-LD of a page."""

    def __init__(self, address: str = "") -> None:
        super().__init__(convert_charrefs=True)
        self.address = address
        self.paragraphs: list[tuple[bool, str]] = []
        """Each with whether it stands in the article's own element."""
        self.meta: dict[str, str] = {}
        self.has_main = False
        """Whether words stand in an ``article`` or ``main`` element."""
        self.linked_data: list[str] = []
        self._times: list[tuple[bool, str]] = []
        self._open: list[str] = []
        self._text: list[str] = []
        self._left_out = self._main = 0
        self._taking = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note what an element says, and where the text in it belongs."""
        known = {name: value or "" for name, value in attrs}
        self._note(tag, known)
        if tag in BLOCKS:
            self._end_paragraph()
        if tag not in VOID:
            self._open.append(tag)
            self._left_out += tag in LEFT_OUT
            self._main += tag in MAIN
        self._taking = "title" if tag == "title" and not self._left_out else "data" if known.get("type") == "application/ld+json" else ""
        if self._taking == "data":
            self.linked_data.append("")

    def _note(self, tag: str, known: Mapping[str, str]) -> None:
        if tag == "meta":
            name = (known.get("property") or known.get("name") or known.get("itemprop") or "").lower()
            self.meta.setdefault(name, known.get("content", "").strip())
        elif tag == "html":
            self.meta["lang"] = known.get("lang", "")
        elif tag == "link" and known.get("rel") == "canonical":
            self.meta["canonical"] = known.get("href", "")
        elif tag == "time":
            self._note_time(known)

    def _note_time(self, known: Mapping[str, str]) -> None:
        """A time of publication: called so, or standing in the article and not called that of a change."""
        called = " ".join((known.get("itemprop", ""), known.get("class", ""), *(["pubdate"] if "pubdate" in known else [])))
        if not OF_CHANGE.search(called) and (_FIRST.search(called) or self._main):
            self._times.append((not _FIRST.search(called), known.get("datetime", "")))

    def handle_endtag(self, tag: str) -> None:
        """Close an element; one that was never opened is passed over."""
        self._taking = ""
        if tag in BLOCKS:
            self._end_paragraph()
        if tag in self._open[-40:]:
            while self._open:
                closed = self._open.pop()
                self._left_out -= closed in LEFT_OUT
                self._main -= closed in MAIN
                if closed == tag:
                    break

    def handle_data(self, data: str) -> None:
        """Keep text that a reader of the page sees."""
        if self._taking == "title":
            self.meta["title"] = self.meta.get("title", "") + data
        elif self._taking == "data":
            self.linked_data[-1] += data
        elif not self._left_out:
            self._text.append(data)

    def close(self) -> None:
        """The last paragraph may have no end, and a "<" that nothing closes is text.

        At each of those Python's own parser looks on to the end of the page: many of them took minutes.
        """
        for _ in range(MOST_UNCLOSED):
            if not self.rawdata.startswith("<"):
                break
            rest, self.rawdata = self.rawdata[1:], ""
            self.handle_data("<")
            self.feed(rest)
        rest, self.rawdata = self.rawdata, ""
        if not self.cdata_elem:
            self.handle_data(unescape(rest))
        self._end_paragraph()

    def _end_paragraph(self) -> None:
        words = " ".join("".join(self._text).split())
        self._text = []
        if words:
            self.paragraphs.append((self._main > 0, words))
            self.has_main |= self._main > 0

    def own_paragraphs(self) -> list[str]:
        """Those of the ``article`` and ``main`` elements, or all where there are none."""
        return [words for inside, words in self.paragraphs if inside or not self.has_main]

    def text(self) -> str:
        """The article's paragraphs, an empty line between them."""
        return "\n\n".join(self.own_paragraphs())

    def given(self) -> Given:
        """What the page says of its article."""
        title = " ".join(self.meta.get("title", "").split())
        return ({"title": title} if title else {}) | self.said()

    def said(self) -> Given:
        """What it says for machines to read. The ``title`` element is none of it: it holds the outlet's name too."""
        found: Given = {}
        for data in self.linked_data:
            found = from_schema_org(_first_article(data)) | found
        for field, names in _META.items():
            value = next((self.meta[name] for name in names if _says(field, self.meta.get(name))), "")
            found |= {field: value} if value and field not in found else {}
        more = {"language": self.meta.get("lang", ""), "url": self.meta.get("canonical", "") or self.address}
        found = {field: value for field, value in more.items() if value} | found
        if not day_given(found.get("published", "")):
            found.pop("published", None)
            found |= _dated([stamp for _, stamp in sorted(self._times, key=lambda time: time[0])], found.get("url", ""))
        return found


def _says(field: str, value: str | None) -> bool:
    """Whether a meta element holds what it is for; authors are often given by an address."""
    return bool(value) and not (field == "byline" and str(value).startswith(("http:", "https:", "/")))


def _dated(stamps: Sequence[str], url: str) -> Given:
    """A date from the page's ``time`` elements, else from its address."""
    named = _URL_DAY.search(url)
    dates = (*stamps, "-".join(named.groups()) if named else "")
    return next(({"published": date} for date in dates if day_given(date)), {})


def _first_article(data: str) -> Mapping[str, Any]:
    try:
        return next(news_articles(json.loads(data)), {})
    except (ValueError, RecursionError):
        return {}


def parse(markup: str, address: str = "") -> Page:
    """Parse a page; no markup is too broken for it."""
    page = Page(address)
    page.feed(markup)
    page.close()
    return page
