"""What is known of an article beside its text, as given by its publisher or by a person.

Two forms: the contract's own fields (a JSONL line), and schema.org's ``NewsArticle`` (a
sidecar file, or the JSON-LD of a web page).
"""

from __future__ import annotations

import json
import logging
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from core.errors import ReadError
from core.isodates import days
from core.read.decode import decode, encodable, sha256
from core.read.stamps import readings
from core.records import Article

log = logging.getLogger(__name__)

FIELDS = ("title", "byline", "outlet", "url", "language", "published")
"""What a person or a publisher can give."""

DEEPEST = 10
"""Lists and objects within each other that a name or an article may stand in; those of pages are three deep."""

NEWS_TYPES = frozenset(
    "Article NewsArticle ReportageNewsArticle AnalysisNewsArticle BackgroundNewsArticle OpinionNewsArticle LiveBlogPosting BlogPosting Report".split()
)
Given = dict[str, str]


def article(article_id: str, text: str, given: Mapping[str, str], name: str) -> Article:
    """An article of a text and what was given with it; ``name`` is what messages call it.

    Raises ``ReadError`` where UTF-8 cannot hold what was given, such as the name of a file in another encoding.
    """
    encodable(article_id, name)
    fields: dict[str, Any] = {key: encodable(value, name) for key, value in given.items() if key != "published"}
    return Article(id=article_id, text=text, sha256=sha256(text), **fields, **_published(given.get("published"), name))


def _published(given: str | None, name: str) -> dict[str, Any]:
    """The day given; a month or a year is an interval, and no day is made up for it."""
    if not given:
        return {}
    meant = readings(given)
    covered = days(meant[0]) if len(meant) == 1 else None
    if covered is None:
        reason = f"could be {' or '.join(meant)}" if meant else "is no date"
        log.warning("%s: %r %s: published stays unknown", name, given, reason)
        return {}
    day = covered[0] if covered[0] == covered[1] else None
    return {"published": day, "published_basis": "given", "published_earliest": covered[0], "published_latest": covered[1]}


SAID_EARLY = 1000
"""Characters at a text's beginning that can confirm its title and author."""


def confirmed(found: Given, text: str) -> Given:
    """What an office file says of itself, kept only where the text's beginning says the same.

    Programs fill such fields by themselves: with a file's name, or with whoever owns the machine.
    """
    early = " ".join(text[:SAID_EARLY].split()).casefold()
    plain = {field: " ".join(value.split()) for field, value in found.items()}
    return {field: value for field, value in plain.items() if len(value) > 3 and value.casefold() in early}


def sidecar(path: Path) -> Given:
    """What the schema.org file beside an article says (``STEM.json``); nothing when there is none.

    Raises ``ReadError`` on one that is no JSON object.
    """
    beside = path.with_suffix(".json")
    if not beside.is_file():
        return {}
    try:
        data = json.loads(decode(beside.read_bytes(), str(beside)))
    except (ValueError, RecursionError) as error:
        raise ReadError(str(beside), "no JSON") from error
    found = next(news_articles(data), None)
    if found is None:
        raise ReadError(str(beside), "no JSON object of schema.org's NewsArticle")
    return from_schema_org(found)


def news_articles(data: Any, deep: int = DEEPEST) -> Iterator[Mapping[str, Any]]:
    """The article objects of a JSON-LD document: one object, a list, or an ``@graph``."""
    if isinstance(data, list) and deep:
        for item in data:
            yield from news_articles(item, deep - 1)
    elif isinstance(data, dict):
        kinds = data.get("@type", "NewsArticle")
        if "@graph" in data and deep:
            yield from news_articles(data["@graph"], deep - 1)
        elif NEWS_TYPES & set(map(str, kinds if isinstance(kinds, list) else [kinds])):
            yield data


def from_schema_org(data: Mapping[str, Any]) -> Given:
    """Fields of an article from a schema.org object. A name may be a string, an object or a list of them."""
    found = {
        "title": _name(data.get("headline")),
        "byline": _name(data.get("author")),
        "outlet": _name(data.get("publisher")),
        "url": _name(data.get("url")),
        "language": _name(data.get("inLanguage")),
        "published": _name(data.get("datePublished")),
    }
    return {key: value for key, value in found.items() if value}


def _name(value: Any, deep: int = DEEPEST) -> str | None:
    if isinstance(value, list) and deep:
        return ", ".join(name for item in value if (name := _name(item, deep - 1))) or None
    if isinstance(value, dict) and deep:
        return _name(value.get("name") or value.get("@id"), deep - 1)
    if not isinstance(value, str):
        return None
    return value.encode(errors="ignore").decode().strip() or None  # programs cut headlines in the middle of an emoji
