"""Saved feeds: RSS 0.9 to 2.0 and Atom (RFC 4287), one article an item.

An item's id comes from what its publisher calls it (``guid``, ``id``, its address), so that
the same item of a later feed is the same article.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element, tostring

from core.errors import ReadError
from core.read.decode import checked
from core.read.markup import parse
from core.read.metadata import Given, article
from core.read.stamps import day_given
from core.read.xmltree import local, tree
from core.records import Article

FEEDS = frozenset({"rss", "RDF", "feed"})
ITEMS = frozenset({"item", "entry"})
TEXTS = ("encoded", "content", "description", "summary")
"""Elements that hold an item's text; of several the longest is taken, the others being its beginning."""
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read(path: Path) -> Iterator[Article | ReadError]:
    """Read every item; one without text costs only itself. Raises ``ReadError`` on a file that is no feed."""
    yield from articles(path.read_bytes(), str(path))


def articles(raw: bytes, name: str) -> Iterator[Article | ReadError]:
    """The items of a feed, as above."""
    if not raw.strip():
        raise ReadError(name, "empty")
    root = tree(raw, name)
    if local(root) not in FEEDS:
        raise ReadError(name, "no feed: neither RSS nor Atom")
    items = [element for element in root.iter() if local(element) in ITEMS]
    if not items:
        raise ReadError(name, "a feed without items")
    common = _common(root)
    for number, item in enumerate(items, 1):
        try:
            yield _article(item, common, f"{name}:{number}")
        except ReadError as error:
            yield error
        except RecursionError:
            yield ReadError(f"{name}:{number}", "its markup stands a thousand deep in itself")


def _common(root: Element) -> Given:
    """What the feed says of all its items: who publishes them, and in which language."""
    about = next((child for child in root if local(child) == "channel"), root)
    found = {"outlet": _text(about, "title"), "language": _text(about, "language") or root.get(_LANG, "")}
    return {field: value for field, value in found.items() if value}


def _article(item: Element, common: Given, name: str) -> Article:
    text = checked(max((_plain(child) for child in item if local(child) in TEXTS), key=len, default=""), name)
    given = common | {field: value for field, value in _given(item).items() if value}
    called = _text(item, "guid") or _text(item, "id") or given.get("url") or text
    return article(f"feed-{hashlib.sha256(called.encode()).hexdigest()[:16]}", text, given, name)


def _plain(element: Element) -> str:
    """The text of an element that holds a page's markup, escaped or as it is; or plain text (Atom's ``text``)."""
    if element.get("type") in ("text", "text/plain"):
        return (element.text or "").strip()
    for inner in element.iter():
        if isinstance(inner.tag, str):
            inner.tag = local(inner)  # a page's parser knows no namespaces
    return parse(tostring(element, "unicode") if len(element) else element.text or "").text()


def _given(item: Element) -> Given:
    author = next((child for child in item if local(child) in ("creator", "author")), None)
    return {
        "title": " ".join(_plain(title).split()) if (title := _child(item, "title")) is not None else "",
        "byline": "" if author is None else _text(author, "name") or " ".join((author.text or "").split()),
        "url": _address(item),
        "published": day_given(_text(item, "pubDate") or _text(item, "published") or _text(item, "date")),
    }


def _address(item: Element) -> str:
    """RSS has it as text, Atom as an attribute of the link that is no other relation."""
    links = [child for child in item if local(child) == "link"]
    own = [link.get("href", "") for link in links if link.get("rel", "alternate") == "alternate"]
    return next((found for found in (*own, *((link.text or "").strip() for link in links)) if found), "")


def _child(element: Element, name: str) -> Element | None:
    return next((child for child in element if local(child) == name), None)


def _text(element: Element, name: str) -> str:
    found = _child(element, name)
    return "" if found is None else " ".join((found.text or "").split())
