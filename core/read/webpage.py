"""Web pages: the article's paragraphs, and what the page says of them.

Metadata comes from the page's JSON-LD (schema.org), else its meta elements (Open Graph,
Dublin Core and the common ``author`` and ``date``), else a date in its own address. A
sidecar beside the file goes before all of them. The text is the paragraphs of the first
``article`` or ``main`` element, or of the body, without navigation and asides.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from core.errors import ReadError
from core.isodates import days
from core.read.decode import checked, decode
from core.read.metadata import Given, article, from_schema_org, news_articles, sidecar
from core.records import Article

BLOCKS = frozenset("p h1 h2 h3 h4 h5 h6 li blockquote pre figcaption td dd dt div section article main body br".split())
"""Elements that end a paragraph."""

LEFT_OUT = frozenset("script style template noscript svg nav aside footer form button select textarea iframe figure".split())
MAIN = frozenset({"article", "main"})
VOID = frozenset("area base br col embed hr img input link meta source track wbr".split())

_META = {
    "title": ("og:title", "dc.title", "twitter:title"),
    "byline": ("author", "article:author", "dc.creator", "parsely-author"),
    "outlet": ("og:site_name", "dc.publisher", "application-name"),
    "url": ("og:url",),
    "published": ("article:published_time", "date", "pubdate", "dc.date", "dc.date.issued", "parsely-pub-date", "og:published_time"),
}
_CHARSET = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})""", re.IGNORECASE)
_URL_DAY = re.compile(r"/((?:19|20)\d\d)[/-](\d\d)[/-](\d\d)(?=[/.-]|$)")


class Page(HTMLParser):
    """Collects paragraphs, meta elements and JSON-LD of a page."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.paragraphs: list[tuple[bool, str]] = []
        """Each with whether it stands in the article's own element."""
        self.meta: dict[str, str] = {}
        self.linked_data: list[str] = []
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
        self._taking = "title" if tag == "title" else "data" if known.get("type") == "application/ld+json" else ""
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
        elif tag == "time" and self._main:
            self.meta.setdefault("time", known.get("datetime", ""))

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
        """The last paragraph may have no end."""
        super().close()
        self._end_paragraph()

    def _end_paragraph(self) -> None:
        words = " ".join("".join(self._text).split())
        self._text = []
        if words and "head" not in self._open:
            self.paragraphs.append((self._main > 0, words))

    def text(self) -> str:
        """The article's paragraphs, an empty line between them."""
        own = [words for inside, words in self.paragraphs if inside]
        return "\n\n".join(own or [words for _, words in self.paragraphs])

    def given(self) -> Given:
        """What the page says of its article."""
        found: Given = {}
        for data in self.linked_data:
            found = from_schema_org(_first_article(data)) | found
        for field, names in _META.items():
            value = next((self.meta[name] for name in names if self.meta.get(name)), "")
            found |= {field: value} if value and field not in found else {}
        more = {"title": " ".join(self.meta.get("title", "").split()), "language": self.meta.get("lang", ""), "url": self.meta.get("canonical", "")}
        found = {field: value for field, value in more.items() if value} | found
        if not days(found.get("published")):
            found.pop("published", None)
            found |= _dated(self.meta.get("time", ""), found.get("url", ""))
        return found


def _dated(stamp: str, url: str) -> Given:
    """A date from the page's ``time`` element, else from its address."""
    named = _URL_DAY.search(url)
    dates = (stamp, "-".join(named.groups()) if named else "")
    return next(({"published": date} for date in dates if days(date)), {})


def _first_article(data: str) -> Mapping[str, Any]:
    try:
        return next(news_articles(json.loads(data)), {})
    except (ValueError, RecursionError):
        return {}


def parse(markup: str) -> Page:
    """Parse a page; no markup is too broken for it."""
    page = Page()
    page.feed(markup)
    page.close()
    return page


def read(path: Path) -> Iterator[Article]:
    """Read a saved web page. Raises ``ReadError`` when it has no text."""
    name = str(path)
    page = parse(_decoded(path.read_bytes(), name))
    text = checked(page.text(), name)
    yield article(path.stem, text, page.given() | sidecar(path), name)


def _decoded(raw: bytes, name: str) -> str:
    said = _CHARSET.search(raw[:4096])
    encoding = said[1].decode("ascii") if said else "utf-8"
    try:
        codec = codecs.lookup(encoding).name
    except LookupError:
        codec = "utf-8"
    if codec in ("utf-8", "utf-16") or raw.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(raw, name)
    try:
        return raw.decode(codec)
    except (UnicodeDecodeError, LookupError) as error:
        raise ReadError(name, f"no text in {codec.upper()}") from error
