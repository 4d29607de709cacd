"""An address of the web: the page, feed, text or PDF that it gives, by the same readers as files."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from urllib.parse import urlsplit

from core.errors import ReadError
from core.read import feed, pdf, plain, webpage
from core.read.decode import checked
from core.read.fetch import Fetched, fetch
from core.read.metadata import Given, article
from core.records import Article
from core.settings import FETCH

PAGES = frozenset({"text/html", "application/xhtml+xml"})
XML = frozenset({"application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/xml", "text/xml"})
"""Feeds are often sent as plain XML; one that is none is refused by the feed's reader."""


def read(url: str) -> Iterator[Article | ReadError]:
    """Fetch an address and read it: one article, or one for each item of a feed. Links are not followed.

    Raises ``ReadError``, which names the address and the reason.
    """
    got = fetch(url, local=FETCH.get() == "local")
    if got.kind in XML:
        yield from feed.articles(got.body, url)
        return
    text, given = _contents(got, url)
    given = given if _same_host(given.get("url", ""), got.url) else given | {"url": got.url}
    yield article(f"web-{hashlib.sha256(given['url'].encode()).hexdigest()[:16]}", checked(text, url), given, url)


def _contents(got: Fetched, url: str) -> tuple[str, Given]:
    if got.kind in PAGES:
        return webpage.contents(webpage.decoded(got.body, url, got.charset), got.url)
    if got.kind == "text/plain":
        return plain.decoded(got.body, url, got.charset), {}
    if got.kind == "application/pdf":
        return pdf.contents(got.body, url)
    raise ReadError(url, f"is {got.kind or 'of no kind that its server names'}, which is no article (HTML, RSS, Atom, plain text and PDF are read)")


def _same_host(said: str, found: str) -> bool:
    """Whether a page's word on its own address can stand: it names the host that the page came from, "www." or not."""
    try:
        hosts = [(urlsplit(url).hostname or "").removeprefix("www.") for url in (said, found)]
    except ValueError:
        return False
    return hosts[0] == hosts[1] != ""
