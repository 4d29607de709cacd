"""What workers do in the tests of ingest. Imports little: every worker that is started anew imports it."""

from __future__ import annotations

import os
import signal
from pathlib import Path

from core.errors import ExtractError
from core.records import Article, EnrichedArticle


def no_model() -> None:
    """Start a worker."""


def fake(article: Article) -> EnrichedArticle | ExtractError:
    """Enrich without a model: an article that says "fail" fails."""
    return ExtractError(article.id, "it failed") if article.text == "fail" else EnrichedArticle(article=article)


def deadly(batch: list[Article]) -> list[EnrichedArticle | ExtractError]:
    """Fake a batch; "kill once" kills its worker the first time (its url is where it remembers), "kill" always."""
    for article in batch:
        marker = Path(article.url or "")
        if article.text == "kill" or (article.text == "kill once" and not marker.exists()):
            marker.touch()
            os.kill(os.getpid(), signal.SIGKILL)
    return [fake(article) for article in batch]
