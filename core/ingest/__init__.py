"""Many articles: read, extract, store. Skips what is stored and unchanged, collects what fails."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

import msgspec

from core.errors import ArticleError, ReadError
from core.extract.version import model_name, rules_version
from core.ingest.engines import Engine, Local, Result, batched
from core.read import READERS, read
from core.read.decode import checked, sha256
from core.read.fetch import is_address
from core.read.metadata import FIELDS, article
from core.records import Article, EnrichedArticle
from core.store.workspace import Workspace

COMMIT_EVERY = 100
"""Articles in one commit: a commit costs a fifth of a second, whatever it holds."""


@dataclass(frozen=True)
class Done:
    """What became of one article."""

    name: str
    """Its id, or where it was read from when it was not."""
    state: Literal["stored", "unchanged", "failed"]
    reason: str = ""


def ingest(workspace: Workspace, items: Iterable[Article | ReadError], engine: Engine | None = None) -> Iterator[Done]:
    """Enrich and store articles; yields what became of each, once it is on disk.

    A date that a person set counts as the article's own. Articles that are stored from the
    same enrichment are passed over; those in the cache are stored without being enriched
    again. Ended early, it has stored what it said; run again, it does the rest. Raises
    ``ModelError`` and ``StoreError``.
    """
    run = _Run(workspace)
    for results in (engine or Local()).run(batched(run.triage(items))):
        run.take(results)
        yield from run.drain()
    run.commit()
    yield from run.drain()


def reenrich(workspace: Workspace, ids: Iterable[str], engine: Engine | None = None) -> Iterator[Done]:
    """Enrich stored articles again, after a person set a date or the rules changed."""
    return ingest(workspace, [workspace.given(article_id) for article_id in ids], engine)


def enrich(items: Iterable[Article | ReadError], engine: Engine | None = None) -> Iterator[EnrichedArticle | ArticleError]:
    """Enrich a stream without storing it, in its order; errors come at their place."""
    failed: dict[int, list[ReadError]] = {}
    count = 0

    def articles() -> Iterator[Article]:
        nonlocal count
        for item in items:
            if isinstance(item, ReadError):
                failed.setdefault(count, []).append(item)
            else:
                count += 1
                yield item

    position = 0
    for results in (engine or Local()).run(batched(articles())):
        for result in results:
            yield from failed.pop(position, ())
            yield result
            position += 1
    for position in sorted(failed):
        yield from failed[position]


def enrichment_key(given: Article) -> str:
    """Hash of all that an enrichment depends on: the article as given, model, rules and gazetteer."""
    parts = (msgspec.json.encode(given).decode(), model_name(), rules_version())
    return hashlib.blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()


class _Run:
    """One run of ``ingest``: what was decided, what waits to be written."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace
        self._stored = workspace.enrichments()
        self._dates = {m.article_id: str(m.value) for m in workspace.desk.marks("published")}
        self._given: dict[str, Article] = {}
        self._keys: dict[str, str] = {}
        self._waiting: list[EnrichedArticle] = []
        self._done: list[Done] = []

    def triage(self, items: Iterable[Article | ReadError]) -> Iterator[Article]:
        """Yield the articles that have to be enriched."""
        for item in items:
            if isinstance(item, ReadError):
                self._fail(item)
            elif item.id in self._keys:
                self._fail(ReadError(item.id, "two articles of this id were given"))
            else:
                wanted = self._dated(item)
                if self._is_new(item, wanted):
                    yield wanted

    def _dated(self, item: Article) -> Article:
        date = self._dates.get(item.id)
        if date is None:
            return item
        return msgspec.structs.replace(item, published=date, published_basis="given", published_earliest=date, published_latest=date)

    def _is_new(self, given: Article, wanted: Article) -> bool:
        key = self._keys[given.id] = enrichment_key(wanted)
        if self._stored.get(given.id) == key:
            self._done.append(Done(given.id, "unchanged"))
            return False
        self._given[given.id] = given
        cached = self._workspace.cache.get(key)
        if cached is not None:
            self._wait(cached)
        return cached is None

    def take(self, results: Iterable[Result]) -> None:
        """Take what an engine made of a batch."""
        made = []
        for result in results:
            if isinstance(result, ArticleError):
                self._fail(result)
            else:
                made.append(result)
        self._workspace.cache.put(made, self._keys)
        for enriched in made:
            self._wait(enriched)

    def _wait(self, enriched: EnrichedArticle) -> None:
        self._waiting.append(enriched)
        if len(self._waiting) >= COMMIT_EVERY:
            self.commit()

    def commit(self) -> None:
        """Write what waits."""
        waiting, self._waiting = self._waiting, []
        self._workspace.add(waiting, self._keys, self._given)
        for enriched in waiting:
            self._given.pop(enriched.article.id, None)
            self._done.append(Done(enriched.article.id, "stored"))

    def _fail(self, error: ArticleError) -> None:
        self._done.append(Done(error.name, "failed", error.reason))

    def drain(self) -> Iterator[Done]:
        """What is decided since the last time."""
        done, self._done = self._done, []
        yield from done


def from_text(text: str, **given: str | None) -> Article:
    """An article of a pasted text; ``given`` are ``title``, ``byline``, ``outlet``, ``url``, ``language``, ``published``.

    Its id comes from the text, so pasting it twice adds it once. Raises ``ReadError``.
    """
    checked(text, "the text")
    fields = {name: value.strip() for name in FIELDS if (value := given.get(name)) and value.strip()}
    return article(f"pasted-{sha256(text)[:16]}", text, fields, "the text")


def from_upload(name: str, content: bytes) -> list[Article | ReadError]:
    """The articles of an uploaded file, read as if it lay on disk; messages name the file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / Path(name.replace("\\", "/")).name
        path.write_bytes(content)
        items = list(read([path]))
    return [_renamed(item, f"{folder}/") if isinstance(item, ReadError) else item for item in items]


def from_address(url: str) -> list[Article | ReadError]:
    """The articles at an address of the web, fetched now."""
    if not is_address(url):
        return [ReadError(url or "the address", "no address that begins with http:// or https://")]
    return list(read([url]))


def _renamed(error: ReadError, folder: str) -> ReadError:
    return ReadError(error.name.replace(folder, ""), error.reason.replace(folder, ""))


FORMATS: tuple[str, ...] = tuple(READERS)
"""File name extensions that can be added."""
